"""The styles of this document's text, made from the shared typography."""

from dataclasses import replace
from typing import assert_never

from exporters import typography as look
from exporters.pdf.fonts import Face
from exporters.pdf.lines import Style
from pressmark.brief import PassageKind, Role, Tone

SANS = Face(look.SANS)
BOLD = Face(look.SANS, bold=True)
SERIF = Face(look.SERIF)

TITLE = Style(Face(look.SERIF, bold=True), look.TITLE_SIZE, look.INK, look.TITLE_LEADING)
DETAILS = Style(SANS, look.DETAILS_SIZE, look.QUIET, look.BODY_LEADING)
BODY = Style(SANS, look.BODY_SIZE, look.INK, look.BODY_LEADING)
LEAD = Style(SERIF, look.LEAD_SIZE, look.INK, look.LEAD_LEADING)
QUIET = Style(SANS, look.QUIET_SIZE, look.QUIET, look.QUIET_LEADING)
TABLE = Style(SANS, look.TABLE_SIZE, look.INK, look.TABLE_LEADING)
COLUMN_TITLE = replace(TABLE, face=BOLD)
FURNITURE = Style(SANS, look.FURNITURE_SIZE, look.QUIET, look.QUIET_LEADING)
CAVEAT = replace(FURNITURE, face=BOLD)
PASSAGE = Style(SERIF, look.PASSAGE_SIZE, look.INK, look.PASSAGE_LEADING)


def heading(level: int) -> Style:
    size = look.heading_size(level)
    return Style(BOLD, size, look.ACCENT, size * 1.3)


def role(name: Role) -> Style:
    match name:
        case Role.BODY:
            return BODY
        case Role.LEAD:
            return LEAD
        case Role.QUIET | Role.CAUTION:
            return QUIET
        case _:
            assert_never(name)


def passage(kind: PassageKind) -> Style:
    match kind:
        case PassageKind.HEADING:
            return replace(PASSAGE, face=replace(SERIF, bold=True), size=look.PASSAGE_SIZE * 1.15)
        case PassageKind.CAPTION:
            return Style(SANS, look.TABLE_SIZE, look.QUIET, look.PASSAGE_LEADING - 2)
        case PassageKind.PARAGRAPH | PassageKind.LIST_ITEM | PassageKind.QUOTATION:
            return PASSAGE
        case _:
            assert_never(kind)


def toned(style: Style, tone: Tone) -> Style:
    """`style` as it looks in `tone`."""
    match tone:
        case Tone.PLAIN:
            return style
        case Tone.STRONG:
            return replace(style, face=replace(style.face, bold=True))
        case Tone.EMPHASIS:
            return replace(style, face=replace(style.face, italic=True))
        case Tone.QUIET:
            scale = look.QUIET_SCALE if style.size > look.QUIET_SIZE else 1.0
            size, leading = style.size * scale, style.leading * scale
            return replace(style, size=size, leading=leading, colour=look.QUIET)
        case Tone.VERBATIM:
            return replace(style, face=replace(style.face, family=look.SERIF), leading=style.leading * 1.06)
        case _:
            assert_never(tone)


def marker(style: Style, colour: str) -> Style:
    """The readable id raised behind the text in `style`."""
    size, rise = style.size * look.MARKER_SCALE, style.size * look.MARKER_RISE
    return Style(SANS, size, colour, style.leading, rise)
