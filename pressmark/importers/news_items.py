"""The pieces of a file that may hold several, each with its own bytes; those without text are counted."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace

from lxml import etree

from pressmark.digest import sha256_of
from pressmark.importers.imported import CannotImport, Capture, Found, TooLong
from pressmark.importers.news_article import Piece, article_of
from pressmark.importers.news_xml import NewsXml

_LONGEST = 80
_MOST_BYTES = 200_000_000


@dataclass(slots=True)
class Message:
    """Takes the pieces of a file one after the other, and says at the end what was left out.

    `alone` is whether the file holds but one: its original is the file.
    """

    xml: NewsXml
    capture: Capture
    media_type: str
    alone: bool
    warnings: tuple[str, ...] = field(init=False)
    taken: int = 0
    without_text: int = 0
    size: int = 0

    def __post_init__(self) -> None:
        self.warnings = self.xml.warnings

    def each(self, found: Iterator[Found]) -> Iterator[Found]:
        """What is found of one piece; one that cannot be read does not end the file. Raises CannotImport."""
        if self.size > _MOST_BYTES:
            raise CannotImport(
                f"{self.capture.name} holds more than any message does: it was not read further"
            )
        try:
            yield from found
        except CannotImport as error:
            yield error
        except TooLong as error:
            yield CannotImport(f"A piece of {self.capture.name} holds {error}, which no article does")

    def take(self, piece: Piece, element: etree._Element) -> Iterator[Found]:
        """The article of a piece. `element` is as it came. Raises CannotImport and TooLong."""
        self.taken += 1
        data = b"" if self.alone else self._bytes_of(element)
        of_its_own = replace(self.capture, sha256=sha256_of(data)) if data else self.capture
        imported = article_of(piece, of_its_own, self.media_type, self.warnings)
        self.warnings = ()  # of the file as a whole: said once, with the first
        yield replace(imported, original=data, question=self.xml.question)

    def _bytes_of(self, element: etree._Element) -> bytes:
        """With the namespaces that it uses, which each repeats: that may be meant to exhaust memory."""
        data: bytes = etree.tostring(deepcopy(element), encoding="utf-8", with_tail=False)
        self.size += len(data)
        return data

    def elsewhere(self, piece: Piece, where: str) -> CannotImport:
        """Of a piece whose text is in a file of its own."""
        self.taken += 1
        there = f"it is in another file ({where[:_LONGEST]}). Import that file"
        return CannotImport(f"{self.titled(piece)} holds no text itself: {there}")

    def ending(self, what: str) -> Iterator[Found]:
        """What was left out for having no text: `what` such things are."""
        name, count = self.capture.name, self.without_text
        items = f"{count:,} items" if count > 1 else "an item"
        if count:
            also = " also" if self.taken else ""
            yield CannotImport(f"{name}{also} holds {items} without text ({what}): nothing to import there")
        elif not self.taken:
            yield CannotImport(f"{name} holds no article: check that it is the right file")

    def titled(self, piece: Piece) -> str:
        headline = piece.known.headline[:_LONGEST]
        return f"“{headline}” in {self.capture.name}" if headline else self.capture.name
