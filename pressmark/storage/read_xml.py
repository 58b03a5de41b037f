"""Reads an annotated article from XML, however its offsets may have been disturbed.

Format history
    1   2026-11, Pressmark 0.1: blocks, stand-off annotations, codebook, entities, words of the brief.

A file of a newer version is read as far as it is understood, and marked read-only. Elements that are not
known are kept and written back.
"""

import threading
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from lxml import etree

import resources
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.entities import Entity, Office
from pressmark.filing import Filing
from pressmark.importers.canon import VERSION as CANON_VERSION
from pressmark.importers.canon import canon
from pressmark.storage.bounded_xml import CannotRead, root_of, shortened
from pressmark.storage.git_versions import git_versions
from pressmark.storage.read_annotations import Places, read_annotations
from pressmark.storage.read_codebook import TooManyLabels, read_codebook
from pressmark.storage.xml_names import (
    ARTICLE,
    SOURCE_ELEMENTS,
    VERSION,
    WORDS_ELEMENTS,
    foreign_children,
    named,
    number_of,
    text_of,
)
from pressmark.words import BriefWords

__all__ = ["MOST_BYTES", "CannotRead", "Opened", "from_xml"]

MOST_BYTES = 50_000_000
_MOST_COMPLAINTS = 5
_LONGEST_COMPLAINT = 200


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as read, what the analyst should know, and whether it may be saved over."""

    doc: AnnotatedArticle
    warnings: tuple[str, ...] = ()
    read_only: bool = False


def from_xml(data: bytes, name: str) -> Opened:
    """The article in the bytes of the file `name`. Raises CannotRead."""
    root = _parsed(data, name)
    version = number_of(root.get("version", ""))
    if root.tag != named("pressmark") or not version:
        raise CannotRead(
            f"{name} is XML, but not an article saved by Pressmark: add it as a new article instead"
        )
    newer = version > VERSION
    warnings = _complaints(root) if not newer else [_newer(name)]
    article, changed = _text(root, warnings, name)
    places = Places(article.text, changed)
    known = frozenset(
        named(one) for one in ("source", "text", "codebook", "entities", "brief", "filing", "annotations")
    )
    try:
        doc = AnnotatedArticle(
            article,
            _source(root),
            codebook=read_codebook(root),
            entities=[_entity(one) for one in root.iterfind(f"{named('entities')}/{named('entity')}")],
            annotations=read_annotations(root, places),
            words=_words(root),
            filing=_filing(root, article),
            foreign=foreign_children(root, known),
        )
    except TooManyLabels as error:
        raise CannotRead(f"{name} {error}: it was not opened") from error
    except etree.C14NError as error:  # an address of a namespace that is none, or a memory that ran out
        raise CannotRead(
            f"{name} holds elements of another program that could not be kept: it was not opened"
        ) from error
    return Opened(doc, (*warnings, *places.report()), newer)


def _parsed(data: bytes, name: str) -> etree._Element:
    if len(data) > MOST_BYTES:
        raise CannotRead(f"{name} is larger than {MOST_BYTES // 1_000_000} MB and was not opened")
    if git_versions(data):
        raise CannotRead(f"{name} holds two versions that git could not merge: merge them in its dossier")
    return root_of(data, name, "an article", ": bring back an earlier version of it")


class _Schemas(threading.local):
    """Made once a thread: making one takes longer than reading a short article, and it holds its errors."""

    @cached_property
    def article(self) -> etree.XMLSchema:
        return etree.XMLSchema(file=str(resources.path("schema", "article-1.xsd")))


_schemas = _Schemas()


def _newer(name: str) -> str:
    return f"{name} was saved by a newer Pressmark: it is opened for reading only"


def _complaints(root: etree._Element) -> list[str]:
    """What the schema has against the file, first things first."""
    schema = _schemas.article
    schema.validate(root)
    found = [
        f"line {entry.line}: {shortened(entry.message.replace(f'{{{ARTICLE}}}', ''), _LONGEST_COMPLAINT)}"
        for entry in islice(schema.error_log, _MOST_COMPLAINTS)
    ]
    more = len(schema.error_log) - _MOST_COMPLAINTS
    return found + ([f"and {more} more of the kind"] if more > 0 else [])


def _text(root: etree._Element, warnings: list[str], name: str) -> tuple[Article, bool]:
    """The article, and whether its text is another than the one that was saved."""
    holder = root.find(named("text"))
    if holder is None:
        raise CannotRead(f"{name} holds no text: bring back an earlier version of it")
    blocks = [(_kind(one), text_of(one), _level(one)) for one in holder.iterfind(named("block"))]
    version = number_of(holder.get("canon", "")) or CANON_VERSION
    for read in (_as_written, _unwrapped):
        article = Article.of((kind, read(text), level) for kind, text, level in blocks)
        if holder.get("sha256", "") == article.sha256:
            return replace(article, canon_version=version), False
    warnings.append("its text was changed outside Pressmark: every annotation was looked for again")
    cleaned = Article.of((kind, _unwrapped(canon(text)), level) for kind, text, level in blocks)
    return replace(cleaned, canon_version=CANON_VERSION), True


def _as_written(text: str) -> str:
    return text.replace("\n", " ")


def _unwrapped(text: str) -> str:
    """One line of what an editor has wrapped and indented."""
    first, line_end, rest = text.partition("\n")
    if line_end and not first.strip(" \t"):
        text = rest.lstrip()
    most, line_end, last = text.rpartition("\n")
    if line_end and not last.strip(" \t"):
        text = most.rstrip()
    first, *lines = text.split("\n")
    if not lines:
        return first
    between = (line.lstrip().rstrip(" \t") for line in lines[:-1])
    return " ".join((first.rstrip(" \t"), *filter(None, between), lines[-1].lstrip()))


def _kind(block: etree._Element) -> BlockKind:
    try:
        return BlockKind(block.get("kind", ""))
    except ValueError:
        return BlockKind.PARAGRAPH  # the schema's complaint is among the warnings


def _level(block: etree._Element) -> int:
    return number_of(block.get("level", ""))


def _source(root: etree._Element) -> SourceRecord:
    record = root.find(named("source"))
    if record is None:
        return SourceRecord()
    fields = {  # Dublin Core lets each stand several times
        field: ", ".join(map(text_of, record.iterfind(name))) for name, field in SOURCE_ELEMENTS.items()
    }
    capture, status, original = (record.find(named(name)) for name in ("capture", "status", "original"))
    known = frozenset({*SOURCE_ELEMENTS, named("capture"), named("status"), named("original")})
    return SourceRecord(
        **fields,
        captured_at=_get(capture, "at"),
        captured_from=_get(capture, "from"),
        original_name=_get(original, "name"),
        media_type=_get(original, "media-type"),
        original_sha256=_get(original, "sha256"),
        status=_get(status, "is"),
        status_note=text_of(status),
        guessed=tuple(record.get("guessed", "").split()),
        foreign=foreign_children(record, known),
    )


def _get(element: etree._Element | None, name: str) -> str:
    return element.get(name, "") if element is not None else ""


def _entity(element: etree._Element) -> Entity:
    return Entity(
        element.get("id", ""),
        element.get("name", ""),
        element.get("kind", ""),
        tuple(text_of(one) for one in element.iterfind(named("alias"))),
        element.get("wikidata", ""),
        element.get("geonames", ""),
        text_of(element.find(named("note"))),
        tuple(
            Office(text_of(one), one.get("of", ""), one.get("since", ""), one.get("until", ""))
            for one in element.iterfind(named("office"))
        ),
        foreign_children(element, frozenset({named("alias"), named("note"), named("office")})),
    )


def _filing(root: etree._Element, article: Article) -> Filing:
    element = root.find(named("filing"))
    if element is None:
        return Filing()
    numbers = [number_of(one) for one in element.get("struck", "").split() if one.isdecimal()]
    return Filing(
        element.get("state", ""),
        tuple(filter(None, map(text_of, element.iterfind(named("tag"))))),
        element.get("archived", "") in {"true", "1"},
        tuple(sorted({number for number in numbers if number < len(article.blocks)})),
        foreign_children(element, frozenset({named("tag")})),
    )


def _words(root: etree._Element) -> BriefWords:
    element = root.find(named("brief"))
    if element is None:
        return BriefWords()
    fields = {field: text_of(element.find(named(name))) for name, field in WORDS_ELEMENTS.items()}
    return BriefWords(**fields, foreign=foreign_children(element, frozenset(map(named, WORDS_ELEMENTS))))
