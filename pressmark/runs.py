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
    inside = [(span, key) for span, key in spans if span.start < end and start < span.end]
    opened: dict[int, list[tuple[Span, Key]]] = {}
    edges = {start, end}
    for span, key in inside:
        begins, ends = max(start, span.start), min(end, span.end)
        opened.setdefault(begins, []).append((span, key))
        edges |= {begins, ends}
    active: list[tuple[Span, Key]] = []
    runs = []
    ordered = sorted(edges)
    for here, there in pairwise(ordered):
        active = [one for one in active if one[0].end > here] + opened.get(here, [])
        active.sort(key=lambda one: (-len(one[0]), one[0].start))
        runs.append(Run(here, there, tuple(dict.fromkeys(key for _, key in active))))
    return runs
