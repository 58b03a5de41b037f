"""The marked article: its paragraphs with their numbers, the legend, and the notes on its marks."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

from exporters import typography as look
from exporters.pdf import ink, paragraphs, styles
from exporters.pdf.inlines import Note, RunMaker
from exporters.pdf.lines import Line, Run, Setter, Style, Underline
from exporters.pdf.pages import WIDTH, Page, Strip
from exporters.pdf.paragraphs import BASELINE, Beside, Place
from pressmark.brief import LabelStyle, Legend, Passage, PassageKind

_MEASURE = 425.0  # about 75 characters
_INDENT = 15.0
_NUMBER_GAP = 9.0
_NOTES_ABOVE = 22.0
_NOTE_INDENT = 26.0
_INDENTED = (PassageKind.LIST_ITEM, PassageKind.QUOTATION)
_SPACE_ABOVE = {PassageKind.HEADING: 12.0, PassageKind.LIST_ITEM: 2.0}


def passage_strips(passage: Passage, runs: RunMaker, setter: Setter) -> Iterator[Strip]:
    indent = _INDENT if passage.kind in _INDENTED else 0.0
    width = _MEASURE - 2 * indent
    lines = setter.lines(runs.paragraph(passage.inlines, styles.passage(passage.kind)), width)
    place = Place(indent, width, _SPACE_ABOVE.get(passage.kind, look.PARAGRAPH_BELOW), passage.anchor)
    found = list(paragraphs.strips(lines, place, _beside(passage, lines, setter)))
    if passage.kind is PassageKind.HEADING:
        found = [Strip(strip.height, strip.draw, strip.above, keep=True) for strip in found]
    yield from found


def legend_strips(legend: Legend, labels: Mapping[str, LabelStyle], setter: Setter) -> Iterator[Strip]:
    """Each label's name in its own tint and underline."""
    shown: list[Run] = []
    for label in (labels[name] for name in legend.labels if name in labels):
        underlines = (Underline(label.name, 0, label.ink, label.line),)
        # No-break spaces, so that a swatch is wider than its word and never cut.
        words = "\u00a0" + label.title.replace(" ", "\u00a0") + "\u00a0"
        shown += [Run(words, styles.TABLE, tint=label.fill, underlines=underlines), Run("   ", styles.TABLE)]
    if shown:
        lines = setter.lines([shown], _MEASURE)
        yield from (
            Strip(line.leading + 4, strip.draw, strip.above, keep=True)
            for line, strip in zip(lines, paragraphs.strips(lines, Place(above=3.0)), strict=True)
        )


def note_strips(notes: list[Note], language: str, runs: RunMaker, setter: Setter) -> Iterator[Strip]:
    """The comments on marks under a short rule, each beside the id of its mark."""
    for i, note in enumerate(notes):
        mark, comment = note.mark, note.mark.comment
        if comment is None:
            continue
        said = [[Run(part, styles.QUIET)] for part in comment.text.splitlines()] or [[]]
        signed = ", ".join(part for part in (comment.author, _when(comment.date, language)) if part)
        if signed:
            said[-1] += [Run(f" — {signed}" if comment.text else signed, styles.QUIET)]
        lines = setter.lines(said, _MEASURE - _NOTE_INDENT)
        name = Run(f"{mark.name}*", _linked(), runs.target(f"#{mark.anchor}"), (note.place,))
        id_line = setter.lines([[name]], WIDTH)[0]
        place = Place(_NOTE_INDENT, _MEASURE - _NOTE_INDENT, 3.0 if i else _NOTES_ABOVE)
        yield from paragraphs.strips(lines, place, _note_id(id_line, first=i == 0))


def _linked() -> Style:
    return Style(styles.SANS, look.QUIET_SIZE, look.ACCENT, look.QUIET_LEADING)


def _note_id(id_line: Line, *, first: bool) -> Beside:
    def draw(page: Page, top: float, i: int) -> None:
        if i:
            return
        if first:
            left = look.PAGE_MARGIN
            ink.rule(page, look.QUIET, look.HAIRLINE_WIDTH, left, left + 60, top + 7)
        ink.text(page, id_line, look.PAGE_MARGIN, top - BASELINE * id_line.leading)

    return draw


def _when(moment: datetime | None, language: str) -> str:
    if moment is None:
        return ""
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = Locale("en", "GB")
    day, time = format_date(moment, "long", locale), format_time(moment, "short", locale=locale)
    return f"{day}, {time}"


def _beside(passage: Passage, lines: list[Line], setter: Setter) -> Beside:
    """The paragraph's number in the margin, a list item's bullet, a quotation's bar."""
    number = _line(setter, str(passage.number), styles.FURNITURE) if passage.number is not None else None
    bullet = _line(setter, "•", styles.PASSAGE) if passage.kind is PassageKind.LIST_ITEM else None

    def draw(page: Page, top: float, i: int) -> None:
        line = lines[i]
        baseline = top - BASELINE * line.leading
        if i == 0 and number is not None:
            ink.text(page, number, look.PAGE_MARGIN - _NUMBER_GAP - number.width, baseline)
        if i == 0 and bullet is not None:
            left = look.PAGE_MARGIN + (_MEASURE - _INDENT + 5 if line.rtl else _INDENT - 10)
            ink.text(page, bullet, left, baseline)
        if passage.kind is PassageKind.QUOTATION:
            left = look.PAGE_MARGIN + (_MEASURE if line.rtl else 1.0)
            ink.fill(page, look.HAIRLINE, left, top - line.leading - 0.2, 1.6, line.leading + 0.2)

    return draw


def _line(setter: Setter, text: str, style: Style) -> Line:
    return setter.lines([[Run(text, style)]], WIDTH)[0]
