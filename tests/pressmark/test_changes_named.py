"""What the undo menu says: every change names what it does."""

from collections.abc import Callable

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Link
from pressmark.article import SourceRecord, Span
from pressmark.labels import ACTOR, QUOTE
from pressmark.markup import Change
from pressmark.words import BriefWords
from tests.pressmark.story import HAND, at, told


def first_piece(doc: AnnotatedArticle, key: str) -> Span:
    return doc.markup[key].spans[0]


@pytest.mark.parametrize(
    ("action", "name"),
    [
        (lambda doc: changes.annotate(doc, "actor", [at(doc, "Lowick")], HAND)[0], "Label “Lowick” as actor"),
        (
            lambda doc: changes.annotate(doc, "quote", [Span(0, 3), Span(8, 60)], HAND)[0],
            "Label “Har […] towns get a second ferr…” as quote",
        ),
        (lambda doc: changes.delete(doc, ["q1"]), "Delete q1"),
        (lambda doc: changes.delete(doc, ["a1", "a2", "q1"]), "Delete a1, a2, q1"),
        (lambda doc: changes.delete(doc, ["a1", "a2", "q1", "p1"]), "Delete 4 annotations"),
        (lambda doc: changes.relabel(doc, "p1", QUOTE, HAND)[0], "Make p1 a quote"),
        (lambda doc: changes.relabel(doc, "l1", ACTOR, HAND)[0], "Make l1 an actor"),
        (lambda doc: changes.set_value(doc, "p1", "due", "", HAND), "Set due of p1"),
        (lambda doc: changes.set_note(doc, "p1", "Why?", HAND), "Note on p1"),
        (lambda doc: changes.set_spans(doc, "p1", [Span(0, 1)], HAND), "Move the ends of p1"),
        (lambda doc: changes.add_piece(doc, "p1", Span(0, 1), HAND), "Add a piece to p1"),
        (lambda doc: changes.remove_piece(doc, "q1", first_piece(doc, "q1"), HAND), "Remove a piece of q1"),
        (lambda doc: changes.remove_piece(doc, "p1", first_piece(doc, "p1"), HAND), "Delete p1"),
        (lambda doc: changes.link(doc, "p3", "recipient", "l1", HAND), "Link p3 → l1 as recipient"),
        (lambda doc: changes.unlink(doc, "q1", Link("speaker", "a2"), HAND), "Unlink q1 from a2"),
        (lambda doc: changes.set_source(doc, SourceRecord()), "Edit the source record"),
        (lambda doc: changes.set_words(doc, BriefWords("Title")), "Edit the words of the brief"),
    ],
)  # fmt: skip
def test_a_change_says_what_it_does(action: Callable[[AnnotatedArticle], Change], name: str) -> None:
    done = action(told())
    assert done.name == done.inverse().name == name
    assert not done.changes_nothing
