"""Checks that a typed answer and a profile file share: dates, hours and stray characters."""

import unicodedata
from datetime import date

from guidance.domain.dated import first_day
from guidance.domain.profile import Registration
from guidance.interview.limits import FIRST_YEAR, HOURS_A_YEAR

# Marks that set reading order or join emoji; people need them, so they stay.
_KEPT_MARKS = {"\u200c", "\u200d", "\u200e", "\u200f", "\u061c"}


def control_characters(text: str) -> tuple[str, ...]:
    """The characters of a text that nobody can see or type on purpose, in order.

    Line breaks and tabs are not among them, nor marks that right-to-left text and emoji need.
    """
    return tuple(
        mark
        for mark in text
        if unicodedata.category(mark) in ("Cc", "Cs", "Cf", "Co", "Cn")
        and mark not in "\n\r\t"
        and mark not in _KEPT_MARKS
        and not _is_tag(mark)
    )


def _is_tag(mark: str) -> bool:
    """Tag characters spell the flags of England, Scotland and Wales in emoji."""
    return 0xE0020 <= ord(mark) <= 0xE007F


def clean(text: str) -> str:
    """A typed text without control characters, and with single spaces between its words."""
    dropped = set(control_characters(text))
    return " ".join("".join(mark for mark in text if mark not in dropped).split())


def date_problem(text: str, as_of: date | None) -> str:
    """What is wrong with a date of the past (``YYYY-MM`` or ``YYYY-MM-DD``); empty when nothing."""
    if len(text) not in (7, 10) or not text.isascii():
        return f"'{text[:20]}' is not a date like 2020-03 or 2020-03-31."
    try:
        day = first_day(text)
    except ValueError:
        return f"'{text[:20]}' is not a date like 2020-03 or 2020-03-31."
    if day.year < FIRST_YEAR:
        return f"The date {text} is too long ago."
    if as_of is not None and day > as_of:
        return f"The date {text} is still to come on {as_of.isoformat()}."
    return ""


def registration_problem(held: Registration, as_of: date | None) -> tuple[str, str] | None:
    """The key and the sentence for what does not fit in a registration; None when all fits.

    Practising after leaving the register is allowed: teaching, work abroad and jobs that need no
    registration all count as practice in some rules. It is told to no one as a mistake.
    """
    for key in ("left_on", "last_practised_on"):
        text = getattr(held, key)
        found = date_problem(text, as_of) if text else ""
        if found:
            return key, found
    for key, years in (("practice_hours_3y", 3), ("practice_hours_5y", 5), ("cpd_hours_3y", 3)):
        hours: float | None = getattr(held, key)
        if hours is not None and not 0 <= hours <= HOURS_A_YEAR * years:
            return key, f"{hours:g} hours do not fit in {years} years."
    three, five = held.practice_hours_3y, held.practice_hours_5y
    if three is not None and five is not None and three > five:
        return "practice_hours_3y", "The hours in 3 years are more than the hours in 5 years."
    return None
