from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import Article, BlockKind, Span
from pressmark.attributes import ValueNotUnderstood
from pressmark.entities import Entity
from pressmark.finding import Match, Query, QueryNotUnderstood
from pressmark.labels import ACTOR, LOCATION, STANDARD_CODEBOOK
from pressmark.occurrences import CONTEXT, already_labelled, context, label_all, occurrences
from tests.pressmark.operations import LATER
from tests.pressmark.story import at, mark, story, tie, told


@pytest.fixture
def doc() -> AnnotatedArticle:
    return told()


def paragraphs(*texts: str) -> AnnotatedArticle:
    return AnnotatedArticle(Article.of((BlockKind.PARAGRAPH, text) for text in texts))


def places(doc: AnnotatedArticle, words: str) -> list[Span]:
    return [one.span for one in occurrences(doc, Query(words))]


def test_an_occurrence_has_its_words_around_it_and_who_says_so_already(doc: AnnotatedArticle) -> None:
    first, second = occurrences(doc, Query("venn"), "actor")
    assert (first.before, first.after[:10], first.already) == (
        "The transport minister, Nora ",
        ", promised",
        "a1",
    )
    assert (second.before, second.already) == ("“We will build it,” ", "a2")
    assert [one.already for one in occurrences(doc, Query("venn"), "location")] == ["", ""]


def test_what_is_no_query_is_refused(doc: AnnotatedArticle) -> None:
    with pytest.raises(QueryNotUnderstood):
        occurrences(doc, Query("(", Match.REGEX))


def test_context_ends_with_the_paragraph() -> None:
    article = paragraphs("before", "the words there", "after").article
    assert context(article, Span(11, 16)) == ("the ", " there")


def test_context_that_goes_on_is_cut_between_words() -> None:
    before, after = context(paragraphs("left " * 40 + "words" + " right" * 40).article, Span(200, 205))
    assert before.startswith("… left left")
    assert after.endswith("right right …")
    assert max(len(before), len(after)) <= CONTEXT + 2


def test_context_without_spaces_is_cut_anywhere() -> None:
    before, after = context(paragraphs("中" * 400).article, Span(200, 201))
    assert (before, after) == (f"… {'中' * CONTEXT}", f"{'中' * CONTEXT} …")


ends = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))


@given(
    st.lists(st.tuples(st.sampled_from(("actor", "quote")), st.lists(ends, min_size=1, max_size=2))),
    st.lists(ends),
)
def test_a_span_is_labelled_already_where_a_piece_of_an_annotation_covers_it(
    given_pieces: list[tuple[str, list[Span]]], spans: list[Span]
) -> None:
    marked = [
        Annotation(f"n{number}", label, tuple(pieces)) for number, (label, pieces) in enumerate(given_pieces)
    ]
    doc = AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, "x" * 40)]), annotations=marked)
    for span, key in zip(spans, already_labelled(doc, "actor", spans), strict=True):
        covering = {
            one.id
            for one in marked
            if one.label == "actor" and any(piece.covers(span) for piece in one.spans)
        }
        assert key in covering if covering else key == ""


def test_all_places_are_labelled_in_one_change_that_one_undo_takes_back(doc: AnnotatedArticle) -> None:
    before = dict(doc.markup)
    change, keys = label_all(doc, "location", reversed(places(doc, "pledge")), LATER)
    assert keys == ["l2"]
    change, keys = label_all(doc, "quote", reversed(places(doc, "£40m")), LATER)
    doc.apply(change)
    assert keys == ["q2", "q3"]
    assert [doc.markup[key].spans for key in keys] == [(span,) for span in places(doc, "£40m")]
    assert {(one.author, one.created, one.modified) for one in map(doc.markup.__getitem__, keys)} == {
        (LATER.author, LATER.now, LATER.now)
    }
    doc.apply(change.inverse())
    assert dict(doc.markup) == before


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Venn", "Label 2 occurrences of “Venn” as quote"),
        ("ferry by", "Label 1 occurrence of “ferry by” as quote"),
        ("second", "Label 2 occurrences of “second” as quote"),
        ("it", "Label 2 occurrences as quote"),
    ],
)
def test_the_history_says_how_many_of_what(words: str, name: str) -> None:
    doc = paragraphs("It and it.") if words == "it" else story()
    assert label_all(doc, "quote", places(doc, words), LATER)[0].name == name


def test_what_is_labelled_already_is_not_labelled_twice(doc: AnnotatedArticle) -> None:
    change, keys = label_all(doc, "actor", places(doc, "Venn"), LATER)
    assert change.changes_nothing
    assert keys == []


def test_a_place_named_twice_is_labelled_once(doc: AnnotatedArticle) -> None:
    place = at(doc, "Lowick")
    assert label_all(doc, "location", [place, place], LATER)[1] == ["l2"]


def test_attributes_and_links_of_the_one_they_are_to_be_like_are_carried(doc: AnnotatedArticle) -> None:
    doc.apply(changes.set_note(doc, "p1", "Only of this one", LATER))
    change, (key,) = label_all(doc, "pledge", places(doc, "undisclosed sum"), LATER, doc.markup["p1"])
    doc.apply(change)
    assert doc.markup[key].attributes == doc.markup["p1"].attributes
    assert doc.markup[key].links == doc.markup["p1"].links
    assert doc.markup[key].note == ""


