"""The session with its journal and its file against the plainest model: lists of snapshots.

Crashes, restarts and another program's edits come between the steps of the analyst, in any order.
"""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

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
from tests.desktop.test_journaling import Run
from tests.pressmark.story import HAND, told

Snapshot = dict[str, Annotation]


class Analyst(RuleBasedStateMachine):
    """`states[: at + 1]` is what was done, the rest can be done again; `disk` is what we wrote last."""

    @initialize()
    def begin(self) -> None:
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
        theirs = dict(open_article(self.file).doc.markup) != self.disk
        saved = self.session.save(self.article)
        assert saved is not theirs
        assert self.refused == refused + theirs
        if saved:
            self.disk = dict(self.article.doc.markup)

    @rule(note=st.text(max_size=5))
    def somebody_else_writes_the_file(self, note: str) -> None:
        doc = open_article(self.file).doc
        key = next(iter(doc.markup), "")
        if key:
            doc.apply(changes.set_note(doc, key, f"theirs {note}", HAND))
            save_article(doc, self.file)

    @rule()
    def two_seconds_pass(self) -> None:
        self.run.journaling.flush()

    @rule()
    def crash_and_restore(self) -> None:
        """Two seconds after the last change: the window is as it was, and so is its history."""
        self.run.journaling.flush()
        was_unsaved = self.article.unsaved
        self.crash()
        self.start()
        if was_unsaved:
            self.restore()
        else:
            self.restarted_saved()

    @rule()
    def close_and_open_again(self) -> None:
        """What is not saved is given up, what is saved can be undone."""
        saved = self.article.saved
        self.run.end()
        self.start()
        if saved >= 0:
            self.states, self.at = self.states[: saved + 1], saved
        self.restarted_saved()

    def crash(self) -> None:
        journal = self.run.journaling.journal()
        journal._lock.release()
        journal._database.close()
        self.run.session.deleteLater()

    def restore(self) -> None:
        journal = self.run.journaling.journal()
        found, problems = _left(journal)
        assert (len(found), problems) == (1, [])
        kept = found[0].kept
        article = OpenArticle(found[0].doc, found[0].path, kept.original, held=found[0].held)
        article.remember(kept.changes, kept.position, kept.saved)
        journal.take_over(kept.id, article.key)
        self.run.journaling.adopt(article)
        self.session.put(article)

    def restarted_saved(self) -> None:
        """A file that is as we left it has its history; one that somebody wrote to since begins anew."""
        on_disk = dict(open_article(self.file).doc.markup)
        if on_disk != self.disk or self.session.undo_stack.count() == 0:
            self.disk = on_disk
            self.states, self.at = [on_disk], 0

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


def test_whatever_happens_in_whatever_order_nothing_is_lost(qapp) -> None:
    few = settings(max_examples=40, stateful_step_count=40, deadline=None)
    run_state_machine_as_test(Analyst, settings=few)
