"""A process as others can know it again: whether what it left behind is still somebody's."""

import os
import socket
import uuid
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pressmark.digest import sha256_of

_MOST_PROCESSES = 2**31
_ENDED = ("Z", "X")  # states of a process that runs no more and is still listed


@dataclass(frozen=True, slots=True)
class Process:
    """Its number, and what tells it from another one of the same number.

    `machine` is one for each computer under each of its names, `boot` for each of its starts, `space` for
    each set of processes that see one another; `started` is when the process did. All but the first are
    empty where the system does not tell.
    """

    number: int
    machine: str
    boot: str = ""
    space: str = ""
    started: str = ""

    @classmethod
    def own(cls) -> "Process":
        number = os.getpid()
        return cls(number, _machine(), _boot(), _space(), _started(number))

    @staticmethod
    def host_name() -> str:
        """What people call this computer."""
        return socket.gethostname() or "this computer"

    @property
    def here(self) -> bool:
        """True for one of this computer."""
        return self.machine == _machine()

    @property
    def surely_gone(self) -> bool:
        """True where it runs no more; False where that cannot be known."""
        if not self.here:
            return False
        if self.boot != _boot():
            return bool(self.boot and _boot())
        if self.space != _space() or not 0 < self.number < _MOST_PROCESSES:
            return False
        if started := _started(self.number):
            return bool(self.started) and started != self.started
        return _none_of(self.number)


@cache
def _machine() -> str:
    """Hashed, for it is read by others; the name is in it, since copies of a machine share the rest."""
    known = _content("/etc/machine-id") or f"{uuid.getnode():x}"
    return sha256_of(f"pressmark {known} {Process.host_name()}".encode())[:16]


def _boot() -> str:
    return _content("/proc/sys/kernel/random/boot_id")


def _space() -> str:
    """Sandboxes number their processes anew, each from one."""
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return ""


def _started(number: int) -> str:
    """The 22nd field of proc_pid_stat(5); the second, a name in brackets, may hold anything."""
    fields = _content(f"/proc/{number}/stat").rpartition(")")[2].split()
    if len(fields) < 20:
        return ""
    return "ended" if fields[0] in _ENDED else fields[19]


def _none_of(number: int) -> bool:
    """True when no process has that number."""
    if os.name == "nt":
        return False  # there the question would end the process
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False  # somebody else's
    return False


def _content(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""
