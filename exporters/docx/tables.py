"""Tables of fixed columns: a header that is repeated on every page, rows that are never split."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from exporters.captions import Kind
from exporters.characters import one_line
from exporters.docx.captions import caption
from exporters.docx.cells import cell_runs
from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.edges import Address
from exporters.docx.inlines import Within
from exporters.docx.paragraphs import gap
from exporters.docx.runs import runs
from exporters.docx.setting import Page
from exporters.docx.table_style import TABLE_STYLE
from exporters.docx.wml import Element, joined, twips, w
from exporters.tables import titled
from pressmark.brief import Align, Column, Row, Table, plain

_NARROWEST = twips(27)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns, and how wide each is in twips."""

    columns: tuple[Column, ...]
    widths: list[int]


def table(draft: Draft, index: int, block: Table, page: Page) -> Element:
    """The table under its caption, as wide as the text of `page`."""
    grid = _Grid(block.columns, _widths(block.columns, page.text_width))
    found = [_above(draft, block), "<w:tbl>", _properties(draft, block, page.text_width)]
    found.append(w("tblGrid", *(w("gridCol", w=width) for width in grid.widths)))
    if titled(block):
        found.append(_header(draft, grid))
    for number, row in enumerate(block.rows):
        draft.advance()
        keep = number + 1 < len(block.rows) and block.rows[number + 1].total
        found.append(_row(draft, row, (index, number), grid, keep))
    return Element("".join([*found, "</w:tbl>"]))


def _above(draft: Draft, block: Table) -> Element:
    """The caption; without one, a new page must begin with something else than a table."""
    if block.caption:
        return caption(draft, Kind.TABLE, block.caption, keep=True)
    return gap(draft) if draft.flow.new_page else Element("")


def _widths(columns: tuple[Column, ...], whole: int) -> list[int]:
    """The columns' shares of the text's width. The narrowest still holds a mark's name."""
    total = sum(column.share for column in columns)
    wanted = [max(column.share / total, _NARROWEST / whole) for column in columns]
    bounds = [round(whole * past / sum(wanted)) for past in accumulate(wanted, initial=0.0)]
    return [right - left for left, right in pairwise(bounds)]


def _properties(draft: Draft, block: Table, width: int) -> Element:
    last = bool(block.rows) and block.rows[-1].total
    return w(
        "tblPr",
        w("tblStyle", val=TABLE_STYLE),
        *([w("bidiVisual")] if draft.right_to_left else []),
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val=f"{_look(titled(block), last):04X}", **_flags(titled(block), last)),
        w("tblCaption", val=one_line(block.name)),
    )


def _look(first: bool, last: bool) -> int:
    """The same flags as bits, for Word before 2010; the last two bits turn banding off."""
    return 0x0020 * first + 0x0040 * last + 0x0600


def _flags(first: bool, last: bool) -> dict[str, str | int]:
    return {
        "firstRow": int(first),
        "lastRow": int(last),
        "firstColumn": 0,
        "lastColumn": 0,
        "noHBand": 1,
        "noVBand": 1,
    }


def _header(draft: Draft, grid: _Grid) -> Element:
    cells = []
    for column, width in zip(grid.columns, grid.widths, strict=True):
        right_to_left = _direction(draft, column, column.title)
        properties = _paragraph_properties("TableHeading", column, right_to_left, keep=False)
        paragraph = w("p", properties, runs(column.title, right_to_left=right_to_left))
        cells.append(_cell(paragraph, width, 1, w("vAlign", val="bottom")))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(draft: Draft, row: Row, address: Address, grid: _Grid, keep: bool) -> Element:
    start, end = draft.bookmarks.around(row.anchor)
    cells = []
    for place, (first, past) in enumerate(_spans(row, grid.columns)):
        column, cell = grid.columns[first], row.cells[first]
        right_to_left = _direction(draft, column, plain(cell.inlines))
        style = "TableTotal" if row.total else "TableText"
        properties = _paragraph_properties(style, column, right_to_left, keep)
        held = cell_runs(draft, row, cell, Within((*address, first), right_to_left))
        if place == 0:
            held = joined([start, held, end])
        cells.append(_cell(w("p", properties, held), sum(grid.widths[first:past]), past - first))
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _spans(row: Row, columns: tuple[Column, ...]) -> Iterator[tuple[int, int]]:
    """From which column to which each cell reaches: the words of a total run over the empty cells beside."""
    first = 0
    while first < len(columns):
        past = first + 1
        if row.total and columns[first].align is Align.START and row.cells[first].inlines:
            while past < len(columns) and not row.cells[past].inlines:
                past += 1
        yield first, past
        first = past


def _direction(draft: Draft, column: Column, text: str) -> bool:
    """Numbers keep to the edge that the brief's language gives them, whatever script they hold."""
    return draft.right_to_left if column.align is Align.END else runs_right_to_left(text, draft.right_to_left)


def _paragraph_properties(style: str, column: Column, right_to_left: bool, keep: bool) -> Element:
    properties = [w("pStyle", val=style)]
    properties += [w("keepNext")] if keep else []
    properties += [w("bidi")] if right_to_left else []
    properties += [w("jc", val="right")] if column.align is Align.END else []
    return w("pPr", *properties)


def _cell(paragraph: Element, width: int, span: int, *properties: Element) -> Element:
    spanned = [w("gridSpan", val=span)] if span > 1 else []
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *spanned, *properties), paragraph)
