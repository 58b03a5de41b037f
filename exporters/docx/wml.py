"""The words of WordprocessingML: elements, measures and the text that may stand in them."""

import re
from copy import copy
from typing import TypeAlias

from lxml import etree

from exporters.characters import legal

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_BROKEN = re.compile("([\n\u2028\u2029]|\t)")


def w(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """The element `w:tag`; the attributes are Word's too. Children that have a place already are copied."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(copy(child) if child.getparent() is not None else child for child in children)
    return element


def related(tag: str, relationship: str, /, *children: Element, **attributes: str | int) -> Element:
    """The same, tied to what the part's relationship leads to."""
    element = w(tag, *children, **attributes)
    element.set(f"{{{R}}}id", relationship)
    return element


def text_elements(text: str) -> list[Element]:
    """What a run holds to show `text`: Word keeps tabs and line breaks only as elements of their own."""
    return [_text_element(piece) for piece in _BROKEN.split(legal(text)) if piece]


def _text_element(piece: str) -> Element:
    if piece == "\t":
        return w("tab")
    if _BROKEN.fullmatch(piece):
        return w("br")
    element = w("t")
    element.set(_PRESERVE, "preserve")
    element.text = piece
    return element


def twips(points: float) -> int:
    """Word measures lengths in twentieths of a point,"""
    return round(points * 20)


def half_points(points: float) -> int:
    """type in halves,"""
    return round(points * 2)


def eighths(points: float) -> int:
    """and lines in eighths, of which the thinnest has two."""
    return max(2, round(points * 8))


def colour(value: str) -> str:
    """`#rrggbb` as Word writes it."""
    return value.removeprefix("#").upper()
