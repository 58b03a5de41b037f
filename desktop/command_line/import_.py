"""`import FILE|FOLDER|URL… --to FOLDER`: new articles in a dossier, each with its original beside it."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from desktop.command_line.verb import fail, now
from pressmark.dossier import Dossier
from pressmark.importers.fetch import fetch
from pressmark.importers.imported import CannotImport
from pressmark.loading import CannotLoad, Loaded, load, load_bytes
from pressmark.storage.safe_write import CannotWrite


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="FILE|FOLDER|URL")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="the dossier")


def run(arguments: argparse.Namespace) -> int:
    failed = False
    dossier = Dossier(arguments.to)
    for one in _each(arguments.inputs):
        try:
            loaded = _load(one)
            path = dossier.add(loaded.doc, loaded.original)
        except (CannotLoad, CannotImport, CannotWrite, OSError) as error:
            fail(one, error)
            failed = True
            continue
        print(path)
        for warning in loaded.warnings:
            fail(one, f"note: {warning}")
    return int(failed)


def _each(inputs: list[str]) -> Iterator[str]:
    """The inputs, folders as the files in them."""
    for one in inputs:
        path = Path(one)
        if _is_address(one) or not path.is_dir():
            yield one
        else:
            yield from sorted(str(child) for child in path.iterdir() if child.is_file())


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def _load(one: str) -> Loaded:
    if not _is_address(one):
        return load(Path(one), now())
    data, media_type, address = fetch(one)
    name = address.rstrip("/").rpartition("/")[2]
    return load_bytes(data, name, now(), media_type=media_type, url=address, captured_from="web page")
