from dataclasses import replace

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import SourceRecord, Span
from pressmark.attributes import ValueNotUnderstood
from pressmark.entities import Entity
from pressmark.labels import ACTOR, LOCATION, QUOTE, STANDARD_CODEBOOK
from pressmark.markup import Change, ChangeDoesNotFit
from pressmark.words import BriefWords
from tests.pressmark.operations import DEAL, LATER
from tests.pressmark.story import HAND, SOURCE, at, mark, story, tie, told


@pytest.fixture
def doc() -> AnnotatedArticle:
    return told()


def made(doc: AnnotatedArticle, change: Change) -> AnnotatedArticle:
    doc.apply(change)
    return doc


def holding(one: Annotation) -> AnnotatedArticle:
    """The story with one annotation as another program may have written it."""
    return AnnotatedArticle(story().article, SOURCE, annotations=[one])


def test_an_annotation_says_who_made_it_and_when(doc: AnnotatedArticle) -> None:
    change, key = changes.annotate(doc, "location", [at(doc, "Lowick")], LATER)
    one = made(doc, change).markup[key]
    assert (key, one.author) == ("l2", "otto")
    assert one.created == one.modified == LATER.now


def test_an_unknown_label_is_refused_with_those_there_are(doc: AnnotatedArticle) -> None:
    with pytest.raises(ValueNotUnderstood, match="no label “rumour”; the codebook has quote, pledge, actor"):
        changes.annotate(doc, "rumour", [Span(0, 1)], HAND)


def test_a_label_without_a_prefix_counts_under_n(doc: AnnotatedArticle) -> None:
    plain = replace(QUOTE, name="plain", key="", prefix="")
    doc.apply(changes.set_codebook(doc, STANDARD_CODEBOOK.with_label(plain), "Add a label"))
    assert mark(doc, "plain", "Lowick") == "n1"


def test_words_that_stand_for_an_entity_are_given_it(doc: AnnotatedArticle) -> None:
    assert doc.markup[mark(doc, "actor", "Nora Venn")].value("entity") == "nora-venn"
    assert doc.markup[mark(doc, "actor", "Venn", nth=2)].value("entity") == "nora-venn"


def test_words_that_stand_for_two_entities_are_given_neither(doc: AnnotatedArticle) -> None:
    mark(doc, "actor", "Venn", nth=1, values={"entity": "Otto Venn"})
    assert doc.markup[mark(doc, "actor", "Venn", nth=2)].value("entity") == ""


def test_an_entity_stated_is_not_overruled_by_one_known(doc: AnnotatedArticle) -> None:
    key = mark(doc, "actor", "Nora Venn", values={"entity": "Somebody"})
    assert doc.entities[doc.markup[key].value("entity")].name == "Somebody"


def test_an_entity_may_be_named_by_its_id_its_name_or_an_alias() -> None:
    doc = AnnotatedArticle(story().article, entities=[Entity("e9", "Nora Venn", aliases=("the minister",))])
    for typed in ("e9", "nora venn", "The Minister"):
        assert doc.markup[mark(doc, "actor", "Lowick", values={"entity": typed})].value("entity") == "e9"
    assert list(doc.entities) == ["e9"]


def test_two_attributes_may_name_the_same_new_entity(doc: AnnotatedArticle) -> None:
    doc.apply(changes.set_codebook(doc, STANDARD_CODEBOOK.with_label(DEAL), "Add a label"))
    values = {"buyer": "Lowick Ltd", "seller": "lowick ltd", "kind": "merger"}
    one = doc.markup[mark(doc, "deal", "Lowick", values=values)]
    assert one.value("buyer") == one.value("seller") == "lowick-ltd"
    assert doc.entities["lowick-ltd"] == Entity("lowick-ltd", "Lowick Ltd", "merger")


def test_an_entity_never_takes_the_id_of_an_annotation(doc: AnnotatedArticle) -> None:
    assert doc.markup[mark(doc, "actor", "Lowick", values={"entity": "Q1"})].value("entity") == "q1-2"


def test_an_annotation_and_its_new_entity_are_one_step(doc: AnnotatedArticle) -> None:
    change, key = changes.annotate(doc, "actor", [at(doc, "Lowick")], HAND, {"entity": "Lowick Council"})
    made(doc, change).apply(change.inverse())
    assert key not in doc.markup
    assert "lowick-council" not in doc.entities


def test_deleting_takes_the_links_along_and_undo_brings_them_back(doc: AnnotatedArticle) -> None:
    before = dict(doc.markup)
    change = changes.delete(doc, ["a1"])
    made(doc, change)
    assert doc.markup["p1"].links == (Link("recipient", "l1"),)
    assert doc.markup["p1"].modified == before["p1"].modified  # nobody changed what was said of p1
    doc.apply(change.inverse())
    assert dict(doc.markup) == before


