"""`import FILE|FOLDER|URL… --to FOLDER`: new articles in a dossier, each with its original beside it.

What is there already is left out, and said. What the window would ask is answered by options, and said where
it was not.
"""

import argparse
import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.command_line.indexed import index_of
from desktop.command_line.verb import CannotDo, fail, pair
from desktop.neighbours import Neighbours
from pressmark.columns import FIELDS
from pressmark.dossier import Dossier
from pressmark.intake import Fate, Given, Intake, Outcome
from pressmark.loading import Loaded
from pressmark.storage.articles import original_of
from pressmark.storage.safe_write import CannotWrite

if TYPE_CHECKING:
    from pressmark.importers.questions import Answers, Question


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="FILE|FOLDER|URL")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="the dossier")
    parser.add_argument("--again", action="store_true", help="take in what is there already, too")
    parser.add_argument(
        "--encoding", default="", metavar="NAME", help="how texts are written that do not say so (cp1252, …)"
    )
    parser.add_argument(
        "--column",
        type=_column,
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help=f"which column of a table holds what, again for more; fields: {', '.join(FIELDS)}",
    )
    parser.add_argument(
        "--split", action="store_true", help="take newsletters of several articles apart into each"
    )
    parser.add_argument("--json", action="store_true", help="machine-readable: what became of each")


def run(arguments: argparse.Namespace) -> int:
    outcomes: list[Outcome] = []
    for outcome in _outcomes(arguments):
        outcomes.append(outcome)
        if not arguments.json:
            _print_lines(outcome)
    if arguments.json:
        print(json.dumps([_as_json(one) for one in outcomes], ensure_ascii=False, indent=2))
    return int(any(one.fate is Fate.FAILED for one in outcomes))


def _outcomes(arguments: argparse.Namespace) -> Iterator[Outcome]:
    """What becomes of each input, and of each file in those that are folders."""
    from pressmark.importers.confined import Confined

    dossier, answers, given = Dossier(arguments.to), _answers(arguments), map(_given, arguments.inputs)
    with ExitStack() as closing:
        confined = Confined()
        closing.callback(confined.close)
        index = index_of(dossier.folder, closing) if dossier.folder.is_dir() else None
        neighbours = Neighbours(index, dossier.folder, [])
        intake = Intake(
            confined.read_all,
            dossier,
            neighbours.twin_of,
            neighbours.took,
            lambda _: answers,
            lambda: arguments.now,
        )
        for outcome in intake.take(given, lambda _: None, twins_too=arguments.again):
            yield _taken_over(outcome, dossier)


def _given(one: str) -> Given:
    is_address = one.casefold().startswith(("http://", "https://"))
    return Given(address=one) if is_address else Given(path=Path(one))


def _answers(arguments: argparse.Namespace) -> "Answers":
    from pressmark.importers.questions import Answers

    return Answers(arguments.encoding, dict(arguments.column), arguments.split)


def _column(typed: str) -> tuple[str, str]:
    field, column = pair(typed)
    if field not in FIELDS:
        raise argparse.ArgumentTypeError(f"there is no field “{field}”, only {', '.join(FIELDS)}")
    return field, column


def _taken_over(outcome: Outcome, dossier: Dossier) -> Outcome:
    """An article of ours that lies elsewhere comes with its original; one of this dossier is there."""
    loaded, given = outcome.loaded, outcome.given.path
    if loaded is None or loaded.path is None or given is None or loaded.path != given:
        return outcome
    try:
        if given.resolve().parent == dossier.folder.resolve():
            raise CannotDo("it is an article of this dossier already")
        path, held = dossier.add(loaded.doc, original_of(loaded.doc, given))
    except (CannotWrite, CannotDo) as error:
        return replace(outcome, loaded=None, why=str(error))
    return replace(outcome, loaded=Loaded(loaded.doc, path, None, loaded.warnings, loaded.read_only, held))


def _print_lines(outcome: Outcome) -> None:
    given = outcome.given.path or outcome.given.address
    if outcome.fate is Fate.FAILED:
        fail(given, f"{outcome.why}{_separated(_hint(outcome.question))}")
        return
    if outcome.loaded:
        print(outcome.loaded.path)
    for sentence in filter(None, (*outcome.told.splitlines(), _hint(outcome.question))):
        fail(given, f"note: {sentence}")


def _hint(question: "Question | None") -> str:
    """How to answer on the command line what was not sure."""
    from pressmark.importers.questions import WhetherToSplit, WhichColumns, WhichEncoding

    match question:
        case WhichEncoding(choices):
            likely = ", ".join(name for name, _ in choices[:4])
            return f"Say with --encoding how it is written ({likely})." if likely else ""
        case WhichColumns(header):
            return f"Say with --column, as text={header[-1]}, what is in which: {', '.join(header)}."
        case WhetherToSplit():
            return "Take it apart with --split."
    return ""


def _separated(hint: str) -> str:
    return f". {hint}" if hint else ""


def _as_json(outcome: Outcome) -> dict[str, Any]:
    loaded, twin = outcome.loaded, outcome.twin
    return {
        "input": str(outcome.given.path or outcome.given.address),
        "fate": outcome.fate.value,
        "file": str(loaded.path) if loaded else None,
        "headline": loaded.doc.headline if loaded else None,
        "notes": list(loaded.warnings) if loaded else [],
        "like": {"file": str(twin.path) if twin.path else None, "how": twin.how} if twin else None,
        "question": _hint(outcome.question) or None,
        "failed": outcome.why if outcome.fate is Fate.FAILED else None,
    }
