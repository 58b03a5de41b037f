"""Looks into a ZIP package before anything of it is used: its size unpacked, its members, its XML."""

from collections.abc import Iterable
from io import BytesIO
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from pressmark.importers.imported import CannotImport

_MOST_MEMBERS = 5_000
_MEMBER = b"PK\1\2"  # begins each entry of the list of members
_MOST_ENTRIES = 50_000  # those of packages in it may be among them; listing them takes memory and seconds
_MOST_BYTES = 500_000_000
_MOST_XML = 12_000_000  # a thousand pages; twenty seconds
_MOST_TAGS = 300_000  # mammoth takes some 20 to 60 microseconds for each
_STEEPEST = 200
_TELLING = 1_000_000  # small members may pack well: a run of white space does
_PIECE = 65_536


class _DocumentType(Exception):
    """The part declares a document type."""


class _FirstElement(Exception):
    """The part is XML, and what comes before its first element is harmless."""


def check_package(data: bytes, name: str, most_xml: int = _MOST_XML, most_tags: int = _MOST_TAGS) -> None:
    """Raises CannotImport for a package that is made to exhaust memory or to read other files.

    `most_xml` and `most_tags` are how many bytes and tags of XML the reader to come can take in good time.
    """
    check_entries(data, name)
    with ZipFile(BytesIO(data)) as package:
        members = package.infolist()
        check_members(members, name)
        xml = {member: tags for member in members if (tags := _tags(package, member, name))}
        if _unpacked(xml) > most_xml or sum(xml.values()) > most_tags:
            raise _too_much(members, name)


def check_entries(data: bytes, name: str) -> None:
    """Raises CannotImport for a package with too many members even to be listed."""
    if (entries := data.count(_MEMBER)) > _MOST_ENTRIES:
        raise CannotImport(
            f"{name} is a package of {entries:,} files, which no document is: unpack it and import the files "
            "that you need"
        )


def check_members(members: list[ZipInfo], name: str) -> None:
    """Raises CannotImport for a package that unpacks to more, or into more parts, than a document holds."""
    steep = any(_is_steep(member) for member in members)
    if steep or len(members) > _MOST_MEMBERS or _unpacked(members) > _MOST_BYTES:
        raise _too_much(members, name)


def _is_steep(member: ZipInfo) -> bool:
    return member.file_size > _TELLING and member.file_size > _STEEPEST * max(member.compress_size, 1)


def _unpacked(members: Iterable[ZipInfo]) -> int:
    return sum(member.file_size for member in members)


def _too_much(members: list[ZipInfo], name: str) -> CannotImport:
    size = f"{_unpacked(members) // 1_000_000} MB in {len(members)} parts"
    return CannotImport(
        f"{name} unpacks to more than a document holds ({size}) and was not opened: "
        "copy the text and paste it"
    )


def _tags(package: ZipFile, member: ZipInfo, name: str) -> int:
    """At most how many tags are in a part, whatever its name; 0 where it is not XML.

    Raises CannotImport where it declares a document type.
    """
    with package.open(member) as part:
        try:
            return _tags_in(part)
        except _DocumentType as error:
            raise CannotImport(
                f"{name} declares a document type in one of its parts, which Word never does and which could "
                "be used to read other files: it was not opened"
            ) from error


def _tags_in(part: IO[bytes]) -> int:
    """Asks the very parser that reads the part later, so that no encoding can hide a document type."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _document_type
    parser.StartElementHandler = _first_element
    tags = 0
    try:
        while piece := part.read(_PIECE):
            tags += piece.count(b"<")
            parser.Parse(piece, False)
    except expat.ExpatError:
        return 0
    except _FirstElement:
        return tags + sum(rest.count(b"<") for rest in iter(lambda: part.read(_PIECE), b""))
    return 0


def _document_type(*_: object) -> None:
    raise _DocumentType


def _first_element(*_: object) -> None:
    raise _FirstElement
