"""The articles of a folder as it lists them, without a look into any: quick for ten thousand."""

import os
import time
from contextlib import suppress
from pathlib import Path

from pressmark.storage.articles import SUFFIX

_COARSE = 2_000_000_000
"""Nanoseconds in which a file system may not tell two changes apart: FAT counts in two seconds."""

UNSURE = ""
"""The stamp of a file that was changed just now: once more, and its stamp could be the same."""


def stamps(folder: Path) -> dict[str, str]:
    """What each article's file says of itself, by its name. Raises OSError."""
    found = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.endswith(SUFFIX) or entry.name.startswith("."):
                continue
            with suppress(FileNotFoundError):  # taken away just now
                if entry.is_file():
                    found[entry.name] = _told(entry.stat())
    return found


def stamp(path: Path) -> str:
    """The same of one file. Raises OSError."""
    return _told(path.stat())


def sure(known: str) -> str:
    """The stamp, to be kept with what was read after it was taken; `UNSURE` where that is too soon."""
    changed = int(known.partition(" ")[0])
    return known if time.time_ns() - changed > _COARSE else UNSURE


def _told(status: os.stat_result) -> str:
    """With the time that no program can set, where the system has one: sync tools set the other one back."""
    return f"{status.st_mtime_ns} {status.st_size} {status.st_ctime_ns}"
