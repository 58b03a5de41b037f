"""The one door to all importers, and the tables of them.

Apart from the package, whose `canon` everybody needs, so that only who imports loads the importers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from pressmark.importers.epub import read_epub
from pressmark.importers.feed import read_feed
from pressmark.importers.imported import INSTEAD, CannotImport, Capture, Found, Imported, Known, Part, TooLong
from pressmark.importers.kinds import Kind, told
from pressmark.importers.mail import read_mail
from pressmark.importers.mailbox import read_mailbox
from pressmark.importers.markdown import read_markdown
from pressmark.importers.newsml import read_newsml
from pressmark.importers.newsml_g2 import read_newsml_g2
from pressmark.importers.nitf import read_nitf
from pressmark.importers.open_document import read_open_document
from pressmark.importers.outlook_message import read_outlook_message
from pressmark.importers.packed_web_archive import read_packed_web_archive
from pressmark.importers.pdf import read_pdf
from pressmark.importers.plain_text import read_plain_text
from pressmark.importers.questions import Answers
from pressmark.importers.records import read_records
from pressmark.importers.rtf import read_rtf
from pressmark.importers.saved_page import read_saved_page
from pressmark.importers.selection import read_selection
from pressmark.importers.table import read_table
from pressmark.importers.web_archive import read_web_archive
from pressmark.importers.web_page import read_web_page
from pressmark.importers.word import read_word
from pressmark.importers.workbook import read_workbook
from pressmark.importers.zip_archive import read_zip

__all__ = ["IMPORTERS", "MOST_BYTES", "SEVERAL", "CannotImport", "Imported", "read", "read_all", "too_large"]

MOST_BYTES = 50_000_000
_MOST_ARTICLES = 10_000
_DEEPEST = 4  # a page in a mail in a mailbox in a ZIP archive

IMPORTERS: Mapping[Kind, Callable[[bytes, Capture], Imported]] = {
    Kind.TEXT: read_plain_text,
    Kind.WEB_PAGE: read_web_page,
    Kind.SELECTION: read_selection,
    Kind.WORD: read_word,
    Kind.MARKDOWN: read_markdown,
    Kind.OPEN_DOCUMENT: read_open_document,
    Kind.RTF: read_rtf,
    Kind.PDF: read_pdf,
    Kind.NITF: read_nitf,
    Kind.SAVED_PAGE: read_saved_page,
}
"""What reads a file that is one article."""

SEVERAL: Mapping[Kind, Callable[[bytes, Capture], Iterator[Found]]] = {
    Kind.EPUB: read_epub,
    Kind.TABLE: read_table,
    Kind.WORKBOOK: read_workbook,
    Kind.RECORDS: read_records,
    Kind.ZIP: read_zip,
    Kind.NEWSML_G2: read_newsml_g2,
    Kind.NEWSML: read_newsml,
    Kind.FEED: read_feed,
    Kind.WEB_ARCHIVE: read_web_archive,
    Kind.MAIL: read_mail,
    Kind.MAILBOX: read_mailbox,
    Kind.OUTLOOK: read_outlook_message,
    Kind.WACZ: read_packed_web_archive,
}
"""What reads a file that may hold several."""


def read(
    data: bytes,
    name: str,
    *,
    media_type: str = "",
    url: str = "",
    captured_from: str = "file",
    now: datetime,
) -> Imported:
    """The article in the bytes, or the first of several. Raises CannotImport and nothing else."""
    found = read_all(data, name, media_type=media_type, url=url, captured_from=captured_from, now=now)
    first = next(found, None) or CannotImport(f"{name} holds no article: nothing was imported")
    if isinstance(first, CannotImport):
        raise first
    return first


def read_all(
    data: bytes,
    name: str,
    *,
    media_type: str = "",
    url: str = "",
    captured_from: str = "file",
    now: datetime,
    answers: Answers | None = None,
) -> Iterator[Imported | CannotImport]:
    """The articles in the bytes, however they are named, and why some could not be read.

    Whatever is wrong with the file comes as a CannotImport, raised nowhere.
    """
    part = Part(data, name, media_type, url, Known())
    capture = Capture.of(
        data, name, media_type=media_type, url=url, captured_from=captured_from, now=now, answers=answers
    )
    for number, found in enumerate(_each(part, capture, _DEEPEST)):
        if number >= _MOST_ARTICLES:
            yield CannotImport(f"{capture.name} holds more than {_MOST_ARTICLES:,} articles: take it apart")
            return
        yield found


def _each(part: Part, capture: Capture, depth: int) -> Iterator[Imported | CannotImport]:
    try:
        if complaint := too_large(len(part.data), capture.name):
            raise CannotImport(complaint)
        yield from _read(part.data, capture, depth)
    except TooLong as error:
        yield CannotImport(
            f"{capture.name} holds {error}, which no article does: import the part that you need, or copy "
            "the text and paste it"
        )
    except CannotImport as error:
        yield error


def _read(data: bytes, capture: Capture, depth: int) -> Iterator[Imported | CannotImport]:
    found = told(data, capture)
    if one := IMPORTERS.get(found.kind):
        imported = one(data, capture)
        yield replace(
            imported, warnings=(*found.warnings, *imported.warnings), original=imported.original or data
        )
        return
    several = SEVERAL.get(found.kind)
    if several is None or not depth:
        cannot = "is too deep inside other files" if several else "cannot be read yet"
        raise CannotImport(f"{capture.name} is {found.kind}, which {cannot}: {INSTEAD}")
    for one_found in several(data, capture):
        match one_found:
            case Part():
                yield from _each(one_found, _capture_of(one_found, capture), depth - 1)
            case Imported():
                yield replace(one_found, original=one_found.original or data)
            case CannotImport():
                yield one_found


def _capture_of(part: Part, outer: Capture) -> Capture:
    return Capture.of(
        part.data,
        part.name,
        media_type=part.media_type,
        url=part.url,
        captured_from=outer.captured_from,
        now=part.captured_at or outer.now,
        answers=outer.answers,
        around=part.known,
    )


def too_large(size: int, name: str = "The file") -> str:
    """Why a file of so many bytes is refused, to be asked before it is read; empty where it is not."""
    if size <= MOST_BYTES:
        return ""
    return (
        f"{name} is larger than {MOST_BYTES // 1_000_000} MB, which no article is: it was not read. "
        "Import the part that you need, or copy the text and paste it"
    )
