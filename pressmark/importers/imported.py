"""What an importer is given besides the bytes, and what it answers: a value and warnings, or CannotImport."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import TypeAlias

from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.digest import sha256_of
from pressmark.importers.boilerplate import boilerplate
from pressmark.importers.canon import VERSION, canon, one_line
from pressmark.importers.language import contradicts, language_of
from pressmark.importers.questions import Answers, Question

BlockText = tuple[BlockKind, str, int]
"""A block before it has its place: kind, text of one line, level of a heading (0 elsewhere)."""

MOST_CHARACTERS = 5_000_000
"""Of one article: eight hundred thousand words."""

MOST_LINES = 100_000
_LONGEST_LINE = 2_000_000  # files of ours cannot hold 10 MB in one
_LONGEST_FIELD = 1000
_TELLING = 250  # characters, in which a text surely is not in a language
_LONGEST_NAME = 120

INSTEAD = "save it as a Word document (.docx) or as plain text, or copy the text and paste it"
"""What to do with a file that cannot be read: how many messages end."""


class CannotImport(Exception):
    """Nothing was imported; the message says what is wrong with which file, and what to do.

    `question` is what the analyst could answer to have it imported after all.
    """

    def __init__(self, message: str, question: Question | None = None) -> None:
        super().__init__(message)
        self.question = question


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
    """A new article, where it comes from, and what the analyst should know about it.

    `struck` are the blocks, by number, that seem not to be the article's own (share buttons, “read more”):
    shown struck out, never silently gone. `original` are the bytes to be kept beside the article; empty
    stands for the bytes that were read. `question` is what the analyst may want to answer.
    """

    article: Article
    source: SourceRecord
    warnings: tuple[str, ...] = ()
    struck: tuple[int, ...] = ()
    original: bytes = b""
    question: Question | None = None


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
class Part:
    """A file found in another: to be read by itself, whatever kind it is.

    `known` is what the file around it states, for fields that the part itself does not; `captured_at` when
    it was captured, where that was before it came here.
    """

    data: bytes
    name: str
    media_type: str = ""
    url: str = ""
    known: Known = Known()
    captured_at: datetime | None = None


Found: TypeAlias = Imported | Part | CannotImport
"""What a file that may hold several articles yields, one after the other: one that fails does not end it."""


@dataclass(frozen=True, slots=True)
class Capture:
    """The circumstances of one import: under which name, from where, when, and what the analyst answered.

    `around` is what the file that this one was found in states of it.
    """

    name: str
    media_type: str
    url: str
    captured_from: str
    now: datetime
    sha256: str
    answers: Answers = field(default_factory=Answers)
    around: Known = Known()

    @classmethod
    def of(
        cls,
        data: bytes,
        name: str,
        *,
        media_type: str,
        url: str,
        captured_from: str,
        now: datetime,
        answers: Answers | None = None,
        around: Known | None = None,
    ) -> "Capture":
        base = _short(one_line(re.split(r"[/\\]", name)[-1])) or "The file"
        sha256, answers, around = sha256_of(data), answers or Answers(), around or Known()
        return cls(base, one_line(media_type), one_line(url), captured_from, now, sha256, answers, around)

    def imported(
        self,
        blocks: Iterable[BlockText],
        known: Known,
        media_type: str,
        warnings: Iterable[str],
        struck: Collection[int] = (),
    ) -> Imported:
        """The answer of an importer. Raises CannotImport where no block holds any text, and TooLong.

        `struck` are the blocks, by number, that the importer knows to be none of the article's own; what
        tells itself by its words is found here.
        """
        known = _filled(known, self.around)
        numbered = [*_within_bounds(_clean(blocks))]
        article = Article.of(block for _, block in numbered)
        if not article.text:
            raise CannotImport(
                f"{self.name} holds no text: check that it is the right file, or copy the text and paste it"
            )
        away = _struck(numbered, struck)
        own = (block[1] for at, (_, block) in enumerate(numbered) if at not in away)
        known = _in_its_language(known, own)
        missing = () if known.headline else ("The text names no headline",)
        return Imported(article, self._source(known, media_type), (*warnings, *missing), tuple(sorted(away)))

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


def _filled(known: Known, around: Known) -> Known:
    """What is stated around it takes the place of what is empty or only guessed; a guess that of nothing."""
    names = [one.name for one in fields(Known) if one.name != "guessed"]
    better = {
        name: getattr(around, name)
        for name in names
        if getattr(around, name)
        and (not getattr(known, name) or (name in known.guessed and name not in around.guessed))
    }
    still = [name for name in known.guessed if name not in better]
    return replace(known, guessed=(*still, *(name for name in around.guessed if name in better)), **better)


def _struck(numbered: list[tuple[int, BlockText]], given: Collection[int]) -> set[int]:
    """The cleaned blocks that came from the given ones, or that are boilerplate by their words."""
    away = {at for at, (number, _) in enumerate(numbered) if number in given}
    kept = [at for at in range(len(numbered)) if at not in away]
    away.update(kept[at] for at in boilerplate([numbered[at][1] for at in kept]))
    return away


def _in_its_language(known: Known, texts: Iterable[str]) -> Known:
    """With the language that the text tells, where none is stated or one that the text surely is not in.

    Many sites and word processors state a language that is the template's and not the article's.
    """
    text = "\n".join(texts)
    language = language_of(text)
    surely_not = len(text) >= _TELLING and contradicts(language, known.language)
    if not language or (known.language and not surely_not):
        return known
    others = (one for one in known.guessed if one != "language")
    return replace(known, language=language, guessed=(*others, "language"))


def _field(text: str) -> str:
    return one_line(text[:_LONGEST_FIELD])


def _short(name: str) -> str:
    """The name, without its middle where it would fill a message."""
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def _within_bounds(blocks: Iterable[tuple[int, BlockText]]) -> Iterable[tuple[int, BlockText]]:
    characters = 0
    for count, (number, block) in enumerate(blocks):
        characters += len(block[1])
        if count >= MOST_LINES:
            raise TooLong(f"more than {MOST_LINES:,} paragraphs")
        if characters > MOST_CHARACTERS:
            raise TooLong(f"more than {MOST_CHARACTERS:,} characters")
        if len(block[1]) > _LONGEST_LINE:
            raise TooLong(f"more than {_LONGEST_LINE:,} characters in one paragraph")
        yield number, block


def _clean(blocks: Iterable[BlockText]) -> Iterable[tuple[int, BlockText]]:
    """The blocks after the one cleaning (a line each, none empty, no white space around them), each with the
    number of the one that it came from."""
    for number, (kind, text, level) in enumerate(blocks):
        for line in canon(text).split("\n"):
            if stripped := line.strip():
                yield number, (kind, stripped, level)


assert Article.of([]).canon_version == VERSION
