"""`edit FILE`: the source record, and the words of the brief."""

import argparse
from dataclasses import replace
from functools import partial
from pathlib import Path

from desktop.command_line.verb import change_file
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
    return change_file(arguments.file, partial(_edit, arguments))


def _edit(arguments: argparse.Namespace, doc: AnnotatedArticle) -> str:
    source, words = (
        {field: value for field in fields.values() if (value := getattr(arguments, field)) is not None}
        for fields in (_SOURCE, _WORDS)
    )
    stated = tuple(field for field in doc.source.guessed if field not in source)
    doc.apply(changes.set_source(doc, replace(doc.source, **source, guessed=stated)))
    doc.apply(changes.set_words(doc, replace(doc.words, **words)))
    return ""
