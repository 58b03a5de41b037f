"""The fields of a query, as data: what stands before the colon, and what is understood after it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from pressmark.dates import FuzzyDate
from pressmark.finding import QueryNotUnderstood
from pressmark.money import UNDISCLOSED, Money
from pressmark.searching.terms import (
    Amount,
    Column,
    Compared,
    Due,
    Has,
    Having,
    How,
    Is,
    Labelled,
    Numbered,
    Published,
    Said,
    Term,
    Told,
    Whole,
    Words,
)
from pressmark.searching.tokens import words_of

Kind = TypeVar("Kind", bound=StrEnum)


class Value(StrEnum):
    """How what stands after the colon is written: dates and amounts may be of several words."""

    WORDS = "words"
    DATE = "date"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Typed:
    """A field as typed. `begun`: the analyst may still be at it."""

    name: str
    compared: Compared
    value: str
    begun: bool


@dataclass(frozen=True, slots=True)
class Field:
    """`example` is shown to the analyst; `read` raises QueryNotUnderstood. `compares`: takes < and >."""

    name: str
    example: str
    read: Callable[[Typed], Term]
    value: Value = Value.WORDS
    compares: bool = False


def _words(typed: Typed) -> tuple[str, ...]:
    words = tuple(words_of(typed.value))
    if not words:
        raise QueryNotUnderstood(f"{typed.name}:{typed.value} names nothing that can be searched for.")
    return words


def _named(*aspects: str) -> Callable[[Typed], Term]:
    return lambda typed: Said(aspects, _words(typed), How.BEGUN)


def _chosen(aspect: str) -> Callable[[Typed], Term]:
    return lambda typed: Said((aspect,), _words(typed), How.WHOLE_BEGUN if typed.begun else How.WHOLE)


def _told(column: Column) -> Callable[[Typed], Term]:
    return lambda typed: Told(column, _words(typed), How.BEGUN)


def _filed(column: Column, how: How = How.WHOLE) -> Callable[[Typed], Term]:
    return lambda typed: Told(column, _words(typed), How.WHOLE_BEGUN if typed.begun else how)


def _headline(typed: Typed) -> Term:
    return Words(_words(typed), typed.begun, in_headline=True)


def _label(typed: Typed) -> Term:
    return Labelled(_words(typed), typed.begun)


def _amount(typed: Typed) -> Term:
    if typed.value.strip().casefold() == UNDISCLOSED:
        return Amount("=", None)
    try:
        return Amount(typed.compared, Money.parse(typed.value))
    except ValueError as error:
        message = f"“{typed.value}” is not an amount: write it like 100m, £2m, 1.5bn or 100,000."
        raise QueryNotUnderstood(message) from error


def _iso(typed: Typed) -> str:
    iso = FuzzyDate.parse(typed.value).iso
    if not iso:
        raise QueryNotUnderstood(
            f"“{typed.value}” is not a date: write it like 2026, 2026-11, 2026-11-14 or 14 Nov 2026."
        )
    return iso


def _due(typed: Typed) -> Term:
    return Due(typed.compared, _iso(typed))


def _date(typed: Typed) -> Term:
    return Published(typed.compared, _iso(typed))


def _after(typed: Typed) -> Term:
    return Published(">=", _iso(typed))


def _before(typed: Typed) -> Term:
    return Published("<", _iso(typed))


def _is(typed: Typed) -> Term:
    return Is(_choice(Whole, typed))


def _has(typed: Typed) -> Term:
    return Has(_choice(Having, typed))


def _choice(kind: type[Kind], typed: Typed) -> Kind:
    wanted = typed.value.strip().casefold()
    for one in kind:
        if one.value == wanted or (typed.begun and one.value.startswith(wanted)):
            return one
    choices = " or ".join(f"{typed.name}:{one.value}" for one in kind)
    raise QueryNotUnderstood(f"{typed.name}:{typed.value} is not known: write {choices}.")


_FIELDS = (
    Field("label", "label:pledge", _label),
    Field("by", 'by:"John Healey"', _named("speaker", "pledger")),
    Field("to", "to:Kyiv", _named("recipient", "addressee")),
    Field("actor", "actor:Healey", _named("actor")),
    Field("place", "place:Kyiv", _named("place")),
    Field("amount", "amount>100m", _amount, Value.AMOUNT, compares=True),
    Field("due", "due<2026-06", _due, Value.DATE, compares=True),
    Field("status", "status:broken", _chosen("status")),
    Field("topic", 'topic:"air defence"', _named("topic")),
    Field("kind", "kind:military", _chosen("kind")),
    Field("note", "note:check", _named("note")),
    Field("id", "id:p3", lambda typed: Numbered(typed.value.strip().casefold())),
    Field("has", "has:note", _has),
    Field("headline", "headline:summit", _headline),
    Field("outlet", "outlet:guardian", _told(Column.OUTLET)),
    Field("author", "author:sabbagh", _told(Column.AUTHOR)),
    Field("lang", "lang:de", _filed(Column.LANGUAGE, How.WHOLE_WORDS)),
    Field("tag", "tag:budget", _filed(Column.TAGS)),
    Field("state", "state:done", _filed(Column.STATE, How.WHOLE_WORDS)),
    Field("is", "is:withdrawn", _is),
    Field("date", "date:2026-11", _date, Value.DATE, compares=True),
    Field("after", "after:2026-01-01", _after, Value.DATE),
    Field("before", "before:2026-06", _before, Value.DATE),
)

FIELDS: Mapping[str, Field] = MappingProxyType({field.name: field for field in _FIELDS})
"""By name, in the order in which they are offered."""
