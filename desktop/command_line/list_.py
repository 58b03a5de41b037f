"""`list FILE|FOLDER…`: annotations, or articles, one a line, or as JSON with stable keys."""

import argparse
import json
from pathlib import Path
from typing import Any

from desktop.command_line.listed import list_articles
from desktop.command_line.verb import fail, opened
from pressmark import facts
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.attributes import shown


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", type=Path, metavar="FILE|FOLDER")
    parser.add_argument("--label", metavar="L", help="only annotations of this label")
    parser.add_argument("--articles", action="store_true", help="the articles, the newest first")
    parser.add_argument("--json", action="store_true", help="machine-readable, offsets in code points")


def run(arguments: argparse.Namespace) -> int:
    if arguments.articles:
        return list_articles(arguments.inputs, arguments.label, arguments.json)
    failed = False
    listed: list[tuple[Path, AnnotatedArticle, Annotation]] = []
    for path, found in opened(arguments.inputs):
        if found is None:
            failed = True
            continue
        for warning in found.warnings:
            fail(path, f"note: {warning}")
        wanted = (one for one in found.doc.markup.in_text_order() if arguments.label in (None, one.label))
        listed += [(path, found.doc, one) for one in wanted]
    if arguments.json:
        print(json.dumps([_as_json(*one) for one in listed], ensure_ascii=False, indent=2))
    else:
        _print_lines(listed)
    return int(failed)


def _print_lines(listed: list[tuple[Path, AnnotatedArticle, Annotation]]) -> None:
    """Id, label, words and values between tabs; before them the file, where there are several."""
    several = len({path for path, _, _ in listed}) > 1
    for path, doc, one in listed:
        fields = [one.id, one.label, facts.words_of(doc, one), _values(doc, one)]
        print("\t".join([str(path), *fields] if several else fields).rstrip())


def _values(doc: AnnotatedArticle, one: Annotation) -> str:
    label = doc.codebook.style_of(one.label)
    entity = label.entity_attribute.name if label.entity_attribute else ""
    said = []
    for name, value in one.attributes.items():
        definition = label.attribute(name)
        known = doc.entities.get(value) if name == entity else None
        said.append(f"{name}={known.name if known else shown(definition, value) if definition else value}")
    said += [f"{tie.role}→{tie.target}" for tie in one.links]
    return ", ".join(said)


def _as_json(path: Path, doc: AnnotatedArticle, one: Annotation) -> dict[str, Any]:
    return {
        "file": str(path),
        "id": one.id,
        "label": one.label,
        "words": list(one.words(doc.article)),
        "spans": [[span.start, span.end] for span in one.spans],
        "lost": [quote.exact for quote in one.lost],
        "name": facts.name_of(doc, one),
        "attributes": dict(sorted(one.attributes.items())),
        "links": [{"role": tie.role, "to": tie.target} for tie in sorted(one.links)],
        "note": one.note,
        "by": one.author,
        "created": one.created,
        "paragraph": doc.article.paragraph_number_at(one.start) if one.spans else None,
    }
