"""What the index tells without being asked for words."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pressmark.annotated_article import AnnotatedArticle
from pressmark.duplicates import Known
from pressmark.storage.index_rows import rows_of


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in a list: `file` is its name in the folder, `counts` how many annotations each label has.

    `problem` says why a file cannot be read; nothing else is known of it then.
    """

    file: str
    headline: str
    outlet: str
    author: str
    published: str
    language: str
    state: str
    tags: tuple[str, ...]
    archived: bool
    status: str
    counts: Mapping[str, int]
    words: int
    problem: str


@dataclass(frozen=True, slots=True)
class ListedEntity:
    """An entity as one article's file has it; `mentions` are its annotations there."""

    file: str
    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    wikidata: str
    geonames: str
    mentions: int


_ROWS = """
SELECT file, headline, outlet, author, published, language, state, tags, archived, status, counts, words,
    problem FROM article ORDER BY published DESC, id
"""
_KNOWN = "SELECT file, url, original_sha256, text_sha256, sketch FROM article WHERE problem = ''"
_ENTITIES = """
SELECT file, entity.id, name, kind, aliases, wikidata, geonames, mentions
FROM entity JOIN article ON article.id = entity.article ORDER BY file, entity.id
"""


def rows(database: sqlite3.Connection) -> list[Listed]:
    """The newest first."""
    tags_of, counts_of = cache(_lines), cache(_counts)  # most articles share theirs with others
    found = []
    for row in database.execute(_ROWS):
        file, headline, outlet, author, published, language, state, tags, archived, *rest = row
        status, counts, words, problem = rest
        known = (file, headline, outlet, author, published, language, state, tags_of(tags), bool(archived))
        found.append(Listed(*known, status, counts_of(counts), words, problem))
    return found


def listed(file: str, doc: AnnotatedArticle) -> Listed:
    """The same of one article that is in no index."""
    known = rows_of(doc).article
    return Listed(
        file,
        doc.headline,
        doc.source.outlet,
        doc.source.author,
        doc.source.published,
        doc.source.language,
        doc.filing.state,
        doc.filing.tags,
        doc.filing.archived,
        doc.source.status,
        _counts(str(known["counts"])),
        int(str(known["words"])),
        "",
    )


def entities(database: sqlite3.Connection) -> list[ListedEntity]:
    return [
        ListedEntity(file, key, name, kind, _lines(aliases), wikidata, geonames, mentions)
        for file, key, name, kind, aliases, wikidata, geonames, mentions in database.execute(_ENTITIES)
    ]


def known(database: sqlite3.Connection) -> list[Known]:
    """What tells duplicates, by the names of files."""
    found = database.execute(_KNOWN)
    return [Known(*row) for row in found]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _counts(text: str) -> Mapping[str, int]:
    apart = (line.rpartition(" ") for line in _lines(text))
    return {name: int(number) for name, _, number in apart}
