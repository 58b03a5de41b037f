"""Reads the annotations of an article's file, each piece checked against the words saved with it."""

import re
from collections import Counter
from functools import lru_cache
from sys import intern

from lxml import etree

from pressmark.anchoring import find_again
from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import Span
from pressmark.labels import label_name
from pressmark.storage.xml_names import foreign_children, named, number_of, text_of

_SPAN, _LOST, _ATTRIBUTE, _LINK, _NOTE = (
    named(name) for name in ("span", "lost", "attribute", "link", "note")
)
_KNOWN = frozenset((_SPAN, _LOST, _ATTRIBUTE, _LINK, _NOTE))


class Places:
    """Where pieces stand in the text, and which had to be looked for or are lost."""

    def __init__(self, text: str, text_changed: bool) -> None:
        self._text = text
        self._text_changed = text_changed
        self._moved: list[str] = []
        self._reworded: list[str] = []
        self._lost: list[str] = []

    def place(self, key: str, piece: etree._Element) -> Span | TextQuote:
        """The piece's span, or what it said where its words are not found any more."""
        start, end = number_of(piece.get("start", "")), number_of(piece.get("end", ""))
        exact, before = text_of(piece), piece.get("before", "")
        if (
            start < end <= len(self._text)
            and self._text[start:end] == exact
            and not (self._text_changed and self._misled(start, before))
        ):
            return Span(start, end)
        quote = TextQuote(exact, before, piece.get("after", ""))
        found = find_again(self._text, quote, start)
        if found is None:
            self._lost.append(key)
            return quote
        if self._text[found.start : found.end] != quote.exact:
            self._reworded.append(key)
        elif (found.start, found.end) != (start, end):
            self._moved.append(key)
        return found

    def nowhere(self, key: str) -> TextQuote:
        """The one piece of an annotation that names none: kept, for its attributes and its note."""
        self._lost.append(key)
        return TextQuote("")

    def report(self) -> list[str]:
        """A sentence each on pieces that were moved, whose words differ, and that are lost."""
        told = (
            ("not where the file says, found again by their words", self._moved),
            ("not in the words the file says, put where the text is most like them", self._reworded),
            ("not in the text any more, kept without a place", self._lost),
        )
        return [f"{what}: {_listed(keys)}" for what, keys in told if keys]

    def _misled(self, start: int, before: str) -> bool:
        """In a changed text the words may stand at the old offset by chance: the context decides."""
        return not self._text[:start].endswith(before[-8:])


def read_annotations(root: etree._Element, places: Places) -> list[Annotation]:
    """All annotations; one whose id is missing or taken gets a new one."""
    elements = list(root.iterfind(f"{named('annotations')}/{named('annotation')}"))
    taken = Counter(one.get("id", "") for one in elements)
    seen: set[str] = set()
    result = []
    for element in elements:
        key = element.get("id", "")
        if not key or key in seen:
            key = _free_id(element.get("label", ""), taken)
            taken[key] += 1
        seen.add(key)
        result.append(_annotation(element, key, places))
    return result


def _annotation(element: etree._Element, key: str, places: Places) -> Annotation:
    """In one pass over what it holds: there are thousands of them."""
    placed, lost, links, notes = [], [], [], []
    attributes: dict[str, str] = {}
    foreign = False
    for child in element.iterchildren(etree.Element):
        tag = child.tag
        if tag == _SPAN:
            placed.append(child)
        elif tag == _ATTRIBUTE:
            attributes[intern(child.get("name", ""))] = text_of(child)
        elif tag == _LINK:
            links.append(Link(intern(child.get("role", "")), child.get("to", "")))
        elif tag == _NOTE:
            notes.append(text_of(child))
        elif tag == _LOST:
            lost.append(child)
        else:
            foreign = True
    pieces = [places.place(key, piece) for piece in (*placed, *lost)] or [places.nowhere(key)]
    created = intern(element.get("created", ""))
    return Annotation(
        key,
        _label(element.get("label", "")),
        tuple([piece for piece in pieces if isinstance(piece, Span)]),
        attributes,
        tuple(links),
        notes[0] if notes else "",
        intern(element.get("by", "")),
        created,
        intern(element.get("modified", "")) or created,
        tuple([piece for piece in pieces if isinstance(piece, TextQuote)]),
        foreign_children(element, _KNOWN) if foreign else (),
    )


_label = lru_cache(maxsize=512)(label_name)


def _free_id(label: str, taken: Counter[str]) -> str:
    prefix = re.sub(r"[^a-z]", "", label)[:1] or "n"
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def _listed(keys: list[str]) -> str:
    unique = list(dict.fromkeys(keys))
    return ", ".join(unique[:5]) + (f" and {len(unique) - 5} more" if len(unique) > 5 else "")
