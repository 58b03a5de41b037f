"""How wide words are likely to be, without a font at hand: a little more than they are."""

_NARROW = frozenset("iljtfr.,:;'’‘|!()[] ·")
_WIDE = frozenset("mwMW@%—…")
_ADVANCES = (0.34, 0.58, 0.94)
"""Of the size, for narrow, middling and wide characters of a sans face in its strong weight."""


def width_of(text: str, size: float) -> float:
    """Points that the words take in the sans face; characters beyond Latin count as wide ones."""
    return size * sum(_advance(one) for one in text)


def cut_to(text: str, room: float, size: float) -> str:
    """The words, or as many of their characters as there is room for, with an ellipsis."""
    if width_of(text, size) <= room:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _advance(one: str) -> float:
    narrow, middling, wide = _ADVANCES
    if one in _NARROW:
        return narrow
    return wide if one in _WIDE or ord(one) > 0x24F or (one.isupper() and one not in "IJ") else middling
