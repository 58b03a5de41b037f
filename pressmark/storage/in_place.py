"""Writing into a file that lets no other be put in its place.

Some shares and folders refuse to replace a file that may well be written: a file mounted by itself, a folder
where only the owner of a file may take it away. What is cut off in the midst of writing is torn, so a copy of
the old version lies beside it, on the disk, before the first byte is touched, and goes when the new version
has been read back. A copy that a power cut left behind has a name of its own and opens like any other file.
"""

import errno
import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from pressmark.storage.flushing import flush, flush_folder, write_new

_REFUSALS = frozenset(
    {errno.EPERM, errno.EACCES, errno.EBUSY, errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
    | {errno.EOPNOTSUPP, errno.ETXTBSY, errno.EEXIST}
)


class HalfWritten(OSError):
    """The file may hold neither version; its old one is in `copy`."""

    def __init__(self, copy: Path) -> None:
        super().__init__(f"its old version is in {copy}")
        self.copy = copy


def is_refusal(error: OSError) -> bool:
    """True where replacing is not to be had here, rather than having failed."""
    return error.errno in _REFUSALS


def write_in_place(target: Path, data: bytes) -> None:
    """Writes into the file itself. Raises OSError: HalfWritten, else the old version is there."""
    try:
        old = target.read_bytes()
    except FileNotFoundError:
        _make(target, data)
        return
    os.close(os.open(target, os.O_RDWR))  # may it be written at all?
    copy = _copied(target, old)
    try:
        _overwrite(target, data)
    except OSError:
        _put_back(target, old, copy)
        raise
    _without(copy)


def _make(target: Path, data: bytes) -> None:
    try:
        write_new(target, data)
    except FileExistsError:
        raise  # another hand's, come this moment
    except OSError:
        _without(target)
        raise


def _copied(target: Path, old: bytes) -> Path:
    """A copy of the old version beside the file, on the disk. Takes the place of no other."""
    for number in count(1):
        which = "old version" if number == 1 else f"old version {number}"
        copy = target.with_name(f"{_cut(target.stem)} ({which}){target.suffix}")
        try:
            write_new(copy, old)
        except FileExistsError:
            continue  # what an interrupted save left is worth more than a name
        except OSError:
            _without(copy)
            raise
        flush_folder(copy.parent)
        break
    return copy


def _cut(stem: str) -> str:
    return stem.encode("utf-8", "surrogateescape")[:200].decode("utf-8", "ignore")


def _overwrite(target: Path, data: bytes) -> None:
    with target.open("r+b") as file:  # never empty, not even for a moment
        file.write(data)
        file.truncate()
        file.flush()
        flush(file.fileno())
    if target.read_bytes() != data:
        raise OSError(errno.EIO, "reads back differently")


def _put_back(target: Path, old: bytes, copy: Path) -> None:
    try:
        _overwrite(target, old)
    except OSError as error:
        raise HalfWritten(copy) from error
    _without(copy)


def _without(copy: Path) -> None:
    with suppress(OSError):  # it does no harm where it is
        copy.unlink(missing_ok=True)
