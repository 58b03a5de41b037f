"""Text as the index and a query see it: folded words, one after the other.

Scripts that write words without spaces between them, and Korean, which joins its particles to them, are taken
character by character: what is typed is then found wherever it stands, as a row of characters.
"""

import re

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


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    folded = folded_once(text).text
    found: list[str] = (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)
    return found


def placed_words(folded: str) -> tuple[list[str], list[int]]:
    """The words of a text that is folded already, and where each begins."""
    found = list((_ASCII_WORD if folded.isascii() else _WORD).finditer(folded))
    return [one[0] for one in found], [one.start() for one in found]
