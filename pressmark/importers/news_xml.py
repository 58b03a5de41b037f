"""XML of news agencies and feeds: within bounds, in whatever encoding, mended where it is damaged."""

import re
from dataclasses import dataclass
from datetime import date
from html import escape
from html.entities import html5

from lxml import etree

from pressmark.importers.canon import one_line
from pressmark.importers.decoding import decoded
from pressmark.importers.imported import CannotImport, Capture
from pressmark.importers.page_dates import moment
from pressmark.importers.questions import Question
from pressmark.importers.stated_language import language_code
from pressmark.importers.xml_part import NoXML, parsed

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_MOST_CHARACTERS = 20_000_000
_LONGEST = 2_000
_DECLARED = re.compile(rb"""\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_.:-]{2,40})""")
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]{0,300}\?>")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,99}")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_ALONE = re.compile(r"&(?!(?:#\d{1,7}|#x[\dA-Fa-f]{1,6}|amp|lt|gt|quot|apos);)")
_OF_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_COMPACT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NewsXml:
    """The root of a file, and what to tell and ask the analyst of how it was read."""

    root: etree._Element
    warnings: tuple[str, ...]
    question: Question | None


def news_xml(data: bytes, capture: Capture) -> NewsXml:
    """The XML in the bytes; entities of HTML are characters in it.

    Raises CannotImport for what is none, and for what is made to do harm.
    """
    said = _DECLARED.match(data)
    found = decoded(data, capture.name, said[1].decode("ascii") if said else "", capture.answers.encoding)
    if len(found.text) > _MOST_CHARACTERS:
        raise CannotImport(f"{capture.name} holds more than any piece of news does: take it apart")
    text = _NO_XML.sub("", _DECLARATION.sub("", found.text, count=1))
    root, warnings = _root(_NAMED.sub(_character, text), capture.name)
    return NewsXml(root, (*found.warnings, *warnings), found.question)


def _root(text: str, name: str) -> tuple[etree._Element, tuple[str, ...]]:
    for written in (text, _ALONE.sub("&amp;", text)):
        try:
            return parsed(written.encode("utf-8", "replace"), name), ()
        except NoXML:
            continue
    try:
        root = parsed(_ALONE.sub("&amp;", text).encode("utf-8", "replace"), name, as_far_as_possible=True)
    except NoXML as error:
        raise CannotImport(
            f"{name} is damaged or cut short and cannot be read as XML: get it again from where it came, or "
            "copy the text and paste it"
        ) from error
    _drop_prefixes(root)
    return root, (f"{name} is damaged or cut short: check that nothing is missing from the text",)


def _drop_prefixes(root: etree._Element) -> None:
    """Takes prefixes off that nobody declared, so that every name is one that XML allows."""
    for element in root.iter(etree.Element):
        if ":" in element.tag.rpartition("}")[2]:
            name = element.tag.rpartition(":")[2]
            element.tag = name if _NAME.fullmatch(name) else "span"
        for name in [name for name in element.attrib if ":" in name.rpartition("}")[2]]:
            del element.attrib[name]


def _character(entity: re.Match[str]) -> str:
    """What HTML means by the name; XML's own are left, for they may stand for markup."""
    return entity[0] if entity[1] in _OF_XML else escape(html5.get(entity[1], entity[0]), quote=False)


def said(element: etree._Element | None) -> str:
    """The words of an element, in one line; empty where there is none."""
    return "" if element is None else one_line(" ".join("".join(element.itertext()).split())[:_LONGEST])


def first(root: etree._Element, *paths: str) -> etree._Element | None:
    """The first element by these paths that says anything or has attributes; `{*}` is any namespace."""
    found = (one for path in paths for one in root.iterfind(path))
    return next((one for one in found if said(one) or len(one.attrib)), None)


def language_of_element(*elements: etree._Element | None) -> str:
    """The first language that one of them declares of itself."""
    stated = (one.get(LANGUAGE) or "" for one in elements if one is not None)
    return next(filter(None, map(language_code, stated)), "")


def stamp(text: str, today: date) -> str:
    """A date as agencies write it (20261114T091200+0100, 20261114), as ISO 8601 or not at all."""
    text = one_line(text[:60])
    if found := _COMPACT.fullmatch(text):
        zone = (found[7] or "").upper()
        zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
        text = f"{found[1]}-{found[2]}-{found[3]}T{found[4]}:{found[5]}:{found[6] or '00'}{zone}"
    return moment(text, today)
