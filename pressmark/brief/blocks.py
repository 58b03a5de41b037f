"""Blocks: what a brief is a sequence of."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from pressmark.brief.drawing import Figure
from pressmark.brief.words import Inlines


class PassageKind(StrEnum):
    """What a block of the marked article was in its source."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"


class Role(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"  # the bottom line: larger, beside an accent bar
    QUIET = "quiet"  # notes on method, empty-section remarks
    CAUTION = "caution"  # what the reader must not overlook: known gaps, a withdrawn source


class Align(StrEnum):
    START = "start"
    END = "end"  # numbers


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section; level 1 is listed in the contents."""

    text: str
    level: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: Inlines
    role: Role = Role.BODY
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its share of the table's width (shares are relative, not percentages)."""

    title: str
    share: float
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Cell:
    """What a reader sees, and, for spreadsheets, the same as a number or a date.

    `fields` are the names of the attributes that its lines show, of what is at the row's anchor; "" for none.
    """

    inlines: Inlines
    value: Decimal | int | date | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `total` rows are set strong and end the table."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. The header row is left out when no column has a title.

    A `caption` is numbered by the writers ("Table 1"). A `wide` table stands on pages turned sideways.
    """

    name: str  # plain words: the sheet's name in a workbook, the summary for screen readers
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """Explains the marks of the passages around it: one entry for each label named."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article, word for word, with its marks. `number` is the paragraph's, from 1."""

    kind: PassageKind
    inlines: Inlines
    number: int | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the brief's headings of level 1, with the pages they are on where there are pages."""

    title: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page, where there are pages."""


Block: TypeAlias = Heading | Paragraph | Table | Figure | Legend | Passage | Contents | PageBreak
