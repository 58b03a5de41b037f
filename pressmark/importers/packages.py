"""Looks into a ZIP package before anything of it is used: its size unpacked, its members, its XML."""

from io import BytesIO
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from pressmark.importers.imported import CannotImport

_MOST_MEMBERS = 5_000
_MOST_BYTES = 500_000_000
_MOST_XML = 12_000_000  # a thousand pages; twenty seconds
_STEEPEST = 200
_TELLING = 1_000_000  # small members may pack well: a run of white space does
_PIECE = 65_536


class _DocumentType(Exception):
    """The part declares a document type."""


class _FirstElement(Exception):
    """The part is XML, and what comes before its first element is harmless."""


def check_package(data: bytes, name: str, most_xml: int = _MOST_XML) -> None:
    """Raises CannotImport for a package that is made to exhaust memory or to read other files.

    `most_xml` is how many bytes of XML the reader to come can take in good time.
    """
    with ZipFile(BytesIO(data)) as package:
        members = package.infolist()
        steep = any(_is_steep(member) for member in members)
        if steep or len(members) > _MOST_MEMBERS or _unpacked(members) > _MOST_BYTES:
            raise _too_much(members, name)
        xml = [member for member in members if _is_xml(package, member, name)]
        if _unpacked(xml) > most_xml:
            raise _too_much(members, name)


def _is_steep(member: ZipInfo) -> bool:
    return member.file_size > _TELLING and member.file_size > _STEEPEST * max(member.compress_size, 1)


def _unpacked(members: list[ZipInfo]) -> int:
    return sum(member.file_size for member in members)


def _too_much(members: list[ZipInfo], name: str) -> CannotImport:
    size = f"{_unpacked(members) // 1_000_000} MB in {len(members)} parts"
    return CannotImport(
        f"{name} unpacks to more than a document holds ({size}) and was not opened: "
        "copy the text and paste it"
    )


def _is_xml(package: ZipFile, member: ZipInfo, name: str) -> bool:
    """Whether a part, whatever its name, is XML. Raises CannotImport where it declares a document type."""
    with package.open(member) as part:
        try:
            return _begins_as_xml(part)
        except _DocumentType as error:
            raise CannotImport(
                f"{name} declares a document type in one of its parts, which Word never does and which could "
                "be used to read other files: it was not opened"
            ) from error


def _begins_as_xml(part: IO[bytes]) -> bool:
    """Asks the very parser that reads the part later, so that no encoding can hide a document type."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _document_type
    parser.StartElementHandler = _first_element
    try:
        while piece := part.read(_PIECE):
            parser.Parse(piece, False)
    except expat.ExpatError:
        return False
    except _FirstElement:
        return True
    return False


def _document_type(*_: object) -> None:
    raise _DocumentType


def _first_element(*_: object) -> None:
    raise _FirstElement
