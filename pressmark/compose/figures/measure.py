"""How wide words are likely to be, without a font at hand: a little more than they are."""

from functools import lru_cache
from unicodedata import category, east_asian_width

_NARROW = frozenset("iljtfr.,:;'’‘|!()[] ·")
_WIDE = frozenset("mwMW@%—…")
_ADVANCES = (0.34, 0.58, 0.94)
"""Of the size, for narrow, middling and wide characters of a sans face in its strong weight."""
_OTHER, _SQUARE, _PICTURE = 0.8, 1.0, 1.35  # other alphabets, Chinese characters, emoji


def width_of(text: str, size: float) -> float:
    """Points that the words take in the sans face; a shaped script may be narrower."""
    return size * sum(_advance(one) for one in text)


def cut_to(text: str, room: float, size: float) -> str:
    """The words, or as many of their characters as there is room for, with an ellipsis."""
    if width_of(text, size) <= room:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def lines_of(text: str, room: float, size: float, most: int = 2) -> list[str]:
    """The words in at most so many lines; what has no room in the last one is cut."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < most and width_of(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return [cut_to(line, room, size) for line in lines]


@lru_cache(maxsize=2048)
def _advance(one: str) -> float:
    narrow, middling, wide = _ADVANCES
    if one in _NARROW:
        return narrow
    if one in _WIDE or (one < "ɐ" and one.isupper() and one not in "IJ"):
        return wide
    return middling if one < "ɐ" else _beyond_latin(one)


def _beyond_latin(one: str) -> float:
    if one >= "\U0001f000":
        return _PICTURE
    if east_asian_width(one) in "WF":
        return _SQUARE
    return 0.0 if category(one) in {"Mn", "Me", "Cf"} else _OTHER
