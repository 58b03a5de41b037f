"""Which column of a table of articles holds what, told once and remembered for tables of the same columns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

FIELDS = {
    "headline": "Headline",
    "outlet": "Outlet",
    "author": "Author",
    "published": "Published",
    "language": "Language",
    "url": "Address (URL)",
    "lead": "Lead or summary",
    "text": "Text",
}
"""What can be taken from a table, in the words of the window; the lead is put before the text."""

Columns = Mapping[str, str]
"""From fields to names of columns; fields that no column holds are left out."""

_MOST_REMEMBERED = 200
_PART = "\x1f"
_ELLIPSIS = re.compile(r"\.{3}|…|\[(?:…|\.{3})\]")


def signature(header: Iterable[str]) -> str:
    """What tables of the same columns share, in whatever order and case the columns are."""
    return _PART.join(sorted({" ".join(name.split()).casefold() for name in header} - {""}))


def fitting(columns: Columns, header: Iterable[str]) -> dict[str, str]:
    """The columns, with those left out that are no field or not in the header; empty without a text."""
    names = set(header)
    found = {one: name for one, name in columns.items() if one in FIELDS and name in names}
    return found if "text" in found else {}


def says_already(text: str, lead: str) -> bool:
    """True where the text has the lead, or the pieces of it around “…”: then it is not put before it."""
    said = _folded(text)
    return all(_folded(piece) in said for piece in _ELLIPSIS.split(lead))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class RememberedColumns:
    """What the analyst said of tables, by the signature of their header, oldest first."""

    tables: Mapping[str, Columns] = field(default_factory=dict)

    def of(self, header: Iterable[str]) -> dict[str, str]:
        """What was said of a table with this header; empty where nothing was."""
        header = [*header]
        return fitting(self.tables.get(signature(header), {}), header)

    def with_table(self, header: Iterable[str], columns: Columns) -> "RememberedColumns":
        """The same with one more answer; the oldest are forgotten past a bound."""
        named = signature(header)
        kept = [(key, value) for key, value in self.tables.items() if key != named]
        return RememberedColumns(dict([*kept, (named, dict(columns))][-_MOST_REMEMBERED:]))

    def as_json(self) -> dict[str, dict[str, str]]:
        """For json.dumps."""
        return {key: dict(columns) for key, columns in self.tables.items()}

    @classmethod
    def from_json(cls, stored: Any) -> "RememberedColumns":
        """From what `as_json` gave; what is damaged is forgotten."""
        tables = stored.items() if isinstance(stored, dict) else ()
        good = {
            key: {str(one): str(name) for one, name in columns.items() if one in FIELDS}
            for key, columns in tables
            if isinstance(key, str) and isinstance(columns, dict)
        }
        return cls(good)
