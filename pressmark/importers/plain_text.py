"""Plain text: paragraphs by blank lines, or one a line; hard-wrapped lines are joined again."""

import re
from dataclasses import replace
from itertools import pairwise

from pressmark.article import BlockKind
from pressmark.importers.canon import canon
from pressmark.importers.decoding import declared_charset, decoded
from pressmark.importers.imported import BlockText, Capture, Imported, Known, check_length
from pressmark.importers.opening import byline, date_line, opening_of

_WIDEST_WRAP = 90
_NARROWEST_WRAP = 40
_SLACK = 12  # how much room a wrapped line may leave: hyphenation, a wide word pulled down
_BULLET = re.compile(r"\s*(?:[•‣◦⁃▪●○*–-]\s+(?=\S)(?=.*\w)|(?=\d{1,3}[.)]\s))(\S.*)")


def read_plain_text(data: bytes, capture: Capture) -> Imported:
    """The article in a text file, a drop or a paste. Raises CannotImport and TooLong."""
    charset = declared_charset(b"", capture.media_type)
    found = decoded(data, capture.name, charset, capture.answers.encoding)
    check_length(found.text)
    groups = _groups(canon(found.text))
    blocks = [_block(paragraph) for group in groups for paragraph in group]
    apart = len(groups) > 1 and len(groups[0]) == 1
    opening = opening_of(blocks, blank_after_first=apart)
    if opening.headline_at >= 0:
        blocks[opening.headline_at] = (BlockKind.HEADING, opening.headline, 1)
    known = Known(
        headline=opening.headline,
        author=opening.author,
        published=opening.published,
        guessed=opening.guessed,
    )
    imported = capture.imported(blocks, known, "text/plain", found.warnings)
    return replace(imported, question=found.question)


def blocks_of_text(text: str, wrapped_at: int = 0) -> list[BlockText]:
    """The paragraphs and list items of a text that is part of something else: a cell, a mail.

    `wrapped_at` is how long its lines are at the most, where that is known.
    """
    return [_block(paragraph) for group in _groups(canon(text), wrapped_at) for paragraph in group]


def _groups(text: str, wrapped_at: int = 0) -> list[list[str]]:
    """The paragraphs, grouped by the blank lines between them; without any, one group."""
    lines = [line.rstrip() for line in text.split("\n")]
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    if wrapped_at:
        return [_unwrapped(group, wrapped_at) for group in groups]
    width = max((len(line) for line in lines), default=0)
    if len(groups) < 2 or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return groups
    return [_unwrapped(group, width) for group in groups]


def _unwrapped(lines: list[str], width: int) -> list[str]:
    """Joins each line to the one before where that one was full, so that its end was the wrapping's."""
    paragraphs = [[lines[0]]]
    alone = [_stands_alone(line) for line in lines]
    for (before, before_alone), (line, line_alone) in pairwise(zip(lines, alone, strict=True)):
        first_word = line.split(None, 1)[0]
        full = len(before) + 1 + len(first_word) > width - _SLACK
        if before_alone or line_alone or _BULLET.match(line) or not full:
            paragraphs.append([line])
        else:
            paragraphs[-1] += ["" if re.search(r"\w-$", before) else " ", line.strip()]
    return ["".join(pieces) for pieces in paragraphs]


def _stands_alone(line: str) -> bool:
    return bool(byline(line.strip()) or date_line(line.strip()))


def _block(paragraph: str) -> BlockText:
    if item := _BULLET.fullmatch(paragraph):
        return BlockKind.LIST_ITEM, item[1].strip(), 0
    return BlockKind.PARAGRAPH, paragraph.strip(), 0
