"""Which files are copies of others, by the names that programs give them."""

import pytest

from pressmark.conflict_copies import ConflictCopy, conflict_copies

FILE = "harbour-fund.pressmark"
COPIES = {
    "harbour-fund (Mara Lindqvist's conflicted copy 2026-11-14).pressmark": "Dropbox",
    "harbour-fund (Mara's conflicted copy 2026-11-14 (1)).pressmark": "Dropbox",
    "harbour-fund (In Konflikt stehende Kopie von Mara 2026-11-14).pressmark": "Dropbox",
    "harbour-fund (Copie en conflit de Mara 2026-11-14).pressmark": "Dropbox",
    "harbour-fund-DESKTOP-7G2KQ1.pressmark": "OneDrive",
    "harbour-fund-Maras-MacBook-Pro.pressmark": "OneDrive",
    "harbour-fund.sync-conflict-20261114-091203-ABCDEFG.pressmark": "Syncthing",
    "harbour-fund (conflicted copy 2026-11-14 091203).pressmark": "Nextcloud",
    "harbour-fund_conflict-20261114-091203.pressmark": "Nextcloud",
    "harbour-fund (SFConflict mara@bay.example 2026-11-14-09-12-03).pressmark": "Seafile",
    "harbour-fund_LOCAL_4711.pressmark": "git",
    "harbour-fund[Conflict].pressmark": "Google Drive",
    "harbour-fund (1).pressmark": "",
    "harbour-fund 2.pressmark": "",
    "harbour-fund - Copy.pressmark": "",
    "harbour-fund - Kopie (2).pressmark": "",
    "harbour-fund copy.pressmark": "",
    "harbour-fund (copy).pressmark": "",
}


@pytest.mark.parametrize("name", COPIES)
def test_the_copies_that_programs_make_are_known_by_their_names(name: str) -> None:
    assert conflict_copies([FILE, "other.pressmark", name]) == [ConflictCopy(name, FILE, COPIES[name])]


@pytest.mark.parametrize(
    "name",
    [
        "harbour-fund-2.pressmark",  # as Pressmark names the next article of the same headline
        "harbour-fund-promised.pressmark",
        "harbour-funds.pressmark",
        "harbour.pressmark",
        "Harbour-Fund.pressmark",
        "the-conflict (1).pressmark",
    ],
)
def test_other_articles_are_no_copies(name: str) -> None:
    assert conflict_copies([FILE, name]) == []


def test_a_copy_without_its_article_is_an_article() -> None:
    assert conflict_copies(["harbour-fund (1).pressmark"]) == []


def test_a_headline_that_ends_like_a_copy_is_told_by_its_text() -> None:
    names = ["harbour-fund.pressmark", "harbour-fund 2.pressmark"]
    assert conflict_copies(names, lambda copy, of: (copy, of) != (names[1], names[0])) == []


def test_several_copies_of_one_article_are_all_found() -> None:
    assert [one.file for one in conflict_copies([*COPIES, FILE])] == sorted(COPIES)
    assert {one.of for one in conflict_copies([*COPIES, FILE])} == {FILE}
