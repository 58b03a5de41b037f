"""What the reader must not overlook, in a box with a bar: told by its shape, too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters import typography as look
from exporters.pdf import ink, paragraphs
from exporters.pdf.pages import Box, Draw, Page, Strip
from exporters.pdf.paragraphs import Place
from exporters.pdf.runs import Line
from exporters.pdf.setting import Setting
from exporters.pdf.tagging import Element

INSET = 12.0  # from either edge of the box to its words
_PADDING = 7.0  # above and below them
_ABOVE = 10.0
_BELOW = 8.0


def strips(lines: Sequence[Line], anchor: str, element: Element, at: Setting) -> Iterator[Strip]:
    """The lines, set for the measure without the insets, in their box."""
    width = at.sheet.measure - 2 * INSET
    inside = list(paragraphs.strips(lines, Place(width, INSET, _ABOVE, anchor), element))
    for i, strip in enumerate(inside):
        above = _PADDING if i == 0 else 0.0
        below = _PADDING if i == len(inside) - 1 else 0.0
        yield replace(
            strip, height=above + strip.height + below, draw=_boxed(strip, above, below, rtl=lines[i].rtl)
        )
    yield Strip(_BELOW, ends=element)


def _boxed(strip: Strip, above: float, below: float, *, rtl: bool) -> Draw:
    def draw(page: Page, top: float) -> None:
        sheet, foot = page.sheet, top - above - strip.height - below
        edge, thin = look.CAUTION_INK, look.HAIRLINE_WIDTH
        ink.fill(page, look.CAUTION_FILL, Box(sheet.left, foot - 0.2, sheet.right, top))
        bar = sheet.right - look.LEAD_BAR if rtl else sheet.left
        far = sheet.left if rtl else sheet.right - thin
        ink.fill(page, edge, Box(bar, foot - 0.2, bar + look.LEAD_BAR, top))
        ink.fill(page, edge, Box(far, foot - 0.2, far + thin, top))
        if above:
            ink.rule(page, edge, thin, sheet.left, sheet.right, top)
        if below:
            ink.rule(page, edge, thin, sheet.left, sheet.right, foot)
        strip.draw(page, top - above)

    return draw
