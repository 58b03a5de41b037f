"""The character styles: one for each tone, and one for each label of the brief."""

import re
from collections.abc import Mapping

from exporters import typography
from exporters.characters import one_line
from exporters.docx.faces import characters, fonts
from exporters.docx.setting import Setting
from exporters.docx.wml import Element, colour, w
from pressmark.brief import LabelStyle, LineStyle

UNDERLINES: Mapping[LineStyle, str] = {
    LineStyle.SOLID: "single",
    LineStyle.DASHED: "dash",
    LineStyle.DOTTED: "dotted",
    LineStyle.WAVY: "wave",
    LineStyle.DOUBLE: "double",
}

_BUILT_IN = {"Strong", "Emphasis", "Hyperlink", "annotation reference", "footnote reference"}
_FORBIDDEN = re.compile(r"[,;{}\\\x00-\x1f]+")  # Word takes a comma for the start of an alias


def character_style(style: str, name: str, *properties: Element, rank: int = 20) -> Element:
    """A style that marks words within a paragraph."""
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=rank),
        w("qFormat"),
        w("rPr", *properties),
        type="character",
        customStyle=int(name not in _BUILT_IN),
        styleId=style,
    )


def tone_styles(setting: Setting) -> list[Element]:
    """The styles that carry tones, links and the small numbers beside the text."""
    accent = characters(ink=setting.accent)
    quiet = characters(points=typography.QUIET_SIZE, ink=typography.QUIET)
    upright = [w("b", val=0), w("bCs", val=0), w("i", val=0), w("iCs", val=0)]
    number = [
        fonts(setting.sans),
        *upright,
        *characters(points=typography.FURNITURE_SIZE, ink=typography.QUIET),
    ]
    marker = [fonts(setting.sans), *upright, *characters(ink=typography.QUIET)]
    return [
        character_style("Strong", "Strong", *characters(strong=True)),
        character_style("Emphasis", "Emphasis", *characters(slanted=True)),
        character_style("QuietWords", "Quiet Words", *quiet),
        character_style("Verbatim", "Verbatim", *characters(setting.serif)),
        character_style("Hyperlink", "Hyperlink", *accent),
        character_style("Reference", "Reference", *accent, w("vertAlign", val="superscript")),
        character_style("ParagraphNumber", "Paragraph Number", *number),
        character_style("MarkName", "Mark Name", *marker, w("vertAlign", val="superscript")),
        character_style(
            "CommentReference", "annotation reference", *characters(points=typography.QUIET_SIZE)
        ),
        character_style(
            "FootnoteReference", "footnote reference", *accent, w("vertAlign", val="superscript")
        ),
    ]


def label_style_ids(labels: Mapping[str, LabelStyle]) -> dict[str, str]:
    """The id of each label's style, by label name. Numbered: a name need not be fit for an id."""
    return {name: f"Label{number}" for number, name in enumerate(labels, 1)}


def label_styles(labels: Mapping[str, LabelStyle]) -> list[Element]:
    """A style for each label, so that a reader may restyle it or find all its marks at once."""
    ids = label_style_ids(labels)
    names = _style_names(labels)
    return [
        character_style(ids[name], names[name], *label_properties(style), rank=30)
        for name, style in labels.items()
    ]


def label_properties(label: LabelStyle) -> list[Element]:
    """Fill and underline: the line tells labels apart where colour cannot."""
    return [underline(label), fill(label)]


def underline(label: LabelStyle) -> Element:
    """The line below them."""
    return w("u", val=UNDERLINES[label.line], color=colour(label.ink))


def fill(label: LabelStyle) -> Element:
    """The colour behind a label's marks."""
    return w("shd", val="clear", color="auto", fill=colour(label.fill))


def _style_names(labels: Mapping[str, LabelStyle]) -> dict[str, str]:
    names: dict[str, str] = {}
    for name, label in labels.items():
        plain = f"Label {one_line(_FORBIDDEN.sub(' ', label.title)) or name}"
        taken = {found.casefold() for found in names.values()}
        unique, number = plain, 2
        while unique.casefold() in taken:
            unique, number = f"{plain} {number}", number + 1
        names[name] = unique
    return names
