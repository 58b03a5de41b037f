"""Guesses which column of a table holds what: from its name, and from what its cells hold."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pressmark.importers.column_names import rank
from pressmark.importers.stated_language import language_code
from pressmark.importers.web_address import web_address
from pressmark.written_dates import iso_date

_LOOKED_AT = 60
_MOSTLY = 0.5
_NEARLY_ALL = 0.9
_LEAST_TEXT = 120  # characters on average of what is text, whatever its column is called
_FAR_LONGER = 5
_CLEARLY = 1.25
_TAGS = re.compile(r"<[^<>]*>|&\w{2,8};")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LONGEST = {"headline": 600, "outlet": 200, "author": 400}


def _is_address(cell: str) -> bool:
    return bool(web_address(cell))


def _is_day(cell: str) -> bool:
    return len(cell) < 60 and len(iso_date(cell)) >= 10


def _is_language(cell: str) -> bool:
    return bool(language_code(cell))


_LOOKS: Mapping[str, Callable[[str], bool]] = {
    "url": _is_address,
    "published": _is_day,
    "language": _is_language,
}


@dataclass(frozen=True, slots=True)
class Guess:
    """Which column holds which field; `rivals` are the columns of which any could hold the text."""

    columns: dict[str, str]
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Column:
    """One column's name, some of its cells that are not empty, and how many of the rows have one."""

    name: str
    cells: tuple[str, ...]
    filled: float
    length: float = 0.0
    ranks: dict[str, int] = field(default_factory=dict)

    def share(self, of: str) -> float:
        """Which share of the cells looks like an address, a date or a language."""
        looks = _LOOKS[of]
        return sum(1 for cell in self.cells if looks(cell)) / len(self.cells) if self.cells else 0.0


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Guess:
    """The likeliest columns; without "text" where none can be told."""
    columns = [_column(name, at, rows[:_LOOKED_AT]) for at, name in enumerate(header)]
    found: dict[str, _Column] = {}
    for one in ("url", "published", "language", "headline", "author", "outlet"):
        left = [column for column in columns if column not in found.values() and column.cells]
        if best := _best(one, left):
            found[one] = best
    left = [column for column in columns if column not in found.values() and column.cells]
    texts = _texts(left)
    if texts:
        found["text"] = texts[0]
        leads = [column for column in left if "lead" in column.ranks and column is not texts[0]]
        if leads:
            found["lead"] = min(leads, key=lambda column: column.ranks["lead"])
    names = {one: column.name for one, column in found.items()}
    return Guess(names, tuple(column.name for column in texts) if len(texts) > 1 else ())


def _column(name: str, at: int, rows: Sequence[Sequence[str]]) -> _Column:
    cells = tuple(row[at].strip() for row in rows if at < len(row) and row[at].strip())
    length = sum(map(len, cells)) / len(cells) if cells else 0.0
    ranks = {
        one: number
        for one in ("url", "published", "language", "headline", "author", "outlet", "text", "lead")
        if (number := rank(one, name)) is not None
    }
    return _Column(name, cells, len(cells) / max(1, len(rows)), length, ranks)


def _best(one: str, columns: list[_Column]) -> _Column | None:
    """By name, if the cells do not gainsay it; else, of what can be seen from the cells, by them."""
    named = [column for column in columns if one in column.ranks and _may_hold(one, column)]
    if named:
        return min(named, key=lambda column: (column.filled < 0.1, column.ranks[one]))
    if one not in ("url", "published"):
        return None
    return next((column for column in columns if not column.ranks and column.share(one) >= _NEARLY_ALL), None)


def _may_hold(one: str, column: _Column) -> bool:
    if one in _LONGEST:
        return column.length <= _LONGEST[one] and column.share("url") < _MOSTLY
    return column.share(one) >= _MOSTLY


def _texts(columns: list[_Column]) -> list[_Column]:
    """What holds the text, likeliest first: more than one where they are equally likely."""
    named = sorted((one for one in columns if "text" in one.ranks), key=_weight, reverse=True)
    leads = sorted((one for one in columns if "lead" in one.ranks), key=_weight, reverse=True)
    others = [one for one in columns if not one.ranks and one.length >= _LEAST_TEXT and not _is_other(one)]
    others.sort(key=_weight, reverse=True)
    called = named or leads[:1]
    if others and _weight(others[0]) > _FAR_LONGER * max(map(_weight, called), default=0.0):
        called = others
    if not called:
        return []
    best = called[0]
    return [
        best,
        *(one for one in called[1:] if _weight(one) * _CLEARLY > _weight(best) and not _same(one, best)),
    ]


def _weight(column: _Column) -> float:
    return column.length * column.filled


def _is_other(column: _Column) -> bool:
    return any(column.share(one) >= _MOSTLY for one in ("url", "published"))


def _same(one: _Column, other: _Column) -> bool:
    """True where two columns hold the same words, as where one is the HTML of the other."""
    pairs = list(zip(one.cells[:5], other.cells[:5], strict=False))
    return bool(pairs) and all(_letters(first) == _letters(second) for first, second in pairs)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", _TAGS.sub("", text[:4000]))[:300].casefold()
