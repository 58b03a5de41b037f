"""Letters of a page → stretches: what stands side by side in one face; ligatures as the letters they are."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from pressmark.importers.pdf_glyphs import Letter, Stretch

WIDEST_GAP = 0.75
"""Of the letters' size: what may lie between two words of a line before they are looked at singly."""

_LIGATURE = re.compile("[ﬀ-﷿ﹰ-﻿]")  # Latin, Hebrew and Arabic ones, and Arabic letters by shape
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf06e\uf0be", "•"))
_SAME_LINE = 0.1
_DIRECTION_MARKS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DOTS_WITHIN = 12  # letters, in the order of the file


def stretches_of(letters: Sequence[Letter]) -> tuple[Stretch, ...]:
    """In the order of the file; where a page holds words that run to the left, letter by letter."""
    if any(_RIGHT_TO_LEFT.search(letter.text) for letter in letters):
        return tuple(_stretch([letter], order) for order, letter in enumerate(_once(letters)))
    groups: list[list[Letter]] = []
    for letter in letters:
        if groups and _goes_on(groups[-1][-1], letter):
            groups[-1].append(letter)
        else:
            groups.append([letter])
    return tuple(_stretch(group, order) for order, group in enumerate(groups))


def is_right_to_left(text: str) -> bool:
    """True for a word, or a letter, of a script that runs to the left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def _goes_on(last: Letter, letter: Letter) -> bool:
    size = letter.face.size
    return (
        last.face is letter.face
        and abs(last.base - letter.base) <= _SAME_LINE * size
        and -size < letter.left - last.right <= WIDEST_GAP * size
    )


def _stretch(group: list[Letter], order: int) -> Stretch:
    text = "".join(f" {letter.text}" if letter.spaced else letter.text for letter in group)
    return Stretch(
        text=_plain(text.strip()),
        left=min(group[0].left, group[-1].left),
        right=max(group[0].right, group[-1].right),
        base=group[0].base,
        face=group[0].face,
        spaced=group[0].spaced,
        order=order,
    )


def _plain(text: str) -> str:
    if text.isascii():
        return text
    text = text.translate(_BULLETS)
    return _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _once(letters: Iterable[Letter]) -> list[Letter]:
    """Without the dots of Arabic letters that are drawn by themselves, and say which letter they are of."""
    found: list[Letter] = []
    for letter in letters:
        if letter.text in _DIRECTION_MARKS:
            continue
        near = (
            range(max(0, len(found) - _DOTS_WITHIN), len(found)) if _RIGHT_TO_LEFT.match(letter.text) else ()
        )
        twin = next((at for at in near if _is_dotted(found[at], letter)), None)
        if twin is None:
            found.append(letter)
        elif letter.right - letter.left > found[twin].right - found[twin].left:
            found[twin] = letter
    return found


def _is_dotted(one: Letter, other: Letter) -> bool:
    common = min(one.right, other.right) - max(one.left, other.left)
    narrower = min(one.right - one.left, other.right - other.left)
    apart = abs(one.base - other.base)
    return one.text == other.text and common >= 0.6 * narrower and apart <= one.face.size
