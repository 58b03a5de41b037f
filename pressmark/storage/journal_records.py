"""What the journal is told of an article, and what it answers with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change

JOURNAL = "journal-1.sqlite"
"""The journal's file, with the version of its tables: another Pressmark has another, and reads this one."""

WITHOUT_FILE = "unsaved:"
"""Begins the keys of articles that have no file yet."""

NEVER = -1
"""In the place of a number of changes: no file holds a state that these changes lead to."""


class JournalUnavailable(OSError):
    """The journal cannot be written or read; the message is for the analyst."""


class Step(NamedTuple):
    """Which step of which session's history a change belongs to; in this order they were made.

    Session 0 is the one that runs.
    """

    session: int
    number: int


class Noted(NamedTuple):
    """One change of one article, with the step that it was part of."""

    step: Step
    change: Change


@dataclass(frozen=True, slots=True)
class Entry:
    """How an article stands now. `changes` take the place of all from number `first` on.

    `position` of its changes are in effect, the file holds the first `saved` of them (or `NEVER`) in bytes of
    the digest `saved_sha`. `key` is the file's path, or a name for what has none yet. `base` gives what it
    held before the first change, as XML, and `original` the bytes it was imported from: asked for once.
    """

    key: str
    title: str
    position: int
    saved: int
    saved_sha: str
    first: int
    changes: tuple[Noted, ...]
    base: Callable[[], bytes]
    original: bytes | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """Work that a session which is over has not saved. `changed_at` is ISO 8601, UTC."""

    id: int
    key: str
    title: str
    changed_at: str
    number: int  # of changes that are not in the file


@dataclass(frozen=True, slots=True)
class Kept:
    """All that the journal holds of one article, as in `Entry`; `base` is XML."""

    id: int
    key: str
    title: str
    changed_at: str
    base: bytes
    original: bytes | None
    changes: tuple[Noted, ...]
    position: int
    saved: int
    saved_sha: str

    def after(self, base: AnnotatedArticle, number: int) -> AnnotatedArticle:
        """What so many of the changes make of the base. Raises ChangeDoesNotFit."""
        doc = base.copy()
        for noted in self.changes[:number]:
            doc.apply(noted.change)
        return doc
