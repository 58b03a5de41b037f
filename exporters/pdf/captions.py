"""The numbered captions of figures and tables."""

from collections.abc import Iterator
from dataclasses import replace

from exporters.captions import Kind, word
from exporters.pdf import paragraphs
from exporters.pdf.pages import Strip
from exporters.pdf.paragraphs import Place
from exporters.pdf.runs import Run
from exporters.pdf.setting import Setting
from exporters.pdf.tagging import Element

_GAP = "\u2002"  # between the number and the words


def caption_strips(
    kind: Kind, number: int, caption: str, within: Element, at: Setting, above: float
) -> Iterator[Strip]:
    """“Figure 1” and what the figure shows, as a part of `within`."""
    name = f"{word(kind, at.brief.language)} {number}"
    runs = [Run(name, at.styles.column_title), Run(_GAP + caption, at.styles.table)]
    measure = at.sheet.measure
    lines = at.setter.lines([runs], measure)
    element = at.tree.element("Caption", within)
    for strip in paragraphs.strips(lines, Place(measure, above=above), element):
        yield replace(strip, keep=True)
