"""The session with its journal and its file against the plainest model: lists of snapshots.

Crashes, restarts and another program's edits come between the steps of the analyst, in any order.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop.open_article import OpenArticle
from desktop.recovery import _left
from desktop.session import Session
from pressmark import changes
from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.loading import load
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.recovering import Recovered
from tests.desktop.test_journaling import Run
from tests.pressmark.story import HAND, told

Snapshot = dict[str, Annotation]


def on_disk(file: Path) -> Snapshot:
    return dict(open_article(file).doc.markup)


def said(markup: Mapping[str, Annotation]) -> Snapshot:
    """What is said, whenever it was: who changes it back has nothing to lose."""
    return {key: replace(one, modified="") for key, one in markup.items()}


class Analyst(RuleBasedStateMachine):
    """`states[: at + 1]` is what was done, the rest can be done again; `disk` is what we wrote last."""

    @initialize()
    def begin(self) -> None:
        self.written = 0
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "story.pressmark"
        save_article(told(), self.file)
        self.disk: Snapshot = dict(told().markup)
        self.start()
        self.states, self.at = [dict(told().markup)], 0

    def start(self) -> None:
        self.run = Run(Path(self.folder.name))
        self.run.session.add([load(self.file, datetime.now(UTC))])
        self.refused = 0
        self.run.session.changedOutside.connect(lambda _: self.count_refused())

    def count_refused(self) -> None:
        self.refused += 1

    @property
    def session(self) -> Session:
        return self.run.session

    @property
    def article(self) -> OpenArticle:
        assert self.session.current is not None
        return self.session.current

    def did(self) -> None:
        now = dict(self.article.doc.markup)
        if now != self.states[self.at]:
            self.states = [*self.states[: self.at + 1], now]
            self.at += 1

    @rule(start=st.integers(0, 60), label=st.sampled_from(["quote", "actor", "pledge"]))
    def label(self, start: int, label: str) -> None:
        self.session.annotate(label, [Span(start, start + 7)])
        self.did()

    @precondition(lambda self: self.article.doc.markup)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.session.delete(data.draw(st.sampled_from(sorted(self.article.doc.markup))))
        self.did()

    @rule(data=st.data())
    def link(self, data: st.DataObject) -> None:
        doc = self.article.doc
        quotes = sorted(one.id for one in doc.markup.values() if one.label == "quote")
        actors = sorted(one.id for one in doc.markup.values() if one.label == "actor")
        if quotes and actors:
            self.session.link(
                data.draw(st.sampled_from(quotes)), "speaker", data.draw(st.sampled_from(actors))
            )
            self.did()

    @rule()
    def undo(self) -> None:
        self.session.undo_stack.undo()
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        self.session.undo_stack.redo()
        self.at = min(len(self.states) - 1, self.at + 1)

    @rule()
    def save(self) -> None:
        refused = self.refused
        theirs = on_disk(self.file) != self.disk
        saved = self.session.save(self.article)
        assert saved is not theirs
        assert self.refused == refused + theirs
        if saved:
            self.disk = dict(self.article.doc.markup)

    @rule()
    def somebody_else_writes_the_file(self) -> None:
        """Never the same again: what has come back to what it was is nobody else's."""
        self.written += 1
        doc = open_article(self.file).doc
        key = next(iter(doc.markup), "")
        if key:
            doc.apply(changes.set_note(doc, key, f"theirs {self.written}", HAND))
            save_article(doc, self.file)

    @rule()
    def two_seconds_pass(self) -> None:
        self.run.journaling.flush()

    @rule()
    def crash_and_restore(self) -> None:
        """Two seconds after the last change: the window is as it was, and so is its history."""
        self.run.journaling.flush()
        was_unsaved = self.article.unsaved and said(self.article.doc.markup) != said(on_disk(self.file))
        self.crash()
        self.start()
        found, problems = _left(self.run.journaling.journal())
        assert (len(found), problems) == (was_unsaved, [])
        if was_unsaved:
            self.restore(found[0])
        else:
            self.restarted_saved()

    @rule()
    def close_and_open_again(self) -> None:
        """What is not saved is given up; what is saved can be undone, and what was undone be done again."""
        saved, was_unsaved = self.article.saved, self.article.unsaved
        self.run.end()
        self.start()
        if was_unsaved and saved >= 0:
            self.states, self.at = self.states[: saved + 1], saved
        self.restarted_saved()

    def crash(self) -> None:
        journal = self.run.journaling.journal()
        journal._lock.release()
        journal._database.close()
        self.run.session.deleteLater()

    def restore(self, found: Recovered) -> None:
        kept = found.kept
        article = OpenArticle(found.doc, found.path, kept.original, held=found.held)
        article.remember(kept.changes, kept.position, kept.saved)
        self.run.journaling.journal().take_over(kept.id, article.key)
        self.run.journaling.adopt(article)
        self.session.put(article)

    def restarted_saved(self) -> None:
        """A file that is as we left it has its history; one that somebody wrote to since begins anew."""
        now = on_disk(self.file)
        if now != self.disk or self.session.undo_stack.count() == 0:
            self.disk = now
            self.states, self.at = [now], 0

    @invariant()
    def the_window_shows_what_the_model_holds(self) -> None:
        if hasattr(self, "states"):
            assert dict(self.article.doc.markup) == self.states[self.at]
            stack = self.session.undo_stack
            assert (stack.index(), stack.count()) == (self.at, len(self.states) - 1)

    @invariant()
    def the_file_is_whole(self) -> None:
        if hasattr(self, "states"):
            open_article(self.file)

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        stack = self.session.undo_stack
        for state in reversed(self.states[: self.at]):
            stack.undo()
            assert dict(self.article.doc.markup) == state
        assert not stack.canUndo()
        self.crash()
        self.folder.cleanup()


@pytest.mark.parametrize("examples", [40, pytest.param(1_000, marks=pytest.mark.faults)])
def test_whatever_happens_in_whatever_order_nothing_is_lost(qapp, examples: int) -> None:
    run_state_machine_as_test(
        Analyst, settings=settings(max_examples=examples, stateful_step_count=40, deadline=None)
    )
