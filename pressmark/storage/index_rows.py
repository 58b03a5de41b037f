"""What the index holds of an article, as rows of its tables."""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from pressmark import facts
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.dates import FuzzyDate
from pressmark.labels import AttributeKind, Label
from pressmark.searching.tokens import words_of
from pressmark.shingles import shingles_of, sketch
from pressmark.storage.index_schema import BETWEEN_PARAGRAPHS
from pressmark.values import as_money, readable

Row: TypeAlias = tuple[object, ...]

_UNSPACED = 20
"""Letters of a “word” from which on a text is taken to be of a script that writes no spaces."""

_AS_SUCH = (AttributeKind.MONEY, AttributeKind.DATE, AttributeKind.NUMBER)


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """`values` are amount, least, most, currency, due and note."""

    key: str
    pieces: str
    lost: str
    passage: int
    values: Row


@dataclass(frozen=True, slots=True)
class Rows:
    """`article` is by column. What else there is counts from 0 within the article.

    `labels` has a name, and all that it is known as, for each annotation.
    """

    article: dict[str, object]
    text: bytes
    struck: str
    headline_words: str
    body_words: str
    passages: list[str] = field(default_factory=list)
    labels: list[tuple[str, str]] = field(default_factory=list)
    annotations: list[AnnotationRow] = field(default_factory=list)
    said: list[tuple[int, str, str]] = field(default_factory=list)
    entities: list[Row] = field(default_factory=list)


def rows_of(doc: AnnotatedArticle) -> Rows:
    """All that is searched for in an article, and listed of it."""
    blocks = [
        () if number in doc.filing.struck else words_of(doc.article.block_text(block))
        for number, block in enumerate(doc.article.blocks)
    ]
    lines = [" ".join(words) for words in blocks]
    rows = Rows(
        _article(doc, [*chain.from_iterable(blocks)]),
        zlib.compress(doc.article.text.encode("utf-8"), 1),
        " ".join(map(str, doc.filing.struck)),
        " ".join(words_of(doc.headline)),
        BETWEEN_PARAGRAPHS.join(filter(None, lines)),
    )
    _Annotations(doc, lines, rows).add_all()
    rows.article["counts"] = _counts(name for name, _ in rows.labels)
    rows.entities.extend(_entities(doc))
    return rows


@lru_cache(maxsize=2048)
def _name(name: str) -> str:
    """A name or value, folded: the same ones come again and again."""
    return padded(words_of(name))


def padded(words: Iterable[str]) -> str:
    """Words in a row as conditions look for them: each with a space on both sides."""
    return f" {' '.join(words)} "


def listed_names(names: Iterable[str]) -> str:
    """Several names, folded, told apart by a stroke on both sides."""
    return "|".join(("", *(_name(name) for name in names), ""))


def _article(doc: AnnotatedArticle, words: Sequence[str]) -> dict[str, object]:
    source, filing = doc.source, doc.filing
    return {
        "headline": doc.headline,
        "outlet": source.outlet,
        "author": source.author,
        "published": source.published,
        "language": source.language,
        "url": source.url,
        "state": filing.state,
        "tags": "\n".join(filing.tags),
        "archived": filing.archived,
        "status": source.status,
        "words": _count(doc.article.text, len(words)),
        "original_sha256": source.original_sha256,
        "text_sha256": doc.article.sha256,
        "sketch": sketch(shingles_of(words)),
        "outlet_words": padded(words_of(source.outlet)),
        "author_words": padded(words_of(source.author)),
        "language_words": padded(words_of(source.language)),
        "tags_words": listed_names(filing.tags),
        "state_words": padded(words_of(filing.state or "to read")),
    }


def _count(text: str, folded_words: int) -> int:
    """How many words a reader counts, in a text of which so many were folded."""
    spaced = len(text.split())
    return folded_words if len(text) > _UNSPACED * max(spaced, 1) else spaced


def _counts(labels: Iterable[str]) -> str:
    return "\n".join(f"{name} {number}" for name, number in sorted(Counter(labels).items()))


def _entities(doc: AnnotatedArticle) -> Iterator[Row]:
    for one in doc.entities.values():
        aliases = "\n".join(one.aliases)
        mentions = doc.markup.times_stated(one.id)
        yield one.id, one.name, one.kind, aliases, one.wikidata, one.geonames, mentions


