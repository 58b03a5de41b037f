"""What stands on every page: caveat and date above, title, caveat and page number below."""

from collections.abc import Callable

from exporters import typography as look
from exporters.pdf import ink
from exporters.pdf.pages import Page
from exporters.pdf.runs import Line, Run, Style
from exporters.pdf.setting import Setting
from exporters.pdf.sheets import Sheet
from exporters.pdf.tagging import FOOTER, HEADER, Artifact

_GAP = 16.0
_NUMBER_ROOM = 60.0  # of the page's number among all, which is known only at the end


class Furniture:
    """Header and footer of one brief."""

    def __init__(self, at: Setting) -> None:
        self._at = at
        self._of = "of" if at.brief.language.startswith("en") else "/"
        self._set: dict[Sheet, tuple[Line, list[Line], Line, list[Line]]] = {}

    def draw(self, page: Page, count: Callable[[], int]) -> None:
        """All of it; `count` tells how many pages there are when they are known."""
        dateline, above, title, below = self._lines(page.sheet)
        self._draw_header(page, dateline, above)
        baseline, sheet = look.FOOTER_BASELINE, page.sheet
        ink.rule(page, look.HAIRLINE, look.HAIRLINE_WIDTH, sheet.left, sheet.right, baseline + 12.5)
        self._draw(page, title, baseline, FOOTER, end=False)
        for i, line in enumerate(below):
            ink.text(page, line, (sheet.width - line.width) / 2, baseline - i * 9.5, FOOTER)
        page.late.append(lambda: self._draw_number(page, count()))

    def _draw_header(self, page: Page, dateline: Line, caveat: list[Line]) -> None:
        """The caveat is never shortened: what does not fit on one line grows upwards."""
        sheet = page.sheet
        baseline = sheet.height - look.HEADER_BASELINE
        for i, line in enumerate(caveat):
            height = (len(caveat) - 1 - i) * self._at.styles.caveat.leading
            self._draw(page, line, baseline + height, HEADER, end=False)
        self._draw(page, dateline, baseline, HEADER, end=True)
        ink.rule(page, look.RULE, look.RULE_WIDTH, sheet.left, sheet.right, baseline - 7.5)

    def _draw_number(self, page: Page, count: int) -> None:
        words = f"{page.index + 1} {self._of} {count}"
        line = self._at.setter.line(words, self._at.styles.furniture)
        self._draw(page, line, look.FOOTER_BASELINE, FOOTER, end=True)

    def _draw(self, page: Page, line: Line, baseline: float, tag: Artifact, *, end: bool) -> None:
        """A line at the start or the end of the page's width, whichever side that is."""
        left = page.sheet.right - line.width if end != self._at.rtl else page.sheet.left
        ink.text(page, line, left, baseline, tag)

    def _lines(self, sheet: Sheet) -> tuple[Line, list[Line], Line, list[Line]]:
        """What is the same on all sheets of one size. The title yields to the caveat."""
        found = self._set.get(sheet)
        if found is not None:
            return found
        brief, styles, measure = self._at.brief, self._at.styles, sheet.measure
        dateline = self._shortened(brief.dateline, styles.furniture, measure * 0.6)
        above = self._wrapped(brief.caveat, styles.caveat, measure - dateline.width - _GAP)
        below = self._wrapped(brief.caveat, styles.furniture, measure - 2 * (_NUMBER_ROOM + _GAP))
        widest = max(line.width for line in below)
        title = self._shortened(brief.title, styles.furniture, (measure - widest) / 2 - _GAP)
        self._set[sheet] = (dateline, above, title, below)
        return self._set[sheet]

    def _wrapped(self, text: str, style: Style, room: float) -> list[Line]:
        return self._at.setter.lines([[Run(text, style)]], room)

    def _shortened(self, text: str, style: Style, room: float) -> Line:
        """`text` on one line, ending in an ellipsis if it has to be shortened."""
        lines = self._wrapped(text, style, max(room, 1.0))
        if len(lines) == 1:
            return lines[0]
        ellipsis = self._at.setter.width([Run("…", style)])
        first = self._wrapped(text, style, max(room - ellipsis, 1.0))[0]
        fragments = sorted(first.fragments, key=lambda fragment: fragment.start)
        kept = "".join(fragment.text for fragment in fragments).rstrip(" ,;:.–—-")
        return self._at.setter.line(kept + "…", style)
