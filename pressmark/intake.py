"""What an analyst gives, one thing after the other, and what becomes of each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pressmark.annotated_article import AnnotatedArticle
from pressmark.dossier import Dossier
from pressmark.loading import CannotLoad, Loaded, ReadAll, each_of_bytes, files_in, load_address, load_each
from pressmark.storage.safe_write import CannotWrite

if TYPE_CHECKING:
    from pressmark.importers.questions import Answers, Question


@dataclass(frozen=True, slots=True)
class Given:
    """A file, the address of a page, or a selection that was dropped or pasted: one of the three."""

    path: Path | None = None
    address: str = ""
    data: bytes = b""
    media_type: str = ""

    @property
    def name(self) -> str:
        return self.path.name if self.path else self.address or "The selection"

    def each(
        self, now: datetime, read: ReadAll | None, answers: "Answers | None"
    ) -> Iterator[Loaded | CannotLoad]:
        """The articles in it, and why some cannot be had; raises nothing."""
        if self.path:
            return load_each(self.path, now, read, answers)
        if self.address:
            return load_address(self.address, now, read, answers)
        return each_of_bytes(
            self.data,
            "selection",
            now,
            media_type=self.media_type,
            captured_from="selection",
            read=read,
            answers=answers,
        )


class Fate(StrEnum):
    """What became of a thing, in the words of the report."""

    IN = "came in"
    LOOK = "came in, and wants a look"
    THERE = "was here already"
    FAILED = "did not come in"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article, or of a thing that holds none.

    `loaded` is None where nothing came in, and `why` says why; `twin` is the article that was there already,
    where it is a duplicate.
    """

    given: Given
    loaded: Loaded | None = None
    why: str = ""
    question: "Question | None" = None
    twin: "Twin | None" = None

    @property
    def name(self) -> str:
        return self.loaded.doc.headline if self.loaded else self.given.name

    @property
    def fate(self) -> "Fate":
        if self.loaded is None:
            return Fate.THERE if self.twin else Fate.FAILED
        return Fate.LOOK if self.question or self.twin else Fate.IN

    @property
    def told(self) -> str:
        """What there is to say of it, in sentences; empty where it simply came in."""
        how = self.twin.how if self.twin and self.loaded else ""
        warnings = self.loaded.warnings if self.loaded else ()
        sentences = (self.why, how, *warnings, _doubt(self.question) if self.loaded else "")
        return "\n".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in sentences if one)


def _files_of(given: Given) -> list[Given]:
    """The files of a folder; one that cannot be listed stands for itself, and fails."""
    try:
        if given.path is None or not given.path.is_dir():
            return [given]
        return [Given(path=file) for file in files_in(given.path)]
    except (CannotLoad, OSError):
        return [given]


def _doubt(question: "Question | None") -> str:
    """Why the article wants a look; a guessed encoding is among the warnings already."""
    from pressmark.importers.questions import WhetherRight, WhetherToSplit, WhichColumns

    match question:
        case WhetherRight(reason):
            return reason
        case WhichColumns():
            return "The columns of its table were told by their names and what they hold"
        case WhetherToSplit(headlines):
            return f"It seems to hold {len(headlines)} articles"
    return ""


@dataclass(frozen=True, slots=True)
class Twin:
    """An article that is there already: its file, if it has one, and how it is like the new one, in words.

    `same` where nothing is to be gained from the new one, which therefore is left out; `version` where the
    new one seems to be a later or an earlier version of it. `doc` is the article itself where it is open.
    """

    headline: str
    path: Path | None
    how: str
    same: bool
    version: bool = False
    doc: AnnotatedArticle | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """Reads by `read`, saves into `dossier` where there is one, asks `twin_of` before and tells `took` after.

    What `tick` raises, given the share that is done, ends it; what came in until then has come in.
    """

    read: ReadAll | None = None
    dossier: Dossier | None = None
    twin_of: Callable[[AnnotatedArticle], Twin | None] = lambda _: None
    took: Callable[[Loaded], None] = lambda _: None
    answers: "Callable[[Given], Answers | None]" = lambda _: None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def take(
        self, given: Iterable[Given], tick: Callable[[float], None], *, twins_too: bool = False
    ) -> Iterator[Outcome]:
        """What became of each; `twins_too` takes in what is there already."""
        things = [thing for one in given for thing in _files_of(one)]
        for number, thing in enumerate(things):
            tick(number / len(things))
            for found in thing.each(self.clock(), self.read, self.answers(thing)):
                yield self._outcome(thing, found, twins_too=twins_too)
                tick(number / len(things))

    def _outcome(self, thing: Given, found: Loaded | CannotLoad, *, twins_too: bool) -> Outcome:
        if isinstance(found, CannotLoad):
            return Outcome(thing, why=str(found), question=found.question)
        twin = self.twin_of(found.doc) if found.path is None else None
        if twin and twin.same and not twins_too:
            return Outcome(thing, why=twin.how, twin=twin)
        try:
            kept = self._kept(found)
        except CannotWrite as error:
            return Outcome(thing, why=str(error))
        self.took(kept)
        return Outcome(thing, kept, question=found.question, twin=twin)

    def _kept(self, found: Loaded) -> Loaded:
        """In the dossier, where there is one and it is not there yet. Raises CannotWrite."""
        if self.dossier is None or found.path is not None:
            return found
        path, held = self.dossier.add(found.doc, found.original)
        return replace(found, path=path, held=held, original=None)
