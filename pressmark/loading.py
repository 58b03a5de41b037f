"""From a path to an article, whatever the file is: one of ours is opened, any other is imported.

The importers and their libraries are loaded when something is imported: opening needs none of them.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.storage.articles import SUFFIX, open_with_fingerprint
from pressmark.storage.fingerprint import Fingerprint
from pressmark.storage.read_xml import CannotRead
from pressmark.storage.xml_names import ARTICLE

_SNIFFED = 4096


class CannotLoad(Exception):
    """The file is no article and cannot become one; the message names the file and what to do."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article, with its own file if it has one, or with the bytes it was imported from."""

    doc: AnnotatedArticle
    path: Path | None = None
    original: bytes | None = None
    warnings: tuple[str, ...] = ()
    read_only: bool = False
    held: Fingerprint | None = None  # what its file held


def load(path: Path, now: datetime) -> Loaded:
    """Opens or imports a file. Raises CannotLoad."""
    try:
        if not path.is_dir() and path.exists() and not path.is_file():
            raise CannotLoad(f"{path} is no ordinary file: save what it holds as a file first")
        if is_ours(path):
            opened, held = open_with_fingerprint(path)
            return Loaded(opened.doc, path, None, opened.warnings, opened.read_only, held)
        from pressmark.importers.reading import too_large

        if refusal := too_large(path.stat().st_size, path.name):
            raise CannotLoad(refusal)
        return load_bytes(path.read_bytes(), path.name, now)
    except CannotRead as error:
        raise CannotLoad(str(error)) from error
    except OSError as error:
        raise CannotLoad(f"{path} could not be read ({(error.strerror or str(error)).lower()})") from error


def load_bytes(
    data: bytes, name: str, now: datetime, *, media_type: str = "", url: str = "", captured_from: str = "file"
) -> Loaded:
    """Imports what was dropped, pasted or fetched. Raises CannotLoad."""
    from pressmark.importers.reading import CannotImport, read

    try:
        imported = read(data, name, media_type=media_type, url=url, captured_from=captured_from, now=now)
    except CannotImport as error:
        raise CannotLoad(str(error)) from error
    return Loaded(AnnotatedArticle(imported.article, imported.source), None, data, imported.warnings)


def load_address(address: str, now: datetime) -> Loaded:
    """Fetches and imports a page that the analyst asked for. Raises CannotLoad."""
    from pressmark.importers.fetch import fetch  # urllib3 only for those who fetch
    from pressmark.importers.reading import CannotImport

    try:
        data, media_type, final = fetch(address)
    except CannotImport as error:
        raise CannotLoad(str(error)) from error
    name = final.rstrip("/").rpartition("/")[2] or "page.html"
    return load_bytes(data, name, now, media_type=media_type, url=final, captured_from="web page")


def files_in(folder: Path) -> list[Path]:
    """The files directly in a folder, by name, but for hidden ones. Raises CannotLoad."""
    try:
        return sorted(one for one in folder.iterdir() if one.is_file() and not one.name.startswith("."))
    except OSError as error:
        raise CannotLoad(f"{folder} could not be read ({(error.strerror or str(error)).lower()})") from error


def is_ours(path: Path) -> bool:
    """True for an article's file: by its ending, or for other XML by our namespace near its beginning."""
    if path.suffix.casefold() == SUFFIX:
        return True
    with path.open("rb") as file:
        return ARTICLE.encode() in file.read(_SNIFFED)
