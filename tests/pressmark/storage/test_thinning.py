"""Thinning: the newest stay, every stretch of time keeps one, and no clock makes anything go."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.storage.thinning import Dated, superfluous

NOW = datetime(2026, 11, 14, 12, tzinfo=UTC)


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


AGES = st.lists(st.timedeltas(timedelta(0), timedelta(days=900)), max_size=80)
LATER = st.timedeltas(timedelta(0), timedelta(days=200))
REASONS = st.lists(st.booleans(), min_size=80, max_size=80)


def of_ages(ages: list[timedelta], forced: list[bool]) -> list[Dated]:
    return [replace(one, forced=why) for one, why in zip(versions(*ages), forced, strict=False)]


def left_of(all_: list[Dated], now: datetime) -> list[Dated]:
    gone = set(superfluous(all_, now))
    return [one for one in all_ if one.number not in gone]


@given(AGES, REASONS)
def test_the_newest_and_the_oldest_stay_and_thinning_twice_lets_no_more_go(
    ages: list[timedelta], forced: list[bool]
) -> None:
    all_ = of_ages(ages, forced)
    left = left_of(all_, NOW)
    assert left[-10:] == all_[-10:]
    assert left[:1] == all_[:1]
    assert [one for one in all_ if one.forced and NOW - one.when < timedelta(days=30)] == [
        one for one in left if one.forced and NOW - one.when < timedelta(days=30)
    ]
    assert superfluous(left, NOW) == []


@given(AGES, REASONS, LATER)
def test_letting_go_today_loses_nothing_of_what_another_day_would_keep(
    ages: list[timedelta], forced: list[bool], later: timedelta
) -> None:
    all_ = of_ages(ages, forced)
    at_once = left_of(all_, NOW + later)
    by_way = left_of(left_of(all_, NOW), NOW + later)
    assert by_way == at_once


@given(AGES, st.sampled_from([(1, 1 / 24), (14, 1), (60, 7), (900, 28)]))
def test_every_stretch_of_time_that_had_a_version_still_has_one(
    ages: list[timedelta], period: tuple[int, float]
) -> None:
    most, length = timedelta(days=period[0]), period[1] * 86400
    all_ = versions(*ages)

    def stretches(some: list[Dated]) -> set[int]:
        return {int(one.when.timestamp() // length) for one in some if NOW - one.when <= most}

    assert stretches(left_of(all_, NOW)) == stretches(all_)


@given(st.integers(0, 300), st.timedeltas(timedelta(seconds=1), timedelta(minutes=3)))
def test_of_a_restless_hour_not_all_stay(number: int, between: timedelta) -> None:
    all_ = versions(*(between * place for place in range(number)))
    left = left_of(all_, NOW)
    young = [one for one in all_[-60:] if NOW - one.when <= timedelta(hours=2)]
    assert left[-len(young) :] == young
    assert len(left) <= 60 + 25
    assert left_of(left, NOW) == left
