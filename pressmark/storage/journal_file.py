"""The journal's database file: opened, mended, and its errors put in words."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pressmark.storage.change_json import NotAChange
from pressmark.storage.journal_records import JournalUnavailable

_TABLES = """
CREATE TABLE IF NOT EXISTS session (id INTEGER PRIMARY KEY AUTOINCREMENT, begun TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    position INTEGER NOT NULL,
    saved INTEGER NOT NULL,
    saved_sha TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    base BLOB NOT NULL,
    original BLOB,
    UNIQUE (session, key)
);
CREATE TABLE IF NOT EXISTS change (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    step_session INTEGER NOT NULL,
    step_number INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (article, number)
) WITHOUT ROWID;
"""


def opened(file: Path) -> sqlite3.Connection:
    """The database. A damaged one is set aside, never deleted, and a new one begun."""
    try:
        return _connected(file)
    except sqlite3.OperationalError:  # locked, full, not to be written: no damage
        raise
    except sqlite3.DatabaseError:
        aside = (file.with_name(f"{file.stem}-damaged-{number}.sqlite") for number in range(1, 1000))
        file.replace(next(one for one in aside if not one.exists()))
        return _connected(file)


def _connected(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=10, isolation_level=None, check_same_thread=False)
    try:
        database.row_factory = sqlite3.Row
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA synchronous = EXTRA")  # the folder's entry, too
        database.executescript(_TABLES)
        database.execute("SELECT count(*) FROM article").fetchone()
    except sqlite3.Error:
        database.close()
        raise
    return database


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Errors are JournalUnavailable from here on."""
    try:
        yield
    except (sqlite3.Error, OSError, zlib.error, NotAChange) as error:
        if isinstance(error, JournalUnavailable):
            raise
        raise JournalUnavailable(
            f"What you change cannot be kept safe against a crash: the journal in {folder} does not work "
            f"({error}). Save often."
        ) from error
