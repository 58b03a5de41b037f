"""Every kind of block as strips, from the title down."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from exporters import typography as look
from exporters.pdf import ink, paragraphs, passages, tables
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
    Text,
)

_HEADING_TAGS = 6


class Blocks:
    """Lays out the blocks of one brief."""

    def __init__(self, at: Setting) -> None:
        self._at = at
        self._headings = 0
        self._after_heading = False
        self._depth = 1 if at.brief.title else 0  # of the heading before
        self._list: Element | None = None

    def title(self) -> Iterator[Strip]:
        at, document = self._at, self._at.tree.document
        width = at.sheet.measure
        if at.brief.title:
            element = at.tree.element("H1", document)
            lines = at.setter.balanced([[Run(at.brief.title, at.styles.title)]], width)
            for strip in paragraphs.strips(lines, Place(width), element):
                yield replace(strip, keep=True)
        if at.brief.details:
            element = at.tree.element("P", document)
            lines = at.setter.lines([[Run(at.brief.details, at.styles.details)]], width)
            place = Place(width, above=2.0)
            yield from (replace(strip, keep=True) for strip in paragraphs.strips(lines, place, element))
        yield Strip(9.0)

    def strips(self, block: Block, following: Block | None) -> Iterator[Strip]:
        at = self._at
        if not (isinstance(block, Passage) and block.kind is PassageKind.LIST_ITEM):
            self._list = None
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case Table():
                element = at.tree.element("Table", at.tree.document, tables.summary(block))
                yield from tables.strips(block, element, at)
            case Legend():
                yield from passages.legend_strips(block, at)
            case Figure():
                words = (Text(f"{block.caption} {block.alternative}"),)
                yield from self._paragraph(Paragraph(words, Role.QUIET, block.anchor))
            case Contents() | PageBreak():
                pass
            case Passage():
                yield from passages.passage_strips(block, self._around(block), at)
            case _:
                assert_never(block)
        self._after_heading = isinstance(block, Heading)
        if at.runs.remarks and not isinstance(following, Passage | Legend):
            remarks, at.runs.remarks = at.runs.remarks, []
            yield from passages.remark_strips(remarks, at)

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

    def _heading(self, heading: Heading) -> Iterator[Strip]:
        at = self._at
        self._headings += 1
        place = heading.anchor or f"heading-{self._headings}"  # a hyphen: no anchor of the brief
        entry = Entry(heading.text, heading.level, place)
        above = look.HEADING_ABOVE if heading.level == 1 else look.HEADING_ABOVE * 0.7
        width = at.sheet.measure
        element = self._heading_element(heading.level)
        lines = at.setter.lines([[Run(heading.text, at.styles.heading(heading.level))]], width)

        def note(page: Page, top: float, i: int) -> None:
            if i == 0:
                page.entry(entry)

        for strip in paragraphs.strips(lines, Place(width, above=above, anchor=place), element, note):
            yield replace(strip, keep=True)
        yield Strip(look.HEADING_BELOW * 0.5, keep=True, ends=element)

    def _heading_element(self, level: int) -> Element:
        """Below the title, and never more than one level below the heading before."""
        wanted = max(level, 1) + (1 if self._at.brief.title else 0)
        self._depth = min(wanted, self._depth + 1, _HEADING_TAGS)
        return self._at.tree.element(f"H{self._depth}", self._at.tree.document)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Strip]:
        at = self._at
        lead = paragraph.role is Role.LEAD
        indent = look.LEAD_INDENT if lead else 0.0
        width = at.sheet.measure - indent
        element = at.tree.element("P", at.tree.document)
        style = at.styles.role(paragraph.role)
        lines = at.setter.lines(at.runs.paragraph(paragraph.inlines, style, element, raised=lead), width)
        rtl = bool(lines) and lines[0].rtl
        above = 0.0 if self._after_heading else look.PARAGRAPH_BELOW
        place = Place(width, 0.0 if rtl else indent, above, paragraph.anchor)
        bar = _bar(at, rtl=rtl) if lead else None
        *others, last = paragraphs.strips(lines, place, element, bar)
        yield from others
        yield replace(last, ends=element)


def _bar(at: Setting, *, rtl: bool) -> Beside:
    """The accent bar, on the side where the lines start."""

    def draw(page: Page, top: float, i: int) -> None:
        left = page.sheet.right - look.LEAD_BAR if rtl else page.sheet.left
        height = look.LEAD_LEADING + 0.2  # overlaps the next line's, so that no seam shows
        ink.fill(page, at.styles.accent, Box(left, top - height, left + look.LEAD_BAR, top))

    return draw
