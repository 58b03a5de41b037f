"""The theme part: the colours and faces that Word offers for what the reader adds to the brief."""

from exporters import typography as look
from exporters.docx.faces import Face
from exporters.docx.setting import Setting
from exporters.docx.wml import Element, colour, part, xml

_FURTHER_ACCENTS = ("#8a6d3b", "#4d7c5f", "#9c4f4a", "#6b5b8e", "#5b636c")
_NAME = {"name": "Pressmark"}


def theme(setting: Setting) -> bytes:
    """A whole theme, for Word accepts no part of one: colours, faces, and plain fills, lines and effects."""
    elements = xml("a:themeElements", {}, _colours(setting.accent), _faces(setting), _formats())
    return part("a:theme", "a", _NAME, elements)


def _colours(accent: str) -> Element:
    named = {"dk1": look.INK, "lt1": "#ffffff", "dk2": look.QUIET, "lt2": look.HAIRLINE}
    named |= {f"accent{number}": found for number, found in enumerate((accent, *_FURTHER_ACCENTS), 1)}
    named |= {"hlink": accent, "folHlink": accent}
    return xml("a:clrScheme", _NAME, *(xml(f"a:{key}", {}, _rgb(value)) for key, value in named.items()))


def _faces(setting: Setting) -> Element:
    return xml("a:fontScheme", _NAME, _font("a:majorFont", setting.serif), _font("a:minorFont", setting.sans))


def _font(role: str, face: Face) -> Element:
    families = {"a:latin": face.name, "a:ea": face.east_asian, "a:cs": face.complex_script}
    return xml(role, {}, *(xml(script, {"typeface": name}) for script, name in families.items()))


def _formats() -> Element:
    """Three of each, subtle to intense, as the schema demands; a brief draws nothing with them."""
    lines = (xml("a:ln", {"w": 6350 * weight}, _fill()) for weight in (1, 2, 3))
    effect = xml("a:effectStyle", {}, xml("a:effectLst", {}))
    return xml(
        "a:fmtScheme",
        _NAME,
        xml("a:fillStyleLst", {}, *[_fill()] * 3),
        xml("a:lnStyleLst", {}, *lines),
        xml("a:effectStyleLst", {}, *[effect] * 3),
        xml("a:bgFillStyleLst", {}, *[_fill()] * 3),
    )


def _fill() -> Element:
    return xml("a:solidFill", {}, xml("a:schemeClr", {"val": "phClr"}))


def _rgb(value: str) -> Element:
    return xml("a:srgbClr", {"val": colour(value)})
