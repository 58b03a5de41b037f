"""How articles come in: paths, addresses and selections, read in the background, problems told apart."""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from desktop.background import Cancelled, Job
from desktop.dropped import Dropped
from pressmark.intake import Given, Intake, Outcome
from pressmark.loading import Loaded

if TYPE_CHECKING:
    from pressmark.importers.confined import Confined

Tick: TypeAlias = Callable[..., None]

_TOGETHER = 0.3
"""Seconds for which outcomes are gathered before the window hears of them."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of what was given; `rest` are the things that were not looked at, as it was cancelled."""

    outcomes: tuple[Outcome, ...]
    rest: int = 0

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        return tuple(one.loaded for one in self.outcomes if one.loaded)

    @property
    def failures(self) -> tuple[str, ...]:
        """One sentence for each thing that did not come in."""
        return tuple(one.why for one in self.outcomes if one.loaded is None)


class Arrivals(QObject):
    """Reads what is given to it: `began` with the job, `came` with some outcomes at a time, and once
    all of it is through `arrived`, with all outcomes, the good and the bad.

    `make_intake` says where articles are kept and which are there already, for each go anew.
    """

    began = Signal(object)
    came = Signal(object)
    arrived = Signal(object)
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.make_intake: Callable[[], Intake] = Intake
        self._reader: Confined | None = None

    def take(self, dropped: Dropped) -> Job:
        if dropped.files:
            return self.take_paths(dropped.files)
        if dropped.addresses:
            return self.take_addresses(dropped.addresses)
        return self.take_given([Given(data=dropped.data, media_type=dropped.media_type)])

    def take_paths(self, paths: Iterable[Path]) -> Job:
        """Files, and the files in folders."""
        return self.take_given([Given(path=path) for path in paths])

    def take_addresses(self, addresses: Iterable[str]) -> Job:
        """Fetches pages: only ever called for addresses the analyst dropped or typed."""
        return self.take_given([Given(address=address) for address in addresses])

    def take_given(self, given: Sequence[Given], *, twins_too: bool = False) -> Job:
        """What was given before can be given again, to be tried anew."""
        reading = _Reading(self.make_intake(), given, twins_too=twins_too)
        job = Job(lambda tick: reading.go(self.reader(), tick), self)
        job.succeeded.connect(self.arrived)
        job.brought.connect(self.came)
        job.progressed.connect(self.progressed)
        job.failed.connect(partial(self._failed, reading))
        self.began.emit(job)
        return job.start()

    def close(self) -> None:
        """Ends the process that reads."""
        if self._reader is not None:
            self._reader.close()

    def reader(self) -> "Confined":
        """What reads foreign files."""
        if self._reader is None:
            from pressmark.importers.confined import (
                Confined,  # with the importers: when something is imported
            )

            self._reader = Confined()
        return self._reader

    def _failed(self, reading: "_Reading", error: Exception) -> None:
        self.came.emit(reading.untold())
        failed = Outcome(Given(), why=f"Reading failed: {error}")
        self.arrived.emit(Arrived((*reading.outcomes, failed)))


class _Reading:
    """One go through what was given, in the background."""

    def __init__(self, intake: Intake, given: Sequence[Given], *, twins_too: bool) -> None:
        self.outcomes: list[Outcome] = []
        self._intake, self._given, self._twins_too = intake, given, twins_too
        self._told = 0
        self._done = 0.0

    def go(self, confined: "Confined", tick: Tick) -> Arrived:
        def go_on(done: float) -> None:
            self._done = done
            tick(done)

        intake = replace(self._intake, read=partial(confined.read_all, tick=lambda: tick(self._done)))
        since, rest = time.monotonic(), 0
        try:
            for outcome in intake.take(self._given, go_on, twins_too=self._twins_too):
                self.outcomes.append(outcome)
                if time.monotonic() - since > _TOGETHER:
                    tick(self._done, self.untold())
                    since = time.monotonic()
        except Cancelled:
            rest = max(1, len(self._given) - len({id(one.given) for one in self.outcomes}))
        with suppress(Cancelled):  # what has come in has come in
            tick(self._done, self.untold())
        return Arrived(tuple(self.outcomes), rest)

    def untold(self) -> tuple[Outcome, ...]:
        """The outcomes since it was last asked."""
        told, self._told = self._told, len(self.outcomes)
        return tuple(self.outcomes[told:])
