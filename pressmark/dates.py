"""Dates as sure as the press states them: a day, a month, a year, “by” or “before” one, or only words."""

import re
from dataclasses import dataclass
from datetime import date

_QUALIFIERS = {
    "by": "by", "no later than": "by", "before": "before", "until": "until", "till": "until",
    "after": "after", "from": "from", "since": "from",
    "about": "about", "around": "about", "circa": "about", "c.": "about",
    "by the end of": "by", "by end of": "by", "by end": "by", "the end of": "", "end of": "",
    "before the end of": "by", "before end of": "by",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_NUMBERS = (
    {name.casefold(): number for number, name in enumerate(_MONTHS, 1)}
    | {name[:3].casefold(): number for number, name in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)
_QUALIFIER = re.compile(
    rf"(?:({'|'.join(sorted(_QUALIFIERS, key=len, reverse=True))})\s+)?(.+)", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?)?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII)

_IN_TEXT = re.compile(
    r"""\b (?:({qualifier})\s+)?
    (?: (?:\d{{1,2}}(?:st|nd|rd|th)?\s+)? (?:{month})\.?,?\s+\d{{4}}
      | (?:{month})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}
      | \d{{4}}-\d{{2}}-\d{{2}}
      | (?(1)\d{{4}}|(?!)) )  # a year alone is only one after “by”
    \b""".format(
        qualifier="|".join(sorted(_QUALIFIERS, key=len, reverse=True)).replace(" ", r"\s+"),
        month="|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)),
    ),
    re.IGNORECASE | re.ASCII | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A day, month or year (ISO 8601, as precise as known) with a qualifier, or the words alone."""

    iso: str
    qualifier: str = ""
    words: str = ""

    @classmethod
    def parse(cls, text: str) -> "FuzzyDate":
        """Reads “by 31 March 2027”, “2027-03”, “Dec 20, 2022”; other text is kept as words."""
        text = " ".join(text.split())
        split = _QUALIFIER.fullmatch(text)
        if split:
            iso = _iso(split[2])
            if iso:
                return cls(iso, _QUALIFIERS.get((split[1] or "").casefold(), ""))
        return cls("", "", text)

    def __str__(self) -> str:
        """The canonical text: ``by 2027-03-31``."""
        return self.words or f"{self.qualifier} {self.iso}".strip()

    def shown(self) -> str:
        """For readers: ``by 31 March 2027``."""
        return self.words or f"{self.qualifier} {long_date(self.iso)}".strip()

    @property
    def day(self) -> date | None:
        """The day, where the date is as precise as that."""
        return date.fromisoformat(self.iso) if len(self.iso) == 10 else None


def long_date(iso: str) -> str:
    """An ISO 8601 date (or its month or year) as ``14 November 2026``; other text comes back as it is."""
    found = _ISO.fullmatch(iso)
    if not found or not _iso(iso):
        return iso
    year, month, day = found.groups()
    parts = [str(int(day))] if day else []
    parts += [_MONTHS[int(month) - 1]] if month else []
    return " ".join([*parts, year])


def find_date(text: str) -> str:
    """The first date that stands in a text, with its year, as printed; empty when there is none."""
    found = (" ".join(match[0].split()) for match in _IN_TEXT.finditer(text))
    return next((printed for printed in found if FuzzyDate.parse(printed).iso), "")


def stated_date(typed: str) -> str:
    """What to store for a typed date: ISO 8601, with its time if it has one; else the words as typed."""
    typed = " ".join(typed.split())
    return typed if "T" in typed and _iso(typed) else str(FuzzyDate.parse(typed))


def _iso(text: str) -> str:
    if found := _ISO.fullmatch(text):
        return _checked(*found.groups())
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(text):
        month, day, year = found.groups()
    else:
        return ""
    number = _MONTH_NUMBERS.get(month.casefold())
    return _checked(year, str(number), day) if number else ""


def _checked(year: str, month: str | None, day: str | None) -> str:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])
