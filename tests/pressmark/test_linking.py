import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, Span
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand, annotate
from pressmark.linking import find_words, link_to_text, means_somebody

HAND = Hand("ana", "2026-11-14T09:30:00+00:00")


@pytest.mark.parametrize(
    ("text", "words", "starts"),
    [
        ("Venn, Venns and Venn’s", "Venn", [0, 16]),
        ("Ukrainian forces", "Ukrain", [0]),
        ("Port\u00a0Almar, Port Almar, Port\nAlmar", "Port  Almar", [0, 12, 24]),
        ("中国和中国人", "中国", [0, 3]),
        ("قالت وقالت", "قالت", [0]),
        ("وقالت الوزيرة", "قالت", [1]),
        ("😀 Venn", "Venn", [2]),
        ("Zoë", "Zoe\u0308", [0]),
        ("cafe\u0301", "cafe", []),
        ("👩‍💻 and 👩", "👩", [8]),
        ("👋🏽 and 👋", "👋", [7]),
        ("a.c abc", "a.c", [0]),
        ("text", "", []),
        ("text", " ", []),
        ("text", "words", []),
    ],
)
def test_words_are_found_whole_or_else_anywhere_but_never_half_a_character(
    text: str, words: str, starts: list[int]
) -> None:
    assert [span.start for span in find_words(text, words)] == starts


@pytest.fixture
def doc() -> AnnotatedArticle:
    lines = ("Minister Mara Venn spoke.", "“We pay,” Venn said.", "Port Almar waits.")
    doc = AnnotatedArticle(Article.of((BlockKind.PARAGRAPH, line) for line in lines))
    mark(doc, "quote", "“We pay,”")
    return doc


def mark(doc: AnnotatedArticle, label: str, words: str) -> None:
    (span,) = find_words(doc.article.text, words)
    doc.apply(annotate(doc, label, [span], HAND)[0])


def test_an_id_means_that_annotation(doc: AnnotatedArticle) -> None:
    mark(doc, "actor", "Minister Mara Venn")
    doc.apply(link_to_text(doc, "q1", "speaker", "a1", HAND))
    assert doc.markup["q1"].targets("speaker") == ("a1",)


def test_the_name_of_an_entity_means_its_nearest_mention(doc: AnnotatedArticle) -> None:
    mark(doc, "actor", "Minister Mara Venn")
    doc.apply(changes.set_value(doc, "a1", "entity", "Mara Venn", HAND))
    doc.apply(link_to_text(doc, "q1", "speaker", "mara venn", HAND))
    assert doc.markup["q1"].targets("speaker") == ("a1",)


def test_words_that_nothing_marks_are_marked_where_they_stand_nearest(doc: AnnotatedArticle) -> None:
    change = link_to_text(doc, "q1", "speaker", "Venn", HAND)
    doc.apply(change)
    start = doc.article.text.rindex("Venn")
    assert doc.markup["a1"].spans == (Span(start, start + 4),)
    doc.apply(change.inverse())
    assert list(doc.markup) == ["q1"]


@pytest.mark.parametrize(
    ("role", "typed", "why"),
    [
        ("speaker", "Nobody", "neither an annotation nor words of the article"),
        ("author", "Venn", "Quote has no role “author”; its roles are: speaker, addressee"),
        ("speaker", "q1", "q1 cannot be linked to itself"),
        ("speaker", "l1", "Speaker must be one of: actor; l1 is not"),
    ],
)
def test_what_cannot_be_linked_says_why(doc: AnnotatedArticle, role: str, typed: str, why: str) -> None:
    mark(doc, "location", "Port Almar")
    with pytest.raises(ValueNotUnderstood, match=why):
        link_to_text(doc, "q1", role, typed, HAND)


@pytest.mark.parametrize(("typed", "marked"), [("Ven", "Venn"), ("enn sa", "Venn said"), ("Alm", "Almar")])
def test_parts_of_words_mark_the_whole_ones(doc: AnnotatedArticle, typed: str, marked: str) -> None:
    doc.apply(link_to_text(doc, "q1", "speaker", typed, HAND))
    assert doc.markup["a1"].words(doc.article) == (marked,)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("Venn", True),
        ("Mara", False),
        ("Ven", False),
        ("spoke", True),
        ("q1", True),
        ("Port  Almar", True),
        ("Port Al", False),
        ("", False),
    ],
)
def test_the_beginning_of_a_name_means_nobody_yet(doc: AnnotatedArticle, typed: str, means: bool) -> None:
    role = doc.codebook.style_of("quote").role("speaker")
    assert role is not None
    assert means_somebody(doc, doc.markup["q1"], role, typed) is means
