"""What the window and the process that reads foreign files for it say to one another: frames of msgpack.

Not pickle: the other side has read what strangers wrote, and may be theirs by now.
"""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import IO, Any, get_args

import msgspec

from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.questions import Answers, Question

_LENGTH = 8
_LONGEST = 400_000_000
_QUESTIONS = {kind.__name__: kind for kind in get_args(Question)}


class Asked(msgspec.Struct, frozen=True):
    """One file to be read, as `reading.read_all` takes it; or one page of it to be drawn."""

    data: bytes
    name: str
    media_type: str
    url: str
    captured_from: str
    now: datetime
    answers: Answers
    page: int = 0  # to be drawn, instead of anything being read, `width` pixels wide
    width: int = 0


class Told(msgspec.Struct, frozen=True):
    """One article, or why there is none; `done` after the last of a file, with nothing else in it."""

    blocks: list[tuple[str, str, int]] = []
    source: dict[str, Any] = {}
    warnings: tuple[str, ...] = ()
    struck: tuple[int, ...] = ()
    original: bytes = b""  # or the picture of a page, a PNG
    refusal: str = ""
    question: tuple[str, dict[str, Any]] | None = None
    done: bool = False


def write_frame(stream: IO[bytes], message: Asked | Told) -> None:
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes:
    """The next message; raises EOFError where the other side has ended."""
    head = _exactly(stream, _LENGTH)
    length = int.from_bytes(head, "big")
    if length > _LONGEST:
        raise EOFError(f"a message of {length} bytes")
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        piece = stream.read(length - len(parts))
        if not piece:
            raise EOFError("the other side has ended")
        parts += piece
    return bytes(parts)


def told(found: Imported | CannotImport, asked: bytes) -> Told:
    """The message; an original that is what was asked about is not sent back."""
    if isinstance(found, CannotImport):
        return Told(refusal=str(found), question=_plain(found.question))
    article = found.article
    return Told(
        blocks=[(block.kind.value, article.block_text(block), block.level) for block in article.blocks],
        source={one.name: getattr(found.source, one.name) for one in fields(SourceRecord)},
        warnings=found.warnings,
        struck=found.struck,
        original=b"" if found.original == asked else found.original,
        question=_plain(found.question),
    )


def taken(message: Told, asked: bytes) -> Imported | CannotImport:
    """What the message says. Raises ValueError for one that says what cannot be."""
    if message.refusal:
        return CannotImport(message.refusal, _question(message.question))
    article = Article.of((BlockKind(kind), text, level) for kind, text, level in message.blocks)
    return Imported(
        article,
        msgspec.convert(message.source, SourceRecord),
        message.warnings,
        _within(message.struck, len(article.blocks)),
        message.original or asked,
        _question(message.question),
    )


def _within(numbers: Iterable[int], most: int) -> tuple[int, ...]:
    return tuple(number for number in numbers if 0 <= number < most)


def _plain(question: Question | None) -> tuple[str, dict[str, Any]] | None:
    return (type(question).__name__, msgspec.to_builtins(question)) if question else None


def _question(said: tuple[str, dict[str, Any]] | None) -> Question | None:
    if said is None:
        return None
    name, values = said
    question: Question = msgspec.convert(values, _QUESTIONS[name])
    return question
