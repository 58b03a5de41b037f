"""What an importer is given besides the bytes, and what it answers: a value and warnings, or CannotImport."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.digest import sha256_of
from pressmark.importers.canon import VERSION, canon, one_line

BlockText = tuple[BlockKind, str, int]
"""A block before it has its place: kind, text of one line, level of a heading (0 elsewhere)."""

MOST_CHARACTERS = 5_000_000
"""Of one article: eight hundred thousand words."""

MOST_LINES = 100_000
_LONGEST_LINE = 2_000_000  # files of ours cannot hold 10 MB in one
_LONGEST_FIELD = 1000
_LONGEST_NAME = 120


class CannotImport(Exception):
    """Nothing was imported; the message says what is wrong with which file, and what to do."""


class TooLong(Exception):
    """There is more text than an article has; the message says how much."""


def check_length(text: str) -> None:
    """Asked before a text is taken apart: every line costs memory. Raises TooLong."""
    if len(text) > MOST_CHARACTERS:
        raise TooLong(f"more than {MOST_CHARACTERS:,} characters")
    if text.count("\n") > MOST_LINES:
        raise TooLong(f"more than {MOST_LINES:,} lines")


@dataclass(frozen=True, slots=True)
class Imported:
    """A new article, where it comes from, and what the analyst should know about it."""

    article: Article
    source: SourceRecord
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the source says of itself: each field as stated, the `guessed` ones inferred."""

    headline: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Capture:
    """The circumstances of one import: under which name, from where, when."""

    name: str
    media_type: str
    url: str
    captured_from: str
    now: datetime
    sha256: str

    @classmethod
    def of(
        cls, data: bytes, name: str, *, media_type: str, url: str, captured_from: str, now: datetime
    ) -> "Capture":
        base = _short(one_line(re.split(r"[/\\]", name)[-1])) or "The file"
        sha256 = sha256_of(data)
        return cls(base, one_line(media_type), one_line(url), captured_from, now, sha256)

    def imported(
        self, blocks: Iterable[BlockText], known: Known, media_type: str, warnings: Iterable[str]
    ) -> Imported:
        """The answer of an importer. Raises CannotImport where no block holds any text, and TooLong."""
        article = Article.of([*_within_bounds(_clean(blocks))])
        if not article.text:
            raise CannotImport(
                f"{self.name} holds no text: check that it is the right file, or copy the text and paste it"
            )
        missing = () if known.headline else ("The text names no headline",)
        return Imported(article, self._source(known, media_type), (*warnings, *missing))

    def _source(self, known: Known, media_type: str) -> SourceRecord:
        return SourceRecord(
            headline=_field(known.headline),
            outlet=_field(known.outlet),
            author=_field(known.author),
            published=_field(known.published),
            language=_field(known.language),
            url=self.url or _field(known.url),
            captured_at=self.now.astimezone(UTC).isoformat(timespec="seconds"),
            captured_from=self.captured_from,
            original_name=self.name,
            media_type=media_type,
            original_sha256=self.sha256,
            guessed=tuple(name for name in known.guessed if name != "url" or not self.url),
        )


def _field(text: str) -> str:
    return one_line(text[:_LONGEST_FIELD])


def _short(name: str) -> str:
    """The name, without its middle where it would fill a message."""
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def _within_bounds(blocks: Iterable[BlockText]) -> Iterable[BlockText]:
    characters = 0
    for number, block in enumerate(blocks):
        characters += len(block[1])
        if number >= MOST_LINES:
            raise TooLong(f"more than {MOST_LINES:,} paragraphs")
        if characters > MOST_CHARACTERS:
            raise TooLong(f"more than {MOST_CHARACTERS:,} characters")
        if len(block[1]) > _LONGEST_LINE:
            raise TooLong(f"more than {_LONGEST_LINE:,} characters in one paragraph")
        yield block


def _clean(blocks: Iterable[BlockText]) -> Iterable[BlockText]:
    """The blocks after the one cleaning: a line each, none empty, no white space around them."""
    for kind, text, level in blocks:
        for line in canon(text).split("\n"):
            if stripped := line.strip():
                yield kind, stripped, level


assert Article.of([]).canon_version == VERSION
