"""Opens the bytes of a PDF, within bounds, and says in a sentence why one cannot be opened.

pdfium is not made for threads: in one process only one thread may be in here, or draw pages, at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pressmark.importers.imported import CannotImport, TooLong

MOST_PAGES = 2_000
_PASSWORD, _SECURITY = 4, 5


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """The document while it is looked at. Raises CannotImport, for what happens inside too, and TooLong."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error, name) from error
    try:
        if len(document) > MOST_PAGES:
            raise TooLong(f"{len(document):,} pages")
        yield document
    except pypdfium2.PdfiumError as error:
        raise _damaged(name) from error
    finally:
        document.close()


def _refusal(error: Any, name: str) -> CannotImport:
    if getattr(error, "err_code", 0) == _PASSWORD:
        return CannotImport(
            f"{name} needs a password: open it in a PDF reader with the password and print it to a new PDF, "
            "or copy the text and paste it"
        )
    if getattr(error, "err_code", 0) == _SECURITY:
        return CannotImport(f"{name} is protected in a way that cannot be read: copy the text and paste it")
    return _damaged(name)


def _damaged(name: str) -> CannotImport:
    return CannotImport(
        f"{name} is damaged and cannot be read as a PDF: get it again from where it came, or open it in a "
        "PDF reader and copy the text"
    )
