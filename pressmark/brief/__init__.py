"""The tree that every exporter writes: value types, nothing else.

A brief knows nothing of annotations, of Word or of PDF. Writers walk it with two functions, one for
blocks and one for inlines, each a ``match`` that ends in ``assert_never``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from pressmark.brief.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Contents,
    Heading,
    Legend,
    PageBreak,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Row,
    Table,
)
from pressmark.brief.drawing import Anchor, Area, Disc, Figure, Point, Shade, Shape, Stroke, Words
from pressmark.brief.look import Faces, Look, PageSize, Picture
from pressmark.brief.words import Break, Inline, Inlines, Link, Marked, Note, Text, Tone, plain

__all__ = [
    "ANCHOR",
    "Align",
    "Anchor",
    "Area",
    "Attachment",
    "Block",
    "Break",
    "Brief",
    "Cell",
    "Column",
    "Comment",
    "Contents",
    "Disc",
    "Faces",
    "Figure",
    "Heading",
    "Inline",
    "Inlines",
    "LabelStyle",
    "Legend",
    "LineStyle",
    "Link",
    "Look",
    "Mark",
    "Marked",
    "Note",
    "PageBreak",
    "PageSize",
    "Paragraph",
    "Passage",
    "PassageKind",
    "Picture",
    "Point",
    "Role",
    "Row",
    "Shade",
    "Shape",
    "Stroke",
    "Table",
    "Text",
    "Tick",
    "Tone",
    "Words",
    "plain",
]

Tick: TypeAlias = Callable[[float], None]
"""Told how much of the work is done, 0 to 1. It may raise to cancel the export."""

ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
"""Names of places that Word bookmarks, HTML ids and PDF destinations all accept."""


class LineStyle(StrEnum):
    """The underline that tells labels apart where colour cannot."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    WAVY = "wavy"
    DOUBLE = "double"


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
class Attachment:
    """A file that rides along in the formats that can hold one: the annotations a brief was made from."""

    name: str
    media_type: str
    data: bytes
    description: str


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
    cover: tuple[tuple[str, str], ...] = ()  # ("For", "the Board"): a block in place of the details
    look: Look = field(default_factory=Look)
    attachments: tuple[Attachment, ...] = ()
