"""The lines of one block as they are set: rectangles of stretches of its text, many at little cost."""

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

from desktop.offsets import Offsets
from pressmark.article import Span

_ABOVE, _BELOW = 0.98, 0.34
"""How far a highlight reaches above and below the baseline, in ems of its block."""

_LONGEST_LIGATURE = 4
"""Characters: “ffl” has three, the name of God in Arabic four."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line, in UTF-16 units of its block; the space at its end is not shown."""

    start: int
    end: int
    shown_end: int
    top: float
    line: QTextLine


class SetLines:
    """For use at once and not to be kept: what it reads is gone when the text is laid out anew."""

    def __init__(
        self, block: QTextBlock, corner: QPointF, em: float, text: str, offsets: Offsets, *, both_ways: bool
    ) -> None:
        self._base = block.position()
        self._corner = corner
        self._em = em
        self._text = text
        self._offsets = offsets
        self._both_ways = both_ways
        self._xs: dict[tuple[int, int], float] = {}
        self.height = round((_ABOVE + _BELOW) * em)
        layout = block.layout()
        self.lines = [self._read(layout.lineAt(number)) for number in range(layout.lineCount())]
        self._starts = [line.start for line in self.lines]

    def rects(self, start: int, end: int) -> list[tuple[int, QRectF]]:
        """The rectangles of `[start, end)` in code points of the article, each with the number of its line.

        More than one a line where the writing changes direction.
        """
        first, last = self._offsets.to_units(start) - self._base, self._offsets.to_units(end) - self._base
        found: list[tuple[int, QRectF]] = []
        number = self.number_at(start)
        while number < len(self.lines) and (line := self.lines[number]).start < last:
            begin, stop = max(first, line.start), min(last, line.shown_end)
            if begin < stop:
                x = self._corner.x()
                found += [
                    (number, QRectF(x + left, line.top, right - left, self.height))
                    for left, right in self._stretches(number, begin, stop)
                ]
            number += 1
        return found

    def number_at(self, position: int) -> int:
        """The line that a code point stands in."""
        return max(0, bisect_right(self._starts, self._offsets.to_units(position) - self._base) - 1)

    def stretch(self, number: int) -> Span:
        """The code points of a line; of an empty one, as if it had one."""
        line, points = self.lines[number], self._offsets.to_code_points
        start = points(self._base + line.start)
        return Span(start, max(points(self._base + line.end), start + 1))

    def _read(self, line: QTextLine) -> SetLine:
        start = line.textStart()
        end = start + line.textLength()
        points = self._offsets.to_code_points
        words = self._text[points(self._base + start) : points(self._base + end)]
        space = len(words) - len(words.rstrip())  # white space is never wide
        baseline = round(self._corner.y() + line.y() + line.ascent())
        return SetLine(start, end, end - space, round(baseline - _ABOVE * self._em), line)

    def _stretches(self, number: int, start: int, end: int) -> list[tuple[float, float]]:
        line = self.lines[number].line
        if not self._both_ways:
            return [(self._x(number, start), self._x(number, end))]
        points = self._offsets.to_code_points
        tabs = [at for at in range(start, end) if self._text[points(self._base + at)] == "\t"]
        return _joined(_written(self.lines[number], start, end) + [_tab_stretch(line, at) for at in tabs])

    def _x(self, number: int, position: int) -> float:
        known = self._xs.get((number, position))
        if known is None:
            known = self._xs[number, position] = _x(self.lines[number].line, position)
        return known


def _x(line: QTextLine, position: int) -> float:
    found: object = line.cursorToX(position)  # a pair, though its stub promises a number
    assert isinstance(found, tuple)
    return float(found[0])


def _written(line: SetLine, start: int, end: int) -> list[tuple[float, float]]:
    """Qt tells wrong edges of what begins and ends in one ligature, right ones of what reaches out of it."""
    if end - start >= _LONGEST_LIGATURE:
        return _glyph_stretches(line.line, start, end)
    before, after = max(line.start, start - _LONGEST_LIGATURE), min(line.shown_end, end + _LONGEST_LIGATURE)
    until_end, from_start = (_glyph_stretches(line.line, *part) for part in ((before, end), (start, after)))
    both = ((max(one[0], two[0]), min(one[1], two[1])) for one in until_end for two in from_start)
    return [(left, right) for left, right in both if left < right]


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
