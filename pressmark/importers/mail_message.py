"""A message of the internet (RFC 5322, MIME), parsed within bounds; what its head says, decoded.

The heads are taken as they stand and decoded here: the `default` policy of the standard library parses each
into a tree, which takes time in the square of its length, and raises for many that are malformed.

The standard library's parser compares each line with the boundaries of all parts around it, goes one call
deeper with each of them, and keeps all lines of a head. Nothing of that is a matter for real messages; those
made to exhaust it are told by one pass over the bytes, before any of it is parsed.
"""

import re
from collections.abc import Iterator
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from pressmark.importers.canon import one_line
from pressmark.importers.decoding import decoded
from pressmark.importers.imported import CannotImport

_LONGEST_HEAD = 500_000
_LONGEST_FIELD = 10_000
_MOST_LINES = 1_500_000
_DEEPEST = 25
_MOST_PARTS = 2_000
_EMPTY_LINE = re.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)")
_HOLDS_OTHERS = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(
    rb'\bboundary[ \t]*=[ \t]*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))|^--([^\r\n]{1,202})', re.I | re.M
)
_ENCODED_WORD = re.compile(r"=\?[^?\s]{1,60}\?[bq]\?", re.IGNORECASE)

BROKEN = (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
"""What the standard library raises for messages that are not as they should be."""


def message_of(data: bytes, name: str) -> "Message[str, str]":
    """The message in the bytes of the file. Raises CannotImport for one past the bounds."""
    _check(data, name)
    try:
        return BytesParser(policy=compat32).parsebytes(data)
    except BROKEN as error:
        raise CannotImport(
            f"{name} is damaged and cannot be read as an e-mail: get it again from where it came, or copy "
            "the text and paste it"
        ) from error


def header(message: "Message[str, str]", name: str) -> str:
    """A field of the head as one line, decoded whatever it is written in; empty where there is none."""
    name = name.casefold()
    values = (value for key, value in message.raw_items() if key.casefold() == name)
    return decoded_field(str(next(values, ""))[:_LONGEST_FIELD])


def decoded_field(raw: str) -> str:
    """A field's text: encoded words (RFC 2047) and bytes that are not ASCII as characters."""
    if not _ENCODED_WORD.search(raw):
        return one_line(_characters(raw.encode("ascii", "surrogateescape"), "") if _is_raw(raw) else raw)
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return one_line(raw)
    return one_line("".join(_joined(pieces))) or one_line(raw)


def _joined(pieces: list[tuple[bytes | str, str | None]]) -> Iterator[str]:
    """The pieces as characters; those of one encoding that follow one another were cut anywhere, even within
    a character."""
    waiting, encoding = b"", ""
    for piece, said in [*pieces, (b"", "end")]:
        data = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
        if (said or "") == encoding:
            waiting += data
            continue
        yield _characters(waiting, encoding)
        waiting, encoding = data, said or ""


def _characters(data: bytes, encoding: str) -> str:
    try:
        return decoded(data, "", encoding).text if data else ""
    except CannotImport:
        return data.decode("ascii", "replace")


def _is_raw(text: str) -> bool:
    return any("\udc80" <= character <= "\udcff" for character in text)


def _check(data: bytes, name: str) -> None:
    end = _EMPTY_LINE.search(data, 0, _LONGEST_HEAD)
    if end is None and len(data) > _LONGEST_HEAD:
        raise CannotImport(
            f"{name} has a head of more than {_LONGEST_HEAD // 1000} kB, which no e-mail has: it was not read"
        )
    if data.count(b"\n") + data.count(b"\r") > 2 * _MOST_LINES:
        raise CannotImport(
            f"{name} has more than {_MOST_LINES:,} lines, which no e-mail has: it was not read"
        )
    parts = sum(1 for _ in _HOLDS_OTHERS.finditer(data))
    if parts > _MOST_PARTS or _depth(data) > _DEEPEST:
        raise CannotImport(
            f"{name} holds messages or parts too deep in one another, or too many: it was not read. Copy the "
            "text and paste it"
        )


def _depth(data: bytes) -> int:
    """How many parts are open around a line at the most, none of them ended by its boundary or an outer."""
    opened: list[bytes] = []
    deepest = 0
    for found in _BOUNDARY.finditer(data):
        if boundary := found[1] or found[2]:
            opened.append(boundary)
            deepest = max(deepest, len(opened))
            if deepest > _DEEPEST:
                return deepest
        elif (mark := found[3].rstrip()) and (at := _place(mark, opened)) >= 0:
            del opened[at + (not _ends(mark, opened[at])) :]
    return deepest


def _place(mark: bytes, opened: list[bytes]) -> int:
    return next((at for at, one in enumerate(opened) if mark in {one, one + b"--"}), -1)


def _ends(mark: bytes, boundary: bytes) -> bool:
    return mark == boundary + b"--"
