"""The records of a WARC file, one after the other, however it is packed; a damaged one costs itself.

Warcio ends at the first that is damaged, and puts no bound on what a record unpacks to: so they are told
apart here, and warcio is given one at a time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressmark.importers.warc_unpacking import Pieces, unpacked

MOST_OF_ONE = 50_000_000
MOST_RECORDS = 300_000
_LONGEST_HEAD = 65_536
_LONGEST_OPENING = 262_144
_AHEAD = 64
_START = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n[A-Za-z]")
_NEXT = re.compile(rb"\n(WARC/[01]\.\d{1,2}\r?\n[A-Za-z])")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n|\n(?=WARC/[01]\.\d{1,2}\r?\n[A-Za-z])")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


class TooManyRecords(Exception):
    """There are more records than are read."""


@dataclass(frozen=True, slots=True)
class Record:
    """Its head, and what follows that; both as they stand in the file.

    `whole` is False where something is missing or damaged. What is `large` is more than any page has: of
    its body there is only the beginning.
    """

    head: bytes
    body: bytes = b""
    whole: bool = True
    large: bool = False


def records(data: bytes) -> Iterator[Record]:
    """Raises TooManyRecords, and TooMuchToUnpack, after those that come before."""
    count = 0
    for pieces in unpacked(data):
        stream = _Stream(pieces)
        of_these = 0
        while record := stream.record():
            of_these, count = of_these + 1, count + 1
            if count > MOST_RECORDS:
                raise TooManyRecords
            yield record
        if stream.broken and not of_these:
            yield Record(b"", whole=False)


class _Stream:
    """Bytes that belong together, held only as far as they are looked at."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._held = bytearray()

    @property
    def broken(self) -> bool:
        return self._pieces.broken

    def record(self) -> Record | None:
        """The next; None after the last."""
        if not self._to_start():
            return None
        head = self._head()
        length = _LENGTH.search(head)
        if not head or not length:
            del self._held[: max(len(head), 1)]
            return Record(head, whole=False)
        del self._held[: len(head)]
        if int(length[1]) > MOST_OF_ONE:
            self._has(_LONGEST_OPENING)
            opening = bytes(self._held[:_LONGEST_OPENING])
            return Record(head, opening, self._skip(int(length[1])), large=True)
        body, whole = self._body(int(length[1]))
        return Record(head, body, whole)

    def _has(self, count: int) -> bool:
        while len(self._held) < count:
            if not (piece := self._pieces.more()):
                return False
            self._held += piece
        return True

    def _to_start(self) -> bool:
        """Goes on to where the next record begins; False where none does."""
        while self._has(_AHEAD) or self._held:
            if _START.match(self._held):
                return True
            if found := _NEXT.search(self._held):
                del self._held[: found.start(1)]
                return True
            del self._held[: max(len(self._held) - _AHEAD // 2, 1)]
        return False

    def _head(self) -> bytes:
        """With the empty line that ends it; empty where nothing does."""
        for length in (4_096, _LONGEST_HEAD):
            self._has(length)
            if end := _END_OF_HEAD.search(self._held, 0, length):
                return bytes(self._held[: end.end()])
        return b""

    def _body(self, length: int) -> tuple[bytes, bool]:
        """What follows the head, and if it is whole; where the length is wrong, it ends with the next."""
        self._has(length + _AHEAD)
        after = self._held[length : length + _AHEAD].lstrip(b"\r\n")
        whole = len(self._held) >= length and (not after or after.startswith(b"WARC/"))
        found = None if whole else _NEXT.search(self._held)
        end, following = (found.start(), found.start(1)) if found else (length, length)
        body = bytes(self._held[:end])
        del self._held[:following]
        return body, whole and not (self.broken and not self._held)

    def _skip(self, length: int) -> bool:
        """Passes over so many bytes; False where another record begins, or the file ends, before that."""
        while length > 0 and (self._held or self._has(1)):
            if found := _NEXT.search(self._held, 0, min(length, len(self._held))):
                del self._held[: found.start(1)]
                return False
            passed = min(length, max(len(self._held) - _AHEAD // 2, 1))
            del self._held[:passed]
            length -= passed
            self._has(_AHEAD)
        return length <= 0
