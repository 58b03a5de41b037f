"""Where one character ends and the next begins as a reader counts them, and where words do."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from pressmark.article import Span

_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
"""The scripts that write no spaces: in them a word may begin and end anywhere."""

_LETTER = rf"[[\w\p{{M}}\p{{Sc}}]--{_UNSPACED}]"
"""What may stand next to another in one word, £ too."""

_JOINT = r"['’‘·&\-‐‑\u00ad\u200c\u200d]"

WITHIN_WORD = "(?:{})".format(
    "|".join(
        (
            rf"(?<={_LETTER})(?={_LETTER})",  # £|225m
            rf"(?<={_LETTER})(?!['’][sS](?!{_LETTER}))(?={_JOINT}{_LETTER})",  # pro|-EU, but not Venn|’s
            rf"(?<={_LETTER}{_JOINT})(?={_LETTER})",  # pro-|EU
            r"(?<=\p{N})(?=[.,:–−/]\p{N}|[%‰°])",  # 1|.3, 3|%
            r"(?<=\p{N}[.,:–−/])(?=\p{N})",  # 2025–|26
            r"(?<=\b\p{L})(?=\.\p{L}\b)",  # U|.S
            r"(?<=\b\p{L}\.)(?=\p{L}\b)",
        )
    )
)
"""A pattern that matches, taking nothing, inside words such as pro-EU, £225m and O'Neill."""

_WITHIN_WORD = regex.compile(WITHIN_WORD, regex.VERSION1)
_WORD = regex.compile(
    rf"""
    (?: [\p{{Sc}}\#@§~+−-] (?=\p{{N}}) | \p{{Sc}} (?=[\p{{L}}\p{{N}}]) )*  # £225m, −3, #7
    [\w\p{{M}}\p{{Sc}}]
    (?: (?: {WITHIN_WORD} | (?<={_UNSPACED}) (?=[{_UNSPACED}\p{{M}}]) ) . )*
    (?: ['’][sS] (?!{_LETTER}) )?  # Venn’s
    (?: (?<=\b\p{{Lu}}\.\p{{Lu}}) \. )?  # U.S.
    """,
    regex.VERSION1 | regex.VERBOSE | regex.DOTALL,
)
_ALONE = regex.compile(r"\p{Grapheme_Cluster_Break=Other}")
_CHARACTER = regex.compile(r"\X")
_LONGEST_CHARACTER = 128
_FIRST_MARK = "\u0300"
"""No code point before this one joins another into one character."""


def between_characters(text: str, position: int) -> bool:
    """False where a cut would part what a reader sees as one character: a letter from its accent."""
    if not 0 < position < len(text):
        return True
    before, after = text[position - 1], text[position]
    if (before < _FIRST_MARK and after < _FIRST_MARK) or (_stands_alone(before) and _stands_alone(after)):
        return before != "\r" or after != "\n"
    start = position - 1
    while start > max(0, position - _LONGEST_CHARACTER) and not (
        _stands_alone(text[start - 1]) and _stands_alone(text[start])
    ):
        start -= 1
    return any(one.end() == position for one in _CHARACTER.finditer(text, start, position + 1))


def between_words(text: str, position: int) -> bool:
    """False inside a word; “Venn” of “Venn’s” ends one, “EU” of “pro-EU” does not begin one."""
    return _WITHIN_WORD.match(text, position) is None


def words_in(text: str) -> Iterator[Span]:
    """The words as an analyst means them when selecting: those of `between_words`, their ’s and signs with
    them; of scripts that write no spaces, the whole run."""
    return (Span(*found.span()) for found in _WORD.finditer(text))


@lru_cache(maxsize=65536)
def _stands_alone(one: str) -> bool:
    """True for code points that join no other of their kind; emoji do by joiners, which are not alone."""
    return _ALONE.fullmatch(one) is not None
