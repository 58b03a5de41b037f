"""The words of WordprocessingML: elements, measures and the text that may stand in them.

Elements are written as strings, for a brief has hundreds of thousands and a tree of them takes four times
as long. All of them come from `xml` and `w`, which escape what they are given.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NewType

from exporters.characters import legal

Element = NewType("Element", str)
"""A well-formed element, or several side by side; its prefixes are those of `part`."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAMESPACES = {
    "w": W,
    "r": R,
    "a": A,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BROKEN = re.compile("([\n\u2028\u2029]|\t)")
_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SPECIAL_QUOTED = _SPECIAL | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def w(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """The element `w:tag`; the attributes are Word's too."""
    opening = f"w:{tag}{''.join([_attribute(f'w:{name}', value) for name, value in attributes.items()])}"
    return Element(f"<{opening}>{''.join(children)}</w:{tag}>" if children else f"<{opening}/>")


def xml(tag: str, attributes: Mapping[str, str | int], /, *children: Element) -> Element:
    """Any element; names of it and its attributes have their prefixes."""
    opening = f"{tag}{''.join([_attribute(name, value) for name, value in attributes.items()])}"
    return Element(f"<{opening}>{''.join(children)}</{tag}>" if children else f"<{opening}/>")


def related(tag: str, relationship: str, /, *children: Element, **attributes: str | int) -> Element:
    """The element `w:tag`, tied to what the part's relationship leads to."""
    named = {f"w:{name}": value for name, value in attributes.items()}
    return xml(f"w:{tag}", named | {"r:id": relationship}, *children)


def joined(elements: Iterable[Element]) -> Element:
    """Elements side by side."""
    return Element("".join(elements))


def part(tag: str, prefixes: str, attributes: Mapping[str, str | int], /, *children: Element) -> bytes:
    """A whole part, `tag` around `children`; it declares the prefixes named, with blanks between them."""
    spaces = {f"xmlns:{prefix}": _NAMESPACES[prefix] for prefix in prefixes.split()}
    return f"{_DECLARATION}{xml(tag, {**spaces, **attributes}, *children)}".encode()


def declared(element: Element) -> str:
    """The elements within one that declares all prefixes, so that they can be parsed by themselves."""
    return xml("w:body", {f"xmlns:{prefix}": space for prefix, space in _NAMESPACES.items()}, element)


def text_elements(text: str) -> Element:
    """What a run holds to show `text`: Word keeps tabs and line breaks only as elements of their own."""
    if "\n" in (clean := legal(text)) or not clean.isprintable():
        return joined(_text_element(piece) for piece in _BROKEN.split(clean) if piece)
    return _text_element(clean) if clean else Element("")


def twips(points: float) -> int:
    """Word measures lengths in twentieths of a point,"""
    return round(points * 20)


def half_points(points: float) -> int:
    """type in halves,"""
    return round(points * 2)


def eighths(points: float) -> int:
    """lines in eighths, of which the thinnest has two,"""
    return max(2, round(points * 8))


def emus(points: float) -> int:
    """and drawings in units of which 12,700 are a point."""
    return round(points * 12_700)


def colour(value: str) -> str:
    """`#rrggbb` as Word writes it."""
    return value.removeprefix("#").upper()


def escaped(text: str) -> Element:
    """Text as it stands between tags."""
    return Element(legal(text).translate(_SPECIAL))


def _text_element(piece: str) -> Element:
    if piece == "\t":
        return w("tab")
    if _BROKEN.fullmatch(piece):
        return w("br")
    return Element(f'<w:t xml:space="preserve">{piece.translate(_SPECIAL)}</w:t>')


@lru_cache(maxsize=8192)
def _attribute(name: str, value: str | int) -> str:
    return f' {name}="{legal(str(value)).translate(_SPECIAL_QUOTED)}"'
