"""The log, on this machine only: of what may be shown to others, and kept small."""

import os
import sys
import time
from collections import deque
from pathlib import Path

_MOST_BYTES = 500_000
"""Of the log; one older log of that size is kept beside it."""

_MOST_CRASH_BYTES = 100_000

_recent: deque[str] = deque(maxlen=5)


def log_file() -> Path:
    """Raises OSError where it cannot have a folder."""
    import platformdirs

    return Path(platformdirs.user_log_dir("pressmark", ensure_exists=True)) / "pressmark.log"


def crash_file() -> Path:
    """Where Python was when the process died of what no exception tells."""
    return log_file().with_name("crashes.txt")


def write(text: str) -> None:
    """Adds to the log; where that is not possible (a full disk) nothing else suffers.

    Opened anew each time: several Pressmarks write to it, and one of them may have put it aside.
    """
    try:
        file = log_file()
        if file.exists() and file.stat().st_size > _MOST_BYTES:
            file.replace(file.with_suffix(".old.log"))
        with file.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text.rstrip()}\n")
    except OSError as error:
        aloud(f"pressmark: the log cannot be written: {error}\n")


def put_down(mishap: str) -> None:
    """Adds it to the log, and remembers it for a report."""
    _recent.append(mishap)
    write(mishap)


def recent_mishaps() -> list[str]:
    """The last of this session; newest last."""
    return list(_recent)


def catch_crashes() -> None:
    """A crash in a library, which ends the process, leaves a trace in a file of its own."""
    import faulthandler

    try:
        file = crash_file()
        _shorten(file)
        kept_open = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError as error:
        write(f"A crash could not be put down: {error.strerror}")
        return
    faulthandler.enable(kept_open)


def aloud(text: str) -> None:
    """For whoever has started it in a terminal; without one there is nobody to tell."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
        except (OSError, ValueError):  # a terminal that is gone is nobody, too
            return


def _shorten(file: Path) -> None:
    """Keeps the end; in place, since another Pressmark may hold the file open."""
    if not file.exists() or file.stat().st_size <= _MOST_CRASH_BYTES:
        return
    last = file.stat().st_mtime
    with file.open("r+b") as crashes:
        crashes.seek(-_MOST_CRASH_BYTES // 2, os.SEEK_END)
        end = crashes.read()
        crashes.seek(0)
        crashes.write(end)
        crashes.truncate()
    os.utime(file, (last, last))
