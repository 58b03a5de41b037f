"""A ZIP archive of articles: each file in it is read by itself, whatever kind it is."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from pressmark.importers.folders import members_meant
from pressmark.importers.imported import CannotImport, Capture, Found, Part

MOST_MEMBERS = 10_000
MOST_BYTES = 2_000_000_000
_MOST_OF_ONE = 50_000_000
_STEEPEST = 200
_TELLING = 1_000_000
_ENCRYPTED = 0x1
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".ico")


def read_zip(data: bytes, capture: Capture) -> Iterator[Found]:
    """The files in it, one after the other; pictures are counted, what is damaged costs itself."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            yield from _members(archive, capture.name)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise CannotImport(
            f"{capture.name} is damaged and cannot be unpacked: get it again from where it came"
        ) from error


def _members(archive: ZipFile, name: str) -> Iterator[Found]:
    infos = {info.filename: info for info in archive.infolist()}
    if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos.values()) > MOST_BYTES:
        raise CannotImport(
            f"{name} holds more than {MOST_MEMBERS:,} files or {MOST_BYTES // 1_000_000_000} GB: unpack it "
            "and add the files that you need"
        )
    pictures = 0
    for member in members_meant(infos):
        if member.casefold().endswith(_PICTURES):
            pictures += 1
        else:
            yield _part(archive, infos[member], name)
    if pictures:
        yield CannotImport(f"{name} also holds {pictures:,} pictures, which hold no text: they were left out")


def _part(archive: ZipFile, info: ZipInfo, name: str) -> Found:
    inside = f"{info.filename} in {name}"
    if info.flag_bits & _ENCRYPTED:
        return CannotImport(f"{inside} is locked by a password: unpack it and add the file")
    steep = info.file_size > _TELLING and info.file_size > _STEEPEST * max(info.compress_size, 1)
    if info.file_size > _MOST_OF_ONE or steep:
        return CannotImport(f"{inside} unpacks to more than an article holds and was not read")
    try:
        with archive.open(info) as member:
            data = member.read(_MOST_OF_ONE + 1)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return CannotImport(f"{inside} is damaged and cannot be unpacked: get it again from where it came")
    return Part(data[:_MOST_OF_ONE], PurePosixPath(info.filename).name)
