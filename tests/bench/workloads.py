"""Articles made for measuring, the same on every run.

S has 600 words and 40 annotations, M 20,000 and 2,000, L 200,000 and 20,000, D (dense) 20,000 and 20,000; the
corpus is many of the size of S. Of twenty labels; 45 % of the annotations are of a name or a word, 30 % of a
phrase, 17 % of a sentence, 5 % lie across the one before, 3 % go on in another paragraph. Two of three quotes
and pledges are tied to an actor.
"""

import random
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

import words as w

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.brief import LineStyle
from pressmark.labels import STANDARD_CODEBOOK, Codebook, Label
from pressmark.palette import SWATCHES

SIZES = {"S": (600, 40), "M": (20_000, 2_000), "L": (200_000, 20_000), "D": (20_000, 20_000)}
"""Words and annotations of each."""


def codebook() -> Codebook:
    """The four labels that ship, and sixteen of an analyst."""
    styles = zip(cycle(SWATCHES), cycle(LineStyle), strict=False)
    more = (
        Label(f"theme{number}", title, colour, line, "", f"t{number}x")
        for number, (title, (colour, line)) in enumerate(zip(w.THEMES, styles, strict=False))
    )
    return Codebook((*STANDARD_CODEBOOK.labels, *more))


def workload(name: str) -> AnnotatedArticle:
    """S, M, L or D."""
    return made(f"workload {name}", *SIZES[name])


def corpus(count: int) -> Iterator[AnnotatedArticle]:
    """So many articles of the size of S."""
    return (made(f"article {number}", *SIZES["S"]) for number in range(1, count + 1))


def made(name: str, words: int, annotations: int) -> AnnotatedArticle:
    """An article of at least so many words, with exactly so many annotations."""
    chance = random.Random(name)
    text = _Text(chance)
    while text.words < words:
        text.add_paragraph()
    article = Article.of((BlockKind.PARAGRAPH, one) for one in text.paragraphs)
    labels = codebook()
    return AnnotatedArticle(
        article,
        SourceRecord(headline=name.capitalize(), outlet="Coastal Gazette", published="2026-11-14"),
        codebook=labels,
        annotations=_annotations(chance, labels, _spans(chance, article, text, annotations)),
    )


@dataclass
class _Text:
    """What is written so far; `sentences` are places in the paragraphs joined by line feeds."""

    chance: random.Random
    paragraphs: list[str] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    words: int = 0
    length: int = 0

    def add_paragraph(self) -> None:
        said = [w.sentence(self.chance) for _ in range(self.chance.randint(2, 5))]
        at = self.length
        for one in said:
            self.sentences.append(Span(at, at + len(one)))
            at += len(one) + 1
        self.length = at
        self.paragraphs.append(" ".join(said))
        self.words += sum(len(one.split()) for one in said)


def _spans(chance: random.Random, article: Article, text: _Text, count: int) -> list[Span]:
    """Different ones, in the order of the text."""
    starts, ends = _word_edges(article.text)
    found: dict[Span, None] = {}
    last = text.sentences[0]
    while len(found) < count:
        kind = chance.random()
        first = chance.randrange(len(starts))
        if kind < 0.75:
            more = chance.randint(0, 1) if kind < 0.45 else chance.randint(2, 8)
            last = Span(starts[first], ends[min(first + more, len(ends) - 1)])
        elif kind < 0.92:
            last = chance.choice(text.sentences)
        elif kind < 0.97:
            first = max(0, bisect_right(starts, (last.start + last.end) // 2) - 1)
            last = Span(starts[first], ends[min(first + chance.randint(1, 9), len(ends) - 1)])
        else:
            last = _across_paragraphs(chance, article)
        found[last] = None
    return sorted(found)


def _across_paragraphs(chance: random.Random, article: Article) -> Span:
    blocks = article.blocks
    first = chance.randrange(len(blocks) - 1)
    last = min(first + chance.randint(1, 3), len(blocks) - 1)
    one, other = blocks[first], blocks[last]
    return Span((one.start + one.end) // 2, other.start + (other.end - other.start) // 3)


def _word_edges(text: str) -> tuple[list[int], list[int]]:
    starts, ends, at = [], [], 0
    for word in text.split():
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    return starts, ends


def _annotations(chance: random.Random, labels: Codebook, spans: list[Span]) -> Iterator[Annotation]:
    numbers: dict[str, int] = {}
    actor = ""
    for span in spans:
        label = chance.choice(labels.labels)
        number = numbers[label.name] = numbers.get(label.name, 0) + 1
        role = label.roles[0].name if label.roles and actor and chance.random() < 0.67 else ""
        key = f"{label.prefix}{number}"
        yield Annotation(key, label.name, (span,), {}, (Link(role, actor),) if role else ())
        actor = key if label.name == "actor" else actor
