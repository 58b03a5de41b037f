"""All annotations as rows for spreadsheets, each with where it comes from, character for character."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.attributes import shown
from pressmark.brief import Brief, Cell, Column, Row, Table, Text
from pressmark.compose.material import Material, Source, material
from pressmark.dates import FuzzyDate
from pressmark.facts import linked, words_of
from pressmark.labels import AttributeDefinition, AttributeKind, Label
from pressmark.money import Money, find_money
from pressmark.words import BriefWords

_PROVENANCE = (
    "article", "outlet", "author", "published", "url", "captured", "original_sha256",
    "paragraph", "start", "end",
)  # fmt: skip


def compose_rows(docs: Sequence[AnnotatedArticle], now: datetime, *, one_table: bool) -> Brief:
    """A table for each label with all its attributes and roles, or one table of everything."""
    drawn_on = material(docs, BriefWords(), now, ())
    labels = _labels(drawn_on)
    groups = [("Annotations", labels)] if one_table else [(_plural(label.title), [label]) for label in labels]
    tables = [table for name, group in groups if (table := _table(drawn_on, name, group)).rows]
    if not tables:
        tables = [_table(drawn_on, "Annotations", labels)]
    title = docs[0].headline if len(docs) == 1 else f"{len(docs)} articles"
    return Brief(title=title, created=now, blocks=tuple(tables))


def _labels(drawn_on: Material) -> list[Label]:
    """The labels of all codebooks, each name once, and those that only annotations name."""
    found: dict[str, Label] = {}
    for source in drawn_on.sources:
        names = chain(
            (label.name for label in source.doc.codebook.labels),
            (one.label for one in source.doc.markup.values()),
        )
        for name in names:
            found.setdefault(name, source.doc.codebook.style_of(name))
    return list(found.values())


def _plural(title: str) -> str:
    return title if title.endswith("s") else f"{title}s"


def _table(drawn_on: Material, name: str, labels: Sequence[Label]) -> Table:
    attributes = list({each.name: each for label in labels for each in label.attributes}.values())
    roles = list(dict.fromkeys(role.name for label in labels for role in label.roles))
    titles = ["id", "label", "words", *chain.from_iterable(map(_titles, attributes))]
    titles += [*chain.from_iterable((role, f"{role}_id") for role in roles), "note", "marked_by", "marked_at"]
    names = {label.name for label in labels}
    rows = [
        Row((*_said(source, one, attributes, roles), *_from(source, one)))
        for source in drawn_on.sources
        for one in source.doc.markup.in_text_order()
        if one.label in names
    ]
    return Table(name, tuple(Column(title, 1) for title in (*titles, *_PROVENANCE)), tuple(rows))


def _titles(definition: AttributeDefinition) -> tuple[str, ...]:
    """Column titles; an amount takes four columns, so that it can be added up."""
    name = definition.name.replace("-", "_")
    if definition.kind is AttributeKind.MONEY:
        return (f"{name}_least", f"{name}_most", f"{name}_currency", f"{name}_printed")
    return (name,)


def _said(
    source: Source, one: Annotation, attributes: Sequence[AttributeDefinition], roles: Sequence[str]
) -> tuple[Cell, ...]:
    doc = source.doc
    cells = [_cell(source.name(one.id)), _cell(one.label), _cell(words_of(doc, one))]
    for definition in attributes:
        cells += _value_cells(source, one, definition)
    for role in roles:
        ties = linked(doc, one, role)
        cells += [
            _cell("; ".join(tie.name for tie in ties)),
            _cell("; ".join(source.name(tie.id) for tie in ties)),
        ]
    return (*cells, _cell(one.note), _cell(one.author), _cell(one.created))


def _value_cells(source: Source, one: Annotation, definition: AttributeDefinition) -> list[Cell]:
    value = one.value(definition.name)
    match definition.kind:
        case AttributeKind.MONEY:
            return _money_cells(value, find_money(words_of(source.doc, one)))
        case AttributeKind.ENTITY:
            entity = source.doc.entities.get(value)
            return [_cell(entity.name if entity else value)]
        case AttributeKind.DATE if value:
            fuzzy = FuzzyDate.parse(value)
            return [_cell(fuzzy.shown(), fuzzy.day if not fuzzy.qualifier else None)]
        case AttributeKind.NUMBER if value:
            return [_cell(value, Decimal(value))]
        case _:
            return [_cell(shown(definition, value))]


def _money_cells(value: str, printed: str) -> list[Cell]:
    try:
        money = Money.parse(value) if value else None
    except ValueError:
        return [_cell(value), _cell(""), _cell(""), _cell(printed)]
    if money is None:
        return [_cell(""), _cell(""), _cell(""), _cell(printed)]
    if money.least is None or money.most is None:
        return [_cell(value), _cell(value), _cell(""), _cell(printed)]
    amounts = [_cell(f"{amount:f}", amount) for amount in (money.least, money.most)]
    return [*amounts, _cell(money.currency), _cell(printed)]


def _from(source: Source, one: Annotation) -> tuple[Cell, ...]:
    record = source.doc.source
    texts = (
        source.doc.headline,
        record.outlet,
        record.author,
        record.published,
        record.url,
        record.captured_at,
    )
    place = ["", "", ""]
    if one.spans:
        place = [str(source.doc.article.paragraph_number_at(one.start)), str(one.start), str(one.end)]
    numbers = [_cell(text, int(text)) if text else _cell("") for text in place]
    return (*map(_cell, texts), _cell(record.original_sha256), *numbers)


def _cell(text: str, value: Decimal | int | date | None = None) -> Cell:
    return Cell((Text(text),) if text else (), value)
