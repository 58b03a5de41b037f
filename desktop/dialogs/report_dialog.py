"""What may be shown to others of what went wrong, and the dialog that shows it. Nothing is sent anywhere.

No word of an article is in it: of an error's message it has the words that stand in the code, never those
that were put in from a file; of a file's name its suffix.
"""

import os
import platform
import re
import sys
import traceback
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from types import CodeType, TracebackType

import PySide6
from PySide6.QtCore import QSize, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.mishaps import crash_file, log_file, recent_mishaps, said_by

_LAST_LINES = 80
_MOST_FRAMES = 40
_MOST_CHAINED = 8
_CRASH_LINES = 40
_MOST_READ = 100_000

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"(?<!\w)'.*?'(?!\w)|\"[^\"]*\"|“[^”]*”|‘[^’]*’|«[^»]*»|„[^“”]*[“”]|`[^`]*`")
_PATH = re.compile(r"[^\s'\"]*[/\\][^\s'\"]*")
_HIDDEN = re.compile(r"…(?:[\s,.:;/\\-]*…)+")
_SUFFIX = re.compile(r"\.(?:pressmark|xml|toml|json|ini|csv|txt|md|html?|docx|odt|rtf|pdf|eml|xlsx|zip)\b")
_PLAIN = """
    a an and any argument arguments at attempt attribute at base be because bytes by call called callable can
    cannot changed character codec column comparison connection could count data decode deleted depth dict
    dictionary directory division does during encode error errno exceeded expected expects failed file first
    float for format found from get global got has have import in index int integer internal invalid is it
    item items iterable iteration iter key keyword length like line list literal local mapping maximum memory
    missing modified module more must name named no none nonetype not object of on only open operand operation
    or out partially positional position possibly properties property range read recursion referenced refused
    required s set setter size slice start str string subscriptable support supported take takes than the time
    timed to too tuple type types unexpected unhashable unknown unpack unsupported values value variable was
    were where while with without wrong write zero c libshiboken already signature signal slot
    pressmark xml toml json ini csv txt md htm html docx odt rtf pdf eml xlsx zip
"""
"""Words of the messages that Python and Qt themselves make."""

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


def shown(error: BaseException, trace: TracebackType | None) -> str:
    """What led to it and it, as tracebacks without a word of an article or the name of who works here."""
    told = [_told(one, trace if one is error else one.__traceback__) for one in _chain(error)]
    return "\n".join(told)


def _chain(error: BaseException) -> list[BaseException]:
    """What led to it, and it last."""
    found: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in found and len(found) < _MOST_CHAINED:
        found.insert(0, one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return found


def _told(error: BaseException, trace: TracebackType | None) -> str:
    known = frozenset(_PLAIN.split()) | _words_of_code(frame.f_code for frame, _ in traceback.walk_tb(trace))
    if isinstance(error, OSError):
        known |= _words(error.strerror or "")
    lines = "".join(traceback.format_tb(trace, limit=-_MOST_FRAMES))
    return without_home(f"{lines}{type(error).__qualname__}: {without_names(said_by(error), known)}")


def without_home(text: str) -> str:
    """Paths below the home folder begin with “~”; elsewhere, a folder of the analyst's name is “~”, too."""
    home = os.path.expanduser("~")  # noqa: PTH111  # Path.home raises where there is none
    for known in sorted({home, os.path.realpath(home)}, key=len, reverse=True):
        text = text.replace(known, "~") if len(known) > 1 else text
    name = os.path.basename(home)  # noqa: PTH119  # of a string that need not be a path
    return re.sub(rf"(?<=[/\\]){re.escape(name)}(?=[/\\\s\"']|$)", "~", text) if name else text


def without_names(text: str, known: Collection[str] | None = None) -> str:
    """Without paths, without what is quoted and, where `known` is given, without all other words than these.

    Of a file's name its suffix is left: “'Cable.pressmark'” becomes “….pressmark”.
    """

    def hidden(match: re.Match[str]) -> str:
        found = match.group()
        if known is not None and found[1:-1].casefold() in known:
            return found
        suffix = _SUFFIX.search(found)
        return f"…{suffix.group() if suffix else ''}"

    text = _PATH.sub(hidden, _QUOTED.sub(hidden, text))
    if known is not None:
        text = _WORD.sub(lambda match: match.group() if _is_known(match.group(), known) else "…", text)
    return _HIDDEN.sub("…", text)


def _is_known(word: str, known: Collection[str]) -> bool:
    return word.casefold() in known or (word.isascii() and word.isdigit())


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _words_of_code(codes: Iterable[CodeType]) -> frozenset[str]:
    """Names and texts that stand in the code itself: what is put into a message later is not among them."""
    found: set[str] = set()
    for code in codes:
        texts = [one for one in code.co_consts if isinstance(one, str)]
        found.update(*map(_words, (*code.co_names, *code.co_varnames, *code.co_freevars, *texts)))
    return frozenset(found)
