"""Where characters stand on the page: rectangles of spans, blocks at a height, from Qt's own line layout."""

import regex
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

from desktop.offsets import Offsets
from desktop.views.set_lines import SetLines
from desktop.views.typesetting import Measures, style_of
from pressmark.article import Article, Span

_RIGHT_TO_LEFT = regex.compile(
    "|".join(rf"\p{{Bidi_Class={kind}}}" for kind in ("R", "AL", "AN", "RLE", "RLO", "RLI"))
)

_MOST_REMEMBERED = 2000
"""Of stretches whose rectangles are kept: more than any view shows."""


class TextGeometry:
    """Reads the layout of a document that `typesetting.typeset` filled. All lengths in document pixels.

    Qt lays a long text out bit by bit, and at once as far as a block that is asked for: what is asked here
    stays near what is seen.
    """

    def __init__(self, document: QTextDocument, article: Article, measures: Measures, headline: int) -> None:
        self.document = document
        self.article = article
        self.measures = measures
        self.headline = headline
        self.offsets = Offsets(article.text)
        self._both_ways: dict[int, bool] = {}
        self._rects: dict[tuple[int, int, int], list[QRectF]] = {}
        self._near = 0

    def em(self, index: int) -> float:
        """The size of a block's type."""
        return self.measures.em * style_of(self.article.blocks[index], index == self.headline).scale

    def block_rect(self, index: int) -> QRectF:
        return self.document.documentLayout().blockBoundingRect(self._block(index))

    def blocks_between(self, top: float, bottom: float) -> range:
        """The blocks that are seen when this much of the document is."""
        first = self.block_at(top)
        return range(first, min(self.block_at(bottom) + 1, len(self.article.blocks)))

    def block_at(self, height: float) -> int:
        """The last block that begins above a height, the first one above all; looks near the last answer."""
        count, step = len(self.article.blocks), 1
        low = min(self._near, max(0, count - 1))
        while low > 0 and self._top(low) > height:
            low, step = max(0, low - step), step * 2
        high, step = low + 1, 1
        while high < count and self._top(high) <= height:
            low, high, step = high, high + step, step * 2
        high = min(high, count)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._top(middle) <= height else (low, middle)
        self._near = low
        return low

    def rects(self, span: Span) -> list[QRectF]:
        """One rectangle a line, more where the writing changes direction; in reading order of the lines."""
        article = self.article
        found: list[QRectF] = []
        for index in range(article.block_index_at(span.start), article.block_index_at(span.end - 1) + 1):
            block = article.blocks[index]
            if span.start < block.end and block.start < span.end:
                found += self.rects_in(index, max(span.start, block.start), min(span.end, block.end))
        return found

    def rects_in(self, index: int, start: int, end: int) -> list[QRectF]:
        """The rectangles of `[start, end)`, which lies in one block; what is asked again is remembered."""
        place = (index, start, end)
        if place not in self._rects:
            if len(self._rects) >= _MOST_REMEMBERED:
                self._rects.clear()
            self._rects[place] = [rect for _, rect in self.lines(index).rects(start, end)]
        return self._rects[place]

    def forget(self) -> None:
        """The text was laid out anew."""
        self._rects.clear()

    def lines(self, index: int) -> SetLines:
        """The lines of a block, to be asked at once."""
        corner = self.block_rect(index).topLeft()  # lays the block out
        return SetLines(
            self._block(index),
            corner,
            self.em(index),
            self.article.text,
            self.offsets,
            both_ways=self._writes_both_ways(index),
        )

    def first_baseline(self, index: int) -> float:
        """The height that the first line of a block stands on."""
        top = self.block_rect(index).top()  # a line of a block that is not laid out would kill the process
        line = self._block(index).layout().lineAt(0)
        return top + line.y() + line.ascent() if line.isValid() else top

    def text_top(self, index: int) -> float:
        """Where the small letters of the first line reach: what stands beside it begins here."""
        return self.first_baseline(index) - self.em(index) * 0.82

    def _top(self, index: int) -> float:
        return self.block_rect(index).top()

    def _block(self, index: int) -> QTextBlock:
        return self.document.findBlockByNumber(index)

    def _writes_both_ways(self, index: int) -> bool:
        if index not in self._both_ways:
            block = self.article.blocks[index]
            found = _RIGHT_TO_LEFT.search(self.article.text, block.start, block.end)
            self._both_ways[index] = found is not None
        return self._both_ways[index]
