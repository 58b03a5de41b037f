"""`export FILE|FOLDER… -o OUT`: one brief over all the articles named."""

import argparse
from pathlib import Path

import exporters
from desktop.command_line.verb import WRONG_USAGE, fail, opened
from desktop.earlier_brief import articles_of
from desktop.exporting import CannotExport, export
from pressmark.compose import ALL_SECTIONS, EVERYTHING
from pressmark.storage.read_xml import CannotRead
from pressmark.template_store import TemplateStore, UnknownTemplate
from pressmark.templates import Template, TemplateNotUnderstood


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", type=Path, metavar="FILE|FOLDER")
    endings = ", ".join(form.suffix for form in exporters.FORMATS)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=f"ends in one of {endings}"
    )
    parser.add_argument(
        "--template", default="", metavar="NAME|FILE", help="a template by its name, or its .toml file"
    )
    parser.add_argument(
        "--earlier",
        type=Path,
        metavar="BRIEF",
        help="the last brief (.docx or .pdf), to say what has changed since",
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
        help="in tables (.xlsx, .csv, .json), only annotations of these labels (again for more)",
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
        if found.doc.filing.archived and path not in arguments.inputs:
            fail(path, "note: it is archived, and left out. Name the file itself to have it in the brief")
        else:
            docs.append(found.doc)
    if not docs:
        fail(arguments.output, "there is no article to write about: nothing was written")
        return 1
    try:
        template = _template(arguments)
        earlier = articles_of(arguments.earlier) if arguments.earlier else ()
        now = arguments.now.astimezone()
        export(docs, arguments.output, template=template, earlier=earlier, labels=arguments.labels, now=now)
    except (UnknownTemplate, TemplateNotUnderstood) as error:
        fail(arguments.output, error)
        return WRONG_USAGE
    except CannotRead as error:
        fail(arguments.earlier, error)
        return 1
    except CannotExport as error:
        fail(arguments.output, error)
        return 1
    print(arguments.output)
    return int(failed)


def _template(arguments: argparse.Namespace) -> Template:
    """The template named, else everything; of it only the sections named, where some are."""
    store = TemplateStore.of_user()
    template = store.find(arguments.template) if arguments.template else EVERYTHING
    return template.with_sections(arguments.sections) if arguments.sections else template
