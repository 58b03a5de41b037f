"""The theme part: the colours and faces that Word offers for what the reader adds to the brief."""

from lxml import etree

from exporters import typography as look
from exporters.docx.faces import SANS, SERIF, Face
from exporters.docx.wml import Element, colour

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ACCENTS = (look.ACCENT, "#8a6d3b", "#4d7c5f", "#9c4f4a", "#6b5b8e", "#5b636c")


def theme() -> Element:
    """A whole theme, for Word accepts no part of one: colours, faces, and plain fills, lines and effects."""
    return _a(
        "theme",
        _a("themeElements", _colours(), _faces(), _formats()),
        name="Pressmark",
    )


def _colours() -> Element:
    named = {"dk1": look.INK, "lt1": "#ffffff", "dk2": look.QUIET, "lt2": look.HAIRLINE}
    named |= {f"accent{number}": accent for number, accent in enumerate(_ACCENTS, 1)}
    named |= {"hlink": look.ACCENT, "folHlink": look.ACCENT}
    return _a("clrScheme", *(_a(key, _rgb(value)) for key, value in named.items()), name="Pressmark")


def _faces() -> Element:
    return _a("fontScheme", _font("majorFont", SERIF), _font("minorFont", SANS), name="Pressmark")


def _font(role: str, face: Face) -> Element:
    families = {"latin": face.name, "ea": face.east_asian, "cs": face.complex_script}
    return _a(role, *(_a(script, typeface=name) for script, name in families.items()))


def _formats() -> Element:
    """Three of each, subtle to intense, as the schema demands; a brief draws nothing."""
    return _a(
        "fmtScheme",
        _a("fillStyleLst", *(_fill() for _ in range(3))),
        _a("lnStyleLst", *(_a("ln", _fill(), w=str(6350 * weight)) for weight in (1, 2, 3))),
        _a("effectStyleLst", *(_a("effectStyle", _a("effectLst")) for _ in range(3))),
        _a("bgFillStyleLst", *(_fill() for _ in range(3))),
        name="Pressmark",
    )


def _fill() -> Element:
    return _a("solidFill", _a("schemeClr", val="phClr"))


def _rgb(value: str) -> Element:
    return _a("srgbClr", val=colour(value))


def _a(tag: str, /, *children: Element, **attributes: str) -> Element:
    element = etree.Element(f"{{{_A}}}{tag}", attributes, nsmap={"a": _A})
    element.extend(children)
    return element
