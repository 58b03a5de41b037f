"""What the formats of rows have in common: a brief of tables, and nothing but tables."""

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from pressmark.brief import Brief, Cell, Table

Value: TypeAlias = Decimal | int | date

_MOST_DIGITS = 60
"""Before or after the point: a hand-edited 1e999999999 would fill the memory with zeros."""


class NotOnlyTablesError(ValueError):
    """A brief with more than tables was given to a format that can hold tables only."""

    def __init__(self, kind: str) -> None:
        holds = "A workbook, CSV or JSON file holds tables only"
        super().__init__(f"{holds}, and this brief has a {kind.lower()}.")


def tables(brief: Brief) -> tuple[Table, ...]:
    """The tables of a brief of rows; anything else is an error, for it would be lost without a word."""
    found = []
    for block in brief.blocks:
        if not isinstance(block, Table):
            raise NotOnlyTablesError(type(block).__name__)
        found.append(block)
    return tuple(found)


def titled(table: Table) -> bool:
    """Whether any column has a title, so that there is a header row."""
    return any(column.title for column in table.columns)


def value_of(cell: Cell) -> Value | None:
    """The cell's number or day; None where it has only words, or a number that no program can hold."""
    value = cell.value
    if isinstance(value, Decimal) and not (value.is_finite() and abs(value.adjusted()) < _MOST_DIGITS):
        return None
    return value
