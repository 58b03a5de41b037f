"""Selecting and labelling with a mouse and a keyboard."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.views.article_view import ArticleView
from desktop.views.label_popup import CardButton
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, Span
from pressmark.brief import LineStyle
from pressmark.labels import Label
from pressmark.markup import Change, Edit

LEFT, NOTHING = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier


def test_a_double_click_takes_the_word_as_the_press_writes_it(view, viewport, mouse, spot):
    QTest.mouseDClick(viewport, LEFT, pos=mouse(spot("pro-EU")))
    assert view.selected_span() == spot("pro-EU")


def test_a_double_click_on_a_quotation_mark_takes_the_quotation(view, viewport, mouse, spot):
    said = spot("“This is the date.”")
    for mark in (Span(said.start, said.start + 1), Span(said.end - 1, said.end)):
        view.focusProxy().clear_selection()
        QTest.mouseDClick(viewport, LEFT, pos=(mouse(mark) + mouse(mark, end=True)) / 2)
        assert view.selected_span() == said


def test_a_double_click_beside_a_quotation_mark_takes_the_word(view, viewport, mouse, spot):
    QTest.mouseDClick(viewport, LEFT, pos=mouse(spot("This is the date")) + QPoint(2, 0))
    assert view.selected_span() == spot("This")


def test_a_third_click_takes_the_sentence_and_a_fourth_the_paragraph(view, viewport, mouse, spot, doc):
    place = mouse(spot("date"))
    QTest.mouseDClick(viewport, LEFT, pos=place)
    QTest.mousePress(viewport, LEFT, pos=place)
    QTest.mouseRelease(viewport, LEFT, pos=place)
    assert view.selected_span() == spot("“This is the date.”")
    QTest.mouseDClick(viewport, LEFT, pos=place)
    block = doc.article.blocks[1]
    assert view.selected_span() == Span(block.start, block.end)


def test_dragging_after_a_double_click_adds_whole_words(view, viewport, mouse, spot):
    start, end = mouse(spot("Crews")), mouse(spot("they", 0), end=True)
    QTest.mouseClick(viewport, LEFT, pos=start)
    held = QMouseEvent(QEvent.Type.MouseButtonDblClick, start, viewport.mapToGlobal(start), LEFT, LEFT, NONE)
    QApplication.sendEvent(viewport, held)
    there = viewport.mapToGlobal(end)
    QApplication.sendEvent(viewport, QMouseEvent(QEvent.Type.MouseMove, end, there, NOTHING, LEFT, NONE))
    QTest.mouseRelease(viewport, LEFT, pos=end)
    assert view.selected_span() == spot("Crews in Sand Reach said they")


def test_dragging_selects_and_offers_the_labels(view, mouse, spot, doc, listen, drag, card):
    with listen(view.selectionChanged) as said:
        drag(mouse(spot("believe")), mouse(spot("dredger arrives"), end=True))
    assert doc.article.words_at(view.selected_span()).startswith(("believe", "elieve"))
    assert said[-1] == (view.selected_span(),)
    assert card.isVisible()


def test_the_card_never_covers_the_selection_while_there_is_room(view, spot, card):
    for words in ("Ministry of Harbours", "“This is the date.”", "dredger arrives"):
        view.select(spot(words))
        view.focusProxy().settled.emit()
        text = view.focusProxy()
        rects = [text.to_viewport(rect).toRect() for rect in text.page.geometry.rects(spot(words))]
        moved = [rect.translated(text.viewport().mapTo(view, QPoint(0, 0))) for rect in rects]
        assert card.isVisible()
        assert not any(card.geometry().intersects(rect) for rect in moved)
        assert view.rect().contains(card.geometry())


def test_a_letter_labels_the_selection_at_once(view, press, spot, doc, listen):
    view.select(spot("Sand Reach"))
    with listen(view.annotateRequested) as said:
        press(Qt.Key.Key_L)
    assert said == [("location", (spot("Sand Reach"),))]
    assert "l2" not in doc.markup
    assert view.selected_span() is None


def test_a_letter_without_a_selection_labels_nothing(view, press, listen):
    with listen(view.annotateRequested) as said:
        press(Qt.Key.Key_Q)
    assert said == []


def test_a_button_of_the_card_labels_too(view, spot, listen, card):
    view.select(spot("Sand Reach"))
    view.focusProxy().settled.emit()
    actor = next(one for one in card.findChildren(CardButton) if one.text() == "Actor")
    with listen(view.annotateRequested) as said:
        QTest.mouseClick(actor, LEFT)
    assert said == [("actor", (spot("Sand Reach"),))]
    assert not card.isVisible()


def test_a_label_letter_without_a_selection_says_how_to_select(view, press, listen, qtbot):
    with listen(view.annotateRequested) as said:
        press(Qt.Key.Key_A)
    assert said == []
    assert QToolTip.text().startswith("Nothing is selected")
    QToolTip.hideText()


def test_the_card_is_worked_by_keyboard(view, press, spot, listen):
    view.select(spot("Sand Reach"))
    view.focusProxy().settled.emit()
    press(Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    with listen(view.annotateRequested) as said:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert said == [("pledge", (spot("Sand Reach"),))]


def test_a_label_letter_works_while_the_card_has_the_focus(view, press, spot, listen):
    view.select(spot("Sand Reach"))
    view.focusProxy().settled.emit()
    press(Qt.Key.Key_Tab)
    with listen(view.annotateRequested) as said:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    assert said == [("actor", (spot("Sand Reach"),))]


def test_the_card_comes_after_a_pause_in_selecting_by_keyboard(view, press, qtbot, card):
    press(Qt.Key.Key_W)
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible, timeout=2000)


def test_escape_takes_back_the_card_then_the_selection_then_the_pick(view, press, spot, listen, card):
    view.pick("p1")
    view.select(spot("Sand Reach"))
    view.focusProxy().settled.emit()
    press(Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert view.selected_span() == spot("Sand Reach")
    press(Qt.Key.Key_Escape)
    assert view.selected_span() is None
    with listen(view.annotationPicked) as said:
        press(Qt.Key.Key_Escape)
    assert said == [("",)]


def test_words_sentences_and_paragraphs_are_taken_at_the_caret(view, press, spot, doc):
    view.focusProxy().put_caret(spot("date").start)
    press(Qt.Key.Key_W)
    assert view.selected_span() == spot("date")
    view.clear_selection()
    press(Qt.Key.Key_S)
    assert view.selected_span() == spot("“This is the date.”")
    view.clear_selection()
    press(Qt.Key.Key_G)
    block = doc.article.blocks[1]
    assert view.selected_span() == Span(block.start, block.end)


def test_the_same_key_again_takes_the_next_word_too(view, press, spot):
    view.focusProxy().put_caret(spot("Sand").start)
    press(Qt.Key.Key_W)
    press(Qt.Key.Key_W)
    assert view.selected_span() == spot("Sand Reach")


def test_a_label_may_take_the_letter_of_a_gesture_which_then_needs_alt(view, press, spot, doc, listen):
    who = Label("who", "Who", "teal", LineStyle.DOUBLE, "W", "w")
    doc.apply(Change("new", (Edit("", doc.codebook, doc.codebook.with_label(who)),)))
    view.refresh()
    view.focusProxy().put_caret(spot("Sand").start)
    press(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert view.selected_span() == spot("Sand")
    with listen(view.annotateRequested) as said:
        press(Qt.Key.Key_W)
    assert said == [("who", (spot("Sand"),))]


def test_shift_and_arrows_select_whole_characters(view, press, doc):
    emoji = doc.article.text.index("😀")
    view.focusProxy().put_caret(emoji)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert doc.article.words_at(view.selected_span()) == "😀"


def test_copying_takes_the_words_of_the_article_as_they_are(view, press, spot):
    view.select(spot("the minister 😀 told"))
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "the minister 😀 told"


def test_a_click_does_not_scroll_back_to_a_selection_that_is_out_of_view(qtbot, themed):
    story = Article.of(
        [(BlockKind.PARAGRAPH, f"Paragraph {number} of a long story. " * 6) for number in range(60)]
    )
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.show_article(AnnotatedArticle(story))
    view.select(Span(0, 9))
    bar = view._text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 600
    qtbot.mouseClick(view._text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert bar.value() == before
