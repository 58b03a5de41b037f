"""Copies merged without what they came from: nothing that either has is lost."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import SourceRecord, Span
from pressmark.changes import Hand
from pressmark.three_way import Merged, merge
from pressmark.three_way_base import common_base
from tests.pressmark.operations import operations
from tests.pressmark.story import at, told

ANA = Hand("ana", "2026-11-15T10:00:00+00:00")
OTTO = Hand("otto", "2026-11-15T11:00:00+00:00")


def merged(mine: AnnotatedArticle, theirs: AnnotatedArticle) -> Merged:
    return merge(common_base(mine, theirs), mine, theirs)


def annotated(doc: AnnotatedArticle, label: str, words: str, hand: Hand) -> str:
    change, key = changes.annotate(doc, label, [at(doc, words)], hand)
    doc.apply(change)
    return key


def test_what_each_has_added_stays_though_both_gave_it_one_id() -> None:
    mine, theirs = told(), told()
    key = annotated(mine, "actor", "Lowick", ANA)
    assert annotated(theirs, "actor", "Port Almar", OTTO) == key
    doc = mine.after(merged(mine, theirs).change())
    assert merged(mine, theirs).conflicts == ()
    words = [doc.article.words_at(one.spans[0]) for one in doc.markup.values() if one.label == "actor"]
    assert {"Lowick", "Port Almar"} <= {*words}
    assert len(doc.markup) == len(told().markup) + 2


def test_a_value_that_one_hand_has_set_is_taken() -> None:
    mine, theirs = told(), told()
    theirs.apply(changes.set_note(theirs, "p1", "Ask the ministry.", OTTO))
    assert mine.after(merged(mine, theirs).change()).markup["p1"].note == "Ask the ministry."
    assert theirs.after(merged(theirs, mine).change()).markup["p1"].note == "Ask the ministry."


def test_what_both_have_changed_is_asked() -> None:
    mine, theirs = told(), told()
    mine.apply(changes.set_value(mine, "p1", "amount", "£42m", ANA))
    theirs.apply(changes.set_value(theirs, "p1", "amount", "£44m", OTTO))
    (conflict,) = merged(mine, theirs).conflicts
    assert (conflict.key, conflict.mine, conflict.theirs) == ("p1", "GBP 42000000", "GBP 44000000")


def test_a_place_that_both_have_moved_is_asked() -> None:
    mine, theirs = told(), told()
    was = mine.markup["p1"].spans[0]
    mine.apply(changes.set_spans(mine, "p1", [Span(was.start, was.end - 1)], ANA))
    theirs.apply(changes.set_spans(theirs, "p1", [Span(was.start, was.end - 2)], OTTO))
    (conflict,) = merged(mine, theirs).conflicts
    assert (conflict.key, conflict.part) == ("p1", "place")


def test_what_one_has_deleted_comes_back() -> None:
    mine, theirs = told(), told()
    theirs.apply(changes.delete(theirs, ["p1"]))
    assert "p1" in mine.after(merged(mine, theirs).change()).markup


def test_of_the_source_record_what_one_has_left_empty_is_filled() -> None:
    mine, theirs = told(), told()
    mine.apply(changes.set_source(mine, replace(mine.source, author="")))
    assert mine.after(merged(mine, theirs).change()).source == theirs.source
    assert theirs.source != SourceRecord()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_annotation_of_either_is_lost(data: st.DataObject) -> None:
    mine, theirs = told(), told()
    for doc in (mine, theirs):
        for _ in range(data.draw(st.integers(0, 4))):
            if change := data.draw(operations(doc)):
                doc.apply(change)
    outcome = merged(mine, theirs)
    doc = mine.after(outcome.change())
    for side, ids in ((mine, outcome.renamed), (theirs, {})):
        assert {ids.get(key, key) for key in side.markup} <= {*doc.markup}
    again = merged(doc, doc.copy())
    assert (again.conflicts, again.change().edits) == ((), ())
