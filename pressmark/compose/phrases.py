"""What a brief says in its own words, in the language of its headings: one catalogue a language."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton

import resources
from pressmark.dates import FuzzyDate

_Entry: TypeAlias = str | Mapping[str, str]

_PRECISIONS = {4: ("%Y", "y"), 7: ("%Y-%m", "yMMMM")}
"""Length of an ISO 8601 date that is less than a day: how it is read, and its CLDR skeleton."""


class Phrases:
    """The catalogue of one language; keys are “table.key” as in resources/phrases."""

    def __init__(self, language: str, entries: Mapping[str, _Entry]) -> None:
        self.language = language
        self._entries = entries
        self._locale = _locale(language)

    def __call__(self, key: str, **values: object) -> str:
        """The phrase with its values filled in."""
        entry = self._entries[key]
        if isinstance(entry, str):
            return entry.format(**values)
        return entry["other"].format(**values)

    def count(self, key: str, n: int) -> str:
        """The phrase in the form that the number asks for: “1 pledge”, “2 pledges”."""
        entry = self._entries[key]
        if isinstance(entry, str):
            return entry.format(n=n)
        return entry.get(self._locale.plural_form(n), entry["other"]).format(n=n)

    def date(self, iso: str) -> str:
        """An ISO 8601 date, its month or its year, in words; other text comes back as it is."""
        try:
            if len(iso) in _PRECISIONS:
                pattern, skeleton = _PRECISIONS[len(iso)]
                return format_skeleton(skeleton, datetime.strptime(iso, pattern), locale=self._locale)
            return format_date(datetime.fromisoformat(iso).date(), "long", locale=self._locale)
        except ValueError:
            return iso

    def tick(self, day: dt.date, *, by_month: bool) -> str:
        """A day or a month as short as an axis wants it."""
        return format_skeleton("yMMM" if by_month else "MMMd", day, locale=self._locale)

    def moment(self, when: datetime) -> str:
        """A day and the time of it."""
        time = format_datetime(when, "HH:mm", locale=self._locale)
        return f"{self.date(when.date().isoformat())}, {time}"

    def fuzzy(self, date: FuzzyDate | None) -> str:
        """“by 31 March 2027”; words that are no date as they are."""
        if date is None or date.words:
            return date.words if date else ""
        return (
            self(f"date.{date.qualifier}", date=self.date(date.iso))
            if date.qualifier
            else self.date(date.iso)
        )


@lru_cache
def phrases(language: str) -> Phrases:
    """The catalogue for a language tag (BCP 47); the English one where there is none."""
    for name in (language, language.partition("-")[0], "en"):
        path = resources.path("phrases", f"{name}.toml")
        if name.replace("-", "").isalnum() and path.is_file():
            return Phrases(language if name != "en" else _english(language), _flat(path.read_text("utf-8")))
    raise FileNotFoundError("the English phrases are missing from resources")


def _english(language: str) -> str:
    return language if language.startswith("en") else "en-GB"


def _flat(text: str) -> dict[str, _Entry]:
    tables: dict[str, dict[str, Any]] = tomllib.loads(text)
    return {f"{table}.{key}": entry for table, entries in tables.items() for key, entry in entries.items()}


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
