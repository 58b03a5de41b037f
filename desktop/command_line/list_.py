"""`list FILE…`: annotations, one a line, or as JSON with stable keys."""

import argparse
import json
from pathlib import Path
from typing import Any

from desktop.command_line.verb import fail
from pressmark import facts
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.storage.articles import open_article
from pressmark.storage.read_xml import CannotRead


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--label", metavar="L", help="only annotations of this label")
    parser.add_argument("--json", action="store_true", help="machine-readable, offsets in code points")


def run(arguments: argparse.Namespace) -> int:
    failed = False
    listed: list[dict[str, Any]] = []
    for path in arguments.files:
        try:
            doc = open_article(path).doc
        except CannotRead as error:
            fail(path, error)
            failed = True
            continue
        for one in doc.markup.in_text_order():
            if arguments.label in (None, one.label):
                listed.append(_as_json(path, doc, one))
    if arguments.json:
        print(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        for row in listed:
            ties = "".join(f"  {tie['role']}→{tie['to']}" for tie in row["links"])
            print(f"{row['id']}\t{row['label']}\t{facts.ELLIPSIS.join(row['words'])}{ties}")
    return int(failed)


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
