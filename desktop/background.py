"""Work that may take long, off the window's thread, with progress and a cancel that works."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import cache, partial
from typing import Any

from PySide6.QtCore import QMetaMethod, QObject, Qt, Signal
from shiboken6 import isValid

from desktop import mishaps

_WORKERS = 2


class Cancelled(Exception):
    """The analyst has cancelled the work."""


class Job(QObject):
    """One piece of work. Its signals arrive in the window's thread; exactly one of the last three ends it.

    The work calls its argument with the share that is done, and may hand over what it has so far.
    """

    progressed = Signal(float)
    brought = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Callable[[Callable[..., None]], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = threading.Event()
        self._courier = _courier()

    def start(self) -> "Job":
        future = _pool().submit(self._run)
        _running[future] = self
        return self

    def cancel(self) -> None:
        """Asks the work to stop at its next tick."""
        self._cancel.set()

    def _tick(self, done: float, brought: object = None) -> None:
        if brought is not None:
            self._courier.bring(partial(self._say, "brought", brought))
        if self._cancel.is_set():
            raise Cancelled
        self._courier.bring(partial(self._say, "progressed", done))

    def _run(self) -> None:
        try:
            ending = partial(self._say, "succeeded", self._work(self._tick))
        except Cancelled:
            ending = partial(self._say, "cancelled")
        except (Exception, SystemExit) as error:  # noqa: BLE001  # handed on whole: the window shows it
            ending = partial(self._fail, error)
        self._courier.bring(ending)
        self._courier.bring(self._let_go)

    def _say(self, signal: str, *values: object) -> None:
        """In the window's thread; a job gone with the dialog that asked for it has nobody to tell."""
        if isValid(self):
            getattr(self, signal).emit(*values)

    def _fail(self, error: BaseException) -> None:
        """An error that nobody waits for is told as what nobody foresaw."""
        if isValid(self) and not self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
            raise error
        mishaps.note(error)
        self._say("failed", error)

    def _let_go(self) -> None:
        for future in [future for future, job in _running.items() if job is self]:
            del _running[future]
        if isValid(self):
            self.setParent(None)


_running: dict[Future[None], Job] = {}
"""Keeps jobs alive until they have said their last. Touched by the window's thread alone."""


def stop_all(seconds: float = 5) -> bool:
    """Asks all jobs to stop and waits for them; False when the time was not enough."""
    for job in _running.values():
        job.cancel()
    return not wait(list(_running), seconds).not_done


class _Courier(QObject):
    """Calls, in the window's thread, what another thread has brought.

    It lives as long as the process, so that no thread ever emits a signal of an object that may be deleted.
    """

    _brought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._brought.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def bring(self, call: Callable[[], object]) -> None:
        self._brought.emit(call)

    def _call(self, call: Callable[[], object]) -> None:
        call()


@cache
def _courier() -> _Courier:
    return _Courier()


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_WORKERS, thread_name_prefix="pressmark")
