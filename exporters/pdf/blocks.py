"""Every kind of block as strips, from the title down."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from exporters import typography as look
from exporters.pdf import ink, paragraphs, passages, styles, tables
from exporters.pdf.inlines import RunMaker
from exporters.pdf.lines import Run, Setter
from exporters.pdf.pages import Entry, Page, Strip
from exporters.pdf.paragraphs import Beside, Place
from pressmark.brief import (
    Block,
    Brief,
    Contents,
    Figure,
    Heading,
    Legend,
    PageBreak,
    Paragraph,
    Passage,
    Role,
    Table,
    Text,
)


class Blocks:
    """Lays out the blocks of one brief."""

    def __init__(self, brief: Brief, setter: Setter) -> None:
        self._brief = brief
        self._setter = setter
        self._runs = RunMaker(brief)
        self._headings = 0
        self._after_heading = False

    def title(self) -> Iterator[Strip]:
        lines = self._setter.balanced([[Run(self._brief.title, styles.TITLE)]], Place().width)
        yield from (replace(strip, keep=True) for strip in paragraphs.strips(lines, Place()))
        if self._brief.details:
            lines = self._setter.lines([[Run(self._brief.details, styles.DETAILS)]], Place().width)
            yield from (replace(strip, keep=True) for strip in paragraphs.strips(lines, Place(above=2.0)))
        yield Strip(9.0, lambda page, top: None)

    def strips(self, block: Block, following: Block | None) -> Iterator[Strip]:
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case Table():
                yield from tables.strips(block, self._runs, self._setter)
            case Legend():
                yield from passages.legend_strips(block, self._brief.labels, self._setter)
            case Figure():
                words = (Text(f"{block.caption} {block.alternative}"),)
                yield from self._paragraph(Paragraph(words, Role.QUIET, block.anchor))
            case Contents() | PageBreak():
                pass
            case Passage():
                yield from passages.passage_strips(block, self._runs, self._setter)
            case _:
                assert_never(block)
        self._after_heading = isinstance(block, Heading)
        if self._runs.notes and not isinstance(following, Passage | Legend):
            yield from self._notes()

    def _notes(self) -> Iterator[Strip]:
        notes, self._runs.notes = self._runs.notes, []
        yield from passages.note_strips(notes, self._brief.language, self._runs, self._setter)

    def _heading(self, heading: Heading) -> Iterator[Strip]:
        self._headings += 1
        place = heading.anchor or f"heading-{self._headings}"  # a hyphen: no anchor of the brief
        entry = Entry(heading.text, heading.level, place)
        above = look.HEADING_ABOVE if heading.level == 1 else look.HEADING_ABOVE * 0.7
        lines = self._setter.lines([[Run(heading.text, styles.heading(heading.level))]], Place().width)

        def note(page: Page, top: float, i: int) -> None:
            if i == 0:
                page.entries.append(entry)

        for strip in paragraphs.strips(lines, Place(above=above, anchor=place), note):
            yield replace(strip, keep=True)
        yield Strip(look.HEADING_BELOW * 0.5, lambda page, top: None, keep=True)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Strip]:
        lead = paragraph.role is Role.LEAD
        indent = look.LEAD_INDENT if lead else 0.0
        width = Place().width - indent
        texts = self._runs.paragraph(paragraph.inlines, styles.role(paragraph.role), raised=lead)
        lines = self._setter.lines(texts, width)
        rtl = bool(lines) and lines[0].rtl
        above = 0.0 if self._after_heading else look.PARAGRAPH_BELOW
        place = Place(0.0 if rtl else indent, width, above, paragraph.anchor)
        yield from paragraphs.strips(lines, place, _bar(rtl=rtl) if lead else None)


def _bar(*, rtl: bool) -> Beside:
    """The accent bar, on the side where the lines start."""
    left = look.PAGE_MARGIN + (Place().width - look.LEAD_BAR if rtl else 0.0)

    def draw(page: Page, top: float, i: int) -> None:
        height = look.LEAD_LEADING + 0.2  # overlaps the next line's, so that no seam shows
        ink.fill(page, look.ACCENT, left, top - height, look.LEAD_BAR, height)

    return draw
