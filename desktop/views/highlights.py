"""Highlights under the text: fills that blend where labels overlap, underlines in lanes, for what is seen.

Rectangles and colours are found once a block and kept, line by line, until the block is dropped.
"""

from collections.abc import Iterable
from functools import lru_cache, partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop import theme
from desktop.views.block_marks import LineMarks, Style, place
from desktop.views.colouring import Colouring
from desktop.views.piece_index import PieceIndex
from desktop.views.text_geometry import TextGeometry
from desktop.views.underlines import draw_count, draw_underline
from pressmark.annotated_article import AnnotatedArticle
from pressmark.palette import swatch

_OUTER = 0.35
_DEEPER_LIGHT, _DEEPER_DARK = 0.94, 1.18
"""How much of the outer fill shows through an inner one, and how much stronger both are together."""


class Highlights:
    """Paints the pieces of an index where a geometry places them, in the colours of a colouring."""

    def __init__(
        self, geometry: TextGeometry, index: PieceIndex, doc: AnnotatedArticle, colouring: Colouring
    ) -> None:
        self._geometry = geometry
        self._index = index
        self._doc = doc
        self.colouring = colouring
        self._marks: dict[int, list[LineMarks]] = {}
        self._theme = theme.current()

    def drop(self, blocks: Iterable[int] | None = None) -> None:
        """Forgets the rectangles of blocks that changed; of all when the text was laid out anew."""
        if blocks is None:
            self._marks.clear()
        else:
            for index in blocks:
                self._marks.pop(index, None)

    def paint(self, painter: QPainter, blocks: range, top: float, bottom: float, hovered: str) -> None:
        """What lies between two heights: fills, then underlines; the annotation under the mouse stronger."""
        self._follow_scheme()
        seen = [
            line
            for index in blocks
            for line in self.marks_of(index)
            if line.top <= bottom and top <= line.bottom
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        for line in seen:
            for colour, rect in line.fills:
                painter.fillRect(rect, colour)
        ratio = painter.device().devicePixelRatioF()
        for line in seen:
            for under in line.underlines:
                draw_underline(painter, under.style, under.ink, under.rect, under.height, ratio)
        if hovered:
            self._paint_hover(painter, blocks, hovered)
        for line in seen:
            for count in line.deeper:
                draw_count(painter, count.place, count.number)

    def _follow_scheme(self) -> None:
        """Colours are those of the scheme that a block was placed in."""
        if theme.current() is not self._theme:
            self._theme = theme.current()
            self._marks.clear()

    def at(self, block: int, x: float, y: float) -> list[str]:
        """Ids of the annotations painted at a point of a block, the shortest first."""
        pieces = self._index.in_block(block)
        if not pieces:
            return []
        placed = self._geometry.article.blocks[block]
        lines = self._geometry.lines(block)
        found = [
            piece
            for piece in pieces
            if any(
                rect.contains(x, y)
                for _, rect in lines.rects(
                    max(piece.span.start, placed.start), min(piece.span.end, placed.end)
                )
            )
        ]
        return list(dict.fromkeys(piece.id for piece in sorted(found, key=lambda piece: piece.rank)))

    def rects_in(self, block: int, key: str) -> list[QRectF]:
        """Where an annotation is painted in a block."""
        placed = self._geometry.article.blocks[block]
        found: list[QRectF] = []
        for piece in self._index.in_block(block):
            start, end = max(piece.span.start, placed.start), min(piece.span.end, placed.end)
            if piece.id == key and start < end:
                found += self._geometry.rects_in(block, start, end)
        return found

    def marks_of(self, index: int) -> list[LineMarks]:
        """What is painted in a block, line by line."""
        if index not in self._marks:
            self._marks[index] = self._placed(index)
        return self._marks[index]

    def _placed(self, index: int) -> list[LineMarks]:
        pieces = self._index.in_block(index)
        if not pieces:
            return []
        markup, codebook = self._doc.markup, self._doc.codebook
        styles: dict[str, Style] = {}
        dark = self._theme.dark
        for key in {piece.id for piece in pieces}:
            one = markup[key]
            colours = swatch(self.colouring.swatch_of(one))
            fill, ink = (colours.dark_fill, colours.dark_ink) if dark else (colours.fill, colours.ink)
            styles[key] = Style(fill, ink, codebook.style_of(one.label).line)
        geometry = self._geometry
        block = geometry.article.blocks[index]
        blend = partial(blended, dark=dark)
        return place(pieces, styles, blend, block, geometry.lines(index), geometry.em(index))

    def _paint_hover(self, painter: QPainter, blocks: range, key: str) -> None:
        shade = QColor(theme.current().ink)
        shade.setAlphaF(0.07)
        for index in blocks:
            for rect in self.rects_in(index, key):
                painter.fillRect(rect, shade)


@lru_cache(maxsize=4096)
def blended(colours: tuple[str, ...], *, dark: bool) -> QColor:
    """One fill for several labels: mostly the innermost one's, a step stronger with each."""
    step = _DEEPER_DARK if dark else _DEEPER_LIGHT
    fills = [QColor(colour) for colour in colours]
    red, green, blue = (fills[0].redF(), fills[0].greenF(), fills[0].blueF())
    for fill in fills[1:]:
        pairs = zip((red, green, blue), (fill.redF(), fill.greenF(), fill.blueF()), strict=True)
        red, green, blue = (
            min(1.0, step * (_OUTER * outer + (1 - _OUTER) * inner)) for outer, inner in pairs
        )
    return QColor.fromRgbF(red, green, blue)
