"""Paragraphs of a PDF in their order, each with what it is: heading, text, item, caption or note."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressmark.article import BlockKind
from pressmark.importers.pdf_glyphs import Box, Page
from pressmark.importers.pdf_lines import Line
from pressmark.importers.pdf_paragraphs import BULLET, Column, ends_sentence, goes_on, paragraphs_of
from pressmark.importers.pdf_type import Setting

_LARGE = 1.12
_SMALL = 0.97
_NOTE = 0.93
_LONGEST_HEADING = 300
_LONGEST_BOLD = 150
_NEAR = 2.5  # letters' sizes between a picture and its caption
_MARK = re.compile(r"\(?(?:\d{1,3}|[*†‡§]{1,3})[.)]?(?=\s|\D)")
_LOWEST = 0.6  # of a page: notes stand below that height


@dataclass(slots=True, eq=False)
class Passage:
    """The lines of one paragraph. `is_note` is for notes at the foot of a page."""

    lines: list[Line]
    kind: BlockKind
    is_note: bool = False

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


def passages_of(columns: Sequence[Column], pages: Sequence[Page], setting: Setting) -> list[Passage]:
    """Of all pages; paragraphs that run on over columns and pages in one piece, before what cut them."""
    found: list[Passage] = []
    open_at, behind = -1, None
    for column in columns:
        page = pages[column.lines[0].page - 1]
        own = _of_column(column, page, setting)
        text = [one for one in own if _runs(one, setting)]
        if text and behind and open_at >= 0 and _is_next(own, text[0]):
            last = found[open_at].lines[-1]
            if goes_on(last, behind, text[0].lines[0], column, setting):
                found[open_at].lines += text[0].lines
                own.remove(text[0])
        joined = open_at if text and text[0] not in own else -1
        found += own
        if text:
            last_text = text[-1]
            open_at = (
                next(at for at, one in enumerate(found) if one is last_text) if last_text in own else joined
            )
            behind = column
        elif any(one.kind is BlockKind.HEADING for one in own):
            open_at = -1
    return found


def _is_next(own: Sequence[Passage], first: Passage) -> bool:
    """True when no heading comes before the first paragraph of a column."""
    return not any(one.kind is BlockKind.HEADING for one in own[: own.index(first)])


def _runs(passage: Passage, setting: Setting) -> bool:
    """True for a passage that may go on in the next column."""
    ordinary = passage.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    return ordinary and not passage.is_note and setting.is_text(passage.lines[-1])


def _of_column(column: Column, page: Page, setting: Setting) -> list[Passage]:
    groups = paragraphs_of(column, setting)
    notes = _first_note(groups, page, setting)
    found = []
    for number, group in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        kind = BlockKind.PARAGRAPH if number >= notes else _kind(group, following, page, setting)
        found.append(Passage(group, kind, number >= notes))
    return found


def _first_note(groups: Sequence[Sequence[Line]], page: Page, setting: Setting) -> int:
    """Where the notes at the foot begin: small letters to the end of the column, the first with a mark."""
    first = len(groups)
    for number in range(len(groups) - 1, -1, -1):
        group = groups[number]
        if max(line.size for line in group) > _NOTE * setting.size or group[0].base > _LOWEST * page.height:
            break
        if _MARK.match(group[0].text):
            first = number
    return first


def _kind(group: Sequence[Line], following: Sequence[Line] | None, page: Page, setting: Setting) -> BlockKind:
    if _is_caption(group, page.pictures, setting):
        return BlockKind.CAPTION
    if _is_heading(group, following, setting):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if BULLET.match(group[0].text) else BlockKind.PARAGRAPH


def _is_heading(group: Sequence[Line], following: Sequence[Line] | None, setting: Setting) -> bool:
    letters = sum(len(line.text) for line in group)
    ends = group[-1].text
    if not any(char.isalpha() for line in group for char in line.text):
        return False
    if min(line.size for line in group) >= _LARGE * setting.size:
        return letters <= _LONGEST_HEADING and not (letters > _LONGEST_BOLD and ends_sentence(ends))
    bold = all(line.bold for line in group) and letters <= _LONGEST_BOLD
    large = all(line.size >= _SMALL * setting.size for line in group)
    plain_after = following is not None and not following[0].bold
    return bold and large and plain_after and not ends_sentence(ends) and not ends.endswith(",")


def _is_caption(group: Sequence[Line], pictures: Iterable[Box], setting: Setting) -> bool:
    """True for small or slanted letters right under a picture, or at its side by a hair."""
    small = all(line.size <= _SMALL * setting.size or line.italic for line in group)
    return small and any(_is_under(group, picture) for picture in pictures)


def _is_under(group: Sequence[Line], picture: Box) -> bool:
    left, right = min(line.left for line in group), max(line.right for line in group)
    common = min(right, picture.right) - max(left, picture.left)
    gap = picture.bottom - group[0].top
    return common >= 0.5 * (right - left) and -group[0].size <= gap <= _NEAR * group[0].size


def levels_of(passages: Sequence[Passage], headline: Passage | None) -> list[int]:
    """Of each passage, 0 where it is no heading: 1 for the headline alone, 2 to 4 by the size of letters."""
    others = [one for one in passages if one.kind is BlockKind.HEADING and one is not headline]
    sizes = sorted({one.size for one in others}, reverse=True)
    found = []
    for one in passages:
        if one.kind is not BlockKind.HEADING:
            found.append(0)
        else:
            found.append(1 if one is headline else min(4, 2 + sizes.index(one.size)))
    return found
