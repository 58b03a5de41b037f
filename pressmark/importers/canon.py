"""The one cleaning of text, at import, before any offset exists.

Version 1, in this order:
    1. a high surrogate followed by a low one becomes the one character that they stand for;
    2. dropped: lone surrogates, U+FEFF (byte order mark), U+00AD (soft hyphen), the non-characters (U+FDD0
       to U+FDEF and the last two code points of every plane) and the controls that XML 1.0 cannot hold;
    3. CR LF, CR, VT, FF, U+0085 (next line), U+2028 and U+2029 (line and paragraph separator) become LF;
    4. Unicode normal form C; where more than a hundred marks stand over one letter, which no language does
       and which takes minutes to order, U+034F (combining grapheme joiner) parts them (UAX #15, section 13).

Everything else stays: tabs, no-break spaces, joiners, direction marks. What comes out goes unharmed through
XML and, but for no-break spaces, through Qt's text documents, which the raw text does not. Cleaning twice is
cleaning once.
"""

import re
import unicodedata

import regex

VERSION = 1

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_PLANE_ENDS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_DROPPED = re.compile(f"[\x00-\x08\x0e-\x1f\u00ad\ud800-\udfff\ufdd0-\ufdef\ufeff{_PLANE_ENDS}]")
_MARKS = regex.compile(r"[\p{M}--\u034f]{100}(?=[\p{M}--\u034f])", regex.VERSION1)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def canon(text: str) -> str:
    """The text as articles hold it; a line feed is the only line end left."""
    text = _PAIR.sub(_joined, text)
    text = _DROPPED.sub("", text)
    text = _LINE_END.sub("\n", text)
    return text if text.isascii() else _parted(unicodedata.normalize("NFC", _parted(text)))


def one_line(text: str) -> str:
    """Clean text with every run of white space as one space: for headlines, names and other short fields."""
    return " ".join(canon(text).split())


def _parted(text: str) -> str:
    parted: str = _MARKS.sub("\\g<0>\u034f", text)
    return parted


def _joined(pair: re.Match[str]) -> str:
    return chr(0x10000 + ((ord(pair[0][0]) - 0xD800) << 10) + (ord(pair[0][1]) - 0xDC00))
