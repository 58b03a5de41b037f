"""Chooses the article's blocks among all of a page's, by the text that an extractor found."""

import re
from collections.abc import Iterator

from pressmark.article import BlockKind
from pressmark.importers.imported import BlockText
from pressmark.importers.opening import byline, date_line

_LONG = 8  # words from which a block is told by its word triples
_ALIKE = 0.7  # the share of a block's triples that the extract must hold: inline parts may be missing there
_ENOUGH = 0.6  # the share of the extract's words that the chosen blocks must cover


def chosen(blocks: list[BlockText], extract: str, headline: str) -> list[BlockText]:
    """The blocks whose words the extract holds, with captions and headline; empty where too few match."""
    extract_words = _words(extract)
    triples, lines = set(_triples(extract_words)), {tuple(_words(line)) for line in extract.split("\n")}
    words = [_words(text) for _, text, _ in blocks]
    long = [at for at, one in enumerate(words) if len(one) >= _LONG and _alike(one, triples)]
    if not long or sum(len(words[at]) for at in long) < _ENOUGH * len(extract_words):
        return []
    kept = set(long) | _titles(blocks, words, long[0], headline)
    for at in range(long[0], _end(blocks, words, lines, long[-1])):
        caption = blocks[at][0] is BlockKind.CAPTION
        if caption or (len(words[at]) < _LONG and tuple(words[at]) in lines):
            kept.add(at)
    return [blocks[at] for at in sorted(kept)]


def _end(blocks: list[BlockText], words: list[list[str]], lines: set[tuple[str, ...]], last: int) -> int:
    """Past the short blocks that directly follow the last long one and are in the extract."""
    end = last + 1
    while end < len(blocks) and tuple(words[end]) in lines:
        end += 1
    return end


def _titles(blocks: list[BlockText], words: list[list[str]], first: int, headline: str) -> set[int]:
    """The article's heading, the last of the first level before its text or its headline, and the byline."""
    before = [at for at in range(first) if blocks[at][0] is BlockKind.HEADING]
    top = [at for at in before if blocks[at][2] == 1] or [
        at for at in before if headline and words[at] == _words(headline)
    ]
    under = range(top[-1] + 1, first) if top else ()
    return {*top[-1:], *(at for at in under if byline(blocks[at][1]) or date_line(blocks[at][1]))}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _triples(words: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


def _alike(words: list[str], triples: set[tuple[str, str, str]]) -> bool:
    own = list(_triples(words))
    return sum(1 for one in own if one in triples) >= _ALIKE * len(own)
