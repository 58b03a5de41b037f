"""How a text would read in one encoding or another: what the analyst is shown to tell which is right."""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pressmark.encodings import ENCODINGS

Choices = tuple[tuple[str, str], ...]
"""Python's names of encodings, likeliest first, each with a few lines as they would read."""

_LONGEST_LINE = 100
_MOST_LINES = 4
_MOST_CHOICES = 6
_LOOKED_THROUGH = 2_000
_JUDGED = 6_000
_TOLD_APART = 500
_NEARLY_AS_GOOD = 0.12
_SHOUTED = 0.18  # what is all in capitals may be so, or be KOI8 read as Windows
_HIGH = re.compile(rb"[\x80-\xff\x1b]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_BETWEEN_LETTERS = frozenset("’‘'-‐‑–—\u00ad\u200c\u200d\u2019·")
_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,300}>")
_WIDE = ("utf-16-le", "utf-16-be")
_NARROW = tuple(name for name in ENCODINGS if name not in _WIDE)


def preview(data: bytes, encoding: str, count: int = _MOST_LINES) -> str:
    """The first lines of the file in which encodings differ, as they read in this one."""
    if encoding in _WIDE:
        lines = data[: 40 * _LONGEST_LINE].decode(encoding, "replace").splitlines()
        return "\n".join([line[:_LONGEST_LINE] for line in lines if line.strip()][:count])
    return "\n".join(_shown(line, encoding) for line in islice(_telling(data), count))


def ranked(data: bytes, likely: Sequence[str]) -> list[tuple[str, float]]:
    """Encodings in which the bytes can be read, best first, each with how much of it would be odd.

    `likely` are guesses from elsewhere, in their order: they come first among equals.
    """
    sample = b"\n".join(islice(_telling(data), 60))[:_JUDGED]
    found = [
        (name, odd) for name in dict.fromkeys([*likely, *_NARROW]) if (odd := _oddness(sample, name)) < 1
    ]
    return sorted(found, key=lambda one: round(one[1] / _NEARLY_AS_GOOD))


def commonest(data: bytes, encoding: str) -> str:
    """Of the encodings in which the bytes read as in this one the best known; empty where none is known."""
    text = _read(data, encoding)
    return next((one for one in _NARROW if text and _read(data, one) == text), "")


def choices(data: bytes, encodings: Iterable[str], most: int = _MOST_CHOICES) -> Choices:
    """The encodings with their previews; of those that read alike the first."""
    seen: dict[str, str] = {}
    for name in encodings:
        seen.setdefault(preview(data, name), name)
        if len(seen) >= most:
            break
    return tuple((name, text) for text, name in seen.items())


def rivals(data: bytes, best: str, found: Sequence[tuple[str, float]]) -> Choices:
    """The best guess and what else the bytes might be; empty where nothing else is nearly as good."""
    odd = dict(found)
    bound = odd.get(best, 0.0) + _NEARLY_AS_GOOD
    others = [name for name, oddness in found if name != best and oddness <= bound]
    if len(choices(data, [best, *others], 2)) < 2:
        return ()
    rest = [name for name, _ in found if name not in others]
    return choices(data, [best, *others, *rest])


def _telling(data: bytes) -> Iterator[bytes]:
    """Lines with bytes that encodings read differently, each but once."""
    seen = set()
    start = 0
    for _ in range(_LOOKED_THROUGH):
        found = _HIGH.search(data, start)
        if not found:
            return
        line_start = max(data.rfind(b"\n", start, found.start()) + 1, start)
        line_end = data.find(b"\n", found.start())
        start = len(data) if line_end < 0 else line_end + 1
        line = data[line_start:start].strip(b"\r\n")
        if line[:_TOLD_APART] not in seen:
            seen.add(line[:_TOLD_APART])
            yield line


def _shown(line: bytes, encoding: str) -> str:
    """The stretch of a line around the first character that is not plain, as characters."""
    text = _TAG.sub(" ", line[: 20 * _LONGEST_LINE + _first_high(line)].decode(encoding, "replace"))
    first = _NOT_ASCII.search(text)
    at = max(0, first.start() - _LONGEST_LINE // 2) if first else 0
    at = text.rfind(" ", 0, at) + 1 if at else 0
    end = at + _LONGEST_LINE
    end = max(text.rfind(" ", at, end), at + _LONGEST_LINE // 2) if len(text) > end else end
    stretch = " ".join(text[at:end].split())
    return f"{'… ' if at else ''}{stretch}{' …' if len(text) > end else ''}"


def _first_high(line: bytes) -> int:
    found = _HIGH.search(line)
    return found.start() if found else 0


def _oddness(sample: bytes, encoding: str) -> float:
    """Which share of the characters that are not ASCII stands where writing has no such; 1 for unreadable."""
    text = _read(sample, encoding)
    if not text:
        return 1.0
    found, odd = 0, 0.0
    for one in _NOT_ASCII.finditer(text):
        found += 1
        before, after = text[max(0, one.start() - 1) : one.start()], text[one.end() : one.end() + 1]
        odd += 1.0 if _is_odd(before, one[0], after) else _SHOUTED * (before.isupper() and one[0].isupper())
    return odd / found if found else 0.0


def _read(sample: bytes, encoding: str) -> str:
    """The text, of which the last character may be cut; empty where the encoding does not fit."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(sample)
    except (UnicodeDecodeError, LookupError):
        return ""


def _is_odd(before: str, character: str, after: str) -> bool:
    """True for controls, for signs and capitals within words, and for letters that do not go together."""
    category = unicodedata.category(character)
    if category in {"Cc", "Cn", "Co", "Cs"}:
        return True
    if not category.startswith("L"):
        touching = before.isalpha() and after.isalpha()
        return touching and category[0] != "M" and character not in _BETWEEN_LETTERS
    return _is_odd_letter(before, character, after)


def _is_odd_letter(before: str, letter: str, after: str) -> bool:
    if "\uff61" <= letter <= "\uff9f" or (before.islower() and letter.isupper()):
        return True  # half-width katakana are what other bytes look like in Shift JIS
    script = _script(letter)
    if script == "LATIN" and all(one.isalpha() and not one.isascii() for one in (before, after)):
        return True  # three in a row with accents
    if script != "CJK" and (before.isdecimal() or after.isdecimal()):
        return True
    return any(other.isalpha() and _script(other) != script for other in (before, after))


def _script(letter: str) -> str:
    """The first word of a letter's name; one for all scripts that Japanese and Chinese mix."""
    if letter.isascii():
        return "LATIN"
    script = unicodedata.name(letter, "").partition(" ")[0]
    return "CJK" if script in {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "FULLWIDTH"} else script
