"""On which page each section will probably begin.

Only Word knows, and it counts when its reader updates the list of contents; until then the list shows what
is reckoned here from the number of characters.
"""

import math
from collections.abc import Iterator, Mapping

from exporters import typography as look
from exporters.docx.draft import Draft
from exporters.docx.faces import size
from exporters.docx.sections import Orientation
from exporters.docx.setting import Page
from exporters.walking import texts
from pressmark.brief import (
    Block,
    Contents,
    Figure,
    Heading,
    Inlines,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    Role,
    Table,
    Text,
    plain,
)

_CHARACTER = 0.475  # of the size: how wide one is on average, between our two faces
_WIDE_CHARACTER = 2.1  # as wide as so many others: Chinese, Japanese, Korean
_FURNITURE = 60.0  # indents of passages
_TITLE_LEADING = look.TITLE_LEADING * 1.1
_BELOW_FRONT = 24.0
_COVER_LABEL = 92.0
_COVER_PADDING = 8.0
_LOGO = 60.0
_CAPTION = 28.0
_FOLLOWED = 40.0  # what must find room below a heading


def pages(draft: Draft, orientation: Orientation) -> Mapping[int, int]:
    """The page of each listed heading, by the number of its block."""
    if not draft.listed:
        return {}
    found: dict[int, int] = {}
    number, used = 1, _front(draft)
    for index, block in enumerate(draft.brief.blocks):
        page = orientation.page(index)
        breaks = orientation.ended_before(index) is not None or isinstance(block, PageBreak)
        for height, held in _strips(draft, block, page):
            if used and (breaks or used + height + held > page.text_height):
                number, used = number + 1, 0.0
            if index in draft.listed:
                found[index] = number
            breaks = False
            number += int((used + height) // page.text_height)
            used = (used + height) % page.text_height
    return found


def _front(draft: Draft) -> float:
    brief, measure = draft.brief, draft.setting.page.measure
    logo = _LOGO if brief.look.logo else 0.0
    title = _lines((Text(brief.title),), look.TITLE_SIZE, measure) * _TITLE_LEADING if brief.title else 0.0
    lines = [*brief.cover] or [("", brief.details)] if brief.details or brief.cover else []
    room = _BELOW_FRONT if lines else 0.0
    return (
        logo
        + title
        + room
        + sum(
            _lines((Text(value),), look.BODY_SIZE, measure - _COVER_LABEL) * look.BODY_LEADING
            + _COVER_PADDING
            for _, value in lines
        )
    )


def _strips(draft: Draft, block: Block, page: Page) -> Iterator[tuple[float, float]]:
    """The heights of what a block is made of and cannot be split, each with what must stand below it."""
    match block:
        case Heading():
            line = 1.25 * size(look.heading_size(block.level))
            yield look.HEADING_ABOVE + look.HEADING_BELOW + line, _FOLLOWED
        case Table():
            yield from ((height, 0.0) for height in _rows(block, page))
        case Figure():
            yield block.height * min(1.0, page.measure / block.width) + _CAPTION, 0.0
        case Contents():
            yield look.HEADING_ABOVE + (len(draft.listed) + 2) * (look.BODY_LEADING + 2), 0.0
        case PageBreak():
            yield 0.0, 0.0
        case _:
            yield from ((height, 0.0) for height in _lines_of(block, page))


def _rows(table: Table, page: Page) -> Iterator[float]:
    padding = look.CELL_ABOVE + look.CELL_BELOW
    whole = sum(column.share for column in table.columns)
    widths = [page.measure * column.share / whole - look.CELL_GAP for column in table.columns]
    yield look.TABLE_LEADING + padding + (_CAPTION if table.caption else 0.0)
    for row in table.rows:
        counts = (
            _lines(cell.inlines, look.TABLE_SIZE, width)
            for cell, width in zip(row.cells, widths, strict=False)
        )
        yield max(counts, default=1) * look.TABLE_LEADING + padding


def _lines_of(block: Block, page: Page) -> Iterator[float]:
    """The lines of a paragraph one by one, for it may be split, then those of its notes."""
    points, leading = _type(block)
    measure = page.measure - (_FURNITURE if isinstance(block, Passage) else 0.0)
    for text in texts(block):
        yield from [leading] * _lines(text, points, measure)
        for inline in text:
            if isinstance(inline, Note):
                yield _lines(inline.inlines, look.QUIET_SIZE, page.measure) * look.QUIET_LEADING
    yield look.PARAGRAPH_BELOW


def _type(block: Block) -> tuple[float, float]:
    """Size and leading of running text."""
    if isinstance(block, Passage):
        return look.PASSAGE_SIZE, look.PASSAGE_LEADING
    if isinstance(block, Paragraph) and block.role is Role.LEAD:
        return look.LEAD_SIZE, look.LEAD_LEADING
    return look.BODY_SIZE, look.BODY_LEADING


def _lines(inlines: Inlines, points: float, measure: float) -> int:
    per_line = max(1.0, measure / (size(points) * _CHARACTER))
    return sum(max(1, math.ceil(_length(line) / per_line)) for line in plain(inlines).split("\n"))


def _length(text: str) -> float:
    if text.isascii():
        return len(text)
    return sum(_WIDE_CHARACTER if character >= "\u2e80" else 1.0 for character in text)
