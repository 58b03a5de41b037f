"""What a brief's language decides: which way lines run and how a moment is written."""

from datetime import datetime
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime


@lru_cache
def locale(language: str) -> Locale:
    """The customs of a language tag such as ``en`` or ``ar-EG``; English where it is unknown."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Which way the lines of the language run."""
    return "rtl" if locale(language).text_direction == "rtl" else "ltr"


def moment(when: datetime, language: str) -> str:
    """A date and time of day as short words."""
    return format_datetime(when, "d MMM y, HH:mm", locale=locale(language))