def test_nothing_is_carried_to_another_label(doc: AnnotatedArticle) -> None:
    change, (key,) = label_all(doc, "quote", places(doc, "undisclosed sum"), LATER, doc.markup["p1"])
    doc.apply(change)
    assert not doc.markup[key].attributes
    assert not doc.markup[key].links


def test_words_that_stand_for_an_entity_are_given_it() -> None:
    doc = story()
    mark(doc, "actor", "Venn", nth=2, values={"entity": "Nora Venn"})
    doc.apply(label_all(doc, "actor", places(doc, "Venn"), LATER)[0])
    assert [one.value("entity") for one in doc.markup.in_text_order()] == ["nora-venn"] * 2


def test_an_unknown_label_is_refused_with_those_there_are(doc: AnnotatedArticle) -> None:
    with pytest.raises(ValueNotUnderstood, match="no label “rumour”; the codebook has quote, pledge"):
        label_all(doc, "rumour", [Span(0, 1)], LATER)


def test_ids_go_on_after_the_highest_of_a_label_without_a_prefix() -> None:
    doc = story()
    doc.apply(
        changes.set_codebook(
            doc, STANDARD_CODEBOOK.with_label(replace(ACTOR, name="x", key="", prefix="")), "x"
        )
    )
    assert label_all(doc, "x", places(doc, "second"), LATER)[1] == ["n1", "n2"]


def there(doc: AnnotatedArticle, *entities: Entity) -> AnnotatedArticle:
    """Another article that has the same text."""
    return AnnotatedArticle(doc.article, entities=entities)


def test_in_another_article_the_entity_is_made_and_links_stay_behind(doc: AnnotatedArticle) -> None:
    nora = replace(doc.entities["nora-venn"], aliases=("the minister",), wikidata="Q9")
    doc.apply(changes.Change("", (changes.Edit(nora.id, doc.entities[nora.id], nora),)))
    tie(doc, "q1", "addressee", "a1")
    other = there(doc)
    change, (first, second) = label_all(other, "actor", places(other, "Venn"), LATER, doc.markup["a1"], doc)
    other.apply(change)
    assert dict(other.entities) == {"nora-venn": nora}
    assert other.markup[first].attributes == other.markup[second].attributes == doc.markup["a1"].attributes
    quote, (key,) = label_all(other, "quote", places(other, "Lowick"), LATER, doc.markup["q1"], doc)
    assert other.after(quote).markup[key].links == ()
    other.apply(change.inverse())
    assert not other.entities
    assert not other.markup


@pytest.mark.parametrize(
    "theirs",
    [
        Entity("e7", "nora venn"),
        Entity("e7", "Venn, Nora", aliases=("Nora Venn",)),
        Entity("e7", "N. Venn", wikidata="Q9"),
        Entity("e7", "N. Venn", geonames="12"),
    ],
)
def test_in_another_article_the_entity_that_it_has_is_meant(theirs: Entity) -> None:
    origin = AnnotatedArticle(
        story().article, entities=[Entity("nora", "Nora Venn", wikidata="Q9", geonames="12")]
    )
    like = Annotation("a1", "actor", (Span(0, 1),), {"entity": "nora"})
    other = there(origin, theirs)
    change, _ = label_all(other, "actor", places(other, "Venn"), LATER, like, origin)
    other.apply(change)
    assert dict(other.entities) == {"e7": theirs}
    assert {one.value("entity") for one in other.markup.values()} == {"e7"}


def test_an_entity_that_is_made_takes_no_id_that_is_in_use() -> None:
    origin = AnnotatedArticle(story().article, entities=[Entity("x", "A2")])
    like = Annotation("a1", "actor", (Span(0, 1),), {"entity": "x"})
    other = there(origin)
    change, keys = label_all(other, "actor", places(other, "Venn"), LATER, like, origin)
    assert keys == ["a1", "a2"]
    other.apply(change)
    assert list(other.entities) == ["a2-2"]


def test_another_article_is_given_the_label_without_a_key_that_it_uses(doc: AnnotatedArticle) -> None:
    claim = replace(LOCATION, name="claim", title="Claim", key="Z", prefix="z")
    doc.apply(changes.set_codebook(doc, doc.codebook.with_label(claim), "Add a label"))
    other = there(doc)
    change, keys = label_all(other, "claim", places(other, "Venn"), LATER, origin=doc)
    assert keys == ["z1", "z2"]
    assert other.after(change).codebook == doc.codebook
    theirs = replace(ACTOR, name="zone", key="Z", prefix="z")
    other.apply(changes.set_codebook(other, STANDARD_CODEBOOK.with_label(theirs), "Add a label"))
    change, keys = label_all(other, "claim", places(other, "Venn"), LATER, origin=doc)
    assert keys == ["n1", "n2"]
    given_label = other.after(change).codebook.label("claim")
    assert given_label == replace(claim, key="", prefix="")


def test_links_are_carried_where_the_origin_is_the_article_itself(doc: AnnotatedArticle) -> None:
    change, (key,) = label_all(doc, "quote", places(doc, "repeated"), LATER, doc.markup["q1"], doc)
    assert doc.after(change).markup[key].links == (Link("speaker", "a2"),)
