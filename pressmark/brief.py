"""The tree that every exporter writes: value types, nothing else.

A brief knows nothing of annotations, of Word or of PDF. Writers walk it with two functions, one for
blocks and one for inlines, each a ``match`` that ends in ``assert_never``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Tick: TypeAlias = Callable[[float], None]
"""Told how much of the work is done, 0 to 1. It may raise to cancel the export."""

ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
"""Names of places that Word bookmarks, HTML ids and PDF destinations all accept."""


class Tone(StrEnum):
    """What characters are; each writer decides how that looks."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    QUIET = "quiet"  # secondary: smaller and greyer
    VERBATIM = "verbatim"  # words of a source, set in the reading face


class LineStyle(StrEnum):
    """The underline that tells labels apart where colour cannot."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    WAVY = "wavy"
    DOUBLE = "double"


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


class Align(StrEnum):
    START = "start"
    END = "end"  # numbers


@dataclass(frozen=True, slots=True)
class Text:
    """Characters in one tone. May hold any Unicode but line breaks, which are `Break`."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Link:
    """Characters that lead somewhere: ``#anchor`` in this brief, or an http, https or mailto address."""

    text: str
    target: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of article text under one or more marks, outermost first. Runs never overlap."""

    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """The next inline starts on a new line."""


Inline: TypeAlias = Text | Link | Marked | Break
Inlines: TypeAlias = tuple[Inline, ...]


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
    """What a reader sees, and, for spreadsheets, the same as a number or a date."""

    inlines: Inlines
    value: Decimal | int | date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `total` rows are set strong and end the table."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. The header row is left out when no column has a title."""

    name: str  # plain words: the sheet's name in a workbook, the summary for screen readers
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


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


Block: TypeAlias = Heading | Paragraph | Table | Legend | Passage


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """How the marks of one label look. Colours are ``#rrggbb``: `fill` behind text, `ink` for lines."""

    name: str
    title: str
    fill: str
    ink: str
    line: LineStyle


@dataclass(frozen=True, slots=True)
class Comment:
    """An analyst's note on a mark."""

    author: str
    text: str
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation as the reader meets it in the text: `name` is its readable id, ``q1``."""

    name: str
    label: str
    anchor: str
    comment: Comment | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole briefing. `marks` is keyed by what `Marked.marks` names; `labels` by label name."""

    title: str
    details: str = ""  # for whom · from whom · how many articles
    caveat: str = ""  # handling caveat, on every page
    dateline: str = ""  # "As of 14 November 2026, 09:40"
    author: str = ""
    language: str = "en"
    created: datetime | None = None
    blocks: tuple[Block, ...] = ()
    labels: Mapping[str, LabelStyle] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)


def plain(inlines: Inlines) -> str:
    """The characters a reader sees, with a line feed for each `Break`."""
    return "".join("\n" if isinstance(inline, Break) else inline.text for inline in inlines)
