"""What a cell holds; where it shows the value of an attribute, that can be found again."""

from itertools import takewhile

from exporters.docx.draft import Draft
from exporters.docx.inlines import Within, inline_runs
from exporters.docx.wml import Element, joined
from pressmark.brief import Break, Cell, Inlines, Row, Text, plain


def cell_runs(draft: Draft, row: Row, cell: Cell, within: Within) -> Element:
    """The cell's inlines; the first line of them in a content control if it shows an attribute."""
    line: Inlines = tuple(takewhile(lambda inline: not isinstance(inline, Break), cell.inlines))
    if not cell.field or not row.anchor or not plain(line):
        return inline_runs(draft, cell.inlines, within)
    shown = inline_runs(draft, line, within)
    held = draft.controls.around(row.anchor, cell.field, plain(line), shown, simple=_simple(line))
    return joined([held, inline_runs(draft, cell.inlines[len(line) :], within, first=len(line))])


def _simple(line: Inlines) -> bool:
    """Whether all of the line looks the same, so that Word may treat it as plain text."""
    tones = {inline.tone if isinstance(inline, Text) else None for inline in line}
    return len(tones) == 1 and None not in tones
