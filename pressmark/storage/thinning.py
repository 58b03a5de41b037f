"""Which versions to let go: the older the fewer are kept, as Anki thins its backups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

_NEWEST = 10
"""Versions that are always kept."""

_AT_ONCE = 60
"""How many may stay of the last hours; what is more is thinned as what is older."""

_FORCED = timedelta(days=30)
"""How long one stays that was kept before a risky action."""

_PERIODS = (
    (timedelta(hours=2), timedelta(0)),  # of the last two hours all
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(days=14), timedelta(days=1)),
    (timedelta(days=60), timedelta(days=7)),
    (timedelta.max, timedelta(days=28)),
)
"""Up to which age one is kept for how long a stretch of time.

Each stretch is made of whole ones of those before it, so that its first version is the first of a shorter one
and is still there when its time comes.
"""


@dataclass(frozen=True, slots=True)
class Dated:
    """A version: the number that orders it, and when it was kept by the clock of then."""

    number: int
    when: datetime
    forced: bool = False


def superfluous(versions: Sequence[Dated], now: datetime) -> list[int]:
    """The numbers of those to let go; none where the clock cannot be trusted.

    Of each stretch of time the first version stays, so that what stays today is what would stay tomorrow.
    """
    ordered = sorted(versions, key=lambda one: one.number)
    if not _in_time(ordered, now):
        return []
    kept = {one.number for one in ordered[-_NEWEST:]} | set(_firsts(ordered, now))
    return [
        one.number
        for one in ordered
        if one.number not in kept and not (one.forced and now - one.when < _FORCED)
    ]


def _in_time(ordered: Sequence[Dated], now: datetime) -> bool:
    times = [*(one.when for one in ordered), now]
    return all(earlier <= later for earlier, later in pairwise(times))


def _firsts(ordered: Sequence[Dated], now: datetime) -> Iterator[int]:
    """The first of each stretch; stretches are counted from a fixed day, not from now."""
    seen: set[tuple[timedelta, int]] = set()
    for newer, one in zip(range(len(ordered) - 1, -1, -1), ordered, strict=True):
        stretch = _stretch(now - one.when, newer)
        if not stretch:
            yield one.number
            continue
        place = (stretch, int(one.when.timestamp() // stretch.total_seconds()))
        if place not in seen:
            seen.add(place)
            yield one.number


def _stretch(age: timedelta, newer: int) -> timedelta:
    """Of how long a time one version stays; none for one that stays in any case."""
    periods = _PERIODS if newer < _AT_ONCE else _PERIODS[1:]
    return next(length for most, length in periods if age <= most)
