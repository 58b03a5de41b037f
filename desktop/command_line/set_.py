"""`set FILE ID`: sets attributes, links and the note of an annotation that is there."""

import argparse
from functools import partial
from pathlib import Path

from desktop.command_line.verb import WRONG_USAGE, CannotDo, add_author, change_file, fail, hand, pair
from pressmark import changes, linking
from pressmark.annotated_article import AnnotatedArticle
from pressmark.changes import Hand
from pressmark.labels import AttributeKind


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("id", metavar="ID")
    add_values(parser)
    add_author(parser)


def add_values(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--set",
        type=pair,
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="an attribute; an empty VALUE clears it",
    )
    parser.add_argument(
        "--link",
        type=pair,
        action="append",
        default=[],
        metavar="ROLE=ID-or-TEXT",
        help="a link to an annotation, to who goes by a name, or to words; empty unlinks",
    )
    parser.add_argument("--note", metavar="TEXT", help="a note; an empty one is removed")


def run(arguments: argparse.Namespace) -> int:
    if not (arguments.set or arguments.link or arguments.note is not None):
        fail("set", f"nothing to set of {arguments.id}: name --set, --link or --note")
        return WRONG_USAGE
    return change_file(arguments.file, partial(_set, arguments))


def set_values(doc: AnnotatedArticle, key: str, arguments: argparse.Namespace) -> None:
    """Everything that --set, --link and --note say of one annotation."""
    who = hand(arguments)
    label = doc.codebook.style_of(doc.markup[key].label)

    def names_entity(value: tuple[str, str]) -> bool:
        definition = label.attribute(value[0])
        return definition is not None and definition.kind is AttributeKind.ENTITY

    for name, value in sorted(arguments.set, key=names_entity):  # a new entity takes the kind set before
        doc.apply(changes.set_value(doc, key, name, value, who))
    for role, target in arguments.link:
        if target.strip():
            doc.apply(linking.link_to_text(doc, key, role, target, who))
        else:
            _unlink(doc, key, role, who)
    if arguments.note is not None:
        doc.apply(changes.set_note(doc, key, arguments.note, who))


def _unlink(doc: AnnotatedArticle, key: str, role: str, who: Hand) -> None:
    ties = [tie for tie in doc.markup[key].links if tie.role == role]
    if not ties:
        raise CannotDo(f"{key} has no link in the role “{role}”")
    for tie in ties:
        doc.apply(changes.unlink(doc, key, tie, who))


def _set(arguments: argparse.Namespace, doc: AnnotatedArticle) -> str:
    if arguments.id not in doc.markup:
        raise CannotDo(f"there is no annotation {arguments.id}")
    set_values(doc, arguments.id, arguments)
    return ""
