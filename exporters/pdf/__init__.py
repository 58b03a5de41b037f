"""Briefs as PDF: an own text layer on HarfBuzz, because no library's paragraphs mix scripts and tag marks.

`fonts` finds a font for each character, `shaping` makes glyphs, `lines` breaks lines, `blocks` and its
fellows make strips of them, `flow` puts strips on `pages`, `tagging` says what each of them is, and
`document` writes the file as the pages are finished.
"""

from collections.abc import Iterator
from pathlib import Path

from exporters.pdf import front
from exporters.pdf.blocks import Blocks
from exporters.pdf.document import Document
from exporters.pdf.file import File
from exporters.pdf.flow import Flow
from exporters.pdf.furniture import Furniture
from exporters.pdf.lines import Setter
from exporters.pdf.pages import Page, Strip
from exporters.pdf.setting import Setting, setting
from exporters.pdf.shaping import Shaper
from exporters.pdf.sheets import Sheet
from pressmark.brief import Brief, Tick

_LAID_OUT = 0.95  # of the work, when all pages are drawn


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Writes `brief` to `path`; whatever `tick` raises ends the export."""
    shaper = Shaper()
    with path.open("wb") as out:
        document = Document(brief, File(out))
        at = setting(brief, Setter(shaper), document.tree)
        _lay_out(at, document, tick)
        tick(_LAID_OUT)
        document.close(shaper.fonts.values(), at.pictures)
    tick(1.0)


def _lay_out(at: Setting, document: Document, tick: Tick) -> None:
    furniture = Furniture(at)
    done = 0.0

    def start(sheet: Sheet) -> Page:
        tick(done)
        page = document.start(sheet)
        furniture.draw(page, lambda: len(document.pages))
        return page

    flow = Flow(at.sheet, start, document.finish, rtl=at.rtl)

    def strips() -> Iterator[Strip]:
        nonlocal done
        blocks = Blocks(at)
        yield from front.strips(at)
        for i in range(len(at.brief.blocks)):
            done = _LAID_OUT * i / len(at.brief.blocks)
            tick(done)
            yield from blocks.strips(i)

    flow.add(strips())
    flow.end()
