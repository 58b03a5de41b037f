"""XML of others, from inside packages too, within bounds: no entities, no network, no countless elements."""

from xml.parsers import expat
from zipfile import ZipFile

from lxml import etree

from pressmark.importers.imported import CannotImport

_MOST_BYTES = 20_000_000  # as XML, a book of a thousand pages has less
_MOST_TAGS = 600_000


class NoXML(Exception):
    """The part is damaged, or not there."""


class _FirstElement(Exception):
    """What comes before the first element is harmless."""


class _Declares(Exception):
    """A document type declares something of its own, such as entities."""


def root_of(package: ZipFile, member: str, name: str) -> etree._Element:
    """The root of the part, without comments. Raises NoXML, and CannotImport where it is made to do harm."""
    if member not in package.NameToInfo:
        raise NoXML(member)
    if package.getinfo(member).file_size > _MOST_BYTES:
        raise _too_much(name)
    return parsed(package.read(member), name)


def parsed(data: bytes, name: str, *, as_far_as_possible: bool = False) -> etree._Element:
    """The root of the XML in the bytes, without comments. As `root_of`.

    `as_far_as_possible` reads on where something is damaged, and what of it can be told.
    """
    if data.count(b"<") > _MOST_TAGS:
        raise _too_much(name)
    _check_beginning(data, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=as_far_as_possible,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NoXML(str(error)) from error
    if root is None:
        raise NoXML("nothing can be told")
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return root


def _too_much(name: str) -> CannotImport:
    return CannotImport(
        f"{name} unpacks to more than a document holds and was not opened: copy the text and paste it"
    )


def _check_beginning(data: bytes, name: str) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _document_type
    parser.StartElementHandler = _first_element
    try:
        parser.Parse(data, True)
    except _FirstElement:
        return
    except _Declares as error:
        raise CannotImport(
            f"{name} declares a document type of its own, which could be used to read other files: it was "
            "not opened"
        ) from error
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise NoXML(str(error)) from error
    raise NoXML("no element")


def _document_type(_name: str, _system: str | None, _public: str | None, declares: int) -> None:
    if declares:
        raise _Declares


def _first_element(*_: object) -> None:
    raise _FirstElement
