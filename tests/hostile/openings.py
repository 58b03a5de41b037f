"""Runs hostile files through a child process with little memory and little time, and counts."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

CHILD = Path(__file__).with_name("opening_child.py")
SECRET = "CANARY-5b1d0f"
MOST_SECONDS = 5.0
_START_SECONDS = 60.0
_BUSY = 5.0
"""How many times longer an answer may take by the clock than on a processor of its own."""
LONGEST_REFUSAL = 1_500  # a codebook is told five things that are wrong


@dataclass(frozen=True)
class Hostile:
    """A file, by what it does, and the door it comes in by. `made` is given the secret file's URI."""

    does: str
    door: str
    name: str
    made: Callable[[str], bytes]


def table(door: str, ending: str, rows: Mapping[str, Callable[[str], bytes]]) -> list[Hostile]:
    """All of a kind: each as a file of this ending."""
    return [Hostile(does, door, f"hostile{ending}", made) for does, made in rows.items()]


@dataclass(frozen=True)
class Outcome:
    """What became of a file: read, refused, crashed or hung, and what was seen that must not be."""

    file: Hostile
    outcome: str
    said: str = ""
    leaks: tuple[str, ...] = ()
    seconds: float = 0.0
    peak: int = 0

    @property
    def faults(self) -> list[str]:
        """Everything wrong with it, a sentence each."""
        found = [*self.leaks]
        if self.outcome in ("crashed", "hung"):
            found.append(f"{self.outcome} ({self.seconds:.1f} s) {self.said}")
        if self.outcome == "refused":
            if Path(self.file.name).stem not in self.said:
                found.append(f"does not say which file: {self.said}")
            if len(self.said) > LONGEST_REFUSAL:
                found.append(f"says {len(self.said)} characters: {self.said[:300]}")
        return [f"{self.file.door} {self.file.does}: {fault}" for fault in found]


class Child:
    """One process that opens file after file; a new one takes its place when it hangs or dies."""

    def __init__(self, folder: Path, before: Iterable[str] = ()) -> None:
        self._folder, self._before = folder, tuple(before)
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def open(self, file: Hostile, path: Path, most_seconds: float = MOST_SECONDS) -> Outcome:
        process = self._process or self._begin()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps({"door": file.door, "path": str(path)}) + "\n")
        process.stdin.flush()
        line = self._answer(process, most_seconds * _BUSY)
        if line is None:
            self._end()
            return Outcome(file, "hung", f"for more than {most_seconds * _BUSY:g} s")
        if not line:
            code = process.wait()
            self._end()
            return Outcome(file, "crashed", f"the process ended with {code}")
        told = json.loads(line)
        slow = told["seconds"] > most_seconds
        return Outcome(
            file,
            "hung" if slow else told["outcome"],
            told["said"],
            tuple(told["leaks"]),
            told["seconds"],
            told["peak"],
        )

    def _begin(self) -> "subprocess.Popen[str]":
        command = [*self._before, sys.executable, str(CHILD), str(self._folder), SECRET]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        assert self._answer(self._process, _START_SECONDS) == "ready\n"
        return self._process

    def _answer(self, process: "subprocess.Popen[str]", most_seconds: float) -> str | None:
        """The next line; "" where the process has ended, None where it takes too long."""
        assert process.stdout
        ready, _, _ = select.select([process.stdout], [], [], most_seconds)
        return process.stdout.readline() if ready else None

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                assert pipe
                pipe.close()
            self._process = None


def opened(
    files: Iterable[Hostile], tmp_path: Path, most_seconds: float = MOST_SECONDS, before: Iterable[str] = ()
) -> list[Outcome]:
    """What became of each, each alone in its folder, the secret beside all of them."""
    secret = tmp_path / "elsewhere" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text(SECRET)
    place = tmp_path / "files"
    found = []
    with Child(place, before) as child:
        for number, file in enumerate(files):
            path = place / str(number) / file.name
            path.parent.mkdir(parents=True)
            path.write_bytes(file.made(secret.as_uri()))
            found.append(child.open(file, path, most_seconds))
            path.unlink()
    return found


def told(outcomes: list[Outcome]) -> str:
    """The figures in a line."""
    counted = {what: sum(1 for one in outcomes if one.outcome == what) for what in ("crashed", "hung")}
    leaked = sum(1 for one in outcomes if one.leaks)
    slowest = max(outcomes, key=lambda one: one.seconds)
    highest = max(outcomes, key=lambda one: one.peak)
    return (
        f"tried {len(outcomes)}, crashed {counted['crashed']}, hung {counted['hung']}, leaked {leaked}; "
        f"slowest {slowest.seconds:.1f} s ({slowest.file.does}), "
        f"most memory {highest.peak / 1e6:.0f} MB ({highest.file.does})"
    )


def faults_of(files: Iterable[Hostile], tmp_path: Path, most_seconds: float) -> list[str]:
    """Everything wrong with any of them; the figures are told to who runs it."""
    outcomes = opened(files, tmp_path, most_seconds)
    sys.stdout.write(told(outcomes) + "\n")
    return [fault for outcome in outcomes for fault in outcome.faults]
