"""How articles come in: paths, addresses and selections, read in the background, problems told apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from desktop.background import Job
from desktop.dropped import Dropped
from pressmark.loading import CannotLoad, Loaded, files_in, load, load_address, load_bytes

Reader: TypeAlias = Callable[[datetime], Loaded]
"""Reads one thing that was given, now. Raises CannotLoad."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What could be read, and one sentence for each thing that could not."""

    loaded: tuple[Loaded, ...]
    failures: tuple[str, ...]


class Arrivals(QObject):
    """Reads what is given to it and emits `arrived` once all of it is through, the good with the bad."""

    arrived = Signal(object)
    progressed = Signal(float)

    def take(self, dropped: Dropped) -> Job:
        if dropped.files:
            return self.take_paths(dropped.files)
        if dropped.addresses:
            return self.take_addresses(dropped.addresses)
        return self._start([partial(_selection, dropped)])

    def take_paths(self, paths: Iterable[Path]) -> Job:
        """Files, and the files directly in folders."""
        files: list[Path] = []
        for path in paths:
            try:
                files += files_in(path) if path.is_dir() else [path]
            except CannotLoad:
                files.append(path)  # fails again, and is told, where the others are read
        return self._start([partial(load, file) for file in files])

    def take_addresses(self, addresses: Iterable[str]) -> Job:
        """Fetches pages: only ever called for addresses the analyst dropped or typed."""
        return self._start([partial(load_address, address) for address in addresses])

    def _start(self, readers: Sequence[Reader]) -> Job:
        job = Job(lambda tick: _read_all(readers, tick), self)
        job.succeeded.connect(self.arrived)
        job.progressed.connect(self.progressed)
        job.failed.connect(lambda error: self.arrived.emit(Arrived((), (f"Reading failed: {error}",))))
        return job.start()


def _read_all(readers: Sequence[Reader], tick: Callable[[float], None]) -> Arrived:
    loaded: list[Loaded] = []
    failures: list[str] = []
    for done, read in enumerate(readers):
        tick(done / len(readers))
        try:
            loaded.append(read(datetime.now(UTC)))
        except CannotLoad as error:
            failures.append(str(error))
    return Arrived(tuple(loaded), tuple(failures))


def _selection(dropped: Dropped, now: datetime) -> Loaded:
    return load_bytes(
        dropped.data, "selection", now, media_type=dropped.media_type, captured_from="selection"
    )
