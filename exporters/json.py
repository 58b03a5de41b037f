"""JSON: the tables of a brief of rows, for programs.

```
{"format": "pressmark-rows", "version": 1, "title": …, "created": …,
 "tables": [{"name": …, "columns": [key, …], "rows": [{key: value, …}, …]}]}
```
Keys are the titles of the columns and stay as they are within a version. Amounts are numbers, days ISO 8601
text, all else text; what is empty is null.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from exporters.characters import legal
from exporters.tables import tables
from pressmark.brief import Brief, Cell, Table, Tick, plain

VERSION = 1
_Value: TypeAlias = str | int | float | None
_MOST_EXACT = 2**53
"""Above this the numbers of many programs lose digits; such amounts are text."""


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Write the tables as UTF-8, with line feeds and a stable order. Raises NotOnlyTablesError."""
    found = tables(brief)
    content = {
        "format": "pressmark-rows",
        "version": VERSION,
        "title": legal(brief.title),
        "created": brief.created.isoformat() if brief.created else None,
        "tables": [],
    }
    for number, table in enumerate(found):
        tick(number / len(found))
        content["tables"].append(_table(table))  # type: ignore[attr-defined]  # the list just above
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    tick(1.0)


def _table(table: Table) -> dict[str, object]:
    keys = [legal(column.title) for column in table.columns]
    rows = [dict(zip(keys, map(_value, row.cells), strict=False)) for row in table.rows]
    return {"name": legal(table.name), "columns": keys, "rows": rows}


def _value(cell: Cell) -> _Value:
    value = cell.value
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, date):
        return value.isoformat()
    if value is not None:
        return value
    return legal(plain(cell.inlines)) or None


def _number(value: Decimal) -> _Value:
    if abs(value) > _MOST_EXACT:
        return f"{value:f}"
    return int(value) if value == value.to_integral_value() else float(value)
