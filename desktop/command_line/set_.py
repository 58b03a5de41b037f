"""`set FILE ID`: sets attributes, links and the note of an annotation that is there."""

import argparse
from functools import partial
from pathlib import Path

from desktop.command_line.verb import CannotDo, add_author, apply_all, change_file, hand, pair
from pressmark import changes, linking
from pressmark.annotated_article import AnnotatedArticle


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("id", metavar="ID")
    add_values(parser)
    add_author(parser)


def add_values(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--set", type=pair, action="append", default=[], metavar="KEY=VALUE", help="an attribute"
    )
    parser.add_argument(
        "--link",
        type=pair,
        action="append",
        default=[],
        metavar="ROLE=ID-or-TEXT",
        help="a link to an annotation or to words",
    )
    parser.add_argument("--note", metavar="TEXT")


def run(arguments: argparse.Namespace) -> int:
    return change_file(arguments.file, partial(_set, arguments))


def set_values(doc: AnnotatedArticle, key: str, arguments: argparse.Namespace) -> None:
    """Everything that --set, --link and --note say of one annotation."""
    who = hand(arguments)
    for name, value in arguments.set:
        apply_all(doc, partial(changes.set_value, doc, key, name, value, who))
    for role, target in arguments.link:
        apply_all(doc, partial(linking.link_to_text, doc, key, role, target, who))
    if arguments.note is not None:
        apply_all(doc, partial(changes.set_note, doc, key, arguments.note, who))


def _set(arguments: argparse.Namespace, doc: AnnotatedArticle) -> str:
    if arguments.id not in doc.markup:
        raise CannotDo(f"there is no annotation {arguments.id}")
    set_values(doc, arguments.id, arguments)
    return ""
