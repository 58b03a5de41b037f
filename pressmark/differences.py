"""What two states of one article differ in, in words for its analyst."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import SourceRecord
from pressmark.facts import words_of
from pressmark.filing import Filing
from pressmark.words import BriefWords

_PARTS = (
    ("label", "label"),
    ("spans", "place"),
    ("lost", "place"),
    ("attributes", "values"),
    ("links", "links"),
    ("note", "note"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """`kind` is “added”, “removed” or “changed”; `id` is empty for what is not an annotation.

    `what` is a label's title or what else there is one of; `parts` are what differs in it.
    """

    kind: str
    id: str
    what: str
    words: str = ""
    parts: tuple[str, ...] = ()


def differences(then: AnnotatedArticle, now: AnnotatedArticle) -> list[Difference]:
    """Of annotations in text order, then of what else an article has."""
    return [*_of_annotations(then, now), *_of_the_rest(then, now)]


def _of_annotations(then: AnnotatedArticle, now: AnnotatedArticle) -> Iterator[Difference]:
    for one in now.markup.in_text_order():
        before = then.markup.get(one.id)
        if before is None:
            yield _difference("added", now, one)
        elif before != one:
            parts = [name for part, name in _PARTS if getattr(before, part) != getattr(one, part)]
            if parts:  # else it is only by whom and when
                yield _difference("changed", now, one, *dict.fromkeys(parts))
    for one in then.markup.in_text_order():
        if one.id not in now.markup:
            yield _difference("removed", then, one)


def _difference(kind: str, doc: AnnotatedArticle, one: Annotation, *parts: str) -> Difference:
    title = doc.codebook.style_of(one.label).title
    return Difference(kind, one.id, title, words_of(doc, one), parts)


def _of_the_rest(then: AnnotatedArticle, now: AnnotatedArticle) -> Iterator[Difference]:
    if then.article.text != now.article.text:
        yield Difference("changed", "", "Text")
    yield from _of_record("Source", then.source, now.source)
    yield from _of_record("Words of the brief", then.words, now.words)
    yield from _of_record("Filing", then.filing, now.filing)
    if then.codebook != now.codebook:
        yield Difference("changed", "", "Codebook")
    for key in sorted({*then.entities, *now.entities}):
        before, after = then.entities.get(key), now.entities.get(key)
        one = after or before
        if one is not None and before != after:
            kind = "added" if before is None else "removed" if after is None else "changed"
            yield Difference(kind, "", "Entity", one.name)


def _of_record(
    what: str, then: SourceRecord | BriefWords | Filing, now: SourceRecord | BriefWords | Filing
) -> Iterator[Difference]:
    names = [one.name for one in fields(then) if getattr(then, one.name) != getattr(now, one.name)]
    if names:
        yield Difference("changed", "", what, parts=tuple(name.replace("_", " ") for name in names))
