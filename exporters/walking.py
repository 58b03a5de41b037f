"""Every inline of a brief, wherever it stands."""

from collections.abc import Iterator
from typing import assert_never

from pressmark.brief import (
    Block,
    Brief,
    Contents,
    Figure,
    Heading,
    Inline,
    Inlines,
    Legend,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    Table,
)


def texts(block: Block) -> Iterator[Inlines]:
    """The inlines of a block: one text for a paragraph, one for each cell of a table."""
    match block:
        case Paragraph() | Passage():
            yield block.inlines
        case Table():
            yield from (cell.inlines for row in block.rows for cell in row.cells)
        case Heading() | Figure() | Legend() | Contents() | PageBreak():
            return
        case _:
            assert_never(block)


def inlines(brief: Brief) -> Iterator[Inline]:
    """Every inline of the brief, in order, those of a note after it."""
    for block in brief.blocks:
        for text in texts(block):
            yield from with_notes(text)


def with_notes(text: Inlines) -> Iterator[Inline]:
    """The inlines of a text, and after each note those it holds."""
    for inline in text:
        yield inline
        if isinstance(inline, Note):
            yield from inline.inlines
