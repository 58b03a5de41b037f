"""`export FILE|FOLDER… -o OUT`: one brief over all the articles named."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from desktop.command_line.verb import fail
from desktop.exporting import CannotExport, export
from pressmark.compose import ALL_SECTIONS
from pressmark.dossier import Dossier
from pressmark.storage.articles import open_article
from pressmark.storage.read_xml import CannotRead


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", type=Path, metavar="FILE|FOLDER")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help="ends in .docx, .pdf, .html, .md, .xlsx or .csv",
    )
    parser.add_argument(
        "--section",
        action="append",
        choices=ALL_SECTIONS,
        dest="sections",
        metavar="NAME",
        help=f"only these sections (again for more): {', '.join(ALL_SECTIONS)}",
    )


def run(arguments: argparse.Namespace) -> int:
    failed, docs = False, []
    for path in _each(arguments.inputs):
        try:
            opened = open_article(path)
        except CannotRead as error:
            fail(path, error)
            failed = True
            continue
        for warning in opened.warnings:
            fail(path, f"note: {warning}")
        docs.append(opened.doc)
    if not docs:
        fail(arguments.output, "there is no article to write about")
        return 1
    try:
        sections = arguments.sections or ALL_SECTIONS
        export(docs, arguments.output, sections=sections, now=datetime.now().astimezone())
    except CannotExport as error:
        fail(arguments.output, error)
        return 1
    print(arguments.output)
    return int(failed)


def _each(inputs: list[Path]) -> Iterator[Path]:
    for path in inputs:
        if path.is_dir():
            yield from Dossier(path).articles()
        else:
            yield path
