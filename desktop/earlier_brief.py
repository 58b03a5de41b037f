"""The articles that an earlier brief was made from, as they were then: they ride in the file itself."""

from collections.abc import Iterator
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.importers.imported import CannotImport
from pressmark.importers.word_brief import articles_in
from pressmark.storage.articles import SUFFIX, open_article
from pressmark.storage.read_xml import CannotRead, from_xml

_MOST_BYTES = 300_000_000


def articles_of(path: Path) -> list[AnnotatedArticle]:
    """Those of a brief as DOCX or PDF, or the one in an article's file. Raises CannotRead."""
    if path.suffix.lower() in (SUFFIX, ".xml"):
        return [open_article(path).doc]
    found = [from_xml(data, path.name).doc for data in _inside(path)]
    if not found:
        raise CannotRead(
            f"{path.name} holds no annotated articles: choose a brief that Pressmark has written"
        )
    return found


def _inside(path: Path) -> Iterator[bytes]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise CannotRead(f"{path.name} is larger than {_MOST_BYTES // 1_000_000} MB and was not opened")
        data = path.read_bytes()
    except OSError as error:
        raise CannotRead(f"{path} could not be read ({(error.strerror or str(error)).lower()})") from error
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
