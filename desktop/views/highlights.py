"""Highlights under the text: fills that blend where labels overlap, underlines in lanes, for what is seen.

Rectangles are found once a block and kept until the block is dropped; colours are looked up when painting,
so that a change of scheme needs nothing but a repaint.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop import theme
from desktop.views.piece_index import Piece, PieceIndex
from desktop.views.text_geometry import TextGeometry
from desktop.views.underlines import draw_underline
from pressmark.labels import Codebook
from pressmark.runs import cut

LANES = 3
"""Underlines that can be told apart under one another; what lies deeper shares the last lane."""

_OUTER = 0.35
_DEEPER_LIGHT, _DEEPER_DARK = 0.94, 1.18
"""How much of the outer fill shows through an inner one, and how much stronger both are together."""

_FIRST_LANE, _LANE = 0.04, 0.15
"""From the foot of the fill to the first underline, and from one to the next, in ems."""


@dataclass(slots=True)
class _BlockMarks:
    """What is painted in one block, in document pixels."""

    fills: dict[tuple[str, ...], list[QRectF]] = field(default_factory=dict)
    lines: list[tuple[str, float, QRectF]] = field(default_factory=list)
    pieces: list[tuple[str, list[QRectF]]] = field(default_factory=list)


class Highlights:
    """Paints the pieces of an index where a geometry places them."""

    def __init__(self, geometry: TextGeometry, index: PieceIndex, codebook: Codebook) -> None:
        self._geometry = geometry
        self._index = index
        self.codebook = codebook
        self._marks: dict[int, _BlockMarks] = {}

    def drop(self, blocks: Iterable[int] | None = None) -> None:
        """Forgets the rectangles of blocks that changed; of all when the text was laid out anew."""
        if blocks is None:
            self._marks.clear()
        else:
            for index in blocks:
                self._marks.pop(index, None)

    def paint(self, painter: QPainter, blocks: range, hovered: str) -> None:
        """Fills, then underlines, of the blocks; the annotation under the mouse a shade stronger."""
        painter.setPen(Qt.PenStyle.NoPen)
        for index in blocks:
            for labels, rects in self._marks_of(index).fills.items():
                painter.setBrush(self._fill(labels))
                painter.drawRects(rects)
        for index in blocks:
            for label, lane, rect in self._marks_of(index).lines:
                style = self.codebook.style_of(label)
                draw_underline(painter, style.line, theme.label_colours(style)[1], rect, lane)
        if hovered:
            self._paint_hover(painter, blocks, hovered)

    def at(self, block: int, x: float, y: float) -> list[str]:
        """Ids of the annotations painted at a point of a block, the shortest first."""
        found = [key for key, rects in self._marks_of(block).pieces if any(r.contains(x, y) for r in rects)]
        ranks = {piece.id: piece.rank for piece in self._index.in_block(block)}
        return sorted(dict.fromkeys(found), key=lambda key: ranks[key])

    def rects_in(self, block: int, key: str) -> list[QRectF]:
        """Where an annotation is painted in a block."""
        return [rect for one, rects in self._marks_of(block).pieces if one == key for rect in rects]

    def fills_in(self, block: int) -> dict[tuple[str, ...], list[QRectF]]:
        """The rectangles painted in a block by the labels that lie there, outermost first."""
        return self._marks_of(block).fills

    def _marks_of(self, index: int) -> _BlockMarks:
        if index not in self._marks:
            self._marks[index] = self._place(index)
        return self._marks[index]

    def _place(self, index: int) -> _BlockMarks:
        marks = _BlockMarks()
        pieces = self._index.in_block(index)
        if not pieces:
            return marks
        geometry, block = self._geometry, self._geometry.article.blocks[index]
        em = geometry.em(index)
        for run in cut(block.start, block.end, [(piece.span, piece) for piece in pieces]):
            if run.keys:
                labels = tuple(piece.label for piece in run.keys)
                marks.fills.setdefault(labels, []).extend(geometry.rects_in(index, run.start, run.end))
        for piece, lane in in_lanes(pieces):
            start, end = max(piece.span.start, block.start), min(piece.span.end, block.end)
            rects = geometry.rects_in(index, start, end) if start < end else []
            depth = em * (_FIRST_LANE + _LANE * lane) - 0.1 * em
            marks.pieces.append((piece.id, rects))
            marks.lines += [(piece.label, rect.bottom() + depth, rect) for rect in rects]
        return marks

    def _fill(self, labels: tuple[str, ...]) -> QColor:
        fills = tuple(theme.label_colours(self.codebook.style_of(label))[0] for label in labels)
        return blended(fills, dark=theme.current().dark)

    def _paint_hover(self, painter: QPainter, blocks: range, key: str) -> None:
        shade = QColor(theme.current().ink)
        shade.setAlphaF(0.07)
        for index in blocks:
            for rect in self.rects_in(index, key):
                painter.fillRect(rect, shade)


def in_lanes(pieces: Iterable[Piece]) -> list[tuple[Piece, int]]:
    """Each piece with the lane of its underline: the first one free, so that an outer piece lies above."""
    placed: list[tuple[Piece, int]] = []
    for piece in pieces:
        taken = {lane for other, lane in placed if other.span.overlaps(piece.span)}
        lane = next((lane for lane in range(LANES) if lane not in taken), LANES - 1)
        placed.append((piece, lane))
    return placed


@lru_cache(maxsize=1024)
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
