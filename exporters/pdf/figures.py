"""Figures: charts and maps drawn as they are, never as pictures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from exporters import typography as look
from exporters.captions import Kind
from exporters.characters import one_line
from exporters.pdf import ink
from exporters.pdf.captions import caption_strips
from exporters.pdf.file import text
from exporters.pdf.fonts import Face
from exporters.pdf.pages import Box, Page, Strip
from exporters.pdf.runs import Run, Style
from exporters.pdf.setting import Setting
from exporters.pdf.tagging import Element
from exporters.shades import on_paper
from pressmark.brief import Anchor, Area, Disc, Figure, Point, Shade, Shape, Stroke, Words

_ABOVE = 10.0
_BELOW = 6.0
_CAPTION_ROOM = 60.0
_DASHES = "[2 2] 0 d"
_PAINT = {(True, True): "B*", (True, False): "f*", (False, True): "S", (False, False): ""}
_ROUND = 0.5523  # of the radius: the handles of a quarter circle


def strips(figure: Figure, number: int, at: Setting) -> Iterator[Strip]:
    """The drawing and its caption, on one page."""
    group = at.tree.element("Div", at.tree.document)
    said = figure.alternative or figure.caption or figure.name or "—"
    element = at.tree.element("Figure", group, f"/Alt{text(said)}")
    room = at.sheet.room - _CAPTION_ROOM
    scale = min(1.0, at.sheet.measure / max(figure.width, 1.0), room / max(figure.height, 1.0))

    def draw(page: Page, top: float) -> None:
        width, height = figure.width * scale, figure.height * scale
        left = page.sheet.right - width if at.rtl else page.sheet.left
        element.describe(f"/A<</O/Layout/Placement/Block/BBox{Box(left, top - height, left + width, top)}>>")
        if figure.anchor:
            page.place(figure.anchor, top + 6)
        _Drawing(page, left, top, scale, element, at).draw(figure.shapes)

    yield Strip(figure.height * scale, draw, _ABOVE, keep=True)
    yield from caption_strips(Kind.FIGURE, number, figure.caption, group, at, _BELOW)
    yield Strip(_BELOW, ends=group)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A figure on a page, its upper left corner at `left` and `top`."""

    page: Page
    left: float
    top: float
    scale: float
    element: Element
    at: Setting

    def draw(self, shapes: Iterable[Shape]) -> None:
        self.page.enter(self.element)
        for shape in shapes:
            match shape:
                case Area():
                    path = " ".join(f"{self._path(ring)} h" for ring in shape.rings if ring)
                    self._paint(path, shape.fill, shape.stroke, shape.width)
                case Stroke():
                    dashes = _DASHES if shape.dashed else ""
                    self._paint(self._path(shape.points), None, shape.shade, shape.width, dashes)
                case Disc():
                    self._paint(self._circle(shape), shape.fill, shape.stroke, shape.width)
                case Words():
                    self._words(shape)
                case _:
                    assert_never(shape)

    def _paint(
        self, path: str, fill: Shade | None, stroke: Shade | None, width: float, dashes: str = ""
    ) -> None:
        colours = on_paper(self.at.styles.accent)
        parts = [dashes] if dashes else []
        if fill is not None:
            parts.append(f"{ink.colour(colours[fill])} rg")
        if stroke is not None:
            parts.append(f"{ink.colour(colours[stroke])} RG {width * self.scale:.2f} w 1 j")
        paint = _PAINT[fill is not None, stroke is not None]
        if paint and path:
            self.page.enter(self.element)
            self.page.content.append(f"q {' '.join(parts)} {path} {paint} Q")

    def _path(self, points: Iterable[Point]) -> str:
        left, top, scale = self.left, self.top, self.scale
        steps = [f"{left + x * scale:.2f} {top - y * scale:.2f} l" for x, y in points]
        return " ".join([steps[0][:-1] + "m", *steps[1:]]) if steps else ""

    def _circle(self, disc: Disc) -> str:
        x, y = self.left + disc.centre[0] * self.scale, self.top - disc.centre[1] * self.scale
        r = disc.radius * self.scale
        h = r * _ROUND
        quarters = (
            (x + r, y + h, x + h, y + r, x, y + r),
            (x - h, y + r, x - r, y + h, x - r, y),
            (x - r, y - h, x - h, y - r, x, y - r),
            (x + h, y - r, x + r, y - h, x + r, y),
        )
        curves = (" ".join(f"{each:.2f}" for each in quarter) + " c" for quarter in quarters)
        return " ".join((f"{x + r:.2f} {y:.2f} m", *curves, "h"))

    def _words(self, words: Words) -> None:
        at, size = self.at, words.size * self.scale
        colour = on_paper(at.styles.accent)[words.shade]
        style = Style(Face(look.SANS, bold=words.strong), size, colour, size)
        run = Run(one_line(words.text), style)
        if target := at.runs.target(words.target):
            run = at.runs.link(run.text, style, target, self.element)
        line = at.setter.lines([[run]], float("inf"))[0]
        share = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[words.anchor]
        x, y = words.at
        left = self.left + x * self.scale - share * line.width
        ink.text(self.page, line, left, self.top - y * self.scale, self.element)
