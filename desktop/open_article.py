"""One article of the window: what it holds, where it is kept, and whether that is the same."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change
from pressmark.storage.fingerprint import Fingerprint
from pressmark.storage.journal_records import NEVER, WITHOUT_FILE, Noted, Step


@dataclass(eq=False, slots=True)
class OpenArticle:
    """`original` are the bytes it was imported from, until they lie beside its file.

    `held` is what its file held when it was last read or written here.
    """

    doc: AnnotatedArticle
    path: Path | None = None
    original: bytes | None = None
    warnings: tuple[str, ...] = ()
    read_only: bool = False
    held: Fingerprint | None = None
    key_without_file: str = field(default_factory=lambda: f"{WITHOUT_FILE}{os.urandom(16).hex()}")
    _changes: list[Noted] = field(default_factory=list)
    _position: int = 0
    _saved: int = 0
    _aside: tuple[int, tuple[Change, ...]] | None = None  # from so many changes these lead to what was saved
    _altered: int = 0  # changes before this one are as the journal was told last

    @property
    def name(self) -> str:
        return self.doc.headline

    @property
    def key(self) -> str:
        """What the journal knows it by: its file, or a name of its own while it has none."""
        return str(self.path.resolve()) if self.path else self.key_without_file

    @property
    def sha256(self) -> str:
        """Of what its file held, empty where it has none."""
        return self.held.sha256 if self.held else ""

    @property
    def unsaved(self) -> bool:
        """True when its file, if there is one, does not hold what the window shows."""
        return self.path is None or self._saved != self._position

    @property
    def state(self) -> Change | None:
        """What it was last changed by; to be handed to `mark_saved` once that much is on the disk."""
        return self._changes[self._position - 1].change if self._position else None

    @property
    def changes(self) -> Sequence[Noted]:
        """All that was done to it, and at the end what was undone and can be done again."""
        return self._changes

    @property
    def position(self) -> int:
        """How many of its changes are in effect."""
        return self._position

    @property
    def saved(self) -> int:
        """How many of its changes its file holds; `NEVER` where they do not lead to what it holds."""
        return self._saved if self.path else NEVER

    def make(self, change: Change, step: Step) -> None:
        """Makes a change, for the first time or again."""
        self.doc.apply(change)
        again = self._position < len(self._changes) and self._changes[self._position].change is change
        if not again:
            self._turn_off()
            del self._changes[self._position :]
            self._changes.append(Noted(step, change))
            self._altered = min(self._altered, self._position)
            self._saved = NEVER if self._saved > self._position else self._saved
        self._position += 1

    def take_back(self, change: Change) -> None:
        """Undoes the last change made, which must be this one."""
        self.doc.apply(change.inverse())
        self._position -= 1

    def remember(self, changes: Sequence[Noted], position: int, saved: int) -> None:
        """What was done to it before it was opened here: `position` of these are in effect."""
        self._changes, self._position, self._saved = list(changes), position, saved
        self._altered = len(changes)

    def unwritten(self) -> int:
        """The number of the first change that the journal was not told of; from now on it was."""
        first, self._altered = self._altered, len(self._changes)
        return first

    def tell_again(self) -> None:
        """The journal could not be told: it is to be told everything."""
        self._altered = 0

    def mark_saved(self, path: Path, state: Change | None, held: Fingerprint) -> None:
        """Its file now holds what it held after `state`; the original lies beside it."""
        self.path = path
        self.original = None
        self.held = held
        self._saved = self._number_of(state)
        self._aside = None

    def mark_unsaved(self) -> None:
        """What the file says is not what is shown: it was mended while it was read."""
        self._saved, self._aside = NEVER, None

    def mark_based_on(self, held: Fingerprint, change: Change) -> None:
        """Its file holds what this change would make of it now."""
        self.held = held
        self._saved, self._aside = NEVER, (self._position, (change,))
        if change.changes_nothing:
            self._saved, self._aside = self._position, None

    def as_saved(self) -> AnnotatedArticle | None:
        """What its file held when it was last read or written here; None where nobody knows any more."""
        if self.path is None or (self._saved == NEVER and self._aside is None):
            return None
        start, rest = self._aside or (self._saved, ())
        doc = self.doc.copy()
        for noted in reversed(self._changes[start : self._position]):
            doc.apply(noted.change.inverse())
        for change in (*(noted.change for noted in self._changes[self._position : start]), *rest):
            doc.apply(change)
        return doc

    def _turn_off(self) -> None:
        """What leads to the saved state, and is about to be forgotten, is put aside."""
        start, rest = self._aside or (self._saved, ())
        if start > self._position:
            dropped = tuple(noted.change for noted in self._changes[self._position : start])
            self._aside = (self._position, (*dropped, *rest))

    def _number_of(self, state: Change | None) -> int:
        """How many changes lead to that state."""
        if state is None:
            return 0
        numbered = enumerate(self._changes, start=1)
        return next((number for number, noted in numbered if noted.change is state), NEVER)
