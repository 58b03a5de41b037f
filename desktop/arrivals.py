"""How articles come in: paths, addresses and selections, read in the background, problems told apart."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.background import Job
from desktop.dropped import Dropped
from pressmark.importers.fetch import fetch
from pressmark.importers.imported import CannotImport
from pressmark.loading import CannotLoad, Loaded, load, load_bytes


@dataclass(frozen=True, slots=True)
class Arrived:
    """What could be read, and one sentence for each thing that could not."""

    loaded: tuple[Loaded, ...]
    failures: tuple[str, ...]


class Arrivals(QObject):
    """Reads what is given to it and emits `arrived` once all of it is through, the good with the bad."""

    arrived = Signal(object)
    progressed = Signal(float)

    def take_paths(self, paths: Iterable[Path]) -> Job:
        """Files, and the files directly in folders."""
        files = [file for path in paths for file in _files_of(path)]
        return self._start([partial(_file, file) for file in files])

    def take(self, dropped: Dropped) -> Job:
        if dropped.files:
            return self.take_paths(dropped.files)
        if dropped.addresses:
            return self.take_addresses(dropped.addresses)
        return self._start([partial(_selection, dropped)])

    def take_addresses(self, addresses: Iterable[str]) -> Job:
        """Fetches pages: only ever called for addresses the analyst dropped or typed."""
        return self._start([partial(_page, address) for address in addresses])

    def _start(self, readers: list[Callable[[], Loaded]]) -> Job:
        job = Job(lambda tick: _read_all(readers, tick), self)
        job.succeeded.connect(self.arrived)
        job.progressed.connect(self.progressed)
        job.failed.connect(lambda error: self.arrived.emit(Arrived((), (f"Reading failed: {error}",))))
        return job.start()


def _read_all(readers: list[Callable[[], Loaded]], tick: Callable[[float], None]) -> Arrived:
    loaded, failures = [], []
    for done, read in enumerate(readers):
        tick(done / len(readers))
        try:
            loaded.append(read())
        except (CannotLoad, CannotImport) as error:
            failures.append(str(error))
    return Arrived(tuple(loaded), tuple(failures))


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(child for child in path.iterdir() if child.is_file() and not child.name.startswith("."))


def _file(path: Path) -> Loaded:
    return load(path, _now())


def _selection(dropped: Dropped) -> Loaded:
    return load_bytes(
        dropped.data, "selection", _now(), media_type=dropped.media_type, captured_from="selection"
    )


def _page(address: str) -> Loaded:
    data, media_type, final_address = fetch(address)
    name = final_address.rstrip("/").rpartition("/")[2] or "page.html"
    return load_bytes(data, name, _now(), media_type=media_type, url=final_address, captured_from="web page")


def _now() -> datetime:
    return datetime.now(UTC)
