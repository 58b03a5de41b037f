"""When a page says it was published: the many ways to write it for machines, as ISO 8601 or not at all."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from pressmark.dates import FuzzyDate
from pressmark.importers.canon import one_line

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*"
    r"(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?")
_OLDEST = 1700
_EPOCH = date(1970, 1, 1)  # what programs write for “not known”


def moment(text: str, today: date) -> str:
    """The day, or the moment, as ISO 8601; empty for what is none and for what cannot be."""
    found = _read(one_line(text[:100]))
    try:
        day = date.fromisoformat(found[:10])
    except ValueError:
        return ""
    return found if day.year >= _OLDEST and day != _EPOCH and day <= today + timedelta(days=1) else ""


def _read(text: str) -> str:
    if found := _ISO.fullmatch(text):
        return _iso("-".join(found.group(1, 2, 3)), found[4] or "", found[5] or "")
    if found := _COMPACT.fullmatch(text):
        time = f"{found[4]}:{found[5]}:{found[6] or '00'}" if found[4] else ""
        return _iso("-".join(found.group(1, 2, 3)), time, found[7] or "")
    if found := _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(found[1]), UTC).isoformat()
    try:
        return parsedate_to_datetime(text).isoformat()  # “Sat, 14 Nov 2026 09:12:00 GMT”
    except (ValueError, IndexError, TypeError, OverflowError):
        return FuzzyDate.parse(text).iso


def _iso(day: str, time: str, zone: str) -> str:
    if not time:
        return day
    if zone.upper() in {"UTC", "GMT"}:
        zone = "Z"
    elif len(zone) == 3:
        zone += ":00"
    elif len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{time}{zone.upper()}"
