from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from desktop import theme
from desktop.dialogs.occurrences_dialog import Answer, OccurrencesDialog, Offer
from desktop.models.occurrence_list import OccurrenceList
from desktop.views.occurrence_rows import OccurrenceRows
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.entities import Entity
from pressmark.finding import Match, Query

VENN = Annotation("a7", "actor", (Span(0, 4),), {"entity": "nv", "role": "minister"}, (Link("x", "q1"),))
PLACES = (Span(9, 13), Span(24, 28))


def article(text: str, *annotations: Annotation) -> AnnotatedArticle:
    return AnnotatedArticle(
        Article.of([(BlockKind.PARAGRAPH, text)]),
        SourceRecord(headline=text[:6]),
        entities=[Entity("nv", "Nora Venn")],
        annotations=annotations,
    )


ARTICLES = (article("Other: Venn."), article("Venn met VENN, then met Venn again.", VENN))


@pytest.fixture
def owner(themed, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def offered(owner, qtbot) -> Iterator[Callable[..., OccurrencesDialog]]:
    """Opens the dialog on the second of two articles and waits for the places."""

    def open_it(words: str = "venn", **more) -> OccurrencesDialog:
        given = {"query": Query(words), "label": "actor", "selected": VENN, **more}
        dialog = OccurrencesDialog(owner, Offer(ARTICLES, 1, **given))
        with qtbot.waitExposed(dialog), qtbot.waitSignal(model(dialog).modelReset):
            dialog.show()
        return dialog

    yield open_it
    owner.close()


def model(dialog: OccurrencesDialog) -> OccurrenceList:
    return dialog.findChild(OccurrenceList)


def rows(dialog: OccurrencesDialog) -> OccurrenceRows:
    return dialog.findChild(OccurrenceRows)


def done(dialog: OccurrencesDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.isDefault())


def said(dialog: OccurrencesDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if not label.isHidden() and label.text()]


def named(dialog: OccurrencesDialog, kind: type[QWidget], name: str):
    return next(one for one in dialog.findChildren(kind) if one.accessibleName() == name)


def typed(dialog: OccurrencesDialog, qtbot, words: str) -> None:
    with qtbot.waitSignal(model(dialog).modelReset):
        field = dialog.findChild(QLineEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)


def test_all_places_but_those_labelled_already_are_ticked_and_counted(offered) -> None:
    dialog = offered()
    assert "3 found · 1 labelled already" in said(dialog)
    assert done(dialog).text() == "Label 2"
    assert dialog.answer() == Answer("actor", {1: PLACES}, False)


def test_enter_labels_and_escape_leaves(offered) -> None:
    dialog = offered()
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert dialog.result() == OccurrencesDialog.DialogCode.Accepted
    dialog = offered()
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert dialog.result() == OccurrencesDialog.DialogCode.Rejected
    assert dialog.isHidden()


def test_what_is_not_seen_yet_is_not_labelled(offered) -> None:
    dialog = offered()
    field = dialog.findChild(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " ag")
    assert not done(dialog).isEnabled()
    QTest.keyClick(field, Qt.Key.Key_Return)
    dialog.accept()
    assert dialog.isVisible()


def test_the_preview_follows_what_is_typed_and_where_it_is_looked_for(offered, qtbot) -> None:
    dialog = offered()
    typed(dialog, qtbot, "met")
    assert dialog.answer().spans == {1: (Span(5, 8), Span(20, 23))}
    typed(dialog, qtbot, "ven")
    with qtbot.waitSignal(model(dialog).modelReset):
        QTest.keyClick(named(dialog, QComboBox, "Where"), "2")
    assert dialog.answer().spans == {0: (Span(7, 10),), 1: (Span(9, 12), Span(24, 27))}
    with qtbot.waitSignal(model(dialog).modelReset):
        named(dialog, QAbstractButton, "Whole words").click()
    assert dialog.answer().spans == {}
    assert not done(dialog).isEnabled()
    assert "Nothing found" in said(dialog)


def test_articles_can_be_chosen_to_look_in(offered, qtbot) -> None:
    dialog = offered("ven")
    where = named(dialog, QComboBox, "Where")

    def choose(number: int) -> None:
        asked = QApplication.activeModalWidget()
        entries = asked.findChild(QListWidget)
        entries.item(1 - number).setCheckState(Qt.CheckState.Unchecked)
        entries.item(number).setCheckState(Qt.CheckState.Checked)
        asked.accept()

    QTimer.singleShot(0, lambda: choose(0))
    with qtbot.waitSignal(model(dialog).modelReset):
        QTest.keyClick(where, "3")
    assert where.currentText() == "1 chosen article…"
    assert dialog.answer().spans == {0: (Span(7, 10),)}
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    QTest.keyClick(where, "3")
    assert dialog.answer().spans == {0: (Span(7, 10),)}


def test_the_query_it_is_given_is_shown_by_its_options(offered) -> None:
    dialog = offered(query=Query("V.nn", Match.REGEX, whole_words=True))
    on = [one.accessibleName() for one in dialog.findChildren(QAbstractButton) if one.isChecked()]
    assert on == ["Match case and accents", "Whole words", "Regular expression"]
    assert dialog.answer().spans == {1: (Span(24, 28),)}


def test_what_is_no_regular_expression_is_said_in_a_sentence(offered, qtbot) -> None:
    dialog = offered()
    typed(dialog, qtbot, "Venn(")
    with qtbot.waitSignal(model(dialog).modelReset):
        named(dialog, QAbstractButton, "Regular expression").click()
    assert "The regular expression is not understood: missing ) (at character 6)." in said(dialog)
    assert "Nothing found" not in said(dialog)
    assert not done(dialog).isEnabled()
    typed(dialog, qtbot, "Venn")
    assert done(dialog).text() == "Label 2"


def test_another_label_is_already_elsewhere(offered, qtbot) -> None:
    dialog = offered()
    with qtbot.waitSignal(model(dialog).modelReset):
        named(dialog, QComboBox, "Label").setCurrentIndex(0)
    assert dialog.answer().label == "quote"
    assert done(dialog).text() == "Label 3"


def test_what_is_said_of_the_selected_annotation_may_be_carried_to_its_own_label(offered, qtbot) -> None:
    dialog = offered()
    carry = dialog.findChild(QCheckBox)
    assert carry.text() == "Like a7: Who Nora Venn · Role at the time minister · 1 link"
    carry.click()
    assert dialog.answer().carry
    with qtbot.waitSignal(model(dialog).modelReset):
        named(dialog, QComboBox, "Label").setCurrentIndex(0)
    assert not carry.isEnabled()
    assert not dialog.answer().carry


@pytest.mark.parametrize("selected", [None, Annotation("a8", "actor", (Span(0, 4),))])
def test_nothing_is_carried_where_there_is_nothing_to_carry(offered, selected) -> None:
    dialog = offered(selected=selected)
    carry = dialog.findChild(QCheckBox)
    assert not carry.isVisible() or not carry.isEnabled()
    assert not dialog.answer().carry


def test_the_down_key_goes_to_the_places_and_space_unticks_them(offered) -> None:
    dialog = offered()
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Down)
    QTest.keyClick(rows(dialog), Qt.Key.Key_Down)
    QTest.keyClick(rows(dialog), Qt.Key.Key_Space)
    assert dialog.answer().spans == {1: PLACES[1:]}
    assert done(dialog).text() == "Label 1"
    QTest.keyClick(rows(dialog), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(rows(dialog), Qt.Key.Key_Space)
    assert dialog.answer().spans == {1: PLACES}
    QTest.keyClick(rows(dialog), Qt.Key.Key_Return)
    assert dialog.result() == OccurrencesDialog.DialogCode.Accepted


def test_a_click_on_its_box_unticks_a_place_and_one_beside_it_does_not(offered) -> None:
    dialog = offered()
    row = rows(dialog).visualRect(model(dialog).index(1))
    for across in (18, 200):
        spot = QPoint(across, row.center().y())
        QTest.mouseClick(rows(dialog).viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert dialog.answer().spans == {1: PLACES[1:]}
    labelled = QPoint(18, rows(dialog).visualRect(model(dialog).index(0)).center().y())
    QTest.mouseClick(rows(dialog).viewport(), Qt.MouseButton.LeftButton, pos=labelled)
    assert dialog.answer().spans == {1: PLACES[1:]}


def test_all_are_ticked_or_none(offered) -> None:
    dialog = offered()
    all_of_them, none = (
        next(one for one in dialog.findChildren(QPushButton) if one.text() == f"Tick {what}")
        for what in ("all", "none")
    )
    none.click()
    assert dialog.answer().spans == {}
    assert not done(dialog).isEnabled()
    all_of_them.click()
    assert dialog.answer().spans == {1: PLACES}


def test_rows_show_the_words_on_the_fill_of_their_label(offered) -> None:
    dialog = offered()
    view = rows(dialog)
    picture = view.viewport().grab().toImage()
    fill = theme.label_colours(ARTICLES[1].codebook.label("actor"))[0]

    def filled(row: int) -> int:
        place = view.visualRect(model(dialog).index(row))
        line = (picture.pixelColor(x, place.center().y() - 7).name() for x in range(place.width()))
        return sum(colour == fill for colour in line)

    assert filled(0) == 0  # labelled already
    assert filled(1) > 20 < filled(2)


def test_ask_answers_with_what_is_ticked_and_frees_the_dialog(owner, qtbot) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OccurrencesDialog)
        if not done(dialog).isEnabled():
            QTimer.singleShot(20, answer)
            return
        done(dialog).click()

    QTimer.singleShot(0, answer)
    got = OccurrencesDialog.ask(owner, Offer(ARTICLES, 1, Query("venn"), "actor"))
    assert got == Answer("actor", {1: PLACES}, False)
    qtbot.waitUntil(lambda: not owner.findChildren(OccurrencesDialog))


def test_ask_answers_with_nothing_when_the_analyst_leaves(owner) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert OccurrencesDialog.ask(owner, Offer(ARTICLES, 0, Query("venn"), "actor")) is None


def test_a_single_article_is_the_only_place_to_look(owner, qtbot) -> None:
    dialog = OccurrencesDialog(owner, Offer(ARTICLES[:1], 0, Query("")))
    assert named(dialog, QComboBox, "Where").count() == 1
    with qtbot.waitSignal(model(dialog).modelReset):
        dialog.show()
    assert not done(dialog).isEnabled()
    assert "Nothing found" not in said(dialog)
