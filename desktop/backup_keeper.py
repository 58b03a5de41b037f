"""Keeps earlier versions while the analyst works: in passing where it is saved, and before risky steps."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.background import Job
from desktop.desk import Desk
from desktop.open_article import OpenArticle
from desktop.undo import Part
from pressmark.annotated_article import AnnotatedArticle
from pressmark.labels import Codebook
from pressmark.storage.write_xml import to_xml

if TYPE_CHECKING:
    from pressmark.storage.backups import Backups

_OFTEN_ENOUGH = timedelta(minutes=10)
"""From one version kept in passing to the next."""

_MANY = 25
"""Edits in one step that an analyst cannot look over."""

_Version = tuple[str, Callable[[], bytes]]


class BackupKeeper(QObject):
    """`troubled` says, once, why versions cannot be kept."""

    troubled = Signal(str)

    def __init__(self, desk: Desk, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._kept: dict[str, datetime] = {}
        self._has_told = False
        desk.written.connect(self._in_passing)
        desk.aboutToChange.connect(self._before)
        desk.takenIn.connect(self._as_they_came)

    @cached_property
    def backups(self) -> "Backups":
        from pressmark.storage.backups import Backups  # not at the start of the window

        return Backups(self._folder)

    def _in_passing(self, articles: Iterable[OpenArticle]) -> None:
        now = datetime.now(UTC)
        due = [
            (one.key, one.path.read_bytes)
            for one in articles
            if one.path and abs(now - self._kept.get(one.key, now - _OFTEN_ENOUGH)) >= _OFTEN_ENOUGH
        ]
        self._kept.update((key, now) for key, _ in due)
        self._keep(due, "")

    def _before(self, parts: Sequence[Part]) -> None:
        if why := _risk(parts):
            held = [(article.key, _xml_of(article.doc.copy())) for article, _ in parts]
            self._keep(held, why)

    def _as_they_came(self, articles: Iterable[OpenArticle]) -> None:
        """A file that was mended while it was read will be written as this Pressmark writes it."""
        mended = [(one.key, one.path.read_bytes) for one in articles if one.path and one.warnings]
        self._keep(mended, "before-format-change")

    def _keep(self, versions: Sequence[_Version], why: str) -> None:
        if versions:
            backups = self.backups
            job = Job(lambda _: _put(backups, versions, why), self)
            job.failed.connect(self._trouble)
            job.start()

    def _trouble(self, error: Exception) -> None:
        if not self._has_told:
            self._has_told = True
            self.troubled.emit(f"Earlier versions cannot be kept: {error}")


def _put(backups: "Backups", versions: Sequence[_Version], why: str) -> None:
    now = datetime.now(UTC)
    for key, data in versions:
        backups.keep(key, data(), why)
        backups.thin(key, now)


def _risk(parts: Sequence[Part]) -> str:
    """What is risky about a step, empty for what undo is enough for."""
    edits = [edit for _, change in parts for edit in change.edits]
    if any(edit.kind is Codebook for edit in edits):
        return "before-codebook-change"
    return "before-bulk-change" if len(parts) > 1 or len(edits) >= _MANY else ""


def _xml_of(doc: AnnotatedArticle) -> Callable[[], bytes]:
    return lambda: to_xml(doc)
