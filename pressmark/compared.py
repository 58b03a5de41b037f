"""Articles and annotations as they are, each with the same one as it was in an earlier brief."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.facts import words_of
from pressmark.folding import fold

_Thing = TypeVar("_Thing")
_Marks = Sequence[Callable[[_Thing], Hashable]]


def same_articles(
    now: Sequence[AnnotatedArticle], then: Sequence[AnnotatedArticle]
) -> list[AnnotatedArticle | None]:
    """For each article the one of `then` with its original, else its address, else its very text.

    The text comes last: wire copy is word for word the same in the articles of several outlets.
    """
    return _paired(
        now,
        then,
        (
            lambda doc: doc.source.original_sha256,
            lambda doc: doc.source.url,
            lambda doc: doc.article.sha256,
        ),
    )


def same_annotations(
    now: AnnotatedArticle, then: AnnotatedArticle, labels: Iterable[str]
) -> dict[str, Annotation | None]:
    """For the id of each annotation of these labels, in text order, the same one as it was.

    It has the same id and words, else the words (somebody has marked the article anew), else the id.
    """
    wanted = frozenset(labels)
    here, there = (
        [(one, spoken(doc, one)) for one in doc.markup.in_text_order() if one.label in wanted]
        for doc in (now, then)
    )
    pairs = _paired(
        here,
        there,
        (
            lambda held: (held[0].id, held[0].label, held[1]),
            lambda held: held[1] and (held[0].label, held[1]),
            lambda held: (held[0].id, held[0].label),
        ),
    )
    return {one.id: was and was[0] for (one, _), was in zip(here, pairs, strict=True)}


def spoken(doc: AnnotatedArticle, one: Annotation) -> str:
    """Its words without what a new capture may alter: letter case, kinds of quotation marks."""
    return fold(words_of(doc, one)).text


def _paired(now: Sequence[_Thing], then: Sequence[_Thing], marks: _Marks[_Thing]) -> list[_Thing | None]:
    """For each thing the first of `then` that nothing has yet, by the first mark, then by the next."""
    found: list[_Thing | None] = [None] * len(now)
    left = dict(enumerate(then))
    for mark in marks:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for place, thing in left.items():
            waiting[mark(thing)].append(place)
        for number, thing in enumerate(now):
            if found[number] is None and (value := mark(thing)) and waiting[value]:
                found[number] = left.pop(waiting[value].popleft())
    return found
