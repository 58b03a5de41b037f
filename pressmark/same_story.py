"""Which articles carry the same story: wire copy and updated versions, told by the words they share.

Shingles of words, compared by containment on a sample of their hashes (A. Z. Broder, “On the resemblance and
containment of documents”, 1997). An index of the sample finds the pairs, so that no article is compared with
all others.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence

from pressmark.folding import fold

_WORDS = 5  # a shingle
_KEPT = 4  # one hash in so many
_SHARED = 0.6  # of the shorter article's shingles
_LEAST = 3  # shingles of the sample: what shares fewer says little
_COMMON = 40  # articles; a shingle in more of them is a turn of phrase, or a line of every page of an outlet


def same_stories(texts: Sequence[str]) -> list[int]:
    """For each text the place of the first that tells the same story: its own if none does."""
    samples = [_sample(text) for text in texts]
    holders: dict[int, list[int]] = defaultdict(list)
    for number, sample in enumerate(samples):
        for value in sample:
            holders[value].append(number)
    first = list(range(len(texts)))
    for number, sample in enumerate(samples):
        shared = Counter(
            other
            for value in sample
            if len(holders[value]) <= _COMMON
            for other in holders[value]
            if other < number
        )
        alike = [
            other
            for other, n in shared.items()
            if n >= max(_LEAST, _SHARED * min(len(sample), len(samples[other])))
        ]
        if alike:
            first[number] = first[min(alike)]
    return first


def _sample(text: str) -> frozenset[int]:
    words = fold(text).text.split()
    shingles = (" ".join(words[start : start + _WORDS]) for start in range(len(words) - _WORDS + 1))
    hashes = (zlib.crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in shingles)
    return frozenset(value for value in hashes if value % _KEPT == 0)
