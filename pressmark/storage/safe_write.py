"""Writing a file so that, whatever happens, it is the whole old or the whole new version.

A temporary file in the same folder, flushed to the disk, put in the place of the old one, the folder flushed
too, and read back before anybody is told “Saved” (after SQLite's atomic commit and the LWN discussion of
ext4's delayed allocation). `QSaveFile` reported success for a truncated file on a full disk.
"""

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class CannotWrite(OSError):
    """The file could not be written; the old version is untouched. The message is for the analyst."""


def write_bytes(path: Path, data: bytes) -> None:
    """Puts `data` in the place of the file. Raises CannotWrite."""
    with replacing(path) as temporary, _explained(path):
        temporary.write_bytes(data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yields a temporary path to write to; afterwards it takes the place of `path`, durably.

    Follows symbolic links, keeps the permissions of the old file. Raises CannotWrite; when the body raises,
    nothing of the old file has changed.
    """
    target = Path(os.path.realpath(path))
    _refuse_odd_targets(target)
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.tmp")  # 40 of 4 bytes still fit
    try:
        with _explained(path):
            _create(temporary)
        yield temporary
        with _explained(path):
            expected = _flushed(temporary)
            _copy_mode(target, temporary)
            temporary.replace(target)
            _flush_folder(target.parent)
            if target.read_bytes() != expected:
                raise CannotWrite(f"{path} was written but reads back differently: save it somewhere else")
    finally:
        with suppress(OSError):  # it took the place of the file, or the disk has worse troubles
            temporary.unlink()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except CannotWrite:
        raise
    except OSError as error:
        raise CannotWrite(explain(path, error)) from error


def explain(path: Path, error: OSError) -> str:
    """What went wrong with which file, and what to do, in one sentence."""
    reason = (error.strerror or str(error)).lower()
    advice = {
        FileNotFoundError: f"the folder {path.parent} does not exist: choose another",
        PermissionError: f"you may not write to {path.parent}: choose another folder",
        IsADirectoryError: "it is a folder: choose a file name",
        NotADirectoryError: f"{path.parent} is no folder: choose another",
        FileExistsError: "a file of that name is in the way: choose another",
    }
    for kind, sentence in advice.items():
        if isinstance(error, kind):
            return f"{path.name} could not be written: {sentence}"
    return (
        f"{path.name} could not be written to {path.parent} ({reason}): free some space or save it elsewhere"
    )


def _refuse_odd_targets(target: Path) -> None:
    kinds: tuple[tuple[Callable[[int], bool], str], ...] = (
        (stat.S_ISDIR, "is a folder: choose a file name"),
        (lambda mode: not stat.S_ISREG(mode), "is no ordinary file: choose another name"),
        (lambda mode: not mode & 0o222, "is write-protected: save under another name"),
    )
    try:
        mode = target.stat().st_mode
    except OSError:
        return  # not there yet, or not to be seen: creating the temporary file will tell
    for is_so, sentence in kinds:
        if is_so(mode):
            raise CannotWrite(f"{target} {sentence}")


def _create(temporary: Path) -> None:
    """With the mode a new file gets from the umask, which mkstemp would not give it."""
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))


def _flushed(temporary: Path) -> bytes:
    with temporary.open("rb+") as file:
        data = file.read()
        os.fsync(file.fileno())
    return data


def _copy_mode(target: Path, temporary: Path) -> None:
    with suppress(OSError):  # a share without modes must not stop a save
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder to flush it
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # a folder one may write to but not list
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # shares that cannot flush a folder say so
            raise
    finally:
        os.close(handle)
