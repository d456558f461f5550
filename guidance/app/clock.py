"""The time and new names, asked for in one place so that tests can hold them still."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Says what day and moment it is."""

    def today(self) -> date:
        """The day on this machine."""
        ...

    def now(self) -> datetime:
        """The moment, in UTC."""
        ...


class SystemClock:
    """The clock of this machine."""

    def today(self) -> date:
        """The day on this machine, where the person is."""
        return datetime.now(UTC).astimezone().date()

    def now(self) -> datetime:
        """The moment, in UTC, to the second."""
        return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for tests and for documents made again."""

    at: datetime

    def today(self) -> date:
        """The day it was set to."""
        return self.at.date()

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.at


NewId = Callable[[], str]


def random_id() -> str:
    """A new name for a record, never used before."""
    return os.urandom(8).hex()
