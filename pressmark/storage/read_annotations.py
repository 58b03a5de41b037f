"""Reads the annotations of an article's file, each piece checked against the words saved with it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count
from sys import intern
from time import thread_time

from lxml import etree

from pressmark.anchoring import find_again
from pressmark.annotation import CONTEXT, Annotation, Link, TextQuote
from pressmark.article import Span
from pressmark.labels import label_name
from pressmark.storage.bounded_xml import shortened
from pressmark.storage.xml_names import foreign_children, named, number_of, text_of

_SPAN, _LOST, _ATTRIBUTE, _LINK, _NOTE = (
    named(name) for name in ("span", "lost", "attribute", "link", "note")
)
_KNOWN = frozenset((_SPAN, _LOST, _ATTRIBUTE, _LINK, _NOTE))


_MOST_SECONDS = 3.0
"""How long is looked for what is not where the file says; what is not found by then counts as lost."""

_MOST_PLACES = 100_000
_NEAR = 20_000
_MOST_COMPARED = 80_000_000  # characters by characters, which takes up to two seconds
_LONGEST_REWORDED = 5_000
_LONGEST_KEY = 40


class Places:
    """Where pieces stand in the text, and which had to be looked for or are lost."""

    def __init__(self, text: str, text_changed: bool) -> None:
        self._text = text
        self._text_changed = text_changed
        self._moved: list[str] = []
        self._reworded: list[str] = []
        self._lost: list[str] = []
        self._doubled: list[str] = []
        self._shift = 0
        self._seconds = 0.0

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
        found = self._again(quote, start)
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

    def doubled(self, key: str) -> None:
        """Its id belongs to another, as where git has put two hands' annotations into one file."""
        self._doubled.append(key)

    def report(self) -> list[str]:
        """A sentence each on ids that two have, on pieces that moved, whose words differ, that are lost."""
        told = (
            ("called like others, now by new ids: check what is tied to those others", self._doubled),
            ("not where the file says, found again by their words", self._moved),
            ("not in the words the file says, put where the text is most like them", self._reworded),
            ("not in the text any more, kept without a place", self._lost),
        )
        return [f"{what}: {_listed(keys)}" for what, keys in told if keys]

    def _again(self, quote: TextQuote, start: int) -> Span | None:
        """Where its words stand now; None also where looking for them would take too long."""
        begun = thread_time()
        sought = TextQuote(quote.exact, quote.before[-CONTEXT:], quote.after[:CONTEXT])
        if not sought.exact or self._seconds > _MOST_SECONDS:
            return None
        found = self._shifted(sought, start) or self._found(sought, start)
        if found is not None:
            self._shift = found.start - start
        self._seconds += thread_time() - begun
        return found

    def _shifted(self, quote: TextQuote, start: int) -> Span | None:
        """Where it is if it moved as far as the piece before it did, which most pieces do."""
        at = start + self._shift
        if at < len(quote.before):
            return None
        whole = quote.before + quote.exact + quote.after
        return (
            Span(at, at + len(quote.exact)) if self._text.startswith(whole, at - len(quote.before)) else None
        )

    def _found(self, quote: TextQuote, start: int) -> Span | None:
        """In the whole text, or near where it was in one that is made to be searched for minutes."""
        length, reach = len(quote.exact), len(self._text)
        if times := self._text.count(quote.exact):
            if times * length > _MOST_PLACES:
                reach = max(_NEAR, length)
        elif length > _LONGEST_REWORDED:
            return None
        else:
            reach = max(2 * length, _MOST_COMPARED // length // 2)
        first = max(0, min(start, len(self._text)) - reach)
        found = find_again(self._text[first : start + reach], quote, start - first)
        return Span(first + found.start, first + found.end) if found else None

    def _misled(self, start: int, before: str) -> bool:
        """In a changed text the words may stand at the old offset by chance: the context decides."""
        return not self._text.endswith(before[-8:], 0, start)


def read_annotations(root: etree._Element, places: Places) -> list[Annotation]:
    """All annotations; one whose id is missing or taken gets a new one."""
    elements = list(root.iterfind(f"{named('annotations')}/{named('annotation')}"))
    free = _FreeIds(one.get("id", "") for one in elements)
    seen: set[str] = set()
    result = []
    for element in elements:
        key = element.get("id", "")
        if not key or key in seen:
            taken, key = key, free.next(element.get("label", ""))
            if taken:
                places.doubled(key)
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


class _FreeIds:
    """Ids that no annotation of the file has, each given once."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = frozenset(taken)
        self._numbers: dict[str, Iterator[int]] = {}

    def next(self, label: str) -> str:
        prefix = re.sub(r"[^a-z]", "", label)[:1] or "n"
        numbers = self._numbers.setdefault(prefix, count(1))
        return next(key for number in numbers if (key := f"{prefix}{number}") not in self._taken)


def _listed(keys: list[str]) -> str:
    unique = list(dict.fromkeys(keys))
    return ", ".join(shortened(key, _LONGEST_KEY) for key in unique[:5]) + (
        f" and {len(unique) - 5} more" if len(unique) > 5 else ""
    )
