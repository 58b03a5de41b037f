"""Excel workbooks: the first sheet that holds articles, its cells as the workbook last showed them."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from pressmark.importers.column_guess import Guess
from pressmark.importers.imported import INSTEAD, CannotImport, Capture, Found
from pressmark.importers.packages import check_package
from pressmark.importers.rows import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    articles_of,
    chosen_columns,
    with_header,
)

_MOST_XML = 120_000_000
_MOST_TAGS = 4_000_000  # openpyxl takes some three microseconds for each
_MOST_SHEETS = 50
_MOST_CHARACTERS = 60_000_000


def read_workbook(data: bytes, capture: Capture) -> Iterator[Found]:
    """The articles of a workbook, one a row. Raises CannotImport."""
    tables = _tables(data, capture.name)
    if not tables:
        raise CannotImport(f"{capture.name} is a workbook without any cell filled in: nothing was imported")
    yield from articles_of(_likeliest(tables, capture), capture)


def _tables(data: bytes, name: str) -> list[Table]:
    from openpyxl import load_workbook

    try:
        check_package(data, name, most_xml=_MOST_XML, most_tags=_MOST_TAGS)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles, filters and the like, which play no part here
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = [(sheet.title, _rows(sheet, name)) for sheet in book.worksheets[:_MOST_SHEETS]]
    except CannotImport:
        raise
    except Exception as error:  # a damaged package raises whatever the part that was hit raises
        raise CannotImport(
            f"{name} is a workbook that cannot be read ({type(error).__name__}): open it, save it again as "
            f"an Excel workbook or as CSV, or {INSTEAD}"
        ) from error
    filled = [(title, rows) for title, rows in sheets if rows]
    return [_table(title, rows, len(filled)) for title, rows in filled]


def _table(title: str, rows: list[Row], sheets: int) -> Table:
    header, rest = with_header(rows)
    only = (f"Of the sheets of the workbook only “{title}” was read",) if sheets > 1 else ()
    return Table(header, rest[:MOST_ROWS], warnings=only, more=len(rest) > MOST_ROWS)


def _likeliest(tables: list[Table], capture: Capture) -> Table:
    """The sheet that the answers are for; else the first with a column of texts, or that might have one."""
    found = [(table, *chosen_columns(table, capture)) for table in tables if table.rows]
    answered = [table for table, _, guessed in found if guessed is None]
    sure = [table for table, columns, guessed in found if "text" in columns and not _rivals(guessed)]
    maybe = [table for table, columns, _ in found if "text" in columns]
    return next(iter([*answered, *sure, *maybe, *tables]))


def _rivals(guessed: Guess | None) -> tuple[str, ...]:
    return guessed.rivals if guessed else ()


def _rows(sheet: Any, name: str) -> list[Row]:
    """The rows that are not empty; what is past the bounds of any table of articles is not read."""
    sheet.reset_dimensions()  # what a sheet says of its size is often wrong
    rows: list[Row] = []
    cells = characters = 0
    values = sheet.iter_rows(max_row=MOST_ROWS + 1_000, max_col=MOST_COLUMNS, values_only=True)
    for number, row in enumerate(values, 1):
        shown = _shown(row)
        if shown:
            rows.append(Row(number, shown))
        cells += len(shown)
        characters += sum(map(len, shown))
        if cells > MOST_CELLS or characters > _MOST_CHARACTERS:
            raise CannotImport(
                f"{name} has more cells than any table of articles: delete the columns and rows that you do "
                "not need"
            )
    return rows


def _shown(row: Iterable[Any]) -> tuple[str, ...]:
    """The cells as text, without the empty ones at the end."""
    cells = [_cell(value) for value in row]
    while cells and not cells[-1].strip():
        cells.pop()
    return tuple(cells)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case datetime():
            day = value.date().isoformat()
            return day if value.time() == time() else value.isoformat(timespec="minutes")
        case date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return _unescaped(str(value))


def _unescaped(text: str) -> str:
    """Line ends as Excel writes some of them (ECMA-376, ST_Xstring)."""
    return text.replace("_x000D_", "") if "_x000D_" in text else text
