"""How much two texts have in common, told by their shingles: all stretches of five words, hashed.

A sketch is the smallest of a text's hashes: of two texts, the share of hashes in both sketches estimates the
share of shingles in both texts, so that few texts need be compared (A. Z. Broder, “On the resemblance and
containment of documents”, 1997).
"""

import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from pressmark.searching.tokens import words_of

_WORDS = 5
KEPT = 48
"""Hashes of a sketch."""

_COMMON = 200
"""Texts; a shingle in more of them is a line of every page of an outlet, and says nothing."""


def shingles(text: str) -> frozenset[int]:
    """Hashes of 32 bits; of a text of fewer than five words, the hash of all of it."""
    return shingles_of(words_of(text))


def shingles_of(words: Sequence[str]) -> frozenset[int]:
    """The same of words that are folded already."""
    if len(words) < _WORDS:
        return frozenset({_hash(words)} if words else ())
    return frozenset(_hash(words[start : start + _WORDS]) for start in range(len(words) - _WORDS + 1))


def sketch(of: Iterable[int]) -> bytes:
    """The smallest hashes, in order."""
    return array("I", nsmallest(KEPT, of)).tobytes()


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter text's shingles that are in the other as well; 0 without any."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


class Sketches:
    """Many sketches, by the names of their texts; answers which share hashes with another."""

    def __init__(self, known: Iterable[tuple[str, bytes]]) -> None:
        self._names: list[str] = []
        places: list[int] = []
        for name, data in known:
            number = len(self._names)
            self._names.append(name)
            places += [value << 32 | number for value in _values(data)]
        self._places = array("Q", sorted(places))
        self._new: dict[int, list[int]] = {}

    def add(self, name: str, data: bytes) -> None:
        number = len(self._names)
        self._names.append(name)
        for value in _values(data):
            self._new.setdefault(value, []).append(number)

    def alike(self, data: bytes, least: float) -> list[str]:
        """Names of texts whose sketches share at least this part of it, the likeliest first."""
        shared: Counter[int] = Counter()
        values = _values(data)
        for value in values:
            holders = [*self._holders(value), *self._new.get(value, ())]
            if len(holders) <= _COMMON:
                shared.update(holders)
        wanted = max(1, least * len(values))
        return [self._names[number] for number, count in shared.most_common() if count >= wanted]

    def _holders(self, value: int) -> Iterable[int]:
        at = bisect_left(self._places, value << 32)
        while at < len(self._places) and self._places[at] >> 32 == value:
            yield self._places[at] & 0xFFFFFFFF
            at += 1


def _values(data: bytes) -> "array[int]":
    values = array("I")
    values.frombytes(data[: len(data) // values.itemsize * values.itemsize])
    return values


def _hash(words: Iterable[str]) -> int:
    return zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))
