"""What the columns of a list of annotations say, how they are sorted, and which can be typed into."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, id_order
from pressmark.attributes import shown
from pressmark.facts import linked, name_of, words_of
from pressmark.labels import AttributeDefinition, AttributeKind, Label
from pressmark.values import readable, value_order

ID, ARTICLE, WHO, WORDS, NOTE, AUTHOR, PLACE = "id", "article", "who", "words", "note", "author", "place"
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?![.\d])")
_VALUE = "value:"
"""Begins the names of the columns of attributes, which may be called as ours are."""

Order: TypeAlias = tuple[Any, ...]


class Row(NamedTuple):
    """An annotation, its article, and the number and name of that article among those listed."""

    number: int
    article: str
    doc: AnnotatedArticle
    one: Annotation

    @property
    def key(self) -> tuple[int, str]:
        return self.number, self.one.id


@dataclass(frozen=True, slots=True)
class TableColumn:
    """`order` is empty for a row that has nothing to sort by here: it comes last. What sorts alike is in
    text order.
    """

    name: str
    title: str
    text: Callable[[Row], str]
    order: Callable[[Row], Order]
    definition: AttributeDefinition | None = None


def columns_of(label: Label, *, wide: bool) -> tuple[TableColumn, ...]:
    """From left to right. In a narrow list “who” has the amount too, for which there is no column."""
    who = TableColumn(WHO, "Who", lambda row: _who(row, label, with_amounts=not wide), _by_text(_tied_names))
    return (
        TableColumn(ID, "Id", lambda row: row.one.id, lambda row: id_order(row.one.id)),
        _plain(ARTICLE, "Article", lambda row: row.article),
        who,
        _plain(WORDS, "Words", lambda row: " ".join(words_of(row.doc, row.one).split())),
        *(_of_attribute(definition) for definition in label.attributes),
        _plain(NOTE, "Note", lambda row: row.one.note),
        _plain(AUTHOR, "Marked by", lambda row: row.one.author),
        TableColumn(PLACE, "¶", _place, lambda _: (0,)),
    )


def shown_at_first(column: TableColumn, *, wide: bool, several: bool) -> bool:
    """Whether a column is there until the analyst chooses; several articles are told apart by name."""
    if column.definition is not None:
        return wide and column.definition.kind is not AttributeKind.ENTITY  # “who” says it already
    return column.name not in (NOTE, AUTHOR, ARTICLE) or (column.name == ARTICLE and several)


def short_amount(shown: str) -> str:
    """The same with k, m or bn for thousands: “GBP 1.25bn”."""
    return _THOUSANDS.sub(_shortened, shown)


def _shortened(found: re.Match[str]) -> str:
    number, scale = Decimal(found[0].replace(",", "")), found[0].count(",")
    short = number.scaleb(-3 * min(scale, 3))
    scales = ("k", "m", "bn")
    return f"{short.normalize():f}{scales[min(scale, 3) - 1]}" if short == round(short, 2) else found[0]


def _plain(name: str, title: str, text: Callable[[Row], str]) -> TableColumn:
    return TableColumn(name, title, text, _by_text(text))


def _by_text(text: Callable[[Row], str]) -> Callable[[Row], Order]:
    def order(row: Row) -> Order:
        said = text(row).casefold()
        return (said,) if said else ()

    return order


def _of_attribute(definition: AttributeDefinition) -> TableColumn:
    def text(row: Row) -> str:
        return readable(row.doc, definition, row.one.value(definition.name))

    def order(row: Row) -> Order:
        stored = row.one.value(definition.name)
        return value_order(row.doc, definition, stored) if stored else ()

    return TableColumn(f"{_VALUE}{definition.name}", definition.title, text, order, definition)


def _place(row: Row) -> str:
    return str(row.doc.article.paragraph_number_at(row.one.start)) if row.one.spans else "–"


def _who(row: Row, label: Label, *, with_amounts: bool) -> str:
    """The names of what it is linked to, after an amount where it has one; for an actor, who it is."""
    if label.entity_attribute or not with_amounts:
        return _tied_names(row)
    money = (each for each in label.attributes if each.kind is AttributeKind.MONEY)
    amounts = [short_amount(shown(each, row.one.value(each.name))) for each in money]
    return " · ".join(filter(None, (*amounts, _tied_names(row))))


def _tied_names(row: Row) -> str:
    label = row.doc.codebook.style_of(row.one.label)
    if label.entity_attribute:
        return name_of(row.doc, row.one)
    ties = (", ".join(tie.name for tie in linked(row.doc, row.one, role.name)) for role in label.roles[:2])
    return " → ".join(filter(None, ties))
