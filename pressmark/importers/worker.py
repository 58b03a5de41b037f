"""The process that reads foreign files: with little memory, and without the means to do harm.

    python -m pressmark.importers.worker

It is told a file at a time, on standard input, and answers on standard output. What it reads can at worst
bring it down; `pressmark.importers.confined` is what talks to it.
"""

import os
import sys
from collections.abc import Iterator
from typing import IO, Any

import msgspec

from pressmark.importers.frames import Asked, Told, read_frame, told, write_frame
from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.pdf_picture import draw_page
from pressmark.importers.reading import read_all

MOST_MEMORY = 1_500_000_000
"""Bytes of address space, of which the libraries alone take some 300 MB."""

_NEVER = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "subprocess.Popen", "os.system",
    "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.remove", "os.rename", "os.mkdir",
    "os.rmdir", "os.symlink", "os.link", "os.chmod", "os.chown", "os.truncate", "os.kill", "shutil.rmtree",
    "webbrowser.open", "ctypes.dlopen",
)  # fmt: skip
"""Events (Python's audit hooks, PEP 578) of which reading a file needs none."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> int:
    """Reads and answers until standard input ends."""
    asked_in, told_out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not come between the frames
    _limit_memory()
    _load_what_loads_late()
    sys.addaudithook(_refuse)
    while True:
        try:
            asked = msgspec.msgpack.decode(read_frame(asked_in), type=Asked)
        except EOFError:
            return 0
        _answer(asked, told_out)


def read_asked(asked: Asked) -> Iterator[Imported | CannotImport]:
    """As `reading.read_all`, in whichever process this is called."""
    return read_all(
        asked.data,
        asked.name,
        media_type=asked.media_type,
        url=asked.url,
        captured_from=asked.captured_from,
        now=asked.now,
        answers=asked.answers,
    )


def _answer(asked: Asked, told_out: IO[bytes]) -> None:
    try:
        if asked.page:
            write_frame(told_out, Told(original=draw_page(asked.data, asked.page, asked.width, asked.name)))
        for found in () if asked.page else read_asked(asked):
            write_frame(told_out, told(found, asked.data))
    except MemoryError:
        _give_up(told_out, f"reading {asked.name} takes more memory than any article does")
    except Exception as error:  # noqa: BLE001  whatever a foreign file brings about costs this file alone
        _give_up(told_out, f"{asked.name} could not be read ({type(error).__name__}: {error})"[:400])
    write_frame(told_out, Told(done=True))


def _give_up(told_out: IO[bytes], why: str) -> None:
    write_frame(told_out, Told(refusal=f"{why}. Copy the text and paste it"))


def _limit_memory() -> None:
    if sys.platform == "win32":
        return  # nothing in the standard library sets a limit there: the time limit remains
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _load_what_loads_late() -> None:
    """Libraries that look for parts of themselves when first used, which they may not any more later on."""
    import pypdfium2
    import trafilatura

    assert all((pypdfium2, trafilatura))


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(_NEVER):
        raise PermissionError(f"a foreign file made the reader try {event}")
    if event == "open":
        _, mode, flags = args
        writes = (isinstance(flags, int) and flags & _WRITING) or (
            isinstance(mode, str) and set(mode) & set("wax+")
        )
        if writes:
            raise PermissionError("a foreign file made the reader try to write a file")


if __name__ == "__main__":
    raise SystemExit(main())
