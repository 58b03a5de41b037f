"""An annotated article as XML: readable, in a stable order, the same content always the same bytes."""

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import chain
from typing import TypeAlias

from lxml import etree

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import SourceRecord
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.labels import Codebook, Label
from pressmark.storage.write_lines import ILLEGAL, annotation_lines, text_lines
from pressmark.storage.xml_names import (
    ARTICLE,
    DC,
    DCTERMS,
    NAMESPACES,
    SOURCE_ELEMENTS,
    VERSION,
    WORDS_ELEMENTS,
    named,
)
from pressmark.words import BriefWords

_Foreign: TypeAlias = list[tuple[etree._Element, tuple[str, ...]]]
"""Elements, and what others have put into each."""

_ROOT = "pressmark"
_OPENING = (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    f'<{_ROOT} xmlns="{ARTICLE}" xmlns:dc="{DC}" xmlns:dcterms="{DCTERMS}" version="{VERSION}">'
)
_NO_WORDS = BriefWords()
_AS_IT_CAME = Filing()
_CLOSING = f"\n</{_ROOT}>\n"


def to_xml(doc: AnnotatedArticle) -> bytes:
    """The file's bytes, UTF-8."""
    entities = sorted(doc.entities.values(), key=lambda one: one.id)
    parts = chain(
        (_OPENING, _section(lambda root: [(_source(root, doc.source), doc.source.foreign)])),
        text_lines(doc.article),
        (_codebook(doc.codebook), _entities_section(entities), _words_section(doc.words)),
        (_filing_section(doc.filing),),
        annotation_lines(doc.article, doc.markup.in_text_order(), _as_written),
        (f"\n{_as_written(element)}" for element in doc.foreign),
        (_CLOSING,),
    )
    return "".join(parts).encode("utf-8")


def _section(write: Callable[[etree._Element], _Foreign]) -> str:
    """What is written under the root, as it stands there: indented, with what others have put into it."""
    root = etree.Element(named(_ROOT), nsmap=NAMESPACES)
    foreign = write(root)
    etree.indent(root, space="  ")
    for parent, kept in foreign:
        put_back(parent, kept)
    return _inside(root)


def _entities_section(entities: list[Entity]) -> str:
    return _section(lambda root: _entities(root, entities)) if entities else "\n  <entities/>"


def _words_section(words: BriefWords) -> str:
    if words == _NO_WORDS:
        return "\n  <brief/>"
    return _section(lambda root: [(_words(root, words), words.foreign)])


def _filing_section(filing: Filing) -> str:
    """Most articles are as they came: nothing is written of them."""
    if filing == _AS_IT_CAME:
        return ""
    return _section(lambda root: [(_filing(root, filing), filing.foreign)])


def _filing(root: etree._Element, filing: Filing) -> etree._Element:
    struck = " ".join(map(str, filing.struck))
    element = _child(root, "filing", state=filing.state, struck=struck)
    _flag(element, "archived", filing.archived)
    for tag in filing.tags:
        _child(element, "tag", tag)
    return element


def _inside(root: etree._Element) -> str:
    whole: str = etree.tostring(root, encoding="unicode")
    return whole[whole.index(">") + 1 : whole.rindex("\n</")]


@lru_cache(maxsize=8)
def _codebook(codebook: Codebook) -> str:
    """Articles of a dossier have one in common, and it changes seldom."""
    return _section(lambda root: add_codebook(root, codebook))


def _as_written(element: str) -> str:
    """An element of another hand, as it stands in a file of ours."""
    root = etree.Element(named(_ROOT), nsmap=NAMESPACES)
    put_back(root, (element,))
    return _inside(root).removeprefix("\n")


def _child(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A child with the attributes that are not empty; `_` in a name stands for `-`."""
    stated = {_attribute(key): ILLEGAL.sub("", value) for key, value in attributes.items() if value}
    child = etree.SubElement(parent, tag if tag.startswith("{") else named(tag), stated)
    if text:
        child.text = ILLEGAL.sub("", text)
    return child


@cache
def _attribute(keyword: str) -> str:
    return keyword.rstrip("_").replace("_", "-")


def _source(root: etree._Element, source: SourceRecord) -> etree._Element:
    record = _child(root, "source", guessed=" ".join(source.guessed))
    for name, field in SOURCE_ELEMENTS.items():
        if value := getattr(source, field):
            _child(record, name, value)
    if source.captured_at or source.captured_from:
        _child(record, "capture", at=source.captured_at, from_=source.captured_from)
    if source.status:
        _child(record, "status", source.status_note, is_=source.status)
    if source.original_name or source.original_sha256:
        _child(
            record,
            "original",
            name=source.original_name,
            media_type=source.media_type,
            sha256=source.original_sha256,
        )
    return record


def add_codebook(root: etree._Element, codebook: Codebook) -> _Foreign:
    """Writes the codebook into an element; answers with what is to be put back into its labels."""
    parent = _child(root, "codebook")
    return [(_label(parent, label), label.foreign) for label in codebook.labels]


def _label(parent: etree._Element, label: Label) -> etree._Element:
    element = _child(
        parent,
        "label",
        name=label.name,
        title=label.title,
        colour=label.colour,
        line=label.line.value,
        key=label.key,
        prefix=label.prefix,
        parent=label.parent,
        trim=label.trim or "",
    )
    if label.description:
        _child(element, "description", label.description)
    for one in label.attributes:
        attribute = _child(element, "attribute", name=one.name, title=one.title, kind=one.kind.value)
        _flag(attribute, "expected", one.expected)
        for choice in one.choices:
            _child(attribute, "choice", choice)
    for role in label.roles:
        tie = _child(element, "role", name=role.name, title=role.title, to=" ".join(role.targets))
        _flag(tie, "many", role.many)
        _flag(tie, "expected", role.expected)
    return element


def _flag(element: etree._Element, name: str, value: bool) -> None:
    if value:
        element.set(name, "true")


def _entities(root: etree._Element, entities: list[Entity]) -> _Foreign:
    parent = _child(root, "entities")
    return [(_entity(parent, entity), entity.foreign) for entity in entities]


def _entity(parent: etree._Element, entity: Entity) -> etree._Element:
    element = _child(
        parent,
        "entity",
        id=entity.id,
        name=entity.name,
        kind=entity.kind,
        wikidata=entity.wikidata,
        geonames=entity.geonames,
    )
    for alias in entity.aliases:
        _child(element, "alias", alias)
    if entity.note:
        _child(element, "note", entity.note)
    for office in entity.offices:
        _child(element, "office", office.title, of=office.of, since=office.since, until=office.until)
    return element


def _words(root: etree._Element, words: BriefWords) -> etree._Element:
    element = _child(root, "brief")
    for name, field in WORDS_ELEMENTS.items():
        if value := getattr(words, field):
            _child(element, name, value)
    return element


def put_back(parent: etree._Element, kept: tuple[str, ...]) -> None:
    """Appends elements of another hand as they came; after indenting, which would alter them."""
    for text in kept:
        last = parent[-1] if len(parent) else None
        element = etree.fromstring(text)
        if last is None:
            parent.text, element.tail = "\n", "\n"
        else:
            element.tail, last.tail = last.tail, "\n"
        parent.append(element)
