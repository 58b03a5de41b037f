"""The history of the session against the plainest model of it: a list of snapshots and a place in it."""

from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.session import Session
from pressmark.article import Span
from pressmark.brief import LineStyle
from pressmark.changes import delete
from pressmark.labels import Label
from pressmark.loading import load_bytes

TEXTS = (
    "Fund promised\n\n“We will pay 😀,” Mara Venn said in Port Almar. Venn pledged €42m.",
    "Another day\n\nMara Venn came to بورت ألمار and pledged €1m more.",
)
LABELS = st.sampled_from(["quote", "pledge", "actor", "location", "claim"])


def snapshot(session: Session) -> object:
    return [
        (dict(article.doc.markup), dict(article.doc.entities), article.doc.codebook, article.doc.source)
        for article in session.articles
    ]


class History(RuleBasedStateMachine):
    @initialize()
    def open(self) -> None:
        self.session = Session("ana")
        self.session.add(load_bytes(text.encode(), "story.txt", datetime.now(UTC)) for text in TEXTS)
        self.states, self.at = [snapshot(self.session)], 0

    def did(self) -> None:
        """A step that changed something is put after the place where the history stood."""
        now = snapshot(self.session)
        if self.session.undo_stack.count() != len(self.states) - 1 or now != self.states[self.at]:
            self.states = [*self.states[: self.at + 1], now]
            self.at += 1

    def keys(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.session.doc.markup)))

    def spans(self, data: st.DataObject) -> list[Span]:
        end = len(self.session.doc.article.text)
        starts = data.draw(st.lists(st.integers(0, end - 1), min_size=1, max_size=3))
        return [Span(start, min(end, start + data.draw(st.integers(1, 12)))) for start in starts]

    @rule(number=st.integers(0, 1))
    def go_to(self, number: int) -> None:
        self.session.show_article(self.session.articles[number])

    @rule(data=st.data(), label=LABELS)
    def annotate(self, data: st.DataObject, label: str) -> None:
        if self.session.doc.codebook.label(label):
            self.session.annotate(label, self.spans(data))
            self.did()

    @rule()
    def add_label(self) -> None:
        self.session.add_label(Label("claim", "Claim", "orange", LineStyle.SOLID, prefix="c"))
        self.did()

    @precondition(lambda self: self.session.doc.markup)
    @rule(data=st.data(), label=LABELS)
    def relabel(self, data: st.DataObject, label: str) -> None:
        if self.session.doc.codebook.label(label):
            self.session.relabel(self.keys(data), label)
            self.did()

    @precondition(lambda self: self.session.doc.markup)
    @rule(data=st.data(), note=st.sampled_from(["", "who heard it?", "see p. 3"]))
    def note(self, data: st.DataObject, note: str) -> None:
        self.session.set_note(self.keys(data), note)
        self.did()

    @precondition(lambda self: self.session.doc.markup)
    @rule(
        data=st.data(), name=st.sampled_from(["entity", "amount", "cue"]), typed=st.sampled_from(["", "€5m"])
    )
    def value(self, data: st.DataObject, name: str, typed: str) -> None:
        key = self.keys(data)
        if self.session.doc.codebook.style_of(self.session.doc.markup[key].label).attribute(name):
            self.session.set_value(key, name, typed)
            self.did()

    @precondition(lambda self: self.session.doc.markup)
    @rule(data=st.data())
    def spans_of(self, data: st.DataObject) -> None:
        self.session.set_spans(self.keys(data), self.spans(data))
        self.did()

    @precondition(lambda self: self.session.doc.markup)
    @rule(data=st.data(), role=st.sampled_from(["speaker", "pledger", "recipient"]))
    def link(self, data: st.DataObject, role: str) -> None:
        self.session.link(self.keys(data), role, "Mara Venn")
        self.did()

    @precondition(lambda self: self.session.doc.markup)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.session.delete(self.keys(data))
        self.did()

    @rule()
    def delete_all_everywhere(self) -> None:
        articles = self.session.articles
        self.session.do_all("Delete all", [(one, delete(one.doc, list(one.doc.markup))) for one in articles])
        self.did()

    @rule()
    def undo(self) -> None:
        self.session.undo_stack.undo()
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        self.session.undo_stack.redo()
        self.at = min(len(self.states) - 1, self.at + 1)

    @rule(data=st.data())
    def jump(self, data: st.DataObject) -> None:
        self.at = data.draw(st.integers(0, len(self.states) - 1))
        self.session.undo_stack.setIndex(self.at)

    @invariant()
    def everything_is_as_the_history_says(self) -> None:
        assert snapshot(self.session) == self.states[self.at]
        assert self.session.undo_stack.index() == self.at
        assert self.session.picked_id in {"", *self.session.doc.markup}


History.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestHistory = History.TestCase
