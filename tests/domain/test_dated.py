"""Dates that name a year, a month or a day have a first and a last day, and facts go stale."""

from datetime import date

import pytest

from guidance.domain.dated import Provenance, first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_partial_date_spans_all_the_days_it_can_mean(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("", "24", "2024-13", "2024-02-30", "2024-1-1-1", "soon"),
        *("2024-+1-11", "2024- 1-11", "2024-1", "202_4-01", "2024-01\n", "\uff12024"),
    ],
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        last_day(text)


def test_a_fact_needs_a_check_the_day_after_its_review_date() -> None:
    fact = Provenance(review_by="2026-11")
    assert not fact.needs_check(date(2026, 11, 30))
    assert fact.needs_check(date(2026, 12, 1))


def test_a_fact_without_dates_never_asks_for_a_check() -> None:
    assert not Provenance().needs_check(date(2099, 1, 1))
