"""What the first lines of an article say: its headline, who wrote it, when it was published."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressmark.article import BlockKind
from pressmark.dates import FuzzyDate
from pressmark.importers.boilerplate import boilerplate
from pressmark.importers.imported import BlockText

_LONGEST_HEADLINE = 160
_NEAR_TOP = 10
_LOOKED_AT = 40  # blocks: what comes later opens nothing
_UNDER_HEADLINE = 5  # a standfirst, a byline, a date, a picture's caption
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$")
_BYLINE = re.compile(r"(?:written )?(?:by|von|par|por)(?:\s*:)?\s+(?P<who>\w.{2,120})", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-zà-öø-ÿ]")  # starts with a capital, or with a letter that knows no case
_AFTER_NAME = re.compile(r"\s*(?:[,|•·]|\s[–—-]\s|\s(?:in|at|for)\s[A-Z]|\s\d).*")
_DATE = re.compile(
    r"\b(\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?,? \d{4}|"
    r"[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b"
)
_AROUND_DATE = re.compile(
    r"(?:first |last )?(?:published|posted|updated|modified|date)\b|"
    r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:on|at|am|pm|gmt|utc|bst|cet|est|edt|z)\b|[\d\W_t]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What was inferred; `headline_at` is the block that is the headline, −1 where none is."""

    headline: str = ""
    author: str = ""
    published: str = ""
    headline_at: int = -1

    @property
    def guessed(self) -> tuple[str, ...]:
        return tuple(name for name in ("headline", "author", "published") if getattr(self, name))


def opening_of(blocks: Sequence[BlockText], *, blank_after_first: bool = False) -> Opening:
    """Reads the first blocks that are no boilerplate; `blank_after_first` where a blank line follows one."""
    away = set(boilerplate(blocks[:_LOOKED_AT]))
    kept = [at for at in range(min(len(blocks), _LOOKED_AT)) if at not in away]
    opening = _opening([blocks[at] for at in kept], blank_after_first)
    return replace(opening, headline_at=kept[opening.headline_at]) if opening.headline else opening


def _opening(blocks: Sequence[BlockText], blank_after_first: bool) -> Opening:
    headline = _first_heading(blocks)
    if headline < 0 and _is_headline(blocks, blank_after_first):
        headline = 0
    author = published = ""
    for _, text, _ in blocks[headline + 1 : headline + 1 + _UNDER_HEADLINE]:
        author = author or byline(text)
        published = published or date_line(text)
    return Opening(blocks[headline][1] if headline >= 0 else "", author, published, headline)


def _first_heading(blocks: Sequence[BlockText]) -> int:
    """Where the headline stands if it is a heading: of the first level near the top, or any at the top."""
    headings = [at for at, block in enumerate(blocks[:_NEAR_TOP]) if block[0] is BlockKind.HEADING]
    first_level = [at for at in headings if blocks[at][2] == 1]
    return next(iter(first_level or [at for at in headings if at < 3]), -1)


def _is_headline(blocks: Sequence[BlockText], blank_after: bool) -> bool:
    """True for a short first line without a full stop, set apart or with a longer paragraph soon after it."""
    if len(blocks) < 2 or blocks[0][0] is not BlockKind.PARAGRAPH:
        return False
    text = blocks[0][1]
    if len(text) > _LONGEST_HEADLINE or byline(text) or date_line(text) or not re.search(r"\w\w", text):
        return False
    if re.search(r"[.,;:…][^\w!?]*$", text) and not _ABBREVIATION.search(text):
        return False
    longest = max(len(other) for _, other, _ in blocks[1 : 2 + _UNDER_HEADLINE])
    return longest > len(text) * (1 if blank_after else 1.5)


def byline(text: str) -> str:
    """The name in “By Jane Doe, Political Editor”; empty for a line that is no byline."""
    found = _BYLINE.fullmatch(text)
    if not found or text.endswith((".", "!", "?")) or not _NAME.match(found["who"]):
        return ""
    who = found["who"]
    return who.strip() if re.search(r"\b(?:and|und|et|y)\b|&", who) else _AFTER_NAME.sub("", who).strip()


def date_line(text: str) -> str:
    """The date (ISO 8601) of a line that says nothing else, or that is a byline with a date."""
    found = _DATE.search(text[:200])
    if not found:
        return ""
    rest = text[: found.start()] + text[found.end() :]
    if _AROUND_DATE.sub("", rest).strip() and not byline(text):
        return ""
    return FuzzyDate.parse(found[1].replace(".", "")).iso
