from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar

from desktop.open_article import OpenArticle
from desktop.views.status_line import StatusLine
from pressmark.changes import Hand, set_note
from pressmark.storage.journal_records import Step


@pytest.fixture
def line(themed, qtbot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1200, 28)
    line.show()
    return line


def said(line: StatusLine) -> list[str]:
    return [one.text() for one in line.findChildren(QLabel) if one.text()]


def test_it_says_saved_only_of_what_is_on_the_disk(line, doc):
    article = OpenArticle(doc)
    line.show_article(article)
    assert said(line)[0] == "Not saved yet"
    article.mark_saved(Path("port.pressmark"), article.state, "")
    line.show_article(article)
    assert said(line)[0] == "Saved"
    article.make(set_note(doc, "p1", "new?", Hand("ana", "2026-11-14T09:12:00+00:00")), Step(0, 1))
    line.show_article(article)
    assert said(line)[0] == "Changed, not saved"


def test_an_article_of_a_newer_version_is_read_only(line, doc):
    line.show_article(OpenArticle(doc, Path("newer.pressmark"), read_only=True))
    assert said(line)[0] == "Read-only"


def test_it_counts_what_is_marked(line, doc):
    line.show_article(OpenArticle(doc))
    assert said(line)[1] == "1 quote, 1 pledge, 2 actors, 1 location"


def test_without_an_article_there_is_nothing_to_say(line, doc):
    line.show_article(OpenArticle(doc))
    line.show_article(None)
    assert said(line) == []


def test_it_names_what_undo_would_undo(line):
    line.show_undo("Note on p1")
    assert said(line) == ["Undo: Note on p1"]
    line.show_undo("")
    assert said(line) == []


def test_progress_is_shown_while_there_is_some(line):
    bar = line.findChild(QProgressBar)
    line.show_progress(0.423)
    assert (bar.isVisible(), bar.value()) == (True, 42)
    line.hide_progress()
    assert not bar.isVisible()


def test_a_sentence_goes_by_itself(line, qtbot):
    line._timer.setInterval(10)
    line.say("Saved 09:31:04")
    assert said(line) == ["Saved 09:31:04"]
    qtbot.waitUntil(lambda: said(line) == [])