def test_an_entity_goes_with_its_last_mention_and_comes_back_with_it(doc: AnnotatedArticle) -> None:
    made(doc, changes.delete(doc, ["a1"]))
    assert "nora-venn" in doc.entities
    last = changes.delete(doc, ["a2"])
    assert "nora-venn" not in made(doc, last).entities
    doc.apply(last.inverse())
    assert doc.entities["nora-venn"].name == "Nora Venn"


def test_entities_that_nothing_ever_mentioned_are_left_alone() -> None:
    doc = AnnotatedArticle(story().article, entities=[Entity("otto", "Otto")])
    key = mark(doc, "actor", "Lowick", values={"entity": "Lowick"})
    made(doc, changes.delete(doc, [key]))
    assert list(doc.entities) == ["otto"]


def test_what_is_not_there_cannot_be_deleted(doc: AnnotatedArticle) -> None:
    with pytest.raises(KeyError):
        changes.delete(doc, ["a1", "a99"])


def test_another_label_is_another_id_which_links_follow(doc: AnnotatedArticle) -> None:
    change, key = changes.relabel(doc, "p1", QUOTE, LATER)
    made(doc, change)
    assert key == "q2"
    assert "p1" not in doc.markup
    assert doc.markup["p2"].targets("restates") == ("q2",)
    doc.apply(change.inverse())
    assert doc.markup["p2"].targets("restates") == ("p1",)


def test_relabelling_keeps_all_that_was_said_even_where_the_new_label_has_no_place_for_it() -> None:
    old = Annotation(
        "p7", "pledge", (Span(0, 4),), {"amount": "GBP 5", "theirs": "kept"}, (Link("pledger", "p7"),),
        "A note", "ana", "2026-01-01T00:00:00+00:00", "2026-01-01T00:00:00+00:00", (TextQuote("gone"),),
        ('<x:a xmlns:x="urn:x"/>',),
    )  # fmt: skip
    doc = holding(old)
    change, key = changes.relabel(doc, "p7", LOCATION, LATER)
    new = made(doc, change).markup[key]
    assert new == replace(old, id="l1", label="location", links=(Link("pledger", "l1"),), modified=LATER.now)
    assert (
        made(doc, changes.set_value(doc, "l1", "theirs", " mine ", LATER)).markup["l1"].value("theirs")
        == "mine"
    )


def test_the_label_it_has_changes_nothing(doc: AnnotatedArticle) -> None:
    change, key = changes.relabel(doc, "a1", ACTOR, LATER)
    assert change.changes_nothing
    assert key == "a1"


def test_a_value_is_set_as_it_is_stored_and_says_when(doc: AnnotatedArticle) -> None:
    one = made(doc, changes.set_value(doc, "p3", "amount", " £2.5m ", LATER)).markup["p3"]
    assert (one.value("amount"), one.created, one.modified) == ("GBP 2500000", HAND.now, LATER.now)
    assert changes.set_value(doc, "p3", "amount", "GBP 2,500,000", LATER).changes_nothing


def test_a_value_is_cleared_by_nothing(doc: AnnotatedArticle) -> None:
    assert "due" not in made(doc, changes.set_value(doc, "p1", "due", "  ", HAND)).markup["p1"].attributes


@pytest.mark.parametrize(
    ("key", "name", "typed", "why"),
    [
        ("p1", "amount", "a lot", "Amount: “a lot” is not an amount"),
        ("p1", "colour", "red", "Pledge has no attribute “colour”; its attributes are: kind, amount, what"),
    ],
)
def test_what_is_not_understood_is_refused(
    doc: AnnotatedArticle, key: str, name: str, typed: str, why: str
) -> None:
    with pytest.raises(ValueNotUnderstood, match=why):
        changes.set_value(doc, key, name, typed, HAND)


def test_another_entity_ends_the_one_that_nothing_names_any_more(doc: AnnotatedArticle) -> None:
    change = changes.set_value(doc, "l1", "entity", "Almar Harbour", HAND)
    made(doc, change)
    assert list(doc.entities) == ["nora-venn", "almar-harbour"]
    doc.apply(change.inverse())
    assert set(doc.entities) == {"nora-venn", "port-almar"}


def test_an_entity_learns_its_kind_where_only_the_label_was_known(doc: AnnotatedArticle) -> None:
    key = mark(doc, "actor", "Lowick", values={"entity": "Lowick"})
    assert doc.entities["lowick"].kind == "actor"
    change = changes.set_value(doc, key, "kind", "government", HAND)
    assert made(doc, change).entities["lowick"].kind == "government"
    made(doc, changes.set_value(doc, key, "kind", "group", HAND))
    assert doc.entities["lowick"].kind == "government"


