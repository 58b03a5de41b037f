"""The list of a dossier: in which order, under which headings, and which articles of it."""

from pathlib import Path

import pytest

from desktop.models.arrangement import GROUPS, SHOWN, SORTS, Arrangement, Heading, arranged
from desktop.models.entries import Entry
from pressmark.storage.index import Listed

FOLDER = Path("/dossier")


def entry(file: str, **said: object) -> Entry:
    values = {
        "headline": file.upper(), "outlet": "", "author": "", "published": "", "language": "en", "state": "",
        "tags": (), "archived": False, "status": "", "counts": {}, "words": 10, "problem": "",
    }  # fmt: skip
    return Entry(None, Listed(file=file, **{**values, **said}), FOLDER)


ALL = (
    entry("a", outlet="Gazette", published="2026-11-14", state="done", tags=("sea", "budget")),
    entry("b", outlet="Évening Wire", published="2026-11-16T08:00:00+00:00", state="in work"),
    entry("c", outlet="", published="2026-11-16T09:00:00+00:00", status="withdrawn"),
    entry("d", outlet="evening wire", published="", tags=("budget",), archived=True),
)


def rows(how: Arrangement, order: dict[str, int] | None = None) -> str:
    """Files, and headings in brackets."""
    found = arranged(ALL, how, order or {})
    return " ".join(
        f"[{one.title} {one.count}]" if isinstance(one, Heading) else one.path.name for one in found
    )


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (Arrangement(archived=True), "a b c d"),
        (Arrangement(), "a b c"),
        (Arrangement("date", archived=True), "c b a d"),
        (Arrangement("outlet", archived=True), "b d a c"),
        (Arrangement("state"), "c b a"),
        (Arrangement("headline"), "a b c"),
        (Arrangement("nothing known"), "a b c"),
        (Arrangement(shown="done"), "a"),
        (Arrangement(shown="to read"), "c"),
        (Arrangement(shown="to read", archived=True), "c d"),
        (Arrangement(shown="withdrawn"), "c"),
        (Arrangement("date", "date"), "[16 November 2026 2] c b [14 November 2026 1] a"),
        (Arrangement("own", "state"), "[To read 1] c [In work 1] b [Done 1] a"),
        (Arrangement("own", "tag", archived=True), "[budget 2] a d [sea 1] a [No tag 2] b c"),
        (
            Arrangement("own", "outlet", archived=True),
            "[Évening Wire 2] b d [Gazette 1] a [No outlet 1] c",
        ),
    ],
)
def test_articles_stand_where_they_are_looked_for(how: Arrangement, expected: str) -> None:
    assert rows(how) == expected


def test_the_own_order_comes_first_and_what_is_new_after_it() -> None:
    assert rows(Arrangement(archived=True), {"d": 0, "b": 1}) == "d b a c"


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("sort", SORTS)
def test_no_article_is_lost_by_any_order(sort: str, group: str) -> None:
    found = arranged(ALL, Arrangement(sort, group, archived=True), {})
    assert {one.path.name for one in found if isinstance(one, Entry)} == {"a", "b", "c", "d"}


def test_every_choice_of_what_is_shown_shows_something() -> None:
    assert all(arranged(ALL, Arrangement(shown=shown), {}) for shown in SHOWN)
