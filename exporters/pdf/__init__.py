"""Briefs as PDF: an own text layer on HarfBuzz, because reportlab's paragraphs cannot mix scripts.

`fonts` finds a font for each character, `shaping` makes glyphs, `lines` breaks lines, `blocks` and its
fellows make strips of them, `pages` puts strips on pages, `document` writes the file.
"""

from collections.abc import Iterator
from pathlib import Path

from exporters.pdf.blocks import Blocks
from exporters.pdf.document import Document
from exporters.pdf.furniture import Furniture
from exporters.pdf.lines import Setter
from exporters.pdf.pages import Flow, Strip
from exporters.pdf.shaping import Shaper
from pressmark.brief import Brief, Tick

_LAID_OUT = 0.85  # of the work, when all pages are known


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Writes `brief` to `path`; whatever `tick` raises ends the export."""
    shaper = Shaper()
    setter = Setter(shaper)
    flow = _lay_out(brief, setter, tick)
    document = Document(brief, path, flow.pages)
    furniture = Furniture(brief, setter)
    header = furniture.header()
    count = len(flow.pages)
    for i, page in enumerate(flow.pages):
        tick(_LAID_OUT + (1 - _LAID_OUT) * i / count)
        document.add((header, page, furniture.footer(i + 1, count)))
    document.save(iter(shaper.fonts.values()))
    tick(1.0)


def _lay_out(brief: Brief, setter: Setter, tick: Tick) -> Flow:
    done = 0.0
    blocks = Blocks(brief, setter)

    def strips() -> Iterator[Strip]:
        nonlocal done
        yield from blocks.title()
        following = (*brief.blocks[1:], None)
        for i, (block, next_block) in enumerate(zip(brief.blocks, following, strict=False)):
            done = _LAID_OUT * i / len(brief.blocks)
            tick(done)
            yield from blocks.strips(block, next_block)

    flow = Flow(lambda: tick(done))
    flow.add(strips())
    return flow
