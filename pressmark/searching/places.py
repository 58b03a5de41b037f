"""Where the words of a query stand in a text."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pressmark.article import Article, Span
from pressmark.edges import between_characters
from pressmark.folding import Folded, fold
from pressmark.searching.terms import Words
from pressmark.searching.tokens import placed_words


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch in one paragraph in which sought words follow one another; `found` are which, by number."""

    span: Span
    found: frozenset[int]


def places(article: Article, wanted: Sequence[Words], struck: Collection[int] = ()) -> list[Place]:
    """All places in text order. `struck` are the numbers of blocks that are not searched."""
    text = article.text
    folded = fold(text)
    found: list[Place] = []
    start = 0
    for line in folded.text.split("\n"):
        if any(one.words[0] in line for one in wanted):
            here = _in_line(line, wanted)
            found += (_place(text, folded, start + first, start + last, which) for first, last, which in here)
        start += len(line) + 1
    if struck:
        return [one for one in found if article.block_index_at(one.span.start) not in struck]
    return found


def best(article: Article, found: Sequence[Place], most: int) -> list[Place]:
    """At most so many places, in text order: first those where several words are together."""
    if len(found) <= most:
        return list(found)
    blocks = [article.block_index_at(one.span.start) for one in found]
    together: dict[int, frozenset[int]] = {}
    for block, one in zip(blocks, found, strict=True):
        together[block] = together.get(block, frozenset()) | one.found
    ranked = sorted(range(len(found)), key=lambda i: (-len(found[i].found), -len(together[blocks[i]]), i))
    return [found[number] for number in sorted(ranked[:most])]


def _in_line(line: str, wanted: Sequence[Words]) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Stretches of the folded line; of words that follow or overlap one another, one stretch."""
    row, starts = placed_words(line)
    hits = sorted(
        (first, first + len(one.words), number)
        for number, one in enumerate(wanted)
        for first in _firsts(row, one)
    )
    first = last = 0
    which: set[int] = set()
    for begin, end, number in hits:
        if which and begin > last:
            yield starts[first], starts[last - 1] + len(row[last - 1]), frozenset(which)
            which.clear()
        first, last = (first, max(last, end)) if which else (begin, end)
        which.add(number)
    if which:
        yield starts[first], starts[last - 1] + len(row[last - 1]), frozenset(which)


def _firsts(row: list[str], one: Words) -> list[int]:
    """Where in a row of words the sought ones begin."""
    first, *rest = one.words
    if not rest and one.begun:
        return [place for place, word in enumerate(row) if word.startswith(first)]
    places = [place for place, word in enumerate(row) if word == first]
    return [place for place in places if _goes_on(row[place + 1 : place + 1 + len(rest)], rest, one.begun)]


def _goes_on(there: list[str], rest: list[str], begun: bool) -> bool:
    if not begun:
        return there == rest
    return len(there) == len(rest) and there[:-1] == rest[:-1] and there[-1].startswith(rest[-1])


def _place(text: str, folded: Folded, first: int, last: int, which: frozenset[int]) -> Place:
    start, end = _original(folded, first)[0], _original(folded, last - 1)[1]
    while start > 0 and not between_characters(text, start):
        start -= 1
    while end < len(text) and not between_characters(text, end):
        end += 1
    return Place(Span(start, end), which)


def _original(folded: Folded, position: int) -> tuple[int, int]:
    """Where the folded character comes from: one of the text, or all of what was folded together."""
    stretch = bisect_right(folded.begins, position) - 1
    if stretch < 0:
        return position, position + 1
    if position < folded.ends[stretch]:
        return folded.original_begins[stretch], folded.original_ends[stretch]
    start = folded.original_ends[stretch] + position - folded.ends[stretch]
    return start, start + 1
