"""Where annotations overlap each can be seen and reached; ties are followed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.views.chooser import Chooser
from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.markup import Change, Edit

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def deep(view, doc, spot):
    """Three annotations on “Port Almar”, four on “Almar”."""
    more = (
        Annotation("q7", "quote", (spot("at Port Almar by"),)),
        Annotation("a7", "actor", (spot("Almar"),)),
    )
    doc.apply(Change("more", tuple(Edit(one.id, None, one) for one in more)))
    view.refresh()
    return view


@pytest.fixture
def chooser(view) -> Chooser:
    return view.findChild(Chooser)


def test_a_click_where_three_meet_lists_them_and_picks_the_shortest(
    deep, chooser, viewport, mouse, spot, listen
):
    with listen(deep.annotationPicked) as said:
        QTest.mouseClick(viewport, LEFT, pos=mouse(spot("Port")))
    assert said == [("l1",)]
    assert chooser.isVisible()
    assert chooser.keys() == ["l1", "q7", "p1"]
    assert deep.rect().contains(chooser.geometry())


def test_a_click_where_two_meet_lists_nothing(view, chooser, viewport, mouse, spot):
    QTest.mouseClick(viewport, LEFT, pos=mouse(spot("Port")))
    assert not chooser.isVisible()


def test_alt_and_enter_list_what_is_at_the_caret_and_arrows_choose(deep, chooser, press, spot, listen):
    deep.focusProxy().put_caret(spot("Almar").start)
    press(Qt.Key.Key_Return, ALT)
    assert chooser.keys() == ["a7", "l1", "q7", "p1"]
    with listen(deep.annotationPicked) as said:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert said == [("l1",)]
    assert not chooser.isVisible()
    assert deep.focusProxy().hasFocus()


def test_escape_leaves_the_list_and_nothing_is_chosen(deep, chooser, press, spot, listen):
    deep.focusProxy().put_caret(spot("Almar").start)
    press(Qt.Key.Key_Return, ALT)
    with listen(deep.annotationPicked) as said:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert said == []
    assert not chooser.isVisible()
    assert deep.focusProxy().hasFocus()


def test_a_click_in_the_list_chooses(deep, chooser, viewport, mouse, spot, listen):
    QTest.mouseClick(viewport, LEFT, pos=mouse(spot("Port")))
    rows = chooser.focusProxy()
    with listen(deep.annotationPicked) as said:
        QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(rows.item(2)).center())
    assert said == [("p1",)]


def test_what_has_no_line_left_is_counted(deep, doc, spot):
    extra = [Annotation(f"q{n}", "quote", (spot("Almar by the"),)) for n in range(20, 23)]
    doc.apply(Change("deeper", tuple(Edit(one.id, None, one) for one in extra)))
    deep.refresh()
    lines = deep.focusProxy().page.highlights.marks_of(0)
    assert [count.number for line in lines for count in line.deeper] == [4]


def test_a_tie_out_of_view_has_an_arrow_that_leads_there(view, doc, viewport, listen):
    view.resize(860, 240)
    bar = view.focusProxy().verticalScrollBar()
    view.pick("a1", scroll=False)
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    with listen(view.annotationPicked) as said:
        QTest.mouseClick(viewport, LEFT, pos=QPoint(70, 16))
    assert said == [("p1",)]
    assert bar.value() < doc.article.blocks[0].end


def test_several_pieces_are_split_joined_and_taken_away_by_keys(view, press, spot, listen):
    pieces = (spot("“We said we would not leave the fleet outside,”"), spot("“This is the date.”"))
    view.pick("q1")
    with listen(view.spansChanged) as said:
        view.focusProxy().put_caret(spot("would").start)
        press(Qt.Key.Key_Slash)
        press(Qt.Key.Key_Ampersand, Qt.KeyboardModifier.ShiftModifier)
        view.focusProxy().put_caret(spot("date").start)
        press(Qt.Key.Key_Minus)
    halves = (spot("“We said we"), spot("would not leave the fleet outside,”"), pieces[1])
    assert said == [
        ("q1", halves),
        ("q1", (Span(pieces[0].start, pieces[1].end),)),
        ("q1", pieces[:1]),
    ]


def test_the_rest_of_the_sentence_is_taken_and_then_the_next(view, press, spot, listen):
    view.pick("a2")
    both = Qt.KeyboardModifier.ShiftModifier | ALT
    with listen(view.spansChanged) as said:
        press(Qt.Key.Key_End, both)
        press(Qt.Key.Key_Home, both)
    start, end = spot("the minister").start, spot("told reporters.").end
    assert said[0] == ("a2", (Span(start, end),))
    assert said[1][1][0].start < start


def test_labels_that_name_somebody_leave_quotation_marks_out(view, press, spot, listen):
    with listen(view.annotateRequested) as said:
        for key in (Qt.Key.Key_A, Qt.Key.Key_Q):
            view.select(spot("“This is the date.”"))
            press(key)
    assert said == [("actor", (spot("This is the date"),)), ("quote", (spot("“This is the date.”"),))]


def test_whole_words_are_taken_where_that_is_wanted(view, press, spot, listen):
    view.set_whole_words(True)
    with listen(view.annotateRequested) as said:
        view.select(Span(spot("pro-EU").start + 2, spot("dredger").start + 3))
        press(Qt.Key.Key_P)
    assert said == [("pledge", (spot("pro-EU dredger"),))]
