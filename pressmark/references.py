"""References to annotations in the analyst's own sentences: “[p1]”, “[2:q3]” in the second article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressmark.annotated_article import AnnotatedArticle

_REFERENCE = re.compile(r"\s?\[(?:(\d{1,6}):)?([a-z]{1,12}\d{1,9})\]")


@dataclass(frozen=True, slots=True)
class Reference:
    """Where it stands in the text, and what it means: an article by its place, an id; -1 for nothing."""

    start: int
    end: int
    typed: str
    article: int
    key: str


def references(docs: Sequence[AnnotatedArticle], text: str) -> Iterator[Reference]:
    """In order. Without a number the only article that has such an id is meant."""
    for match in _REFERENCE.finditer(text):
        number, key = match.groups()
        found = [
            place for place, doc in enumerate(docs) if key in doc.markup and number in (None, str(place + 1))
        ]
        article = found[0] if len(found) == 1 else -1
        yield Reference(match.start(), match.end(), match[0].strip(), article, key)
