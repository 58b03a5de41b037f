"""Cuts overlapping spans into runs that no longer overlap, by one sweep over their edges."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from pressmark.article import Span

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Run(Generic[Key]):
    """A stretch `[start, end)` that lies under the same keys from end to end, outermost (longest) first."""

    start: int
    end: int
    keys: tuple[Key, ...]


def cut(start: int, end: int, spans: Iterable[tuple[Span, Key]]) -> list[Run[Key]]:
    """The runs of `[start, end)`, with no gap between them; a stretch under no span has no keys."""
    opened: dict[int, list[tuple[int, int, int, int, Key]]] = {}
    edges = {start, end}
    for number, (span, key) in enumerate(spans):
        begins, ends = max(start, span.start), min(end, span.end)
        if begins < ends:
            entry = (span.start - span.end, span.start, number, ends, key)  # sorts outermost first
            opened.setdefault(begins, []).append(entry)
            edges |= {begins, ends}
    active: list[tuple[int, int, int, int, Key]] = []
    runs = []
    for here, there in pairwise(sorted(edges)):
        active = [one for one in active if one[3] > here] + opened.get(here, [])
        active.sort()
        runs.append(Run(here, there, tuple(dict.fromkeys([one[4] for one in active]))))
    return runs
