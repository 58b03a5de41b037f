import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.session import Session
from pressmark.article import Span
from pressmark.loading import load, load_bytes


@pytest.fixture
def session(qtbot, tmp_path: Path) -> Session:
    session = Session("ana")
    session.add([load_bytes(b"Quay opens\n\nMara Venn came.", "quay.txt", datetime.now(UTC))])
    session.save(session.current, tmp_path / "quay.pressmark")
    return session


def on_disk(session: Session) -> set[str]:
    return set(load(session.current.path, datetime.now(UTC)).doc.markup)


def test_what_changes_while_it_is_written_stays_unsaved(session, qtbot):
    session.annotate("actor", [Span(12, 21)])
    with qtbot.waitSignal(session.saver.saved):
        session.saver.save(session.current)
        session.annotate("actor", [Span(12, 16)])
    assert on_disk(session) == {"a1"}
    assert session.current.unsaved


def test_what_is_asked_for_while_it_is_written_is_written_after_that(session):
    session.annotate("actor", [Span(12, 21)])
    session.saver.save(session.current)
    session.annotate("actor", [Span(12, 16)])
    session.saver.save(session.current)
    assert session.saver.finish()
    assert on_disk(session) == {"a1", "a2"}
    assert not session.current.unsaved


def test_a_save_that_fails_says_why_and_leaves_the_article_unsaved(session, qtbot, tmp_path):
    session.annotate("actor", [Span(12, 21)])
    session.current.path = tmp_path / "gone" / "quay.pressmark"
    with qtbot.waitSignal(session.notSaved) as told:
        session.saver.save(session.current)
    assert "gone" in told.args[2]
    assert session.current.unsaved


def test_articles_asked_for_in_one_go_are_saved_and_told_of_together(session, qtbot, tmp_path):
    session.add([load_bytes(b"Port opens\n\nOscar Venn left.", "port.txt", datetime.now(UTC))])
    session.save(session.current, tmp_path / "port.pressmark")
    for article in session.articles:
        session.show_article(article)
        session.annotate("actor", [Span(12, 16)])
    with qtbot.waitSignal(session.saver.saved) as saved:
        for article in session.unsaved:
            session.saver.save(article)
    assert saved.args == [session.articles]
    assert session.unsaved == []
    assert all(set(load(one.path, datetime.now(UTC)).doc.markup) == {"a1"} for one in session.articles)


def test_of_a_group_those_that_can_be_written_are_saved(session, qtbot, tmp_path):
    session.add([load_bytes(b"Port opens\n\nOscar Venn left.", "port.txt", datetime.now(UTC))])
    good, bad = session.articles
    bad.path = tmp_path / "gone" / "port.pressmark"
    session.annotate("actor", [Span(12, 16)])
    with qtbot.waitSignals([session.saver.saved, session.notSaved]):
        for article in session.articles:
            session.saver.save(article)
    assert (good.unsaved, bad.unsaved) == (False, True)


def test_who_is_told_of_a_failure_may_save_elsewhere_at_once(session, qtbot, tmp_path):
    session.annotate("actor", [Span(12, 21)])
    session.current.path = tmp_path / "gone" / "quay.pressmark"
    waited: list[float] = []

    def save_elsewhere(*_: object) -> None:
        start = time.monotonic()
        assert session.save(session.current, tmp_path / "elsewhere.pressmark")
        waited.append(time.monotonic() - start)

    session.notSaved.connect(save_elsewhere)
    with qtbot.waitSignal(session.notSaved):
        session.saver.save(session.current)
    assert waited[0] < 5
    assert on_disk(session) == {"a1"}
