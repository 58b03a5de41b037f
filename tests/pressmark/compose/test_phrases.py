"""The words of a brief in the languages of its headings."""

import re
import tomllib
from dataclasses import replace
from datetime import date, datetime

import pytest

import resources
from pressmark.brief import Brief, Heading, Paragraph, Table, plain
from pressmark.compose import EVERYTHING, compose
from pressmark.compose.phrases import phrases
from pressmark.dates import FuzzyDate
from tests.pressmark.compose.reading import NOW
from tests.pressmark.story import told

FILES = sorted(resources.path("phrases").glob("*.toml"))
LANGUAGES = [path.stem for path in FILES]


def catalogue(language: str) -> dict[str, str | dict[str, str]]:
    tables = tomllib.loads(resources.path("phrases", f"{language}.toml").read_text("utf-8"))
    return {f"{table}.{key}": entry for table, entries in tables.items() for key, entry in entries.items()}


def forms(entry: str | dict[str, str]) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_phrase_with_the_same_things_to_fill_in(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    assert other.keys() == english.keys()
    for key, entry in english.items():
        asked = {name for form in forms(entry) for name in re.findall(r"\{(\w+)\}", form)}
        for form in forms(other[key]):
            assert set(re.findall(r"\{(\w+)\}", form)) == asked, key


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_a_brief_in_another_language_says_nothing_in_english(language: str) -> None:
    own = catalogue(language)
    english = {
        entry for key, entry in catalogue("en").items() if isinstance(entry, str) and own[key] != entry
    }
    assert english & own_words(compose([told()], NOW))
    assert not english & own_words(compose([told()], NOW, replace(EVERYTHING, language=language)))


def own_words(brief: Brief) -> set[str]:
    """Every line of the brief."""
    found = [block.text for block in brief.blocks if isinstance(block, Heading)]
    found += [plain(block.inlines) for block in brief.blocks if isinstance(block, Paragraph)]
    for block in brief.blocks:
        if isinstance(block, Table):
            found += [column.title for column in block.columns]
            found += [
                line for row in block.rows for cell in row.cells for line in plain(cell.inlines).split("\n")
            ]
    return set(found)


def test_plural_forms_are_those_of_the_language() -> None:
    assert [phrases("en-GB").count("count.pledge", n) for n in (0, 1, 2)] == [
        "0 pledges",
        "1 pledge",
        "2 pledges",
    ]
    assert [phrases("fr").count("count.pledge", n) for n in (0, 1, 2)] == [
        "0 engagement",
        "1 engagement",
        "2 engagements",
    ]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-GB", ("by March 2027", "14 November 2026", "14 November 2026, 09:40", "Nov 2026")),
        ("de", ("bis März 2027", "14. November 2026", "14. November 2026, 09:40", "Nov. 2026")),
        ("fr", ("d'ici mars 2027", "14 novembre 2026", "14 novembre 2026, 09:40", "nov. 2026")),
    ],
)
def test_dates_are_written_as_the_language_writes_them(language: str, shown: tuple[str, ...]) -> None:
    say = phrases(language)
    assert (
        say.fuzzy(FuzzyDate.parse("by 2027-03")),
        say.date("2026-11-14"),
        say.moment(datetime(2026, 11, 14, 9, 40)),
        say.tick(date(2026, 11, 1), by_month=True),
    ) == shown


def test_a_language_without_a_catalogue_is_english_and_says_so() -> None:
    assert phrases("xx").language == "en-GB"
    assert phrases("xx")("title.pledges") == "Pledges"
    assert phrases("../en").language == "en-GB"
    assert phrases("de-AT")("title.pledges") == "Zusagen"
