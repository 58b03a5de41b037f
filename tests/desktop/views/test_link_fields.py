from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.views.link_fields import LinkField
from pressmark.annotation import Link
from pressmark.labels import PLEDGE, QUOTE, RoleDefinition

SPEAKER, PLEDGER, TO = QUOTE.role("speaker"), PLEDGE.role("pledger"), PLEDGE.role("recipient")


@pytest.fixture
def page(themed, qtbot, doc):
    """A link field in a window that has the focus, above a box to leave to."""
    page = QWidget()
    page.resize(320, 200)
    column = QVBoxLayout(page)
    page.elsewhere = QLineEdit()
    qtbot.addWidget(page)

    def with_field(role: RoleDefinition, key: str) -> LinkField:
        field = LinkField(role)
        column.addWidget(field)
        column.addWidget(page.elsewhere)
        field.show_links(doc, doc.markup[key])
        page.show()
        page.activateWindow()
        field.editor.setFocus()
        qtbot.waitUntil(field.editor.hasFocus)
        return field

    page.with_field = with_field
    return page


@pytest.fixture
def field(page) -> LinkField:
    """Who pledged p1, where the ministry is linked already."""
    return page.with_field(PLEDGER, "p1")


def popup_of(field: LinkField) -> QAbstractItemView:
    return field.editor.completer().popup()


def chips(field: LinkField) -> list[QPushButton]:
    return [one for one in field.findChildren(QPushButton, "linkChip") if one.isVisible()]


def entries(field: LinkField) -> list[str]:
    model = popup_of(field).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_list_offers_what_the_role_can_lead_to_with_its_words_and_place(page, listen):
    field = page.with_field(TO, "p1")
    QTest.keyClicks(field.editor, "mini")
    assert entries(field) == ["Ministry of Harbours · a1 · ¶1", "the minister · a2 · ¶2"]
    QTest.keyClicks(field.editor, "\b\b\b\bport")
    assert entries(field) == ["Port Almar · l1 · ¶1"]


def test_an_annotation_is_not_offered_to_itself(page):
    field = page.with_field(PLEDGE.role("restates"), "p1")
    QTest.keyClicks(field.editor, "p")
    assert entries(field) == []


def test_an_entry_chosen_by_arrow_and_enter_means_its_id(field, page, listen, qtbot):
    with listen(field.requested) as said:
        QTest.keyClicks(field.editor, "minister")
        QTest.keyClick(popup_of(field), Qt.Key.Key_Down)
        QTest.keyClick(popup_of(field), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: field.editor.text() == "")
        page.elsewhere.setFocus()
    assert said == [("a2",)]


def test_an_entry_clicked_means_its_id(field, page, listen, qtbot):
    with listen(field.requested) as said:
        QTest.keyClicks(field.editor, "minister")
        popup = popup_of(field)
        row = popup.visualRect(popup.model().index(0, 0))
        QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
        qtbot.waitUntil(lambda: field.editor.text() == "")
        page.elsewhere.setFocus()
    assert said == [("a2",)]


