"""CSV by RFC 4180, in UTF-8 with the mark by which Excel knows it.

One table is written as it is. Several are written one after the other under one header that has every
column of all of them, behind a first column that names the table: each line has the same number of
fields, so pandas reads the file in one call and Excel can filter it by table.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from exporters.characters import legal, one_line
from exporters.tables import tables, titled, value_of
from pressmark.brief import Brief, Cell, Table, Tick, plain

_TABLE = "Table"

# A spreadsheet would run these as formulas; the wide forms are what Japanese keyboards type.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")

_Key: TypeAlias = tuple[str, int]
"""A column of the file: its title, and which of the columns of that title in its table it is."""


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Write the tables of the brief, which must hold nothing else."""
    found = tables(brief)
    total = sum(len(table.rows) for table in found) or 1
    lines = _alone(found[0]) if len(found) == 1 else _together(found)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for done, line in enumerate(lines):
            tick(min(1.0, done / total))
            writer.writerow(line)
    tick(1.0)


def _alone(table: Table) -> Iterator[list[str]]:
    if titled(table):
        yield [_text(one_line(column.title)) for column in table.columns]
    for row in table.rows:
        fields = [_field(cell) for cell in row.cells]
        yield fields + [""] * (len(table.columns) - len(fields))


def _together(found: tuple[Table, ...]) -> Iterator[list[str]]:
    keys = [_keys(table) for table in found]
    header = list(dict.fromkeys(key for of_one in keys for key in of_one))
    if found:
        yield [_TABLE, *(_text(title) for title, _ in header)]
    for table, of_one in zip(found, keys, strict=True):
        for row in table.rows:
            fields = {key: _field(cell) for key, cell in zip(of_one, row.cells, strict=False)}
            yield [_text(one_line(table.name)), *(fields.get(key, "") for key in header)]


def _keys(table: Table) -> list[_Key]:
    titles = [one_line(column.title) for column in table.columns]
    return [(title, titles[:at].count(title)) for at, title in enumerate(titles)]


def _field(cell: Cell) -> str:
    match value_of(cell):
        case None:
            return _text(legal(plain(cell.inlines)))
        case datetime() as moment:
            return moment.isoformat(" ", "minutes")
        case date() as day:
            return day.isoformat()
        case Decimal() | int() as number:
            return f"{number:f}" if isinstance(number, Decimal) else str(number)


def _text(text: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
