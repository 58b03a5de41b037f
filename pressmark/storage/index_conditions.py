"""A query's term as SQL: a condition on rows of `article`, or on rows of `annotation`."""

# ruff: noqa: S608 -- the pieces are ours, what was typed goes by question marks

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from pressmark.searching.terms import (
    All,
    Amount,
    AnyOf,
    Column,
    Compared,
    Due,
    Has,
    How,
    Is,
    Labelled,
    Not,
    Numbered,
    Published,
    Said,
    Term,
    Told,
    Whole,
    Words,
)
from pressmark.storage.index_rows import padded
from pressmark.storage.index_schema import first_of

_LAST = chr(0x10FFFF)


@dataclass(frozen=True, slots=True)
class Sql:
    """An expression and the values for its question marks."""

    text: str
    values: tuple[object, ...] = ()


def of_articles(term: Term) -> Sql:
    """The condition that holds for rows of `article` that the term means."""
    return _Conditions("article.id", "article.id", "fulltext").of(term)


def of_annotations(term: Term, article: int | None = None) -> Sql:
    """The condition that holds for rows of `annotation`; quicker where they are of one article only."""
    numbers = (first_of(article), first_of(article + 1)) if article is not None else ()
    return _Conditions("annotation.article", "annotation.passage", "passage", numbers).of(term)


@dataclass(frozen=True, slots=True)
class _Conditions:
    """`article` and `number` are the columns by which articles, and what has the words, are told.

    `words` is the table of words, `numbers` the range of annotations and passages that matter, if not all do.
    """

    article: str
    number: str
    words: str
    numbers: tuple[int, ...] = ()

    def of(self, term: Term) -> Sql:
        together = matching(term)
        if together:
            return self._having(together)
        match term:
            case Words():
                return Sql(f"{self.article} IN (SELECT rowid FROM fulltext(?))", (_phrase(term),))
            case All(terms):
                return _joined("AND", [self.of(one) for one in grouped(terms)])
            case AnyOf(terms):
                return _joined("OR", [self.of(one) for one in terms])
            case Not(inner):
                refused = self.of(inner)
                return Sql(f"NOT {refused.text}", refused.values)
            case Told() | Published() | Is():
                known = _of_article(term)
                where = f"{self.article} IN (SELECT id FROM article WHERE {known.text})"
                return Sql(where, known.values)
            case Said():
                return self._saying(term)
            case _:
                return _of_annotation(term)

    def _having(self, match: str) -> Sql:
        own = " WHERE rowid >= ? AND rowid < ?" if self.numbers else ""
        return Sql(f"{self.number} IN (SELECT rowid FROM {self.words}(?){own})", (match, *self.numbers))

    def _saying(self, term: Said) -> Sql:
        if not self.numbers:
            named = _named(term)
            said = f"SELECT annotation FROM said WHERE name IN ({named.text})"
            return Sql(f"annotation.id IN ({said})", named.values)
        own = f"annotation >= ? AND annotation < ? AND words LIKE ? AND {_aspects(term)}"
        said = f"SELECT annotation FROM said CROSS JOIN name ON name.id = said.name WHERE {own}"
        return Sql(f"annotation.id IN ({said})", (*self.numbers, _like(term.words, term.how), *term.aspects))


