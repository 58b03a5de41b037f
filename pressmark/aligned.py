"""Two texts side by side: which paragraph of the one is which of the other, and what differs in their words.

Paragraphs that are the same are found first; between them those are paired, in order, that share most words.
Words are compared within a pair; where a script writes no spaces, characters are.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import regex
from rapidfuzz.distance import Indel

from pressmark.anchoring import UNIT
from pressmark.article import Article, Block, Span

_SAME_PARAGRAPH = 0.4
"""Of the words of both, in the same order; paragraphs that share less tell of different things."""

_MOST_PAIRS = 400_000
"""Comparisons between two paragraphs that are the same; texts with more in between were written anew."""

_LONG = 3_000
"""Characters of a paragraph whose sentences are paired before its words are compared."""

_SENTENCE = regex.compile(r".+?(?:[.!?。！？؟।]+[\p{Pe}\p{Pf}\p{Pi}\"']*\s*|$)", regex.DOTALL)

_MANY_UNITS = 2_000
"""From so many on, words that occur all the time do not lead to others that are the same."""

Tick = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What both have, or what one has in the place of the other's, from start to end in each text.

    One of them is empty where something was only put in or left out.
    """

    same: bool
    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph by its number in the old text, in the new, or in both."""

    old: int | None
    new: int | None
    stretches: tuple[Stretch, ...] = ()

    @property
    def same(self) -> bool:
        return self.old is not None and self.new is not None and all(one.same for one in self.stretches)


@dataclass(frozen=True, slots=True)
class Aligned:
    """The pairs in the order in which they are read; empty paragraphs are in none."""

    pairs: tuple[Pair, ...]
    _by_old: list[Stretch] = field(init=False, repr=False, compare=False)
    _by_new: list[Stretch] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        stretches = [each for pair in self.pairs for each in pair.stretches]
        object.__setattr__(self, "_by_old", [one for one in stretches if one.start < one.end])
        object.__setattr__(self, "_by_new", [one for one in stretches if one.new_start < one.new_end])

    @property
    def differences(self) -> tuple[int, ...]:
        """The numbers of the pairs that are not the same."""
        return tuple(number for number, pair in enumerate(self.pairs) if not pair.same)

    def same_words(self, span: Span) -> Span | None:
        """Where the first and the last of these characters of the old text stand in the new one."""
        first, last = self._stretch_at(span.start), self._stretch_at(span.end - 1)
        if first is None or last is None or not (first.same and last.same):
            return None
        start = first.new_start + span.start - first.start
        end = last.new_start + span.end - last.start
        return Span(start, end) if start < end else None

    def other_words(self, span: Span) -> Span | None:
        """What stands in the new text in the place of these characters of the old one."""
        first, last = self._stretch_at(span.start), self._stretch_at(span.end - 1)
        if first is None or last is None:
            return None
        start = first.new_start + (span.start - first.start if first.same else 0)
        end = last.new_start + span.end - last.start if last.same else last.new_end
        return Span(start, end) if start < end else None

    def taken(self, place: Span, apart_from: Span) -> float:
        """The share of a place in the new text that is known to be another place of the old one."""
        shared = 0
        at = bisect_right(self._by_new, place.start, key=lambda one: one.new_start) - 1
        for one in self._by_new[max(0, at) :]:
            if one.new_start >= place.end:
                break
            if one.same:
                shift = one.start - one.new_start
                start, end = max(one.new_start, place.start) + shift, min(one.new_end, place.end) + shift
                own = min(end, apart_from.end) - max(start, apart_from.start)
                shared += max(0, end - start) - max(0, own)
        return shared / len(place)

    def _stretch_at(self, position: int) -> Stretch | None:
        """The stretch of the old text that holds this character; None where its paragraph has no partner."""
        at = bisect_right(self._by_old, position, key=lambda one: one.start) - 1
        found = self._by_old[at] if at >= 0 else None
        return found if found and position < found.end else None


def aligned(old: Article, new: Article, tick: Tick = lambda _: None) -> Aligned:
    """Calls `tick` with the share that is done; what that raises ends it."""
    numbers = [[n for n, block in enumerate(one.blocks) if block.start < block.end] for one in (old, new)]
    paired = list(_paired(_texts(old, numbers[0]), _texts(new, numbers[1]), tick))
    pairs = []
    for done, (left, right) in enumerate(paired):
        tick(done / len(paired))
        here = None if left is None else numbers[0][left]
        there = None if right is None else numbers[1][right]
        stretches: tuple[Stretch, ...] = ()
        if here is not None and there is not None:
            stretches = tuple(_stretches(old, old.blocks[here], new, new.blocks[there], tick))
        pairs.append(Pair(here, there, stretches))
    return Aligned(tuple(pairs))


def _texts(article: Article, numbers: Sequence[int]) -> list[str]:
    return [article.block_text(article.blocks[number]) for number in numbers]


def _paired(old: Sequence[str], new: Sequence[str], tick: Tick) -> Iterator[tuple[int | None, int | None]]:
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _MANY_UNITS)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        tick(0)
        if kind == "equal":
            yield from zip(range(start, end), range(new_start, new_end), strict=True)
            continue
        found = _most_alike(old[start:end], new[new_start:new_end], tick)
        left, right = start, new_start
        for one, other in [*found, (end - start, new_end - new_start)]:
            yield from ((number, None) for number in range(left, start + one))
            yield from ((None, number) for number in range(right, new_start + other))
            left, right = start + one + 1, new_start + other + 1
            if start + one < end and new_start + other < new_end:
                yield start + one, new_start + other


def _most_alike(old: Sequence[str], new: Sequence[str], tick: Tick) -> list[tuple[int, int]]:
    """The pairs, both in order, that have most in common together (Needleman and Wunsch, 1970)."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return []
    mine, theirs = ([_words(text) for text in side] for side in (old, new))
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    gain = [[0.0] * len(new) for _ in old]
    for row in reversed(range(len(old))):
        tick(0)
        for column in reversed(range(len(new))):
            alike = Indel.normalized_similarity(mine[row], theirs[column], score_cutoff=_SAME_PARAGRAPH)
            gain[row][column] = alike
            paired = alike + best[row + 1][column + 1] if alike else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], paired)
    return list(_way(best, gain))


