"""EPUB books (2 and 3): a paper with several articles yields each of them, a book with one text that one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from zipfile import ZipFile

from pressmark.digest import sha256_of
from pressmark.importers.epub_document import Read, read_document
from pressmark.importers.epub_package import Book, book_of
from pressmark.importers.imported import (
    BlockText,
    CannotImport,
    Capture,
    Found,
    Imported,
    Known,
    TooLong,
)
from pressmark.importers.opening import opening_of
from pressmark.importers.packages import check_entries, check_members

MEDIA_TYPE = "application/epub+zip"
_FEWEST_WORDS = 80
_MOST_ELEMENTS = 600_000
_MOST_BYTES = 40_000_000
_MOST_NAMED = 10
_LONGEST_NAME = 60


@dataclass(slots=True)
class _Text:
    """One article: the documents that it is in, and their bytes."""

    parts: list[Read] = field(default_factory=list)
    data: bytes = b""

    @property
    def words(self) -> int:
        return sum(part.words for part in self.parts)

    @property
    def heading(self) -> str:
        return self.parts[0].heading

    def blocks(self) -> tuple[list[BlockText], set[int]]:
        blocks: list[BlockText] = []
        struck: set[int] = set()
        for part in self.parts:
            struck |= {len(blocks) + at for at in part.struck}
            blocks += part.blocks
        return blocks, struck


@dataclass(slots=True)
class _Reading:
    """What was found on the way through a book, and what was left out or could not be read."""

    texts: list[_Text] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    def take(self, read: Read, data: bytes) -> None:
        """A document without a heading of its own goes on with the one before it."""
        if not self.texts or read.heading:
            self.texts.append(_Text())
        self.texts[-1].parts.append(read)
        self.texts[-1].data += data

    def warnings(self, name: str, short: Sequence[str] = ()) -> tuple[str, ...]:
        said = []
        if left := [*self.around, *short]:
            said.append(f"Left out of {name}, because hardly any text is there: {_listed(left)}")
        if self.damaged:
            said.append(f"{name} is damaged: {_listed(self.damaged)} could not be read")
        return tuple(said)


def read_epub(data: bytes, capture: Capture) -> Iterator[Found]:
    """The articles of a paper, or the one text of a book. Raises CannotImport and TooLong."""
    try:
        check_entries(data, capture.name)
        with ZipFile(BytesIO(data)) as package:
            check_members(package.infolist(), capture.name)
            book = book_of(package, capture.name)
            reading = _read(package, book, capture.name)
    except (CannotImport, TooLong):
        raise
    except Exception as error:  # a damaged package raises whatever the part that was hit raises
        raise CannotImport(
            f"{capture.name} is damaged and cannot be read as an EPUB: get it again from where it came, or "
            "copy the text and paste it"
        ) from error
    articles = [text for text in reading.texts if text.words >= _FEWEST_WORDS and text.heading]
    if len(articles) < 2:
        yield _whole(reading, book, capture)
    else:
        yield from _each(articles, reading, book, capture)


def _read(package: ZipFile, book: Book, name: str) -> _Reading:
    reading = _Reading()
    elements = size = 0
    for document in book.documents:
        try:
            data = package.read(document.member)
            read = read_document(data, name)
        except TooLong:
            raise
        except Exception:  # noqa: BLE001  one damaged part of a paper costs that part, and a warning says so
            reading.damaged.append(document.member)
            continue
        elements, size = elements + read.elements, size + len(data)
        if elements > _MOST_ELEMENTS or size > _MOST_BYTES:
            raise CannotImport(
                f"{name} holds more than any paper does: copy the text that you need and paste it"
            )
        if document.is_around or read.is_around:
            reading.around.append(read.heading or document.member)
        elif read.blocks:
            reading.take(read, data)
    return reading


def _whole(reading: _Reading, book: Book, capture: Capture) -> Imported:
    """All that there is as one article, of which the package speaks."""
    blocks: list[BlockText] = []
    struck: set[int] = set()
    for text in reading.texts:
        found, away = text.blocks()
        struck |= {len(blocks) + at for at in away}
        blocks += found
    opening = opening_of(blocks)
    known = Known(
        headline=book.title or opening.headline,
        outlet=book.publisher,
        author=book.creators or opening.author,
        published=book.date or opening.published,
        language=book.language,
        url=next((part.url for text in reading.texts for part in text.parts if part.url), ""),
    )
    stated = {"headline": book.title, "author": book.creators, "published": book.date}
    known = replace(known, guessed=tuple(name for name in opening.guessed if not stated[name]))
    return capture.imported(blocks, known, MEDIA_TYPE, reading.warnings(capture.name), struck)


def _each(articles: list[_Text], reading: _Reading, book: Book, capture: Capture) -> Iterator[Found]:
    short = [text.heading or text.parts[0].blocks[0][1] for text in reading.texts if text not in articles]
    warnings = reading.warnings(capture.name, short)
    for text in articles:
        blocks, struck = text.blocks()
        of_its_own = replace(capture, sha256=sha256_of(text.data))
        try:
            known = _known(blocks, text, book)
            imported = of_its_own.imported(blocks, known, "application/xhtml+xml", warnings, struck)
            yield replace(imported, original=text.data)
        except TooLong as error:
            yield CannotImport(f"“{text.heading}” in {capture.name} holds {error}, which no article does")
        warnings = ()  # said once, with the first


def _known(blocks: list[BlockText], text: _Text, book: Book) -> Known:
    """The paper's title stands for the outlet, its makers for the authors that articles do not name."""
    opening = opening_of(blocks)
    inferred = {
        "headline": opening.headline or text.heading,
        "outlet": book.title,
        "author": opening.author or book.creators,
    }
    published = opening.published or book.date
    guessed = [name for name, value in inferred.items() if value]
    return Known(
        headline=inferred["headline"],
        outlet=inferred["outlet"],
        author=inferred["author"],
        published=published,
        language=book.language,
        url=next((part.url for part in text.parts if part.url), ""),
        guessed=(*guessed, "published") if opening.published else tuple(guessed),
    )


def _listed(names: Sequence[str]) -> str:
    named = ", ".join(f"“{name[:_LONGEST_NAME]}”" for name in names[:_MOST_NAMED])
    return named if len(names) <= _MOST_NAMED else f"{named} and {len(names) - _MOST_NAMED} more"
