"""What a file held when we last read or wrote it, and whether it still does.

Told by the bytes and never by the time of the last change, which other programs set as they like and which
many shares keep to the second or two. A share that went away leaves an empty folder in its place, or the one
it had covered: nothing may be written there as if it were the old one.
"""

import os
import stat
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from pressmark.digest import sha256_of


class Standing(Enum):
    """What became of a file since it was last read or written by us."""

    SAME = auto()
    CHANGED = auto()
    GONE = auto()  # the file alone: its folder is there, with other files in it
    FOLDER_GONE = auto()
    FOLDER_EMPTIED = auto()  # or another has taken its place
    UNREADABLE = auto()

    @property
    def may_be_written(self) -> bool:
        """True where nothing of anybody else's is lost by writing."""
        return self is Standing.SAME

    def told(self, path: Path) -> str:
        """A sentence for the analyst; empty for a file that is what it was."""
        return _SENTENCES[self].format(name=path.name, folder=path.parent)


_SENTENCES = {
    Standing.SAME: "",
    Standing.CHANGED: "{name} was changed by another program",
    Standing.GONE: "{name} is not in {folder} any more: it was moved, renamed or deleted",
    Standing.FOLDER_GONE: "the folder {folder} is not there any more: connect the drive or share it is on",
    Standing.FOLDER_EMPTIED: "the folder {folder} is empty: the drive or share it is on may be disconnected",
    Standing.UNREADABLE: "{name} cannot be read in {folder}: the drive or share it is on may be disconnected",
}


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The bytes of a file by size and SHA-256. `device` is what its folder lay on, which may change."""

    sha256: str
    size: int
    device: int | None = field(default=None, compare=False)

    @classmethod
    def of(cls, path: Path) -> "Fingerprint":
        """Of what the file holds now. Raises OSError."""
        return cls.of_bytes(read_ordinary(path), path)

    @classmethod
    def of_bytes(cls, data: bytes, path: Path) -> "Fingerprint":
        """Of what was just read from the file or written to it: another hand may have been there since."""
        return cls(sha256_of(data), len(data), _device(path))

    def look(self, path: Path) -> Standing:
        """What became of the file. It may take as long as its drive: not to be asked while somebody types."""
        try:
            data = read_ordinary(path, self.size)
        except (FileNotFoundError, NotADirectoryError):
            return self._without_file(path)
        except (NoOrdinaryFile, TooManyBytes):
            return Standing.CHANGED
        except OSError:
            return Standing.UNREADABLE
        same = len(data) == self.size and sha256_of(data) == self.sha256
        return Standing.SAME if same else Standing.CHANGED

    def _without_file(self, path: Path) -> Standing:
        folder = _folder(path)
        try:
            if all(one.name.startswith(".") for one in folder.iterdir()):
                return Standing.FOLDER_EMPTIED
        except (FileNotFoundError, NotADirectoryError):
            return Standing.FOLDER_GONE
        except PermissionError:  # a folder one may pass through but not list
            return Standing.GONE if folder.is_dir() else Standing.UNREADABLE
        except OSError:
            return Standing.UNREADABLE
        moved = self.device is not None and _device(path) != self.device
        return Standing.FOLDER_EMPTIED if moved else Standing.GONE


def _folder(path: Path) -> Path:
    """Where the file itself lies, to which a link may lead."""
    return Path(os.path.realpath(path)).parent


def _device(path: Path) -> int | None:
    try:
        return _folder(path).stat().st_dev
    except OSError:
        return None


class NoOrdinaryFile(OSError):
    """A folder, a pipe or a device stands where the file was."""


class TooManyBytes(OSError):
    """The file is larger than it may be; it was not read."""


def read_ordinary(path: Path, most: int | None = None) -> bytes:
    """The bytes of a file, at most so many. Waits for no pipe, reads no device. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise NoOrdinaryFile(f"{path.name} is no ordinary file")
        if most is not None and found.st_size > most:
            raise TooManyBytes(f"{path.name} is larger than {most:,} bytes")
        with open(handle, "rb", closefd=False) as file:
            return file.read() if most is None else file.read(most + 1)
    finally:
        os.close(handle)
