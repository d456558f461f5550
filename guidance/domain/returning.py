"""Coming back to a register: what is asked, what is done, what is still short."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidance.domain.vocabulary import RegisterId


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An activity: ``kind`` is ``supervised-practice``, ``formal-study`` or ``private-study``."""

    on: str
    kind: str
    hours: float
    what: str = ""


@dataclass(frozen=True, slots=True)
class Supervisor:
    """A supervisor as described by the person; None means not told.

    ``fitness_to_practise`` is True where a case or a sanction stands against them.
    """

    years_registered: float | None = None
    same_profession: bool | None = None
    fitness_to_practise: bool | None = None


@dataclass(frozen=True, slots=True)
class RuleUsed:
    """A rule as applied: its words, source id, dates and how sure the reading is."""

    id: str
    says: str
    source: str | None
    valid_from: str | None = None
    read: str | None = None
    confidence: str = "verified"


@dataclass(frozen=True, slots=True)
class ReturnOption:
    """A lawful way, as the rules were read. ``sums`` are the arithmetic in words, by line."""

    id: str
    title: str
    open_to_you: bool | None
    why: str
    asks: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    rules: tuple[RuleUsed, ...] = ()


@dataclass(frozen=True, slots=True)
class LogSum:
    """The log added up against the requirement, in hours and days (of the register)."""

    counted_hours: float = 0.0
    days_done: float = 0.0
    days_needed: float = 0.0
    days_short: float = 0.0
    private_days: float = 0.0
    private_limit_days: float | None = None
    private_over_days: float = 0.0
    not_counted: tuple[tuple[LogEntry, str], ...] = ()
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnAnswer:
    """All that the rules say for one registration on one day.

    ``figures`` holds the numbers by name (``updating_days``, ``hours`` …).
    ``flags`` are boundaries the wording leaves open, each with whom to ask.
    ``supervisor`` says what is asked of a supervisor, and what speaks against the one named.
    """

    register: RegisterId
    part: str | None
    as_of: str
    years_out: float | None
    headline: str
    options: tuple[ReturnOption, ...] = ()
    figures: Mapping[str, str | int | float | bool | None] = field(
        default_factory=dict[str, str | int | float | bool | None]
    )
    log: LogSum | None = None
    flags: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    fees: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    contact: str = ""
    rules: tuple[RuleUsed, ...] = ()
    supervisor: tuple[str, ...] = ()
