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
    return _Whole("article.id", "article.id", "fulltext").of(term)


def of_annotations(term: Term) -> Sql:
    """The condition that holds for rows of `annotation` that the term means."""
    return _Whole("annotation.article", "annotation.passage", "passage").of(term)


def of_annotations_in(article: int, term: Term) -> Sql:
    """The same for the annotations of one article: what little it holds is read, nothing is looked up."""
    return _InOne(article).of(term)


@dataclass(frozen=True, slots=True)
class _Whole:
    """`article` and `number` are the columns by which articles, and what has the words, are told.

    `words` is the table of words.
    """

    article: str
    number: str
    words: str

    def of(self, term: Term) -> Sql:
        if match := matching(term):
            return Sql(f"{self.number} IN (SELECT rowid FROM {self.words}(?))", (match,))
        match term:
            case Words():
                return Sql(f"{self.article} IN (SELECT rowid FROM fulltext(?))", (_phrase(term),))
            case All(terms):
                return _joined("AND", [self.of(one) for one in grouped(terms)])
            case AnyOf(terms):
                return _joined("OR", [self.of(one) for one in terms])
            case Not(inner):
                return _refused(self.of(inner))
            case Told() | Published() | Is():
                known = _of_article(term)
                return Sql(f"{self.article} IN (SELECT id FROM article WHERE {known.text})", known.values)
            case Said():
                named = _named(term)
                said = f"SELECT annotation FROM said WHERE name IN ({named.text})"
                return Sql(f"annotation.id IN ({said})", named.values)
            case _:
                return _of_annotation(term)


@dataclass(frozen=True, slots=True)
class _InOne:
    article: int

    def of(self, term: Term) -> Sql:
        match term:
            case Words():
                return self._standing(term)
            case All(terms):
                return _joined("AND", [self.of(one) for one in terms])
            case AnyOf(terms):
                return _joined("OR", [self.of(one) for one in terms])
            case Not(inner):
                return _refused(self.of(inner))
            case Told() | Published() | Is():
                known = _of_article(term)
                where = f"EXISTS (SELECT 1 FROM article WHERE id = ? AND {known.text})"
                return Sql(where, (self.article, *known.values))
            case Said(aspects, words, how):
                own = f"annotation >= ? AND annotation < ? AND words LIKE ? AND {_among(aspects)}"
                said = f"SELECT annotation FROM said CROSS JOIN name ON name.id = said.name WHERE {own}"
                return Sql(f"annotation.id IN ({said})", (*self._numbers, _like(words, how), *aspects))
            case _:
                return _of_annotation(term)

    @property
    def _numbers(self) -> tuple[int, int]:
        return first_of(self.article), first_of(self.article + 1)

    def _standing(self, term: Words) -> Sql:
        """Folded words stand in their table with one space between them: so they are found as they are."""
        words = padded(term.words).rstrip() if term.begun else padded(term.words)
        if term.in_headline:
            stands = "SELECT 1 FROM fulltext WHERE rowid = ? AND instr(' ' || headline || ' ', ?)"
            return Sql(f"EXISTS ({stands})", (self.article, words))
        stands = "SELECT rowid FROM passage WHERE rowid >= ? AND rowid < ? AND instr(' ' || body || ' ', ?)"
        return Sql(f"passage IN ({stands})", (*self._numbers, words))


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


def _refused(sql: Sql) -> Sql:
    return Sql(f"NOT {sql.text}", sql.values)


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
    return Sql(f"SELECT id FROM name WHERE {where} AND {_among(term.aspects)}", (*values, *term.aspects))


def _among(aspects: tuple[str, ...]) -> str:
    return f"aspect IN ({', '.join('?' * len(aspects))})"


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
