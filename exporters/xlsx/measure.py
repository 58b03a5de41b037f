"""How wide columns and how high rows must be, for who opens a workbook finds them as they were written."""

from unicodedata import combining, east_asian_width

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exporters.characters import one_line
from exporters.tables import titled
from pressmark.brief import Cell, Table, plain

_NARROWEST, _WIDEST = 6, 60  # in characters
_FILTER_BUTTON = 3  # characters it covers
_MARGIN = 2
_LINE, _HIGHEST = 15.0, 409.0  # in points; Excel knows no higher row


def fit(sheet: Worksheet, table: Table) -> None:
    """Make the columns as wide as their words, within limits, and the rows as high as their lines."""
    widths = [_column_width(table, at) for at in range(len(table.columns))]
    for at, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for number, row in enumerate(table.rows, start=1 + titled(table)):
        lines = max(map(_lines, row.cells, widths), default=1)
        if lines > 1:
            sheet.row_dimensions[number].height = min(_LINE * lines, _HIGHEST)


def _column_width(table: Table, at: int) -> int:
    title = _width(one_line(table.columns[at].title))
    cells = (row.cells[at] for row in table.rows if at < len(row.cells) and not row.total)
    widest = max((_width(line) for cell in cells for line in _text(cell)), default=0)
    return min(max(widest, title + _FILTER_BUTTON, _NARROWEST) + _MARGIN, _WIDEST)


def _lines(cell: Cell, column_width: int) -> int:
    """Lines in the cell, as words break: a tenth of each is lost to the word that did not fit."""
    room = max(1, round((column_width - 1) * 0.9))
    return sum(1 if _width(line) < column_width else -(-_width(line) // room) for line in _text(cell))


def _text(cell: Cell) -> list[str]:
    return plain(cell.inlines).split("\n")


def _width(line: str) -> int:
    """The columns that the line takes in a plain face."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in line)