class _Annotations:
    """Adds the rows of all annotations but those that stand in nothing but struck blocks."""

    def __init__(self, doc: AnnotatedArticle, lines: list[str], rows: Rows) -> None:
        self._doc = doc
        self._lines = lines
        self._rows = rows
        self._struck = frozenset(doc.filing.struck)
        self._passages: dict[tuple[object, ...], int] = {}
        self._known_names: dict[str, tuple[str, ...]] = {}

    def add_all(self) -> None:
        known: dict[str, tuple[str, str]] = {}
        for one in self._doc.markup.in_text_order():
            blocks = self._blocks(one)
            if one.spans and not blocks:
                continue
            if one.label not in known:
                known[one.label] = _label(self._doc, one.label)
            number = len(self._rows.annotations)
            self._rows.labels.append(known[one.label])
            self._rows.annotations.append(self._row(one, blocks))
            self._rows.said.extend((number, aspect, words) for aspect, words in sorted(self._said(one)))

    def _blocks(self, one: Annotation) -> tuple[int, ...]:
        """The blocks it stands in that are not struck."""
        article = self._doc.article
        found = {
            number
            for span in one.spans
            for number in range(article.block_index_at(span.start), article.block_index_at(span.end - 1) + 1)
        }
        return tuple(sorted(found - self._struck))

    def _row(self, one: Annotation, blocks: tuple[int, ...]) -> AnnotationRow:
        money = as_money(one.value("amount")) if one.value("amount") else None
        lost = tuple(quote.exact for quote in one.lost)
        return AnnotationRow(
            one.id,
            " ".join(f"{span.start} {span.end}" for span in one.spans),
            "\n".join(lost),
            self._passage(blocks, lost),
            (
                str(money or ""),
                float(money.least) if money and money.least is not None else None,
                float(money.most) if money and money.most is not None else None,
                money.currency if money else "",
                FuzzyDate.parse(one.value("due")).iso if one.value("due") else "",
                one.note,
            ),
        )

    def _passage(self, blocks: tuple[int, ...], lost: tuple[str, ...]) -> int:
        """The number of what words are looked for in: one for all annotations of the same blocks."""
        key = (blocks, lost)
        if key not in self._passages:
            self._passages[key] = len(self._rows.passages)
            lines = (*(self._lines[number] for number in blocks), *(" ".join(words_of(one)) for one in lost))
            self._rows.passages.append(BETWEEN_PARAGRAPHS.join(filter(None, lines)))
        return self._passages[key]

    def _said(self, one: Annotation) -> set[tuple[str, str]]:
        """Aspects and what is said in them: attributes, the note, and who and what it is tied to."""
        label = self._doc.codebook.style_of(one.label)
        found = {(name, _name(value)) for name, value in self._values(label, one)}
        if label.entity_attribute:
            found.update((_aspect(one.label), name) for name in self._names(one.id))
        for link in one.links:
            target = self._doc.markup.get(link.target)
            if target is not None:
                named = self._names(link.target)
                found.update(
                    (aspect, name) for name in named for aspect in (link.role, _aspect(target.label))
                )
        if one.note:
            found.add(("note", _name(one.note)))
        return {(aspect, words) for aspect, words in found if words.strip()}

    def _names(self, key: str) -> tuple[str, ...]:
        """All names that a mention goes by."""
        if key not in self._known_names:
            mention = facts.mention(self._doc, key)
            entity = self._doc.entities.get(mention.entity)
            known = (mention.name, mention.printed, *(entity.aliases if entity else ()))
            self._known_names[key] = tuple(dict.fromkeys(map(_name, known)))
        return self._known_names[key]

    def _values(self, label: Label, one: Annotation) -> Iterator[tuple[str, str]]:
        for name, value in one.attributes.items():
            definition = label.attribute(name)
            if definition is None or definition.kind is AttributeKind.ENTITY:
                yield name, value
            elif definition.kind not in _AS_SUCH:
                yield name, readable(self._doc, definition, value)


def _aspect(label: str) -> str:
    """In which aspect mentions of a label are looked for."""
    return "place" if label == "location" else label


def _label(doc: AnnotatedArticle, name: str) -> tuple[str, str]:
    """Its name, and how it and the labels above it are known."""
    above = doc.codebook.above(name)
    styles = [doc.codebook.style_of(one) for one in (name, *above)]
    return name, listed_names(known for style in styles for known in (style.name, style.title))
