from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.dates import FuzzyDate, find_date, long_date, stated_date

READ = {
    "2027-03-31": ("2027-03-31", "31 March 2027"),
    "2027-3-1": ("2027-03-01", "1 March 2027"),
    "2027-03": ("2027-03", "March 2027"),
    "2027": ("2027", "2027"),
    "2026-11-14T09:12:00+00:00": ("2026-11-14", "14 November 2026"),
    "31 March 2027": ("2027-03-31", "31 March 2027"),
    "31st  march, 2027": ("2027-03-31", "31 March 2027"),
    "Dec 20, 2022": ("2022-12-20", "20 December 2022"),
    "Sept. 2025": ("2025-09", "September 2025"),
    "by 31 March 2027": ("by 2027-03-31", "by 31 March 2027"),
    "No later than May 2027": ("by 2027-05", "by May 2027"),
    "by the end of 2025": ("by 2025", "by 2025"),
    "until 2027": ("until 2027", "until 2027"),
    "since 2 Jan 2024": ("from 2024-01-02", "from 2 January 2024"),
    "before 2030": ("before 2030", "before 2030"),
    "circa 2030": ("about 2030", "about 2030"),
}


@pytest.mark.parametrize(("typed", "expected"), READ.items())
def test_a_date_is_kept_as_sure_as_it_was_stated(typed: str, expected: tuple[str, str]) -> None:
    found = FuzzyDate.parse(typed)
    assert (str(found), found.shown()) == expected


@pytest.mark.parametrize(
    "words",
    [
        "next winter",
        "by next winter",
        "30 February 2027",
        "2027-13",
        "2027-02-30",
        "31/03/2027",
        "0000",
        "2024T",
        "٢٠٢٤-٠١-٠٥",
        "Mon 2027",
        "by",
        "",
    ],
)
def test_what_is_no_date_is_kept_in_the_words(words: str) -> None:
    found = FuzzyDate.parse(words)
    assert (str(found), found.shown(), found.day) == (words, words, None)


@given(
    st.one_of(
        st.text(), st.sampled_from([*READ]), st.from_regex(r"(by |until |from )?[0-9]{1,4}(-[0-9]{1,2}){0,2}")
    )
)
def test_reading_the_canonical_text_changes_nothing(typed: str) -> None:
    once = FuzzyDate.parse(typed)
    assert FuzzyDate.parse(str(once)) == once
    assert once.day is None or once.day.isoformat() == once.iso


@given(st.dates())
def test_what_readers_see_can_be_typed_again(day: date) -> None:
    found = FuzzyDate.parse(day.isoformat())
    assert found.day == day
    assert FuzzyDate.parse(found.shown()) == found


def test_a_month_has_no_day() -> None:
    assert FuzzyDate.parse("2027-03").day is None


@pytest.mark.parametrize(
    ("iso", "long"),
    [
        ("2026-11-04T09:12:00Z", "4 November 2026"),
        ("2026", "2026"),
        ("yesterday", "yesterday"),
        ("2026-99", "2026-99"),
    ],
)
def test_a_date_is_written_out(iso: str, long: str) -> None:
    assert long_date(iso) == long


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("14 Nov 2026", "2026-11-14"),
        ("2026-11-14T09:12:00+00:00", "2026-11-14T09:12:00+00:00"),
        ("The  day", "The day"),
    ],
)
def test_a_typed_date_keeps_its_time(typed: str, stored: str) -> None:
    assert stated_date(typed) == stored


@pytest.mark.parametrize(
    ("text", "printed", "stored"),
    [
        ("paid before the end of June 2027, with more", "before the end of June 2027", "by 2027-06"),
        ("signed by 1 March 2027.", "by 1 March 2027", "by 2027-03-01"),
        ("on Dec 20, 2026 and on 3 May 2027", "Dec 20, 2026", "2026-12-20"),
        ("it goes out until\n2030", "until 2030", "until 2030"),
        ("in Sept. 2027", "Sept. 2027", "2027-09"),
        ("announced in 2023, 4,000 people, 1 March", "", ""),
        ("by 30 February 2027", "", ""),
        ("Maybe 2027", "", ""),
        ("", "", ""),
    ],
)
def test_a_date_with_its_year_is_found_in_a_text(text: str, printed: str, stored: str) -> None:
    assert find_date(text) == printed
    assert str(FuzzyDate.parse(printed)) == stored
