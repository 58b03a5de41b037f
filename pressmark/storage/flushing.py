"""What is written is on the disk, not only on its way there."""

import errno
import os
from pathlib import Path

_CANNOT_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})


def flush(handle: int) -> None:
    """Puts on the disk what was written. Shares that cannot do so are trusted. Raises OSError."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH:
            raise


def flush_folder(folder: Path) -> None:
    """Puts on the disk which files the folder has. Raises OSError."""
    if os.name == "nt":
        return  # Windows cannot open a folder to flush it
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # a folder one may write to but not list
    try:
        flush(handle)
    finally:
        os.close(handle)


def write_new(path: Path, data: bytes) -> None:
    """A file that was not there, on the disk, with the mode that the umask gives. Raises OSError."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        flush(file.fileno())
