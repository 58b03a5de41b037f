"""Finds a span again by its quote and context when the text has moved (as Hypothesis' client does).

First the exact words, the place whose surroundings agree best winning, nearness breaking ties; then the most
similar stretch, if it is similar enough to be the same sentence with a word changed.
"""

import re
from itertools import takewhile

from rapidfuzz import fuzz

from pressmark.annotation import TextQuote
from pressmark.article import Span

SIMILAR_ENOUGH = 85.0
"""Per cent of agreement (rapidfuzz's partial ratio) below which a stretch is not taken for the quote."""

_SHORTEST_FUZZY = 12


def find_again(text: str, quote: TextQuote, near: int) -> Span | None:
    """Where the quote now stands, or None. `near` is where it used to begin."""
    if not quote.exact:
        return None
    places = [found.start() for found in re.finditer(f"(?={re.escape(quote.exact)})", text)]
    if places:
        best = max(places, key=lambda start: (_agreement(text, quote, start), -abs(start - near)))
        return Span(best, best + len(quote.exact))
    return _most_similar(text, quote.exact)


def _agreement(text: str, quote: TextQuote, start: int) -> int:
    """How many characters before and after agree with the saved context."""
    end = start + len(quote.exact)  # slices no longer than the context: the text may be a book
    earlier, later = text[max(0, start - len(quote.before)) : start], text[end : end + len(quote.after)]
    before = zip(reversed(earlier), reversed(quote.before), strict=False)
    after = zip(later, quote.after, strict=False)
    return sum(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) for pairs in (before, after))


def _most_similar(text: str, exact: str) -> Span | None:
    if not _SHORTEST_FUZZY <= len(exact) <= len(text):
        return None
    found = fuzz.partial_ratio_alignment(exact, text, score_cutoff=SIMILAR_ENOUGH)
    if found is None or found.dest_start >= found.dest_end:
        return None
    return _without_outer_space(text, found.dest_start, found.dest_end)


def _without_outer_space(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None
