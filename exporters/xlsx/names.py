"""Names that Excel accepts for sheets."""

import re
from collections.abc import Iterable

from exporters.characters import one_line

_LONGEST = 31  # UTF-16 units
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"  # Excel keeps its own sheet of this name
_NAMELESS = "Table"


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """A name for each sheet, as near to the wanted one as Excel allows, no two alike."""
    taken = {_RESERVED}
    names = []
    for name in wanted:
        fitting = _free(_allowed(name), taken)
        taken.add(fitting.casefold())
        names.append(fitting)
    return names


def _allowed(name: str) -> str:
    return one_line(_FORBIDDEN.sub(" ", name)).strip(" '") or _NAMELESS


def _free(name: str, taken: set[str]) -> str:
    free, count = _cut(name, _LONGEST), 1
    while free.casefold() in taken:
        count += 1
        ending = f" {count}"
        free = _cut(name, _LONGEST - len(ending)) + ending
    return free


def _cut(name: str, units: int) -> str:
    """The start of the name, at most so many UTF-16 units and no half of a pair."""
    start = name.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
    return start.rstrip(" '")
