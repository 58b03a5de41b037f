import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from desktop.dialogs.words_dialog import WordsDialog
from desktop.views.growing_text import GrowingText
from pressmark.words import BriefWords

WORDS = BriefWords(
    "Harbour aid",
    "the Committee",
    "Research",
    "2026-11-14",
    "TLP:GREEN",
    "42\u00a0000 euros [p1].\n\nNew.",
    "draft 2",
    "It is likely that the aid comes late.\nWe assess with low confidence that it comes.",
    "1 USD = 0.79 GBP, Bank of England, 2026-11-13",
)


@pytest.fixture
def dialog(themed, qtbot) -> WordsDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = WordsDialog(window, WORDS)
    dialog.window_kept = window
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_all_words_come_back_character_for_character(dialog):
    assert dialog.answer() == WORDS


def test_words_of_another_hand_stay(dialog, qtbot):
    theirs = BriefWords(title="Harbour aid", foreign=("<x/>",))
    assert WordsDialog(dialog.window_kept, theirs).answer() == theirs


def test_a_caveat_of_ones_own_can_be_typed(dialog):
    line = dialog.findChild(QComboBox).lineEdit()
    line.selectAll()
    QTest.keyClicks(line, " NOT FOR RELEASE ")
    assert dialog.answer().caveat == "NOT FOR RELEASE"


def test_enter_in_the_bottom_line_begins_a_line_and_tab_leaves_it(dialog):
    text = dialog.findChild(GrowingText)
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, "One.")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "Two.")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert dialog.answer().bottom_line == "One.\nTwo."
    assert dialog.isVisible()
    assert QApplication.focusWidget() is not text


def test_rates_that_cannot_be_read_are_put_right_before_they_are_kept(dialog):
    box = next(one for one in dialog.findChildren(GrowingText) if one.accessibleName() == "Exchange rates")
    box.show_text("a dollar is a pound")
    dialog.accept()
    assert dialog.isVisible()
    assert "write it like 1 USD = 0.79 GBP" in dialog.findChild(QLabel, "problem").text()
    box.show_text("1 USD = 1 GBP, nobody, 2026-11-13")
    dialog.accept()
    assert not dialog.isVisible()
