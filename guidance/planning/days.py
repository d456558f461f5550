"""Days in a plan: everything is counted from the day it is made."""

from calendar import monthrange
from datetime import date, timedelta

LAST_YEAR = 2150


def add_months(day: date, months: int) -> date:
    """The same day of the month some months on, or the month's last day; stops at the year 2150."""
    total = min(day.year * 12 + day.month - 1 + months, LAST_YEAR * 12 + 11)
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """A day some days on."""
    return day + timedelta(days=days)


def next_september(day: date) -> date:
    """The first of September on or after a day: when most taught courses begin."""
    this = date(day.year, 9, 1)
    return this if day <= this else date(day.year + 1, 9, 1)
