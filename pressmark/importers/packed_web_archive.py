"""Packed web archives (WACZ): WARC files in a ZIP archive, with a list of the pages that were meant.

Of the ZIP archive's members only names of the kinds below are looked at, and no path in any of them.
"""

import re
import zlib
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec

from pressmark.importers.canon import one_line
from pressmark.importers.imported import CannotImport, Capture, Found
from pressmark.importers.warc_exchange import instant
from pressmark.importers.web_archive import Listed, pages_of
from pressmark.importers.zip_archive import MOST_MEMBERS, read_zip

_ARCHIVES = re.compile(r"archive/[^/]+\.warc(?:\.gz)?$", re.IGNORECASE)
_LISTS = re.compile(r"pages/[^/]+\.jsonl$", re.IGNORECASE)
_MOST_OF_ONE = 500_000_000
_MOST_OF_LISTS = 200_000_000
_LONGEST_LINE = 5_000_000  # some hold the text of the page as well
_MOST_LISTED = 20_000
_LONGEST_TITLE = 1_000
_STEEPEST = 200
_ENCRYPTED = 0x1
_HEAD = 30  # bytes before a member's name
_TELLING = 1_000_000
_UNREADABLE = (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error)


class _Line(msgspec.Struct):
    """One of the list of pages; the first describes the list and has no address."""

    url: str = ""
    ts: str | int = ""
    title: str | None = ""


class _Damaged(Exception):
    """The list of pages cannot be relied on."""


def read_packed_web_archive(data: bytes, capture: Capture) -> Iterator[Found]:
    """The pages on its list; all that were asked for, where it has none."""
    try:
        with ZipFile(BytesIO(data)) as package:
            yield from _found(package, data, capture)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise CannotImport(
            f"{capture.name} is damaged and cannot be unpacked: get it again from where it came"
        ) from error


def _found(package: ZipFile, data: bytes, capture: Capture) -> Iterator[Found]:
    infos = package.infolist()
    archives = [info for info in infos if _ARCHIVES.match(info.filename)]
    if not archives:  # other data are packed with a description of the same name
        yield from read_zip(data, capture)
        return
    if len(infos) > MOST_MEMBERS:
        raise CannotImport(f"{capture.name} holds more than {MOST_MEMBERS:,} files: it was not read")
    try:
        listed = [*_listed(package, [info for info in infos if _LISTS.match(info.filename)], capture)]
    except _Damaged:
        listed = []
        yield CannotImport(
            f"The list of pages in {capture.name} is damaged: what came in are those that seem to have been "
            "asked for"
        )
    files = [partial(_bytes_of, package, data, info, capture.name) for info in archives]
    yield from pages_of(files, capture, listed)


def _bytes_of(package: ZipFile, data: bytes, info: ZipInfo, name: str) -> bytes:
    """Of a member, as far as it is whole: its records tell which of them is not. Raises CannotImport."""
    if info.compress_type == ZIP_STORED and not info.flag_bits & _ENCRYPTED:
        head = data[info.header_offset : info.header_offset + _HEAD]
        lengths = (int.from_bytes(head[at : at + 2], "little") for at in (26, 28))  # of its name and extras
        start = info.header_offset + _HEAD + sum(lengths)
        return data[start : start + info.compress_size]
    inside = f"{info.filename} in {name}"
    steep = info.file_size > _TELLING and info.file_size > _STEEPEST * max(info.compress_size, 1)
    if info.file_size > _MOST_OF_ONE or steep:
        raise CannotImport(f"{inside} unpacks to more than is read at a time: it was left out")
    found = bytearray()
    try:
        with package.open(info) as member:
            while piece := member.read(_TELLING):
                found += piece
    except _UNREADABLE as error:
        if not found:
            raise CannotImport(f"{inside} is damaged and cannot be unpacked: get it again") from error
    return bytes(found)


def _listed(package: ZipFile, lists: list[ZipInfo], capture: Capture) -> Iterator[Listed]:
    """Raises _Damaged."""
    if sum(info.file_size for info in lists) > _MOST_OF_LISTS:
        raise _Damaged
    try:
        for number, line in enumerate(_lines(package, lists)):
            if number >= _MOST_LISTED:
                raise _Damaged
            if one := _line(line, capture):
                yield one
    except (*_UNREADABLE, msgspec.MsgspecError) as error:
        raise _Damaged from error


def _lines(package: ZipFile, lists: list[ZipInfo]) -> Iterator[bytes]:
    for info in lists:
        with package.open(info) as member:
            yield from iter(partial(member.readline, _LONGEST_LINE), b"")


def _line(line: bytes, capture: Capture) -> Listed | None:
    if not line.strip():
        return None
    said = msgspec.json.decode(line, type=_Line)
    title = one_line((said.title or "")[:_LONGEST_TITLE])
    return Listed(said.url, instant(str(said.ts), capture.now), title) if said.url else None
