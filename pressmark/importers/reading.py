"""The one door to all importers, and the table of them.

Apart from the package, whose `canon` everybody needs, so that only who imports loads the importers.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from pressmark.importers.imported import CannotImport, Capture, Imported, TooLong
from pressmark.importers.kinds import Kind, told
from pressmark.importers.plain_text import read_plain_text
from pressmark.importers.selection import read_selection
from pressmark.importers.web_page import read_web_page
from pressmark.importers.word import read_word

__all__ = ["IMPORTERS", "MOST_BYTES", "CannotImport", "Imported", "read", "too_large"]

MOST_BYTES = 50_000_000

IMPORTERS: Mapping[Kind, Callable[[bytes, Capture], Imported]] = {
    Kind.TEXT: read_plain_text,
    Kind.WEB_PAGE: read_web_page,
    Kind.SELECTION: read_selection,
    Kind.WORD: read_word,
}


def read(
    data: bytes,
    name: str,
    *,
    media_type: str = "",
    url: str = "",
    captured_from: str = "file",
    now: datetime,
) -> Imported:
    """The article in the bytes, however they are named. Raises CannotImport and nothing else."""
    capture = Capture.of(data, name, media_type=media_type, url=url, captured_from=captured_from, now=now)
    if complaint := too_large(len(data), capture.name):
        raise CannotImport(complaint)
    found = told(data, capture)
    try:
        imported = IMPORTERS[found.kind](data, capture)
    except TooLong as error:
        raise CannotImport(
            f"{capture.name} holds {error}, which no article does: import the part that you need, or copy "
            "the text and paste it"
        ) from error
    return replace(imported, warnings=(*found.warnings, *imported.warnings))


def too_large(size: int, name: str = "The file") -> str:
    """Why a file of so many bytes is refused, to be asked before it is read; empty where it is not."""
    if size <= MOST_BYTES:
        return ""
    return (
        f"{name} is larger than {MOST_BYTES // 1_000_000} MB, which no article is: it was not read. "
        "Import the part that you need, or copy the text and paste it"
    )
