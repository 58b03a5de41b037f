"""`annotate FILE LABEL TEXT…`: labels words of an article; several TEXTs are pieces of one annotation."""

import argparse
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from desktop.command_line.set_ import add_values, set_values
from desktop.command_line.verb import CannotDo, add_author, change_file, hand
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Span


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("label", metavar="LABEL")
    parser.add_argument("texts", nargs="+", metavar="TEXT", help="exact words of the article")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--nth", type=int, metavar="N", help="the N-th place where the words stand, from 1")
    which.add_argument("--all", action="store_true", help="every place where the words stand")
    add_values(parser)
    add_author(parser)


def run(arguments: argparse.Namespace) -> int:
    return change_file(arguments.file, partial(_annotate, arguments))


def _annotate(arguments: argparse.Namespace, doc: AnnotatedArticle) -> str:
    keys = []
    for spans in _places(doc.article.text, arguments):
        change, key = changes.annotate(doc, arguments.label, spans, hand(arguments))
        doc.apply(change)
        set_values(doc, key, arguments)
        keys.append(key)
    return "\n".join(keys)


def _places(text: str, arguments: argparse.Namespace) -> list[tuple[Span, ...]]:
    """The pieces of each annotation to make. Raises CannotDo where words do not stand in the text."""
    first = _all_places(text, arguments.texts[0])
    if arguments.all:
        if len(arguments.texts) > 1:
            raise CannotDo("--all takes one TEXT")
        return [(span,) for span in first]
    if arguments.nth is None and len(first) > 1:
        raise CannotDo(f"“{arguments.texts[0]}” stands there {len(first)} times: add --nth N or --all")
    nth = arguments.nth or 1
    if not 1 <= nth <= len(first):
        raise CannotDo(f"“{arguments.texts[0]}” stands there {len(first)} times, so there is no {nth}th")
    pieces = [first[nth - 1]]
    for words in arguments.texts[1:]:
        later = [span for span in _all_places(text, words) if span.start >= pieces[-1].end]
        if not later:
            raise CannotDo(f"“{words}” does not stand after “{text[pieces[-1].start : pieces[-1].end]}”")
        pieces.append(later[0])
    return [tuple(pieces)]


def _all_places(text: str, words: str) -> list[Span]:
    found = []
    start = text.find(words) if words else -1
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + len(words))
    if not found:
        raise CannotDo(f"“{words}” does not stand in the text{_similar(text, words)}")
    return found


def _similar(text: str, words: str) -> str:
    """The nearest words of the same number that the text has."""
    tokens = text.split()
    count = max(1, len(words.split()))
    candidates = {" ".join(tokens[i : i + count]) for i in range(max(0, len(tokens) - count + 1))}
    near = get_close_matches(words, candidates, n=1, cutoff=0.7)
    return f"; did you mean “{near[0]}”?" if near else ""
