"""Footnotes: words at the foot of the page on which their number stands."""

from exporters.pdf import paragraphs
from exporters.pdf.lines import Setter
from exporters.pdf.pages import Footnote
from exporters.pdf.paragraphs import Place
from exporters.pdf.runs import Paragraph
from exporters.pdf.sheets import Sheet
from exporters.pdf.tagging import Element


def footnote(setter: Setter, sheet: Sheet, words: Paragraph, element: Element) -> Footnote:
    """The note set over the whole measure; `element` is what its words are parts of."""
    lines = setter.lines(words, sheet.measure)
    return Footnote(tuple(paragraphs.strips(lines, Place(sheet.measure), element)))
