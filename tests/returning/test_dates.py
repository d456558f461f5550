"""Time as people count it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.domain.errors import KnownError
from guidance.returning.dates import (
    add_months,
    day_words,
    months_between,
    months_since,
    months_words,
    time_words,
)
from guidance.returning.facts import Range

NOV = date(2026, 11, 21)


def test_an_anniversary_is_whole_years_whatever_the_leap_days() -> None:
    assert months_between(date(2016, 11, 21), NOV) == 120


def test_the_day_before_an_anniversary_is_not_yet_a_year() -> None:
    assert months_between(date(2024, 11, 22), NOV) < 24


def test_a_month_from_the_last_of_january_ends_on_the_last_of_february() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)


def test_the_twenty_ninth_of_february_has_its_anniversary_on_the_twenty_eighth() -> None:
    assert months_between(date(2024, 2, 29), date(2025, 2, 28)) == 12


def test_a_month_alone_is_a_range_from_its_last_day_to_its_first() -> None:
    assert months_since("2024-11", NOV, "you left") == Range(
        months_between(date(2024, 11, 30), NOV), months_between(date(2024, 11, 1), NOV)
    )


def test_a_month_still_running_ends_today() -> None:
    assert months_since("2026-11", NOV, "you left").low == 0


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(KnownError, match="2199"):
        months_since("2199-01", NOV, "you left")


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(KnownError, match="not a date"):
        months_since("2026-02-30", NOV, "you left")


def test_a_month_is_counted_as_it_is_said() -> None:
    assert time_words("2018-03", NOV) == "8 years and 8 months"


def test_a_day_is_counted_by_its_anniversaries() -> None:
    assert time_words("2018-03-22", NOV) == "8 years and 7 months"


def test_a_year_alone_is_about() -> None:
    assert time_words("2018", NOV) == "about 8 years"


def test_one_is_not_many() -> None:
    assert months_words(13) == "1 year and 1 month"


def test_dates_are_said_in_words() -> None:
    assert day_words("2018-03-05") == "5 March 2018"


@given(st.dates(date(1950, 1, 1), NOV), st.integers(0, 600))
def test_adding_months_and_counting_them_agree(start: date, months: int) -> None:
    assert int(months_between(start, add_months(start, months))) == months


@given(st.dates(date(1950, 1, 1), NOV), st.dates(date(1950, 1, 1), NOV))
def test_an_earlier_day_is_never_nearer(one: date, other: date) -> None:
    early, late = sorted((one, other))
    assert months_between(early, NOV) >= months_between(late, NOV)
