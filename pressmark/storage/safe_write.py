"""Writing a file so that, whatever happens, it is the whole old or the whole new version.

A temporary file in the same folder, flushed to the disk, put in the place of the old one, the folder flushed
too, and read back before anybody is told “Saved” (after SQLite's atomic commit and the LWN discussion of
ext4's delayed allocation). `QSaveFile` reported success for a truncated file on a full disk.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from pressmark.storage.flushing import flush, flush_folder
from pressmark.storage.in_place import HalfWritten, is_refusal, write_in_place

__all__ = ["CannotWrite", "explain", "flush_folder", "replacing", "write_bytes", "write_many"]

_AT_ONCE = 4
"""How many files of a group wait for the disk at the same time."""


class CannotWrite(OSError):
    """The file could not be written; the old version is untouched. The message is for the analyst."""


def write_bytes(path: Path, data: bytes) -> None:
    """Puts `data` in the place of the file. Raises CannotWrite."""
    target = _put(path, data)
    with _explained(path):
        flush_folder(target.parent)


def write_many(files: Iterable[Callable[[], tuple[Path, bytes]]]) -> list[CannotWrite | None]:
    """The same for many, each made when its turn comes; for each in turn, why it could not be written.

    Several at a time wait for the disk, and their folders are flushed once, after all of them.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        done = list(pool.map(_tried, files))
    folders = {one.parent for one in done if isinstance(one, Path)}
    unflushed = {folder: _why_not_flushed(folder) for folder in folders}
    return [unflushed[one.parent] if isinstance(one, Path) else one for one in done]


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yields a temporary path to write to; afterwards it takes the place of `path`, durably.

    Follows symbolic links, keeps the permissions of the old file. Raises CannotWrite; when the body raises,
    nothing of the old file has changed.
    """
    target = _target(path)
    with _temporary(target) as temporary:
        with _explained(path):
            temporary.open("xb").close()
            _copy_rights(target, temporary, also=stat.S_IWUSR)
        yield temporary
        with _explained(path):
            expected = _flushed(temporary)
            _take_place(temporary, target, expected)
            flush_folder(target.parent)


def _put(path: Path, data: bytes) -> Path:
    """Answers with the file itself, to which a link may have led.

    After a power cut it is the old version or the new, until its folder is flushed.
    """
    target = _target(path)
    with _temporary(target) as temporary, _explained(path):
        with temporary.open("xb") as file:  # with the mode that the umask gives, unlike mkstemp
            _copy_rights(target, temporary)  # before there is anything to read
            file.write(data)
            file.flush()
            flush(file.fileno())
        _take_place(temporary, target, data)
    return target


def _tried(file: Callable[[], tuple[Path, bytes]]) -> Path | CannotWrite:
    try:
        return _put(*file())
    except CannotWrite as error:
        return error


def _why_not_flushed(folder: Path) -> CannotWrite | None:
    try:
        with _explained(folder):
            flush_folder(folder)
    except CannotWrite as error:
        return error
    return None


@contextmanager
def _temporary(target: Path) -> Iterator[Path]:
    """A name in the same folder that nothing has; what is left there after a failure goes."""
    temporary = target.with_name(f".{target.name[:40]}.{os.urandom(6).hex()}.tmp")  # 40 of 4 bytes still fit
    try:
        yield temporary
    finally:  # where all went well it is there no more
        with suppress(OSError):  # the disk has worse troubles
            temporary.unlink(missing_ok=True)


def _take_place(temporary: Path, target: Path, expected: bytes) -> None:
    _copy_rights(target, temporary)
    try:
        temporary.replace(target)
    except OSError as error:
        if not _is_there(target, expected):  # a share may do it and say that it has not
            _without_replacing(target, expected, error)
    if target.read_bytes() != expected:
        raise CannotWrite(f"{target} was written but reads back differently: save it somewhere else")


def _is_there(target: Path, expected: bytes) -> bool:
    try:
        return target.read_bytes() == expected
    except OSError:
        return False


def _without_replacing(target: Path, data: bytes, why: OSError) -> None:
    if not is_refusal(why):
        raise why
    try:
        write_in_place(target, data)
    except HalfWritten as error:
        raise CannotWrite(f"{target} was only half written: {error}. Save it somewhere else") from error


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


def _target(path: Path) -> Path:
    """The file to be replaced, at the end of all links. Raises CannotWrite where it must not be."""
    kinds: tuple[tuple[Callable[[int], bool], str], ...] = (
        (stat.S_ISDIR, "is a folder: choose a file name"),
        (lambda mode: not stat.S_ISREG(mode), "is no ordinary file: choose another name"),
        (lambda mode: not mode & 0o222, "is write-protected: save under another name"),
    )
    with _explained(path):
        target, mode = _followed(path)
    for is_so, sentence in kinds:
        if mode is not None and is_so(mode):
            raise CannotWrite(f"{target} {sentence}")
    return target


def _followed(path: Path) -> tuple[Path, int | None]:
    """Where the links lead and what is there, if anything; a link that cannot be read is not written over."""
    try:
        target = Path(os.path.realpath(path, strict=os.name != "nt"))  # which fails on some drives
        return target, target.stat().st_mode
    except FileNotFoundError:
        return Path(os.path.realpath(path)), None


def _flushed(temporary: Path) -> bytes:
    with temporary.open("rb+") as file:
        data = file.read()
        flush(file.fileno())
    return data


def _copy_rights(target: Path, temporary: Path, also: int = 0) -> None:
    """Who could open the old version can open the new one, and nobody else."""
    with suppress(OSError):  # a share without modes must not stop a save
        old = target.stat()
        if os.name != "nt":
            _copy_owner(old, temporary)
        temporary.chmod(stat.S_IMODE(old.st_mode) | also)


def _copy_owner(old: os.stat_result, temporary: Path) -> None:
    """As far as one may: a colleague's file cannot be given back to them, but stays with their group."""
    with suppress(OSError):
        os.chown(temporary, -1, old.st_gid)
    with suppress(OSError):
        os.chown(temporary, old.st_uid, -1)
