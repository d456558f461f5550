"""A day that may be empty: typed as day, month and year, or picked from a calendar."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit

SHOWN = "d MMM yyyy"
KEPT = "yyyy-MM-dd"


def shown_day(iso: str | None) -> str:
    """An ISO day as people write it; *no date yet* when there is none."""
    day = QDate.fromString(iso or "", KEPT)
    return day.toString(SHOWN) if day.isValid() else "no date yet"


class Day(QDateEdit):
    """A date field that gives and takes ISO days."""

    def __init__(self, iso: str | None, fallback: str) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat(SHOWN)
        day = QDate.fromString(iso or fallback, KEPT)
        self.setDate(day if day.isValid() else QDate.fromString(fallback, KEPT))

    def iso(self) -> str:
        """The day shown, as ``YYYY-MM-DD``."""
        return self.date().toString(KEPT)
