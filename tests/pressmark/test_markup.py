import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.entities import Entity
from pressmark.labels import STANDARD_CODEBOOK
from pressmark.markup import Change, ChangeDoesNotFit, Edit, Value
from pressmark.words import BriefWords

WHOLE = Annotation("q1", "quote", (Span(0, 10),))
INNER = Annotation("a2", "actor", (Span(2, 4),))
SAME = Annotation("a10", "actor", (Span(2, 4),))
LATER = Annotation("p1", "pledge", (Span(6, 8), Span(12, 14)), links=(Link("pledger", "a2"),))
LOST = Annotation("l1", "location", (), lost=(TextQuote("gone"),))
VENN = Entity("venn", "Venn")


@pytest.fixture
def doc() -> AnnotatedArticle:
    article = Article.of([(BlockKind.PARAGRAPH, "0123456789abcdefghij")])
    return AnnotatedArticle(article, entities=[VENN], annotations=[LOST, LATER, SAME, INNER, WHOLE])


def test_annotations_come_in_text_order_longest_first_the_lost_last(doc: AnnotatedArticle) -> None:
    assert [one.id for one in doc.markup.in_text_order()] == ["q1", "a2", "a10", "p1", "l1"]


def test_ties_are_found_from_their_far_end(doc: AnnotatedArticle) -> None:
    assert doc.markup.tied_to("a2") == [LATER]
    assert doc.markup.tied_to("p1") == []


def test_markup_reads_as_a_mapping(doc: AnnotatedArticle) -> None:
    assert len(doc.markup) == 5
    assert doc.markup["q1"] is WHOLE
    assert doc.markup.get("q2") is None
    assert set(doc.markup) == {"q1", "a2", "a10", "p1", "l1"}


@pytest.mark.parametrize(("prefix", "key"), [("a", "a11"), ("q", "q2"), ("n", "n1"), ("", "1")])
def test_the_next_id_follows_the_highest_number(doc: AnnotatedArticle, prefix: str, key: str) -> None:
    assert doc.markup.next_id(prefix) == key


def test_the_id_of_what_was_deleted_stays_free_until_that_is_undone(doc: AnnotatedArticle) -> None:
    deletion = Change("Delete q1", (Edit("q1", WHOLE, None),))
    doc.apply(deletion)
    assert doc.markup.next_id("q") == doc.copy().markup.next_id("q") == "q2"
    doc.apply(deletion.inverse())
    assert doc.markup.next_id("q") == "q2"
    creation = Change("Label", (Edit("q2", None, Annotation("q2", "quote", (Span(0, 1),))),))
    doc.apply(creation)
    doc.apply(creation.inverse())
    assert doc.markup.next_id("q") == "q2"


@pytest.mark.parametrize(
    ("key", "before", "after", "why"),
    [
        ("q1", None, None, "needs a value before or after"),
        ("q1", WHOLE, VENN, "keeps the type"),
        ("q2", None, WHOLE, "the value of an edit of q2 goes by another id"),
        ("venn", VENN, Entity("other", "Venn"), "goes by another id"),
        ("", STANDARD_CODEBOOK, None, "an article always has a Codebook"),
        ("", SourceRecord(), None, "an article always has a SourceRecord"),
        ("", BriefWords(), None, "an article always has a BriefWords"),
    ],
)
def test_an_edit_that_makes_no_sense_cannot_be_made(
    key: str, before: Value | None, after: Value | None, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        Edit(key, before, after)


def test_the_inverse_goes_backwards_under_the_same_name() -> None:
    change = Change("Label", (Edit("venn", None, VENN), Edit("a2", None, INNER)))
    assert change.inverse().edits == (Edit("a2", INNER, None), Edit("venn", VENN, None))
    assert change.inverse().name == "Label"
    assert change.inverse().inverse() == change


@pytest.mark.parametrize(
    "misfit",
    [
        Edit("q2", Annotation("q2", "quote", (Span(0, 1),)), None),
        Edit("a2", None, INNER),
        Edit("venn", Entity("venn", "Someone else"), None),
        Edit("", SourceRecord(outlet="Another"), SourceRecord()),
        Edit("n1", None, Annotation("n1", "quote", (Span(5, 21),))),
    ],
)
def test_a_change_that_does_not_fit_changes_nothing_at_all(doc: AnnotatedArticle, misfit: Edit) -> None:
    annotations, entities, source = dict(doc.markup), dict(doc.entities), doc.source
    with pytest.raises(ChangeDoesNotFit):
        doc.apply(Change("Both", (Edit("q1", WHOLE, None), misfit)))
    assert (dict(doc.markup), dict(doc.entities), doc.source) == (annotations, entities, source)


def test_one_value_may_change_twice_in_one_change(doc: AnnotatedArticle) -> None:
    once, twice = Entity("otto", "Otto"), Entity("otto", "Otto Lind")
    change = Change("Name", (Edit("otto", None, once), Edit("otto", once, twice)))
    doc.apply(change)
    assert doc.entities["otto"] is twice
    doc.apply(change.inverse())
    assert "otto" not in doc.entities
