"""Which annotations an analyst looks for: a filter is a value that can be asked, named and saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.attributes import ValueNotUnderstood, canonical
from pressmark.dates import FuzzyDate
from pressmark.facts import linked, words_of
from pressmark.folding import fold
from pressmark.labels import AttributeDefinition, AttributeKind
from pressmark.values import as_money, as_number, readable


class How(StrEnum):
    """What is asked of an attribute; `FROM` and `TO` are for amounts, numbers and dates."""

    SET = "set"
    MISSING = "missing"
    IS = "is"
    CONTAINS = "contains"
    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class AttributeCondition:
    """Holds for annotations whose label has the attribute. `value` is as typed."""

    name: str
    how: How
    value: str = ""

    def holds(self, doc: AnnotatedArticle, one: Annotation) -> bool:
        definition = doc.codebook.style_of(one.label).attribute(self.name)
        stored = one.value(self.name)
        if definition is None or not stored:
            return definition is not None and self.how is How.MISSING
        match self.how:
            case How.SET | How.MISSING:
                return self.how is How.SET
            case How.IS:
                return _is(doc, definition, stored, self.value)
            case How.CONTAINS:
                return _folded(self.value) in _folded(readable(doc, definition, stored))
            case How.FROM | How.TO:
                return _reaches(definition, stored, self.value, self.how)


@dataclass(frozen=True, slots=True)
class RoleCondition:
    """Holds for annotations whose label has the role: linked, to somebody called so, or not linked."""

    name: str
    linked: bool
    to: str = ""

    def holds(self, doc: AnnotatedArticle, one: Annotation) -> bool:
        if doc.codebook.style_of(one.label).role(self.name) is None:
            return False
        if not self.linked or not one.targets(self.name):
            return self.linked == bool(one.targets(self.name))
        wanted = _folded(self.to)
        ties = linked(doc, one, self.name) if wanted else ()
        return not wanted or any(wanted in _folded(f"{tie.name}\n{tie.printed}") for tie in ties)


@dataclass(frozen=True, slots=True)
class Filter:
    """All that is stated must hold; an empty filter lets everything through.

    `words` are looked for one by one, folded, in all that an annotation says. `since` and `until` are when it
    was made, as precise as stated (ISO 8601). `incomplete` asks for what lacks something expected.
    """

    labels: tuple[str, ...] = ()
    words: str = ""
    attributes: tuple[AttributeCondition, ...] = ()
    roles: tuple[RoleCondition, ...] = ()
    author: str = ""
    noted: bool | None = None
    note_words: str = ""
    since: str = ""
    until: str = ""
    incomplete: bool = False

    def matches(self, doc: AnnotatedArticle, one: Annotation) -> bool:
        return (
            (not self.labels or one.label in self.labels)
            and (not self.author or one.author == self.author)
            and (self.noted is None or self.noted == bool(one.note))
            and (not self.note_words or _folded(self.note_words) in _folded(one.note))
            and (not (self.since or self.until) or self._is_of_then(one))
            and all(asked.holds(doc, one) for asked in self.attributes)
            and all(asked.holds(doc, one) for asked in self.roles)
            and (not self.incomplete or is_incomplete(doc, one))
            and (not self.words.strip() or self._says_words(doc, one))
        )

    def _is_of_then(self, one: Annotation) -> bool:
        day = _day(one.created)
        return bool(day) and _is_from(day, self.since) and _is_from(self.until, day)

    def _says_words(self, doc: AnnotatedArticle, one: Annotation) -> bool:
        said = _said(doc, one)
        return all(word in said for word in _folded(self.words).split())


def is_incomplete(doc: AnnotatedArticle, one: Annotation) -> bool:
    """True where a tie or an attribute is missing that the codebook expects."""
    label = doc.codebook.style_of(one.label)
    return any(role.expected and not one.targets(role.name) for role in label.roles) or any(
        each.expected and not one.value(each.name) for each in label.attributes
    )


def _said(doc: AnnotatedArticle, one: Annotation) -> str:
    """Its id, words, note, values and the names of what it is linked to, folded."""
    label = doc.codebook.style_of(one.label)
    values = (
        readable(doc, definition, value) if (definition := label.attribute(name)) else value
        for name, value in one.attributes.items()
    )
    ties = (tie.name for role in {link.role for link in one.links} for tie in linked(doc, one, role))
    return _folded("\n".join((one.id, words_of(doc, one), one.note, *values, *ties)))


def _folded(text: str) -> str:
    return fold(text).text.strip()


def _is(doc: AnnotatedArticle, definition: AttributeDefinition, stored: str, typed: str) -> bool:
    try:
        wanted = canonical(definition, typed)
    except ValueNotUnderstood:
        wanted = typed
    return stored == wanted or _folded(readable(doc, definition, stored)) == _folded(typed)


def _reaches(definition: AttributeDefinition, stored: str, bound: str, how: How) -> bool:
    ask: dict[AttributeKind, Callable[[str, str, How], bool]] = {
        AttributeKind.DATE: _date_reaches,
        AttributeKind.MONEY: _money_reaches,
        AttributeKind.NUMBER: _number_reaches,
    }
    return definition.kind in ask and ask[definition.kind](stored, bound, how)


def _date_reaches(stored: str, bound: str, how: How) -> bool:
    value, limit = FuzzyDate.parse(stored).iso, FuzzyDate.parse(bound).iso
    if not value or not limit:
        return False
    return _is_from(value, limit) if how is How.FROM else _is_from(limit, value)


def _money_reaches(stored: str, bound: str, how: How) -> bool:
    """A bound without a currency is meant in any."""
    value, limit = as_money(stored), as_money(bound)
    if value is None or limit is None or limit.currency not in ("", value.currency):
        return False
    if value.least is None or value.most is None or limit.least is None or limit.most is None:
        return False
    return value.most >= limit.least if how is How.FROM else value.least <= limit.most


def _number_reaches(stored: str, bound: str, how: How) -> bool:
    value, limit = as_number(stored), as_number(bound)
    if value is None or limit is None:
        return False
    return value >= limit if how is How.FROM else value <= limit


def _is_from(later: str, earlier: str) -> bool:
    """True where a date is no earlier than another, as far as both are known."""
    known = min(len(later), len(earlier))
    return later[:known] >= earlier[:known]


def _day(stamp: str) -> str:
    """The day of a time as the analyst's calendar has it."""
    try:
        return datetime.fromisoformat(stamp).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return stamp[:10]  # another program's way to write it
