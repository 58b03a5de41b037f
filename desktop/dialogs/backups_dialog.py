"""Earlier versions of an article: looked at, and restored beside it, never over it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.background import Job
from desktop.dialogs.backup_list import BackupList, Version
from desktop.dialogs.backup_page import BackupPage, Seen, counts_of
from desktop.latest import Latest
from desktop.views.calm_combo import CalmCombo
from pressmark.annotated_article import AnnotatedArticle
from pressmark.differences import differences

_PAUSE = 30
"""Milliseconds on one version before it is read: whoever runs through them does not wait for each."""

_LONGEST = 100
"""Characters of an article's name."""

_MOST_BYTES = 150
"""Of a file's name, in that of its copies: with all that follows it is one that every system takes."""

_ADVICE = ": bring back an earlier version of it"
"""Said of damaged files, and of no use here."""


class Shelf(Protocol):
    """Where versions are kept, as `pressmark.storage.backups.Backups`."""

    def all_of(self, key: str) -> Sequence[Version]: ...
    def newest_of_all(self) -> Sequence[tuple[str, Version]]: ...
    def read(self, path: Path, /) -> AnnotatedArticle | Exception: ...
    def count(self, path: Path, /) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Restoring:
    """The version to be restored, and a name for its copy that is free beside the article."""

    version: Path
    copy: Path


@dataclass(frozen=True, slots=True)
class _Asked:
    """A version to be read, and with what to compare it."""

    version: Version
    front: AnnotatedArticle | Path


