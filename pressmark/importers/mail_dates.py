"""When a forwarded message says that it was sent: days as people's mail programs write them."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from pressmark.importers.canon import one_line
from pressmark.importers.page_dates import moment

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "uk", "ru")
_LONGEST = 120
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:de\s+|of\s+)?([^\W\d_]{3,})\.?,?\s*(?:de\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_YEAR_FIRST = re.compile(r"\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})([/.])(\d{1,2})\2(\d{4})\b")
_AMERICAN = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?\s*[ap]m\b", re.IGNORECASE)


def day_sent(text: str, today: date) -> str:
    """The moment where it is told with its zone, else the day, as ISO 8601; empty where neither is sure."""
    text = one_line(text[:_LONGEST])
    exact = moment(text, today)
    if re.search(r"(?:Z|[+-]\d\d:\d\d)$", exact):
        return exact
    return next(filter(None, (moment(one, today) for one in _days(text))), "")


def _days(text: str) -> Iterator[str]:
    for found in _YEAR_FIRST.finditer(text):
        yield _iso(found[1], found[3], found[4])
    for found in _DAY_FIRST.finditer(text):
        yield _iso(found[3], _month(found[2]), found[1])
    for found in _MONTH_FIRST.finditer(text):
        yield _iso(found[3], _month(found[1]), found[2])
    for found in _NUMBERS.finditer(text):
        day, month = found[1], found[3]
        american = found[2] == "/" and (_AMERICAN.search(text) or int(month) > 12)
        if american and int(day) <= 12:
            day, month = month, day
        yield _iso(found[4], month, day)


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}" if month else ""


def _month(word: str) -> str:
    """Its number by its name or the first letters of it."""
    word = word.casefold()
    exact = _months().get(word)
    return exact or next((number for name, number in _months().items() if name.startswith(word)), "")


@cache
def _months() -> dict[str, str]:
    from babel import Locale

    return {
        name.casefold().rstrip("."): str(number)
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for style in ("format", "stand-alone")
        for number, name in Locale(language).months[style][width].items()
    }
