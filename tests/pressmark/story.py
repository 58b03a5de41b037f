"""A small story of the tests, annotated by hand as an analyst would."""

from collections.abc import Mapping

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.changes import Hand
from pressmark.linking import find_words

HAND = Hand("ana", "2026-11-14T09:30:00+00:00")

SOURCE = SourceRecord(
    headline="Harbour towns get a second ferry",
    outlet="The Coast Courier",
    author="Ines Marlow",
    published="2026-11-13",
    language="en-GB",
    url="https://coast.example/ferry",
    captured_at="2026-11-14T09:12:00+00:00",
    captured_from="web page",
    original_name="ferry.html",
    media_type="text/html",
    original_sha256="ab" * 32,
)

BLOCKS = (
    (BlockKind.HEADING, "Harbour towns get a second ferry", 1),
    (
        BlockKind.PARAGRAPH,
        "The transport minister, Nora Venn, promised £40m for a second ferry by March 2027.",
    ),
    (BlockKind.PARAGRAPH, ""),
    (BlockKind.PARAGRAPH, "“We will build it,” Venn said, “and we will pay for it.”"),
    (BlockKind.PARAGRAPH, "Port Almar repeated the £40m pledge; Lowick added €2–3m and an undisclosed sum."),
)


def story() -> AnnotatedArticle:
    """The story with nothing said of it."""
    return AnnotatedArticle(Article.of(BLOCKS), SOURCE)


def at(doc: AnnotatedArticle, words: str, nth: int = 1) -> Span:
    """Where the words stand for the nth time."""
    return find_words(doc.article.text, words)[nth - 1]


def mark(
    doc: AnnotatedArticle, label: str, *words: str, nth: int = 1, values: Mapping[str, str] | None = None
) -> str:
    """Labels the words, each a piece of one annotation; answers with its id."""
    change, key = changes.annotate(doc, label, [at(doc, each, nth) for each in words], HAND, values)
    doc.apply(change)
    return key


def tie(doc: AnnotatedArticle, key: str, role: str, target: str) -> None:
    doc.apply(changes.link(doc, key, role, target, HAND))


def told() -> AnnotatedArticle:
    """The story with a quote in two pieces, three pledges (one restated), two actors and a place.

    a1 Nora Venn and a2 Venn are one entity; p2 restates p1; p3 is a range in euros.
    """
    doc = story()
    mark(doc, "actor", "Nora Venn", values={"entity": "Nora Venn", "kind": "person", "role": "minister"})
    mark(doc, "actor", "Venn", nth=2, values={"entity": "Nora Venn"})
    mark(doc, "location", "Port Almar", values={"entity": "Port Almar", "country": "Lorn"})
    mark(doc, "quote", "“We will build it,”", "“and we will pay for it.”")
    tie(doc, "q1", "speaker", "a2")
    mark(doc, "pledge", "£40m for a second ferry", values={"amount": "£40m", "due": "by March 2027"})
    mark(doc, "pledge", "the £40m pledge", values={"amount": "£40m"})
    mark(doc, "pledge", "€2–3m", values={"amount": "€2–3m", "conditions": "if the vote passes"})
    for key in ("p1", "p2"):
        tie(doc, key, "pledger", "a1")
        tie(doc, key, "recipient", "l1")
    tie(doc, "p2", "restates", "p1")
    return doc
