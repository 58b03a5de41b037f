"""Every change on the disk within seconds, so that work outlives the process, the window and the power.

One SQLite database in the user's state folder; its commits are atomic and durable, also for a change of a
thousand articles. Each run of the app is a session with records of its own. A session that runs holds a lock
which the system lets go with the process; what sessions that are over have left unsaved is offered at the
next start, and stays until it is saved or refused. What they have saved is the history that undo goes back
in. Order comes from numbers, never from the clock.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock

from pressmark.storage.change_json import as_json, from_json
from pressmark.storage.journal_file import explained, opened
from pressmark.storage.journal_records import JOURNAL, Entry, JournalUnavailable, Kept, Left, Noted, Step
from pressmark.storage.locking import Lock

_HISTORIES = 500
"""Articles of sessions that are over, all saved, whose history is kept."""

_UPDATE = """
UPDATE article SET title = ?, position = ?, saved = ?, saved_sha = ?, changed_at = ? WHERE id = ?
"""
_INSERT = """
INSERT INTO article (title, position, saved, saved_sha, changed_at, session, key, base, original)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Journal:
    """Of one session. Any thread may call it; errors are JournalUnavailable."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._turn = RLock()
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._database = opened(folder / JOURNAL)
            with self._database as database:
                begun = database.execute("INSERT INTO session (begun) VALUES (?)", (_now(),))
                self.session = begun.lastrowid or 0
            self._lock = Lock(self._lock_file(self.session))
            self._lock.take()

    def write(self, entries: Iterable[Entry]) -> None:
        """Puts down how articles stand, all or none of them."""
        with self._changing() as database:
            for entry in entries:
                self._write_one(database, entry)

    def drop(self, keys: Iterable[str]) -> None:
        """Forgets what this session knows of these: closed, and nothing of them is to be kept."""
        with self._changing() as database:
            found = [(self.session, key) for key in keys]
            database.executemany("DELETE FROM article WHERE session = ? AND key = ?", found)

    def left(self) -> list[Left]:
        """Unsaved work of sessions that are over, the last changed first."""
        query = "SELECT * FROM article WHERE session != ? AND position != saved ORDER BY id DESC"
        with self._asking() as database:
            rows = database.execute(query, (self.session,)).fetchall()
        over = self._over(rows)
        return [
            Left(
                row["id"],
                row["key"],
                row["title"],
                row["changed_at"],
                abs(row["position"] - max(row["saved"], 0)),
            )
            for row in rows
            if row["session"] in over
        ]

    def kept(self, number: int) -> Kept | None:
        """All that is known of one article; None where it is no longer there."""
        with self._asking() as database:
            row = database.execute("SELECT * FROM article WHERE id = ?", (number,)).fetchone()
            return self._kept(database, row) if row else None

    def histories(self, digests: Mapping[str, str]) -> dict[str, Kept]:
        """By key, what sessions that are over did to files which still are as they were left.

        `digests` are of the files' bytes, by key. The histories belong to this session from now on.
        """
        with self._asking() as database:
            rows = database.execute(
                "SELECT id, session, key, saved_sha FROM article WHERE session != ? AND position = saved",
                (self.session,),
            ).fetchall()
        rows = [row for row in rows if digests.get(row["key"]) == row["saved_sha"]]
        over = self._over(rows)
        found = {row["key"]: row["id"] for row in rows if row["session"] in over}
        for key, number in found.items():
            self.take_over(number, key)
        kept = (self.kept(number) for number in found.values())
        return {one.key: one for one in kept if one is not None}

    def take_over(self, number: int, key: str) -> None:
        """An article of a session that is over is this session's from now on, under this key."""
        with self._changing() as database:
            ours = (self.session, key)
            database.execute("DELETE FROM article WHERE session = ? AND key = ? AND id != ?", (*ours, number))
            database.execute("UPDATE article SET session = ?, key = ? WHERE id = ?", (*ours, number))

    def note_saved(self, number: int, sha256: str) -> None:
        """Its file, of this digest, holds the article as it stands after all."""
        with self._changing() as database:
            query = "UPDATE article SET saved = position, saved_sha = ? WHERE id = ?"
            database.execute(query, (sha256, number))

    def refuse(self, numbers: Iterable[int]) -> None:
        """The analyst does not want this unsaved work: it is gone."""
        with self._changing() as database:
            database.executemany("DELETE FROM article WHERE id = ?", [(number,) for number in numbers])

    def close(self) -> None:
        """Ends the session: its histories wait for the next one, the oldest of them go."""
        with self._turn, suppress(JournalUnavailable):
            self._thin()
        with self._turn, closing(self._database):
            self._lock.release()
        with suppress(OSError):
            self._lock_file(self.session).unlink()

    def _write_one(self, database: sqlite3.Connection, entry: Entry) -> None:
        stands = (entry.title, entry.position, entry.saved, entry.saved_sha, _now())
        where = (self.session, entry.key)
        known = database.execute("SELECT id FROM article WHERE session = ? AND key = ?", where).fetchone()
        if known:
            number = known["id"]
            database.execute(_UPDATE, (*stands, number))
        else:
            whole = (*stands, *where, zlib.compress(entry.base(), 1), entry.original)
            number = database.execute(_INSERT, whole).lastrowid
        database.execute("DELETE FROM change WHERE article = ? AND number >= ?", (number, entry.first))
        database.executemany(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?)",
            (
                (number, place, noted.step.session or self.session, noted.step.number, as_json(noted.change))
                for place, noted in enumerate(entry.changes, entry.first)
            ),
        )

    def _kept(self, database: sqlite3.Connection, row: sqlite3.Row) -> Kept:
        changes = database.execute("SELECT * FROM change WHERE article = ? ORDER BY number", (row["id"],))
        return Kept(
            row["id"],
            row["key"],
            row["title"],
            row["changed_at"],
            zlib.decompress(row["base"]),
            row["original"],
            tuple(
                Noted(Step(one["step_session"], one["step_number"]), from_json(one["line"]))
                for one in changes
            ),
            row["position"],
            row["saved"],
            row["saved_sha"],
        )

    def _over(self, rows: Iterable[sqlite3.Row]) -> set[int]:
        """The sessions of these rows that run no more."""
        return {session for session in {row["session"] for row in rows} if self._is_over(session)}

    def _is_over(self, session: int) -> bool:
        if session == self.session:
            return False
        lock = Lock(self._lock_file(session))
        if not lock.take():
            return False
        lock.release()
        with suppress(OSError):  # nobody will ever hold it again
            self._lock_file(session).unlink()
        return True

    def _lock_file(self, session: int) -> Path:
        return self._folder / f"session-{session}.lock"

    def _thin(self) -> None:
        """Another window's histories are its own: what it notes next begins where they end."""
        with self._asking() as database:
            query = "SELECT id, session FROM article WHERE position = saved ORDER BY id DESC"
            rows = database.execute(query).fetchall()
        thinned = self._over(rows) | {self.session}
        found = [(row["id"],) for row in rows if row["session"] in thinned]
        with self._changing() as database:
            query = "DELETE FROM article WHERE id = ? AND position = saved"
            database.executemany(query, found[_HISTORIES:])

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, on the disk when it ends."""
        with self._asking() as database, database:
            database.execute("BEGIN IMMEDIATE")
            yield database

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        with self._turn, explained(self._folder):
            yield self._database


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
