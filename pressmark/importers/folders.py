"""The files of a folder that a person means: no hidden ones, and no parts of saved web pages."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

MOST_FILES = 100_000
_ORIGINALS = "originals"
_OURS = ".pressmark"
_PARTS = re.compile(
    r"(?:[_-](?:files|dateien|fichiers|archivos|bestanden|arquivos|soubory|pliki)|\.files)$", re.IGNORECASE
)
"""How browsers call the folder beside a “complete” page, in their languages."""

_PAGES = (".html", ".htm", ".xhtml")
_NOBODYS = frozenset(("__macosx", "thumbs.db", "desktop.ini"))


def files_below(folder: Path) -> list[Path]:
    """In the folder and those in it, by name; links to folders are not followed. Raises OSError.

    Left out are what is hidden, the parts of saved pages, and the originals that dossiers keep.
    """
    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=_raise):
        here = Path(place)
        parts = parts_of_pages(files, folders)
        kept = [one for one in folders if one not in parts and not is_nobodys(one)]
        if any(one.endswith(_OURS) for one in files):
            kept = [one for one in kept if one != _ORIGINALS]
        folders[:] = sorted(kept)
        found += [here / one for one in files if not is_nobodys(one) and (here / one).is_file()]
        if len(found) > MOST_FILES:
            raise OSError(f"it holds more than {MOST_FILES:,} files")
    return sorted(found)


def parts_of_pages(files: Iterable[str], folders: Iterable[str]) -> set[str]:
    """The folders that belong to a page beside them: “Quay_files” to “Quay.html”."""
    pages = {one[: one.rindex(".")].casefold() for one in files if one.casefold().endswith(_PAGES)}
    return {one for one in folders if _page_of(one) in pages}


def members_meant(names: Iterable[str]) -> Iterator[str]:
    """The same of the names of an archive's members."""
    ones = [one for one in names if not one.endswith("/")]
    pages = {one[: one.rindex(".")].casefold() for one in ones if one.casefold().endswith(_PAGES)}
    for one in ones:
        path = PurePosixPath(one)
        of_page = any(_page_of(parent.as_posix()) in pages for parent in path.parents)
        if not of_page and not any(map(is_nobodys, path.parts)):
            yield one


def is_nobodys(name: str) -> bool:
    """Hidden, or put there by a system and meant by nobody."""
    return (name.startswith((".", "~$")) and name not in {".", ".."}) or name.casefold() in _NOBODYS


def _page_of(folder: str) -> str | None:
    """The page, without its ending, to which a folder of such a name would belong."""
    ending = _PARTS.search(folder)
    return folder[: ending.start()].casefold() if ending else None


def _raise(error: OSError) -> None:
    raise error
