"""Errors nobody foresaw: written to the log, told once, the window and the work stay.

The log and what belongs to it are loaded at the first of them: most days there is none.
"""

import sys
import threading
import traceback
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop import ask

if TYPE_CHECKING:
    import logging


def log_file() -> Path:
    """The log, kept small, on this machine only."""
    import platformdirs

    return Path(platformdirs.user_log_dir("pressmark", ensure_exists=True)) / "pressmark.log"


class _Mishaps(QObject):
    """Carries a report from whatever thread it happened in to the window's."""

    happened = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._telling = False
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def _tell(self, report: str) -> None:
        """One message at a time: the same error may come hundreds of times a second."""
        if self._telling:
            return
        self._telling = True
        last = report.strip().splitlines()[-1]
        ask.tell(
            self._window,
            "Something went wrong",
            f"{last}\n\nYour work is still here. Save it now. The details are in {log_file()}.",
            self._told,
        )

    def _told(self) -> None:
        self._telling = False


def catch_mishaps(window: QWidget) -> None:
    """From now on an exception in a slot, an override or a thread is logged and told, never fatal."""
    mishaps = _Mishaps(window)

    def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        mishaps.happened.emit(text)  # first: it is told even where the log cannot be written
        _log().error(text)

    sys.excepthook = report
    threading.excepthook = lambda args: report(args.exc_type, args.exc_value, args.exc_traceback)


@cache
def _log() -> "logging.Logger":
    import logging
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(log_file(), maxBytes=500_000, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger("pressmark")
    log.addHandler(handler)
    return log
