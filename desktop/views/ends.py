"""The selected annotation: its outline, and at the ends of each piece a handle to drag."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen

from desktop import theme
from desktop.views.article_text import ArticleText
from desktop.views.text_units import snapped
from desktop.views.trimming import whole_words
from pressmark.article import Span

_RADIUS, _REACH = 3.25, 9.0


@dataclass(frozen=True, slots=True)
class _Handle:
    """One end of one piece, and where it is drawn."""

    piece: int
    at_end: bool
    place: QPointF


class Ends(QObject):
    """While an end is dragged the outline follows; the new spans are told when it is let go.

    With `whole_words` the ends keep to those of words.
    """

    changed = Signal(str, object)

    def __init__(self, text: ArticleText) -> None:
        super().__init__(text)
        self._text = text
        self.whole_words = False
        self._held: _Handle | None = None
        self._dragged: tuple[Span, ...] | None = None

    @property
    def keeps_to_view(self) -> bool:
        return False

    def places(self) -> list[QRectF]:
        return []

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        self._held = self._handle_at(point)
        return self._held is not None

    def drag(self, point: QPointF) -> None:
        page, held = self._text.page, self._held
        if page is None or held is None or not page.picked_spans():
            return
        units = page.document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        here = page.geometry.offsets.to_code_points(max(0, units))
        spans = list(page.picked_spans())
        old = spans[held.piece]
        fixed = old.start if held.at_end else old.end
        if here != fixed:
            new = snapped(page.doc.article.text, Span(min(here, fixed), max(here, fixed))) or old
            spans[held.piece] = whole_words(page.doc.article, new) if self.whole_words else new
        self._dragged = tuple(spans)

    def release(self, point: QPointF) -> None:
        page, dragged = self._text.page, self._dragged
        self.cancel()
        if page is not None and dragged and dragged != page.picked_spans():
            self.changed.emit(page.picked, dragged)

    def cancel(self) -> None:
        self._held = self._dragged = None

    def shape_at(self, point: QPointF) -> Qt.CursorShape | None:
        return Qt.CursorShape.SizeHorCursor if self._handle_at(point) else None

    def paint_under(self, painter: QPainter, blocks: range) -> None:
        """One outline a piece, drawn around all its lines."""
        page = self._text.page
        if page is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(theme.current().accent), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for span in self._spans():
            painter.drawPath(outline(page.rects_seen(span, blocks), page.measures.em))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def paint_over(self, painter: QPainter, blocks: range) -> None:
        colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.page), 1.5))
        painter.setBrush(QColor(colours.accent))
        for handle in self._handles():
            painter.drawEllipse(handle.place, _RADIUS + 0.75, _RADIUS + 0.75)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _spans(self) -> tuple[Span, ...]:
        page = self._text.page
        return self._dragged or (page.picked_spans() if page else ())

    def _handles(self) -> list[_Handle]:
        """Only of pieces whose ends are in view."""
        page = self._text.page
        found: list[_Handle] = []
        if page is None:
            return found
        blocks, article = self._text.blocks_seen(), page.doc.article
        em = page.measures.em
        for number, span in enumerate(self._spans()):
            if article.block_index_at(span.start) in blocks:
                first = page.rects_seen(Span(span.start, span.start + 1), blocks)
                found += [_Handle(number, False, _corner(rect, False, em)) for rect in first[:1]]
            if article.block_index_at(span.end - 1) in blocks:
                last = page.rects_seen(Span(span.end - 1, span.end), blocks)
                found += [_Handle(number, True, _corner(rect, True, em)) for rect in last[-1:]]
        return found

    def _handle_at(self, point: QPointF) -> _Handle | None:
        near = [(_distance(one.place, point), one) for one in self._handles()]
        distance, handle = min(near, key=lambda pair: pair[0], default=(_REACH, None))
        return handle if distance < _REACH else None


def outline(rects: list[QRectF], em: float) -> QPainterPath:
    """Around rectangles of consecutive lines, grown until those above one another meet."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        path.addRect(rect.adjusted(-1.5, -0.06 * em, 1.5, 0.23 * em))
    return path.simplified()


def _corner(rect: QRectF, at_end: bool, em: float) -> QPointF:
    if at_end:
        return QPointF(rect.right() + 1.5, rect.bottom() + 0.23 * em)
    return QPointF(rect.left() - 1.5, rect.top() - 0.06 * em)


def _distance(one: QPointF, other: QPointF) -> float:
    apart = one - other
    return float(abs(apart.x()) + abs(apart.y()))
