"""Paragraphs that are not the article's own: struck out, with one click to bring them back."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen

from desktop import theme
from desktop.views.article_text import ArticleText
from desktop.views.page import Page

_VEIL = 0.62
"""How much of the page's colour lies over the words: they can still be read."""

_HEIGHT, _SIDES, _AWAY = 20.0, 9.0, 8.0
_WORDS = "Bring back"


class StruckBlocks(QObject):
    """Paints the stroke, and at the end of each run of struck paragraphs what brings them back.

    `restored` carries the numbers of the paragraphs.
    """

    restored = Signal(object)

    def __init__(self, text: ArticleText) -> None:
        super().__init__(text)
        self._text = text

    @property
    def keeps_to_view(self) -> bool:
        return False

    def places(self) -> list[QRectF]:
        return []

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        return bool(self._run_at(point))

    def drag(self, point: QPointF) -> None:
        """A button is not moved."""

    def release(self, point: QPointF) -> None:
        if run := self._run_at(point):
            self.restored.emit(tuple(run))

    def cancel(self) -> None:
        """A press that was let go elsewhere does nothing."""

    def shape_at(self, point: QPointF) -> Qt.CursorShape | None:
        return Qt.CursorShape.PointingHandCursor if self._run_at(point) else None

    def paint_under(self, painter: QPainter, blocks: range) -> None:
        """The stroke lies over the words."""

    def paint_over(self, painter: QPainter, blocks: range) -> None:
        page = self._text.page
        if page is None or not page.doc.filing.struck:
            return
        struck = {*page.doc.filing.struck}
        for index in blocks:
            if index in struck:
                self._paint_stroke(painter, page, index)
        for run in _runs(page, blocks):
            self._paint_button(painter, self._button(page, run))

    def _paint_stroke(self, painter: QPainter, page: Page, index: int) -> None:
        veil = QColor(theme.current().page)
        veil.setAlphaF(_VEIL)
        block = page.doc.article.blocks[index]
        rects = page.geometry.rects_in(index, block.start, block.end) if block.end > block.start else []
        painter.setPen(QPen(QColor(theme.current().quiet), 1))
        for rect in rects:
            painter.fillRect(rect.adjusted(-1, 0, 1, 0), veil)
            middle = round(rect.top() + rect.height() * 0.55) + 0.5
            painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))

    def _paint_button(self, painter: QPainter, place: QRectF) -> None:
        colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(place, 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(theme.ui_font(9))
        painter.setPen(QColor(colours.accent))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _WORDS)

    def _button(self, page: Page, run: range) -> QRectF:
        """After the last words of the run, or before their end where the line is full."""
        block = page.doc.article.blocks[run[-1]]
        last = page.geometry.rects_in(run[-1], block.start, block.end)[-1]
        width = QFontMetricsF(theme.ui_font(9)).horizontalAdvance(_WORDS) + 2 * _SIDES
        most = page.geometry.block_rect(run[-1]).right() - width
        left = min(last.right() + _AWAY, most)
        return QRectF(left, last.center().y() - _HEIGHT / 2, width, _HEIGHT)

    def _run_at(self, point: QPointF) -> range | None:
        page = self._text.page
        if page is None or not page.doc.filing.struck:
            return None
        runs = _runs(page, self._text.blocks_seen())
        return next((run for run in runs if self._button(page, run).contains(point)), None)


def _runs(page: Page, blocks: range) -> Iterator[range]:
    """Stretches of struck paragraphs with words that end in these blocks."""
    article, struck = page.doc.article, {*page.doc.filing.struck}
    for last in blocks:
        if last not in struck or last + 1 in struck or not article.block_text(article.blocks[last]):
            continue
        first = last
        while first - 1 in struck:
            first -= 1
        yield range(first, last + 1)
