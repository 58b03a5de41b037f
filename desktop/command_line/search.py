"""`search FILE|FOLDER… QUERY`: where words stand, one line a hit, or as JSON with stable keys."""

import argparse
import json
from pathlib import Path
from typing import Any

from desktop.command_line.verb import WRONG_USAGE, fail, opened
from pressmark.annotated_article import AnnotatedArticle
from pressmark.finding import Match, Query, QueryNotUnderstood, pattern
from pressmark.occurrences import Occurrence, occurrences


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", type=Path, metavar="FILE|FOLDER")
    parser.add_argument("query", metavar="QUERY", help="words; neither case, accents nor typography matter")
    how = parser.add_mutually_exclusive_group()
    for match, said in ((Match.EXACT, "the words exactly as typed"), (Match.REGEX, "a regular expression")):
        how.add_argument(f"--{match}", dest="how", action="store_const", const=match, help=said)
    parser.add_argument("--whole-words", action="store_true", help="not inside a longer word")
    parser.add_argument("--json", action="store_true", help="machine-readable, offsets in code points")


def run(arguments: argparse.Namespace) -> int:
    """0 also where nothing is found: only what cannot be searched is a failure."""
    query = Query(arguments.query, arguments.how or Match.FOLDED, arguments.whole_words)
    try:
        _check(query)
    except QueryNotUnderstood as error:
        fail("search", error)
        return WRONG_USAGE
    failed = False
    hits: list[dict[str, Any]] = []
    for path, found in opened(arguments.inputs):
        here = _hits(path, found.doc, query) if found else None
        failed = failed or here is None
        if arguments.json:
            hits += here or []
        else:
            _print_lines(here or [])
    if arguments.json:
        print(json.dumps(hits, ensure_ascii=False, indent=2))
    return int(failed)


def _check(query: Query) -> None:
    if not query.words.strip():
        raise QueryNotUnderstood("The query is empty.")
    if query.how is Match.REGEX:
        pattern(query)


def _hits(path: Path, doc: AnnotatedArticle, query: Query) -> list[dict[str, Any]] | None:
    """None, and a line on stderr, where the search takes too long on this text."""
    try:
        return [_hit(path, doc, one) for one in occurrences(doc, query)]
    except QueryNotUnderstood as error:
        fail(path, error)
        return None


def _hit(path: Path, doc: AnnotatedArticle, one: Occurrence) -> dict[str, Any]:
    return {
        "file": str(path),
        "paragraph": doc.article.paragraph_number_at(one.span.start),
        "span": [one.span.start, one.span.end],
        "words": doc.article.words_at(one.span),
        "before": one.before,
        "after": one.after,
    }


def _print_lines(hits: list[dict[str, Any]]) -> None:
    for hit in hits:
        words = " ".join(f"{hit['before']}{hit['words']}{hit['after']}".split())
        print(f"{hit['file']}:¶{hit['paragraph']}: {words}")
