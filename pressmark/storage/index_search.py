"""A query's hits: annotations where it speaks of them, else places in texts and headlines."""

# ruff: noqa: S608 -- the pieces are ours, what was typed goes by question marks

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pressmark.article import Article, BlockKind, Span
from pressmark.facts import ELLIPSIS
from pressmark.occurrences import context
from pressmark.searching.places import best, places
from pressmark.searching.terms import All, Term, Words, speaks_of_annotations, wanted_words
from pressmark.storage.index_conditions import (
    Sql,
    grouped,
    matching,
    of_annotations,
    of_annotations_in,
    of_articles,
)
from pressmark.storage.index_schema import first_of

PAGE = 50
PLACES = 5

_RANKED = 1000
"""Articles from which on nothing is ranked: words that so many have say little, and the newest come first."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text, a headline, or an annotation; with the words around it in its paragraph.

    `file` is a name in the folder. `span` is of the article's text, None where the words stand in its
    headline only, in a piece that was lost, or nowhere in particular. `annotation` is an id and `label` its
    label, both empty for a place in the text. `paragraph` is what a reader counts, 0 without a span.
    """

    file: str
    headline: str
    outlet: str
    published: str
    annotation: str
    label: str
    span: Span | None
    paragraph: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some hits, how many articles have any, and where the next page begins; None at the end."""

    hits: tuple[Hit, ...]
    articles: int
    following: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Found:
    """An article that has hits."""

    number: int
    file: str
    headline: str
    outlet: str
    published: str
    article: Article
    struck: frozenset[int]

    def hit(self, span: Span | None, words: str = "", annotation: str = "", label: str = "") -> Hit:
        before, after, paragraph = "", "", 0
        if span is not None:
            before, after = context(self.article, span)
            paragraph = self.article.paragraph_number_at(span.start)
            words = words or self.article.words_at(span)
        return Hit(
            self.file, self.headline, self.outlet, self.published, annotation, label, span, paragraph,
            before, words, after,
        )  # fmt: skip


def page(
    database: sqlite3.Connection, term: Term, since: tuple[int, int], most: int | None, of_each: int | None
) -> Page:
    """`since` is how many articles, and hits of the next one, were on earlier pages."""
    annotated = speaks_of_annotations(term)
    numbers = _annotated(database, term) if annotated else _articles(database, term)
    ordered = _newest(database, numbers) if annotated else _ranked(database, term, numbers)
    hits: list[Hit] = []
    place, skipped = since
    for number in islice(ordered, place, None):
        found = _found(database, number)
        own = _annotations(database, term, found) if annotated else _places(term, found, of_each)
        shown = own[skipped:]
        if most is not None and len(hits) + len(shown) > most:
            taken = most - len(hits)
            return Page((*hits, *shown[:taken]), len(numbers), (place, skipped + taken))
        hits += shown
        place, skipped = place + 1, 0
    return Page(tuple(hits), len(numbers), None)


def _articles(database: sqlite3.Connection, term: Term) -> set[int]:
    if match := matching(term):
        return _numbers(database, Sql("SELECT rowid FROM fulltext(?)", (match,)))
    where = of_articles(term)
    return _numbers(
        database, Sql(f"SELECT id FROM article WHERE problem = '' AND {where.text}", where.values)
    )


def _annotated(database: sqlite3.Connection, term: Term) -> set[int]:
    where = of_annotations(term)
    return _numbers(
        database, Sql(f"SELECT DISTINCT article FROM annotation WHERE {where.text}", where.values)
    )


def _numbers(database: sqlite3.Connection, query: Sql) -> set[int]:
    return {number for (number,) in database.execute(query.text, query.values)}


def _newest(database: sqlite3.Connection, numbers: set[int]) -> Iterator[int]:
    for (number,) in database.execute("SELECT id FROM article ORDER BY published DESC, id"):
        if number in numbers:
            yield number


def _ranked(database: sqlite3.Connection, term: Term, numbers: set[int]) -> Iterator[int]:
    """Those first that say the words most for their length and in their headline; of equals the newest."""
    match = _all_words(term)
    if not match or len(numbers) > _RANKED:
        yield from _newest(database, numbers)
        return
    ranked = database.execute(
        "SELECT article.id FROM fulltext(?) JOIN article ON article.id = +fulltext.rowid"
        " WHERE article.id IN (SELECT value FROM json_each(?))"
        " ORDER BY round(bm25(fulltext, 8.0, 1.0), 6), published DESC, article.id",
        (match, json.dumps(list(numbers))),
    )
    yield from (number for (number,) in ranked)


def _all_words(term: Term) -> str:
    """What the table of words is asked for; empty where a query asks for other things instead of words."""
    if isinstance(term, All):
        return next(filter(None, map(matching, grouped(term.terms))), "")
    return matching(term)


def _found(database: sqlite3.Connection, number: int) -> _Found:
    row = database.execute(
        "SELECT file, headline, outlet, published, text, struck FROM article JOIN body ON article = id"
        " WHERE id = ?",
        (number,),
    ).fetchone()
    try:
        *known, text, struck = row
        file, headline, outlet, published = known
        article = _lines(zlib.decompress(text).decode("utf-8"))
        return _Found(number, file, headline, outlet, published, article, frozenset(map(int, struck.split())))
    except (TypeError, ValueError, zlib.error) as error:
        raise sqlite3.DatabaseError("a text of the index is damaged") from error


def _lines(text: str) -> Article:
    """The blocks of a text: of what kind they are does not matter here."""
    return Article.of((BlockKind.PARAGRAPH, line) for line in text.split("\n"))


def _places(term: Term, found: _Found, most: int | None) -> list[Hit]:
    """In the text; where the words are in the headline alone, or no words were asked for, one hit."""
    wanted = wanted_words(term)
    in_text = [one for one in wanted if not one.in_headline]
    stands = places(found.article, in_text, found.struck) if in_text else []
    shown = stands if most is None else best(found.article, stands, most)
    return [found.hit(one.span) for one in shown] or [_in_headline(found, wanted)]


def _in_headline(found: _Found, wanted: Sequence[Words]) -> Hit:
    stands = places(_lines(found.headline), wanted) if wanted else []
    words = found.headline[stands[0].span.start : stands[-1].span.end] if stands else ""
    return found.hit(None, words)


def _annotations(database: sqlite3.Connection, term: Term, found: _Found) -> list[Hit]:
    """Those of the article that the term means, in text order."""
    where = of_annotations_in(found.number, term)
    rows = database.execute(
        "SELECT key, label.name, pieces, lost FROM annotation NOT INDEXED JOIN label ON label.id = label"
        f" WHERE annotation.id >= ? AND annotation.id < ? AND {where.text} ORDER BY annotation.id",
        (first_of(found.number), first_of(found.number + 1), *where.values),
    )
    return [_annotation(found, *row) for row in rows]


def _annotation(found: _Found, key: str, label: str, pieces: str, lost: str) -> Hit:
    ends = list(map(int, pieces.split()))
    spans = [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]
    said = [*map(found.article.words_at, spans), *filter(None, [lost])]
    words = ELLIPSIS.join(" ".join(piece.split("\n")) for piece in said)
    whole = Span(spans[0].start, spans[-1].end) if spans else None
    return found.hit(whole, words, key, label)
