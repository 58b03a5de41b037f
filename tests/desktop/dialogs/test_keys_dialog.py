from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QLineEdit, QPushButton, QTreeWidget, QWidget

from desktop.dialogs.keys_dialog import KeyRow, KeysDialog

ROWS = (
    KeyRow("save", "Save", "File", "Ctrl+S"),
    KeyRow("export_brief", "Export the brief", "File", "Ctrl+E"),
    KeyRow("about", "About Pressmark", "Help", ""),
)


@pytest.fixture
def dialog(qtbot) -> Iterator[KeysDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = KeysDialog(owner, ROWS, {"about": "F1"}, {"Q": "Quote"})
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    owner.close()  # it owned the dialog until here


def give(dialog: KeysDialog, row: int, key: Qt.Key, modifier=Qt.KeyboardModifier.ControlModifier) -> None:
    actions = dialog.findChild(QTreeWidget)
    actions.setCurrentItem(actions.topLevelItem(row))
    editor = dialog.findChild(QKeySequenceEdit)
    editor.setFocus()
    QTest.keyClick(editor, key, modifier)
    editor.editingFinished.emit()


def test_it_shows_the_keys_given_and_those_that_came_with_the_actions(dialog):
    actions = dialog.findChild(QTreeWidget)
    shown = [[actions.topLevelItem(row).text(column) for column in (0, 2)] for row in range(3)]
    assert shown == [["Save", "Ctrl+S"], ["Export the brief", "Ctrl+E"], ["About Pressmark", "F1"]]
    assert dialog.changed_keys() == {"about": "F1"}


def test_a_key_pressed_is_taken_for_the_action_chosen(dialog):
    give(dialog, 0, Qt.Key.Key_D)
    assert dialog.changed_keys() == {"save": "Ctrl+D", "about": "F1"}


def test_two_actions_cannot_share_a_key(dialog):
    give(dialog, 0, Qt.Key.Key_E)
    dialog.accept()
    assert dialog.isVisible()
    give(dialog, 1, Qt.Key.Key_S)
    dialog.accept()
    assert not dialog.isVisible()


def test_the_letter_of_a_label_can_be_given_but_is_told_of(dialog):
    give(dialog, 0, Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Q marks words as Quote: that goes first." in said
    dialog.accept()
    assert dialog.changed_keys()["save"] == "Q"


def test_a_key_goes_back_to_what_it_was(dialog):
    actions = dialog.findChild(QTreeWidget)
    actions.setCurrentItem(actions.topLevelItem(2))
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "As it came"]
    button.click()
    assert dialog.changed_keys() == {}


def test_actions_are_found_by_title_and_by_key(dialog):
    actions = dialog.findChild(QTreeWidget)
    dialog.findChild(QLineEdit).setText("ctrl+e")
    assert [actions.topLevelItem(row).isHidden() for row in range(3)] == [True, False, True]
