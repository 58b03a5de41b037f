"""One article in two versions: in a copy beside it, or in one file that git could not merge."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.conflict_copies import ConflictCopy, conflict_copies
from pressmark.storage.articles import open_article, open_with_fingerprint
from pressmark.storage.fingerprint import Fingerprint, read_ordinary
from pressmark.storage.git_versions import git_versions
from pressmark.storage.read_xml import MOST_BYTES, CannotRead, from_xml
from pressmark.three_way import Merged, TextsDiffer, merge
from pressmark.three_way_base import common_base


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """`theirs` is what `path` holds, which `held` tells; where git has put both into one file, it holds both.

    `merged` is None where the texts differ.
    """

    path: Path
    held: Fingerprint
    mine: AnnotatedArticle
    theirs: AnnotatedArticle
    merged: Merged | None


def two_versions_in(folder: Path, names: Collection[str], damaged: Collection[str]) -> list[ConflictCopy]:
    """The copies among its articles; of a damaged file in which git has left two versions, one of itself."""
    whole = [name for name in names if name not in damaged]
    copies = conflict_copies(whole, lambda copy, of: _same_text(folder / copy, folder / of))
    marked = [name for name in damaged if git_versions(_bytes_of(folder / name))]
    return [*copies, *(ConflictCopy(name, name, "git") for name in marked)]


def versions_of_copy(
    mine: AnnotatedArticle, path: Path, theirs: AnnotatedArticle | None = None
) -> TwoVersions:
    """Of an article and its copy; `theirs` is what is open of that. Raises CannotRead."""
    opened, held = open_with_fingerprint(path)
    theirs = theirs or opened.doc
    return TwoVersions(path, held, mine, theirs, _merged(common_base(mine, theirs), mine, theirs))


def versions_of_git(path: Path) -> TwoVersions:
    """Of a file that git could not merge. Raises CannotRead."""
    data = _bytes_of(path)
    versions = git_versions(data)
    if versions is None:
        raise CannotRead(f"{path.name} does not hold two versions any more")
    mine, theirs = (from_xml(one, path.name).doc for one in (versions.mine, versions.theirs))
    base = from_xml(versions.base, path.name).doc if versions.base else None
    merged = _merged(base or common_base(mine, theirs), mine, theirs)
    return TwoVersions(path, Fingerprint.of_bytes(data, path), mine, theirs, merged)


def _merged(base: AnnotatedArticle, mine: AnnotatedArticle, theirs: AnnotatedArticle) -> Merged | None:
    try:
        return merge(base, mine, theirs)
    except TextsDiffer:
        return None


def _same_text(one: Path, other: Path) -> bool:
    try:
        return open_article(one).doc.article == open_article(other).doc.article
    except CannotRead:
        return False


def _bytes_of(path: Path) -> bytes:
    """Nothing where it cannot be read: whoever opens it says so."""
    try:
        return read_ordinary(path, MOST_BYTES)
    except OSError:
        return b""
