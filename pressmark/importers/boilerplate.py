"""Tells by their words the lines around an article that are not its own: share bars, “read more”, adverts.

Careful rather than thorough, since what is struck out is not counted: a line must stand alone and be short,
and what could be an article's own words counts only before the first long paragraph or after the last.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from pressmark.article import BlockKind
from pressmark.importers.boilerplate_phrases import phrases

_Blocks: TypeAlias = Sequence[tuple[BlockKind, str, int]]

_LONGEST = 220
_LONGEST_AT_EDGE = 500
_LONG = 20  # words from which a block is text of the article
_TITLE = 16  # words that the title of another article has at most
_MOST_TITLES = 12
_MOST_NAMES = 8  # words of a picture's credit
_NO_BODY = 3
_AROUND = " \t\u00a0()[]{}<>→►▶▸›»•·|–—-*_#.…!:+"
_CONNECTING = re.compile(
    r"(?:via|for|by|the|of|from|von|für|et|de|du|des|pour|und|and|y|та|і|для|з|/|&|-|–|\||,)"
)


def boilerplate(blocks: _Blocks) -> tuple[int, ...]:
    """The blocks, by number, that seem to be no part of the article; never all of them."""
    lines = [_folded(text) for _, text, _ in blocks]
    struck = {
        at
        for at, line in enumerate(lines)
        if line and (phrases().always.fullmatch(line) or phrases().starts.match(line))
    }
    struck |= {at for at, block in enumerate(blocks) if _credit(block)}
    struck |= set(_share_bars(lines))
    edges = _edges(blocks, lines, struck)
    struck |= {at for at in edges if _of_an_edge(lines[at])}
    struck |= set(_link_lists(blocks, lines, edges))
    struck = {at for at in struck if blocks[at][0] is not BlockKind.HEADING or blocks[at][2] != 1}
    return tuple(sorted(struck)) if len(struck) < len(blocks) else ()


def _folded(text: str) -> str:
    """The line as the patterns know it; empty for one that is too long."""
    return " ".join(text.strip(_AROUND).casefold().split()) if len(text) <= _LONGEST_AT_EDGE else ""


def _anywhere(line: str) -> bool:
    known = phrases()
    return 0 < len(line) <= _LONGEST and bool(known.always.fullmatch(line) or known.starts.match(line))


def _of_an_edge(line: str) -> bool:
    return bool(line and (phrases().edge_starts.match(line) or phrases().edge_lines.fullmatch(line)))


def _edges(blocks: _Blocks, lines: list[str], struck: set[int]) -> set[int]:
    """What stands before the article's first long paragraph or after its last."""
    numbers = range(len(blocks))
    long = [at for at in numbers if at not in struck and _is_long(blocks[at]) and not _of_an_edge(lines[at])]
    if long:
        return {*numbers[: long[0]], *numbers[long[-1] + 1 :]}
    return {*numbers[:_NO_BODY], *numbers[-_NO_BODY:]}


def _is_long(block: tuple[BlockKind, str, int]) -> bool:
    return len(block[1].split(None, _LONG)) >= _LONG


def _share_bars(lines: list[str]) -> Iterator[int]:
    """Runs of two and more words of share bars, with a deed among them or three services."""
    run: list[int] = []
    for at, line in enumerate([*lines, ""]):
        if line and len(line) < 60 and phrases().sharing.fullmatch(line):
            run.append(at)
            continue
        if len(run) > 2 or (len(run) == 2 and any(phrases().deeds.fullmatch(lines[one]) for one in run)):
            yield from run
        run = []


def _link_lists(blocks: _Blocks, lines: list[str], edges: set[int]) -> Iterator[int]:
    """“Related stories” and the titles under it."""
    for at, line in enumerate(lines):
        if not line or len(line) > 60 or not phrases().lists.fullmatch(line):
            continue
        titles = list(_titles(blocks, at + 1))
        yield from titles
        if titles or at in edges:
            yield at


def _titles(blocks: _Blocks, first: int) -> Iterator[int]:
    """The short lines of one kind from there on that do not end as sentences do."""
    for at in range(first, min(len(blocks), first + _MOST_TITLES)):
        kind, text, level = blocks[at]
        if (kind, level) != (blocks[first][0], blocks[first][2]):
            return
        if len(text.split(None, _TITLE)) > _TITLE or re.search(r"[.:;,][\"”’»)]*$", text):
            return
        yield at


def _credit(block: tuple[BlockKind, str, int]) -> bool:
    """True for a line that names whose picture it is and nothing else."""
    kind, text, _ = block
    text = text.strip(_AROUND)
    if not text or len(text) > _LONGEST:
        return False
    found = phrases().credits.fullmatch(text)
    if found and (kind is BlockKind.CAPTION or found["mark"]):
        return _names_only(found["who"])
    return kind is BlockKind.CAPTION and bool(phrases().agencies.search(text)) and _names_only(text)


def _names_only(text: str) -> bool:
    words = text.replace("/", " / ").split()
    return 0 < len(words) <= _MOST_NAMES and all(map(_in_a_name, words))


def _in_a_name(word: str) -> bool:
    if word[0].isupper() or not word[0].isalpha():
        return True
    return bool(_CONNECTING.fullmatch(word) or phrases().agencies.fullmatch(word))
