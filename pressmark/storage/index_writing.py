"""Puts an article's rows into the index, in the place of those that it had."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from pressmark.storage.index_rows import Rows
from pressmark.storage.index_schema import first_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as it was read. `stamp` is how the folder lists it, `sha256` of its bytes.

    Without `rows` it could not be read, and `problem` says why.
    """

    file: str
    stamp: str
    sha256: str
    rows: Rows | None
    problem: str = ""


def put(database: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    for entry in entries:
        known = database.execute("SELECT id FROM article WHERE file = ?", (entry.file,)).fetchone()
        if known:
            _forget(database, known[0])
        _put_one(database, entry, known[0] if known else None)


def forget(database: sqlite3.Connection, files: Iterable[str]) -> None:
    """Takes out the articles of files that are no longer there."""
    for file in files:
        known = database.execute("SELECT id FROM article WHERE file = ?", (file,)).fetchone()
        if known:
            _forget(database, known[0])


def put_in_order(database: sqlite3.Connection) -> None:
    """After many articles were put in: words are found the quicker the fewer pieces they stand in."""
    for table in ("fulltext", "passage", "name_words"):
        database.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
    database.execute("ANALYZE")


def _forget(database: sqlite3.Connection, article: int) -> None:
    own = (first_of(article), first_of(article + 1))
    database.execute("DELETE FROM article WHERE id = ?", (article,))
    database.execute("DELETE FROM body WHERE article = ?", (article,))
    database.execute("DELETE FROM entity WHERE article = ?", (article,))
    database.execute("DELETE FROM fulltext WHERE rowid = ?", (article,))
    database.execute("DELETE FROM passage WHERE rowid >= ? AND rowid < ?", own)
    database.execute("DELETE FROM annotation WHERE id >= ? AND id < ?", own)
    database.execute("DELETE FROM said WHERE annotation >= ? AND annotation < ?", own)


def _put_one(database: sqlite3.Connection, entry: Entry, number: int | None) -> None:
    columns: dict[str, object] = {
        "id": number,
        "file": entry.file,
        "stamp": entry.stamp,
        "sha256": entry.sha256,
        "problem": entry.problem,
        **(entry.rows.article if entry.rows else {}),
    }
    insert = f"INSERT INTO article ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
    article = database.execute(insert, tuple(columns.values())).lastrowid or 0
    if entry.rows:
        _put_text(database, article, entry.rows)
        _put_annotations(database, first_of(article), article, entry.rows)


def _put_text(database: sqlite3.Connection, article: int, rows: Rows) -> None:
    database.execute("INSERT INTO body VALUES (?, ?, ?)", (article, rows.text, rows.struck))
    database.execute(
        "INSERT INTO fulltext (rowid, headline, body) VALUES (?, ?, ?)",
        (article, rows.headline_words, rows.body_words),
    )
    database.executemany(
        "INSERT INTO passage (rowid, body) VALUES (?, ?)", enumerate(rows.passages, first_of(article))
    )
    database.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ((article, *one) for one in rows.entities)
    )


def _put_annotations(database: sqlite3.Connection, first: int, article: int, rows: Rows) -> None:
    labels = {label: _label_number(database, label) for label in set(rows.labels)}
    database.executemany(
        "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, article, one.key, labels[label], one.pieces, one.lost, first + one.passage, *one.values)
            for number, (one, label) in enumerate(zip(rows.annotations, rows.labels, strict=True), first)
        ),
    )
    names = {
        name: _name_number(database, name) for name in {(aspect, words) for _, aspect, words in rows.said}
    }
    said = ((first + number, names[aspect, words]) for number, aspect, words in rows.said)
    database.executemany("INSERT INTO said VALUES (?, ?)", said)


def _label_number(database: sqlite3.Connection, label: tuple[str, str]) -> int:
    known = database.execute("SELECT id FROM label WHERE name = ? AND known_as = ?", label).fetchone()
    if known:
        return int(known[0])
    return database.execute("INSERT INTO label (name, known_as) VALUES (?, ?)", label).lastrowid or 0


def _name_number(database: sqlite3.Connection, name: tuple[str, str]) -> int:
    known = database.execute("SELECT id FROM name WHERE aspect = ? AND words = ?", name).fetchone()
    if known:
        return int(known[0])
    number = database.execute("INSERT INTO name (aspect, words) VALUES (?, ?)", name).lastrowid or 0
    # no trigger does this: each would write down all that is new in every table of words
    database.execute("INSERT INTO name_words (rowid, words) VALUES (?, ?)", (number, name[1]))
    return number
