"""`export FILE|FOLDER… -o OUT`: one brief over all the articles named."""

import argparse
from pathlib import Path

import exporters
from desktop.command_line.verb import WRONG_USAGE, fail, opened
from desktop.exporting import CannotExport, export
from pressmark.compose import ALL_SECTIONS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", type=Path, metavar="FILE|FOLDER")
    endings = ", ".join(form.suffix for form in exporters.FORMATS)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=f"ends in one of {endings}"
    )
    parser.add_argument(
        "--section",
        action="append",
        choices=ALL_SECTIONS,
        dest="sections",
        metavar="NAME",
        help=f"only these sections (again for more): {', '.join(ALL_SECTIONS)}",
    )
    parser.add_argument(
        "--label",
        action="append",
        default=[],
        dest="labels",
        metavar="NAME",
        help="in tables (.xlsx, .csv), only annotations of these labels (again for more)",
    )


def run(arguments: argparse.Namespace) -> int:
    try:
        exporters.format_for(arguments.output)
    except ValueError as error:
        fail(arguments.output, error)
        return WRONG_USAGE
    failed, docs = False, []
    for path, found in opened(arguments.inputs):
        if found is None:
            failed = True
            continue
        for warning in found.warnings:
            fail(path, f"note: {warning}")
        docs.append(found.doc)
    if not docs:
        fail(arguments.output, "there is no article to write about: nothing was written")
        return 1
    try:
        sections = arguments.sections or ALL_SECTIONS
        now = arguments.now.astimezone()
        export(docs, arguments.output, sections=sections, labels=arguments.labels, now=now)
    except CannotExport as error:
        fail(arguments.output, error)
        return 1
    print(arguments.output)
    return int(failed)
