"""A day that may be empty, typed as people write it: ``21 Nov 2026``, ``21/11/2026``."""

import re
from datetime import date

from PySide6.QtWidgets import QApplication, QLineEdit

from guidance.domain.errors import KnownError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EXAMPLE = "For example: 31 March 2027"
WIDE_EM = 11
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s*([a-z]{3,9})\.?,?\s*(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def shown_day(iso: str | None) -> str:
    """An ISO day, short: ``21 Nov 2026``; *no date yet* when there is none; else as it is."""
    if not iso:
        return "no date yet"
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def read_day(text: str) -> str | None:
    """A typed day as ``YYYY-MM-DD``; None when nothing is typed. Raises KnownError for others."""
    typed = " ".join(text.lower().split())
    if not typed:
        return None
    try:
        return _found(typed).isoformat()
    except ValueError:
        raise KnownError(
            f"\u201c{text.strip()[:30]}\u201d is not a date.",
            "Write the day, the month and the year, such as 31 March 2027.",
        ) from None


def _found(typed: str) -> date:
    """The day typed. Raises ValueError where it is none."""
    if worded := _WORDED.fullmatch(typed):
        day, month, year = worded.groups()
        return date(int(year), MONTHS.index(month[:3]) + 1, int(day))
    if slashed := _SLASHED.fullmatch(typed):
        day, month, year = slashed.groups()
        return date(int(year), int(month), int(day))
    if iso := _ISO.fullmatch(typed):
        year, month, day = iso.groups()
        return date(int(year), int(month), int(day))
    raise ValueError(typed)


class Day(QLineEdit):
    """A line for a day. It gives and takes ISO days, and may be empty."""

    def __init__(self, iso: str | None = None) -> None:
        super().__init__("" if not iso else shown_day(iso))
        self.setPlaceholderText(EXAMPLE)
        self.setMaxLength(40)
        self.setMinimumWidth(WIDE_EM * QApplication.font().pixelSize())

    def iso(self) -> str | None:
        """The day typed, as ``YYYY-MM-DD``, or None. Raises KnownError when it is no day."""
        return read_day(self.text())
