"""From a path to articles, whatever the file is: one of ours is opened, any other is imported.

The importers and their libraries are loaded when something is imported: opening needs none of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pressmark.annotated_article import AnnotatedArticle
from pressmark.filing import Filing
from pressmark.storage.articles import SUFFIX, open_with_fingerprint
from pressmark.storage.fingerprint import Fingerprint
from pressmark.storage.read_xml import CannotRead
from pressmark.storage.xml_names import ARTICLE

if TYPE_CHECKING:
    from pressmark.importers.imported import CannotImport, Imported
    from pressmark.importers.questions import Answers, Question

ReadAll: TypeAlias = Callable[..., Iterator["Imported | CannotImport"]]
"""`importers.reading.read_all`, here or in a process of its own."""

_SNIFFED = 4096


class CannotLoad(Exception):
    """The file is no article and cannot become one; the message names the file and what to do.

    `question` is what the analyst could answer to have it imported after all.
    """

    def __init__(self, message: str, question: "Question | None" = None) -> None:
        super().__init__(message)
        self.question = question


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article, with its own file if it has one, or with the bytes it was imported from.

    `question` is what its importer would like to know, to read it better.
    """

    doc: AnnotatedArticle
    path: Path | None = None
    original: bytes | None = None
    warnings: tuple[str, ...] = ()
    read_only: bool = False
    held: Fingerprint | None = None  # what its file held
    question: "Question | None" = None


def load(path: Path, now: datetime) -> Loaded:
    """Opens a file, or imports the first article in it. Raises CannotLoad."""
    return _first(load_each(path, now))


def load_each(
    path: Path, now: datetime, read: ReadAll | None = None, answers: "Answers | None" = None
) -> Iterator[Loaded | CannotLoad]:
    """The article of a file, or all that can be imported from it, and why some cannot; raises nothing."""
    try:
        if not path.is_dir() and path.exists() and not path.is_file():
            raise CannotLoad(f"{path} is no ordinary file: save what it holds as a file first")
        if is_ours(path):
            opened, held = open_with_fingerprint(path)
            yield Loaded(opened.doc, path, None, opened.warnings, opened.read_only, held)
            return
        from pressmark.importers.reading import too_large

        if refusal := too_large(path.stat().st_size, path.name):
            raise CannotLoad(refusal)
        data = path.read_bytes()
    except CannotLoad as error:
        yield error
    except CannotRead as error:
        yield CannotLoad(str(error))
    except OSError as error:
        yield CannotLoad(f"{path} could not be read ({(error.strerror or str(error)).lower()})")
    else:
        yield from each_of_bytes(data, path.name, now, read=read, answers=answers)


def load_bytes(
    data: bytes, name: str, now: datetime, *, media_type: str = "", url: str = "", captured_from: str = "file"
) -> Loaded:
    """Imports the first article of what was dropped, pasted or fetched. Raises CannotLoad."""
    return _first(each_of_bytes(data, name, now, media_type=media_type, url=url, captured_from=captured_from))


def each_of_bytes(
    data: bytes,
    name: str,
    now: datetime,
    *,
    media_type: str = "",
    url: str = "",
    captured_from: str = "file",
    read: ReadAll | None = None,
    answers: "Answers | None" = None,
) -> Iterator[Loaded | CannotLoad]:
    """All that can be imported from the bytes, and why some cannot; raises nothing."""
    from pressmark.importers.reading import CannotImport, read_all

    found = (read or read_all)(
        data, name, media_type=media_type, url=url, captured_from=captured_from, now=now, answers=answers
    )
    for one in found:
        if isinstance(one, CannotImport):
            yield CannotLoad(str(one), one.question)
        else:
            doc = AnnotatedArticle(one.article, one.source, filing=Filing(struck=one.struck))
            yield Loaded(doc, None, one.original, one.warnings, question=one.question)


def load_address(
    address: str, now: datetime, read: ReadAll | None = None, answers: "Answers | None" = None
) -> Iterator[Loaded | CannotLoad]:
    """Fetches and imports what is at an address that the analyst asked for; raises nothing."""
    from pressmark.importers.fetch import fetch  # urllib3 only for those who fetch
    from pressmark.importers.reading import CannotImport

    try:
        data, media_type, final = fetch(address)
    except CannotImport as error:
        yield CannotLoad(str(error))
        return
    name = final.rstrip("/").rpartition("/")[2] or "page.html"
    yield from each_of_bytes(
        data,
        name,
        now,
        media_type=media_type,
        url=final,
        captured_from="web page",
        read=read,
        answers=answers,
    )


def files_in(folder: Path) -> list[Path]:
    """The files in a folder and the folders in it that a person means. Raises CannotLoad."""
    from pressmark.importers.folders import files_below

    try:
        return files_below(folder)
    except OSError as error:
        raise CannotLoad(f"{folder} could not be read ({(error.strerror or str(error)).lower()})") from error


def is_ours(path: Path) -> bool:
    """True for an article's file: by its ending, or for other XML by our namespace near its beginning."""
    if path.suffix.casefold() == SUFFIX:
        return True
    with path.open("rb") as file:
        return ARTICLE.encode() in file.read(_SNIFFED)


def _first(found: Iterator[Loaded | CannotLoad]) -> Loaded:
    """Raises CannotLoad."""
    first = next(found, CannotLoad("There is no article in it: nothing was imported"))
    if isinstance(first, CannotLoad):
        raise first
    return first
