"""JSON: the tables of a brief of rows, for programs.

```
{"format": "pressmark-rows", "version": 1, "title": …, "created": …,
 "tables": [{"name": …, "columns": [key, …], "rows": [{key: value, …}, …]}]}
```
Keys are the titles of the columns and stay as they are within a version; the second of the same title is
`title_2`. Every row has every key. Amounts are numbers, days ISO 8601 text, all else text; what is empty
is null.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from exporters.characters import legal
from exporters.tables import tables, value_of
from pressmark.brief import Brief, Cell, Table, Tick, plain

VERSION = 1
_Value: TypeAlias = str | int | float | None
_MOST_EXACT = 2**53
"""Above this the numbers of many programs lose digits; such amounts are text."""
_EMPTY = Cell(())


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Write the tables as UTF-8, with line feeds and a stable order. Raises NotOnlyTablesError."""
    found = tables(brief)
    content = {
        "format": "pressmark-rows",
        "version": VERSION,
        "title": legal(brief.title),
        "created": brief.created.isoformat() if brief.created else None,
        "tables": list(_tables(found, tick)),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    tick(1.0)


def _tables(found: tuple[Table, ...], tick: Tick) -> Iterator[dict[str, object]]:
    total = sum(len(table.rows) for table in found) or 1
    done = 0
    for table in found:
        keys = _keys(table)
        rows = []
        for row in table.rows:
            tick(done / total)
            done += 1
            cells = zip_longest(keys, row.cells[: len(keys)], fillvalue=_EMPTY)
            rows.append({str(key): _value(cell) for key, cell in cells})
        yield {"name": legal(table.name), "columns": keys, "rows": rows}


def _keys(table: Table) -> list[str]:
    """The titles, each once: an analyst's own label may have an attribute named as a column of ours is."""
    found: list[str] = []
    for column in table.columns:
        title, number = legal(column.title), 1
        while (key := title if number == 1 else f"{title}_{number}") in found:
            number += 1
        found.append(key)
    return found


def _value(cell: Cell) -> _Value:
    match value_of(cell):
        case Decimal() as number:
            return _number(number)
        case date() as day:
            return day.isoformat()
        case int() as number:
            return number if abs(number) <= _MOST_EXACT else str(number)
        case None:
            return legal(plain(cell.inlines)) or None


def _number(value: Decimal) -> _Value:
    """A number where it is exactly that; text where programs would round it."""
    if value == value.to_integral_value() and abs(value) <= _MOST_EXACT:
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else f"{value:f}"
