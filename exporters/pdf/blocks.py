"""Every kind of block as strips, from the title down."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from exporters import typography as look
from exporters.captions import Kind
from exporters.pdf import cautions, figures, ink, paragraphs, passages, tables
from exporters.pdf import contents as toc
from exporters.pdf.captions import caption_strips
from exporters.pdf.pages import Box, Entry, Page, Strip
from exporters.pdf.paragraphs import Beside, Place
from exporters.pdf.runs import Run
from exporters.pdf.setting import Setting
from exporters.pdf.tagging import Element
from pressmark.brief import (
    Block,
    Contents,
    Figure,
    Heading,
    Legend,
    PageBreak,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Table,
)

_HEADING_TAGS = 6


class Blocks:
    """Lays out the blocks of one brief."""

    def __init__(self, at: Setting) -> None:
        self._at = at
        self._headings = self._figures = self._tables = 0
        self._after_heading = False
        self._depth = 1 if at.brief.title else 0  # of the heading before
        self._list: Element | None = None

    def strips(self, i: int) -> Iterator[Strip]:
        """The block at that place among the brief's, and what has to follow it."""
        blocks = self._at.brief.blocks
        block, following = blocks[i], blocks[i + 1] if i + 1 < len(blocks) else None
        if not (isinstance(block, Passage) and block.kind is PassageKind.LIST_ITEM):
            self._list = None
        turned = _turned(blocks, i)
        at = replace(self._at, sheet=self._at.sheet.turned()) if turned else self._at
        for strip in self._block(block, at):
            yield replace(strip, sheet=at.sheet) if turned else strip
        self._after_heading = isinstance(block, Heading)
        if at.runs.remarks and not isinstance(following, Passage | Legend):
            remarks, at.runs.remarks = at.runs.remarks, []
            yield from passages.remark_strips(remarks, at)

    def _block(self, block: Block, at: Setting) -> Iterator[Strip]:
        match block:
            case Heading():
                yield from self._heading(block, at)
            case Paragraph():
                yield from self._paragraph(block)
            case Table():
                yield from self._table(block, at)
            case Legend():
                yield from passages.legend_strips(block, at)
            case Figure():
                self._figures += 1
                yield from figures.strips(block, self._figures, at)
            case Contents():
                yield from self._contents(block)
            case PageBreak():
                yield Strip(0.0, turn=True)
            case Passage():
                yield from passages.passage_strips(block, self._around(block), at)
            case _:
                assert_never(block)

    def _around(self, passage: Passage) -> Element:
        """What the element of a passage is in."""
        tree = self._at.tree
        match passage.kind:
            case PassageKind.LIST_ITEM:
                self._list = self._list or tree.element("L", tree.document)
                return self._list
            case PassageKind.QUOTATION:
                return tree.element("BlockQuote", tree.document)
            case PassageKind.HEADING | PassageKind.PARAGRAPH | PassageKind.CAPTION:
                return tree.document
            case _:
                assert_never(passage.kind)

    def _heading(self, heading: Heading, at: Setting) -> Iterator[Strip]:
        self._headings += 1
        entry = Entry(heading.text, heading.level, _heading_place(heading, self._headings))

        def note(page: Page, top: float, i: int) -> None:
            if i == 0:
                page.entry(entry)

        yield from self._titled(heading.text, heading.level, at, entry.place, note)

    def _titled(
        self, text: str, level: int, at: Setting, place: str = "", beside: Beside | None = None
    ) -> Iterator[Strip]:
        """The lines of a heading, and some space."""
        above = look.HEADING_ABOVE if level == 1 else look.HEADING_ABOVE * 0.7
        width = at.sheet.measure
        element = self._heading_element(level)
        lines = at.setter.lines([[Run(text, at.styles.heading(level))]], width)
        for strip in paragraphs.strips(lines, Place(width, above=above, anchor=place), element, beside):
            yield replace(strip, keep=True)
        yield Strip(look.HEADING_BELOW * 0.5, keep=True, ends=element)

    def _heading_element(self, level: int) -> Element:
        """Below the title, and never more than one level below the heading before."""
        wanted = max(level, 1) + (1 if self._at.brief.title else 0)
        self._depth = min(wanted, self._depth + 1, _HEADING_TAGS)
        return self._at.tree.element(f"H{self._depth}", self._at.tree.document)

    def _contents(self, contents: Contents) -> Iterator[Strip]:
        at = self._at
        headings = [block for block in at.brief.blocks if isinstance(block, Heading)]
        listed = [
            (heading.text, _heading_place(heading, i))
            for i, heading in enumerate(headings, start=1)
            if heading.level == 1
        ]
        if listed:
            yield from self._titled(contents.title, 1, at)
            yield from toc.strips(listed, at.tree.element("TOC", at.tree.document), at)

    def _table(self, table: Table, at: Setting) -> Iterator[Strip]:
        element = at.tree.element("Table", at.tree.document, tables.summary(table))
        if table.caption:
            self._tables += 1
            above = 0.0 if self._after_heading else look.HEADING_ABOVE * 0.5
            yield from caption_strips(Kind.TABLE, self._tables, table.caption, element, at, above)
        yield from tables.strips(table, element, at)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Strip]:
        at, role = self._at, paragraph.role
        lead, caution = role is Role.LEAD, role is Role.CAUTION
        indent = look.LEAD_INDENT if lead else 0.0
        width = at.sheet.measure - indent - (2 * cautions.INSET if caution else 0.0)
        element = at.tree.element("P", at.tree.document)
        runs = at.runs.paragraph(paragraph.inlines, at.styles.role(role), element, raised=lead)
        lines = at.setter.lines(runs, width)
        if caution:
            yield from cautions.strips(lines, paragraph.anchor, element, at)
            return
        rtl = bool(lines) and lines[0].rtl
        above = 0.0 if self._after_heading else look.PARAGRAPH_BELOW
        place = Place(width, 0.0 if rtl else indent, above, paragraph.anchor)
        *others, last = paragraphs.strips(lines, place, element, _bar(at, rtl=rtl) if lead else None)
        yield from others
        yield replace(last, ends=element)


def _heading_place(heading: Heading, number: int) -> str:
    """The name of the place of the brief's `number`th heading."""
    return heading.anchor or f"heading-{number}"  # a hyphen: no anchor of the brief


def _turned(blocks: Sequence[Block], i: int) -> bool:
    """Whether a block stands on paper turned sideways: a wide table, and the headings right above it."""
    while i + 1 < len(blocks) and isinstance(blocks[i], Heading):
        i += 1
    block = blocks[i]
    return isinstance(block, Table) and block.wide


def _bar(at: Setting, *, rtl: bool) -> Beside:
    """The accent bar, on the side where the lines start."""

    def draw(page: Page, top: float, i: int) -> None:
        left = page.sheet.right - look.LEAD_BAR if rtl else page.sheet.left
        height = look.LEAD_LEADING + 0.2  # overlaps the next line's, so that no seam shows
        ink.fill(page, at.styles.accent, Box(left, top - height, left + look.LEAD_BAR, top))

    return draw
