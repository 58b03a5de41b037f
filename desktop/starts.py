"""How the last starts went, and safe mode: after two that failed, the next one takes no risks."""

import os
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.settings import Settings

_MOST_FAILED = 2
_BEGUN = ".begun"
_WORDS = (
    "Safe mode, since two starts failed or you asked for it: the look is as it came, and nothing opens by "
    "itself. Unsaved work is kept. The next start is as usual."
)


class Starts:
    """Each start leaves a mark in the folder until it has gone well.

    The lock beside a mark is let go with its process: a mark without its process is a start that failed, one
    with it is another Pressmark that is just starting. Where nothing can be written, no start has failed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / f"{os.getpid()}-{time.time_ns()}{_BEGUN}"
        self._lock = _lock_of(self._own)

    def begin(self) -> bool:
        """Puts down that a start has begun; True where the last two have failed."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            failed = self._failed()
            if self._lock.tryLock(0):
                self._own.touch()
        except OSError:
            return False
        return len(failed) >= _MOST_FAILED

    def succeeded(self) -> None:
        """The window has been there for a while: what failed before is forgotten."""
        with suppress(OSError):  # a folder that cannot be written any more tells at the next start
            for mark in (*self._failed(), self._own):
                mark.unlink(missing_ok=True)
        self._lock.unlock()

    def ended(self) -> None:
        """The window was closed as it should be, however soon."""
        self.succeeded()

    def _failed(self) -> list[Path]:
        """Marks of starts that neither went well nor go on."""
        return [mark for mark in self._folder.glob(f"*{_BEGUN}") if mark != self._own and _is_over(mark)]


class SafeSettings(Settings):
    """As they come, but for the analyst's name and the files opened last. What is set is not kept.

    The state folder is the usual one: what changes now is kept as safe as ever.
    """

    def __init__(self, usual: Settings) -> None:
        super().__init__(usual.state_folder / "safe.ini")
        self._store.clear()
        self._usual = usual
        self.author = usual.author

    @property
    def state_folder(self) -> Path:
        return self._usual.state_folder

    @property
    def recent(self) -> list[Path]:
        return self._usual.recent

    def add_recent(self, *paths: Path) -> None:
        self._usual.add_recent(*paths)


class SafeNotice(QFrame):
    """A line over the window: that this is safe mode, and what to do."""

    unsavedRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        words = QLabel(_WORDS)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        row.addWidget(words, 1)
        unsaved = QPushButton("Look for unsaved work")
        unsaved.setAutoDefault(False)
        unsaved.clicked.connect(self.unsavedRequested)
        row.addWidget(unsaved)


def _lock_of(mark: Path) -> QLockFile:
    lock = QLockFile(str(mark.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # however long a start takes: only the end of its process frees it
    return lock


def _is_over(mark: Path) -> bool:
    """Whether its process has ended; one of the same number as this one has (sandboxes begin anew)."""
    if mark.name.startswith(f"{os.getpid()}-"):
        return True
    lock = _lock_of(mark)
    if not lock.tryLock(0):
        return False
    lock.unlock()
    return True
