"""The import report: what came in and what did not, and a way on for each."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.dialogs.import_report import ImportReport
from desktop.models.outcome_list import OutcomeList
from pressmark.intake import Given, Outcome, Twin
from pressmark.loading import Loaded
from tests.pressmark.story import told

IN = Outcome(Given(path=Path("in.txt")), Loaded(told()))
FAILED = Outcome(Given(path=Path("cut.docx")), why="cut.docx is damaged: get it again")
OTHER = Outcome(Given(path=Path("empty.txt")), why="empty.txt is empty")
TWIN = Twin("Ferry", Path("ferry.pressmark"), "The same text is here", same=True)
THERE = Outcome(Given(path=Path("there.txt")), why=TWIN.how, twin=TWIN)
MUCH_ALIKE = Twin("Ferry", None, "Much the same", same=False)
LIKE = Outcome(Given(path=Path("like.txt")), Loaded(told()), twin=MUCH_ALIKE)
ASKS = Outcome(Given(path=Path("old.txt")), Loaded(told()), question="which?")  # type: ignore[arg-type]
ALL = [IN, FAILED, THERE, LIKE, ASKS, OTHER]


@pytest.fixture
def report(themed, qtbot) -> ImportReport:
    report = ImportReport(None, lambda one: "Which?" if one.question else "")
    qtbot.addWidget(report)
    report.begin()
    report.add(ALL)
    report.end(0)
    report.show()
    return report


def shown_buttons(report: ImportReport) -> set[str]:
    return {one.text() for one in report.findChildren(QPushButton) if one.isVisible()} - {"Close"}


def choose(report: ImportReport, *outcomes: Outcome) -> None:
    view, model = report._list, report._list.model()
    view.clearSelection()
    for row in range(model.rowCount()):
        if model.outcome(row) in outcomes:
            flags = view.selectionModel().SelectionFlag
            view.selectionModel().select(model.index(row, 0), flags.Select | flags.Rows)


def press(report: ImportReport, title: str) -> None:
    (button,) = [one for one in report.findChildren(QPushButton) if one.text() == title and one.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_model_keeps_the_rules_while_outcomes_come_and_go(qtmodeltester) -> None:
    model = OutcomeList()
    steps = (lambda: model.add(ALL), lambda: model.narrow(True), lambda: model.drop([FAILED]))
    for step in (*steps, lambda: model.add([OTHER]), lambda: model.narrow(False)):
        step()
        qtmodeltester.check(model)


def test_it_says_in_one_line_what_became_of_all(report) -> None:
    said = "3 came in, 2 of them want a look, 1 was here already, 2 did not come in"
    assert report._summary.text() == said


def test_the_first_that_wants_a_look_is_told_in_full(report) -> None:
    assert report._details.text() == "cut.docx is damaged: get it again."


@pytest.mark.parametrize(
    ("chosen", "buttons"),
    [
        ((IN,), {"Show it"}),
        ((FAILED,), {"Try again"}),
        ((FAILED, OTHER), {"Try again"}),
        ((THERE,), {"Show it", "Add all the same"}),
        ((LIKE,), {"Show it", "Compare…"}),
        ((ASKS,), {"Show it", "Which?"}),
        ((THERE, FAILED), set()),
    ],
)
def test_each_has_its_way_on(report, chosen, buttons) -> None:
    choose(report, *chosen)
    assert shown_buttons(report) == buttons | {"Try all that failed again"}


def test_what_is_tried_again_leaves_the_list_until_it_comes_back(report, listen) -> None:
    choose(report, FAILED)
    with listen(report.retried) as retried:
        press(report, "Try again")
    assert retried == [([FAILED],)]
    assert report.count == len(ALL) - 1
    report.add([FAILED])
    with listen(report.retried) as retried:
        press(report, "Try all that failed again")
    assert retried == [([OTHER, FAILED],)]


def test_only_what_wants_a_look_is_listed_where_that_is_asked_for(report) -> None:
    report._only.setChecked(True)
    model = report._list.model()
    assert [model.outcome(row) for row in range(model.rowCount())] == [FAILED, THERE, LIKE, ASKS, OTHER]


def test_enter_shows_the_article(report, listen) -> None:
    choose(report, IN)
    report._list.setCurrentIndex(report._list.model().index(0, 0))
    with listen(report.shown) as shown:
        QTest.keyClick(report._list, Qt.Key.Key_Return)
    assert shown == [(IN,)]


def test_it_can_be_stopped_while_it_reads_and_says_what_is_left(themed, qtbot, listen) -> None:
    report = ImportReport(None, lambda _: "")
    qtbot.addWidget(report)
    report.begin()
    report.show()
    report.add([IN])
    with listen(report.cancelled) as cancelled:
        press(report, "Stop")
    assert cancelled == [()]
    report.end(7)
    assert report._summary.text() == "1 came in, stopped with 7 still to read"
    assert "Stop" not in shown_buttons(report)


def test_closing_it_forgets_what_was_told_but_not_while_it_reads(report, themed) -> None:
    report.begin()
    report.hide()
    assert report.count == len(ALL)
    report.end(0)
    report.show()
    report.hide()
    assert report.count == 0


def test_what_is_like_another_is_compared_with_it(report, listen) -> None:
    choose(report, LIKE)
    with listen(report.compared) as compared, listen(report.shown) as shown:
        press(report, "Compare…")
        view, model = report._list, report._list.model()
        for row in range(model.rowCount()):
            view.activated.emit(model.index(row, 0))
    assert [one for (one,) in compared] == [LIKE, LIKE]
    assert [one for (one,) in shown] == [one for one in ALL if one is not LIKE]
