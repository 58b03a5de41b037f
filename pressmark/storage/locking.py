"""The system's lock on a file, which goes with its process, however that ends.

In a few lines of our own: `filelock` costs each start 7 MB and 30 ms, for what it imports along.
"""

import os
import sys
from pathlib import Path

_BEHIND = 2**20
"""Behind all that is in such a file: on Windows locked bytes cannot be read."""


class Lock:
    """Of one file, which is made where it is not there; held until `release` or the end of the process."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._handle: int | None = None

    def take(self) -> bool:
        """False when it is held already, here or elsewhere. Raises OSError."""
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        if not lock(handle):
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def lock(handle: int) -> bool:
    """False when somebody else has the file locked; a share without locks refuses nobody.

    The lock goes with the handle.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _BEHIND, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
