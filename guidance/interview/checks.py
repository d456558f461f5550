"""Checks that a typed answer and a profile file share: dates, hours and stray characters."""

import re
import unicodedata
from datetime import date

from guidance.domain.dated import first_day
from guidance.domain.profile import HeldQualification, Registration
from guidance.interview.limits import FIRST_YEAR, HOURS_A_YEAR, LAST_YEAR

# Stems that many courses share and that name no profession.
_COMMON_STEMS = {"heal", "care", "soci", "work", "prac", "adul", "chil", "scie", "tech", "assi"}


def control_characters(text: str) -> tuple[str, ...]:
    """The characters of a text that no font can show, in order.

    These are control codes (not tabs and line breaks), broken halves of characters, and code
    points that Unicode sets aside. Marks that right-to-left text and emoji need are not among them.
    """
    return tuple(
        mark
        for mark in text
        if (unicodedata.category(mark) in ("Cc", "Cs") and mark not in "\n\r\t")
        or 0xFDD0 <= ord(mark) <= 0xFDEF
        or ord(mark) & 0xFFFE == 0xFFFE
    )


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
    if day.year > LAST_YEAR:
        return f"The date {text} is too far off."
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


def qualified_after_leaving(
    held: Registration, qualifications: tuple[HeldQualification, ...]
) -> int | None:
    """The first year of qualifying for a register's part, when it is after the leaving date.

    Only courses named for the part are looked at (*BSc Nursing* for an adult nurse), and only
    when all of them came later: people do study something else after they leave.
    """
    if not held.left_on or not held.part:
        return None
    stems = _stems(held.part)
    years = [q.year for q in qualifications if q.year is not None and stems & _stems(q.title)]
    return min(years) if years and min(years) > int(held.left_on[:4]) else None


def _stems(text: str) -> set[str]:
    """The first four letters of each word, without those that name no profession."""
    words = re.findall(r"[a-z]{4,}", text.casefold())
    return {word[:4] for word in words} - _COMMON_STEMS
