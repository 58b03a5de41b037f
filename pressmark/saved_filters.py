"""Filters by name: those that come with the app, those an analyst keeps, and what each part of one says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TypeVar

from pressmark.dates import long_date
from pressmark.filtering import AttributeCondition, Filter, How, RoleCondition
from pressmark.labels import Codebook

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class NamedFilter:
    """A filter under the name that a menu shows."""

    name: str
    filter: Filter


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a filter asks for, in words, and the filter without it."""

    words: str
    without: Filter


def ready_made(author: str) -> tuple[NamedFilter, ...]:
    """Those that come with the app; “Mine” are this author's, if there is one."""
    return (
        NamedFilter("Quotes without a speaker", Filter(("quote",), roles=(RoleCondition("speaker", False),))),
        NamedFilter("Pledges without an amount", Filter(("pledge",), attributes=(_missing("amount"),))),
        NamedFilter("Pledges without a due date", Filter(("pledge",), attributes=(_missing("due"),))),
        NamedFilter("Something expected is missing", Filter(incomplete=True)),
        NamedFilter("With a note", Filter(noted=True)),
        *((NamedFilter("Mine", Filter(author=author)),) if author else ()),
    )


def parts(one: Filter, codebook: Codebook) -> list[Part]:
    """What a filter asks for besides words, piece by piece."""
    found = [
        Part(_plural(codebook, name), replace(one, labels=_less(one.labels, name))) for name in one.labels
    ]
    found += [
        Part(_attribute_words(codebook, each), replace(one, attributes=_less(one.attributes, each)))
        for each in one.attributes
    ]
    found += [
        Part(_role_words(codebook, each), replace(one, roles=_less(one.roles, each))) for each in one.roles
    ]
    if one.author:
        found.append(Part(f"By {one.author}", replace(one, author="")))
    if one.noted is not None:
        found.append(Part("With a note" if one.noted else "Without a note", replace(one, noted=None)))
    if one.note_words:
        found.append(Part(f"Note: “{one.note_words}”", replace(one, note_words="")))
    if one.since:
        found.append(Part(f"Made from {long_date(one.since)}", replace(one, since="")))
    if one.until:
        found.append(Part(f"Made until {long_date(one.until)}", replace(one, until="")))
    if one.incomplete:
        found.append(Part("Something is missing", replace(one, incomplete=False)))
    return found


def to_plain(named: NamedFilter) -> dict[str, object]:
    """The filter as a dict that JSON can hold; what is not stated is left out."""
    stated = {
        name: value for name, value in asdict(named.filter).items() if value not in ((), "", None, False)
    }
    if named.filter.noted is False:
        stated["noted"] = False
    return {"name": named.name, **stated}


def from_plain(plain: Mapping[str, object]) -> NamedFilter:
    """The filter of such a dict. Raises ValueError where it is none."""
    try:
        return NamedFilter(
            _text(plain["name"]),
            Filter(
                labels=tuple(_each(plain, "labels", _text)),
                words=_text(plain.get("words", "")),
                attributes=tuple(_each(plain, "attributes", _attribute_condition)),
                roles=tuple(_each(plain, "roles", _role_condition)),
                author=_text(plain.get("author", "")),
                noted=None if plain.get("noted") is None else bool(plain["noted"]),
                note_words=_text(plain.get("note_words", "")),
                since=_text(plain.get("since", "")),
                until=_text(plain.get("until", "")),
                incomplete=bool(plain.get("incomplete", False)),
            ),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"this is no filter: {error}") from error


def _missing(name: str) -> AttributeCondition:
    return AttributeCondition(name, How.MISSING)


def _less(all_of_them: tuple[_Made, ...], one: _Made) -> tuple[_Made, ...]:
    return tuple(each for each in all_of_them if each != one)


def _plural(codebook: Codebook, name: str) -> str:
    title = codebook.style_of(name).title
    return title if title.endswith("s") else f"{title}s"


def _attribute_words(codebook: Codebook, asked: AttributeCondition) -> str:
    title = _title(codebook, lambda label: label.attribute(asked.name), asked.name)
    match asked.how:
        case How.SET:
            return f"{title} is stated"
        case How.MISSING:
            return f"{title} is missing"
        case _:
            return f"{title} {asked.how} {asked.value}"


def _role_words(codebook: Codebook, asked: RoleCondition) -> str:
    title = _title(codebook, lambda label: label.role(asked.name), asked.name)
    if not asked.linked:
        return f"{title}: nobody linked"
    return f"{title}: {asked.to}" if asked.to else f"{title} is linked"


def _title(codebook: Codebook, find: Callable[..., object], name: str) -> str:
    """What the first label that has it calls it."""
    found = next(filter(None, map(find, codebook.labels)), None)
    return str(getattr(found, "title", name))


def _each(plain: Mapping[str, object], name: str, read: Callable[[object], _Made]) -> Iterable[_Made]:
    listed = plain.get(name, ())
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        raise TypeError(f"{name} is no list")
    return [read(one) for one in listed]


def _attribute_condition(plain: object) -> AttributeCondition:
    if not isinstance(plain, Mapping):
        raise TypeError("a condition is no object")
    return AttributeCondition(_text(plain["name"]), How(_text(plain["how"])), _text(plain.get("value", "")))


def _role_condition(plain: object) -> RoleCondition:
    if not isinstance(plain, Mapping):
        raise TypeError("a condition is no object")
    return RoleCondition(_text(plain["name"]), bool(plain["linked"]), _text(plain.get("to", "")))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