def test_a_note_has_no_space_around_it(doc: AnnotatedArticle) -> None:
    assert made(doc, changes.set_note(doc, "q1", " Who\nsays? \n", HAND)).markup["q1"].note == "Who\nsays?"
    assert changes.set_note(doc, "q1", "Who\nsays?", LATER).changes_nothing


def test_the_ends_are_moved(doc: AnnotatedArticle) -> None:
    wider = at(doc, "a second ferry by March 2027")
    one = made(doc, changes.set_spans(doc, "p1", [wider], LATER)).markup["p1"]
    assert (one.spans, one.modified) == ((wider,), LATER.now)


def test_ends_past_the_text_do_not_fit(doc: AnnotatedArticle) -> None:
    with pytest.raises(ChangeDoesNotFit, match="p1 reaches past the end"):
        doc.apply(changes.set_spans(doc, "p1", [Span(0, 10_000)], HAND))


def test_pieces_that_touch_become_one(doc: AnnotatedArticle) -> None:
    first, second = doc.markup["q1"].spans
    made(doc, changes.add_piece(doc, "q1", Span(first.end, second.start), HAND))
    assert doc.markup["q1"].words(doc.article) == (
        "“We will build it,” Venn said, “and we will pay for it.”",
    )


def test_a_piece_is_taken_away_and_the_last_takes_the_annotation_along(doc: AnnotatedArticle) -> None:
    first, second = doc.markup["q1"].spans
    assert made(doc, changes.remove_piece(doc, "q1", first, HAND)).markup["q1"].spans == (second,)
    assert changes.remove_piece(doc, "q1", first, HAND).changes_nothing
    made(doc, changes.remove_piece(doc, "a1", doc.markup["a1"].spans[0], HAND))
    assert "a1" not in doc.markup
    assert doc.markup["p1"].targets("pledger") == ()


def test_an_annotation_with_lost_words_outlives_its_last_piece_in_the_text() -> None:
    doc = holding(Annotation("q1", "quote", (Span(0, 4),), lost=(TextQuote("gone"),)))
    made(doc, changes.remove_piece(doc, "q1", Span(0, 4), HAND))
    assert doc.markup["q1"].spans == ()
    assert doc.markup["q1"].lost == (TextQuote("gone"),)


def test_a_role_for_one_gives_up_its_old_tie_and_a_role_for_many_keeps_all(doc: AnnotatedArticle) -> None:
    tie(doc, "q1", "speaker", "a1")
    assert doc.markup["q1"].targets("speaker") == ("a1",)
    tie(doc, "p1", "pledger", "a2")
    assert doc.markup["p1"].targets("pledger") == ("a1", "a2")
    assert changes.link(doc, "p1", "pledger", "a2", LATER).changes_nothing


def test_links_are_taken_away(doc: AnnotatedArticle) -> None:
    made(doc, changes.unlink(doc, "q1", Link("speaker", "a2"), HAND))
    assert doc.markup["q1"].links == ()
    assert changes.unlink(doc, "q1", Link("speaker", "a2"), HAND).changes_nothing


@pytest.mark.parametrize(
    ("key", "role", "target", "why"),
    [
        ("q1", "speaker", "a9", "there is no annotation a9"),
        ("p1", "restates", "p1", "p1 cannot be linked to itself"),
        ("q1", "speaker", "l1", "Speaker must be one of: actor; l1 is not"),
        ("a1", "speaker", "a2", "Actor has no role “speaker”; its roles are: none"),
    ],
)
def test_a_link_that_makes_no_sense_is_refused(
    doc: AnnotatedArticle, key: str, role: str, target: str, why: str
) -> None:
    with pytest.raises(ValueNotUnderstood, match=why):
        changes.link(doc, key, role, target, HAND)


def test_dates_are_stored_in_one_way_however_typed(doc: AnnotatedArticle) -> None:
    made(doc, changes.set_source(doc, SourceRecord(published="13 November 2026")))
    made(doc, changes.set_words(doc, BriefWords(date="Nov 14, 2026")))
    assert (doc.source.published, doc.words.date) == ("2026-11-13", "2026-11-14")
    assert changes.set_source(doc, SourceRecord(published="13 Nov 2026")).changes_nothing
    assert changes.set_words(doc, BriefWords(date="14 November 2026")).changes_nothing


def test_who_changes_it_later_does_not_become_its_author(doc: AnnotatedArticle) -> None:
    one = made(doc, changes.set_note(doc, "q1", "Mine", LATER)).markup["q1"]
    assert (one.author, one.modified) == ("ana", LATER.now)


def test_paragraphs_are_struck_out_and_brought_back(doc: AnnotatedArticle) -> None:
    struck = made(doc, changes.strike_out(doc, [2, 0, 2]))
    assert struck.filing.struck == (0, 2)
    change = changes.bring_back(doc, [0, 1])
    assert made(doc, change).filing.struck == (2,)
    assert made(doc, change.inverse()).filing.struck == (0, 2)
