"""`search FILE|FOLDER… QUERY`: where words stand, one line a hit, or as JSON with stable keys.

A folder is searched by the query language of the window, a file by its words as they are typed; so is a
folder where it is said how the words are to be compared.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from desktop.command_line.indexed import asked, is_dossier, told_unreadable
from desktop.command_line.verb import WRONG_USAGE, fail, opened
from pressmark.annotated_article import AnnotatedArticle
from pressmark.finding import Match, Query, QueryNotUnderstood, pattern
from pressmark.occurrences import Occurrence, occurrences
from pressmark.searching.fields import FIELDS
from pressmark.searching.parsing import Asked, understood
from pressmark.storage.index import Hit, Index


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    examples = "  ".join(field.example for field in FIELDS.values())
    parser.epilog = _wrapped(
        "In a folder, all words must occur; the last may be the beginning of one. “Words in quotation marks” "
        "stand in a row; -word must not occur; OR and parentheses join. By what is known of articles and "
        f"annotations: {examples}"
    )
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
    plain = bool(arguments.how or arguments.whole_words)
    folders = [] if plain else [path for path in arguments.inputs if is_dossier(path)]
    try:
        _check(query)
        wanted = understood(arguments.query, typing=True) if folders else Asked(None)
    except QueryNotUnderstood as error:
        fail("search", error)
        return WRONG_USAGE
    failed = False
    hits: list[dict[str, Any]] = []
    for path in arguments.inputs:
        here, all_read = _in_folder(path, wanted) if path in folders else _in_files(path, query)
        failed = failed or not all_read
        if arguments.json:
            hits += here
        else:
            _print_lines(here)
    if arguments.json:
        print(json.dumps(hits, ensure_ascii=False, indent=2))
    return int(failed)


def _check(query: Query) -> None:
    if not query.words.strip():
        raise QueryNotUnderstood("The query is empty.")
    if query.how is Match.REGEX:
        pattern(query)


def _in_folder(folder: Path, wanted: Asked) -> tuple[list[dict[str, Any]], bool]:
    """The hits file by file, and whether all files could be read."""

    def ask(index: Index) -> tuple[list[dict[str, Any]], bool]:
        found = index.search(wanted, most=None, places=None).hits
        in_order = sorted(found, key=lambda one: one.file)  # as a text has them, as they were found
        return [_found(folder, one) for one in in_order], not told_unreadable(folder, index)

    return asked(folder, ask) or ([], False)


def _found(folder: Path, hit: Hit) -> dict[str, Any]:
    return {
        "file": str(folder / hit.file),
        "paragraph": hit.paragraph or None,
        "span": [hit.span.start, hit.span.end] if hit.span else None,
        "words": hit.words,
        "before": hit.before,
        "after": hit.after,
        "annotation": hit.annotation,
        "label": hit.label,
        "headline": hit.headline,
        "outlet": hit.outlet,
        "published": hit.published,
    }


def _in_files(path: Path, query: Query) -> tuple[list[dict[str, Any]], bool]:
    hits: list[dict[str, Any]] = []
    all_read = True
    for file, found in opened([path]):
        here = _hits(file, found.doc, query) if found else None
        all_read = all_read and here is not None
        hits += here or []
    return hits, all_read


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
    """File, paragraph, the annotation's id where it is one, and the words, else the headline."""
    for hit in hits:
        words = " ".join(f"{hit['before']}{hit['words']}{hit['after']}".split())
        key = f" {hit['annotation']}:" if hit.get("annotation") else ""
        place = f":¶{hit['paragraph']}:" if hit["paragraph"] else ":"
        whole = hit.get("headline", "") if hit["span"] is None and not key else words
        print(f"{hit['file']}{place}{key} {whole}")


def _wrapped(text: str) -> str:
    import textwrap

    return textwrap.fill(text, 100, break_on_hyphens=False)
