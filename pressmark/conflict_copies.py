"""Copies that programs which keep folders alike leave beside an article that was changed in two places.

Each has the name of the article's file with more words behind it, and the same text: so do copies that a
person makes, and two of one article are one too many in any dossier.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

_TAILS = (
    (re.compile(r"\.sync-conflict-\d{8}-\d{6}(?:-\w+)?"), "Syncthing"),
    (re.compile(r" \(SFConflict .*\)"), "Seafile"),
    (re.compile(r"_(?:BASE|LOCAL|REMOTE|BACKUP)_\d+"), "git"),
    (re.compile(r" \(conflicted copy \d{4}-\d\d-\d\d \d{6}\)|_conflict-\d{8}-\d{6}"), "Nextcloud"),
    (
        re.compile(
            r" \([^()]*(?:conflict|konflikt|conflit|conflicto|conflito|conflitto)[^()]*(?:\(\d+\))?\)", re.I
        ),
        "Dropbox",
    ),
    (re.compile(r" ?\[conflict(?:ed)?\]|_conf\(\d+\)", re.I), "Google Drive"),
    (re.compile(r" ?\(\d+\)| \d+| ?-? ?\(?(?:copy|Copy|Kopie|[Cc]opie)(?: \d+)?\)?(?: ?\(\d+\))?"), ""),
    (re.compile(r"-(?=[\w-]*[A-Z])\w[\w-]{0,62}"), "OneDrive"),
)
"""What stands behind the name, and who is known to write it so; OneDrive adds the name of the computer, which
has capitals where the names that Pressmark gives have none."""

_ODD = re.compile(r"[ _\[(A-Z]|conflict")
"""What is in the name of every copy, and hardly ever in one that Pressmark gives."""


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """File names in one folder. `by` is the program that made the copy, empty where nobody knows."""

    file: str
    of: str
    by: str = ""


def conflict_copies(
    names: Iterable[str], is_same: Callable[[str, str], bool] = lambda _copy, _of: True
) -> list[ConflictCopy]:
    """The copies among the files of a folder; `is_same` tells whether both hold the same text."""
    by_folded = {name.casefold(): name for name in names}
    copies = []
    for name in sorted(name for name in by_folded.values() if _ODD.search(name)):
        for of, by in _parted(name):
            there = by_folded.get(of.casefold(), name)
            if there != name and is_same(name, there):
                copies.append(ConflictCopy(name, there, by))
                break
    return copies


def _parted(name: str) -> Iterator[tuple[str, str]]:
    """The file names that it may be a copy of, the likeliest first."""
    path = PurePath(name)
    for tail, by in _TAILS:
        for found in re.finditer(r"[ ._([-]", path.stem):
            if found.start() and tail.fullmatch(path.stem, found.start()):
                yield f"{path.stem[: found.start()]}{path.suffix}", by
