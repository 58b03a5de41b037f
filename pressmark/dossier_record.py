"""What a dossier keeps about itself, in `dossier.toml` beside its articles: their order, saved searches.

The file is for people as well: it may be edited, and what is not known in it stays.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from pressmark.storage.fingerprint import TooManyBytes, read_ordinary
from pressmark.storage.safe_write import write_bytes

FILE = "dossier.toml"
_MOST_BYTES = 5_000_000


class RecordDamaged(Exception):
    """The file is there and cannot be understood; the message names it and says what to do."""


class DossierRecord:
    """Of one folder; read when it is made, written by each `set_…`.

    Raises RecordDamaged where the file cannot be read: it is then not written over either. Writing raises
    CannotWrite.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._values = self._read()

    @property
    def order(self) -> tuple[str, ...]:
        """Names of files, as the analyst has put them."""
        found = self._values.get("order", [])
        return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()

    def set_order(self, names: Iterable[str]) -> None:
        self._write(order=list(names))

    @property
    def searches(self) -> dict[str, str]:
        """Queries, by the names that the analyst gave them."""
        found = self._values.get("searches", {})
        if not isinstance(found, dict):
            return {}
        return {name: query for name, query in found.items() if isinstance(query, str)}

    def set_searches(self, searches: Mapping[str, str]) -> None:
        self._write(searches=dict(searches))

    def _read(self) -> dict[str, Any]:
        try:
            if not self._file.exists():
                return {}
            found: dict[str, Any] = msgspec.toml.decode(read_ordinary(self._file, _MOST_BYTES), type=dict)
        except (msgspec.MsgspecError, ValueError, OSError, TooManyBytes) as error:
            raise RecordDamaged(
                f"{self._file.name} cannot be read ({error}): the order of articles and saved searches are "
                "not known. Mend it in a text editor, or delete it to begin anew"
            ) from error
        return found

    def _write(self, **values: object) -> None:
        """What another program has changed in the meantime stays, but for these values."""
        self._values = {**self._read(), **values}
        write_bytes(self._file, msgspec.toml.encode(self._values))
