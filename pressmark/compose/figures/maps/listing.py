"""The names that had no room on a map, below it in columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from pressmark.brief import Shape, Words
from pressmark.compose.figures.measure import cut_to, width_of

_SIZE = 7.5
_LEADING = 10.5
_ABOVE = 4.0
_BETWEEN = 14.0
_NUMBER = 14.0  # from a number to its words


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and the number it has on the map, "" where not even that had room."""

    number: str
    words: str
    target: str


def listed(entries: Sequence[Entry], top: float, width: float) -> tuple[list[Shape], float]:
    """The entries downwards, column by column, and where they end."""
    if not entries:
        return [], top
    longest = max(width_of(one.words, _SIZE) for one in entries)
    columns = max(1, min(len(entries), int((width + _BETWEEN) / (_NUMBER + longest + _BETWEEN))))
    lines = -(-len(entries) // columns)
    step = (width + _BETWEEN) / columns
    shapes: list[Shape] = []
    for at, one in enumerate(entries):
        column, line = divmod(at, lines)
        x, y = column * step, top + _ABOVE + (line + 1) * _LEADING
        if one.number:
            shapes.append(Words(one.number, (x, y), _SIZE, strong=True, target=one.target))
        words = cut_to(one.words, step - _BETWEEN - _NUMBER, _SIZE)
        shapes.append(Words(words, (x + _NUMBER, y), _SIZE, target=one.target))
    return shapes, top + _ABOVE + lines * _LEADING + 2.0
