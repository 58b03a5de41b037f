"""A WARC file's bytes as they are when unpacked: plain, a gzip member for each record, or one for all.

A member that is damaged costs what is in it; the next is found again by how it begins.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Protocol

GZIP = b"\x1f\x8b\x08"
MOST_UNPACKED = 4_000_000_000
_PIECE = 65_536
_MOST_AT_ONCE = 1_000_000
_FIRST_BYTES = 600
_MOST_TRIES = 50_000
_FILLED_UP = re.compile(rb"\0*")  # as some programs do with blocks


class TooMuchToUnpack(Exception):
    """The file unpacks to more than is read."""


class Pieces(Protocol):
    """Bytes that belong together, piece by piece; `broken` once they have turned out to be damaged."""

    broken: bool

    def more(self) -> bytes:
        """The next; empty after the last."""


def unpacked(data: bytes) -> Iterator[Pieces]:
    """What belongs together, each to be read to its end before the next is asked for."""
    if not data.startswith(GZIP):
        yield _Plain(data)
        return
    members = _Members(data)
    while members.at >= 0:
        yield members.pieces()


class _Plain:
    def __init__(self, data: bytes) -> None:
        self.broken = False
        self._data, self._at = memoryview(data), 0

    def more(self) -> bytes:
        piece = bytes(self._data[self._at : self._at + _PIECE])
        self._at += len(piece)
        return piece


class _Members:
    """The members of a gzip file; `at` is where those begin that are next, −1 after the last."""

    def __init__(self, data: bytes) -> None:
        self.at = 0
        self.data, self.view = data, memoryview(data)
        self._size = self._tries = 0

    def pieces(self) -> "_Packed":
        return _Packed(self, self.at)

    def weigh(self, size: int) -> None:
        """Raises TooMuchToUnpack."""
        self._size += size
        if self._size > MOST_UNPACKED:
            raise TooMuchToUnpack

    def begins_record(self, at: int) -> bool:
        try:
            first = zlib.decompressobj(wbits=31).decompress(self.view[at : at + _FIRST_BYTES], 8)
        except zlib.error:
            return False
        return first.startswith(b"WARC/")

    def find(self, at: int) -> None:
        """The next that begins a record."""
        self.at = self.data.find(GZIP, at)
        while self.at >= 0 and not self.begins_record(self.at):
            self._tries += 1
            self.at = self.data.find(GZIP, self.at + 1) if self._tries < _MOST_TRIES else -1


class _Packed:
    """A member, and those after it that begin amid a record."""

    def __init__(self, members: _Members, at: int) -> None:
        self.broken = self._done = False
        self._members, self._start, self._at = members, at, at
        self._unpacker = zlib.decompressobj(wbits=31)

    def more(self) -> bytes:
        """Raises TooMuchToUnpack."""
        while not self._done:
            if self._unpacker.eof:
                self._next_member()
            elif piece := self._piece():
                self._members.weigh(len(piece))
                return piece
        return b""

    def _piece(self) -> bytes:
        packed = self._members.view[self._at : self._at + _PIECE]
        try:
            piece = self._unpacker.decompress(packed, _MOST_AT_ONCE)
        except zlib.error:
            return self._break()
        self._at += len(packed) - len(self._unpacker.unconsumed_tail) - len(self._unpacker.unused_data)
        if not packed and not piece and not self._unpacker.eof:
            return self._break()
        return piece

    def _break(self) -> bytes:
        self.broken = self._done = True
        self._members.find(self._start + 1)
        return b""

    def _next_member(self) -> None:
        data = self._members.data
        if filled := _FILLED_UP.match(data, self._at):
            self._at = filled.end()
        if not data.startswith(GZIP, self._at) or self._members.begins_record(self._at):
            self._done = True
            self._members.find(self._at)
        else:
            self._start, self._unpacker = self._at, zlib.decompressobj(wbits=31)
