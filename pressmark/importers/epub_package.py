"""What the package of an EPUB says: its title and makers, and its documents in the order they are read."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from pressmark.dates import stated_date
from pressmark.importers.canon import one_line
from pressmark.importers.imported import CannotImport
from pressmark.importers.stated_language import language_code
from pressmark.importers.xml_part import NoXML, root_of

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_ENCRYPTION = "META-INF/encryption.xml"
_FONTS = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))
"""How fonts are made useless outside of the book, which hides no text."""
_DOCUMENTS = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))
_GUIDED = frozenset(("cover", "toc", "title-page", "copyright-page", "index"))
_NOBODY = frozenset(("", "unknown", "calibre", "untitled"))
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Document:
    """A member of the package, read in its turn; `is_around` where it is a cover, contents or the like."""

    member: str
    is_around: bool


@dataclass(frozen=True, slots=True)
class Book:
    """What the package states, each field empty where it does not."""

    title: str
    creators: str
    publisher: str
    date: str
    language: str
    documents: tuple[Document, ...]


def book_of(package: ZipFile, name: str) -> Book:
    """Raises NoXML for a package that is damaged, and CannotImport for one that is locked."""
    container = root_of(package, "META-INF/container.xml", name)
    rootfile = next(container.iter("{*}rootfile"), None)
    if rootfile is None:
        raise NoXML("no rootfile")
    path = unquote(rootfile.get("full-path") or "")
    root = root_of(package, path, name)
    documents = tuple(_documents(root, posixpath.dirname(path), package))
    _check_locks(package, name, {document.member for document in documents})
    creators = (_said(creator) for creator in root.iter(f"{_DUBLIN_CORE}creator"))
    date = stated_date(_first(root, "date"))
    return Book(
        title=_first(root, "title"),
        creators=", ".join(dict.fromkeys(filter(None, creators))),
        publisher=_first(root, "publisher"),
        date="" if date.startswith("0") else date,  # the year 101 is how calibre says that it knows none
        language=language_code(_first(root, "language")),
        documents=documents,
    )


def _documents(root: etree._Element, folder: str, package: ZipFile) -> Iterator[Document]:
    """Those of the spine that are in the order of reading, each once."""
    items = {item.get("id"): item for item in root.iter("{*}item")}
    around = {
        _member(folder, one.get("href"))
        for one in root.iter("{*}reference")
        if (one.get("type") or "").casefold() in _GUIDED
    }
    around |= {_member(folder, one.get("href")) for one in items.values() if _is_contents(one)}
    seen = set[str]()
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or (item.get("media-type") or "") not in _DOCUMENTS:
            continue
        member = _member(folder, item.get("href"))
        if member in package.NameToInfo and member not in seen:
            seen.add(member)
            yield Document(member, member in around or reference.get("linear") == "no")


def _is_contents(item: etree._Element) -> bool:
    return "nav" in (item.get("properties") or "").split()


def _member(folder: str, href: str | None) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote((href or "").partition("#")[0])))


def _check_locks(package: ZipFile, name: str, members: set[str]) -> None:
    if _ENCRYPTION not in package.NameToInfo:
        return
    for locked in root_of(package, _ENCRYPTION, name).iter("{*}EncryptedData"):
        method, reference = (
            next(locked.iter("{*}EncryptionMethod"), None),
            locked.find(".//{*}CipherReference"),
        )
        algorithm = method.get("Algorithm") if method is not None else ""
        uri = unquote(reference.get("URI") or "") if reference is not None else ""
        if algorithm not in _FONTS and posixpath.normpath(uri) in members:
            raise CannotImport(
                f"{name} is protected against copying (DRM) and cannot be read: ask for an unprotected one "
                "where it came from, or copy the text and paste it"
            )


def _first(root: etree._Element, name: str) -> str:
    return next(filter(None, map(_said, root.iter(f"{_DUBLIN_CORE}{name}"))), "")


def _said(element: etree._Element) -> str:
    said = one_line("".join(element.itertext())[:_LONGEST])
    return "" if said.casefold() in _NOBODY else said
