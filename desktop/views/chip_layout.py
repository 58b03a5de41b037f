"""How chips share the margin beside a block: words broken into lines, chips cut to the room there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop import theme
from desktop.views.chip_words import ChipWords

_SHRINKING = ((3, 2), (3, 1), (2, 1), (1, 1))
"""Most lines of a chip with ties and of one that only lists names, in the order that they are tried."""

GAP = 5
"""Between two chips, in pixels."""

_NOTE_LINES = 3
"""Of one note; all of it is in the card that a hover shows."""

_POINTS = 9.0

_SURELY_TOO_LONG = 200
"""So many characters no margin holds in one line."""


@dataclass(frozen=True, slots=True)
class ChipRun:
    """Words drawn in one go: in which line and where, and the annotation that they mean."""

    words: str
    id: str
    line: int
    x: float
    width: float
    strong: bool = False
    missing: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class ChipBlock:
    """One chip, broken into lines; `ids` are all annotations it stands for, seen or cut off."""

    words: ChipWords
    runs: tuple[ChipRun, ...]
    ids: tuple[str, ...]

    @property
    def lines(self) -> int:
        return self.runs[-1].line + 1


@cache
def chip_font(*, strong: bool = False, note: bool = False) -> QFont:
    font = theme.ui_font(_POINTS, bold=strong)
    font.setItalic(note)
    return font


class ChipBreaker:
    """Breaks chips of one width into lines."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._plain = QFontMetricsF(chip_font())

    @property
    def line_height(self) -> int:
        return round(self._plain.height() * 1.04)

    def height_of(self, chips: Sequence[ChipBlock]) -> int:
        """What chips take when they stand under one another."""
        return sum(chip.lines for chip in chips) * self.line_height + GAP * (len(chips) - 1)

    def most_in(self, height: float) -> int:
        """How many chips of one line have room, at least one."""
        return max(1, int((height + GAP) // (self.line_height + GAP)))

    def broken(self, words: ChipWords, most_lines: int) -> ChipBlock:
        """The chip in as few lines as it needs; what does not fit in `most_lines` ends in an ellipsis."""
        name, start = _title(words.name, self._width)
        runs = [ChipRun(name, words.items[0].id, 0, 0.0, start, strong=True)]
        x, line = start + _advance(" "), 0
        for number, item in enumerate(words.items):
            text = item.words + ("," if number + 1 < len(words.items) else "")
            cut_off = False
            for run in self._flow(ChipRun(text, item.id, line, x, 0.0, missing=item.missing), most_lines):
                runs.append(run)
                x, line = run.x + run.width + _advance(" "), run.line
                cut_off = run.words.endswith("…")
            if cut_off:
                break
        return ChipBlock(words, tuple(runs), tuple(item.id for item in words.items))

    def noted(self, chip: ChipBlock, notes: Sequence[tuple[str, str]], lines: int, each: int) -> ChipBlock:
        """The chip with notes below it, each an id and its words, in so many lines at most."""
        runs, last = list(chip.runs), chip.lines + lines
        for key, note in notes:
            line = runs[-1].line + 1
            if line < last:
                runs += self._flow(ChipRun(note, key, line, 0.0, 0.0, note=True), min(last, line + each))
        return replace(chip, runs=tuple(runs))

    def _flow(self, whole: ChipRun, most_lines: int) -> list[ChipRun]:
        """One item's words from where it begins, line by line."""
        rest, x, line = whole.words.split(), whole.x, whole.line
        runs = []
        while rest:
            room = self._width - x
            if line == most_lines - 1:
                text, width = self._elided(" ".join(rest), max(room, 0.0))
                rest = []
            else:
                text, width, rest = self._taken(rest, room, x > 0)
            if text:
                runs.append(replace(whole, words=text, line=line, x=x, width=width))
            x, line = 0.0, line + 1
        return runs

    def _taken(self, words: list[str], room: float, may_be_none: bool) -> tuple[str, float, list[str]]:
        """As many words as have room, and the rest; at the start of a line at least one, elided."""
        count, width = 0, 0.0
        for word in words:
            wider = width + (_advance(" ") if count else 0.0) + _advance(word)
            if wider > room:
                break
            count, width = count + 1, wider
        if count == 0 and not may_be_none:
            return *self._elided(words[0], room), words[1:]
        return " ".join(words[:count]), width, words[count:]

    def _elided(self, text: str, room: float) -> tuple[str, float]:
        if len(text) < _SURELY_TOO_LONG:
            width = sum(map(_advance, text.split(" "))) + _advance(" ") * text.count(" ")
            if width <= room:
                return text, width
        shown = self._plain.elidedText(text[:_SURELY_TOO_LONG], Qt.TextElideMode.ElideRight, room)
        return shown, self._plain.horizontalAdvance(shown)


@lru_cache(maxsize=4096)
def _advance(word: str) -> float:
    """How far a word goes; asking Qt is dear, and words recur."""
    return QFontMetricsF(chip_font()).horizontalAdvance(word)


@lru_cache(maxsize=256)
def _title(name: str, width: float) -> tuple[str, float]:
    """A label's name in a margin of this width, and how far it goes."""
    metrics = QFontMetricsF(chip_font(strong=True))
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
    return shown, metrics.horizontalAdvance(shown)


def with_notes(
    breaker: ChipBreaker, chips: Sequence[ChipBlock], notes: Mapping[str, str], height: float
) -> list[ChipBlock]:
    """The chips with their annotations' notes, by id, as far as there is room, of which each has a share."""
    if not notes:
        return list(chips)
    found, room = [], int((height - breaker.height_of(chips)) // breaker.line_height)
    each = min(_NOTE_LINES, max(1, room // len(notes)))
    for chip in chips:
        noted = breaker.noted(chip, [(key, notes[key]) for key in chip.ids if key in notes], room, each)
        room -= noted.lines - chip.lines
        found.append(noted)
    return found


def fitted(breaker: ChipBreaker, chips: Sequence[ChipWords], height: float) -> list[ChipBlock]:
    """The chips within this height: the longest are cut first, then the last left out, but for one line."""
    crowded = len(chips) > breaker.most_in(height)
    for most, together in _SHRINKING[-1:] if crowded else _SHRINKING:
        placed = [breaker.broken(words, most if words.label.roles else together) for words in chips]
        if breaker.height_of(placed) <= height:
            return placed
    full = len(placed)
    while len(placed) > 1 and breaker.height_of(placed) + breaker.line_height * (len(placed) < full) > height:
        placed.pop()
    return placed
