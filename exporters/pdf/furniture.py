"""What stands on every page: caveat and date above, title, caveat and page number below."""

from exporters import typography as look
from exporters.pdf import ink, styles
from exporters.pdf.lines import Line, Run, Setter, Style
from exporters.pdf.pages import WIDTH, Page
from pressmark.brief import Brief

_RIGHT = look.PAGE_MARGIN + WIDTH
_GAP = 16.0


class Furniture:
    """Header and footer of one brief."""

    def __init__(self, brief: Brief, setter: Setter) -> None:
        self._brief = brief
        self._setter = setter

    def header(self) -> Page:
        """The caveat is never shortened: what does not fit on one line grows upwards."""
        page = Page()
        baseline = look.PAGE_HEIGHT - look.HEADER_BASELINE
        dateline = self._line(self._brief.dateline, styles.FURNITURE, WIDTH * 0.6)
        room = WIDTH - dateline.width - _GAP
        caveat = self._setter.lines([[Run(self._brief.caveat, styles.CAVEAT)]], room)
        for i, line in enumerate(caveat):
            height = (len(caveat) - 1 - i) * styles.CAVEAT.leading
            ink.text(page, line, look.PAGE_MARGIN, baseline + height)
        ink.text(page, dateline, _RIGHT - dateline.width, baseline)
        ink.rule(page, look.RULE, look.RULE_WIDTH, look.PAGE_MARGIN, _RIGHT, baseline - 7.5)
        return page

    def footer(self, number: int, count: int) -> Page:
        """The title yields to the caveat, and is shortened where both do not fit."""
        page = Page()
        baseline = look.FOOTER_BASELINE
        ink.rule(page, look.HAIRLINE, look.HAIRLINE_WIDTH, look.PAGE_MARGIN, _RIGHT, baseline + 12.5)
        of_all = self._line(f"{number} of {count}", styles.FURNITURE, WIDTH)
        caveat = self._setter.lines(
            [[Run(self._brief.caveat, styles.FURNITURE)]], WIDTH - 2 * (of_all.width + _GAP)
        )
        widest = max(line.width for line in caveat)
        title = self._line(self._brief.title, styles.FURNITURE, (WIDTH - widest) / 2 - _GAP)
        ink.text(page, title, look.PAGE_MARGIN, baseline)
        for i, line in enumerate(caveat):
            ink.text(page, line, (look.PAGE_WIDTH - line.width) / 2, baseline - i * 9.5)
        ink.text(page, of_all, _RIGHT - of_all.width, baseline)
        return page

    def _line(self, text: str, style: Style, room: float) -> Line:
        """`text` on one line, ending in an ellipsis if it has to be shortened."""
        lines = self._setter.lines([[Run(text, style)]], max(room, 1.0))
        if len(lines) == 1:
            return lines[0]
        ellipsis = self._setter.width([Run("…", style)])
        first = self._setter.lines([[Run(text, style)]], max(room - ellipsis, 1.0))[0]
        kept = "".join(fragment.text for fragment in first.fragments).rstrip(" ,;:.–—-")
        return self._setter.lines([[Run(kept + "…", style)]], WIDTH)[0]
