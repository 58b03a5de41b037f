"""What the margin says of an annotation: its label, whom it is tied to, the amount, its pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from pressmark import facts
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.attributes import shown
from pressmark.labels import AttributeKind, Label
from pressmark.money import find_money

_MOST_WORDS = 280
"""Characters of an annotation's own words that a hover tells: they stand under the mouse already."""

_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class ChipItem:
    """Words that mean one annotation; `missing` where they name what is still asked for."""

    id: str
    words: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class ChipWords:
    """A label's name and what it stands at: one annotation with its ties, or several names together."""

    label: Label
    items: tuple[ChipItem, ...]

    @property
    def name(self) -> str:
        """“quote”; a title with capitals inside stays as it is (“NGO”)."""
        title = self.label.title
        return title.lower() if title[1:].islower() else title


def chips(doc: AnnotatedArticle, annotations: list[Annotation]) -> list[ChipWords]:
    """The chips of annotations that begin in one block."""
    return [words_of(doc, group) for group in groups(doc, annotations)]


def groups(doc: AnnotatedArticle, annotations: list[Annotation]) -> list[list[Annotation]]:
    """Who share a chip: one by itself whose label has roles; after them, of each other label, all."""
    alone: list[list[Annotation]] = []
    together: dict[str, list[Annotation]] = {}
    for one in annotations:
        if doc.codebook.style_of(one.label).roles:
            alone.append([one])
        else:
            together.setdefault(one.label, []).append(one)
    return alone + list(together.values())


def words_of(doc: AnnotatedArticle, group: list[Annotation]) -> ChipWords:
    """What the chip of a group says."""
    label = doc.codebook.style_of(group[0].label)
    return ChipWords(label, tuple(_item(doc, one, label) for one in group))


def full_words(doc: AnnotatedArticle, key: str) -> str:
    """What a hover shows: the label, the words as far as they go, every tie and attribute, the note."""
    one = doc.markup[key]
    label = doc.codebook.style_of(one.label)
    lines = [f"{label.title} {key}", shorten(facts.words_of(doc, one), _MOST_WORDS, placeholder=" …")]
    for role in label.roles:
        if names := _names(doc, one, role.name):
            lines.append(f"{role.title}: {names}")
    for definition in label.attributes:
        value = one.value(definition.name)
        if value and definition.kind is not AttributeKind.ENTITY:
            lines.append(f"{definition.title}: {shown(definition, value)}")
    if one.note:
        lines.append(f"Note: {one.note}")
    return "\n".join(lines)


def _item(doc: AnnotatedArticle, one: Annotation, label: Label) -> ChipItem:
    if not label.roles:
        return ChipItem(one.id, facts.name_of(doc, one))
    tied = " → ".join(_tied(doc, one, label)).strip()
    wanted = next((role for role in label.roles if role.expected), None)
    missing = not tied and wanted is not None
    asked = f"{wanted.title.lower()}?" if wanted and missing else tied
    parts = (asked, _amount(doc, one, label), _pieces(one))
    return ChipItem(one.id, " · ".join(part for part in parts if part), missing)


def _tied(doc: AnnotatedArticle, one: Annotation, label: Label) -> Iterator[str]:
    """Names in the first two roles: who says it and to whom, who pledges and to whom."""
    for number, role in enumerate(label.roles[:2]):
        names = _names(doc, one, role.name)
        if names:
            yield names
        elif number == 0:
            yield ""


def _names(doc: AnnotatedArticle, one: Annotation, role: str) -> str:
    return ", ".join(mention.name for mention in facts.linked(doc, one, role))


def _amount(doc: AnnotatedArticle, one: Annotation, label: Label) -> str:
    """As printed where the words say it, else the stored value."""
    money = [kind for kind in label.attributes if kind.kind is AttributeKind.MONEY and one.value(kind.name)]
    return find_money(facts.words_of(doc, one)) or shown(money[0], one.value(money[0].name)) if money else ""


def _pieces(one: Annotation) -> str:
    count = len(one.spans)
    if count < 2:
        return ""
    return f"in {_NUMBERS[count] if count < len(_NUMBERS) else count} pieces"
