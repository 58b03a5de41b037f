"""What the verbs share: how an article's file is changed, how files are read, how failures are told."""

import argparse
import getpass
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand
from pressmark.dossier import Dossier
from pressmark.markup import ChangeDoesNotFit
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.read_xml import CannotRead, Opened
from pressmark.storage.safe_write import CannotWrite

WRONG_USAGE = 2


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
    return Hand(arguments.by or login(), arguments.now.isoformat(timespec="seconds"))


def login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may have no name for its user
        return "analyst"


def change_file(path: Path, change: Callable[[AnnotatedArticle], str]) -> int:
    """Opens an article, lets `change` alter it, saves it durably and prints what `change` says."""
    try:
        opened = open_article(path)
        if opened.read_only:
            raise CannotDo("it was saved by a newer Pressmark and can only be read")
        for warning in opened.warnings:
            fail(path, f"note: {warning}")
        said = change(opened.doc)
        save_article(opened.doc, path)
    except EXPECTED as error:
        fail(path, error)
        return 1
    if said:
        print(said)
    return 0


def article_files(inputs: Iterable[Path]) -> Iterator[Path]:
    """The files named, dossiers as the articles in them; one without any is named itself, and will fail."""
    for path in inputs:
        yield from (path.is_dir() and Dossier(path).articles()) or [path]


def opened(inputs: Iterable[Path]) -> Iterator[tuple[Path, Opened | None]]:
    """Each article that can be read; None, and a line on stderr, for one that cannot."""
    for path in article_files(inputs):
        try:
            yield path, open_article(path)
        except CannotRead as error:
            fail(path, error)
            yield path, None


def pair(typed: str) -> tuple[str, str]:
    """A `NAME=VALUE` argument apart."""
    name, sign, value = typed.partition("=")
    if not name or not sign:
        raise argparse.ArgumentTypeError(f"“{typed}” must look like NAME=VALUE")
    return name, value
