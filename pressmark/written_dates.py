"""Dates as tables and data files write them: in figures, in the order of a country, with months in words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from pressmark.dates import FuzzyDate

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "uk", "ru")

_LONGEST = 80
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?\s?(?P<half>[ap]\.?m\.?)?"
_ZONE = r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?"
_AFTER = re.compile(rf"(?:T|,|\s|at|um|à|о|Uhr)*{_TIME}{_ZONE}(?:\s.*)?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?=$|[T,\s])")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?=$|[T,\s])")
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>Z)?)?"
)
_SECONDS = re.compile(r"(1\d{9})(\d{3})?(?:\.0+)?")
_DAY_IN_WORDS = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s|-|de\s)+(?P<month>[^\W\d]{3,})\.?(?:,|\s|-|de\s)+(?P<year>\d{4}|(?<=-)\d\d)\b"
)
_MONTH_IN_WORDS = re.compile(
    r"(?P<month>[^\W\d]{3,})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,|\s)+(?P<year>\d{4})\b"
)


@dataclass(frozen=True, slots=True)
class Order:
    """Whether the day comes before the month in figures with the year last, and whether that is certain."""

    day_first: bool = True
    certain: bool = False


def order_of(values: Iterable[str], not_after: date) -> Order:
    """How a column writes its dates: told by days past twelve, else by which order lies in no future."""
    all_found = (_YEAR_LAST.search(value[:_LONGEST]) for value in values)
    pairs = [one for one in all_found if one and one[2] != "."]
    first = [int(one[1]) for one in pairs]
    second = [int(one[3]) for one in pairs]
    if any(number > 12 for number in first + second):
        return Order(day_first=max(first) >= max(second), certain=not (max(first) > 12 and max(second) > 12))
    future = {
        day_first: sum(1 for one in pairs if (day := _in_order(one, day_first)) and day > not_after)
        for day_first in (True, False)
    }
    if future[True] != future[False]:
        return Order(day_first=future[True] < future[False])
    return Order(certain=all(one[1] == one[3] for one in pairs))


def iso_date(written: str, order: Order | None = None) -> str:
    """The date (ISO 8601, with its time where one is written); empty for what is none."""
    text = " ".join(written[:_LONGEST].split())
    known = FuzzyDate.parse(text)
    if known.iso and not known.qualifier and "T" not in text:
        return known.iso
    return _compact(text) or _in_seconds(text) or _in_figures(text, order or Order()) or _in_words(text)


def is_ambiguous(written: str) -> bool:
    """True where day and month could be the other way round."""
    found = _YEAR_LAST.search(written[:_LONGEST])
    if not found or found[2] == ".":
        return False
    return found[1] != found[3] and max(int(found[1]), int(found[3])) <= 12


def _in_figures(text: str, order: Order) -> str:
    if found := _YEAR_FIRST.search(text):
        day = _day(found[1], found[3], found[4])
    elif found := _YEAR_LAST.search(text):
        day = _in_order(found, order.day_first) or _in_order(found, not order.day_first)
    else:
        return ""
    return _with_time(day, text[found.end() :]) if day else ""


def _in_order(found: re.Match[str], day_first: bool) -> date | None:
    day_first = day_first or found[2] == "."  # nobody writes 11.14.2026
    day, month = (found[1], found[3]) if day_first else (found[3], found[1])
    return _day(_full(found[4]), month, day)


def _in_words(text: str) -> str:
    for pattern in (_DAY_IN_WORDS, _MONTH_IN_WORDS):
        found = pattern.search(text)
        month = _months().get(found["month"].casefold()) if found else None
        if found and month and (day := _day(_full(found["year"]), str(month), found["day"])):
            return _with_time(day, text[found.end() :])
    return ""


def _compact(text: str) -> str:
    """20261114, 20261114093000 and 20261114T093000Z."""
    found = _COMPACT.fullmatch(text)
    if not found or not (day := _day(found["year"], found["month"], found["day"])):
        return ""
    return _at(day, found) if found["hour"] else day.isoformat()


def _in_seconds(text: str) -> str:
    """Seconds or milliseconds since 1970."""
    found = _SECONDS.fullmatch(text)
    if not found:
        return ""
    return datetime.fromtimestamp(int(found[1]), UTC).isoformat().replace("+00:00", "Z")


def _with_time(day: date, after: str) -> str:
    found = _AFTER.match(after)
    return _at(day, found) if found else day.isoformat()


def _at(day: date, found: re.Match[str]) -> str:
    parts = found.groupdict()
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    half = (parts.get("half") or "").casefold()[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    if hour > 23 or minute > 59 or second > 59 or hour == minute == second == 0:
        return day.isoformat()
    zone = re.sub(r"(\d\d)(\d\d)$", r"\1:\2", parts["zone"] or "")
    zone = "Z" if zone.isalpha() else zone
    return f"{day.isoformat()}T{hour:02d}:{minute:02d}{f':{second:02d}' if second else ''}{zone}"


def _full(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Names of the months as people write them in several languages, whole and abbreviated."""
    from babel.dates import get_month_names

    return {
        name.casefold().rstrip("."): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, language).items()
    } | {"märz": 3, "sept": 9, "mrz": 3}
