"""`delete FILE ID…`: deletes annotations and the links that lead to them."""

import argparse
from functools import partial
from pathlib import Path

from desktop.command_line.verb import CannotDo, change_file
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("ids", nargs="+", metavar="ID")


def run(arguments: argparse.Namespace) -> int:
    return change_file(arguments.file, partial(_delete, arguments.ids))


def _delete(ids: list[str], doc: AnnotatedArticle) -> str:
    if missing := [key for key in ids if key not in doc.markup]:
        raise CannotDo(f"there is no annotation {', '.join(missing)}")
    doc.apply(changes.delete(doc, ids))
    return ""
