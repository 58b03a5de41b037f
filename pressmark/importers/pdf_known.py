"""What a PDF states of itself: the document information, and XMP with the terms that publishers use."""

import ctypes
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from pressmark.importers.canon import one_line
from pressmark.importers.web_address import web_address

_INFO = ("Title", "Author", "Producer", "Creator", "CreationDate")
_LONGEST_XMP = 1_000_000
_LONGEST_FIELD = 2_000
_ACCOUNTS = frozenset({"user", "admin", "administrator", "root", "owner"})
_DC = "{http://purl.org/dc/elements/1.1/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PRISM = re.compile(r"\{http://prismstandard\.org/namespaces/(?:basic|1\.2/basic)[^}]*\}(.*)")
_FILE_NAME = re.compile(
    r"microsoft (?:word|powerpoint|excel) - .*|.*\.(?:docx?|pdf|indd|qxp|qxd|odt|rtf|txt|html?|tex|xlsx?)|"
    r"(?:untitled|unbenannt|sans titre|document|dokument|layout|slide|folie|page|seite|scan)[\s_-]*\d*|"
    r"[\w-]*_[\w-]*|\(?anonymous\)?|unspecified|https?://\S*|[\W\d_]*",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?")
_PRINTED = re.compile(r"skia|quartz|chrom|firefox|print|webkit|cairo", re.IGNORECASE)
"""Programs whose PDFs are dated when somebody printed a page, which is not when it was published."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Fields as the file states them, empty where it does not; `made` is when the file was made."""

    title: str = ""
    author: str = ""
    outlet: str = ""
    published: str = ""
    made: str = ""
    language: str = ""
    url: str = ""


def stated_in(document: Any, data: bytes) -> Stated:
    """From an open document and its bytes."""
    info = {
        name: _info(document, name) for name in ("Title", "Author", "Producer", "Creator", "CreationDate")
    }
    xmp = _xmp(data)
    printed = _PRINTED.search(f"{info['Producer']} {info['Creator']}")
    return Stated(
        title=_title(xmp.get("title", "")) or _title(info["Title"]),
        author=_author(xmp.get("creator", "")) or _author(info["Author"]),
        outlet=xmp.get("publicationName", ""),
        published=_date(xmp.get("publicationDate", "") or xmp.get("coverDate", "")),
        made="" if printed else _date(info["CreationDate"]),
        language=_language(document),
        url=web_address(xmp.get("url", "")),
    )


def _info(document: Any, name: str) -> str:
    return one_line(str(document.get_metadata_value(name))[:_LONGEST_FIELD])


def _language(document: Any) -> str:
    from pypdfium2 import raw

    buffer = ctypes.create_string_buffer(128)
    length = raw.FPDFCatalog_GetLanguage(
        document.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), len(buffer)
    )
    language = one_line(buffer.raw[: max(0, min(length, len(buffer)) - 2)].decode("utf-16-le", "replace"))
    return language if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language) else ""


def _title(text: str) -> str:
    return "" if _FILE_NAME.fullmatch(text) else text


def _author(text: str) -> str:
    """The author, unless it is the name of an account."""
    unnamed = _FILE_NAME.fullmatch(text) or text.casefold() in {
        "user",
        "admin",
        "administrator",
        "root",
        "owner",
    }
    return "" if unnamed else text


def _date(text: str) -> str:
    found = _DATE.match(text)
    if not found or not 1900 <= int(found[1]) <= 2200:
        return ""
    year, month, day = found.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    return f"{year}-{month}-{day}" if day and 1 <= int(day) <= 31 else f"{year}-{month}"


def _xmp(data: bytes) -> dict[str, str]:
    """The fields of the last packet, by the name of their element without its namespace."""
    end = data.rfind(b"</x:xmpmeta>")
    start = data.rfind(b"<x:xmpmeta", max(0, end - _LONGEST_XMP), max(0, end))
    if start < 0 or end < 0:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data[start : end + len(b"</x:xmpmeta>")], parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    found: dict[str, str] = {}
    for element in root.iter(f"{_DC}title", f"{_DC}creator", f"{_DC}language", "{*}*"):
        if name := _name(str(element.tag)):
            found.setdefault(name, _value(element))
    return found


def _name(tag: str) -> str:
    if tag.startswith(_DC):
        return tag.removeprefix(_DC)
    prism = _PRISM.fullmatch(tag)
    return prism[1] if prism else ""


def _value(element: etree._Element) -> str:
    """The text; of several names each, in a sentence's middle."""
    items = [one_line("".join(item.itertext())[:_LONGEST_FIELD]) for item in element.iter(f"{_RDF}li")]
    if items and any(True for _ in element.iter(f"{_RDF}Alt")):
        items = items[:1]
    joined = ", ".join(item for item in items[:20] if item)
    return joined or one_line("".join(element.itertext())[:_LONGEST_FIELD])
