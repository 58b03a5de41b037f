import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from desktop.dialogs.articles_dialog import ArticlesDialog

NAMES = ("Port to get dredgers", "Cádiz votes", "Dredgers late")


@pytest.fixture
def owner(themed, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(owner) -> ArticlesDialog:
    dialog = ArticlesDialog(owner, NAMES, (1,))
    dialog.show()
    return dialog


def seen(dialog: ArticlesDialog) -> list[str]:
    entries = dialog.findChild(QListWidget)
    return [entries.item(row).text() for row in range(entries.count()) if not entries.item(row).isHidden()]


def test_words_narrow_the_list_and_what_is_ticked_out_of_sight_stays_so(dialog):
    box, entries = dialog.findChild(QLineEdit), dialog.findChild(QListWidget)
    QTest.keyClicks(box, "dredg")
    assert seen(dialog) == ["Port to get dredgers", "Dredgers late"]
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert dialog.focusWidget() is entries
    QTest.keyClick(entries, Qt.Key.Key_Space)
    assert dialog.chosen() == (0, 1)
    assert dialog.windowTitle() == "Choose articles – 2 chosen"
    box.setText("cadiz")
    assert seen(dialog) == ["Cádiz votes"]


def test_at_least_one_must_be_ticked(dialog):
    dialog.findChild(QListWidget).item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert dialog.isVisible()