def test_typed_words_mean_themselves_by_enter_though_the_list_is_open(field, page, listen, qtbot):
    with listen(field.requested) as said:
        QTest.keyClicks(field.editor, " minister ")
        QTest.keyClicks(field.editor, "\b")
        QTest.keyClick(popup_of(field), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: field.editor.text() == "")
        page.elsewhere.setFocus()
        field.commit()
    assert said == [("minister",)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_words_that_no_entry_holds_are_taken_by_enter_once(field, page, listen, qtbot, key):
    with listen(field.requested) as said:
        QTest.keyClicks(field.editor, "harbour folk")
        QTest.keyClick(field.editor, key)
        qtbot.waitUntil(lambda: field.editor.text() == "")
        page.elsewhere.setFocus()
        field.commit()
    assert said == [("harbour folk",)]


def test_enter_takes_the_first_entry_for_the_beginning_of_a_name_but_whole_names_as_they_are(page, listen):
    field = page.with_field(TO, "p1")
    with listen(field.requested) as said:
        for typed in ("sand re", "Sand Reach"):
            QTest.keyClicks(field.editor, typed)
            QTest.keyClick(popup_of(field), Qt.Key.Key_Return)
            field.editor.clear()
    assert said == [("Sand Reach",), ("Sand Reach",)]


@pytest.mark.parametrize(
    "open_list",
    [
        lambda box: QTest.keyClick(box, Qt.Key.Key_Down),
        lambda box: QTest.mouseClick(box, Qt.MouseButton.LeftButton),
    ],
)
def test_the_down_key_or_a_click_lists_what_is_marked_and_then_names_of_the_text(page, open_list):
    field = page.with_field(TO, "p1")
    open_list(field.editor)
    offered = entries(field)
    marked = ["Ministry of Harbours · a1 · ¶1", "Port Almar · l1 · ¶1", "the minister · a2 · ¶2"]
    assert offered[:3] == marked
    assert "Sand Reach · in the text" in offered[3:]
    assert "Port Almar · in the text" not in offered


def test_words_typed_and_left_are_taken_once(field, page, listen):
    with listen(field.requested) as said:
        QTest.keyClicks(field.editor, "Sand Reach")
        page.elsewhere.setFocus()
        field.commit()
    assert said == [("Sand Reach",)]


def test_tab_out_of_the_open_list_takes_the_words_once(field, page, listen):
    with listen(field.requested) as said:
        QTest.keyClicks(field.editor, "mini")
        assert popup_of(field).isVisible()
        QTest.keyClick(popup_of(field), Qt.Key.Key_Tab)
        page.elsewhere.setFocus()
        field.commit()
    assert said == [("mini",)]


def test_nothing_typed_asks_for_nothing(field, page, listen):
    with listen(field.requested) as said:
        QTest.keyClicks(field.editor, "  ")
        QTest.keyClick(field.editor, Qt.Key.Key_Return)
        page.elsewhere.setFocus()
    assert said == []


def test_a_refused_name_stays_with_its_sentence_and_is_not_asked_for_twice(field, page, listen, qtbot):
    field.requested.connect(lambda name: field.show_problem(f"“{name}” is not in the text"))
    with listen(field.requested) as said:
        QTest.keyClicks(field.editor, "Nobody Known")
        QTest.keyClick(field.editor, Qt.Key.Key_Return)
        page.elsewhere.setFocus()
        field.commit()
        qtbot.wait(1)
    assert said == [("Nobody Known",)]
    assert field.editor.text() == "Nobody Known"
    assert field.findChild(QLabel, "problem").text() == "“Nobody Known” is not in the text"
    assert field.has_problem


def test_a_refused_name_put_right_is_asked_for_again(field, listen, qtbot):
    refuse = [True, False]
    field.requested.connect(lambda _: field.show_problem("not in the text") if refuse.pop(0) else None)
    with listen(field.requested) as said:
        QTest.keyClicks(field.editor, "Nobod")
        field.commit()
        QTest.keyClicks(field.editor, "y")
        field.commit()
        qtbot.waitUntil(lambda: field.editor.text() == "")
    assert said == [("Nobod",), ("Nobody",)]
    assert not field.has_problem


def test_what_is_linked_stands_as_chips_that_lead_there_and_can_be_taken_off(field, listen):
    (chip,) = chips(field)
    assert chip.text().split("   ") == ["Ministry of Harbours", "a1"]
    with listen(field.followed) as followed, listen(field.removed) as removed:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        QTest.mouseClick(field.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert followed == [("a1",)]
    assert removed == [(Link("pledger", "a1"),)]


def test_a_chip_begins_at_the_left_edge_with_its_name_beside_its_field(page, field):
    (chip,) = chips(field)
    picture = chip.grab().toImage()
    ground = picture.pixelColor(chip.width() // 2, 4)
    inked = [
        x
        for x in range(4, chip.width() - 4)
        if picture.pixelColor(x, chip.height() // 2).name() != ground.name()
    ]
    assert inked[0] < 16
    assert (
        chip.mapTo(page, chip.rect().topLeft()).x()
        == field.editor.mapTo(page, field.editor.rect().topLeft()).x()
    )


def test_a_role_for_one_offers_no_second(page, doc, qtbot):
    field = page.with_field(SPEAKER, "l1")
    assert field.editor.isVisible()
    field.show_links(doc, doc.markup["q1"])
    assert not field.editor.isVisible()
    qtbot.waitUntil(lambda: len(chips(field)) == 1)


def test_a_role_for_many_always_offers_another(field):
    assert chips(field)
    assert field.editor.isVisible()


def test_a_tie_to_nothing_says_so(field, doc, qtbot):
    field.show_links(doc, replace(doc.markup["p1"], links=(Link("pledger", "a9"),)))
    qtbot.waitUntil(lambda: len(chips(field)) == 1)
    assert chips(field)[0].text().startswith("a9, which does not exist")


def test_a_new_link_ends_the_problem_of_the_last_one(field, doc):
    field.show_problem("not in the text")
    field.show_links(doc, doc.markup["p1"])
    assert field.has_problem
    field.show_links(doc, replace(doc.markup["p1"], links=()))
    assert not field.has_problem


def test_screen_readers_get_role_name_and_id_of_a_chip(field):
    assert chips(field)[0].accessibleName() == "Pledged by: Ministry of Harbours, a1"
    assert field.findChild(QToolButton).accessibleName() == "Unlink Ministry of Harbours"


def test_tab_stops_at_every_chip_its_cross_and_the_box(field):
    assert field.stops() == [chips(field)[0], field.findChild(QToolButton), field.editor]


def test_of_a_long_name_the_end_is_left_out_and_never_the_id(field, page, doc, qtbot):
    long = replace(doc.markup["p1"], links=(Link("pledger", "q1"),))
    field.show_links(doc, long)
    qtbot.waitUntil(lambda: len(chips(field)) == 1)
    for width in (200, 320, 900):
        page.resize(width, 200)
        qtbot.waitUntil(lambda width=width: abs(field.width() - width) < 40)
        name, key = chips(field)[0].text().rsplit("   ", 1)
        assert key == "q1"
        assert name.endswith("…") == (width < 900)
        assert (
            chips(field)[0].fontMetrics().horizontalAdvance(chips(field)[0].text()) <= chips(field)[0].width()
        )
