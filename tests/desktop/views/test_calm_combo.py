import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.views.calm_combo import CalmCombo


def combo(qtbot, *entries: str) -> CalmCombo:
    box = CalmCombo()
    box.addItems(list(entries))
    qtbot.addWidget(box)
    return box


def test_the_wheel_changes_nothing_and_is_left_to_what_is_around(qtbot, listen):
    box = combo(qtbot, "", "kept", "broken")
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with listen(box.activated) as chosen:
        QApplication.sendEvent(box, turn)
    assert not turn.isAccepted()
    assert (box.currentIndex(), chosen) == (0, [])


@pytest.mark.parametrize(
    ("key", "entry"),
    [(Qt.Key.Key_2, "broken"), (Qt.Key.Key_1, "kept"), (Qt.Key.Key_0, ""), (Qt.Key.Key_Delete, "")],
)
def test_number_keys_choose_and_delete_leaves_it_open(qtbot, listen, key, entry):
    box = combo(qtbot, "", "kept", "broken")
    box.setCurrentIndex(2)
    with listen(box.activated) as chosen:
        QTest.keyClick(box, key)
    assert box.currentText() == entry
    assert chosen == [(box.currentIndex(),)]


def test_without_an_empty_entry_one_is_the_first(qtbot):
    box = combo(qtbot, "Quote", "Pledge", "Actor")
    QTest.keyClick(box, Qt.Key.Key_3)
    assert box.currentText() == "Actor"
    QTest.keyClick(box, Qt.Key.Key_0)
    assert box.currentText() == "Actor"


def test_numbers_of_no_entry_and_numbers_with_control_choose_nothing(qtbot, listen):
    box = combo(qtbot, "", "kept", "broken")
    with listen(box.activated) as chosen:
        QTest.keyClick(box, Qt.Key.Key_7)
        QTest.keyClick(box, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert (box.currentIndex(), chosen) == (0, [])


def test_in_a_box_that_is_typed_into_numbers_are_numbers(qtbot):
    box = combo(qtbot, "", "EUR")
    box.setEditable(True)
    QTest.keyClicks(box.lineEdit(), "1")
    assert box.currentText() == "1"