def _way(best: list[list[float]], gain: list[list[float]]) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(gain) and column < len(gain[0]):
        alike = gain[row][column]
        if alike and best[row][column] == alike + best[row + 1][column + 1]:
            yield row, column
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1


def _words(text: str) -> list[str]:
    return [unit for unit in UNIT.findall(text) if not unit.isspace()]


def _stretches(old: Article, left: Block, new: Article, right: Block, tick: Tick) -> Iterator[Stretch]:
    """Of one paragraph and its partner; long ones sentence by sentence."""
    one, other = old.block_text(left), new.block_text(right)
    if one == other:
        yield Stretch(True, left.start, left.end, right.start, right.end)
        return
    parts, others = ([text] for text in (one, other))
    if max(len(one), len(other)) > _LONG:
        parts, others = (_SENTENCE.findall(text) for text in (one, other))
    ends, other_ends = _ends(parts, left.start), _ends(others, right.start)
    found: list[Stretch] = []
    at = other_at = 0
    pairs = _paired(parts, others, tick) if len(parts) * len(others) > 1 else [(0, 0)]
    for mine, theirs in pairs:
        at, other_at = at + (mine is not None), other_at + (theirs is not None)
        if mine is not None and theirs is not None:
            found += _of_words(parts[mine], ends[mine], others[theirs], other_ends[theirs])
        elif mine is not None:
            found.append(
                Stretch(False, ends[mine], ends[mine + 1], other_ends[other_at], other_ends[other_at])
            )
        elif theirs is not None:
            found.append(Stretch(False, ends[at], ends[at], other_ends[theirs], other_ends[theirs + 1]))
    yield from _readable(old.text, found)


def _of_words(one: str, start: int, other: str, new_start: int) -> Iterator[Stretch]:
    units, others = UNIT.findall(one), UNIT.findall(other)
    ends, other_ends = _ends(units, start), _ends(others, new_start)
    many = max(len(units), len(others)) > _MANY_UNITS
    matcher = SequenceMatcher(str.isspace, units, others, autojunk=many)
    for kind, a, b, c, d in matcher.get_opcodes():
        yield Stretch(kind == "equal", ends[a], ends[b], other_ends[c], other_ends[d])


def _ends(units: Sequence[str], start: int) -> list[int]:
    ends = [start]
    for unit in units:
        ends.append(ends[-1] + len(unit))
    return ends


def _readable(text: str, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The same, in which a space or a comma alone does not part what was written anew."""
    held: Stretch | None = None
    for number, one in enumerate(stretches):
        within = 0 < number < len(stretches) - 1
        parts = one.same and (not within or any(map(str.isalnum, text[one.start : one.end])))
        if parts:
            yield from (held,) if held else ()
            yield one
            held = None
        elif held is None:
            held = Stretch(False, one.start, one.end, one.new_start, one.new_end)
        else:
            held = Stretch(False, held.start, one.end, held.new_start, one.new_end)
    yield from (held,) if held else ()
