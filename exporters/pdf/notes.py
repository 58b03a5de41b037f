"""Footnotes: words at the foot of the page on which their number stands."""

from dataclasses import replace

from exporters.pdf import paragraphs
from exporters.pdf.lines import Setter
from exporters.pdf.pages import Footnote
from exporters.pdf.paragraphs import Place
from exporters.pdf.runs import Paragraph
from exporters.pdf.sheets import Sheet
from exporters.pdf.tagging import Element

_BELOW = 2.5


def footnote(setter: Setter, sheet: Sheet, words: Paragraph, element: Element) -> Footnote:
    """The note set over the whole measure; `element` is what its words are parts of."""
    lines = setter.lines(words, sheet.measure)
    *others, last = paragraphs.strips(lines, Place(sheet.measure), element)
    return Footnote((*others, replace(last, height=last.height + _BELOW)))
