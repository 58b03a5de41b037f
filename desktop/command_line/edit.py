"""`edit FILE`: the source record, and the words of the brief."""

import argparse
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from desktop.command_line.verb import WRONG_USAGE, change_file, fail
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle

_SOURCE = {
    "headline": "headline",
    "outlet": "outlet",
    "author": "author",
    "published": "published",
    "language": "language",
    "url": "url",
}
_WORDS = {
    "title": "title",
    "for": "addressee",
    "from": "sender",
    "date": "date",
    "caveat": "caveat",
    "bottom-line": "bottom_line",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    source = parser.add_argument_group("source record")
    words = parser.add_argument_group("words of the brief")
    for group, options in ((source, _SOURCE), (words, _WORDS)):
        for option, field in options.items():
            group.add_argument(f"--{option}", dest=field, metavar="TEXT")


def run(arguments: argparse.Namespace) -> int:
    source, words = (_typed(arguments, options) for options in (_SOURCE, _WORDS))
    if not source and not words:
        fail("edit", f"nothing to edit in {arguments.file}: name a field, such as --headline TEXT")
        return WRONG_USAGE
    return change_file(arguments.file, partial(_edit, source, words))


def _typed(arguments: argparse.Namespace, options: dict[str, str]) -> dict[str, str]:
    """The fields that were named, with what they are to hold."""
    values = {field: getattr(arguments, field) for field in options.values()}
    return {field: value.strip() for field, value in values.items() if value is not None}


def _edit(source: dict[str, Any], words: dict[str, Any], doc: AnnotatedArticle) -> str:
    guessed = tuple(field for field in doc.source.guessed if field not in source)
    doc.apply(changes.set_source(doc, replace(doc.source, **source, guessed=guessed)))
    doc.apply(changes.set_words(doc, replace(doc.words, **words)))
    return ""
