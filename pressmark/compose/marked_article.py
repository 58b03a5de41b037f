"""The article itself, word for word, with its marks, a legend, and the analysts' notes."""

from collections.abc import Iterable
from datetime import datetime

from pressmark.annotation import Annotation
from pressmark.article import Block as ArticleBlock
from pressmark.article import Span
from pressmark.brief import (
    Block,
    Comment,
    Heading,
    Inline,
    LabelStyle,
    Legend,
    Mark,
    Marked,
    Passage,
    PassageKind,
    Text,
)
from pressmark.compose.material import Material, Source, labels_of, one_line
from pressmark.labels import Label
from pressmark.palette import swatch
from pressmark.runs import cut


def marked_article(material: Material) -> list[Block]:
    blocks: list[Block] = []
    for source in material.sources:
        several = len(material.sources) > 1
        passages = list(_passages(source))
        if not passages:
            continue
        if several:
            blocks.append(Heading(f"[{source.number}] {one_line(source.doc.headline)}", 2))
        if used := _labels_used(source):
            blocks.append(Legend(used))
        blocks += passages
    return blocks


def label_styles(material: Material) -> dict[str, LabelStyle]:
    """How the marks of each label look; where articles differ, the first codebook that has it decides."""
    return {name: _style(label) for name, label in labels_of(material.sources).items()}


def marks(material: Material) -> dict[str, Mark]:
    """Every annotation that has a place in a text, by the key its runs carry."""
    return {
        source.row_anchor(one.id): _mark(source, one)
        for source in material.sources
        for one in source.doc.markup.in_text_order()
        if source.is_in_text(one.id)
    }


def _style(label: Label) -> LabelStyle:
    colours = swatch(label.colour)
    return LabelStyle(label.name, one_line(label.title), colours.fill, colours.ink, label.line)


def _mark(source: Source, one: Annotation) -> Mark:
    comment = Comment(one.author, one.note, _time(one.modified)) if one.note else None
    return Mark(source.name(one.id), one.label, source.text_anchor(one.id), comment)


def _time(stamp: str) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None


def _labels_used(source: Source) -> tuple[str, ...]:
    used = {one.label for one in source.doc.markup.values() if source.is_in_text(one.id)}
    known = [label.name for label in source.doc.codebook.labels]
    return tuple(name for name in known if name in used) + tuple(sorted(used.difference(known)))


def _passages(source: Source) -> Iterable[Passage]:
    """What is struck out is left out, but for what is marked in it; paragraphs keep their numbers."""
    article = source.doc.article
    pieces = _pieces_by_block(source)
    left_out = {*source.doc.filing.struck} - pieces.keys()
    number = 0
    for index, block in enumerate(article.blocks):
        if block.start == block.end:
            continue
        number += 1
        if index in left_out:
            continue
        inlines = tuple(_inlines(source, block, pieces.get(index, [])))
        yield Passage(PassageKind(block.kind.value), inlines, number)


def _pieces_by_block(source: Source) -> dict[int, list[tuple[Span, str]]]:
    article = source.doc.article
    found: dict[int, list[tuple[Span, str]]] = {}
    for one in source.doc.markup.in_text_order():  # marks of the same words are told apart by this order
        for span in one.spans:
            for index in range(article.block_index_at(span.start), article.block_index_at(span.end - 1) + 1):
                found.setdefault(index, []).append((span, source.row_anchor(one.id)))
    return found


def _inlines(source: Source, block: ArticleBlock, pieces: list[tuple[Span, str]]) -> Iterable[Inline]:
    for run in cut(block.start, block.end, pieces):
        words = source.doc.article.text[run.start : run.end]
        yield Marked(words, run.keys) if run.keys else Text(words)
