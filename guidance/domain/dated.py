"""Facts that know where they come from and when they stop being safe to rely on."""

import re
from dataclasses import dataclass, field
from datetime import date

from guidance.domain.vocabulary import Basis, Nation


@dataclass(frozen=True, slots=True)
class Source:
    """A page, report or book that a fact was read in."""

    id: str
    title: str
    publisher: str
    address: str | None = None
    published: str | None = None
    read: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a fact comes from; ``basis`` editorial means no source states it.

    Dates are ISO ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` strings; ``sources`` are source ids.
    """

    basis: Basis = Basis.EDITORIAL
    sources: tuple[str, ...] = ()
    nation: Nation | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    review_by: str | None = None
    note: str = ""

    def needs_check(self, on: date) -> bool:
        """Whether the fact is past its shelf life on a day: shown as *check before you act*."""
        limits = [x for x in (self.review_by, self.valid_until) if x]
        return any(last_day(limit) < on for limit in limits)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence shown to a person, with its provenance."""

    text: str
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Span:
    """A range of whole months; either end may be unknown: a low end alone means at least that.

    ``estimate`` marks a length that no source states: it is then our own, and shown so.
    """

    low: int | None = None
    high: int | None = None
    estimate: bool = False

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.low is not None or self.high is not None


_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def first_day(text: str) -> date:
    """First day that a ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` text can mean.

    Raises ValueError where the text is not such a date.
    """
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    numbers = [int(part) for part in text.split("-")] + [1, 1]
    return date(numbers[0], numbers[1], numbers[2])


def last_day(text: str) -> date:
    """Last day that a ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` text can mean.

    Raises ValueError where the text is not such a date.
    """
    start = first_day(text)
    parts = text.count("-") + 1
    if parts == 3:
        return start
    year, month = (start.year, start.month) if parts == 2 else (start.year, 12)
    following = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else date.max
    return date.fromordinal(following.toordinal() - 1)
