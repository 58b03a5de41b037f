"""A brief read again: the articles it was made from ride in it, and Word may have changed its tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.importers.imported import CannotImport
from pressmark.importers.word_brief import EditedValue, articles_in, edited
from pressmark.storage.articles import SUFFIX, open_article
from pressmark.storage.read_xml import CannotRead, from_xml

_MOST_BYTES = 300_000_000


@dataclass(frozen=True, slots=True)
class EarlierBrief:
    """The articles as they were then, and what its tables say now that they did not say then."""

    articles: list[AnnotatedArticle]
    edited: list[EditedValue]


def read_brief(path: Path) -> EarlierBrief | None:
    """What rides in a brief; None where nothing does. Raises CannotRead."""
    data = _bytes_of(path)
    articles = [from_xml(one, path.name).doc for one in _inside(data, path)]
    is_word = path.suffix.lower() == ".docx"
    return EarlierBrief(articles, edited(data, path.name) if is_word else []) if articles else None


def articles_of(path: Path) -> list[AnnotatedArticle]:
    """Those of a brief as DOCX or PDF, or the one in an article's file. Raises CannotRead."""
    if path.suffix.lower() in (SUFFIX, ".xml"):
        return [open_article(path).doc]
    found = [from_xml(data, path.name).doc for data in _inside(_bytes_of(path), path)]
    if not found:
        raise CannotRead(
            f"{path.name} holds no annotated articles: choose a brief that Pressmark has written"
        )
    return found


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise CannotRead(f"{path.name} is larger than {_MOST_BYTES // 1_000_000} MB and was not opened")
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(f"{path} could not be read ({(error.strerror or str(error)).lower()})") from error


def _inside(data: bytes, path: Path) -> Iterator[bytes]:
    if path.suffix.lower() == ".pdf":
        yield from _attached(data, path.name)
        return
    try:
        yield from articles_in(data, path.name)
    except CannotImport as error:
        raise CannotRead(str(error)) from error


def _attached(data: bytes, name: str) -> Iterator[bytes]:
    """The XML files attached to a PDF."""
    import pypdfium2  # heavy, and used by few

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(f"{name} is damaged and cannot be read as PDF") from error
    try:
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            if attachment.get_name().endswith((SUFFIX, ".xml")):
                yield bytes(attachment.get_data())
    finally:
        document.close()
