"""Finds words in a text: as typed, folded, or by a regular expression; hits are whole characters."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

import regex

from pressmark.article import Span
from pressmark.edges import WITHIN_WORD, between_characters, between_words
from pressmark.folding import Folded, fold
from pressmark.importers.canon import canon

TIME_LIMIT = 1.0
"""Seconds that a regular expression may take on one text."""

_LARGEST = 100_000
"""How large a regular expression may grow when its counted repeats are written out: memory has no limit."""

_RECURSION = regex.compile(r"\(\?(?:R|[+-]?\d|&|P>)")
_TOKEN = regex.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\{(?P<count>\d+)|.", regex.DOTALL)


class QueryNotUnderstood(Exception):
    """The words are no regular expression that can be searched for; the message is a sentence."""


class QueryTooSlow(QueryNotUnderstood):
    """The regular expression takes longer on a text than anybody would wait."""


class Match(StrEnum):
    """How words are compared with the text: `exact` minds everything, `folded` neither case nor accents."""

    EXACT = "exact"
    FOLDED = "folded"
    REGEX = "regex"


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for. `any_case` is for regular expressions; the others say it by `how`."""

    words: str
    how: Match = Match.FOLDED
    whole_words: bool = False
    any_case: bool = False


_Ends: TypeAlias = tuple[int, int]


def find(text: str, query: Query, within: Span | None = None) -> list[Span]:
    """The hits in text order, none overlapping another and none blank. Raises QueryNotUnderstood."""
    within = within or Span(0, len(text) or 1)
    if not query.words.strip():
        return []
    if query.how is Match.REGEX:
        return _by_pattern(text, pattern(query), within)

    def is_hit(start: int, end: int) -> bool:
        if not within.start <= start < end <= within.end:
            return False
        if not (between_characters(text, start) and between_characters(text, end)):
            return False
        return not query.whole_words or (between_words(text, start) and between_words(text, end))

    words = canon(query.words).strip()
    if query.how is Match.EXACT:
        return _literal(text, words, lambda start, end: (start, end) if is_hit(start, end) else None)
    folded, wanted = fold(text), fold(words).text.strip()
    return _literal(folded.text, wanted, lambda start, end: _unfolded(folded, start, end, is_hit))


@lru_cache(maxsize=16)
def pattern(query: Query) -> "regex.Pattern[str]":
    """The regular expression of a query. Raises QueryNotUnderstood."""
    words = canon(query.words)
    flags = regex.VERSION1 | regex.MULTILINE | (regex.IGNORECASE if query.any_case else 0)
    if _RECURSION.search(words):
        raise QueryNotUnderstood("The regular expression calls itself, which a search does not do.")
    if _written_out(words) > _LARGEST:
        raise QueryNotUnderstood("The regular expression repeats too much: use smaller counts.")
    try:
        compiled = regex.compile(words, flags)  # on its own first: “a)(b” is none, but would be one in ()
        if query.whole_words:
            compiled = regex.compile(f"(?!{WITHIN_WORD})(?:{words})(?!{WITHIN_WORD})", flags)
    except regex.error as error:
        where = f" (at character {error.pos + 1})" if error.pos is not None else ""
        raise QueryNotUnderstood(f"The regular expression is not understood: {error.msg}{where}.") from error
    except (RecursionError, OverflowError, MemoryError) as error:
        raise QueryNotUnderstood("The regular expression is too large.") from error
    return compiled


def _literal(text: str, words: str, taken: Callable[[int, int], _Ends | None]) -> list[Span]:
    """Where the words stand; a place that is not taken may overlap one that is."""
    found = []
    start = text.find(words) if words else -1
    while start >= 0:
        ends = taken(start, start + len(words))
        if ends:
            found.append(Span(*ends))
        start = text.find(words, start + (len(words) if ends else 1))
    return found


def _unfolded(folded: Folded, start: int, end: int, is_hit: Callable[[int, int], bool]) -> _Ends | None:
    """The shortest stretch of whole characters that folds to this one."""
    for first in reversed(folded.places(start)):
        for last in folded.places(end):
            if is_hit(first, last):
                return first, last
    return None


def _by_pattern(text: str, wanted: "regex.Pattern[str]", within: Span) -> list[Span]:
    found: list[Span] = []
    until = time.monotonic() + TIME_LIMIT
    try:
        for hit in wanted.finditer(text, within.start, within.end, timeout=TIME_LIMIT):
            start, end = _whole(text, *hit.span())
            if start < end and not (found and start < found[-1].end):
                found.append(Span(start, end))
            if time.monotonic() > until:
                raise TimeoutError
    except (TimeoutError, MemoryError) as error:
        raise QueryTooSlow("The regular expression takes too long here: make it simpler.") from error
    return found


def _whole(text: str, start: int, end: int) -> _Ends:
    """The ends without white space inside them, and moved out of the characters that they would cut."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and not between_characters(text, start):
        start -= 1
    while start < end and not between_characters(text, end):
        end += 1
    return start, end


def _written_out(words: str) -> int:
    """About how many code points a pattern has once its counted repeats are written out."""
    groups, last = [0], 0
    for token in _TOKEN.finditer(words):
        if token["count"]:
            groups[-1] += last * (min(int(token["count"]), _LARGEST) - 1)
            last *= min(int(token["count"]), _LARGEST)
        elif token[0] == "(":
            groups.append(0)
        elif token[0] == ")" and len(groups) > 1:
            last = groups.pop()
            groups[-1] += last
        else:
            last = 1
            groups[-1] += 1
    return groups[0]
