"""Rows in the order of one column, found, put in and taken out without looking at each of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from desktop.models.table_columns import Order, Row, TableColumn

_Key: TypeAlias = tuple[int, Order, int, int, int, str]
"""Whether there is something to sort by, by what, and where in which article it is."""


class SortedRows:
    """Kept in ascending order; where it is descending, rows are counted from the other end."""

    def __init__(self, column: TableColumn) -> None:
        self._column = column
        self._descending = False
        self._rows: list[Row] = []
        self._keys: list[_Key] = []
        self._key_of: dict[int, dict[str, _Key]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: int) -> Row:
        return self._rows[self._turned(place)]

    def fill(self, rows: Iterable[Row]) -> None:
        keyed = [(self._key(row), row) for row in rows]
        keyed.sort(key=lambda pair: pair[0])
        self._keys = [key for key, _ in keyed]
        self._rows = [row for _, row in keyed]
        self._key_of = defaultdict(dict)
        for key in self._keys:
            self._key_of[key[2]][key[5]] = key

    def sort(self, column: TableColumn, *, descending: bool) -> None:
        self._column, self._descending = column, descending
        self.fill(self._rows)

    def attributes(self) -> set[str]:
        """The names of those that some row has."""
        names: set[str] = set()
        for row in self._rows:
            names.update(row.one.attributes)
        return names

    def place_of(self, key: tuple[int, str]) -> int:
        """Where the annotation of this article's number and this id is; -1 where it is not."""
        known = self._known(key)
        return -1 if known is None else self._turned(bisect_left(self._keys, known))

    def place_for(self, row: Row) -> int:
        """Where a row will be once it is put in, or put in the place of what it was."""
        place = bisect_left(self._keys, self._key(row))
        old = self._known(row.key)
        last = len(self._rows)
        if old is not None:
            last -= 1
            place -= bisect_left(self._keys, old) < place
        return last - place if self._descending else place

    def put(self, row: Row) -> None:
        """Puts a row in; one of the same annotation goes."""
        if self._known(row.key) is not None:
            self.take(row.key)
        key = self._key(row)
        place = bisect_left(self._keys, key)
        self._keys.insert(place, key)
        self._rows.insert(place, row)
        self._key_of.setdefault(row.number, {})[row.one.id] = key

    def take(self, key: tuple[int, str]) -> None:
        """Takes a row out that is there."""
        number, name = key
        place = bisect_left(self._keys, self._key_of[number].pop(name))
        del self._keys[place], self._rows[place]

    def _turned(self, place: int) -> int:
        return len(self._rows) - 1 - place if self._descending else place

    def _known(self, key: tuple[int, str]) -> _Key | None:
        number, name = key
        return self._key_of.get(number, {}).get(name)

    def _key(self, row: Row) -> _Key:
        """What has nothing to sort by comes last in either direction."""
        order, one = self._column.order(row), row.one
        empty = 0 if order else (-1 if self._descending else 1)
        return empty, order, row.number, one.start, -one.end, one.id
