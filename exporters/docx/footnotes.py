"""The part that holds the words of the footnotes."""

from exporters.docx.draft import Draft
from exporters.docx.runs import run
from exporters.docx.wml import Element, part, w

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The lines above the notes, which Word looks for under these numbers."""


def footnotes(draft: Draft) -> bytes:
    """All notes, after the lines that part them from the text."""
    lines = [_separator(kind, number) for kind, number in SEPARATORS.items()]
    return part("w:footnotes", "w r", {}, *lines, *draft.notes)


def _separator(kind: str, number: int) -> Element:
    properties = w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))
    return w("footnote", w("p", properties, run(w(kind))), type=kind, id=number)
