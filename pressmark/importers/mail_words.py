"""What mail programs and newsletters write around what is said, in all languages of resources/mail."""

import re
from functools import cache
from typing import NamedTuple

import resources

_STARS = r"[*_\s\u200e\u200f]*"  # what stands for bold type in plain text


class MailWords(NamedTuple):
    """Patterns for single lines, by what a line is that they fit.

    label:     the beginning of a line in the head of a forwarded message; one group a field, by its name
    forwarded: the whole of a line that says that a forwarded message follows
    wrote:     the whole of a line that says that a quoted message follows
    replied:   what is set before the subject of an answer; `prefixes` all that is, repeated
    browser:   the whole of a line that leads to the same as a web page
    footer:    the whole of a line that is about the mail and not about the news
    sent_from: the whole of a line that a telephone adds
    greeting:  the whole of a line that greets
    """

    label: re.Pattern[str]
    forwarded: re.Pattern[str]
    wrote: re.Pattern[str]
    replied: re.Pattern[str]
    prefixes: re.Pattern[str]
    browser: re.Pattern[str]
    footer: re.Pattern[str]
    sent_from: re.Pattern[str]
    greeting: re.Pattern[str]


@cache
def mail_words() -> MailWords:
    """Those of all languages together: people forward what was written in another."""
    sections: dict[str, list[str]] = {}
    for file in sorted(resources.path("mail").glob("*.txt")):
        _gather(sections, file.read_text(encoding="utf-8"))
    either = {name: "|".join(patterns) for name, patterns in sections.items()}
    fields = "|".join(rf"(?P<{name}>{either[name]})" for name in ("from", "date", "subject", "to"))
    prefixes = rf"(?:{either['reply prefix']}|{either['forward prefix']})"
    dashes = r"[-–—_=>*\s]*"
    return MailWords(
        label=_pattern(rf"{_STARS}(?:{fields}){_STARS}:{_STARS}(?P<value>.*)"),
        forwarded=_pattern(rf"{dashes}(?:{either['forwarded']}){dashes}"),
        wrote=_pattern(rf"(?:{either['wrote']})\s*"),
        replied=_pattern(rf"\s*(?:{either['reply prefix']})(?:\[\d+\])?\s*:.*"),
        prefixes=_pattern(rf"\s*(?:{prefixes}(?:\[\d+\])?\s*:\s*)+"),
        browser=_pattern(rf"\W*(?:{either['browser']})\W*"),
        footer=_pattern(rf"\W*(?:{either['footer']}).*"),
        sent_from=_pattern(rf"(?:{either['sent from']})\W*"),
        greeting=_pattern(rf"\W*(?:{either['greeting']})"),
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE | re.DOTALL)


def _gather(sections: dict[str, list[str]], text: str) -> None:
    section: list[str] = []
    for line in text.split("\n"):
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line:
            section.append(f"(?:{line})")
