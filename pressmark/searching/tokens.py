"""Text as the index and a query see it: folded words, one after the other.

Scripts that write words without spaces between them, and Korean, which joins its particles to them, are taken
character by character: what is typed is then found wherever it stands, as a row of characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from pressmark.folding import folded_once

_BY_CHARACTER = "".join(
    rf"\p{{scx={script}}}"
    for script in ("Han", "Hiragana", "Katakana", "Hangul", "Bopomofo", "Thai", "Lao", "Khmer", "Myanmar")
)
_WORD = regex.compile(
    rf"[[\p{{L}}\p{{N}}]&&[{_BY_CHARACTER}]]\p{{M}}*"
    rf"|[[\p{{L}}\p{{N}}]--[{_BY_CHARACTER}]][[\p{{L}}\p{{N}}\p{{M}}]--[{_BY_CHARACTER}]]*",
    regex.VERSION1,
)
_ASCII_WORD = re.compile("[0-9a-z]+")
"""The same where all is ASCII, and quicker: what is folded has no capitals."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a folded text and where it stands in it."""

    word: str
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    folded = folded_once(text).text
    found: list[str] = (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)
    return found


def tokens(folded: str) -> Iterator[Token]:
    """The words of a text that is folded already."""
    for found in (_ASCII_WORD if folded.isascii() else _WORD).finditer(folded):
        yield Token(found[0], found.start(), found.end())
