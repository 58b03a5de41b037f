"""Errors nobody foresaw: written to the log, told once, the window and the work stay.

What repeats, as an error while painting does many times a second, is written once and then counted. The log
has only what may be shown to others: nothing of an article.
"""

import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import isValid

from desktop.hiding import MOST_OF_A_MESSAGE, said_by, shown, without_home, without_names
from desktop.log import aloud, put_down, write

_SECONDS_BETWEEN = 10
_MOST_KINDS = 300
_MOST_FRAMES = 40


class _Seen:
    """How often each has happened; the oldest kinds are forgotten."""

    def __init__(self) -> None:
        self._times: dict[Hashable, int] = {}
        self._turn = threading.RLock()  # while one is counted, the collector may free what fails as well

    def count(self, kind: Hashable) -> int:
        with self._turn:
            times = self._times.pop(kind, 0) + 1
            self._times[kind] = times
            if len(self._times) > _MOST_KINDS:
                del self._times[next(iter(self._times))]
        return times


class _Messenger(QObject):
    """Carries word of a mishap from whatever thread it happened in to the window's.

    It lives as long as the process, so that no thread ever emits a signal of an object that may be deleted.
    """

    happened = Signal(str)
    happenedAgain = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._window: QWidget | None = None
        self._say: Callable[[str], None] = lambda sentence: None
        self._box: QMessageBox | None = None
        self._said_at = 0.0
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.happenedAgain.connect(self._tell_again, Qt.ConnectionType.QueuedConnection)

    def tell_in(self, window: QWidget, say: Callable[[str], None]) -> None:
        self._window, self._say = window, say

    def _tell(self, what: str) -> None:
        """One message at a time; what happens meanwhile stands in its details."""
        window = self._window
        if window is None or not isValid(window) or (self._box is not None and isValid(self._box)):
            return
        box = QMessageBox(QApplication.activeModalWidget() or window)
        box.setWindowTitle("Pressmark")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText("Something went wrong")
        box.setInformativeText(f"{what}\n\nYour work is still here. Save it now.")
        details = box.addButton("Details…", QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Ok))
        box.setEscapeButton(QMessageBox.StandardButton.Ok)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda _: self._told(box.clickedButton() is details))
        self._box = box
        box.open()

    def _told(self, more: bool) -> None:
        self._box = None
        if more and self._window is not None:
            from desktop.dialogs.report_dialog import ReportDialog, make_report

            ReportDialog.show_for(self._window, make_report())

    def say_again(self, what: str) -> None:
        """Now and then, so that what fails each time it is asked for does not fail in silence."""
        now = time.monotonic()
        if now - self._said_at > _SECONDS_BETWEEN:
            self._said_at = now
            self.happenedAgain.emit(what)

    def _tell_again(self, what: str) -> None:
        if self._window is not None and isValid(self._window):
            self._say(f"It went wrong again: {what}")


_seen = _Seen()


@cache
def _messenger() -> _Messenger:
    return _Messenger()


def catch_mishaps() -> None:
    """From now on what a slot, an override, a thread or `__del__` raises is logged and told, never fatal."""
    _messenger()  # made in the window's thread, whichever thread first has something to tell
    sys.excepthook = _caught
    threading.excepthook = lambda args: _caught(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: _caught(args.exc_type, args.exc_value, args.exc_traceback)


def tell_in(window: QWidget, say: Callable[[str], None]) -> None:
    """Shows mishaps over this window; `say` has a quiet place for those that come again."""
    _messenger().tell_in(window, say)


def note(error: BaseException) -> None:
    """Into the log, of an error that whoever asked for the work tells about."""
    if _seen.count(_kind_of(type(error), error, error.__traceback__)) == 1:
        _put_down(type(error), error, error.__traceback__)


def catch_qt_warnings() -> None:
    """What Qt complains about goes into the log, too."""
    import atexit

    qInstallMessageHandler(_qt_said)
    atexit.register(qInstallMessageHandler, None)  # Qt complains after Python has gone, as well


def _caught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error or kind(), trace)
        return
    try:
        _report(kind, error or kind(), trace)
    except Exception as own:  # noqa: BLE001  # of the last resort: what fails here has nobody to tell
        aloud(f"pressmark: {kind.__name__}, and telling of it failed: {type(own).__name__}\n")


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    times = _seen.count(_kind_of(kind, error, trace))
    what = in_short(error)
    if times == 1:
        _messenger().happened.emit(what)  # first: it is told even where nothing can be written
        _put_down(kind, error, trace)
        aloud("".join(traceback.format_exception(kind, error, trace, limit=-_MOST_FRAMES)))
        return
    _messenger().say_again(what)
    if str(times).rstrip("0") == "1":  # 10, 100, 1,000 …
        write(f"{times:,} times by now: {kind.__name__}{_place(trace)}")


def _kind_of(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Hashable:
    """The same for what fails in the same place, whatever it says."""
    lines = deque(((frame.f_code, line) for frame, line in traceback.walk_tb(trace)), maxlen=5)
    return (kind, *lines) if lines else (kind, said_by(error))


def _place(trace: TracebackType | None) -> str:
    last = deque(traceback.walk_tb(trace), maxlen=1)
    return f", {Path(last[0][0].f_code.co_filename).name} line {last[0][1]}" if last else ""


def in_short(error: BaseException) -> str:
    """In one line, for the analyst's eyes alone: it may have words of an article."""
    return f"{type(error).__name__}: {said_by(error)}"[:300]


def _put_down(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    put_down(shown(error, trace))


_LEVELS = {
    QtMsgType.QtWarningMsg: "Qt warns",
    QtMsgType.QtCriticalMsg: "Qt fails",
    QtMsgType.QtFatalMsg: "Qt gives up",
}


def _qt_said(level: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """In whatever thread it was said."""
    aloud(f"{message}\n")
    if level not in _LEVELS:
        return
    try:
        said = without_home(without_names(message[:MOST_OF_A_MESSAGE]))
    except Exception as error:  # noqa: BLE001  # said while all is taken down
        said = f"something that cannot be told: {type(error).__name__}"
    times = _seen.count(("qt", said))
    if times == 1:
        write(f"{_LEVELS[level]}: {said}")
    elif str(times).rstrip("0") == "1":
        write(f"{times:,} times by now: {said}")
