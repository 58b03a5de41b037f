"""How a document is set: the size of most of its letters, how far its lines are apart, which way they run."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressmark.importers.pdf_lines import Line
from pressmark.importers.pdf_stretches import is_right_to_left

_USUAL_LEADING = 1.3
_WIDEST_LEADING = 2.4


@dataclass(frozen=True, slots=True)
class Setting:
    """`size` is that of most letters, `leadings` the usual distance of lines by the size of their letters.

    `font` is the name of the font of most letters; `leftward` is true where most lines run to the left.
    """

    size: float
    font: str
    leftward: bool
    leadings: Mapping[float, float]

    def leading(self, size: float) -> float:
        return self.leadings.get(size, _USUAL_LEADING * size)

    def is_text(self, line: Line) -> bool:
        """True for letters of the size that most have."""
        return abs(line.size - self.size) <= 0.04 * self.size


def runs_leftward(lines: Iterable[Line]) -> bool:
    """True where most of the text stands in lines that run to the left."""
    return sum(len(line.text) * (1 if is_right_to_left(line.text) else -1) for line in lines) > 0


def setting_of(lines: Sequence[Line]) -> Setting:
    """From all lines of a document."""
    sizes: Counter[float] = Counter()
    fonts: Counter[str] = Counter()
    for line in lines:
        letters = len(line.text)
        sizes[line.size] += letters
        for stretch in line.stretches:
            fonts[stretch.face.font] += len(stretch.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    font = fonts.most_common(1)[0][0] if fonts else ""
    return Setting(size, font, runs_leftward(lines), {})


def leadings_of(cells: Iterable[Sequence[Line]]) -> dict[float, float]:
    """The distance that most lines of each size have, where there are enough to tell."""
    apart: dict[float, Counter[float]] = defaultdict(Counter)
    for cell in cells:
        for above, line in pairwise(cell):
            distance = above.base - line.base
            if above.size == line.size and 0 < distance <= _WIDEST_LEADING * line.size:
                apart[line.size][round(distance * 2) / 2] += 1
    return {size: _usual(counted) for size, counted in apart.items() if counted.total() >= 4}


def _usual(counted: Counter[float]) -> float:
    """The commonest; of two that are about as common the smaller, for the larger is a gap."""
    most = max(counted.values())
    return min(distance for distance, times in counted.items() if times >= 0.6 * most)
