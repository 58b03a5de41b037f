"""Runs a save again and again, each time disturbed at another of its system calls, after SQLite's own tests.

https://www.sqlite.org/testing.html, “crash testing” and “I/O error testing”.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LINE = re.compile(r"(\d+) +(\w+)\(")
_FAIL = frozenset(
    [
        "openat",
        "read",
        "pread64",
        "write",
        "pwrite64",
        "fsync",
        "fdatasync",
        "close",
        "lseek",
        "rename",
        "renameat",
        "renameat2",
        "chmod",
        "chown",
        "fchownat",
        "readlink",
        "readlinkat",
        "stat",
        "lstat",
        "fstat",
        "fchmodat",
        "newfstatat",
        "unlink",
        "unlinkat",
        "mkdir",
        "ftruncate",
        "fcntl",
    ]
)
"""Calls that a disk or a share may answer with an error."""


_BECAME = {0: "done", 10: "refused", -signal.SIGKILL: "killed"}


@dataclass(frozen=True)
class Point:
    """The `when`-th time that a process makes this call, and what happens to it there."""

    call: str
    when: int
    what: str  # “KILL”, an error, or an error from there on (“EIO+”)

    @property
    def injection(self) -> str:
        what = "signal=KILL" if self.what == "KILL" else f"error={self.what.rstrip('+')}"
        onwards = "+" if self.what.endswith("+") else ""
        return f"inject={self.call}:{what}:when={self.when}{onwards}"


@dataclass(frozen=True)
class Outcome:
    """`became` is “done”, “refused”, “killed” or “failed”; `said` what the analyst would have been told."""

    became: str
    said: str


class Saver:
    """A process that forks a fresh one, all modules loaded, for each save."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
        command = [sys.executable, str(Path(__file__).with_name("save_server.py"))]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def close(self) -> None:
        assert self._process.stdin is not None
        with self._process:  # closes its pipes, too
            self._process.stdin.close()

    def run(self, case: str, folder: Path, *tracing: str) -> Outcome:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{case} {folder}\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        tracer = subprocess.Popen(
            ["strace", "-f", "-p", str(child), *tracing], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
        )
        assert tracer.stderr is not None
        word = tracer.stderr.readline()
        os.kill(child, signal.SIGCONT if b"attached" in word else signal.SIGKILL)
        status = int(self._process.stdout.readline())
        assert b"attached" in word, word
        tracer.communicate(timeout=30)
        said = folder / "outcome"
        return Outcome(_BECAME.get(status, "failed"), said.read_text("utf-8") if said.exists() else "")


def points(saver: Saver, case: str, folder: Path) -> Iterator[Point]:
    """All there are: each call to be killed at, and each that can fail to fail, once and from there on."""
    trace = folder / "trace"
    assert saver.run(case, folder, "-o", str(trace)).became == "done"
    before: Counter[tuple[str, str]] = Counter()
    begun = ended = False
    found: dict[tuple[str, int], None] = {}
    for line in trace.read_text("utf-8", "replace").splitlines():
        begun, ended = begun or "/pressmark-begins" in line, ended or "/pressmark-ends" in line
        if not (match := _LINE.match(line)):
            continue
        process, call = match.groups()
        before[process, call] += 1
        if begun and not ended:
            found[call, before[process, call]] = None
    for call, when in found:
        yield Point(call, when, "KILL")
        if call in _FAIL:
            yield from (Point(call, when, what) for what in ("EIO", "ENOSPC", "EIO+", "ENOSPC+"))


def fresh(folder: Path, template: Path) -> Path:
    """The folder as it was before any save."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder
