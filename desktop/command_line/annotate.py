"""`annotate FILE LABEL TEXT…`: labels words of an article; several TEXTs are pieces of one annotation."""

import argparse
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from desktop.command_line.set_ import add_values, set_values
from desktop.command_line.verb import CannotDo, add_author, change_file, hand
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Span
from pressmark.linking import find_words
from pressmark.occurrences import label_all

_SIMILAR_ENOUGH = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("label", metavar="LABEL")
    parser.add_argument("texts", nargs="+", metavar="TEXT", help="words of the article, as they stand there")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--nth", type=int, metavar="N", help="the N-th place where the words stand, from 1")
    which.add_argument(
        "--all", action="store_true", help="every place where the words stand and are not so labelled"
    )
    add_values(parser)
    add_author(parser)


def run(arguments: argparse.Namespace) -> int:
    return change_file(arguments.file, partial(_annotate, arguments))


def _annotate(arguments: argparse.Namespace, doc: AnnotatedArticle) -> str:
    if arguments.all:
        return "\n".join(_annotate_all(arguments, doc))
    pieces = _pieces(doc.article.text, arguments)
    change, key = changes.annotate(doc, arguments.label, pieces, hand(arguments))
    doc.apply(change)
    set_values(doc, key, arguments)
    return key


def _annotate_all(arguments: argparse.Namespace, doc: AnnotatedArticle) -> list[str]:
    """Labels every place that is not so labelled yet, so that doing it twice is doing it once."""
    words, *others = arguments.texts
    if others:
        raise CannotDo("--all takes one TEXT")
    change, keys = label_all(doc, arguments.label, _all_places(doc.article.text, words), hand(arguments))
    doc.apply(change)
    for key in keys:
        set_values(doc, key, arguments)
    return keys


def _pieces(text: str, arguments: argparse.Namespace) -> list[Span]:
    """The pieces of the annotation to make. Raises CannotDo where words do not stand in the text."""
    first, *others = arguments.texts
    pieces = [_only(first, _all_places(text, first), arguments.nth)]
    for words in others:
        later = [span for span in _all_places(text, words) if span.start >= pieces[-1].end]
        if not later:
            raise CannotDo(f"“{words}” does not stand after “{text[pieces[-1].start : pieces[-1].end]}”")
        pieces.append(later[0])
    return pieces


def _only(words: str, places: list[Span], nth: int | None) -> Span:
    """The place that is meant: the only one, or the one asked for."""
    if nth is None and len(places) > 1:
        raise CannotDo(
            f"“{words}” stands in {len(places)} places: say which by --nth (1 to {len(places)}), or --all"
        )
    if nth is not None and not 1 <= nth <= len(places):
        count = "one place" if len(places) == 1 else f"{len(places)} places"
        raise CannotDo(f"“{words}” stands in {count}: there is no number {nth}")
    return places[(nth or 1) - 1]


def _all_places(text: str, words: str) -> list[Span]:
    found = find_words(text, words)
    if not found:
        raise CannotDo(f"“{words}” does not stand in the text{_similar(text, words)}")
    return found


def _similar(text: str, words: str) -> str:
    """The nearest words of the same number that the text has."""
    tokens = text.split()
    count = max(1, len(words.split()))
    candidates = {" ".join(tokens[at : at + count]) for at in range(max(0, len(tokens) - count + 1))}
    near = process.extractOne(
        words,
        sorted(candidates),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=_SIMILAR_ENOUGH,
    )
    return f"; did you mean “{near[0]}”?" if near else ""
