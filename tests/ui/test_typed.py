import pytest

from guidance.ui.pages.interview.typed import (
    NotUnderstoodError,
    month_of,
    month_words,
    months_of,
    months_words,
    number_of,
)


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("2 years", 24),
        ("18 months", 18),
        ("2.5", 30),
        ("1y 6m", 18),
        ("", None),
        ("3 years and 2 months", 38),
        ("26 weeks", 6),
        ("0", 0),
    ],
)
def test_a_length_of_time_is_read_as_people_write_it(typed: str, months: int | None) -> None:
    assert months_of(typed) == months


@pytest.mark.parametrize("typed", ["a while", "2 elephants", "-3", "99999 years", "2 years??"])
def test_a_length_that_makes_no_sense_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstoodError):
        months_of(typed)


@pytest.mark.parametrize("months", [0, 1, 6, 12, 18, 24, 119])
def test_months_said_in_words_are_read_back_the_same(months: int) -> None:
    assert months_of(months_words(months)) == months


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("March 2020", "2020-03"),
        ("3/2020", "2020-03"),
        ("2020-03", "2020-03"),
        ("31/3/2020", "2020-03-31"),
        ("31 March 2020", "2020-03-31"),
        ("sept 2019", "2019-09"),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, iso: str | None) -> None:
    assert month_of(typed) == iso


@pytest.mark.parametrize(
    "typed", ["2020", "13/2020", "Marchember 2020 or so", "yesterday", "40/1/2020"]
)
def test_a_date_that_makes_no_sense_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstoodError):
        month_of(typed)


@pytest.mark.parametrize("iso", ["2020-03", "2020-03-31", "1999-12"])
def test_a_date_said_in_words_is_read_back_the_same(iso: str) -> None:
    assert month_of(month_words(iso)) == iso


@pytest.mark.parametrize(
    ("typed", "number"), [("450", 450), ("1,200", 1200), ("\u00a330,000", 30000), ("", None)]
)
def test_a_number_is_read_as_people_write_it(typed: str, number: float | None) -> None:
    assert number_of(typed) == number


@pytest.mark.parametrize("typed", ["lots", "12345678", "1.234"])
def test_a_number_that_makes_no_sense_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstoodError):
        number_of(typed)
