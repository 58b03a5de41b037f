"""The marked article: its paragraphs with their numbers, the legend, and the remarks on its marks."""

from collections.abc import Iterator
from dataclasses import replace

from exporters import typography as look
from exporters.language import moment
from exporters.pdf import ink, paragraphs
from exporters.pdf.file import text
from exporters.pdf.inlines import Remark
from exporters.pdf.pages import Box, Page, Strip
from exporters.pdf.paragraphs import BASELINE, Beside, Place
from exporters.pdf.runs import Line, Run, Underline
from exporters.pdf.setting import Setting
from exporters.pdf.tagging import Element
from pressmark.brief import Legend, Passage, PassageKind

MEASURE = 425.0  # about 75 characters
_INDENT = 15.0
_NUMBER_GAP = 9.0
_REMARKS_ABOVE = 22.0
_REMARK_INDENT = 26.0
_RULE_LENGTH = 60.0
_INDENTED = (PassageKind.LIST_ITEM, PassageKind.QUOTATION)
_SPACE_ABOVE = {PassageKind.HEADING: 12.0, PassageKind.LIST_ITEM: 2.0}


def passage_strips(passage: Passage, within: Element, at: Setting) -> Iterator[Strip]:
    """A block of the article; `within` is the list, the quotation or the document that it is in."""
    indent = _INDENT if passage.kind in _INDENTED else 0.0
    width = MEASURE - 2 * indent
    item = passage.kind is PassageKind.LIST_ITEM
    element = at.tree.element("LI" if item else "P", within)
    label = at.tree.inline("Lbl" if item else "Span", element)
    body = at.tree.inline("LBody", element) if item else element
    style = at.styles.passage(passage.kind)
    lines = at.setter.lines(at.runs.paragraph(passage.inlines, style, body), width)
    above = _SPACE_ABOVE.get(passage.kind, look.PARAGRAPH_BELOW)
    place = Place(width, _origin(at) + indent, above, passage.anchor)
    found = list(paragraphs.strips(lines, place, body, _beside(passage, lines, label, at)))
    if passage.kind is PassageKind.HEADING:
        found = [replace(strip, keep=True) for strip in found]
    found[-1] = replace(found[-1], ends=element)
    yield from found


def legend_strips(legend: Legend, at: Setting) -> Iterator[Strip]:
    """Each label's name in its own tint and underline."""
    labels = at.brief.labels
    shown: list[Run] = []
    for label in (labels[name] for name in legend.labels if name in labels):
        underlines = (Underline(label.name, 0, label.ink, label.line),)
        # No-break spaces, so that a swatch is wider than its word and never cut.
        words = "\u00a0" + label.title.replace(" ", "\u00a0") + "\u00a0"
        shown.append(Run(words, at.styles.table, tint=label.fill, underlines=underlines))
        shown.append(Run("   ", at.styles.table))
    if shown:
        lines = at.setter.lines([shown], MEASURE)
        element = at.tree.element("P", at.tree.document)
        place = Place(MEASURE, _origin(at), above=3.0, mirrored=at.rtl)
        for strip in paragraphs.strips(lines, place, element):
            yield replace(strip, height=strip.height + 4, keep=True)


def remark_strips(remarks: list[Remark], at: Setting) -> Iterator[Strip]:
    """The comments on marks under a short rule, each beside the id of its mark."""
    quiet = at.styles.quiet
    for i, remark in enumerate(remarks):
        mark, comment = remark.mark, remark.mark.comment
        if comment is None:
            continue
        element = at.tree.element("Note", at.tree.document, f"/ID{text(remark.place)}")
        said = [[Run(part, quiet)] for part in comment.text.splitlines()] or [[]]
        when = moment(comment.date, at.brief.language) if comment.date is not None else ""
        signed = ", ".join(part for part in (comment.author, when) if part)
        if signed:
            said[-1] += [Run(f" — {signed}" if comment.text else signed, quiet)]
        lines = at.setter.lines(said, MEASURE - _REMARK_INDENT)
        style = replace(quiet, colour=at.styles.accent)
        label = at.tree.element("Lbl", element)
        name = at.runs.link(f"{mark.name}* ", style, at.runs.target(f"#{mark.anchor}"), label)
        id_line = at.setter.lines([[replace(name, places=(remark.place,))]], MEASURE)[0]
        words = at.tree.element("P", element)
        indent = _origin(at) + (0.0 if at.rtl else _REMARK_INDENT)
        place = Place(MEASURE - _REMARK_INDENT, indent, 3.0 if i else _REMARKS_ABOVE)
        beside = _remark_id(id_line, label, at, first=i == 0)
        *others, last = paragraphs.strips(lines, place, words, beside)
        yield from others
        yield replace(last, ends=element)


def _origin(at: Setting) -> float:
    """Where the articles' measure starts, right of the left margin."""
    return at.sheet.measure - MEASURE if at.rtl else 0.0


def _remark_id(id_line: Line, label: Element, at: Setting, *, first: bool) -> Beside:
    def draw(page: Page, top: float, i: int) -> None:
        if i:
            return
        left, right = page.sheet.left, page.sheet.right
        if first:
            start = right - _RULE_LENGTH if at.rtl else left
            ink.rule(page, look.QUIET, look.HAIRLINE_WIDTH, start, start + _RULE_LENGTH, top + 7)
        start = right - id_line.width if at.rtl else left
        ink.text(page, id_line, start, top - BASELINE * id_line.leading, label)

    return draw


def _beside(passage: Passage, lines: list[Line], label: Element, at: Setting) -> Beside:
    """The paragraph's number in the margin, a list item's bullet, a quotation's bar."""
    number = bullet = None
    if passage.number is not None:
        number = at.setter.line(f"{passage.number} ", at.styles.furniture)
    if passage.kind is PassageKind.LIST_ITEM:
        bullet = at.setter.line("• ", at.styles.passage_text)

    def draw(page: Page, top: float, i: int) -> None:
        line, left = lines[i], page.sheet.left + _origin(at)
        baseline = top - BASELINE * line.leading
        if i == 0 and number is not None:
            start = left + MEASURE + _NUMBER_GAP if at.rtl else left - _NUMBER_GAP - number.width
            ink.text(page, number, start, baseline, label)
        if i == 0 and bullet is not None:
            indent = MEASURE - _INDENT + 5 if line.rtl else _INDENT - 10
            ink.text(page, bullet, left + indent, baseline, label)
        if passage.kind is PassageKind.QUOTATION:
            left += MEASURE if line.rtl else 1.0
            ink.fill(page, look.HAIRLINE, Box(left, top - line.leading - 0.2, left + 1.6, top))

    return draw
