"""What stands before the first block: logo, title, and for whom, from whom, of what date."""

from collections.abc import Iterator
from dataclasses import replace

from exporters import typography as look
from exporters.pdf import ink, paragraphs, tables
from exporters.pdf.file import text
from exporters.pdf.pages import Box, Page, Strip
from exporters.pdf.paragraphs import Place
from exporters.pdf.pictures import put_picture
from exporters.pdf.runs import Run
from exporters.pdf.setting import Setting
from pressmark.brief import Cell, Column, Picture, Row, Table, Text, Tone

LOGO = "Logo"
"""The name by which pages draw the logo."""

_BELOW_LOGO = 18.0
_BELOW = 9.0
_COVER_ABOVE = 10.0


def strips(at: Setting) -> Iterator[Strip]:
    brief, width = at.brief, at.sheet.measure
    if brief.look.logo is not None:
        yield _logo(brief.look.logo, at)
    if brief.title:
        element = at.tree.element("H1", at.tree.document)
        lines = at.setter.balanced([[Run(brief.title, at.styles.title)]], width)
        for strip in paragraphs.strips(lines, Place(width), element):
            yield replace(strip, keep=True)
    if brief.cover:
        yield from _cover(at)
    elif brief.details:
        element = at.tree.element("P", at.tree.document)
        lines = at.setter.lines([[Run(brief.details, at.styles.details)]], width)
        for strip in paragraphs.strips(lines, Place(width, above=2.0), element):
            yield replace(strip, keep=True)
    yield Strip(_BELOW)


def _logo(logo: Picture, at: Setting) -> Strip:
    """As large as fits in its place, on the side where lines start."""
    put = put_picture(logo.data, at.tree.file)
    at.pictures[LOGO] = put.number
    scale = min(look.LOGO_WIDTH / put.width, look.LOGO_HEIGHT / put.height)
    width, height = put.width * scale, put.height * scale
    element = at.tree.element("Figure", at.tree.document, f"/Alt{text(logo.alternative or 'Logo')}")

    def draw(page: Page, top: float) -> None:
        left = page.sheet.right - width if at.rtl else page.sheet.left
        box = Box(left, top - height, left + width, top)
        element.describe(f"/A<</O/Layout/Placement/Block/BBox{box}>>")
        page.enter(element)
        page.content.append(f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {top - height:.2f} cm /{LOGO} Do Q")

    return Strip(height + _BELOW_LOGO, draw)


def _cover(at: Setting) -> Iterator[Strip]:
    """Labels and what they are of side by side, parted by hairlines."""
    measure = at.sheet.measure
    columns = (Column("", look.COVER_INDENT), Column("", measure - look.COVER_INDENT))
    rows = tuple(
        Row((Cell((Text(label, Tone.QUIET),)), Cell((Text(value),)))) for label, value in at.brief.cover
    )
    element = at.tree.element("Table", at.tree.document)
    yield Strip(_COVER_ABOVE, _hairline, keep=True)
    for strip in tables.strips(Table("", columns, rows), element, at, at.styles.body):
        yield replace(strip, keep=True)
    yield Strip(_BELOW)


def _hairline(page: Page, top: float) -> None:
    sheet, y = page.sheet, top - _COVER_ABOVE
    ink.rule(page, look.HAIRLINE, look.HAIRLINE_WIDTH, sheet.left, sheet.right, y)
