"""What the verbs share: how one is described, how an article's file is changed, how failures are told."""

import argparse
import getpass
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand
from pressmark.markup import Change, ChangeDoesNotFit
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.read_xml import CannotRead
from pressmark.storage.safe_write import CannotWrite


@dataclass(frozen=True, slots=True)
class Verb:
    """A word of the command line: what it needs, and what it does, answering with an exit code."""

    name: str
    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


class CannotDo(Exception):
    """What was asked cannot be done to this file; the message says why."""


EXPECTED = (CannotDo, CannotRead, CannotWrite, ValueNotUnderstood, ChangeDoesNotFit)
"""What may go wrong with one input while the others go on."""


def fail(what: object, why: object) -> None:
    """One line on stderr: which input, and why."""
    print(f"pressmark: {what}: {' '.join(str(why).split())}", file=sys.stderr)


def add_author(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", metavar="NAME", default="", help="who marks (default: the login name)")


def hand(arguments: argparse.Namespace) -> Hand:
    """Who works here, now."""
    return Hand(arguments.by or login(), now().isoformat(timespec="seconds"))


def login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may have no name for its user
        return "analyst"


def now() -> datetime:
    return datetime.now(UTC)


def change_file(path: Path, change: Callable[[AnnotatedArticle], str]) -> int:
    """Opens an article, lets `change` alter it, saves it durably and prints what `change` says."""
    try:
        opened = open_article(path)
        if opened.read_only:
            raise CannotDo("it was saved by a newer Pressmark and can only be read")
        for warning in opened.warnings:
            fail(path, warning)
        said = change(opened.doc)
        save_article(opened.doc, path)
    except EXPECTED as error:
        fail(path, error)
        return 1
    if said:
        print(said)
    return 0


def pair(typed: str) -> tuple[str, str]:
    """A `NAME=VALUE` argument apart."""
    name, sign, value = typed.partition("=")
    if not name or not sign:
        raise argparse.ArgumentTypeError(f"“{typed}” must look like NAME=VALUE")
    return name, value


def apply_all(doc: AnnotatedArticle, *changes: Callable[[], Change]) -> None:
    """Makes changes one after the other, each worked out on what the one before has left."""
    for change in changes:
        doc.apply(change())
