"""A brief edited in Word comes back into the window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTableWidget

from desktop.app import make_window
from desktop.dialogs.review_dialog import Edited, ReviewDialog
from desktop.exporting import export
from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark.storage.articles import save_article
from tests.desktop.test_earlier_brief import rewritten
from tests.pressmark.story import told

NOW = datetime(2026, 11, 16, 9, 40, tzinfo=UTC)


@pytest.fixture
def window(themed, qtbot, tmp_path) -> MainWindow:
    window = make_window(QApplication.instance(), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=forget_changes)
    window.show()
    return window


def forget_changes(window: MainWindow) -> None:
    for article in list(window.session.articles):
        window.session.close_article(article)


@pytest.fixture
def brief(tmp_path) -> Path:
    path = tmp_path / "brief.docx"
    export([told()], path, now=NOW)
    rewritten(path, "by March 2027", "by June 2028")
    return path


def when_asked(do) -> list[list[str]]:
    """Answers the dialog as soon as it is there; tells what it showed."""
    shown: list[list[str]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ReviewDialog):
            QTimer.singleShot(20, answer)
            return
        table = dialog.findChild(QTableWidget)
        shown.extend(
            [table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())
        )
        do(dialog)

    QTimer.singleShot(20, answer)
    return shown


def test_what_was_edited_is_shown_and_taken_over_as_one_change(window, brief, qtbot, tmp_path):
    path = tmp_path / "story.pressmark"
    save_article(told(), path)
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.session.current is not None)
    shown = when_asked(lambda dialog: dialog.accept())
    window.open_paths([brief])
    qtbot.waitUntil(lambda: window.session.doc.markup["p1"].value("due") == "by 2028-06")
    assert shown == [["p1, Harbour towns get a second ferry", "due", "by March 2027", "by June 2028"]]
    assert len(window.session.articles) == 1
    window.session.undo_stack.undo()
    assert window.session.doc.markup["p1"].value("due") == "by 2027-03"


def test_without_its_article_a_brief_brings_it_along(window, brief, qtbot):
    shown = when_asked(lambda dialog: dialog.reject())
    window.open_paths([brief])
    qtbot.waitUntil(lambda: bool(shown))
    assert window.session.doc.article == told().article
    assert window.session.doc.markup["p1"].value("due") == "by 2027-03"


def test_what_cannot_be_understood_cannot_be_ticked_and_says_why(themed, qtbot):
    edits = [
        Edited("p1, Port", "amount", "GBP 4", "a lot", "“a lot” is not an amount"),
        Edited("p2, Port", "due", "", "2027"),
    ]
    dialog = ReviewDialog(None, "brief.docx", edits)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == (1,)
    assert dialog.findChild(QTableWidget).item(0, 3).text() == "a lot\n“a lot” is not an amount"
    assert dialog.findChild(QTableWidget).item(1, 2).text() == "nothing"
