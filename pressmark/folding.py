"""Text as a search sees it that minds neither case nor accents nor typography, mapped back to the text.

Folded are case, accents, compatible forms (ﬁ, ½, full-width letters), quotation marks, dashes and runs of
white space; what cannot be seen goes. A run that holds a line feed stays apart from one that does not: it is
where a paragraph ends. Marks of scripts in which they are letters (Devanagari vowels, kana voicing) stay.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import regex

_ALIKE = {
    **dict.fromkeys("‘’‚‛‹›′`´ʹʻʼʽˈ＇", "'"),
    **dict.fromkeys("“”„‟«»″〝〞〟＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－⁃", "-"),
    **dict(zip("ıłøđħŧæœ⁄", ("i", "l", "o", "d", "h", "t", "ae", "oe", "/"), strict=True)),
}
"""What Unicode keeps apart and a reader who types does not."""

_ACCENT = regex.compile(
    r"[[[\p{Mn}\p{Me}]&&[\p{Inherited}\p{Hebrew}\p{Arabic}\p{Syriac}\p{Cyrillic}]]--[\u3099\u309a]]",
    regex.VERSION1,
)
_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640\uffff]", regex.VERSION1)
"""Joiners, direction marks, the Arabic stroke that stretches words, and our own sign for “not one to one”."""

_OTHERWISE = "\uffff"
_PAIRS = ("  ", "\n\n", " \n", "\n ")
_NOT_ASCII = re.compile("[^\\x00-\\x7f]+")
_ALONE = re.compile(_OTHERWISE)
_UNEVEN = re.compile(f"{_OTHERWISE}|[ \n]{{2,}}")
_KEPT = 8_000_000
"""How many characters of text are kept folded: a dossier of a thousand articles."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text and where it stands in the original.

    Stretches that do not fold one to one are in four columns, in text order: where each begins and ends
    folded and in the original. Between two of them, code points follow one another alike.
    """

    text: str
    begins: list[int]
    ends: list[int]
    original_begins: list[int]
    original_ends: list[int]

    def places(self, position: int) -> range:
        """All places of the original that are this one of the folded text; none inside what is folded."""
        low = self._after(bisect_left(self.begins, position) - 1, position)
        last = bisect_right(self.begins, position) - 1
        if last >= 0 and self.begins[last] == position < self.ends[last]:
            high = self.original_begins[last]
        else:
            high = self._after(last, position)
        return range(0) if low < 0 or high < 0 else range(low, high + 1)

    def _after(self, stretch: int, position: int) -> int:
        """The place as counted on from the end of a stretch; -1 where it is inside the stretch."""
        if stretch < 0:
            return position
        beyond = position - self.ends[stretch]
        return self.original_ends[stretch] + beyond if beyond >= 0 else -1


def fold(text: str) -> Folded:
    """The text folded. Long texts are kept, so that the next search in them costs nothing here."""
    return _kept.fold(text)


def folded_once(text: str) -> Folded:
    """The same, and not kept: for texts of which each is read once."""
    return _folded(text)


class _Kept:
    """The texts folded last, up to so many characters; asked from several threads."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, Folded] = OrderedDict()
        self._lock = Lock()
        self._size = 0

    def fold(self, text: str) -> Folded:
        with self._lock:
            if known := self._texts.get(text):
                self._texts.move_to_end(text)
                return known
        folded = _folded(text)
        with self._lock:
            if text not in self._texts:
                self._texts[text] = folded
                self._size += len(text)
            while self._size > _KEPT and len(self._texts) > 1:
                self._size -= len(self._texts.popitem(last=False)[0])
        return folded


_kept = _Kept()


class _Letters(dict[int, str]):
    """What code points fold to one by one, learned as they are met; `_OTHERWISE` for none or several."""

    def __missing__(self, point: int) -> str:
        alike = letter(chr(point))
        self[point] = alike if len(alike) == 1 else _OTHERWISE
        return self[point]


_LETTERS = _Letters()


def _folded(text: str) -> Folded:
    even = _letter_by_letter(text)
    folded = Folded("", [], [], [], [])
    parts: list[str] = []
    size = done = 0
    for found in _stretches(even):
        start, end = found.span()
        parts.append(even[done:start])
        size += start - done
        parts.append(_otherwise(text[start:end]))
        for column, place in zip(
            (folded.begins, folded.ends, folded.original_begins, folded.original_ends),
            (size, size + len(parts[-1]), start, end),
            strict=True,
        ):
            column.append(place)
        size, done = folded.ends[-1], end
    parts.append(even[done:])
    return Folded("".join(parts), folded.begins, folded.ends, folded.original_begins, folded.original_ends)


def _letter_by_letter(text: str) -> str:
    """`str.translate` is ten times as fast where all is ASCII, so the rest is put in afterwards."""
    if text.isascii():
        return text.translate(_LETTERS)
    even = text.encode("ascii", "replace").decode("ascii").translate(_LETTERS)
    parts: list[str] = []
    done = 0
    for found in _NOT_ASCII.finditer(text):
        start, end = found.span()
        parts += even[done:start], text[start:end].translate(_LETTERS)
        done = end
    return "".join((*parts, even[done:]))


def _stretches(even: str) -> Iterator[re.Match[str]]:
    """Runs of white space and what is not one to one: looked for only where there are any."""
    if any(pair in even for pair in _PAIRS):
        return _UNEVEN.finditer(even)
    return _ALONE.finditer(even)


def _otherwise(stretch: str) -> str:
    """A run of white space, or one code point that folds to none or several."""
    if len(stretch) == 1:
        return letter(stretch)
    return "\n" if "\n" in stretch else " "


@lru_cache(maxsize=65536)
def letter(one: str) -> str:
    """What one code point folds to: mostly one, several for ß, none for an accent."""
    if one in _ALIKE:
        return _ALIKE[one]
    if one.isspace():
        return "\n" if one == "\n" else " "
    if _UNSEEN.match(one):
        return ""
    apart = unicodedata.normalize("NFKD", one.casefold())
    alike = unicodedata.normalize("NFC", _ACCENT.sub("", apart))
    if alike == one or any(part.isspace() for part in alike):
        return one
    return "".join(letter(part) for part in alike)
