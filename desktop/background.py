"""Work that may take long, off the window's thread, with progress and a cancel that works."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Cancelled(Exception):
    """The analyst has cancelled the work."""


class Job(QObject):
    """One piece of work. Signals arrive in the thread that made the job; exactly one ends it."""

    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _ended = Signal()

    def __init__(self, work: Callable[[Callable[[float], None]], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = threading.Event()
        self._runnable = _Runnable(self._run)
        self._ended.connect(self._let_go)

    def start(self) -> "Job":
        _running.add(self)
        QThreadPool.globalInstance().start(self._runnable)
        return self

    def cancel(self) -> None:
        """Asks the work to stop at its next tick."""
        self._cancel.set()

    def _tick(self, done: float) -> None:
        if self._cancel.is_set():
            raise Cancelled
        self.progressed.emit(done)

    def _run(self) -> None:
        try:
            result = self._work(self._tick)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001  # handed on whole: the window shows it
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        finally:
            self._ended.emit()

    def _let_go(self) -> None:
        """In the thread of the job: after the last signal, so that none is lost."""
        _running.discard(self)
        self.deleteLater()


_running: set[Job] = set()
"""Keeps jobs alive while they run."""


def wait_for_all(milliseconds: int = 30_000) -> bool:
    """Waits until no job runs; False when the time was not enough."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)


class _Runnable(QRunnable):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._call = run
        self.setAutoDelete(False)

    def run(self) -> None:
        self._call()
