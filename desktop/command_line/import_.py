"""`import FILE|FOLDER|URL… --to FOLDER`: new articles in a dossier, each with its original beside it."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from desktop.command_line.verb import CannotDo, fail
from pressmark.dossier import Dossier
from pressmark.loading import CannotLoad, Loaded, files_in, load, load_address
from pressmark.storage.articles import original_of
from pressmark.storage.safe_write import CannotWrite


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="FILE|FOLDER|URL")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="the dossier")


def run(arguments: argparse.Namespace) -> int:
    failed = False
    for one in arguments.inputs:
        try:
            parts = list(_each(one))
        except CannotLoad as error:
            fail(one, error)
            failed = True
            continue
        for part in parts:
            failed |= not _import(part, Dossier(arguments.to), arguments.now)
    return int(failed)


def _each(one: str) -> Iterator[str]:
    """The input itself, or the files in it if it is a folder. Raises CannotLoad."""
    path = Path(one)
    if _is_address(one) or not path.is_dir():
        yield one
    else:
        yield from map(str, files_in(path))


def _import(one: str, dossier: Dossier, now: datetime) -> bool:
    """True when the input has become an article of the dossier."""
    try:
        loaded = load_address(one, now) if _is_address(one) else load(Path(one), now)
        path, _ = dossier.add(loaded.doc, _original(loaded, dossier))
    except (CannotLoad, CannotWrite, CannotDo) as error:
        fail(one, error)
        return False
    print(path)
    for warning in loaded.warnings:
        fail(one, f"note: {warning}")
    return True


def _original(loaded: Loaded, dossier: Dossier) -> bytes | None:
    """The bytes to keep: as imported now or, for an article of another dossier, as kept there."""
    if loaded.path is None:
        return loaded.original
    if loaded.path.resolve().parent == dossier.folder.resolve():
        raise CannotDo("it is an article of this dossier already")
    return original_of(loaded.doc, loaded.path)


def _is_address(text: str) -> bool:
    return text.casefold().startswith(("http://", "https://"))
