"""What is painted in one block, line by line: fills, underlines in lanes, and how many lie deeper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from desktop.views.piece_index import Piece
from desktop.views.set_lines import SetLines
from pressmark.article import Block
from pressmark.brief import LineStyle
from pressmark.runs import cut

LANES = 3
"""Underlines that can be told apart under one another; of what lies deeper only the number is shown."""

_MOST_BLENDED = 4
"""Fills that blend; the outer ones of more cannot be told from one another."""

_FIRST_LANE, _LANE = -0.06, 0.15
"""From the foot of the fill to the first underline, and from one to the next, in ems."""

_COUNT_REACH = 0.45
"""How far below the foot of the fill anything is painted, in ems."""

Style = tuple[str, LineStyle]
"""Of an annotation: the name of its swatch, and the line under it."""


@dataclass(frozen=True, slots=True)
class Underline:
    """One line under one stretch, at a height of its own."""

    swatch: str
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
    """What is painted in one line, between two heights; fills by the swatches that lie there."""

    top: float
    bottom: float
    fills: dict[tuple[str, ...], list[QRectF]] = field(default_factory=dict)
    underlines: list[Underline] = field(default_factory=list)
    deeper: list[DeeperCount] = field(default_factory=list)


def place(
    pieces: list[Piece], styles: Mapping[str, Style], block: Block, lines: SetLines, em: float
) -> list[LineMarks]:
    """The marks of a block's lines; those of lines without any are empty."""
    reach = _COUNT_REACH * em
    marks = [LineMarks(line.top, line.top + lines.height + reach) for line in lines.lines]
    for run in cut(block.start, block.end, [(piece.span, piece.id) for piece in pieces]):
        if run.keys:
            names = tuple(styles[key][0] for key in run.keys[-_MOST_BLENDED:])
            for number, rect in lines.rects(run.start, run.end):
                marks[number].fills.setdefault(names, []).append(rect)
    hidden: dict[int, list[QRectF]] = {}
    for piece, lane in in_lanes(pieces):
        name, style = styles[piece.id]
        for number, rect in _rects(piece, block, lines):
            if lane < LANES:
                height = rect.bottom() + em * (_FIRST_LANE + _LANE * lane)
                marks[number].underlines.append(Underline(name, style, height, rect))
            else:
                hidden.setdefault(number, []).append(rect)
    for number, rects in hidden.items():
        marks[number].deeper = counted(rects, em)
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


def counted(rects: list[QRectF], em: float) -> list[DeeperCount]:
    """One count for each group of stretches of a line that overlap or touch."""
    found: list[DeeperCount] = []
    right, number = 0.0, 0
    for rect in sorted(rects, key=lambda rect: rect.left()):
        if number and rect.left() > right:
            found.append(DeeperCount(QPointF(right, rect.bottom() + 0.12 * em), number))
            number = 0
        right = max(right, rect.right()) if number else rect.right()
        number += 1
    found.append(DeeperCount(QPointF(right, rects[0].bottom() + 0.12 * em), number))
    return found


def _rects(piece: Piece, block: Block, lines: SetLines) -> list[tuple[int, QRectF]]:
    start, end = max(piece.span.start, block.start), min(piece.span.end, block.end)
    return lines.rects(start, end) if start < end else []
