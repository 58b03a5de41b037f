"""Finds a span again by its quote and context when the text has moved (as Hypothesis' client does).

First the exact words, the place whose surroundings agree best winning, nearness breaking ties; then the most
similar stretch, if it is similar enough to be the same sentence with a word changed.
"""

import re
from collections.abc import Iterator
from itertools import product, takewhile

import regex

from pressmark.annotation import TextQuote
from pressmark.article import Span

SIMILAR_ENOUGH = 85.0
"""Per cent of agreement (rapidfuzz's partial ratio) below which a stretch is not taken for the quote."""

IN_WORD = r"[\w--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]"
"""A character that others may stand next to in one word; the scripts left out write no spaces."""

_SHORTEST_FUZZY = 12

_LONGEST_WORD = 40

UNIT = regex.compile(rf"(?:{IN_WORD}|\p{{M}})+|\X", regex.VERSION1)
"""What a quote found by likeness holds whole or not at all: a word, or else a character as readers see it."""

_WITHIN = regex.compile(rf"{IN_WORD}(?:{IN_WORD}|\p{{M}})", regex.VERSION1)


def find_again(text: str, quote: TextQuote, near: int) -> Span | None:
    """Where the quote now stands, or None. `near` is where it used to begin."""
    if not quote.exact:
        return None
    found = (each.start() for each in re.finditer(f"(?={re.escape(quote.exact)})", text))
    places = [start for start in found if not is_in_longer_words(text, quote, start)]
    if places:
        best = max(places, key=lambda start: (agreement(text, quote, start), -abs(start - near)))
        return Span(best, best + len(quote.exact))
    return most_similar(text, quote.exact)


def is_in_longer_words(text: str, quote: TextQuote, start: int) -> bool:
    """True for “Mali” in “Malibu”, unless it was part of a longer word before."""
    end = start + len(quote.exact)
    first, last = quote.exact[0], quote.exact[-1]
    begins = _WITHIN.match(text[max(0, start - 1) : start] + first)
    ends = _WITHIN.match(last + text[end : end + 1])
    return bool(
        (begins and quote.before and not _WITHIN.match(quote.before[-1] + first))
        or (ends and quote.after and not _WITHIN.match(last + quote.after[0]))
    )


def agreement(text: str, quote: TextQuote, start: int) -> int:
    """How many characters before and after agree with the saved context."""
    end = start + len(quote.exact)  # slices no longer than the context: the text may be a book
    earlier, later = text[max(0, start - len(quote.before)) : start], text[end : end + len(quote.after)]
    before = zip(reversed(earlier), reversed(quote.before), strict=False)
    after = zip(later, quote.after, strict=False)
    return sum(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) for pairs in (before, after))


def most_similar(text: str, exact: str) -> Span | None:
    if not _SHORTEST_FUZZY <= len(exact) <= len(text):
        return None
    from rapidfuzz import fuzz  # only for texts that were edited elsewhere

    found = fuzz.partial_ratio_alignment(exact, text, score_cutoff=SIMILAR_ENOUGH)
    if found is None or found.dest_start >= found.dest_end:
        return None
    return _of_whole_words(text, exact, found.dest_start, found.dest_end)


def _of_whole_words(text: str, exact: str, start: int, end: int) -> Span | None:
    """The stretch most like the quote that cuts no word: one as long as the quote may cut those changed."""
    from rapidfuzz import fuzz

    choices = product(_word_edges(text, start), _word_edges(text, end))
    spans = [span for ends in choices if (span := _without_outer_space(text, *ends))]
    return max(
        spans, key=lambda span: (fuzz.ratio(exact, text[span.start : span.end]), len(span)), default=None
    )


def _word_edges(text: str, position: int) -> Iterator[int]:
    """The position if it is between two words, else the two ends of the word that it is in."""
    first = max(0, position - _LONGEST_WORD)
    for word in UNIT.finditer(text[first : position + _LONGEST_WORD]):
        start, end = first + word.start(), first + word.end()
        if start < position < end:
            yield from (start, end)
            return
    yield position


def _without_outer_space(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None
