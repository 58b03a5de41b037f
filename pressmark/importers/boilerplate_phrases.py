"""What stands around articles, as sites word it: the patterns of all languages in resources/boilerplate."""

import re
from functools import cache
from typing import NamedTuple

import resources

_SERVICE = (
    r"(?:facebook|twitter|x|whats ?app|telegram|linkedin|instagram|youtube|tik ?tok|threads|bluesky|"
    r"mastodon|pinterest|reddit|viber|xing|flipboard|pocket|messenger|signal|google news|"
    r"фейсбук\w*|твіттер\w*|телеграм\w*|інстаграм\w*|вайбер\w*)"
)
_BETWEEN = r"(?:,? (?:and|or|und|oder|et|ou|та|і|або) |, ?| ?[/|·&] ?| )"
_AGENCY = (
    r"\b(?:reuters|afp|ap|dpa|epa|efe|ansa|apa|pa|getty(?: images)?|imago|picture alliance|shutterstock|"
    r"istock|alamy|bloomberg|handout|ukrinform|unian|укрінформ|уніан|sipa|anadolu|xinhua|images?|pool)\b"
)
_BY = r"(?:\s+(?:by|credit|von|de|par|courtesy(?: of)?))?"


class Phrases(NamedTuple):
    """Patterns for single lines in lower case, by what a line is that they fit.

    always:      the whole of a line that no article holds, wherever it stands
    starts:      the beginning of a short line that leads away from the article
    edge_starts: the beginning of a line that is the site's before or after the article, not within
    edge_lines:  the whole of such a line
    lists:       the heading of a list of links
    sharing:     a word of share bars; `deeds` those that say what to do
    credits:     a line that names whose picture it is (`mark` sets the names off); `agencies` in one
    """

    always: re.Pattern[str]
    starts: re.Pattern[str]
    edge_starts: re.Pattern[str]
    edge_lines: re.Pattern[str]
    lists: re.Pattern[str]
    sharing: re.Pattern[str]
    deeds: re.Pattern[str]
    credits: re.Pattern[str]
    agencies: re.Pattern[str]


@cache
def phrases() -> Phrases:
    """Those of all languages together: sites mix them, and share bars are English everywhere."""
    sections: dict[str, list[str]] = {}
    for file in sorted(resources.path("boilerplate").glob("*.txt")):
        _gather(sections, file.read_text(encoding="utf-8"))
    either = {name: "|".join(patterns) for name, patterns in sections.items()}
    services = rf"{_SERVICE}(?:{_BETWEEN}{_SERVICE}){{0,8}}"
    return Phrases(
        **{
            name: re.compile(either[name.replace("_", " ")])
            for name in ("always", "starts", "edge_starts", "edge_lines", "lists", "deeds")
        },
        sharing=re.compile(rf"{services}|{either['deeds']}"),
        credits=re.compile(
            rf"(?:{either['credits']}|©|\(c\)){_BY}\s*(?P<mark>[:/©]|\bby\b)?\s*(?P<who>.+)", re.IGNORECASE
        ),
        agencies=re.compile(_AGENCY, re.IGNORECASE),
    )


def _gather(sections: dict[str, list[str]], text: str) -> None:
    section: list[str] = []
    for line in text.split("\n"):
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line:
            section.append(f"(?:{line.replace('{services}', _SERVICE)})")
