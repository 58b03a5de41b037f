"""`import FILE|FOLDER|URL… --to FOLDER`: new articles in a dossier, each with its original beside it."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.command_line.verb import CannotDo, fail
from pressmark.dossier import Dossier
from pressmark.intake import Given, Intake, Outcome
from pressmark.loading import Loaded
from pressmark.storage.articles import original_of
from pressmark.storage.safe_write import CannotWrite


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="FILE|FOLDER|URL")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="the dossier")
    parser.add_argument("--json", action="store_true", help="machine-readable: what became of each")


def run(arguments: argparse.Namespace) -> int:
    from pressmark.importers.confined import Confined

    dossier, confined = Dossier(arguments.to), Confined()
    intake = Intake(confined.read_all, clock=lambda: arguments.now)
    outcomes: list[Outcome] = []
    try:
        for one in arguments.inputs:
            for outcome in _each(one, intake):
                kept = _kept(outcome, dossier)
                outcomes.append(kept)
                if not arguments.json:
                    _print_line(kept)
    finally:
        confined.close()
    if arguments.json:
        print(json.dumps([_as_json(one) for one in outcomes], ensure_ascii=False, indent=2))
    return int(any(one.loaded is None for one in outcomes))


def _each(one: str, intake: Intake) -> Iterator[Outcome]:
    """What becomes of an input: of the files in it if it is a folder."""
    if one.casefold().startswith(("http://", "https://")):
        yield from intake.take([Given(address=one)], lambda _: None)
        return
    yield from intake.take([Given(path=Path(one))], lambda _: None)


def _kept(outcome: Outcome, dossier: Dossier) -> Outcome:
    """The outcome once the article is in the dossier, or why it is not."""
    if outcome.loaded is None:
        return outcome
    try:
        path, held = dossier.add(outcome.loaded.doc, _original(outcome.loaded, dossier))
    except (CannotWrite, CannotDo) as error:
        return replace(outcome, loaded=None, why=str(error))
    return replace(outcome, loaded=replace(outcome.loaded, path=path, held=held, original=None))


def _original(loaded: Loaded, dossier: Dossier) -> bytes | None:
    """The bytes to keep: as imported now or, for an article of another dossier, as kept there."""
    if loaded.path is None:
        return loaded.original
    if loaded.path.resolve().parent == dossier.folder.resolve():
        raise CannotDo("it is an article of this dossier already")
    return original_of(loaded.doc, loaded.path)


def _print_line(outcome: Outcome) -> None:
    given = outcome.given.path or outcome.given.address
    if outcome.loaded is None:
        fail(given, CannotDo(outcome.why))
        return
    print(outcome.loaded.path)
    for warning in outcome.loaded.warnings:
        fail(given, f"note: {warning}")


def _as_json(outcome: Outcome) -> dict[str, Any]:
    loaded = outcome.loaded
    return {
        "input": str(outcome.given.path or outcome.given.address),
        "file": str(loaded.path) if loaded else None,
        "headline": loaded.doc.headline if loaded else None,
        "notes": list(loaded.warnings) if loaded else [],
        "failed": outcome.why if loaded is None else None,
    }
