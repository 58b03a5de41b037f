"""An annotated article as XML: readable, in a stable order, the same content always the same bytes."""

import re
from functools import cache

from lxml import etree

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, TextQuote
from pressmark.article import Article, SourceRecord
from pressmark.entities import Entity
from pressmark.labels import Codebook, Label
from pressmark.storage.xml_names import NAMESPACES, SOURCE_ELEMENTS, VERSION, WORDS_ELEMENTS, named
from pressmark.words import BriefWords

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (§2.2) cannot hold; the text has none since `canon`, typed values might."""


def to_xml(doc: AnnotatedArticle) -> bytes:
    """The file's bytes, UTF-8."""
    root = etree.Element(named("pressmark"), nsmap=NAMESPACES, version=str(VERSION))
    foreign: list[tuple[etree._Element, tuple[str, ...]]] = [(root, doc.foreign)]
    foreign.append((_source(root, doc.source), doc.source.foreign))
    _text(root, doc.article)
    foreign += add_codebook(root, doc.codebook)
    foreign += _entities(root, sorted(doc.entities.values(), key=lambda one: one.id))
    foreign.append((_words(root, doc.words), doc.words.foreign))
    annotations = _child(root, "annotations")
    for annotation in doc.markup.in_text_order():
        element = _annotation(annotations, doc.article, annotation)
        if annotation.foreign:
            foreign.append((element, annotation.foreign))
    etree.indent(root, space="  ")
    for parent, kept in foreign:
        put_back(parent, kept)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data + b"\n"


def _child(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A child with the attributes that are not empty; `_` in a name stands for `-`."""
    stated = {_attribute(key): _ILLEGAL.sub("", value) for key, value in attributes.items() if value}
    child = etree.SubElement(parent, tag if tag.startswith("{") else named(tag), stated)
    if text:
        child.text = _ILLEGAL.sub("", text)
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
    if source.original_name or source.original_sha256:
        _child(
            record,
            "original",
            name=source.original_name,
            media_type=source.media_type,
            sha256=source.original_sha256,
        )
    return record


def _text(root: etree._Element, article: Article) -> None:
    text = _child(root, "text", canon=str(article.canon_version), sha256=article.sha256)
    for block in article.blocks:
        level = str(block.level) if block.level else ""
        _child(text, "block", article.block_text(block), kind=block.kind.value, level=level)


def add_codebook(root: etree._Element, codebook: Codebook) -> list[tuple[etree._Element, tuple[str, ...]]]:
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


def _entities(root: etree._Element, entities: list[Entity]) -> list[tuple[etree._Element, tuple[str, ...]]]:
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
    return element


def _words(root: etree._Element, words: BriefWords) -> etree._Element:
    element = _child(root, "brief")
    for name, field in WORDS_ELEMENTS.items():
        if value := getattr(words, field):
            _child(element, name, value)
    return element


def _annotation(parent: etree._Element, article: Article, one: Annotation) -> etree._Element:
    element = _child(
        parent,
        "annotation",
        id=one.id,
        label=one.label,
        by=one.author,
        created=one.created,
        modified=one.modified if one.modified != one.created else "",
    )
    for span in one.spans:
        place = {"start": str(span.start), "end": str(span.end)}
        _quote(element, "span", TextQuote.of(article, span), **place)
    for quote in one.lost:
        _quote(element, "lost", quote)
    for name in sorted(one.attributes):
        _child(element, "attribute", one.attributes[name], name=name)
    for tie in one.links:
        _child(element, "link", role=tie.role, to=tie.target)
    if one.note:
        _child(element, "note", one.note)
    return element


def _quote(parent: etree._Element, name: str, quote: TextQuote, **place: str) -> None:
    _child(parent, name, quote.exact, **place, before=quote.before, after=quote.after)


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