def grouped(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The same terms, those put together that the table of words answers at once."""
    positive = [one for one in terms if matching(one)]
    if not positive:
        return tuple(terms)
    refused = [one for one in terms if isinstance(one, Not) and matching(one.term)]
    rest = [one for one in terms if one not in positive and one not in refused]
    return (All((*positive, *refused)), *rest)


def matching(term: Term) -> str:
    """The term in FTS5's own language; empty where that cannot say it."""
    match term:
        case Words(in_headline=False):
            return _phrase(term)
        case AnyOf(terms):
            parts = [matching(one) for one in terms]
            return f"({' OR '.join(parts)})" if all(parts) else ""
        case All(terms):
            refused = [matching(one.term) for one in terms if isinstance(one, Not)]
            parts = [matching(one) for one in terms if not isinstance(one, Not)]
            if not parts or not all((*parts, *refused)):
                return ""
            wanted = f"({' AND '.join(parts)})"
            return f"({wanted} NOT ({' OR '.join(refused)}))" if refused else wanted
        case _:
            return ""


def _phrase(term: Words) -> str:
    where = "headline : " if term.in_headline else ""
    return f'{where}"{" ".join(term.words)}"{" *" if term.begun else ""}'


def _joined(how: str, parts: list[Sql]) -> Sql:
    values = tuple(value for one in parts for value in one.values)
    return Sql(f"({f' {how} '.join(one.text for one in parts)})", values)


def _of_article(term: Told | Published | Is) -> Sql:
    match term:
        case Told(Column.TAGS, words, how):
            begun = how is How.WHOLE_BEGUN
            return Sql(
                "tags_words LIKE ?", (f"%|{padded(words).rstrip() if begun else f'{padded(words)}|'}%",)
            )
        case Told(column, words, how):
            return Sql(f"{column}_words LIKE ?", (_like(words, how),))
        case Published(compared, iso):
            return _dated("published", compared, iso)
        case Is(Whole.ARCHIVED):
            return Sql("archived")
        case Is(what):
            return Sql("status = ?", (str(what),))
        case _:
            assert_never(term)


def _like(words: tuple[str, ...], how: How) -> str:
    """A pattern for names that have a space on both sides of each word; no word holds a sign of patterns."""
    match how:
        case How.BEGUN:
            return f"%{padded(words).rstrip()}%"
        case How.WHOLE_WORDS:
            return f"%{padded(words)}%"
        case How.WHOLE:
            return padded(words)
        case How.WHOLE_BEGUN:
            return f"{padded(words).rstrip()}%"
        case _:
            assert_never(how)


def _named(term: Said) -> Sql:
    """The numbers of the names that are meant, of which there may be many thousands."""
    begin = padded(term.words).rstrip()
    values: tuple[str, ...]
    match term.how:
        case How.WHOLE:
            where, values = "words = ?", (padded(term.words),)
        case How.WHOLE_BEGUN:
            where, values = "words >= ? AND words < ?", (begin, begin + _LAST)
        case _:
            where = "id IN (SELECT rowid FROM name_words(?))"
            values = (_phrase(Words(term.words, term.how is How.BEGUN)),)
    return Sql(f"SELECT id FROM name WHERE {where} AND {_aspects(term)}", (*values, *term.aspects))


def _aspects(term: Said) -> str:
    return f"aspect IN ({', '.join('?' * len(term.aspects))})"


def _of_annotation(term: Labelled | Amount | Due | Has | Numbered) -> Sql:
    match term:
        case Labelled(words, begun):
            known_as = f"%|{padded(words).rstrip() if begun else f'{padded(words)}|'}%"
            return Sql("label IN (SELECT id FROM label WHERE known_as LIKE ?)", (known_as,))
        case Amount():
            return _amount(term)
        case Due(compared, iso):
            known = _dated("due", compared, iso)
            return Sql(f"(due != '' AND {known.text})", known.values)
        case Has(what):
            return Sql(f"({what} != '')")
        case Numbered(key):
            return Sql("lower(key) = ?", (key,))
        case _:
            assert_never(term)


def _amount(term: Amount) -> Sql:
    """An amount from 2 to 3 bn is as well more than 2.5 bn as less; an undisclosed one is neither."""
    money = term.money
    if money is None or money.least is None or money.most is None:
        return Sql("(amount = 'undisclosed')")
    least, most = float(money.least), float(money.most)
    text: str
    values: tuple[object, ...]
    text, values = {
        ">": ("most > ?", (least,)),
        ">=": ("most >= ?", (least,)),
        "<": ("least < ?", (most,)),
        "<=": ("least <= ?", (most,)),
        "=": ("most >= ? AND least <= ?", (least, most)),
    }[term.compared]
    currency = (money.currency,) if money.currency else ()
    return Sql(
        f"(amount != '' AND least IS NOT NULL AND {text}{' AND currency = ?' if currency else ''})",
        (*values, *currency),
    )


def _dated(column: str, compared: Compared, iso: str) -> Sql:
    """Of two dates as much is compared as is known of both; what has no date has none to compare."""
    known = f"substr({column}, 1, 10)"
    ours, theirs = f"substr({known}, 1, {len(iso)})", f"substr(?, 1, length({known}))"
    return Sql(f"({column} != '' AND {ours} {compared} {theirs})", (iso,))
