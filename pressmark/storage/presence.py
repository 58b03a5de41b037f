"""Who has an article open: word of it lies in a small hidden file beside the article, where others find it.

It says who, on which computer, in which process and since when. One that a killed process left is taken over
by the next; of another computer nobody can tell whether it is still running, so there it stands until the
analyst says otherwise. It is only ever a hint: what was changed by another hand is told by `fingerprint`.

The file is made exclusively; whoever reads, writes or removes it holds the system's lock on it, and an empty
one is nobody's. So of two that come at once exactly one finds nobody there.
"""

import os
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from pressmark.digest import sha256_of
from pressmark.storage.locking import lock
from pressmark.storage.process import Process

_MOST_BYTES = 4096
_LONGEST_NAME = 200  # of the 255 bytes that systems take
_LONGEST_WORDS = 80
_TRIES, _WAITED, _PAUSE = 40, 20, 0.01
"""How often a file is looked at that somebody is just writing, after how many looks an empty one is nobody's,
and the seconds in between.
"""

_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class _Word:
    analyst: str
    host: str
    process: Process
    since: str
    token: str


@dataclass(frozen=True, slots=True)
class OtherHand:
    """Somebody who has the article open. `host` and `since` are empty where the file cannot be understood.

    `here` is another window on this computer. `mark` is of what the file held, to be overruled.
    """

    file: Path
    analyst: str = ""
    host: str = ""
    since: datetime | None = None
    here: bool = False
    mark: str = ""

    def told(self, now: datetime) -> str:
        """“open on newsdesk-3 by Ana Ruiz since 14 November 2026, 09:30 (3 hours ago)”."""
        if not self.host:
            return f"open elsewhere, it seems: {self.file.name} in its folder cannot be understood"
        place = f"in another window on this computer, {self.host}," if self.here else f"on {self.host}"
        if self.since is None:
            return f"open {place} by {self.analyst or 'somebody'}"
        since = self.since.astimezone(now.tzinfo)
        when = f"{since.day} {since:%B %Y, %H:%M} ({_age((now - since).total_seconds())})"
        return f"open {place} by {self.analyst or 'somebody'} since {when}"


@dataclass(frozen=True, slots=True)
class Presence:
    """Our word beside an article. `file` is None where its folder takes no such word: nobody is told then."""

    file: Path | None = None
    token: str = ""

    def leave(self) -> None:
        """The article is not open here any more. Whatever became of the file, this raises nothing."""
        if self.file is not None:
            with suppress(OSError):
                _take_back(self.file, self.token)


def announce(path: Path, analyst: str, over: OtherHand | None = None) -> Presence | OtherHand:
    """Leaves word that the article is open here, or answers with who has it open.

    `over` is an answer of before that the analyst overrules: it is replaced if nothing has changed since.
    """
    file = _beside(path)
    since = datetime.now(UTC).isoformat(timespec="seconds")
    host = _words(Process.host_name())
    word = _Word(_words(analyst), host, Process.own(), since, os.urandom(8).hex())
    for number in range(_TRIES):
        try:
            answer = _left(file, word, over.mark if over else "", waited=number >= _WAITED)
        except OSError:  # a folder to read from only, a share that is odd or went away
            return Presence()
        if answer is not None:
            return answer
        time.sleep(_PAUSE)
    return OtherHand(file)


def _beside(path: Path) -> Path:
    """The file's place: one name for an article however it was reached."""
    real = Path(os.path.realpath(path))
    name = os.fsencode(real.name)
    if len(name) > _LONGEST_NAME:
        cut = name[: _LONGEST_NAME - 13].decode("utf-8", errors="ignore")
        return real.with_name(f".~open.{cut}-{sha256_of(name)[:12]}#")
    return real.with_name(f".~open.{real.name}#")


def _left(file: Path, word: _Word, overruled: str, *, waited: bool) -> Presence | OtherHand | None:
    """One try; None where somebody is at it this very moment. Raises OSError."""
    made = True
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | _FLAGS, 0o666)
    except FileExistsError:
        made = False
    if not made:
        found = _found(file)
        if not isinstance(found, int):
            return found
        handle = found
    try:
        if not lock(handle):
            return None
        data = _held(handle)
        if not data and not made and not waited:
            return None  # it was made a moment ago, and is being written
        if data and (not overruled or sha256_of(data) != overruled):
            other = _other(file, data)
            if other is not None:
                return other
        return _written(handle, file, word, made=made)
    finally:
        os.close(handle)


def _found(file: Path) -> int | OtherHand | None:
    """A handle of what is there, never of what a link leads to; a pipe or a folder is somebody's joke."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return OtherHand(file)
        with suppress(OSError):
            return os.open(file, os.O_RDWR | _FLAGS)
        return os.open(file, os.O_RDONLY | _FLAGS)  # its owner, or its drive, lets others only read
    except FileNotFoundError:
        return None


def _other(file: Path, data: bytes) -> OtherHand | None:
    """Whose word it is; None for one whose process is gone."""
    try:
        word = msgspec.json.decode(data, type=_Word)
    except (ValueError, RecursionError):
        return OtherHand(file, mark=sha256_of(data))
    if word.process.surely_gone:
        return None
    host = _words(word.host) or "another computer"
    here = word.process.here
    return OtherHand(file, _words(word.analyst), host, _time(word.since), here, sha256_of(data))


def _written(handle: int, file: Path, word: _Word, *, made: bool) -> Presence | None:
    """Our word in the file; None when the file was taken away meanwhile. Raises OSError."""
    data = msgspec.json.encode(word)
    try:
        _put(handle, data)
    except OSError:  # a full disk
        if made:
            file.unlink(missing_ok=True)
        raise
    check = _found(file)
    if not isinstance(check, int):
        return None
    try:
        return Presence(file, word.token) if _held(check) == data else None
    finally:
        os.close(check)


def _take_back(file: Path, token: str) -> None:
    handle = _found(file)
    if not isinstance(handle, int):
        return
    try:
        for _ in range(_TRIES):
            if lock(handle):
                break
            time.sleep(_PAUSE)
        if token.encode() not in _held(handle):
            return  # the analyst of another window has overruled us
        _put(handle, b"")  # nobody's, for those who have it open now
        if os.name != "nt":
            file.unlink()
            return
    finally:
        os.close(handle)
    file.unlink()  # Windows removes no open file


def _held(handle: int) -> bytes:
    """What is in the file; a power cut may leave zeros where there was nothing yet."""
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, _MOST_BYTES + 1).strip(b"\0")


def _put(handle: int, data: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    if data and os.write(handle, data) != len(data):
        os.ftruncate(handle, 0)
        raise OSError("the disk took only a part")


def _words(text: str) -> str:
    """One short line without what turns or hides the words after it."""
    return "".join(one for one in text if one.isprintable()).strip()[:_LONGEST_WORDS]


def _time(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo and 2000 < found.year < 2200 else None


def _age(seconds: float) -> str:
    """Clocks of two computers differ: what is to come is now."""
    for unit, length, least in (("day", 86_400, 2 * 86_400), ("hour", 3_600, 3_600), ("minute", 60, 60)):
        if seconds >= least:
            number = int(seconds // length)
            return f"{number} {unit}{'s' if number != 1 else ''} ago"
    return "just now"
