"""Columns are guessed, put right, and seen at once in a row of the table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton, QWidget

from desktop.dialogs.columns_dialog import ColumnsDialog
from pressmark.columns import FIELDS

HEADER = ("Title", "Paper", "When", "Body", "Abstract")
ROWS = (
    ("Ferry, at last", "The Gazette", "3/11/2026", "<p>The harbour board agreed &amp; paid.</p>", "Agreed"),
    ("", "The Echo", "11/25/2026", "", ""),
)
GUESSED = {"headline": "Title", "outlet": "Paper", "published": "When", "text": "Body"}


@pytest.fixture
def window(themed, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window, qtbot) -> ColumnsDialog:
    dialog = ColumnsDialog(window, "clips.csv", HEADER, ROWS, GUESSED)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def choice(dialog: ColumnsDialog, field: str) -> QComboBox:
    (found,) = (box for box in dialog.findChildren(QComboBox) if box.accessibleName() == FIELDS[field])
    return found


def seen(dialog: ColumnsDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]


def done(dialog: ColumnsDialog) -> QPushButton:
    (found,) = (one for one in dialog.findChildren(QPushButton) if one.isDefault())
    return found


def test_the_guess_is_the_answer_unless_it_is_changed(dialog):
    assert dialog.answer() == GUESSED


def test_the_row_is_shown_as_an_article_with_its_date_as_it_will_be_read(dialog):
    words = seen(dialog)
    assert "Ferry, at last" in words
    assert "The Gazette · 11 March 2026" in words
    assert "The harbour board agreed & paid." in words
    assert "clips.csv · 5 columns" in words
    assert "Remembered for tables with these columns" in words


def test_the_preview_follows_every_choice(dialog):
    choice(dialog, "headline").setCurrentText("Paper")
    choice(dialog, "lead").setCurrentText("Title")
    assert "The Gazette" in seen(dialog)
    assert "Ferry, at last\n\nThe harbour board agreed & paid." in seen(dialog)
    assert dialog.answer() == {**GUESSED, "headline": "Paper", "lead": "Title"}


def test_a_lead_that_the_text_has_is_not_shown_twice(window):
    rows = [("x", "y", "z", "Agreed on Saturday. Paid.", "agreed on  SATURDAY...")]
    dialog = ColumnsDialog(window, "clips.csv", HEADER, rows, {**GUESSED, "lead": "Abstract"})
    dialog.show()
    assert "Agreed on Saturday. Paid." in seen(dialog)


def test_rows_are_stepped_through_and_not_beyond(dialog, qtbot):
    back, on = dialog.findChildren(QToolButton)
    assert not back.isEnabled()
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    assert {"No headline", "The Echo · 25 November 2026", "No text in this row"} <= {*seen(dialog)}
    assert "Row 2 of the first 2" in seen(dialog)
    assert not on.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "Ferry, at last" in seen(dialog))  # a button lingers when it is pressed by a key


def test_without_a_text_nothing_can_be_imported(dialog):
    choice(dialog, "text").setCurrentIndex(0)
    assert not done(dialog).isEnabled()
    assert "Choose the column that holds the text." in seen(dialog)
    dialog.accept()
    assert dialog.isVisible()
    choice(dialog, "text").setCurrentText("Abstract")
    assert done(dialog).isEnabled()
    dialog.accept()
    assert not dialog.isVisible()


def test_a_table_that_says_nothing_begins_at_its_text(window, qtbot):
    dialog = ColumnsDialog(window, "clips.csv", ("Column 1", "Column 2"), [], {"text": "gone"})
    dialog.show()
    assert dialog.answer() == {}
    assert dialog.findChildren(QToolButton)[0].isHidden()


def test_columns_tell_by_a_tip_what_they_hold(dialog):
    box = choice(dialog, "text")
    tips = [box.itemData(at, Qt.ItemDataRole.ToolTipRole) for at in range(1, box.count())]
    assert tips[1] == "The Gazette"


def test_names_and_cells_of_any_length_widen_nothing(window):
    header = ["x" * 80, *(f"Column {n}" for n in range(300))]
    dialog = ColumnsDialog(window, "y" * 500, header, [["z" * 50_000] * 301], {"text": header[0]})
    dialog.show()
    assert dialog.width() < 1_000
    assert dialog.height() < 800
