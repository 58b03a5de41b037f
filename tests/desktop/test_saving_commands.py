"""Saving under chosen names, and earlier versions that come back beside the article, never over it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark.article import Span
from pressmark.loading import load
from pressmark.storage.articles import open_article, save_article
from tests.pressmark.story import told


@pytest.fixture
def chosen(monkeypatch) -> list[str]:
    """What the system's dialog was asked to suggest, which it answers with."""
    suggested: list[str] = []

    def answer(_parent, _title, suggestion, *_) -> tuple[str, str]:
        suggested.append(suggestion)
        return suggestion, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return suggested


def messages(window) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def of_newer_make(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'version="1', b'version="9', 1))


def test_an_earlier_version_comes_back_as_a_copy_and_the_article_stays(window, file, chosen, qtbot):
    first = file.read_bytes()
    window.session.annotate("actor", [Span(0, 3)])
    window.commands.save()
    window.session.saver.finish()
    qtbot.waitUntil(lambda: len(window.backups.backups.all_of(window.session.current.key)) == 1)
    window.backups.backups.keep(window.session.current.key, first)
    article = window.session.current

    def restore() -> None:
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(0, restore)
    window.commands.earlier_versions()
    qtbot.waitUntil(lambda: len(window.session.articles) == 2)
    copy = Path(chosen[0])
    assert copy.parent == file.parent
    assert copy.read_bytes() == first
    assert window.session.current.path == copy
    assert "actor" in [one.label for one in article.doc.markup.values()]
    assert file.read_bytes() != first


def test_without_any_article_earlier_versions_can_be_looked_through(window, qtbot):
    window.commands.close_article()
    seen: list[str] = []

    def leave() -> None:
        seen.append(QApplication.activeModalWidget().windowTitle())
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)

    QTimer.singleShot(0, leave)
    window.commands.earlier_versions()
    assert len(seen) == 1
    assert not window.session.articles


def test_no_file_is_saved_over_that_another_article_is_open_from(window, file, tmp_path, monkeypatch, qtbot):
    other = tmp_path / "quay.pressmark"
    save_article(told(), other)
    window.session.add([load(other, datetime.now(UTC))])
    before = file.read_bytes()
    window.session.annotate("actor", [Span(0, 3)])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window.commands.save_as()
    qtbot.waitUntil(lambda: len(messages(window)) == 1)
    assert messages(window)[0].text() == "Nothing was saved"
    assert "choose another name" in messages(window)[0].informativeText()
    assert file.read_bytes() == before
    assert window.session.current.path == other
    assert window.session.current.unsaved


def test_a_name_without_ending_is_given_that_of_articles(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "later"), ""))
    window.commands.save_as()
    assert open_article(tmp_path / "later.pressmark").doc.article.text == told().article.text


def test_an_article_of_a_newer_pressmark_is_saved_as_a_copy(themed, file, tmp_path, chosen, qtbot):
    of_newer_make(file)
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=lambda one: one.session.articles.clear())
    window.session.add([load(file, datetime.now(UTC))])
    article, before = window.session.current, file.read_bytes()
    assert article.read_only
    window.commands.save()
    assert [Path(name).name for name in chosen] == ["ferry-copy.pressmark"]
    assert file.read_bytes() == before
    assert article.path == tmp_path / "ferry-copy.pressmark"
    assert not article.read_only
