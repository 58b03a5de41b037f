"""Picking annotations, moving their ends, linking them: by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.views.label_popup import CardButton

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_a_click_picks_the_shortest_and_again_the_next_longer_one(view, viewport, mouse, spot, listen):
    place = mouse(spot("Port Almar"))
    with listen(view.annotationPicked) as said:
        for _ in range(3):
            QTest.mouseClick(viewport, LEFT, pos=place)
            QTest.qWait(1)
    assert said == [("l1",), ("p1",), ("l1",)]


def test_a_click_beside_every_highlight_picks_nothing(view, viewport, mouse, spot, listen):
    view.pick("p1")
    with listen(view.annotationPicked) as said:
        QTest.mouseClick(viewport, LEFT, pos=mouse(spot("warnings")))
    assert said == [("",)]


def test_picking_from_outside_says_nothing(view, listen):
    with listen(view.annotationPicked) as said:
        view.pick("q1")
        view.pick(None)
        view.pick("no such id")
    assert said == []


def test_a_click_on_a_chip_picks_its_annotation(view, viewport, listen):
    text = view.focusProxy()
    rect = text.page.margin.place_of("q1", text.blocks_seen())
    with listen(view.annotationPicked) as said:
        QTest.mouseClick(viewport, LEFT, pos=text.to_viewport(rect).topLeft().toPoint() + QPoint(16, 8))
    assert said == [("q1",)]


def test_n_and_b_walk_the_annotations_in_text_order(view, press, listen):
    with listen(view.annotationPicked) as said:
        for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_B):
            press(key)
    assert said == [("a1",), ("p1",), ("l1",), ("p1",)]


def test_tab_goes_to_the_form_of_what_is_picked(view, press, listen):
    with listen(view.formAsked) as asked:
        press(Qt.Key.Key_Tab)
        view.pick("a2")
        press(Qt.Key.Key_Tab)
    assert asked == [()]


def test_enter_picks_what_is_at_the_caret(view, press, spot, listen):
    view.focusProxy().put_caret(spot("Almar").start)
    with listen(view.annotationPicked) as said:
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
    assert said == [("l1",), ("p1",)]


def test_delete_asks_for_what_is_picked_and_deletes_nothing(view, press, doc, listen):
    with listen(view.deleteRequested) as said:
        press(Qt.Key.Key_Delete)
        view.pick("q1")
        press(Qt.Key.Key_Delete)
    assert said == [("q1",)]
    assert "q1" in doc.markup


def test_plus_asks_for_a_further_piece(view, press, spot, listen):
    view.pick("q1")
    view.select(spot("Sand Reach"))
    with listen(view.pieceRequested) as said:
        press(Qt.Key.Key_Plus)
    assert said == [("q1", spot("Sand Reach"))]


def test_a_piece_goes_to_the_last_annotation_close_by_even_after_a_click_elsewhere(
    view, viewport, press, spot, mouse, listen, card
):
    view.pick("q1")
    QTest.mouseClick(viewport, LEFT, pos=mouse(spot("believe")))
    assert view.focusProxy().page.picked == ""
    view.select(spot("Sand Reach"))
    view.focusProxy().settled.emit()
    (offer,) = (one for one in card.findChildren(CardButton) if one.text() == "Add to q1")
    with listen(view.pieceRequested) as said:
        QTest.mouseClick(offer, LEFT)
    assert said == [("q1", spot("Sand Reach"))]


@pytest.mark.parametrize(
    ("key", "by_word", "words"),
    [
        (Qt.Key.Key_Right, False, "Port Almar b"),
        (Qt.Key.Key_Right, True, "Port Almar by"),
        (Qt.Key.Key_Left, False, "Port Alma"),
        (Qt.Key.Key_Left, True, "Port"),
        (Qt.Key.Key_Up, False, "t Port Almar"),
        (Qt.Key.Key_Up, True, "at Port Almar"),
        (Qt.Key.Key_Down, False, "ort Almar"),
        (Qt.Key.Key_Down, True, "Almar"),
    ],
)
def test_shift_alt_and_arrows_ask_for_new_ends(view, press, spot, key, by_word, words, listen):
    view.pick("l1")
    modifiers = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
    if by_word:
        modifiers |= Qt.KeyboardModifier.ControlModifier
    with listen(view.spansChanged) as said:
        press(key, modifiers)
    assert said == [("l1", (spot(words),))]


def test_dragging_a_handle_asks_for_the_new_end_when_it_is_let_go(view, spot, listen, drag):
    text = view.focusProxy()
    view.pick("l1")
    rect = text.to_viewport(text.page.geometry.rects(spot("Port Almar"))[-1])
    grip = QPoint(round(rect.right() + 1), round(rect.bottom() + 4))
    target = text.to_viewport(text.page.geometry.rects(spot("by the"))[0])
    with listen(view.spansChanged) as said:
        drag(grip, QPoint(round(target.right()), round(target.center().y())))
    assert said == [("l1", (spot("Port Almar by the"),))]


def test_escape_lets_go_of_a_handle_and_nothing_is_asked_for(view, viewport, press, spot, listen):
    text = view.focusProxy()
    view.pick("l1")
    rect = text.to_viewport(text.page.geometry.rects(spot("Port Almar"))[-1])
    grip = QPoint(round(rect.right() + 1), round(rect.bottom() + 4))
    with listen(view.spansChanged) as said:
        QTest.mousePress(viewport, LEFT, pos=grip)
        QTest.mouseMove(viewport, grip + QPoint(80, 0))
        press(Qt.Key.Key_Escape)
        QTest.mouseRelease(viewport, LEFT, pos=grip + QPoint(80, 0))
    assert said == []


def test_dragging_a_chip_onto_a_highlight_asks_for_a_link(view, mouse, spot, listen, drag):
    text = view.focusProxy()
    rect = text.page.margin.place_of("q1", text.blocks_seen())
    chip = text.to_viewport(rect).topLeft().toPoint() + QPoint(16, 8)
    with listen(view.linkDropped) as linked, listen(view.annotationPicked) as picked:
        drag(chip, mouse(spot("Ministry")))
    assert linked == [("q1", "a1")]
    assert picked == []


def test_the_context_menu_offers_every_label_and_what_is_picked(view, spot, listen):
    view.pick("p1")
    view.select(spot("Sand Reach"))
    text = view.focusProxy()
    place = text.viewport().rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        text.viewport(), QContextMenuEvent(reason, place, text.viewport().mapToGlobal(place))
    )
    menu = view.findChild(QMenu)
    titles = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert titles == [
        "Label as quote", "Label as pledge", "Label as actor", "Label as location",
        "Add to p1 as a further piece", "Copy text", "Delete p1",
    ]  # fmt: skip
    with listen(view.annotateRequested) as said:
        menu.actions()[0].trigger()
    menu.close()
    assert said == [("quote", (spot("Sand Reach"),))]
