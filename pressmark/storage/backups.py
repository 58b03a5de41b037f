"""Earlier versions of articles, kept in the user's state folder, the older the fewer.

A folder for each article, named after it; in it files that any Pressmark opens. A growing number in each name
orders them, for clocks jump; the time is what the clock said. Nothing here is ever written over.
"""

import re
import threading
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.digest import sha256_of
from pressmark.storage.articles import SUFFIX, open_article, safe_file_name
from pressmark.storage.read_xml import CannotRead
from pressmark.storage.safe_write import write_bytes
from pressmark.storage.thinning import Dated, superfluous

_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)(?:-([a-z-]+))?\.pressmark")
_TIME = "%Y%m%dT%H%M%SZ"
_OF = "of.txt"
"""Says which file a folder has versions of."""

_ANNOTATION, _END = b"<annotation ", b"</pressmark>"


@dataclass(frozen=True, slots=True)
class Backup:
    """`why` is empty for what was kept in passing, else what was about to be done, as “before-merge”."""

    path: Path
    number: int
    when: datetime
    why: str
    size: int


class Backups:
    """Of all articles, for any thread. Errors are OSError; whatever fails, older versions stay."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._one_at_a_time = threading.Lock()

    def keep(self, key: str, data: bytes, why: str = "") -> Path:
        """Keeps a version of the article whose file is `key`; once only where the newest is the same.

        The same content is kept again for another `why`: that one has to stay for longer.
        """
        folder = self._folder_of(key)
        with self._one_at_a_time:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not _holds(folder / _OF, _encoded(key)):
                write_bytes(folder / _OF, _encoded(key))
            known = self.all_of(key)
            if known and why in ("", known[0].why) and _holds(known[0].path, data):
                return known[0].path
            number = known[0].number + 1 if known else 1
            words = (f"{number:06}", datetime.now(UTC).strftime(_TIME), why)
            path = folder / f"{'-'.join(filter(None, words))}{SUFFIX}"
            write_bytes(path, data)
        return path

    def all_of(self, key: str) -> list[Backup]:
        """The versions of an article, the newest first."""
        return _backups(self._folder_of(key))

    def newest_of_all(self) -> list[tuple[str, Backup]]:
        """The articles there are versions of, by their files' paths, each with its newest one."""
        found = [(key, _backups(folder)) for folder in _entries(self._folder) if (key := _key_of(folder))]
        mine = [(key, known[0]) for key, known in found if known and self._is_of(key, known[0])]
        return sorted(mine, key=lambda one: one[0])

    def read(self, path: Path) -> AnnotatedArticle | CannotRead:
        """What a version holds, or why it cannot be read."""
        try:
            return open_article(path).doc
        except CannotRead as error:
            return error

    def count(self, path: Path) -> int | None:
        """How many annotations a version holds, told without parsing it; None where it is not whole."""
        try:
            data = path.read_bytes()
        except OSError:
            return None
        return data.count(_ANNOTATION) if _END in data else None

    def thin(self, key: str, now: datetime, protected: Collection[Path] = ()) -> None:
        """Lets go of what is too much, as `thinning` has it."""
        with self._one_at_a_time:
            known = {one.number: one for one in self.all_of(key)}
            dated = [Dated(one.number, one.when, bool(one.why)) for one in known.values()]
            for number in superfluous(dated, now):
                if known[number].path not in protected:
                    known[number].path.unlink(missing_ok=True)

    def _is_of(self, key: str, backup: Backup) -> bool:
        """False for a folder that somebody has copied or renamed: its versions are not found by its key."""
        return backup.path.parent == self._folder_of(key)

    def _folder_of(self, key: str) -> Path:
        name = safe_file_name(Path(key).stem)[:40].strip(". ") or "article"
        return self._folder / f"{name}-{sha256_of(_encoded(key))[:12]}"


def _backups(folder: Path) -> list[Backup]:
    """What in the folder is one, the newest first; whatever else lies there is left alone."""
    return sorted(_found(_entries(folder)), key=lambda one: one.number, reverse=True)


def _found(entries: list[Path]) -> Iterator[Backup]:
    for path in entries:
        if match := _NAME.fullmatch(path.name):
            with suppress(ValueError, OSError):  # a date that there is none of, a file that just went
                when = datetime.strptime(match[2], _TIME).replace(tzinfo=UTC)
                yield Backup(path, int(match[1]), when, match[3] or "", path.stat().st_size)


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # nothing was kept yet
        return []


def _key_of(folder: Path) -> str:
    """Empty where the folder is none of ours."""
    try:
        return (folder / _OF).read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, ValueError):
        return ""


def _encoded(key: str) -> bytes:
    """File names that are no proper text have surrogates in them."""
    return key.encode("utf-8", "surrogatepass")


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:  # not there, or not to be read: it is written again
        return False
