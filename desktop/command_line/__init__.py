"""The other door to the same rooms: verbs that need no display and import no Qt.

Exit codes: 0 all done, 1 some inputs failed (the rest are done; each failure is one line on stderr), 2 wrong
usage.
"""

import argparse
from collections.abc import Sequence

from desktop.command_line import annotate, check, delete, edit, export, import_, list_, set_
from desktop.command_line.verb import Verb

_VERBS = (
    Verb(
        "import", "read files, folders and web addresses into a dossier", import_.add_arguments, import_.run
    ),
    Verb("annotate", "label words of an article", annotate.add_arguments, annotate.run),
    Verb("set", "set attributes, links or the note of an annotation", set_.add_arguments, set_.run),
    Verb("delete", "delete annotations", delete.add_arguments, delete.run),
    Verb("edit", "edit the source record and the words of the brief", edit.add_arguments, edit.run),
    Verb("check", "say what is missing or wrong", check.add_arguments, check.run),
    Verb("list", "list annotations", list_.add_arguments, list_.run),
    Verb(
        "export",
        "write the brief as Word, PDF, HTML, Markdown, Excel or CSV",
        export.add_arguments,
        export.run,
    ),
)

VERBS = frozenset(verb.name for verb in _VERBS)


def run(argv: Sequence[str]) -> int:
    """Does what the arguments say; answers with the exit code."""
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said what is wrong, or shown the help
        return int(stop.code or 0)
    return int(arguments.run(arguments))


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="pressmark",
        description="Mark up news articles and write sourced briefings. Without a verb, opens the window.",
    )
    verbs = whole.add_subparsers(required=True, metavar="VERB")
    for verb in _VERBS:
        one = verbs.add_parser(verb.name, help=verb.help, description=verb.help.capitalize() + ".")
        verb.add_arguments(one)
        one.set_defaults(run=verb.run)
    return whole