class BackupsDialog(QDialog):
    """Changes nothing. Versions are compared with the article as it is open, else with the newest version."""

    def __init__(self, parent: QWidget, shelf: Shelf, key: str, current: AnnotatedArticle | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Earlier versions")
        self.resize(QSize(980, 640))
        self.setMinimumSize(QSize(760, 440))
        self._shelf, self._key = shelf, key
        self._current = current.copy() if current else None  # it is compared on another thread
        self._names = CalmCombo()
        self._versions = BackupList()
        self._page = BackupPage()
        self._counting: Job | None = None
        self._reading = Latest[_Asked, Seen](
            lambda asked, _: _seen(shelf, asked), self._read, self._gone_wrong, _PAUSE, self
        )
        self._build()
        self._versions.chosen.connect(self._choose)
        self._offer_names()
        self._names.currentIndexChanged.connect(lambda _: self._show_article())
        self._show_article()
        self._versions.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, shelf: Shelf, key: str = "", current: AnnotatedArticle | None = None
    ) -> Restoring | None:
        """`key` is the article in front, as backups know it, `current` what it holds now."""
        dialog = cls(parent, shelf, key, current)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> Restoring | None:
        version = self._versions.version()
        return Restoring(version.path, copy_beside(self._shown_key(), version.when)) if version else None

    def done(self, result: int) -> None:
        self._stop_counting()
        self._reading.forget()
        super().done(result)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(24, 18, 24, 14)
        top.setSpacing(4)
        name = QLabel("Article")
        name.setObjectName("fieldName")
        name.setBuddy(self._names)
        self._names.setAccessibleName("Article")
        self._names.setMaxVisibleItems(20)
        top.addWidget(name)
        top.addWidget(self._names)
        parts = QHBoxLayout()
        parts.setContentsMargins(24, 0, 24, 12)
        parts.setSpacing(28)
        parts.addWidget(self._versions, 5)
        parts.addWidget(self._page, 6)
        column.addLayout(top)
        column.addLayout(parts, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("dialogFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 14)
        row.setSpacing(10)
        self._folder = _button("Show folder", self._show_folder)
        self._restore = _button("Restore as a copy…", self.accept)
        self._restore.setObjectName("primary")
        self._restore.setDefault(True)
        row.addWidget(self._folder)
        row.addStretch(1)
        row.addWidget(_button("Close", self.reject))
        row.addWidget(self._restore)
        return foot

    def _offer_names(self) -> None:
        """The article in front first, then the others, those last kept first."""
        known = sorted(self._shelf.newest_of_all(), key=lambda one: one[1].when, reverse=True)
        if self._key:
            self._names.addItem(_title_of(self._current) if self._current else _name_of(self._key), self._key)
        for key, newest in known:
            if key != self._key:
                self._names.addItem(_name_of(key, newest), key)

    def _shown_key(self) -> str:
        return str(self._names.currentData() or "")

    def _show_article(self) -> None:
        self._stop_counting()
        self._reading.forget()
        versions = self._shelf.all_of(self._shown_key())
        self._restore.setEnabled(bool(versions))
        self._folder.setEnabled(bool(versions))
        self._front: AnnotatedArticle | Path | None = versions[0].path if versions else None
        if self._current is not None and self._shown_key() == self._key:
            self._front = self._current
        self._versions.show_versions(versions, datetime.now().astimezone().date())
        if versions:
            self._count(versions)
        else:
            self._page.show_nothing("No version of it is kept yet. One is kept now and then as it is saved.")

    def _count(self, versions: Sequence[Version]) -> None:
        def work(tick: Callable[[float], None]) -> list[tuple[int, int | None]]:
            found = []
            for place, one in enumerate(versions):
                tick(place / len(versions))
                found.append((one.number, self._shelf.count(one.path)))
            return found

        self._counting = Job(work, self)
        self._counting.succeeded.connect(self._versions.show_counts)
        self._counting.start()

    def _stop_counting(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
            self._counting.succeeded.disconnect(self._versions.show_counts)
            self._counting = None

    def _choose(self, version: Version) -> None:
        assert self._front is not None
        asked = _Asked(version, self._front)
        self._reading.ask(lambda: asked)

    def _read(self, seen: Seen) -> None:
        if seen.version is self._versions.version():
            self._restore.setEnabled(not seen.problem)
            is_open = self._front is self._current
            self._page.show_seen(
                seen, "Changed since then" if is_open else "Changed until the newest version"
            )

    def _gone_wrong(self, error: Exception) -> None:
        self._restore.setEnabled(False)
        self._page.show_nothing(f"This version cannot be read: {error}")

    def _show_folder(self) -> None:
        if version := self._versions.version():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(version.path.parent)))


def copy_beside(key: str, when: datetime) -> Path:
    """“ferry (backup 2026-11-14 09.12).pressmark” beside the article, with a number where there is one."""
    file = Path(key) if Path(key).is_absolute() else Path("Article.pressmark")
    name = file.stem.encode("utf-8", "surrogateescape")[:_MOST_BYTES].decode("utf-8", "ignore")
    stem = f"{name} (backup {when.astimezone():%Y-%m-%d %H.%M})"
    names = (stem, *(f"{stem} {number}" for number in range(2, 100)))
    copies = [file.with_name(f"{name}{file.suffix}") for name in names]
    return next((one for one in copies if not one.exists()), copies[0])


def _seen(shelf: Shelf, asked: _Asked) -> Seen:
    """Read and compared; on another thread than the window's."""
    doc = shelf.read(asked.version.path)
    if isinstance(doc, Exception):
        return Seen(asked.version, problem=f"{str(doc).removesuffix(_ADVICE)}. Choose another version.")
    if asked.front == asked.version.path:
        return Seen(asked.version, doc.headline, counts_of(doc))
    front = asked.front if isinstance(asked.front, AnnotatedArticle) else shelf.read(asked.front)
    compared = None if isinstance(front, Exception) else tuple(differences(doc, front))
    return Seen(asked.version, doc.headline, counts_of(doc), compared)


def _title_of(doc: AnnotatedArticle) -> str:
    words = " ".join(doc.headline.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _name_of(key: str, newest: Version | None = None) -> str:
    """“ferry.pressmark, in Documents/Harbour aid”: of the folder no more than tells it from others."""
    file = Path(key)
    if file.is_absolute():
        folder = "/".join(file.parent.parts[-2:]).replace("//", "/")
        return f"{file.name}, in {folder}"
    when = f", kept {newest.when.astimezone():%d.%m.%Y %H:%M}" if newest else ""
    return f"Never saved{when}"


def _button(text: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button
