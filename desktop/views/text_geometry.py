"""Where characters stand on the page: rectangles of spans, blocks at a height, from Qt's own line layout."""

import regex
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from desktop.offsets import Offsets
from desktop.views.typesetting import Measures, style_of
from pressmark.article import Article, Span

_RIGHT_TO_LEFT = regex.compile(
    "|".join(rf"\p{{Bidi_Class={kind}}}" for kind in ("R", "AL", "AN", "RLE", "RLO", "RLI"))
)

_ABOVE, _BELOW = 0.98, 0.34
"""How far a highlight reaches above and below the baseline, in ems of its block."""


class TextGeometry:
    """Reads the layout of a document that `typesetting.typeset` filled. All lengths in document pixels."""

    def __init__(self, document: QTextDocument, article: Article, measures: Measures, headline: int) -> None:
        self.document = document
        self.article = article
        self.measures = measures
        self.headline = headline
        self.offsets = Offsets(article.text)

    def em(self, index: int) -> float:
        """The size of a block's type."""
        return self.measures.em * style_of(self.article.blocks[index], index == self.headline).scale

    def block_rect(self, index: int) -> QRectF:
        return self.document.documentLayout().blockBoundingRect(self._block(index))

    def blocks_between(self, top: float, bottom: float) -> range:
        """The blocks that are seen when this much of the document is."""
        return range(self.block_at(top), min(self.block_at(bottom) + 1, len(self.article.blocks)))

    def block_at(self, height: float) -> int:
        layout = self.document.documentLayout()
        position = layout.hitTest(QPointF(self.measures.gutter, height), Qt.HitTestAccuracy.FuzzyHit)
        return self.document.findBlock(max(0, position)).blockNumber()

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
        """The rectangles of `[start, end)`, which lies in one block."""
        placed = self._block(index)
        corner = self.block_rect(index).topLeft()
        first, last = (self.offsets.to_units(at) - placed.position() for at in (start, end))
        em, layout = self.em(index), placed.layout()
        found: list[QRectF] = []
        number = layout.lineForTextPosition(first).lineNumber() if layout.lineCount() else 0
        for line in map(layout.lineAt, range(max(0, number), layout.lineCount())):
            if line.textStart() >= last:
                break
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            baseline = round(corner.y() + line.y() + line.ascent())
            top, height = round(baseline - _ABOVE * em), round((_ABOVE + _BELOW) * em)
            found += [
                QRectF(corner.x() + left, top, right - left, height)
                for left, right in self._stretches(index, line, begin, stop)
            ]
        return found

    def first_baseline(self, index: int) -> float:
        """The height that the first line of a block stands on."""
        top = self.block_rect(
            index
        ).top()  # lays the block out: a line of one that is not would kill the process
        line = self._block(index).layout().lineAt(0)
        return top + line.y() + line.ascent() if line.isValid() else top

    def text_top(self, index: int) -> float:
        """Where the small letters of the first line reach: what stands beside it begins here."""
        return self.first_baseline(index) - self.em(index) * 0.82

    def _block(self, index: int) -> QTextBlock:
        return self.document.findBlockByNumber(index)

    def _stretches(self, index: int, line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
        """The stretches of a line that `[start, end)` takes; the space at the line's end is not one."""
        text, base = self.article.text, self._block(index).position()
        points = self.offsets.to_code_points
        if end == line.textStart() + line.textLength():
            kept = text[points(base + start) : points(base + end)].rstrip()
            end = start + Offsets(kept).length_in_units
        if start >= end:
            return []
        block = self.article.blocks[index]
        if not _RIGHT_TO_LEFT.search(text, block.start, block.end):
            return [(_x(line, start), _x(line, end))]
        tabs = [at for at in range(start, end) if text[points(base + at)] == "\t"]
        return _joined(_glyph_stretches(line, start, end) + [_tab_stretch(line, at) for at in tabs])


def _x(line: QTextLine, position: int) -> float:
    found: object = line.cursorToX(position)  # a pair, though its stub promises a number
    assert isinstance(found, tuple)
    return float(found[0])


def _glyph_stretches(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Where both directions meet a caret has two places, and `cursorToX` tells one: glyphs have one."""
    flag = QTextLayout.GlyphRunRetrievalFlag
    runs = line.glyphRuns(start, end - start, flag.RetrieveGlyphIndexes | flag.RetrieveGlyphPositions)
    return [(rect.left(), rect.right()) for rect in (run.boundingRect() for run in runs)]


def _tab_stretch(line: QTextLine, position: int) -> tuple[float, float]:
    """A tab has no glyph."""
    left, right = sorted((_x(line, position), _x(line, position + 1)))
    return left, right


def _joined(edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in sorted(edges):
        if joined and left <= joined[-1][1] + 0.5:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        elif left < right:
            joined.append((left, right))
    return joined
