"""Whose version an article goes on with is asked, and what both changed is decided one by one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from shiboken6 import isValid

from desktop.dialogs.dispute_table import DisputeTable
from desktop.dialogs.other_hands_dialog import Choice, OtherHandsAnswer, OtherHandsDialog, OtherHandsOffer
from pressmark import changes
from pressmark.three_way import Merged, merge
from tests.pressmark.story import HAND, mark, told

FILE = Path("/home/ana/Harbour aid/ferry.pressmark")
NAME = "Harbour towns get a second ferry"


def both(**values: tuple[str, str]) -> Merged:
    """Two hands have changed these attributes of p1, and each something else."""
    base = told()
    mine, theirs = base.copy(), base.copy()
    for place, doc in enumerate((mine, theirs)):
        for name, typed in values.items():
            doc.apply(changes.set_value(doc, "p1", name, typed[place], HAND))
    mine.apply(changes.set_note(mine, "p3", "mine", HAND))
    theirs.apply(changes.set_source(theirs, replace(theirs.source, outlet="Courier")))
    return merge(base, mine, theirs)


@pytest.fixture
def window(themed, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def opened(window, qtbot) -> Callable[..., OtherHandsDialog]:
    def with_offer(merged: Merged | None, unsaved: int = 3, name: str = NAME) -> OtherHandsDialog:
        dialog = OtherHandsDialog(window, OtherHandsOffer(name, FILE, unsaved, merged))
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return with_offer


TWO = {"amount": ("£41m", "£42m"), "status": ("kept", "broken")}


def choose(dialog: OtherHandsDialog, words: str) -> None:
    next(one for one in dialog.findChildren(QRadioButton) if one.text() == words).setChecked(True)


def press(dialog: OtherHandsDialog, words: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == words).click()


def told_in(dialog: OtherHandsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def done(dialog: OtherHandsDialog) -> str:
    (button,) = (one for one in dialog.findChildren(QPushButton) if one.isDefault())
    return button.text()


def test_what_merges_by_itself_is_counted_and_needs_no_table(opened):
    dialog = opened(both())
    assert "1 of their changes and 1 of yours fit together by themselves." in told_in(dialog)
    assert dialog.findChild(DisputeTable) is None
    assert dialog.answer() == OtherHandsAnswer(Choice.MERGE)


def test_each_conflict_is_mine_until_a_click_decides_otherwise(opened):
    dialog = opened(both(**TWO))
    table = dialog.findChild(DisputeTable)
    shown = [[table.item(row, column).text() for column in range(4)] for row in range(2)]
    what = "p1 “£40m for a second ferry”"
    assert shown == [
        [what, "Amount", "GBP 41,000,000", "GBP 42,000,000"],
        [what, "Status", "kept", "broken"],
    ]
    assert dialog.answer().theirs == ()
    place = table.visualItemRect(table.item(1, 3)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.answer() == OtherHandsAnswer(Choice.MERGE, (1,))
    assert "2 to decide: 1 mine, 1 theirs" in told_in(dialog)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualItemRect(table.item(1, 2)).center()
    )
    assert dialog.answer().theirs == ()


def test_the_keyboard_decides_too(opened):
    dialog = opened(both(**TWO))
    assert dialog.focusWidget().text() == "Merge both"
    table = dialog.findChild(DisputeTable)
    for _ in range(6):
        if dialog.focusWidget() is table:
            break
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert dialog.answer().theirs == (0,)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert dialog.answer().theirs == (0, 1)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert dialog.answer().theirs == ()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is not table


def test_all_are_decided_at_once_and_screen_readers_hear_how(opened):
    dialog = opened(both(**TWO))
    table = dialog.findChild(DisputeTable)
    press(dialog, "All theirs")
    assert dialog.answer().theirs == (0, 1)
    heard = [table.item(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (2, 3)]
    assert heard == ["GBP 41,000,000, not chosen", "GBP 42,000,000, chosen"]
    press(dialog, "All mine")
    assert dialog.answer().theirs == ()


def test_the_table_counts_only_where_the_two_are_merged(opened):
    dialog = opened(both(**TWO))
    press(dialog, "All theirs")
    choose(dialog, "Reload theirs")
    assert not dialog.findChild(DisputeTable).isEnabled()
    assert (dialog.answer(), done(dialog)) == (OtherHandsAnswer(Choice.RELOAD), "Reload")
    choose(dialog, "Keep mine")
    assert (dialog.answer(), done(dialog)) == (OtherHandsAnswer(Choice.KEEP), "Keep mine")
    choose(dialog, "Merge both")
    assert (dialog.answer(), done(dialog)) == (OtherHandsAnswer(Choice.MERGE, (0, 1)), "Merge")


@pytest.mark.parametrize(
    ("unsaved", "sentence"),
    [
        (0, "You have changed nothing since you last saved."),
        (1, "Gives up the change that you have not saved."),
        (1200, "Gives up the 1,200 changes that you have not saved."),
    ],
)
def test_reloading_says_what_it_costs(opened, unsaved, sentence):
    assert sentence in told_in(opened(both(), unsaved))


def test_what_costs_nothing_is_chosen_at_first(opened):
    assert opened(both(), unsaved=0).answer().choice is Choice.RELOAD
    assert opened(both(), unsaved=2).answer().choice is Choice.MERGE
    assert opened(None, unsaved=2).answer().choice is Choice.KEEP


def test_other_texts_cannot_be_merged(opened):
    dialog = opened(None)
    (merging,) = (one for one in dialog.findChildren(QRadioButton) if one.text() == "Merge both")
    assert not merging.isEnabled()
    assert "cannot be merged" in told_in(dialog)


@pytest.mark.parametrize(("new", "sentence"), [(1, "One of your new"), (2, "2 of your new annotations get")])
def test_new_ids_of_mine_are_told(opened, new, sentence):
    base = told()
    mine, theirs = base.copy(), base.copy()
    for number in range(new):
        mark(mine, "actor", ("Lowick", "minister")[number])
        mark(theirs, "actor", ("ferry", "Port Almar")[number])
    assert sentence in told_in(opened(merge(base, mine, theirs)))


def test_long_names_leave_the_dialog_as_wide_as_it_is(opened):
    short = opened(both()).width()
    dialog = opened(both(), name="<b>ferry" * 200)
    assert dialog.width() == short
    lead = dialog.findChildren(QLabel)[0]
    assert lead.text().endswith("…” was changed by another program")
    assert "&lt;b&gt;ferry" in lead.toolTip()
    assert lead.fontMetrics().horizontalAdvance(lead.text()) <= lead.width()


@pytest.mark.parametrize(
    ("key", "expected"), [(Qt.Key.Key_Escape, None), (Qt.Key.Key_Return, OtherHandsAnswer(Choice.MERGE))]
)
def test_enter_answers_escape_does_not_and_the_dialog_is_freed(window, qtbot, key, expected):
    answers: list[OtherHandsAnswer | None] = []
    OtherHandsDialog.ask(window, OtherHandsOffer(NAME, FILE, 2, both(**TWO)), answers.append)
    (dialog,) = window.findChildren(OtherHandsDialog)
    assert answers == []
    QTest.keyClick(dialog.focusWidget() or dialog, key)
    assert answers == [expected]
    qtbot.waitUntil(lambda: not isValid(dialog))
