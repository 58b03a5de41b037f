"""What happened, as text that may be shown to others, and the dialog that shows it: nothing is sent."""

import os
import platform
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import PySide6
from PySide6.QtCore import QSize, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.hiding import without_home
from desktop.log import crash_file, log_file, recent_mishaps

_LAST_LINES = 80
_CRASH_LINES = 40
_MOST_READ = 100_000

_MARKS_OF_A_CRASH = ("Fatal Python error", "Windows fatal exception")


class ReportDialog(QDialog):
    """Plain text to read, to copy, and to send on by hand."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Report a problem")
        self.resize(QSize(720, 520))
        self.report = report
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        lead = QLabel(
            "Copy this into your message to whoever looks after Pressmark. It has neither text nor names "
            "of your articles, and it goes nowhere by itself."
        )
        lead.setWordWrap(True)
        column.addWidget(lead)
        self._text = QPlainTextEdit(report)
        self._text.setAccessibleName("Report")
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        column.addWidget(self._text, 1)
        column.addLayout(self._buttons())

    @classmethod
    def show_for(cls, parent: QWidget | None, report: str) -> None:
        """Until it is closed."""
        dialog = cls(parent, report)
        dialog.exec()
        dialog.deleteLater()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        folder = QPushButton("Open log folder")
        folder.setAutoDefault(False)
        folder.clicked.connect(self._open_folder)
        self._said = QLabel()
        self._said.setObjectName("quiet")
        close = QPushButton("Close")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        copy = QPushButton("Copy")
        copy.setObjectName("primary")
        copy.setDefault(True)
        copy.clicked.connect(self._copy)
        row.addWidget(folder)
        row.addWidget(self._said)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(copy)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._said.setText("Copied")

    def _open_folder(self) -> None:
        try:
            folder = log_file().parent
        except OSError as error:
            self._said.setText(f"There is none: {error.strerror}")
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._said.setText(str(folder))


def make_report() -> str:
    """What happened, with what, and what the log has: as text that may be shown to others."""
    parts = [("With", [*_versions()])]
    if mishaps := recent_mishaps():
        parts.insert(0, ("What happened", ["\n\n".join(mishaps)]))
    if crash := _crash():
        parts.append(crash)
    parts.append(_log())
    return "\n\n".join("\n".join([title, "-" * len(title), *lines]) for title, lines in parts) + "\n"


def _versions() -> Iterator[str]:
    from importlib.metadata import PackageNotFoundError, version

    try:
        own = version("pressmark")
    except PackageNotFoundError:  # started from a folder that was never installed
        own = "of unknown version"
    yield f"Pressmark {own}{' (packed)' if getattr(sys, 'frozen', False) else ''}"
    yield f"Python {platform.python_version()}, Qt {qVersion()}, PySide {PySide6.__version__}"
    yield f"{platform.platform()}, {QGuiApplication.platformName()}"
    for screen in QGuiApplication.screens():
        size = screen.size()
        yield f"Screen {size.width()} × {size.height()}, scale {screen.devicePixelRatio():g}"


def _crash() -> tuple[str, list[str]] | None:
    """The last crash of this or an earlier session, where there was one."""
    try:
        file = crash_file()
        text = _end_of(file)
        when = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    except OSError:
        return None
    lines = text[max(0, *map(text.rfind, _MARKS_OF_A_CRASH)) :].splitlines()
    title = f"The last crash, {when:%Y-%m-%d %H:%M}"
    return (title, [without_home(line) for line in lines[:_CRASH_LINES]]) if lines else None


def _log() -> tuple[str, list[str]]:
    try:
        file = log_file()
        lines = _end_of(file).splitlines() if file.exists() else []
    except OSError as error:
        return ("The log cannot be read", [error.strerror or type(error).__name__])
    title = f"The end of {without_home(str(file))}"
    return (title, lines[-_LAST_LINES:] or ["It is empty."])


def _end_of(file: Path) -> str:
    with file.open("rb") as log:
        log.seek(-min(_MOST_READ, os.fstat(log.fileno()).st_size), os.SEEK_END)
        return log.read(_MOST_READ).decode("utf-8", "backslashreplace")
