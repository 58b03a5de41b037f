"""Reads foreign files in a process of their own: a hostile or broken one costs a line, never the window."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from queue import Empty, Queue
from typing import IO

import msgspec

from pressmark.importers.frames import Asked, Told, read_frame, taken, write_frame
from pressmark.importers.imported import CannotImport, Capture, Imported
from pressmark.importers.kinds import Kind, told
from pressmark.importers.questions import Answers
from pressmark.importers.worker import read_asked

MOST_SECONDS = 60.0
"""From one article of a file to the next."""

_WAIT = 0.1
_NO_MATTER_WHEN = datetime(2026, 1, 1, tzinfo=UTC)
_INSTEAD = "Copy the text and paste it"


class Confined:
    """One process, started with the first file and again after one that brought it down.

    `tick` is called many times a second while it reads; what it raises ends the reading, and the process.
    Files asked for by several threads are read one after the other.
    """

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[bytes | None] = Queue()
        self._one_at_a_time = threading.Lock()

    def read_all(
        self,
        data: bytes,
        name: str,
        *,
        media_type: str = "",
        url: str = "",
        captured_from: str = "file",
        now: datetime,
        answers: Answers | None = None,
        tick: Callable[[], None] = lambda: None,
    ) -> Iterator[Imported | CannotImport]:
        """As `reading.read_all`. What is plain text is read here: nobody need wait for a process to start."""
        asked = Asked(data, name, media_type, url, captured_from, now, answers or Answers())
        if _is_plain(asked):
            yield from read_asked(asked)
            return
        with self._one_at_a_time:
            yield from self._read(asked, tick)

    def draw(self, data: bytes, name: str, page: int, width: int) -> bytes:
        """A page of a PDF as a PNG; empty where it cannot be drawn."""
        asked = Asked(data, name, "", "", "file", _NO_MATTER_WHEN, Answers(), page, width)
        with self._one_at_a_time:
            answer = [*self._messages(asked, lambda: None)]
        return b"".join(one.original for one in answer if isinstance(one, Told))

    def close(self) -> None:
        """Ends the process; the next file starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(OSError):  # the pipe of a process that has just been killed
                    stream.close()
        process.wait()

    def _read(self, asked: Asked, tick: Callable[[], None]) -> Iterator[Imported | CannotImport]:
        for message in self._messages(asked, tick):
            if isinstance(message, CannotImport):
                yield message
                continue
            try:
                found = taken(message, asked.data)
            except (msgspec.MsgspecError, ValueError, KeyError):
                self.close()
                yield _senseless(asked.name)
                return
            yield found

    def _messages(self, asked: Asked, tick: Callable[[], None]) -> Iterator[Told | CannotImport]:
        finished, count = False, 0
        try:
            self._ask(asked)
            while not (message := self._next(asked.name, tick, count)).done:
                yield message
                count += 1
            finished = True
        except _Down as error:
            yield CannotImport(str(error))
        except msgspec.MsgspecError:
            yield _senseless(asked.name)
        finally:
            if not finished:  # brought down, cancelled or not waited for: the rest of its answer is nobody's
                self.close()

    def _ask(self, asked: Asked) -> None:
        for again in (False, True):
            process = self._started()
            assert process.stdin is not None
            try:
                write_frame(process.stdin, asked)
                return
            except OSError as error:  # it has ended since the last file
                self.close()
                if again:
                    raise _Down(f"{asked.name} could not be read: the reader does not start") from error

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(  # noqa: S603  # this very program
                _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self._answers = Queue()
            assert self._process.stdout is not None
            listening = threading.Thread(
                target=_listen, args=(self._process.stdout, self._answers), name="import answers", daemon=True
            )
            listening.start()
        return self._process

    def _next(self, name: str, tick: Callable[[], None], count: int) -> Told:
        """The next answer. Raises _Down where none comes, and what `tick` raises."""
        waited = 0.0
        so_far = f" after {count:,} article{'s' if count > 1 else ''}" if count else ""
        while waited < self._seconds:
            tick()
            try:
                answer = self._answers.get(timeout=_WAIT)
            except Empty:
                waited += _WAIT
                continue
            if answer is None:
                raise _Down(
                    f"{name} brought down the process that was reading it{so_far}: the file is broken or "
                    f"made to do harm. {_INSTEAD}"
                )
            return msgspec.msgpack.decode(answer, type=Told)
        raise _Down(
            f"{name} was not read within {self._seconds:.0f} seconds{so_far} and was given up. {_INSTEAD}"
        )


def _is_plain(asked: Asked) -> bool:
    capture = Capture.of(
        asked.data,
        asked.name,
        media_type=asked.media_type,
        url=asked.url,
        captured_from=asked.captured_from,
        now=asked.now,
    )
    try:
        return told(asked.data, capture).kind is Kind.TEXT
    except CannotImport:
        return True  # and is refused


class _Down(Exception):
    """The process gives no answer; the message says why."""


def _senseless(name: str) -> CannotImport:
    return CannotImport(f"{name} was read, but not in a way that makes sense. {_INSTEAD}")


def _listen(answers: IO[bytes], queue: "Queue[bytes | None]") -> None:
    try:
        while True:
            queue.put(read_frame(answers))
    except (EOFError, OSError, ValueError):  # ended, killed, or closed by `close`
        queue.put(None)


def _command() -> list[str]:
    """This very program again, in an installed app as well; -P: nothing from the folder it is started in."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-foreign-files"]  # desktop.app knows what is meant
    return [sys.executable, "-P", "-m", "pressmark.importers.worker"]
