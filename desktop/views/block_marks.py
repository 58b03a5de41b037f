"""What is painted in one block, line by line: fills, underlines in lanes, and how many lie deeper."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from desktop.views.piece_index import Piece
from desktop.views.set_lines import SetLines
from pressmark.article import Block, Span
from pressmark.brief import LineStyle
from pressmark.runs import cut

LANES = 3
"""Underlines that can be told apart under one another; of what lies deeper only the number is shown."""

_MOST_BLENDED = 4
"""Fills that blend; the outer ones of more cannot be told from one another."""

_FIRST_LANE, _LANE = -0.06, 0.15
"""From the foot of the fill to the first underline, and from one to the next, in ems."""

_COUNT_DEPTH, _COUNT_REACH = 0.12, 0.45
"""How far below the foot of the fill a count stands in its middle, and anything at all reaches, in ems."""


@dataclass(frozen=True, slots=True)
class Style:
    """How an annotation is painted: colours as ``#rrggbb``, and the line under it."""

    fill: str
    ink: str
    line: LineStyle


@dataclass(frozen=True, slots=True)
class Underline:
    """One line under one stretch, at a height of its own."""

    ink: str
    style: LineStyle
    height: float
    rect: QRectF


@dataclass(frozen=True, slots=True)
class DeeperCount:
    """So many annotations have no underline left; told at the end of their stretch."""

    place: QPointF
    number: int


@dataclass(slots=True)
class LineMarks:
    """What is painted in one line, between two heights."""

    top: float
    bottom: float
    fills: list[tuple[QColor, QRectF]] = field(default_factory=list)
    underlines: list[Underline] = field(default_factory=list)
    deeper: list[DeeperCount] = field(default_factory=list)


def place(
    pieces: list[Piece],
    styles: Mapping[str, Style],
    blend: Callable[[tuple[str, ...]], QColor],
    block: Block,
    lines: SetLines,
    em: float,
) -> list[LineMarks]:
    """The marks of a block's lines; those of lines without any are empty."""
    reach = _COUNT_REACH * em
    marks = [LineMarks(line.top, line.top + lines.height + reach) for line in lines.lines]
    for run in cut(block.start, block.end, [(piece.span, piece.id) for piece in pieces]):
        if run.keys:
            colour = blend(tuple(styles[key].fill for key in run.keys[-_MOST_BLENDED:]))
            for number, rect in lines.rects(run.start, run.end):
                marks[number].fills.append((colour, rect))
    hidden: list[Span] = []
    for piece, lane in in_lanes(pieces):
        if lane == LANES:
            hidden.append(piece.span)
            continue
        style = styles[piece.id]
        for number, rect in _rects(piece, block, lines):
            height = rect.bottom() + em * (_FIRST_LANE + _LANE * lane)
            marks[number].underlines.append(Underline(style.ink, style.line, height, rect))
    if hidden:
        for number, one in enumerate(marks):
            one.deeper = [
                DeeperCount(QPointF(rect.right(), rect.bottom() + _COUNT_DEPTH * em), count)
                for stretch, count in counted(hidden, lines.stretch(number))
                for _, rect in lines.rects(stretch.start, stretch.end)[-1:]
            ]
    return marks


def in_lanes(pieces: Iterable[Piece]) -> list[tuple[Piece, int]]:
    """Each piece, in the order they begin, with the lane of its underline: the first one free.

    So an outer piece lies above; a piece that finds none free is in lane `LANES`, which is not painted.
    """
    ends = [0] * LANES
    placed: list[tuple[Piece, int]] = []
    for piece in pieces:
        lane = next((lane for lane in range(LANES) if ends[lane] <= piece.span.start), LANES)
        if lane < LANES:
            ends[lane] = piece.span.end
        placed.append((piece, lane))
    return placed


def counted(spans: list[Span], line: Span) -> list[tuple[Span, int]]:
    """Spans, in the order they begin, as far as they lie in a line; those that overlap count together."""
    found: list[tuple[Span, int]] = []
    for span in spans:
        if span.start >= line.end or span.end <= line.start:
            continue
        start, end = max(span.start, line.start), min(span.end, line.end)
        if found and start < found[-1][0].end:
            last, count = found[-1]
            found[-1] = Span(last.start, max(last.end, end)), count + 1
        else:
            found.append((Span(start, end), 1))
    return found


def _rects(piece: Piece, block: Block, lines: SetLines) -> list[tuple[int, QRectF]]:
    start, end = max(piece.span.start, block.start), min(piece.span.end, block.end)
    return lines.rects(start, end) if start < end else []
