"""Earlier versions: kept whole, in order, the older the fewer, and never lost to a clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.storage.articles import open_article
from pressmark.storage.backups import Backups
from pressmark.storage.thinning import Dated, superfluous
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import told

NOW = datetime(2026, 11, 14, 12, tzinfo=UTC)
KEY = "/home/ana/Überfahrt: 2?.pressmark"


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups")


def test_a_version_is_a_file_that_opens(backups: Backups) -> None:
    path = backups.keep(KEY, to_xml(told()), "before-merge")
    assert open_article(path).doc.markup.keys() == told().markup.keys()
    (one,) = backups.all_of(KEY)
    assert (one.path, one.number, one.why) == (path, 1, "before-merge")
    assert abs(one.when - datetime.now(UTC)) < timedelta(minutes=1)
    assert backups.keys() == [KEY]


def test_the_newest_comes_first_and_the_same_again_is_kept_once(backups: Backups) -> None:
    for data in (b"one", b"two", b"two", b"one"):
        backups.keep(KEY, data)
    assert [one.path.read_bytes() for one in backups.all_of(KEY)] == [b"one", b"two", b"one"]
    assert [one.number for one in backups.all_of(KEY)] == [3, 2, 1]
    backups.keep(KEY, b"one", "before-merge")
    assert backups.all_of(KEY)[0].why == "before-merge"


def test_articles_of_one_name_in_two_folders_are_apart(backups: Backups) -> None:
    backups.keep("/a/story.pressmark", b"a")
    backups.keep("/b/story.pressmark", b"b")
    assert [one.path.read_bytes() for one in backups.all_of("/b/story.pressmark")] == [b"b"]


def test_whatever_else_lies_there_is_left_alone(backups: Backups) -> None:
    folder = backups.keep(KEY, b"one").parent
    for name in ("notes.txt", "000009-20269999T999999Z.pressmark", ".000002.tmp"):
        (folder / name).write_text("mine")
    assert len(backups.all_of(KEY)) == 1
    backups.thin(KEY, NOW + timedelta(days=4000))
    assert {one.name for one in folder.iterdir()} >= {"notes.txt", "of.txt", ".000002.tmp"}


def test_nothing_kept_means_nothing_there(backups: Backups) -> None:
    assert (backups.all_of(KEY), backups.keys()) == ([], [])


def test_a_full_disk_leaves_no_half_version(backups: Backups, tmp_path: Path) -> None:
    folder = backups.keep(KEY, b"one").parent
    folder.chmod(0o500)
    (tmp_path / "backups" / "x").mkdir()
    try:
        backups.keep(KEY, b"two")
    except PermissionError:
        assert [one.path.read_bytes() for one in backups.all_of(KEY)] == [b"one"]
    folder.chmod(0o700)


def versions(*ages: timedelta, forced: bool = False) -> list[Dated]:
    ordered = sorted(ages, reverse=True)
    return [Dated(number, NOW - age, forced) for number, age in enumerate(ordered)]


def test_of_the_last_hours_all_stay_then_one_an_hour_a_day_a_week_a_month() -> None:
    every_ten_minutes = versions(*(timedelta(minutes=10 * number) for number in range(6 * 24 * 100)))
    gone = set(superfluous(every_ten_minutes, NOW))
    ages = [NOW - one.when for one in every_ten_minutes if one.number not in gone]

    def between(least: timedelta, most: timedelta) -> int:
        return sum(least < age <= most for age in ages)

    assert between(timedelta(-1), timedelta(hours=2)) == 13
    assert 22 <= between(timedelta(hours=2), timedelta(days=1)) <= 24
    assert 13 <= between(timedelta(days=1), timedelta(days=14)) <= 14
    assert 6 <= between(timedelta(days=14), timedelta(days=60)) <= 8
    assert 1 <= between(timedelta(days=60), timedelta(days=100)) <= 3


def test_before_a_risky_action_stays_for_a_month() -> None:
    ages = [timedelta(days=20, minutes=number) for number in range(30)]
    assert superfluous(versions(*ages, forced=True), NOW) == []
    assert len(superfluous(versions(*ages), NOW)) == 19
    assert superfluous(versions(*ages, forced=True), NOW + timedelta(days=20)) != []


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(days=-9000)])
def test_with_a_clock_that_went_back_nothing_goes(jump: timedelta) -> None:
    assert superfluous(versions(*(timedelta(days=number) for number in range(400))), NOW + jump) == []


def test_versions_out_of_time_are_all_kept() -> None:
    mixed = [Dated(number, NOW - timedelta(days=number % 7)) for number in range(60)]
    assert superfluous(mixed, NOW) == []


@given(st.lists(st.timedeltas(timedelta(0), timedelta(days=900)), max_size=80), st.integers(0, 60))
def test_the_newest_stay_and_thinning_twice_lets_no_more_go(ages: list[timedelta], later: int) -> None:
    all_ = versions(*ages)
    gone = set(superfluous(all_, NOW))
    left = [one for one in all_ if one.number not in gone]
    assert not gone & {one.number for one in all_[-10:]}
    assert superfluous(left, NOW) == []
    assert not all_ or all_[0].number not in gone, "the oldest is the first of its stretch"
    tomorrow = NOW + timedelta(days=later)
    at_once = {one.number for one in all_} - set(superfluous(all_, tomorrow))
    by_way = {one.number for one in left} - set(superfluous(left, tomorrow))
    weeks = {int(one.when.timestamp() // (7 * 86400)) for one in all_ if one.number in at_once}
    assert weeks == {int(one.when.timestamp() // (7 * 86400)) for one in all_ if one.number in by_way}
