"""Two hands on one article: nothing of either is lost, and what they disagree on is asked."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, SourceRecord
from pressmark.changes import Hand
from pressmark.entities import Entity
from pressmark.labels import STANDARD_CODEBOOK, AttributeDefinition, Codebook, Label, LineStyle
from pressmark.markup import Change, ChangeDoesNotFit
from pressmark.storage.write_xml import to_xml
from pressmark.three_way import Merged, TextsDiffer, merge
from tests.pressmark.operations import operations
from tests.pressmark.story import BLOCKS, at, told
from tests.pressmark.strategies import docs

ANA = Hand("ana", "2026-11-15T10:00:00+00:00")
OTTO = Hand("otto", "2026-11-15T11:00:00+00:00")

Make = Callable[[AnnotatedArticle], Change]


def made(doc: AnnotatedArticle, *makes: Make) -> AnnotatedArticle:
    """A copy after some changes."""
    doc = doc.copy()
    for make in makes:
        doc.apply(make(doc))
    return doc


def state(doc: AnnotatedArticle) -> tuple[object, ...]:
    return doc.source, doc.codebook, doc.words, doc.filing, dict(doc.entities), dict(doc.markup), to_xml(doc)


def result(merged: Merged, *theirs: int) -> AnnotatedArticle:
    return merged.mine.after(merged.change(theirs))


def value(key: str, name: str, typed: str, hand: Hand = ANA) -> Make:
    return lambda doc: changes.set_value(doc, key, name, typed, hand)


def deleted(*keys: str) -> Make:
    return lambda doc: changes.delete(doc, keys)


def linked(key: str, role: str, target: str, hand: Hand = ANA) -> Make:
    return lambda doc: changes.link(doc, key, role, target, hand)


def marked(label: str, words: str, hand: Hand = ANA, **values: str) -> Make:
    return lambda doc: changes.annotate(doc, label, [at(doc, words)], hand, values)[0]


def book(make: Callable[[Codebook], Codebook]) -> Make:
    return lambda doc: changes.set_codebook(doc, make(doc.codebook), "Change the codebook")


def worked(data: st.DataObject, base: AnnotatedArticle) -> AnnotatedArticle:
    """A copy after whatever an analyst may have done."""
    doc = base.copy()
    for _ in range(data.draw(st.integers(0, 5), "how many")):
        if change := data.draw(operations(doc)):
            doc.apply(change)
    return doc


def three(data: st.DataObject) -> tuple[AnnotatedArticle, AnnotatedArticle, AnnotatedArticle]:
    base = worked(data, told())
    return base, worked(data, base), worked(data, base)


def label_at(doc: AnnotatedArticle, key: str) -> str:
    return doc.markup[key].label if key in doc.markup else ""


def chosen(data: st.DataObject, merged: Merged) -> set[int]:
    numbers = range(len(merged.conflicts))
    return data.draw(st.sets(st.sampled_from(numbers))) if numbers else set()


@given(docs(), docs())
@settings(max_examples=80, deadline=None)
def test_what_only_one_hand_changed_is_taken_whatever_it_is(base: AnnotatedArticle, other: AnnotatedArticle):
    changed = AnnotatedArticle(
        base.article,
        other.source,
        codebook=other.codebook,
        entities=other.entities.values(),
        annotations=[one for one in other.markup.values() if all(map(base.article.holds, one.spans))],
        words=other.words,
        filing=other.filing,
        foreign=other.foreign,
    )
    mine = merge(base, changed, base)
    assert (mine.conflicts, mine.change().edits, mine.taken) == ((), (), 0)
    theirs = merge(base, base, changed)
    assert (theirs.conflicts, theirs.kept, theirs.renamed) == ((), 0, {})
    taken = result(theirs)
    taken.foreign = theirs.foreign
    assert state(taken) == state(changed)
    alike = merge(base, changed, changed.copy())
    assert (alike.conflicts, alike.change().edits) == ((), ())


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_annotation_is_lost_that_no_side_deleted(data: st.DataObject) -> None:
    base, mine, theirs = three(data)
    merged = merge(base, mine, theirs)
    after = result(merged, *chosen(data, merged))
    added = {merged.renamed.get(key, key) for key in mine.markup if key not in base.markup}
    assert added | (theirs.markup.keys() - base.markup.keys()) <= after.markup.keys()
    assert base.markup.keys() & mine.markup.keys() & theirs.markup.keys() <= after.markup.keys()
    assert not after.markup.keys() - added - mine.markup.keys() - theirs.markup.keys()
    assert not set(merged.renamed.values()) & {*base.markup, *mine.markup, *theirs.markup}


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_nothing_hangs_loose_afterwards_and_undo_takes_all_of_it_back(data: st.DataObject) -> None:
    base, mine, theirs = three(data)
    merged = merge(base, mine, theirs)
    change = merged.change(chosen(data, merged))
    before = state(mine)
    after = mine.after(change)
    for one in after.markup.values():
        assert {link.target for link in one.links} <= after.markup.keys()
        known = mine.entities.keys() | theirs.entities.keys()
        assert set(one.attributes.values()) & known <= after.entities.keys()
        holders = [doc for doc in (mine, theirs) if one.label == label_at(doc, one.id)]
        if holders and all(doc.codebook.label(one.label) for doc in holders):
            assert after.codebook.label(one.label)
    after.apply(change.inverse())
    assert state(after) == before


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_changes_that_do_not_touch_come_out_as_if_made_one_after_the_other(data: st.DataObject) -> None:
    base = worked(data, told())
    one, other = data.draw(operations(base)), data.draw(operations(base))
    assume(one and other)
    mine, theirs = base.after(one), base.after(other)
    try:
        both, swapped = mine.after(other), theirs.after(one)
    except ChangeDoesNotFit:
        assume(False)
    merged = merge(base, mine, theirs)
    assume(not merged.conflicts)  # a tie to what the other hand deletes fits in both orders
    after = result(merged)
    assert dict(after.markup) == dict(both.markup) == dict(swapped.markup)
    assert (after.source, after.words, after.codebook) == (both.source, both.words, both.codebook)
    assert after.entities.items() <= both.entities.items()


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_it_is_the_same_from_the_other_side(data: st.DataObject) -> None:
    base, mine, theirs = three(data)
    merged, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assume(not merged.renamed)
    assert len(merged.conflicts) == len(other.conflicts)
    after, swapped = result(merged), result(other, *range(len(other.conflicts)))
    assert dict(after.markup) == dict(swapped.markup)
    assert dict(after.entities) == dict(swapped.entities)
    assert (after.source, after.words) == (swapped.source, swapped.words)


def test_different_parts_of_one_annotation_merge_and_it_was_modified_last_by_the_later() -> None:
    base = told()
    mine = made(base, value("p1", "amount", "£41m"), lambda doc: changes.set_note(doc, "p1", "mine", ANA))
    theirs = made(
        base,
        value("p1", "status", "kept", OTTO),
        value("p1", "due", "", OTTO),
        lambda doc: changes.set_spans(doc, "p1", [at(doc, "a second ferry")], OTTO),
    )
    merged = merge(base, mine, theirs)
    assert (merged.conflicts, merged.taken, merged.kept) == ((), 1, 1)
    one = result(merged).markup["p1"]
    assert one.attributes == {"amount": "GBP 41000000", "status": "kept"}
    assert (one.note, one.spans, one.modified) == ("mine", theirs.markup["p1"].spans, OTTO.now)


def test_one_attribute_changed_on_both_sides_is_a_conflict_that_the_analyst_decides() -> None:
    base = told()
    mine = made(base, value("p1", "amount", "£41m"), value("p3", "conditions", ""))
    theirs = made(base, value("p1", "amount", "£42m", OTTO), value("p3", "conditions", "soon", OTTO))
    merged = merge(base, mine, theirs)
    told_of = [(one.kind, one.key, one.part, one.mine, one.theirs) for one in merged.conflicts]
    assert told_of == [
        (Annotation, "p1", "value:amount", "GBP 41000000", "GBP 42000000"),
        (Annotation, "p3", "value:conditions", None, "soon"),
    ]
    assert merged.change().changes_nothing is False  # the later time of modification
    assert result(merged).markup["p1"].value("amount") == "GBP 41000000"
    after = result(merged, 0)
    assert after.markup["p1"].value("amount") == "GBP 42000000"
    assert after.markup["p3"].value("conditions") == ""
    assert result(merged, 0, 1).markup["p3"].value("conditions") == "soon"


def test_what_both_changed_alike_is_no_conflict() -> None:
    base = told()
    both = (value("p1", "amount", "£41m"), deleted("q1"), marked("location", "Lowick"))
    merged = merge(base, made(base, *both), made(base, *both))
    assert (merged.conflicts, merged.change().edits) == ((), ())


def test_new_annotations_of_both_stay_theirs_under_the_id_and_the_ties_of_mine_follow() -> None:
    base = told()
    mine = made(
        base,
        marked("actor", "The transport minister"),
        marked("quote", "We will build it"),
        linked("q2", "speaker", "a3"),
        linked("p3", "pledger", "a3"),
    )
    theirs = made(base, marked("actor", "Lowick", OTTO), linked("p1", "pledger", "a3", OTTO))
    merged = merge(base, mine, theirs)
    assert merged.conflicts == ()
    assert merged.renamed == {"a3": "a4"}
    after = result(merged)
    assert after.markup["a3"] == theirs.markup["a3"]
    assert after.markup["a4"].spans == mine.markup["a3"].spans
    assert after.markup["q2"].targets("speaker") == ("a4",)
    assert after.markup["p3"].targets("pledger") == ("a4",)
    assert after.markup["p1"].targets("pledger") == ("a1", "a3")


def test_the_same_words_tied_to_different_new_annotations_are_different() -> None:
    base = told()
    quote = marked("quote", "We will build it")
    mine = made(base, marked("actor", "Lowick"), quote, linked("q2", "speaker", "a3"))
    theirs = made(base, marked("actor", "The transport minister"), quote, linked("q2", "speaker", "a3"))
    merged = merge(base, mine, theirs)
    assert merged.renamed == {"a3": "a4", "q2": "q3"}
    after = result(merged)
    assert [after.markup[key].targets("speaker") for key in ("q2", "q3")] == [("a3",), ("a4",)]


def test_a_new_id_is_none_that_any_side_has_ever_used() -> None:
    base = told()
    mine = made(base, *[marked("actor", word) for word in ("Venn", "Port Almar", "ferry")], deleted("a5"))
    theirs = made(base, *[marked("actor", word) for word in ("Lowick", "minister")])
    merged = merge(base, mine, theirs)
    assert merged.renamed == {"a3": "a6", "a4": "a7"}


@pytest.mark.parametrize("kept_by_theirs", [True, False])
def test_deleted_here_and_changed_there_is_asked_and_what_stays_has_its_ties_back(
    kept_by_theirs: bool,
) -> None:
    base = told()
    gone, kept = made(base, deleted("a1")), made(base, value("a1", "role", "the minister", OTTO))
    mine, theirs = (gone, kept) if kept_by_theirs else (kept, gone)
    merged = merge(base, mine, theirs)
    ((conflict),) = merged.conflicts
    assert (conflict.kind, conflict.key, conflict.part) == (Annotation, "a1", "")
    assert (conflict.mine is None, conflict.theirs is None) == (kept_by_theirs, not kept_by_theirs)
    stays = result(merged, *([0] if kept_by_theirs else []))
    assert stays.markup["a1"] == kept.markup["a1"]
    assert stays.markup["p1"].targets("pledger") == ("a1",)
    goes = result(merged, *([] if kept_by_theirs else [0]))
    assert "a1" not in goes.markup
    assert goes.markup["p1"].targets("pledger") == ()


def test_deleted_here_and_tied_anew_there_is_asked() -> None:
    base = told()
    mine, theirs = made(base, deleted("a2")), made(base, linked("p3", "pledger", "a2", OTTO))
    merged = merge(base, mine, theirs)
    assert [(one.key, one.part, one.mine) for one in merged.conflicts] == [("a2", "", None)]
    assert result(merged).markup["p3"].links == ()
    after = result(merged, 0)
    assert after.markup["p3"].targets("pledger") == ("a2",)
    assert after.markup["q1"].targets("speaker") == ("a2",)


def test_ties_that_went_with_what_they_led_to_are_no_change() -> None:
    base = told()
    merged = merge(base, made(base, deleted("q1")), made(base, deleted("a2")))
    assert merged.conflicts == ()
    assert not {"q1", "a2"} & result(merged).markup.keys()


def test_a_role_that_holds_one_tie_is_asked_about_and_one_of_many_holds_all() -> None:
    base = made(told(), marked("actor", "Lowick"))
    mine = made(base, linked("q1", "speaker", "a1"), linked("p3", "pledger", "a1"))
    theirs = made(base, linked("q1", "speaker", "a3", OTTO), linked("p3", "pledger", "a3", OTTO))
    merged = merge(base, mine, theirs)
    assert [(one.key, one.part) for one in merged.conflicts] == [("q1", "role:speaker")]
    after = result(merged, 0)
    assert after.markup["q1"].targets("speaker") == ("a3",)
    assert after.markup["p3"].targets("pledger") == ("a1", "a3")


def test_an_entity_that_one_hand_still_names_stays_and_one_that_neither_does_goes() -> None:
    base = told()
    mine = made(base, deleted("a1", "a2"))
    theirs = made(base, marked("actor", "minister", OTTO, entity="Nora Venn"))
    assert "nora-venn" not in mine.entities
    after = result(merge(base, mine, theirs))
    assert after.markup["a3"].value("entity") == "nora-venn"
    assert after.entities["nora-venn"] == base.entities["nora-venn"]
    halves = merge(base, made(base, deleted("a1")), made(base, deleted("a2")))
    assert halves.conflicts == ()
    assert "nora-venn" not in result(halves).entities


def test_one_entity_that_both_added_is_one() -> None:
    base = told()
    mine = made(base, marked("actor", "Lowick", entity="Lowick Council", kind="group"))
    theirs = made(base, marked("actor", "minister", entity="Lowick Council", kind="government"))
    merged = merge(base, mine, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.kind, conflict.key, conflict.part) == (Entity, "lowick-council", "kind")
    after = result(merged, 0)
    assert after.entities["lowick-council"].kind == "government"
    assert [after.markup[key].value("entity") for key in merged.renamed.values()] == ["lowick-council"]


def test_source_record_and_words_are_merged_field_by_field() -> None:
    base = told()
    mine, theirs = base.copy(), base.copy()
    mine.apply(changes.set_source(mine, replace(mine.source, outlet="Courier", author="I. Marlow")))
    theirs.apply(changes.set_source(theirs, replace(theirs.source, outlet="The Courier", status="corrected")))
    mine.apply(changes.set_words(mine, replace(mine.words, title="Ferries")))
    theirs.apply(changes.set_words(theirs, replace(theirs.words, sender="Desk")))
    merged = merge(base, mine, theirs)
    assert [(one.kind, one.part) for one in merged.conflicts] == [(SourceRecord, "outlet")]
    after = result(merged, 0)
    assert after.source == replace(theirs.source, author="I. Marlow")
    assert after.words == replace(base.words, title="Ferries", sender="Desk")
    assert result(merged).source.outlet == "Courier"


DEAL = Label("deal", "Deal", "teal", LineStyle.DOUBLE, "D", "d")
DATE = Label("date", "Date", "grey", LineStyle.SOLID, "D", "d", parent="quote")


def test_labels_are_merged_one_by_one_and_share_no_key_and_no_prefix() -> None:
    base = told()
    mine = made(base, book(lambda old: Codebook((DEAL, *old.labels))))
    theirs = made(base, book(lambda old: old.with_label(DATE)))
    merged = merge(base, mine, theirs)
    assert (merged.conflicts, merged.taken, merged.kept) == ((), 2, 1)  # mine has lost its key
    after = result(merged).codebook
    assert [label.name for label in after.labels] == [
        "deal", *(label.name for label in STANDARD_CODEBOOK.labels), "date",
    ]  # fmt: skip
    assert after.label("date") == DATE
    assert after.label("deal") == replace(DEAL, key="", prefix="")


def test_one_label_is_merged_part_by_part() -> None:
    base = told()
    quote = base.codebook.label("quote")
    tone, length = AttributeDefinition("tone", "Tone"), AttributeDefinition("length", "Length")
    here = replace(quote, colour="teal", attributes=(tone, *quote.attributes), roles=quote.roles[:1])
    there = replace(quote, colour="red", title="Saying", attributes=(*quote.attributes[1:], length))
    mine, theirs = (made(base, book(lambda old, one=one: old.with_label(one))) for one in (here, there))
    merged = merge(base, mine, theirs)
    told_of = [(one.kind, one.key, one.part, one.mine, one.theirs) for one in merged.conflicts]
    assert told_of == [(Label, "quote", "colour", "teal", "red")]
    after = result(merged).codebook.label("quote")
    attributes = (tone, *quote.attributes[1:], length)
    assert after == replace(here, title="Saying", attributes=attributes)


def test_a_label_that_one_hand_deleted_stays_where_the_other_has_used_it() -> None:
    base = made(told(), book(lambda old: old.with_label(DEAL)))
    mine = made(base, book(lambda old: Codebook(old.labels[:-1])))
    theirs = made(base, marked("deal", "a second ferry", OTTO))
    after = result(merge(base, mine, theirs))
    assert after.markup["d1"] == theirs.markup["d1"]
    assert after.codebook.label("deal") == DEAL


def test_labels_that_end_up_below_one_another_stand_at_the_top() -> None:
    base = told()
    under = [("quote", "pledge"), ("pledge", "quote")]
    mine, theirs = (
        made(base, book(lambda old, low=low, up=up: old.with_label(replace(old.label(low), parent=up))))
        for low, up in under
    )
    after = result(merge(base, mine, theirs)).codebook
    assert after == after.straightened()


def test_what_others_have_put_into_the_file_of_either_is_kept() -> None:
    base = told()
    base.foreign = ("<a/>", "<b/>")
    mine, theirs = base.copy(), base.copy()
    mine.foreign, theirs.foreign = ("<a/>", "<mine/>"), ("<a/>", "<b/>", "<theirs/>")
    assert merge(base, mine, theirs).foreign == ("<a/>", "<theirs/>", "<mine/>")


@pytest.mark.parametrize("blocks", [BLOCKS[:-1], [(BLOCKS[1][0], *BLOCKS[0][1:]), *BLOCKS[1:]]])
def test_another_text_cannot_be_merged(blocks) -> None:
    base = told()
    other = AnnotatedArticle(Article.of(blocks))
    with pytest.raises(TextsDiffer):
        merge(base, base, other)
    with pytest.raises(TextsDiffer):
        merge(base, other, base)


def test_a_change_does_not_fit_once_mine_has_moved_on() -> None:
    base = told()
    mine = made(base, value("p1", "amount", "£41m"))
    merged = merge(base, mine, made(base, value("p1", "status", "kept")))
    change = merged.change()
    mine.apply(changes.set_note(mine, "p1", "later", ANA))
    with pytest.raises(ChangeDoesNotFit):
        mine.apply(change)
