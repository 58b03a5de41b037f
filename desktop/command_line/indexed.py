"""Dossiers asked through their index, which lies in the user's cache and is the window's, too."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from desktop.command_line.verb import fail
from pressmark.dossier import Dossier
from pressmark.storage.index import Index, IndexLost, IndexUnavailable

Answer = TypeVar("Answer")


def is_dossier(path: Path) -> bool:
    """True for a folder with articles in it."""
    return path.is_dir() and bool(Dossier(path).articles())


def asked(folder: Path, ask: Callable[[Index], Answer]) -> Answer | None:
    """What an index that is up to date answers; None, and a line on stderr, where there is none to be had."""
    try:
        with _index(folder) as index:
            return _answered(index, ask)
    except (IndexLost, IndexUnavailable, OSError) as error:
        fail(folder, error)
        return None


def index_of(folder: Path, closing: ExitStack) -> Index | None:
    """The index, up to date, open until `closing` ends; None, and a line on stderr, where there is none."""
    try:
        return _answered(closing.enter_context(_index(folder)), lambda index: index)
    except (IndexLost, IndexUnavailable, OSError) as error:
        fail(folder, error)
        return None


def _index(folder: Path) -> Index:
    import platformdirs

    return Index(folder, platformdirs.user_cache_path("pressmark") / "index")


def _answered(index: Index, ask: Callable[[Index], Answer]) -> Answer:
    try:
        index.refresh()
        return ask(index)
    except IndexLost:  # it was damaged: there is an empty one in its place
        index.refresh()
        return ask(index)


def told_unreadable(folder: Path, index: Index) -> bool:
    """True where a file of the folder cannot be read; a line on stderr says which, and why."""
    problems = [one for one in index.rows() if one.problem]
    for one in problems:
        fail(folder / one.file, one.problem)
    return bool(problems)
