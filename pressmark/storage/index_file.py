"""The file of an index: made, opened, thrown away when it is damaged; a connection for each who asks.

It is a cache that other processes use, too. What is wrong with it is never told to the analyst: it is made
anew, and where that does not help, this process has one of its own that goes with it.
"""

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from threading import Lock, RLock

from pressmark.storage.index_schema import make_tables

_PATIENCE = 10.0
"""Seconds to wait for another process that writes; each writes for a moment at a time."""

_SIDES = ("", "-wal", "-shm", "-journal")
_HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class IndexLost(Exception):
    """The index was damaged or taken away. An empty one is in its place: refresh it and ask again."""


class IndexUnavailable(Exception):
    """There is no place for an index, not even for the time that this process runs."""


class IndexFile:
    """Connections to the index of one folder, for any thread; never one for two at a time."""

    def __init__(self, path: Path, folder: str) -> None:
        self._path = path
        self._folder = folder
        self._own: tempfile.TemporaryDirectory[str] | None = None
        self._turn = Lock()
        self._writes = RLock()
        self._free: list[sqlite3.Connection] = []
        self._generation = 0
        self._inode = 0
        self._closed = False
        self._open_somewhere()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One moment of the index, whatever is written meanwhile. Raises IndexLost."""
        with self._asking("BEGIN") as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, all of it or nothing. Raises IndexLost."""
        with self._writes, self._asking("BEGIN IMMEDIATE") as database:
            yield database
            database.execute("COMMIT")

    def look(self) -> None:
        """Opens the file anew where another one, or none, is in its place."""
        with suppress(OSError):
            if self._path.stat().st_ino == self._inode:
                return
        self._reopen()

    def close(self) -> None:
        """Whoever is still at it may finish."""
        self._closed = True
        self._let_go()
        self._drop_own()

    @contextmanager
    def _asking(self, begin: str) -> Iterator[sqlite3.Connection]:
        generation = self._generation
        database = None
        try:
            database = self._taken()
            database.execute(begin)
            yield database
        except sqlite3.Error as error:
            if generation == self._generation and not self._closed:
                self._start_anew(error)
            raise IndexLost(str(error)) from error
        finally:
            if database is not None:
                self._give_back(database, generation)

    def _taken(self) -> sqlite3.Connection:
        with self._turn:
            if self._free:
                return self._free.pop()
        return _connected(self._path)

    def _give_back(self, database: sqlite3.Connection, generation: int) -> None:
        with suppress(sqlite3.Error):
            if database.in_transaction:
                database.execute("ROLLBACK")
        with self._turn:
            if generation == self._generation and not self._closed and not database.in_transaction:
                self._free.append(database)
                return
        database.close()

    def _start_anew(self, error: sqlite3.Error) -> None:
        """In the same place; elsewhere where that one is held, full or not to be written to."""
        if _is_damage(error) and self._own is None and _thrown_away(self._path):
            self._reopen()
        else:
            self._open_own()

    def _reopen(self) -> None:
        self._let_go()
        self._open_somewhere()

    def _let_go(self) -> None:
        """Closes what nobody uses; what somebody does is closed when it comes back."""
        with self._turn:
            self._generation += 1
            free, self._free = self._free, []
        for database in free:
            database.close()

    def _open_somewhere(self) -> None:
        for _ in range(2):
            try:
                self._open()
            except (sqlite3.Error, OSError) as error:
                if not _is_damage(error) or not _thrown_away(self._path):
                    break
            else:
                return
        self._open_own()

    def _drop_own(self) -> None:
        if self._own is not None:
            self._own.cleanup()

    def _open_own(self) -> None:
        self._let_go()
        self._drop_own()
        try:
            self._own = tempfile.TemporaryDirectory(prefix="pressmark-index-", ignore_cleanup_errors=True)
            self._path = Path(self._own.name) / self._path.name
            self._open()
        except (sqlite3.Error, OSError) as error:
            raise IndexUnavailable(f"The dossier cannot be searched: there is no room ({error}).") from error

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with ExitStack() as undone:
            database = undone.enter_context(closing(_connected(self._path)))
            make_tables(database, self._folder)
            self._inode = self._path.stat().st_ino
            undone.pop_all()
        self._give_back(database, self._generation)


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        _write_ahead(database)
        database.execute("PRAGMA synchronous = NORMAL")  # a power cut may cost the last rows, which is fine
        database.execute("PRAGMA cache_size = -16000")
        database.execute("PRAGMA journal_size_limit = 16000000")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _write_ahead(database: sqlite3.Connection) -> None:
    """So that one may read while another writes; SQLite itself does not wait for its turn here."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) not in _HELD or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _is_damage(error: Exception) -> bool:
    """True where a new file in the same place may do better."""
    if not isinstance(error, sqlite3.Error):
        return False
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code not in (*_HELD, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def _thrown_away(path: Path) -> bool:
    """False where the system does not let it go: another process has it open, or the folder is not ours."""
    try:
        for side in _SIDES:
            Path(f"{path}{side}").unlink(missing_ok=True)
    except OSError:
        return False
    return not os.path.lexists(path)
