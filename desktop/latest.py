"""What follows the analyst's changes at a distance: one job at a time, on the newest state, after a pause."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from desktop.background import Job

Held = TypeVar("Held")
Result = TypeVar("Result")


class Latest(QObject, Generic[Held, Result]):
    """`ask` as often as you like: what is asked for while a job runs is done once after it, as it is then."""

    def __init__(
        self,
        work: Callable[[Held, Callable[[float], None]], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        pause: int,
        parent: QObject | None = None,
    ) -> None:
        """`pause` is how many milliseconds of quiet go before a job."""
        super().__init__(parent)
        self._work, self._done, self._failed = work, done, failed
        self._hold: Callable[[], Held] | None = None
        self._running: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._begin)

    def ask(self, hold: Callable[[], Held]) -> None:
        """`hold` is called in the window's thread when the job begins: it copies what the job works on."""
        self._hold = hold
        self._timer.start()

    def forget(self) -> None:
        """What was asked for is not wanted any more."""
        self._hold = None
        self._timer.stop()

    def _begin(self) -> None:
        if self._running is not None or self._hold is None:
            return
        held, self._hold = self._hold(), None
        self._running = Job(lambda tick: self._work(held, tick), self)
        self._running.succeeded.connect(self._succeeded)
        self._running.failed.connect(self._gone_wrong)
        self._running.start()

    def _succeeded(self, result: Result) -> None:
        self._done(result)
        self._next()

    def _gone_wrong(self, error: Exception) -> None:
        self._failed(error)
        self._next()

    def _next(self) -> None:
        self._running = None
        if not self._timer.isActive():
            self._begin()
