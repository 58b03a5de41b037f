"""Earlier versions of articles, kept in the user's state folder, the older the fewer.

A folder for each article, named after it; in it files that any Pressmark opens. A growing number in each name
orders them, for clocks jump; the time is what the clock said. Nothing here is ever written over.
"""

import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pressmark.digest import sha256_of
from pressmark.storage.articles import SUFFIX, safe_file_name
from pressmark.storage.thinning import Dated, superfluous

_NAME = re.compile(r"(\d{6})-(\d{8}T\d{6}Z)(?:-([a-z-]+))?\.pressmark")
_TIME = "%Y%m%dT%H%M%SZ"
_OF = "of.txt"
"""Says which file a folder has versions of."""


@dataclass(frozen=True, slots=True)
class Backup:
    """`why` is empty for what was kept in passing, else what was about to be done, as “before-merge”."""

    path: Path
    number: int
    when: datetime
    why: str
    size: int


class Backups:
    """Of all articles. Errors are OSError; whatever fails, older versions stay."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, key: str, data: bytes, why: str = "") -> Path:
        """Keeps a version of the article whose file is `key`; the newest of the same content is enough."""
        folder = self._folder_of(key)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (folder / _OF).exists():
            (folder / _OF).write_text(key, encoding="utf-8")
        known = self.all_of(key)
        if known and known[0].size == len(data) and known[0].path.read_bytes() == data and not why:
            return known[0].path
        number = known[0].number + 1 if known else 1
        stem = f"{number:06}-{datetime.now(UTC).strftime(_TIME)}{f'-{why}' if why else ''}"
        path = folder / f"{stem}{SUFFIX}"
        beside = folder / f".{stem}.{os.urandom(4).hex()}.tmp"
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        return path

    def all_of(self, key: str) -> list[Backup]:
        """The versions of an article, the newest first."""
        return sorted(_backups(self._folder_of(key)), key=lambda one: -one.number)

    def keys(self) -> list[str]:
        """The articles there are versions of, by their files' paths."""
        try:
            found = [one / _OF for one in self._folder.iterdir()]
        except OSError:
            return []
        return sorted(one.read_text("utf-8") for one in found if one.is_file())

    def thin(self, key: str, now: datetime, protected: Collection[Path] = ()) -> None:
        """Lets go of what is too much, as `thinning` has it."""
        known = {one.number: one for one in self.all_of(key)}
        dated = [Dated(one.number, one.when, bool(one.why)) for one in known.values()]
        for number in superfluous(dated, now):
            if known[number].path not in protected:
                known[number].path.unlink(missing_ok=True)

    def _folder_of(self, key: str) -> Path:
        name = safe_file_name(Path(key).stem)[:40].strip(". ") or "article"
        return self._folder / f"{name}-{sha256_of(key.encode('utf-8', 'surrogatepass'))[:12]}"


def _backups(folder: Path) -> Iterator[Backup]:
    """What in the folder is one; whatever else lies there is left alone."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return
    for path in entries:
        if match := _NAME.fullmatch(path.name):
            with suppress(ValueError, OSError):  # a date that there is none of, a file that just went
                when = datetime.strptime(match[2], _TIME).replace(tzinfo=UTC)
                yield Backup(path, int(match[1]), when, match[3] or "", path.stat().st_size)
