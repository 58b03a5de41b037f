"""One article of the window: what it holds, where it is kept, and whether that is the same."""

from dataclasses import dataclass, field
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change


@dataclass(eq=False, slots=True)
class OpenArticle:
    """`original` are the bytes it was imported from, until they lie beside its file."""

    doc: AnnotatedArticle
    path: Path | None = None
    original: bytes | None = None
    warnings: tuple[str, ...] = ()
    read_only: bool = False
    _made: list[Change] = field(default_factory=list)
    _saved: Change | None = None
    _never_saved: bool = False

    @property
    def name(self) -> str:
        return self.doc.headline

    @property
    def unsaved(self) -> bool:
        """True when its file, if there is one, does not hold what the window shows."""
        return self.path is None or self._never_saved or self._last is not self._saved

    @property
    def state(self) -> Change | None:
        """What it was last changed by; to be handed to `mark_saved` once that much is on the disk."""
        return self._last

    def make(self, change: Change) -> None:
        self.doc.apply(change)
        self._made.append(change)

    def take_back(self, change: Change) -> None:
        """Undoes the last change made, which must be this one."""
        self.doc.apply(change.inverse())
        self._made.pop()

    def mark_saved(self, path: Path, state: Change | None) -> None:
        """Its file now holds what it held after `state`; the original lies beside it."""
        self.path = path
        self.original = None
        self._saved = state
        self._never_saved = False

    def mark_unsaved(self) -> None:
        """What the file says is not what is shown: it was mended while it was read."""
        self._never_saved = True

    @property
    def _last(self) -> Change | None:
        return self._made[-1] if self._made else None
