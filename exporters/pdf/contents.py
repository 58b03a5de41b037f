"""The list of the headings with their pages, which are known when all pages are made."""

from collections.abc import Iterator
from dataclasses import dataclass

from exporters import typography as look
from exporters.pdf import ink
from exporters.pdf.pages import Box, Draw, Page, Strip
from exporters.pdf.paragraphs import BASELINE
from exporters.pdf.runs import Line, Run
from exporters.pdf.setting import Setting
from exporters.pdf.tagging import Element

_ABOVE = 4.0
_BELOW = 12.0
_NUMBER_ROOM = 44.0
_GAP = 6.0
_DOTS = "1 J [0 3.4] 0 d"
_DOT = 0.7


def strips(headings: list[tuple[str, str]], within: Element, at: Setting) -> Iterator[Strip]:
    """A line for each heading: its words and the place that it leads to; all parts of `within`."""
    for words, place in headings:
        item = at.tree.element("TOCI", within)
        link = at.tree.element("Link", at.tree.element("Reference", item))
        lines = at.setter.lines([[Run(words + " ", at.styles.body)]], at.sheet.measure - _NUMBER_ROOM)
        entry = _Entry(lines, place, link, at)
        for i, line in enumerate(lines):
            last = i == len(lines) - 1
            yield Strip(line.leading, entry.drawing(i), _ABOVE if i == 0 else 0.0, keep=not last)
    yield Strip(_BELOW)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One heading as set."""

    lines: list[Line]
    place: str
    link: Element
    at: Setting

    def drawing(self, i: int) -> Draw:
        line = self.lines[i]

        def draw(page: Page, top: float) -> None:
            sheet = page.sheet
            baseline = top - BASELINE * line.leading
            left = sheet.left + line.left(sheet.measure, end=False, mirrored=self.at.rtl)
            ink.text(page, line, left, baseline, self.link)
            box = Box(sheet.left, top - line.leading, sheet.right, top)
            page.link(box, f"#{self.place}", self._words, self.link)
            if i == len(self.lines) - 1:
                page.late.append(lambda: self._draw_number(page, baseline))

        return draw

    def _draw_number(self, page: Page, baseline: float) -> None:
        """The number of the page, and dots that lead the eye to it."""
        number = self.at.setter.line(str(page.number_of(self.place) or ""), self.at.styles.body)
        sheet, width = page.sheet, self.lines[-1].width
        if self.at.rtl:
            ink.text(page, number, sheet.left, baseline, self.link)
            left, right = sheet.left + number.width + _GAP, sheet.right - width - _GAP
        else:
            ink.text(page, number, sheet.right - number.width, baseline, self.link)
            left, right = sheet.left + width + _GAP, sheet.right - number.width - _GAP
        page.under.append(f"q {ink.colour(look.QUIET)} RG {_DOT} w {_DOTS}")
        page.under.append(f"{left:.2f} {baseline + 0.5:.2f} m {right:.2f} {baseline + 0.5:.2f} l S Q")

    @property
    def _words(self) -> str:
        fragments = (fragment for line in self.lines for fragment in line.fragments)
        return "".join(fragment.text for fragment in fragments).strip()
