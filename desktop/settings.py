"""What the app remembers between sessions: recent files, window, the analyst's name."""

import getpass
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from desktop.models.arrangement import Arrangement
from desktop.views.reading import Reading
from pressmark.columns import RememberedColumns

_MOST_RECENT = 12


class Settings:
    """A thin, typed cover over QSettings; in tests, give it a file."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        if file is None:
            self._store = QSettings("Pressmark", "Pressmark")
        else:
            self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def state_folder(self) -> Path:
        """Where the journal and the backups are kept: beside the settings, where those are in a file."""
        if self._file is not None:
            return self._file.parent / "state"
        import platformdirs

        return platformdirs.user_state_path("pressmark")

    @property
    def cache_folder(self) -> Path:
        """Where the indexes of dossiers are kept: they may be deleted at any time."""
        if self._file is not None:
            return self._file.parent / "cache"
        import platformdirs

        return platformdirs.user_cache_path("pressmark") / "index"

    @property
    def arrangement(self) -> Arrangement:
        """In which order articles are listed; what cannot be understood any more is left as it came."""
        try:
            return Arrangement(**self._json("arrangement", {}))
        except TypeError:
            return Arrangement()

    @arrangement.setter
    def arrangement(self, how: Arrangement) -> None:
        self._store.setValue("arrangement", json.dumps(asdict(how)))

    @property
    def tables(self) -> RememberedColumns:
        """Which column of imported tables holds what, as the analyst said."""
        return RememberedColumns.from_json(self._json("tables", {}))

    @tables.setter
    def tables(self, remembered: RememberedColumns) -> None:
        self._store.setValue("tables", json.dumps(remembered.as_json()))

    @property
    def author(self) -> str:
        """Who marks up: the name the analyst gave, else the login name."""
        return str(self._store.value("author", "")) or _login()

    @author.setter
    def author(self, name: str) -> None:
        self._store.setValue("author", name)

    @property
    def recent(self) -> list[Path]:
        """Files and dossiers opened last, newest first, as far as they still exist."""
        stored = self._store.value("recent", [])
        names = [stored] if isinstance(stored, str) else list(stored) if isinstance(stored, list) else []
        return [path for path in map(Path, names) if path.exists()]

    def add_recent(self, *paths: Path) -> None:
        """The first of them comes first."""
        new = [path.resolve() for path in paths[:_MOST_RECENT]]
        rest = [one for one in self.recent if one not in new]
        self._store.setValue("recent", [str(one) for one in (*new, *rest)][:_MOST_RECENT])

    @property
    def geometry(self) -> QByteArray:
        stored = self._store.value("geometry", QByteArray())
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, data: QByteArray) -> None:
        self._store.setValue("geometry", data)

    @property
    def brief_shown(self) -> bool:
        return str(self._store.value("brief-shown", "false")) == "true"

    @brief_shown.setter
    def brief_shown(self, shown: bool) -> None:
        self._store.setValue("brief-shown", "true" if shown else "false")

    @property
    def template(self) -> str:
        """The name of the template that was used last."""
        return str(self._store.value("template", ""))

    @template.setter
    def template(self, name: str) -> None:
        self._store.setValue("template", name)

    @property
    def columns(self) -> dict[str, list[str]]:
        """The columns of the lists that the analyst has chosen, by list."""
        return dict(self._json("columns", {}))

    @columns.setter
    def columns(self, chosen: Mapping[str, Sequence[str]]) -> None:
        self._store.setValue("columns", json.dumps(dict(chosen)))

    @property
    def filters(self) -> list[dict[str, object]]:
        """The analyst's own filters of the lists."""
        return list(self._json("filters", []))

    @filters.setter
    def filters(self, saved: Iterable[Mapping[str, object]]) -> None:
        self._store.setValue("filters", json.dumps([dict(one) for one in saved]))

    @property
    def reading(self) -> Reading:
        """How the analyst likes to read; what cannot be understood any more is left as it came."""
        try:
            return Reading(**self._json("reading", {}))
        except TypeError:
            return Reading()

    @reading.setter
    def reading(self, reading: Reading) -> None:
        self._store.setValue("reading", json.dumps(asdict(reading)))

    @property
    def whole_words(self) -> bool:
        """True where labels grow to whole words."""
        return str(self._store.value("whole-words", "false")) == "true"

    @whole_words.setter
    def whole_words(self, wanted: bool) -> None:
        self._store.setValue("whole-words", "true" if wanted else "false")

    @property
    def keys(self) -> dict[str, str]:
        """The keys that the analyst gave to actions, by the action's name."""
        self._store.beginGroup("keys")
        found = {name: str(self._store.value(name)) for name in self._store.childKeys()}
        self._store.endGroup()
        return found

    @keys.setter
    def keys(self, chosen: dict[str, str]) -> None:
        self._store.remove("keys")
        for name, key in chosen.items():
            self._store.setValue(f"keys/{name}", key)

    @property
    def appearance(self) -> str:
        """“system”, “light” or “dark”."""
        return str(self._store.value("appearance", "system"))

    @appearance.setter
    def appearance(self, name: str) -> None:
        self._store.setValue("appearance", name)

    def _json(self, name: str, otherwise: Any) -> Any:
        """What is stored under a name; `otherwise` where there is nothing, or nothing that can be read."""
        stored = str(self._store.value(name, ""))
        try:
            found = json.loads(stored) if stored else otherwise
        except ValueError:
            return otherwise
        return found if isinstance(found, type(otherwise)) else otherwise


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name in a bare container
        return "analyst"
