"""Time between days as people count it: by anniversaries, never by dividing days by 365.25.

A date told as a month (``2018-03``) or a year stands for all of its days, so the time since it is a
range from its last day to its first.
"""

from calendar import monthrange
from datetime import date

from guidance.domain.dated import first_day, last_day
from guidance.domain.errors import KnownError
from guidance.returning.facts import Range

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def add_months(day: date, months: int) -> date:
    """The same day some months later (or earlier); 31 January and a month is 28 February."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> float:
    """Months from start to end: whole ones by anniversary, and the part of the one begun."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, whole) > end:
        whole -= 1
    since, following = add_months(start, whole), add_months(start, whole + 1)
    return whole + (end - since).days / max(1, (following - since).days)


def months_since(text: str, on: date, label: str) -> Range:
    """Months from a told date to a day, as a range; ``label`` names the date in an error.

    Raises KnownError where the text is no date, or the date is after the day.
    """
    first, last = _ends(text, label)
    if first > on:
        raise KnownError(
            f"The day {label}, {day_words(text)}, is after {day_words(on.isoformat())}.",
            "Check the year.",
        )
    return Range(months_between(min(last, on), on), months_between(first, on))


def _ends(text: str, label: str) -> tuple[date, date]:
    try:
        return first_day(text), last_day(text)
    except ValueError:
        raise KnownError(
            f"The day {label} is not a date: '{text[:40]}'.", "Write it like 2018-03 or 2018-03-31."
        ) from None


def read_day(text: str, label: str) -> tuple[date, date]:
    """First and last day that a told date can mean. Raises KnownError where it is no date."""
    return _ends(text, label)


def day_words(text: str) -> str:
    """A told date in words: ``2018``, ``March 2018`` or ``5 March 2018``."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = f"{MONTHS[parts[1] - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{parts[2]} {month}"


def time_words(text: str, on: date) -> str:
    """Time since a told date in years and months, a month counted as it is said.

    March 2018 to 21 November 2026 is *8 years and 8 months*; a year alone gives *about 8 years*.
    """
    start = first_day(text)
    parts = text.count("-") + 1
    if parts == 1:
        return f"about {count(on.year - start.year, 'year')}"
    if parts == 2:
        months = (on.year - start.year) * 12 + on.month - start.month
    else:
        months = int(months_between(start, on))
    return months_words(months)


def months_words(months: int) -> str:
    """Whole months as *2 years and 3 months*, *1 year*, *5 months* or *less than a month*."""
    years, rest = divmod(months, 12)
    said = [count(n, unit) for n, unit in ((years, "year"), (rest, "month")) if n]
    return " and ".join(said) or "less than a month"


def count(number: float, unit: str) -> str:
    """A number with its unit, one or many: *1 day*, *30 days*, *2.5 hours*."""
    return f"{tidy(number)} {unit}{'' if number == 1 else 's'}"


def tidy(number: float) -> str:
    """A number without an idle ``.0``, at most two decimals."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return text or "0"
