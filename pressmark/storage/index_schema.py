"""The tables of a dossier's index.

`fulltext`, `passage` and `name_words` hold folded words only, one space between them, so that the tokenizer
has nothing to decide: `ascii` takes all that is not ASCII as part of a word. A sign that no query can hold
stands between paragraphs, which no phrase goes across. Rows of an annotation and of a passage are numbered
from `first_of(article)` on, so that all of an article are one range.
"""

import sqlite3
import unicodedata

VERSION = 2
"""Of these tables and of what is put into them: any other is made anew."""

BETWEEN_PARAGRAPHS = " \ue000 "

_BITS = 20

_TABLES = """
CREATE TABLE IF NOT EXISTS made (folder TEXT NOT NULL, by TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS article (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    headline TEXT NOT NULL DEFAULT '',
    outlet TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    archived INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL DEFAULT '',
    counts TEXT NOT NULL DEFAULT '',
    words INTEGER NOT NULL DEFAULT 0,
    original_sha256 TEXT NOT NULL DEFAULT '',
    text_sha256 TEXT NOT NULL DEFAULT '',
    sketch BLOB NOT NULL DEFAULT x'',
    problem TEXT NOT NULL DEFAULT '',
    outlet_words TEXT NOT NULL DEFAULT '',
    author_words TEXT NOT NULL DEFAULT '',
    language_words TEXT NOT NULL DEFAULT '',
    tags_words TEXT NOT NULL DEFAULT '',
    state_words TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS article_newest ON article (published DESC, id);
CREATE INDEX IF NOT EXISTS article_text_sha256 ON article (text_sha256);
CREATE TABLE IF NOT EXISTS body (article INTEGER PRIMARY KEY, text BLOB NOT NULL, struck TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS fulltext USING fts5 (headline, body, tokenize = 'ascii', prefix = '1 2');
CREATE VIRTUAL TABLE IF NOT EXISTS passage USING fts5 (body, tokenize = 'ascii', prefix = '1 2');
CREATE TABLE IF NOT EXISTS label (id INTEGER PRIMARY KEY, name TEXT NOT NULL, known_as TEXT NOT NULL,
    UNIQUE (name, known_as));
CREATE TABLE IF NOT EXISTS annotation (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    key TEXT NOT NULL,
    label INTEGER NOT NULL,
    pieces TEXT NOT NULL,
    lost TEXT NOT NULL,
    passage INTEGER NOT NULL,
    amount TEXT NOT NULL,
    least REAL,
    most REAL,
    currency TEXT NOT NULL,
    due TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS annotation_label ON annotation (label, article);
CREATE INDEX IF NOT EXISTS annotation_passage ON annotation (passage, label, article);
CREATE INDEX IF NOT EXISTS annotation_amount ON annotation (most, least) WHERE amount != '';
CREATE INDEX IF NOT EXISTS annotation_due ON annotation (due) WHERE due != '';
CREATE INDEX IF NOT EXISTS annotation_note ON annotation (article) WHERE note != '';
CREATE TABLE IF NOT EXISTS name (id INTEGER PRIMARY KEY, aspect TEXT NOT NULL, words TEXT NOT NULL,
    UNIQUE (words, aspect));
CREATE VIRTUAL TABLE IF NOT EXISTS name_words USING fts5 (words, tokenize = 'ascii', prefix = '1 2',
    content = 'name', content_rowid = 'id');
CREATE TABLE IF NOT EXISTS said (annotation INTEGER NOT NULL, name INTEGER NOT NULL,
    PRIMARY KEY (annotation, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS said_name ON said (name, annotation);
CREATE TABLE IF NOT EXISTS entity (article INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
    kind TEXT NOT NULL, aliases TEXT NOT NULL, wikidata TEXT NOT NULL, geonames TEXT NOT NULL,
    mentions INTEGER NOT NULL, PRIMARY KEY (article, id)) WITHOUT ROWID;
"""


class AnotherIndex(sqlite3.DatabaseError):
    """The file is the index of another folder or version."""


def first_of(article: int) -> int:
    """The number from which an article's annotations and passages are counted, up to the next one's."""
    return article << _BITS


def make_tables(database: sqlite3.Connection, folder: str) -> None:
    """Makes what is missing. Raises AnotherIndex where what is there is none of this folder and version."""
    if not database.execute("PRAGMA user_version").fetchone()[0]:
        database.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT")
    with database:
        database.execute("BEGIN IMMEDIATE")
        if database.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            raise AnotherIndex("of another version")
        made = database.execute("SELECT folder, by FROM made").fetchone()
        if made is None:
            database.execute("INSERT INTO made VALUES (?, ?)", (folder, _by()))
        elif tuple(made) != (folder, _by()):
            raise AnotherIndex("of another folder")


def _by() -> str:
    """What folded the words: another Unicode may fold them otherwise."""
    return f"Unicode {unicodedata.unidata_version}"
