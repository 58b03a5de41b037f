"""Articles on disk: their files, and the originals they were imported from."""

import re
import unicodedata
from collections.abc import Container, Sequence
from functools import partial
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.digest import sha256_of
from pressmark.storage.fingerprint import Fingerprint, Standing, TooManyBytes, read_ordinary
from pressmark.storage.read_xml import MOST_BYTES, CannotRead, Opened, from_xml
from pressmark.storage.safe_write import CannotWrite, explain, flush_folder, write_bytes, write_many
from pressmark.storage.write_xml import to_xml

SUFFIX = ".pressmark"
ORIGINALS = "originals"
_UNSAFE = re.compile('[<>:"/\\\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
"""Separators, controls, and the direction marks that make ``fdp.exe`` read as ``exe.pdf``."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def open_article(path: Path) -> Opened:
    """Reads an article's file. Raises CannotRead, whose message names the file and what to do."""
    return open_with_fingerprint(path)[0]


def open_with_fingerprint(path: Path) -> tuple[Opened, Fingerprint]:
    """The same, with what the file held. Raises CannotRead."""
    try:
        data = read_ordinary(path, MOST_BYTES)
    except TooManyBytes as error:
        large = f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB and was not opened"
        raise CannotRead(large) from error
    except OSError as error:
        raise CannotRead(f"{path} could not be read ({(error.strerror or str(error)).lower()})") from error
    return from_xml(data, path.name), Fingerprint.of_bytes(data, path)


class WouldOverwrite(CannotWrite):
    """The file is not what it was when last read or written here; `standing` says what became of it."""

    def __init__(self, path: Path, standing: Standing) -> None:
        super().__init__(
            f"{standing.told(path)}. Nothing was written: save it elsewhere, or put the file back"
        )
        self.standing = standing


def save_article(
    doc: AnnotatedArticle, path: Path, original: bytes | None = None, held: Fingerprint | None = None
) -> Fingerprint:
    """Writes the file durably, and the original it was imported from beside it; answers with what it holds.

    Where `held` says what the file held, another hand's work is not written over: WouldOverwrite. Raises
    CannotWrite.
    """
    data = _unless_changed(doc, path, held)
    if original is not None:
        _keep_original(doc, path, original)
    write_bytes(path, data)
    return Fingerprint.of_bytes(data, path)


def save_articles(
    articles: Sequence[tuple[AnnotatedArticle, Path, bytes | None, Fingerprint | None]],
) -> list[Fingerprint | CannotWrite]:
    """Writes many files durably, each whole or not at all; for each what it holds, or why it could not be."""
    written: list[Fingerprint | None] = [None] * len(articles)

    def file(place: int) -> tuple[Path, bytes]:
        doc, path, original, held = articles[place]
        data = _unless_changed(doc, path, held)
        if original is not None:
            _keep_original(doc, path, original)
        written[place] = Fingerprint.of_bytes(data, path)
        return path, data

    failures = write_many([partial(file, place) for place in range(len(articles))])
    return [failure or _known(held) for failure, held in zip(failures, written, strict=True)]


def _known(held: Fingerprint | None) -> Fingerprint:
    assert held is not None, "what was written has a fingerprint"
    return held


def _unless_changed(doc: AnnotatedArticle, path: Path, held: Fingerprint | None) -> bytes:
    """What to write, unless another hand was there; one that has written the very same is no other."""
    data = to_xml(doc)
    standing = held.look(path) if held else Standing.SAME
    if standing is Standing.CHANGED and Fingerprint.of_bytes(data, path).look(path) is Standing.SAME:
        return data
    if not standing.may_be_written:
        raise WouldOverwrite(path, standing)
    return data


def _keep_original(doc: AnnotatedArticle, path: Path, original: bytes) -> None:
    kept = path.parent / ORIGINALS / original_file_name(doc)
    try:
        path.parent.stat()  # a folder that has gone away is not made anew
        if not kept.parent.exists():
            kept.parent.mkdir(exist_ok=True)
            flush_folder(path.parent)
        is_there = kept.exists()
    except OSError as error:
        raise CannotWrite(explain(path, error)) from error
    try:
        if not is_there:
            write_bytes(kept, original)
    except CannotWrite as error:
        raise CannotWrite(
            f"{path.name} is not saved, as the source that belongs to it is not: {error}"
        ) from error


def original_of(doc: AnnotatedArticle, path: Path) -> bytes | None:
    """The original kept beside an article's file, None where it is not there or is not what it was."""
    try:
        data = (path.parent / ORIGINALS / original_file_name(doc)).read_bytes()
    except OSError:
        return None
    return data if sha256_of(data) == doc.source.original_sha256 else None


def make_folder(folder: Path) -> Path:
    """The folder, made if it was not there, and then on the disk. Raises CannotWrite."""
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            flush_folder(folder.parent)
    except OSError as error:
        raise CannotWrite(explain(folder, error)) from error
    return folder


def original_file_name(doc: AnnotatedArticle) -> str:
    """The name under which an article's original is kept: unique by what it holds."""
    return f"{doc.source.original_sha256[:12]}-{safe_file_name(doc.source.original_name or 'selection.txt')}"


def article_file_name(doc: AnnotatedArticle, taken: Container[str] = ()) -> str:
    """A readable name from the headline, unlike any taken: ``port-deal-ministers-promise.pressmark``."""
    folded = unicodedata.normalize("NFKC", doc.headline).casefold()
    words = re.sub(r"[\W_]+", "-", folded).strip("-")
    stem = _cut(words, 60).strip("-") or "article"
    if stem in _RESERVED:
        stem = f"{stem}-article"
    candidate, number = stem + SUFFIX, 1
    while candidate in taken:
        number += 1
        candidate = f"{stem}-{number}{SUFFIX}"
    return candidate


def safe_file_name(name: str) -> str:
    """A name every system takes: no separators, control characters or reserved words; at most 120 bytes."""
    base = _UNSAFE.sub("-", name).strip(" .") or "file"
    if base.partition(".")[0].rstrip().casefold() in _RESERVED:
        base = f"-{base}"
    stem, dot, suffix = base.rpartition(".")
    if dot and len(suffix.encode("utf-8")) <= 19:
        return _cut(stem, 100) + dot + suffix
    return _cut(base, 120).rstrip(" .")


def _cut(text: str, most_bytes: int) -> str:
    return text.encode("utf-8")[:most_bytes].decode("utf-8", errors="ignore")
