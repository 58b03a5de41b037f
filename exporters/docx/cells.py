"""What a cell holds; where it shows the value of an attribute, that can be found again."""

from itertools import groupby

from exporters.docx.draft import Draft
from exporters.docx.inlines import Within, inline_runs
from exporters.docx.wml import Element, joined
from pressmark.brief import Break, Cell, Inlines, Row, Text, Tone, plain


def cell_runs(draft: Draft, row: Row, cell: Cell, within: Within) -> Element:
    """The cell's inlines; a line that shows an attribute stands in a content control."""
    if not row.anchor or not any(cell.fields):
        return inline_runs(draft, cell.inlines, within)
    shown: list[Element] = []
    first = number = 0
    for is_break, group in groupby(cell.inlines, lambda inline: isinstance(inline, Break)):
        line = tuple(group)
        runs = inline_runs(draft, line, within, first=first)
        name = "" if is_break else "".join(cell.fields[number : number + 1])
        if name and plain(line):
            runs = draft.controls.around(row.anchor, name, plain(line), runs, simple=_simple(line))
        shown.append(runs)
        first += len(line)
        number += len(line) if is_break else 0
    return joined(shown)


def _simple(line: Inlines) -> bool:
    """Whether Word may treat the line as plain text, in which LibreOffice forgets how words look."""
    return all(isinstance(inline, Text) and inline.tone is Tone.PLAIN for inline in line)
