"""What lies over the highlights for a while: the hits of a search."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop import theme
from desktop.views.page import Page
from pressmark.article import Span


class Hits:
    """Hits in text order, the current one stronger; those in view of thousands are found by bisection."""

    def __init__(self) -> None:
        self.spans: tuple[Span, ...] = ()
        self.current = -1
        self._longest = 0

    def show(self, spans: Sequence[Span]) -> None:
        self.spans = tuple(sorted(spans))
        self._longest = max(map(len, self.spans), default=0)

    def seen_in(self, page: Page, blocks: range) -> Iterator[tuple[int, Span]]:
        """The spans with characters in these blocks, with their numbers."""
        if not self.spans or not blocks:
            return
        start, end = page.doc.article.blocks[blocks.start].start, page.doc.article.blocks[blocks.stop - 1].end
        first = bisect_left(self.spans, start - self._longest, key=lambda span: span.start)
        for number in range(first, len(self.spans)):
            span = self.spans[number]
            if span.start >= end:
                break
            if span.end > start:
                yield number, span

    def paint(self, painter: QPainter, page: Page, blocks: range) -> None:
        fill, edge = QColor(theme.current().selection), QColor(theme.current().accent)
        for number, span in self.seen_in(page, blocks):
            current = number == self.current
            fill.setAlphaF(0.9 if current else 0.45)
            painter.setPen(QPen(edge, 2 if current else 1))
            painter.setBrush(fill)
            for rect in page.rects_seen(span, blocks):
                painter.drawRect(rect)
        painter.setPen(Qt.PenStyle.NoPen)
