"""Lines of a paragraph → its text, words that were broken at line ends made whole.

A hyphen at the end of a line is dropped, unless it belongs to the word:
    1. a soft hyphen never does;
    2. before a capital (Franco-German) or a figure (2024-25) it does, but not amid capitals (DEVEL-OPMENT);
    3. where the joined word stands elsewhere in the document it does not, where the word with its hyphen
       does, it does;
    4. otherwise it does where a part is one that compounds are made with (so-called, long-term, UK-backed),
       and nothing that is a mere ending follows (high-er).
Before “and”, “und” and the like it stands for what both words share (Nord- und Ostsee), and a space follows.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W_]+(?:[-\u2010\u2011][^\W_]+)*)([-\u00ad\u2010\u2011])$")
_FIRST = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_BETWEEN_WIDE = re.compile(f"(?<=[{_WIDE}]) +(?=[{_WIDE}])")
_WIDE_START = re.compile(f"[{_WIDE}]")
_UNSPACED_END = re.compile(r"(?:[^\s][–—/]|https?://\S*[/?&=._-])$")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SHARED = _listed("and or und oder bzw sowie et ou y o e en of og och i и или και")
_LEADING = _listed(
    "self well ill long short high low half full cross ever then one two three four five six seven eight "
    "nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third single double follow "
    "still open hard best better old new small large deep far fast free left right north south east west "
    "state"
)
_LEADING_WORDS = _listed("so ex co pro non mid anti part in on off out over under up down near re pre post")
"""What makes compounds before a word, but begins other words as well."""
_TRAILING = _listed(
    "based led year years term backed owned made style scale up of party general century generation class "
    "elect minded needed sized making lasting looking funded sponsored controlled friendly related speaking "
    "quality profile powered"
)
_ENDINGS = _listed(
    "er ers est ly ness ment ments ern age ages dom ing ings ed teen ty ary ist ists ism ship ships hood "
    "ward wards en ise ize ised ized ful less ity"
)
_PAIRS = frozenset({("so", "called"), ("year", "old"), ("month", "old"), ("built", "in"), ("check", "in")})
_HYPHENS = ("-", "\u00ad", "\u2010", "\u2011")
_TAIL = 200  # letters: no word is longer


class Words:
    """The words of a document by how often they stand in it unbroken: what tells where a hyphen belongs."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counted: Counter[str] = Counter()
        broken = False
        for line in lines:
            whole = line.strip()
            if broken and (rest := _FIRST.match(whole)):
                whole = whole[rest.end() :]
            cut = re.search(r"[^\s]{1,60}$", whole) if whole.endswith(_HYPHENS) else None
            broken = cut is not None
            self._counted.update(_WORD.findall((whole[: cut.start()] if cut else whole).casefold()))

    def joined(self, lines: Sequence[str]) -> str:
        """The text of a paragraph."""
        text = ""
        for line in lines:
            text = self._with(text, line) if text else line
        return _BETWEEN_WIDE.sub("", " ".join(text.split()))

    def _with(self, text: str, line: str) -> str:
        end = text[-_TAIL:]
        broken = _BROKEN.search(end) if end.endswith(_HYPHENS) else None
        first = _FIRST.match(line) if broken else None
        if broken and first:
            return self._mended(text, line, broken, first[0])
        if _WIDE_START.match(end[-1:]) and _WIDE_START.match(line):
            return text + line
        return f"{text}{'' if _UNSPACED_END.search(end) else ' '}{line}"

    def _mended(self, text: str, line: str, broken: re.Match[str], second: str) -> str:
        first, hyphen = broken[1], broken[2]
        if hyphen == "\u00ad":
            return text[:-1] + line
        if second in _SHARED and not self._counted[f"{first}{second}".casefold()]:
            return f"{text} {line}"
        return text + line if self._keeps(first, second) else text[:-1] + line

    def _keeps(self, first: str, second: str) -> bool:
        capitals = first.isupper() and second.isupper() and len(first) > 1
        if not (first[-1].isalpha() and second[0].isalpha()) or (second[0].isupper() and not capitals):
            return True
        whole, compound = (f"{first}{mark}{second}".casefold() for mark in ("", "-"))
        if known := self._counted[compound] - self._counted[whole]:
            return known > 0
        before, after = (re.split("[-\u2010\u2011]", part.casefold()) for part in (first, second))
        return self._is_compound(before[-1], after[0])

    def _is_compound(self, first: str, second: str) -> bool:
        if (first, second) in _PAIRS:
            return True
        if second in _ENDINGS:
            return False
        word = first in _LEADING_WORDS and self._counted[second] > 0
        return word or first in _LEADING or second in _TRAILING
