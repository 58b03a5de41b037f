"""The other door to the same rooms: verbs that need no display and import no Qt.

Exit codes: 0 all done, 1 some inputs failed (the rest are done; each failure is one line on stderr), 2 wrong
usage. A verb is one module and one row of `_VERBS`; only the module of the verb in use is imported.
"""

import io
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


@dataclass(frozen=True, slots=True)
class Verb:
    """A word of the command line, what it does, and the module that has its arguments and its work."""

    name: str
    help: str
    module: str


_VERBS = (
    Verb("import", "read files, folders and web addresses into a dossier", "import_"),
    Verb("annotate", "label words of an article", "annotate"),
    Verb("set", "set attributes, links or the note of an annotation", "set_"),
    Verb("delete", "delete annotations", "delete"),
    Verb("edit", "edit the source record and the words of the brief", "edit"),
    Verb("check", "say what is missing or wrong", "check"),
    Verb("list", "list annotations or articles", "list_"),
    Verb("search", "find words and annotations in articles", "search"),
    Verb("export", "write the brief as Word, PDF, HTML, Markdown, Excel, JSON or CSV", "export"),
)

SAFE = "--safe"
"""Of the window, which takes it before it comes here."""

VERBS = frozenset(verb.name for verb in _VERBS)


def run(argv: Sequence[str], now: datetime | None = None) -> int:
    """Does what the arguments say; answers with the exit code. `now` is the time to write down, in UTC."""
    import argparse  # not for the window, which asks for the names of the verbs alone

    _never_fail_to_print()
    given = argparse.Namespace(now=now or datetime.now(UTC))
    try:
        arguments = parser(argv[0] if argv else "").parse_args(argv, given)
    except SystemExit as stop:  # argparse has said what is wrong, or shown the help
        return int(stop.code or 0)
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has read enough, as `head` does; Python would fail at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def parser(verb_in_use: str) -> "argparse.ArgumentParser":
    """The arguments of the verb in use; of the others, their names and what they do."""
    import argparse

    whole = argparse.ArgumentParser(
        prog="pressmark",
        description="Mark up news articles and write sourced briefings. Without a verb, opens the window.",
    )
    whole.add_argument(
        SAFE,
        action="store_true",
        help="open the window as it came, with nothing in it: for when it will not start",
    )
    verbs = whole.add_subparsers(required=True, metavar="VERB")
    for verb in _VERBS:
        one = verbs.add_parser(verb.name, help=verb.help, description=f"{verb.help.capitalize()}.")
        if verb.name == verb_in_use:
            module = import_module(f"{__name__}.{verb.module}")
            module.add_arguments(one)
            one.set_defaults(run=module.run)
    return whole


def _never_fail_to_print() -> None:
    """What a terminal cannot show is printed as its code instead of ending the work half-way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
