"""In which order the list of the dossier shows its articles, under which headings, and which of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from desktop.models.entries import STATE_TITLES, Entry
from pressmark.dates import long_date
from pressmark.folding import fold

SORTS = {
    "own": "My order",
    "date": "Newest first",
    "outlet": "Outlet",
    "headline": "Headline",
    "state": "State of the work",
}
GROUPS = {"": "Nothing", "outlet": "Outlet", "date": "Date", "state": "State of the work", "tag": "Tag"}
SHOWN = {
    "": "All articles",
    "to read": "To read",
    "in work": "In work",
    "done": "Done",
    "withdrawn": "Withdrawn or corrected",
}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Keys of `SORTS`, `GROUPS` and `SHOWN`; `archived` shows articles that are put away as well."""

    sort: str = "own"
    group: str = ""
    shown: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Stands above the articles of a group, and says how many there are."""

    title: str
    count: int


def arranged(entries: Iterable[Entry], how: Arrangement, order: Mapping[str, int]) -> list[Entry | Heading]:
    """The rows of the list. `order` is the place of files, by name, that the analyst has given them."""
    wanted = [one for one in entries if _is_wanted(one, how)]
    key = _SORT_KEYS.get(how.sort)
    wanted.sort(key=key or (lambda one: _own_place(one, order)))
    places_of = _GROUPS.get(how.group)
    if places_of is None:
        return list(wanted)
    groups: dict[_Place, tuple[str, list[Entry]]] = {}
    for one in wanted:
        for place, title in places_of(one):
            groups.setdefault(place, (title, []))[1].append(one)
    rows: list[Entry | Heading] = []
    for _, (title, ones) in sorted(groups.items()):
        rows += [Heading(title, len(ones)), *ones]
    return rows


def _is_wanted(one: Entry, how: Arrangement) -> bool:
    if one.archived and not how.archived:
        return False
    match how.shown:
        case "":
            return True
        case "to read":
            return not one.state
        case "withdrawn":
            return bool(one.status)
    return one.state == how.shown


def _own_place(one: Entry, order: Mapping[str, int]) -> int:
    """What has no place of its own comes last, as it came."""
    return order.get(one.file, len(order))


def _alphabetic(text: str) -> tuple[bool, str]:
    """By letters, whatever their case; what is empty comes last."""
    return not text, fold(text).text


def _newest(one: Entry) -> tuple[bool, tuple[int, ...]]:
    return not one.published, _backwards(one.published)


def _backwards(date: str) -> tuple[int, ...]:
    return tuple(-ord(character) for character in date)


def _state_place(one: Entry) -> int:
    known = list(STATE_TITLES)
    return known.index(one.state) if one.state in known else len(known)


_SORT_KEYS: Mapping[str, Callable[[Entry], Any]] = {
    "date": _newest,
    "outlet": lambda one: (_alphabetic(one.outlet), _newest(one)),
    "headline": lambda one: _alphabetic(one.headline),
    "state": lambda one: (_state_place(one), _newest(one)),
}

_Place: TypeAlias = tuple[Any, ...]
"""Of a group among the others."""


def _by_outlet(one: Entry) -> list[tuple[_Place, str]]:
    return [(_alphabetic(one.outlet), one.outlet or "No outlet")]


def _by_date(one: Entry) -> list[tuple[_Place, str]]:
    day = one.published[:10]
    return [((not day, _backwards(day)), long_date(day) or "No date")]


def _by_state(one: Entry) -> list[tuple[_Place, str]]:
    return [((_state_place(one),), STATE_TITLES.get(one.state, one.state.capitalize()))]


def _by_tag(one: Entry) -> list[tuple[_Place, str]]:
    """An article stands under each of its tags."""
    return [(_alphabetic(tag), tag) for tag in one.tags] or [(_alphabetic(""), "No tag")]


_GROUPS: Mapping[str, Callable[[Entry], list[tuple[_Place, str]]]] = {
    "outlet": _by_outlet,
    "date": _by_date,
    "state": _by_state,
    "tag": _by_tag,
}
