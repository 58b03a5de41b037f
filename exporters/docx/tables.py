"""Tables of fixed columns: a header that is repeated on every page, rows that are never split."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from exporters.characters import one_line
from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.edges import Address
from exporters.docx.inlines import write_inlines
from exporters.docx.page import TEXT_WIDTH
from exporters.docx.runs import runs
from exporters.docx.table_style import TABLE_STYLE
from exporters.docx.wml import Element, twips, w
from exporters.tables import titled
from pressmark.brief import Align, Cell, Column, Row, Table, plain

_NARROWEST = twips(27)


def write_table(draft: Draft, body: Element, index: int, table: Table) -> None:
    """Add a table to the body, and what must stand between it and the next block."""
    widths = _widths(table.columns)
    element = w("tbl", _properties(draft, table), w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    body.append(element)
    if titled(table):
        element.append(_header(draft, table.columns, widths))
    for number, row in enumerate(table.rows):
        draft.advance()
        keep = number + 1 < len(table.rows) and table.rows[number + 1].total
        element.append(_row(draft, row, (index, number), table.columns, widths, keep))


def _widths(columns: tuple[Column, ...]) -> list[int]:
    """The columns' shares of the text's width, in twips. The narrowest still holds a mark's name."""
    total = sum(column.share for column in columns)
    wanted = [max(column.share / total, _NARROWEST / TEXT_WIDTH) for column in columns]
    bounds = [round(TEXT_WIDTH * past / sum(wanted)) for past in accumulate(wanted, initial=0.0)]
    return [right - left for left, right in pairwise(bounds)]


def _properties(draft: Draft, table: Table) -> Element:
    last = bool(table.rows) and table.rows[-1].total
    return w(
        "tblPr",
        w("tblStyle", val=TABLE_STYLE),
        *([w("bidiVisual")] if draft.right_to_left else []),
        w("tblW", w=TEXT_WIDTH, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val=f"{_look(titled(table), last):04X}", **_flags(titled(table), last)),
        w("tblCaption", val=one_line(table.name)),
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


def _header(draft: Draft, columns: tuple[Column, ...], widths: list[int]) -> Element:
    cells = []
    for column, width in zip(columns, widths, strict=True):
        paragraph = _paragraph(draft, "TableHeading", column, column.title, keep=False)
        paragraph.extend(runs(column.title, right_to_left=_direction(draft, column, column.title)))
        cells.append(_cell(paragraph, width, 1, w("vAlign", val="bottom")))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(
    draft: Draft, row: Row, address: Address, columns: tuple[Column, ...], widths: list[int], keep: bool
) -> Element:
    element = w("tr", w("trPr", w("cantSplit")))
    for place, (first, past) in enumerate(_spans(row, columns)):
        paragraph = _cell_paragraph(draft, row, (*address, first), columns[first], keep)
        element.append(_cell(paragraph, sum(widths[first:past]), past - first))
        if place == 0 and row.anchor:
            _bookmark(draft, row.anchor, paragraph)
    return element


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


def _cell_paragraph(draft: Draft, row: Row, address: Address, column: Column, keep: bool) -> Element:
    cell: Cell = row.cells[address[-1]]
    text = plain(cell.inlines)
    paragraph = _paragraph(draft, "TableTotal" if row.total else "TableText", column, text, keep)
    write_inlines(draft, paragraph, cell.inlines, address, _direction(draft, column, text))
    return paragraph


def _bookmark(draft: Draft, anchor: str, paragraph: Element) -> None:
    """Bookmarks all that the row's first cell holds."""
    name = draft.bookmarks.name(anchor)
    if name and (start := draft.bookmarks.start(name)):
        paragraph.insert(1, start[0])
        paragraph.append(draft.bookmarks.end(name))


def _direction(draft: Draft, column: Column, text: str) -> bool:
    """Numbers keep to the edge that the brief's language gives them, whatever script they hold."""
    return draft.right_to_left if column.align is Align.END else runs_right_to_left(text, draft.right_to_left)


def _paragraph(draft: Draft, style: str, column: Column, text: str, keep: bool) -> Element:
    properties = [w("pStyle", val=style)]
    properties += [w("keepNext")] if keep else []
    properties += [w("bidi")] if _direction(draft, column, text) else []
    properties += [w("jc", val="right")] if column.align is Align.END else []
    return w("p", w("pPr", *properties))


def _cell(paragraph: Element, width: int, span: int, *properties: Element) -> Element:
    spanned = [w("gridSpan", val=span)] if span > 1 else []
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *spanned, *properties), paragraph)
