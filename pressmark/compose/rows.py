"""All annotations as rows for spreadsheets, each with where it comes from, character for character."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import chain

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.attributes import shown
from pressmark.brief import Brief, Cell, Column, Row, Table, Text
from pressmark.compose.material import Source, labels_of, numbered
from pressmark.dates import FuzzyDate
from pressmark.facts import linked, words_of
from pressmark.labels import AttributeDefinition, AttributeKind, Label
from pressmark.money import Money, find_money

_SOURCE = ("article", "outlet", "author", "published", "url", "captured", "original", "original_sha256")
_PLACE = ("paragraph", "start", "end")
_EMPTY = Cell(())


def compose_rows(
    docs: Sequence[AnnotatedArticle], now: datetime, *, one_table: bool, labels_wanted: Collection[str] = ()
) -> Brief:
    """A table for each label with all its attributes and roles and one of sources, or one of everything.

    Where `labels_wanted` names labels, there are only theirs.
    """
    sources = numbered(docs)
    known = labels_of(sources).values()
    labels = [label for label in known if not labels_wanted or label.name in labels_wanted]
    groups = [("Annotations", labels)] if one_table else [(_plural(label.title), [label]) for label in labels]
    tables = [table for name, group in groups if (table := _table(sources, name, group)).rows]
    tables = tables or [_table(sources, "Annotations", labels)]
    if not one_table:
        tables.append(_sources(sources))
    title = docs[0].headline if len(docs) == 1 else f"{len(docs)} articles"
    return Brief(title=title, created=now, blocks=tuple(tables))


def _plural(title: str) -> str:
    return title if title.endswith("s") else f"{title}s"


def _table(sources: Sequence[Source], name: str, labels: Sequence[Label]) -> Table:
    attributes = list({each.name: each for label in labels for each in label.attributes}.values())
    roles = list(dict.fromkeys(role.name for label in labels for role in label.roles))
    titles = ["id", "label", "words", *chain.from_iterable(map(_titles, attributes))]
    titles += [*chain.from_iterable((role, f"{role}_id") for role in roles), "note", "marked_by", "marked_at"]
    names = {label.name for label in labels}
    rows = [
        Row((*_said(source, one, attributes, roles), *record, *_place(source, one)))
        for source in sources
        for record in [_record(source)]
        for one in source.doc.markup.in_text_order()
        if one.label in names
    ]
    return Table(name, _columns(*titles, *_SOURCE, *_PLACE), tuple(rows))


def _sources(sources: Sequence[Source]) -> Table:
    rows = [
        Row((*_record(source), _cell(str(len(source.doc.markup)), len(source.doc.markup))))
        for source in sources
    ]
    return Table("Sources", _columns(*_SOURCE, "annotations"), tuple(rows))


def _columns(*titles: str) -> tuple[Column, ...]:
    return tuple(Column(title, 1) for title in titles)


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
        case AttributeKind.DATE:
            return [_date_cell(value)]
        case AttributeKind.NUMBER if value:
            return [_number_cell(value)]
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


def _record(source: Source) -> tuple[Cell, ...]:
    """Where the article comes from: the file is the original that was imported."""
    record = source.doc.source
    return (
        _cell(source.doc.headline),
        _cell(record.outlet),
        _cell(record.author),
        _date_cell(record.published),
        _cell(record.url),
        _cell(record.captured_at),
        _cell(record.original_name),
        _cell(record.original_sha256),
    )


def _place(source: Source, one: Annotation) -> tuple[Cell, ...]:
    """Paragraph, first and last code point; empty where the words are not in the text."""
    if not one.spans:
        return (_cell(""),) * len(_PLACE)
    numbers = (source.doc.article.paragraph_number_at(one.start), one.start, one.end)
    return tuple(_cell(str(number), number) for number in numbers)


def _date_cell(value: str) -> Cell:
    """A date in the reader's words, and as one where it is a day and nothing but that day."""
    fuzzy = FuzzyDate.parse(value)
    return _cell(fuzzy.shown(), fuzzy.day if not fuzzy.qualifier else None)


def _number_cell(value: str) -> Cell:
    try:
        return _cell(value, Decimal(value))
    except InvalidOperation:  # a foreign hand's value: the check names it
        return _cell(value)


def _cell(text: str, value: Decimal | int | date | None = None) -> Cell:
    return Cell((Text(text),), value) if text else _EMPTY
