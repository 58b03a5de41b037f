"""Brings an index up to date with its folder: reads what has changed, a batch at a time.

Nothing is held while files are read, so that others may write to the index between two batches; what was
changed in the meantime, in the folder or by another process in the index, is left to it.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from pressmark.digest import sha256_of
from pressmark.storage import folder_scan, index_writing
from pressmark.storage.fingerprint import TooManyBytes, read_ordinary
from pressmark.storage.index_file import IndexFile
from pressmark.storage.index_rows import rows_of
from pressmark.storage.index_writing import Entry
from pressmark.storage.read_xml import MOST_BYTES, CannotRead, from_xml

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many files are done and how many there are to do; may raise to end the work."""

_BATCH = 100
_ROUNDS = 3
"""How often the folder is looked at again for files that were changed while they were read."""

_MANY = 1000
"""Articles from which on what was put in piece by piece is put in order."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many files were read anew, and how many are no longer there."""

    read: int = 0
    gone: int = 0

    @property
    def changed(self) -> bool:
        return bool(self.read or self.gone)


@dataclass(slots=True)
class _Batch:
    """What was found out about some files; `stamps` are from before they were read."""

    stamps: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    as_they_were: list[tuple[str, str]] = field(default_factory=list)  # their new stamp and name


def refresh(file: IndexFile, folder: Path, tick: Progress) -> Refreshed:
    """Raises OSError, and leaves the index as it is, where the folder cannot be listed."""
    read = gone = 0
    for _ in range(_ROUNDS):
        there = folder_scan.stamps(folder)
        with file.reading() as database:
            known = dict(database.execute("SELECT file, stamp FROM article").fetchall())
        missing = sorted(known.keys() - there.keys())
        if missing:
            with file.writing() as database:
                index_writing.forget(database, missing)
        gone += len(missing)
        stale = sorted(name for name, stamp in there.items() if known.get(name) != stamp)
        now, late = _read(file, folder, stale, tick)
        read += now
        if not late:
            break
    if read >= _MANY:
        with file.writing() as database:
            index_writing.put_in_order(database)
    return Refreshed(read, gone)


def _read(file: IndexFile, folder: Path, names: Sequence[str], tick: Progress) -> tuple[int, int]:
    """How many files were read anew, and how many were changed again while they were read."""
    read = late = 0
    tick(0, len(names))
    for start in range(0, len(names), _BATCH):
        some = names[start : start + _BATCH]
        with file.reading() as database:
            known = {name: _known(database, name) for name in some}
        batch = _Batch()
        for number, name in enumerate(some, start):
            tick(number, len(names))
            _look(folder / name, known[name], batch)
        kept, lost = _write(file, folder, batch)
        read, late = read + kept, late + lost
    tick(len(names), len(names))
    return read, late


def _known(database: sqlite3.Connection, name: str) -> tuple[str, str]:
    found = database.execute("SELECT stamp, sha256 FROM article WHERE file = ?", (name,)).fetchone()
    return found or ("", "")


def _look(path: Path, known: tuple[str, str], batch: _Batch) -> None:
    try:
        stamp = folder_scan.stamp(path)
        if known[0] == stamp:  # another process was quicker
            return
        batch.stamps[path.name] = stamp
        data = read_ordinary(path, MOST_BYTES)
    except FileNotFoundError:
        return  # it has just gone: the next refresh takes note
    except TooManyBytes:
        large = f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB and was not opened"
        batch.entries.append(Entry(path.name, stamp, "", None, large))
        return
    except OSError as error:
        reason = f"{path.name} could not be read ({(error.strerror or str(error)).lower()})"
        batch.entries.append(Entry(path.name, folder_scan.UNSURE, "", None, reason))
        return
    sha256 = sha256_of(data)
    if known[1] == sha256:
        batch.as_they_were.append((folder_scan.sure(stamp), path.name))
    else:
        batch.entries.append(_entry(path.name, folder_scan.sure(stamp), sha256, data))


def _entry(name: str, stamp: str, sha256: str, data: bytes) -> Entry:
    try:
        return Entry(name, stamp, sha256, rows_of(from_xml(data, name).doc))
    except CannotRead as error:
        return Entry(name, stamp, sha256, None, str(error))


def _write(file: IndexFile, folder: Path, batch: _Batch) -> tuple[int, int]:
    if not batch.stamps:
        return 0, 0
    with file.writing() as database:
        still = [one for one in batch.entries if _is_still(folder / one.file, batch.stamps)]
        index_writing.put(database, still)
        database.executemany("UPDATE article SET stamp = ? WHERE file = ?", batch.as_they_were)
    return len(still), len(batch.entries) - len(still)


def _is_still(path: Path, stamps: dict[str, str]) -> bool:
    try:
        return folder_scan.stamp(path) == stamps.get(path.name)
    except OSError:
        return False
