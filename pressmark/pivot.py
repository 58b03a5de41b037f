"""Who pledged to whom and how much, who said how much on what: one table over one article or several."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from pressmark.annotated_article import AnnotatedArticle
from pressmark.facts import Mention, PledgeRow, QuoteRow, pledges, quotes
from pressmark.totals import totals

Place: TypeAlias = tuple[AnnotatedArticle, str]
"""An annotation and the article it is in."""

NOT_STATED = "not stated"
_Row = TypeVar("_Row", PledgeRow, QuoteRow)


@dataclass(frozen=True, slots=True)
class PivotCell:
    """What a reader sees, a line each, and the annotations behind it."""

    lines: tuple[str, ...]
    behind: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Pivot:
    """Rows and columns by name, those with most behind them first, “not stated” last; each with its total."""

    corner: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], PivotCell]
    row_totals: Mapping[str, PivotCell]
    column_totals: Mapping[str, PivotCell]
    total: PivotCell


@dataclass(frozen=True, slots=True)
class _Found(Generic[_Row]):
    """One pledge or quote and where it belongs."""

    row: str
    column: str
    place: Place
    fact: _Row


def pledged(docs: Sequence[AnnotatedArticle]) -> Pivot:
    """Rows are pledgers, columns recipients; several of one pledge stand together, so that it counts once."""
    found = [
        _Found(_together(row.pledgers), _together(row.recipients), (doc, row.annotation.id), row)
        for doc in docs
        for row in pledges(doc)
    ]
    return _pivot("Who, to whom", found, _amounts)


def said(docs: Sequence[AnnotatedArticle]) -> Pivot:
    """Rows are speakers, columns topics, cells how many quotes."""
    found = [
        _Found(
            _together(row.speakers),
            row.annotation.value("topic") or NOT_STATED,
            (doc, row.annotation.id),
            row,
        )
        for doc in docs
        for row in quotes(doc)
    ]
    return _pivot("Who, on what", found, lambda rows: (str(len(rows)),))


def _together(mentions: Iterable[Mention]) -> str:
    names = sorted({one.name for one in mentions}, key=str.casefold)
    return " and ".join(names) or NOT_STATED


def _amounts(rows: Sequence[PledgeRow]) -> tuple[str, ...]:
    """An amount a currency, then how many have none; what another pledge stands for adds nothing."""
    found = totals(rows)
    others = (
        (found.undisclosed, "undisclosed"),
        (found.without_currency, "without currency"),
        (found.not_stated, "without amount"),
    )
    counted = [f"{number} {what}" for number, what in others if number]
    return (*(one.shown() for one in found.sums), *counted) or ("restated",)


def _pivot(
    corner: str, found: Sequence[_Found[_Row]], lines: Callable[[Sequence[_Row]], tuple[str, ...]]
) -> Pivot:
    def cell(some: Sequence[_Found[_Row]]) -> PivotCell:
        said = lines([one.fact for one in some]) if some else ()
        return PivotCell(said, tuple(one.place for one in some))

    by_row = _grouped(found, lambda one: one.row)
    by_column = _grouped(found, lambda one: one.column)
    by_both = _grouped(found, lambda one: (one.row, one.column))
    return Pivot(
        corner,
        _ordered(by_row),
        _ordered(by_column),
        {both: cell(some) for both, some in by_both.items()},
        {name: cell(some) for name, some in by_row.items()},
        {name: cell(some) for name, some in by_column.items()},
        cell(found),
    )


_Key = TypeVar("_Key")


def _grouped(
    found: Iterable[_Found[_Row]], key: Callable[[_Found[_Row]], _Key]
) -> dict[_Key, list[_Found[_Row]]]:
    groups: dict[_Key, list[_Found[_Row]]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    return groups


def _ordered(groups: Mapping[str, Sequence[object]]) -> tuple[str, ...]:
    return tuple(sorted(groups, key=lambda name: (name == NOT_STATED, -len(groups[name]), name.casefold())))
