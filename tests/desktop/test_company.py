"""Two windows on one article: each is told of the other once, and word of it goes with the window."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark.loading import load
from pressmark.storage.presence import Presence, announce


@pytest.fixture
def opened(themed, tmp_path, qtbot):
    def open_in_a_window(file: Path) -> MainWindow:
        window = MainWindow(Settings(tmp_path / "settings.ini"))
        qtbot.addWidget(window, before_close_func=lambda one: one.session.articles.clear())
        window.show()
        window.session.add([load(file, datetime.now(UTC))])
        return window

    return open_in_a_window


def word_beside(file: Path) -> Path:
    return file.with_name(f".~open.{file.name}#")


def messages(window) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def of_another_desk(file: Path) -> None:
    """As a colleague's computer leaves it on a share, and crashed: nothing here ever takes it back."""
    assert isinstance(announce(file, "Ana Ruiz"), Presence)
    word = json.loads(word_beside(file).read_bytes())
    word["host"] = word["process"]["machine"] = "newsdesk-3"
    word_beside(file).write_text(json.dumps(word))


def test_the_second_window_is_told_who_has_the_article_open_and_where(opened, file, qtbot):
    first = opened(file)
    qtbot.waitUntil(word_beside(file).exists)
    assert not messages(first)
    second = opened(file)
    qtbot.waitUntil(lambda: len(messages(second)) == 1)
    box = messages(second)[0]
    assert box.text() == f"“{second.session.current.name}” is open elsewhere, too"
    assert "in another window on this computer" in box.informativeText()
    box.button(QMessageBox.StandardButton.Ok).click()
    second.session.currentChanged.emit()
    qtbot.wait(100)
    assert not messages(second)
    assert first.session.current.path == second.session.current.path


def test_an_article_open_on_another_desk_is_ours_when_the_analyst_knows_better(opened, file, qtbot):
    of_another_desk(file)
    window = opened(file)
    qtbot.waitUntil(lambda: len(messages(window)) == 1)
    box = messages(window)[0]
    assert "on newsdesk-3 by Ana Ruiz" in box.informativeText()
    next(one for one in box.buttons() if one.text() == "Not any more").click()
    qtbot.waitUntil(lambda: b"newsdesk-3" not in word_beside(file).read_bytes())
    assert not messages(window)
    window.close()
    assert not word_beside(file).exists()


def test_word_is_taken_back_with_the_article_and_with_the_window(opened, file, tmp_path, qtbot):
    window = opened(file)
    qtbot.waitUntil(word_beside(file).exists)
    window.commands.close_article()
    assert not word_beside(file).exists()
    window.session.add([load(file, datetime.now(UTC))])
    qtbot.waitUntil(word_beside(file).exists)
    window.close()
    assert not word_beside(file).exists()


def test_saved_under_another_name_word_lies_beside_the_new_file(opened, file, tmp_path, qtbot):
    window = opened(file)
    qtbot.waitUntil(word_beside(file).exists)
    other = tmp_path / "later.pressmark"
    assert window.session.save(window.session.current, other)
    qtbot.waitUntil(word_beside(other).exists)
    assert not word_beside(file).exists()
