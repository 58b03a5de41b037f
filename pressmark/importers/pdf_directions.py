"""Stretches as they stand on a line → as they are read: words of Arabic and Hebrew from the right.

A PDF holds where each letter is drawn, not in which order it was written; what runs to the left is turned
round again, and figures and Latin words in it are left as they are.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pressmark.importers.pdf_glyphs import Stretch
from pressmark.importers.pdf_stretches import is_right_to_left

_LEFTWARD_SPACE = 0.12  # letters of a word touch one another there
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"))
_RIGHTWARD = re.compile("L[LEN]*[LE]|L|E(?:[EN]*E)?")
_LEFTWARD = re.compile("R(?:[RENM]*R)?")


def as_read(stretches: Sequence[Stretch], space: float) -> Iterator[tuple[Stretch, bool]]:
    """Each stretch of a line in reading order, and whether a space comes before it."""
    drawn = sorted(stretches, key=lambda one: (round(one.left, 1), round(one.right, 1), one.order))
    leftward = any(is_right_to_left(one.text) for one in drawn)
    order = _read_order([one.text for one in drawn]) if leftward else list(range(len(drawn)))
    last: Stretch | None = None
    for number in order:
        one = drawn[number]
        yield one, last is not None and _is_spaced(last, one, leftward, space)
        last = one


def with_paired_brackets(text: str) -> str:
    """Text that runs to the left, its brackets opening and closing in turn: some are drawn mirrored."""
    if not is_right_to_left(text):
        return text
    for opening, closing in _PAIRS:
        marks = [at for at, char in enumerate(text) if char in (opening, closing)]
        chars = list(text)
        for number, at in enumerate(marks[: len(marks) // 2 * 2]):
            chars[at] = (opening, closing)[number % 2]
        text = "".join(chars)
    return text


def _is_spaced(last: Stretch, one: Stretch, leftward: bool, space: float) -> bool:
    gap = max(one.left - last.right, last.left - one.right)
    size = min(last.face.size, one.face.size)
    if leftward:
        return gap > _LEFTWARD_SPACE * size
    return one.spaced or gap > space * size


def _read_order(texts: Sequence[str]) -> list[int]:
    """The numbers of the stretches, which stand from left to right, in the order they are read."""
    kinds = "".join(map(_kind, texts))
    if kinds.count("R") >= kinds.count("L"):
        backwards = [(len(kinds) - end, len(kinds) - start) for start, end in _runs(_RIGHTWARD, kinds)]
        order = list(range(len(kinds)))[::-1]
        return _turned(order, backwards)
    return _turned(list(range(len(kinds))), _runs(_LEFTWARD, kinds))


def _runs(pattern: re.Pattern[str], kinds: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(kinds)]


def _turned(order: list[int], runs: list[tuple[int, int]]) -> list[int]:
    for start, end in runs:
        order[start:end] = order[start:end][::-1]
    return order


@lru_cache(maxsize=4096)
def _kind(text: str) -> str:
    """R for letters that run to the left, L to the right, E for figures, N for the rest; M parts figures."""
    classes = {unicodedata.bidirectional(char) for char in text}
    if classes & {"R", "AL"}:
        return "R"
    if "L" in classes:
        return "L"
    if classes & {"EN", "AN"}:
        return "E"
    return "N"
