"""The styles of one brief's text, made from the shared typography and what its look asks for."""

from dataclasses import replace
from functools import cache
from typing import assert_never

from exporters import typography
from exporters.pdf.fonts import Face
from exporters.pdf.runs import Style
from pressmark.brief import Faces, Look, PassageKind, Role, Tone


class Styles:
    """What each part of the brief is set in. `accent` colours headings and links."""

    def __init__(self, look: Look) -> None:
        self.accent = look.accent
        self._serif = typography.SANS if look.faces is Faces.SANS else typography.SERIF
        sans, bold = Face(typography.SANS), Face(typography.SANS, bold=True)
        serif, serif_bold = Face(self._serif), Face(self._serif, bold=True)
        self.title = Style(serif_bold, typography.TITLE_SIZE, typography.INK, typography.TITLE_LEADING)
        self.details = Style(sans, typography.DETAILS_SIZE, typography.QUIET, typography.BODY_LEADING)
        self.body = Style(sans, typography.BODY_SIZE, typography.INK, typography.BODY_LEADING)
        self.lead = Style(serif, typography.LEAD_SIZE, typography.INK, typography.LEAD_LEADING)
        self.quiet = Style(sans, typography.QUIET_SIZE, typography.QUIET, typography.QUIET_LEADING)
        self.table = Style(sans, typography.TABLE_SIZE, typography.INK, typography.TABLE_LEADING)
        self.column_title = replace(self.table, face=bold)
        self.furniture = Style(sans, typography.FURNITURE_SIZE, typography.QUIET, typography.QUIET_LEADING)
        self.caveat = replace(self.furniture, face=bold)
        self.passage_text = Style(serif, typography.PASSAGE_SIZE, typography.INK, typography.PASSAGE_LEADING)
        self.toned = cache(self._toned)
        self.marker = cache(self._marker)

    def heading(self, level: int) -> Style:
        size = typography.heading_size(level)
        return Style(Face(typography.SANS, bold=True), size, self.accent, size * 1.3)

    def role(self, name: Role) -> Style:
        match name:
            case Role.BODY | Role.CAUTION:
                return self.body
            case Role.LEAD:
                return self.lead
            case Role.QUIET:
                return self.quiet
            case _:
                assert_never(name)

    def passage(self, kind: PassageKind) -> Style:
        style = self.passage_text
        match kind:
            case PassageKind.HEADING:
                return replace(
                    style, face=replace(style.face, bold=True), size=typography.PASSAGE_SIZE * 1.15
                )
            case PassageKind.CAPTION:
                sans = Face(typography.SANS)
                return Style(sans, typography.TABLE_SIZE, typography.QUIET, typography.PASSAGE_LEADING - 2)
            case PassageKind.PARAGRAPH | PassageKind.LIST_ITEM | PassageKind.QUOTATION:
                return style
            case _:
                assert_never(kind)

    def _toned(self, style: Style, tone: Tone) -> Style:
        """`style` as it looks in `tone`."""
        match tone:
            case Tone.PLAIN:
                return style
            case Tone.STRONG:
                return replace(style, face=replace(style.face, bold=True))
            case Tone.EMPHASIS:
                return replace(style, face=replace(style.face, italic=True))
            case Tone.QUIET:
                scale = typography.QUIET_SCALE if style.size > typography.QUIET_SIZE else 1.0
                size, leading = style.size * scale, style.leading * scale
                return replace(style, size=size, leading=leading, colour=typography.QUIET)
            case Tone.VERBATIM:
                face = replace(style.face, family=self._serif)
                return replace(style, face=face, leading=style.leading * 1.06)
            case _:
                assert_never(tone)

    def _marker(self, style: Style, colour: str) -> Style:
        """The readable id, or the number of a note, raised behind the text in `style`."""
        size, rise = style.size * typography.MARKER_SCALE, style.size * typography.MARKER_RISE
        return Style(Face(typography.SANS), size, colour, style.leading, rise)
