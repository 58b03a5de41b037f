"""Leaving, when something goes wrong on the way: no work is lost, and nobody is locked in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.app import make_window
from desktop.closing import may_close
from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark.article import Span
from pressmark.loading import load_bytes
from pressmark.storage.journal import Journal


def fail(*_: object) -> None:
    raise RuntimeError("nobody saw it coming")


@pytest.fixture
def window(themed, qtbot, tmp_path, monkeypatch) -> MainWindow:
    """With an article that was changed after it was saved."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "log"))
    window = make_window(QApplication.instance(), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=forget_changes)
    window.show()
    session = window.session
    session.add([load_bytes(b"Quay opens\n\nMara Venn came.", "quay.txt", datetime.now(UTC))])
    assert session.save(session.current, tmp_path / "quay.pressmark")
    session.annotate("actor", [Span(12, 21)])
    return window


def forget_changes(window: MainWindow) -> None:
    for article in list(window.session.articles):
        window.session.close_article(article)


def click(words: str, seen: list[str]) -> None:
    """As soon as a box is there; what it says is seen."""

    def now() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(f"{box.text()}\n{box.informativeText()}")
        next(button for button in box.buttons() if words in button.text()).click()

    QTimer.singleShot(50, now)


def left_behind(tmp_path: Path) -> list[str]:
    """What the next start would offer."""
    journal = Journal(tmp_path / "state")
    try:
        return [one.title for one in journal.left()]
    finally:
        journal.close()


def test_what_is_unsaved_when_closing_fails_is_kept_for_the_next_start(window, tmp_path, monkeypatch):
    click("Close all the same", seen := [])
    with monkeypatch.context() as broken:
        broken.setattr(window.panel, "commit", fail)
        assert may_close(window, window.commands.may_leave)
    assert seen == [
        "Pressmark could not close as it should\nRuntimeError: nobody saw it coming\n\n"
        "What is not saved is kept and offered at the next start:\n• Quay opens"
    ]
    window.journaling.journal().close()  # as the end of the process does
    assert left_behind(tmp_path) == ["Quay opens"]


def test_who_stays_has_it_all_and_may_try_again(window, monkeypatch):
    click("Stay", [])
    with monkeypatch.context() as broken:
        broken.setattr(window.commands, "may_leave", fail)
        assert not may_close(window, window.commands.may_leave)
    assert len(window.session.unsaved) == 1
    click("Save", seen := [])
    assert may_close(window, window.commands.may_leave)
    assert len(seen) == 1
    assert window.session.unsaved == []


def test_where_it_cannot_be_kept_the_analyst_is_told_before_it_is_lost(window, monkeypatch):
    click("Stay", seen := [])
    with monkeypatch.context() as broken:
        broken.setattr(window.panel, "commit", fail)
        broken.setattr(window.journaling, "flush", fail)
        assert not may_close(window, window.commands.may_leave)
    assert "could not be kept, and would be lost:\n• Quay opens" in seen[0]
    window.journaling.flush()


def test_what_fails_after_the_decision_to_leave_holds_nobody(window, monkeypatch):
    click("Close without saving", [])
    with monkeypatch.context() as broken:
        broken.setattr(window, "saveGeometry", fail)
        broken.setattr(window.journaling, "close", fail)
        assert may_close(window, window.commands.may_leave)
