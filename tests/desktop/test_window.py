"""The window put together: what one part asks of another."""

from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import resources
from desktop.app import make_window
from desktop.settings import Settings
from desktop.window import MainWindow

STORY = "Port deal\n\n“We pay,” Mara Venn said, “and we stay.” She promised €42m by June 2027.\n"


@pytest.fixture
def window(themed, qtbot, tmp_path) -> MainWindow:
    """With a story open and the keyboard in its text."""
    source = tmp_path / "story.txt"
    source.write_text(STORY, encoding="utf-8")
    window = make_window(QApplication.instance(), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=forget_changes)
    window.show()
    window.activateWindow()
    window.open_paths([Path(source)])
    qtbot.waitUntil(lambda: window.session.current is not None)
    window.article_view.setFocus()
    return window


def forget_changes(window: MainWindow) -> None:
    for article in list(window.session.articles):
        window.session.close_article(article)


def press(window: MainWindow, *keys: str) -> None:
    for key in keys:
        QTest.keySequence(QApplication.focusWidget(), key)
        QApplication.processEvents()


def test_a_quote_in_two_pieces_and_its_speaker_by_a_dozen_keys(window):
    press(window, '"', "Q", '"', "+", "Tab")
    QTest.keyClicks(QApplication.focusWidget(), "mara")
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup or QApplication.focusWidget(), Qt.Key.Key_Return)
    press(window, "Escape")
    doc = window.session.doc
    assert doc.markup["q1"].words(doc.article) == ("“We pay,”", "“and we stay.”")
    assert doc.markup["a1"].words(doc.article) == ("Mara Venn",)
    assert doc.markup["q1"].targets("speaker") == ("a1",)
    assert window.article_view.isAncestorOf(QApplication.focusWidget())


def test_keys_that_the_analyst_chose_work_in_menus_and_in_the_text(window):
    window.settings.keys = {"select_word": "X", "toggle_brief": "Ctrl+J"}
    window.keysChanged.emit()
    assert window.key_of("toggle_brief") == "Ctrl+J"
    press(window, "X")
    assert window.session.doc.article.words_at(window.article_view.selected_span()) == "Port"


def test_a_dossier_is_remembered_as_one_not_as_its_articles(window, qtbot, tmp_path):
    folder = tmp_path / "dossier"
    copytree(resources.path("sample"), folder)
    forget_changes(window)
    window.open_paths([folder])
    qtbot.waitUntil(lambda: len(window.session.articles) == 2)
    assert window.settings.recent[0] == folder
    assert [path for path in window.settings.recent if path.parent == folder] == []


def test_the_brief_beside_the_article_scrolls_to_what_is_picked(window, qtbot):
    window.resize(1800, 600)
    window.show_brief(True)
    press(window, '"', "Q")
    brief = window.brief
    qtbot.waitUntil(lambda: "q1" in brief._places, timeout=20_000)
    bar = brief.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    window.session.pick("q1")
    page, down = brief._places["q1"]
    label = brief._pages[page]
    top = brief.verticalScrollBar().value()
    assert top <= label.y() + down * label.height() <= top + brief.viewport().height()
