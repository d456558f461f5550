"""The profile: what a person has told us (``waymark-profile/1``)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidance.domain.vocabulary import (
    ConstraintId,
    Direction,
    Nation,
    Purpose,
    RegisterId,
    RegistrationStatus,
    Setting,
    Stage,
    Strictness,
)


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A job held now or before; ``role_id`` once a title is understood or chosen."""

    title: str = ""
    role_id: str | None = None
    current: bool = True
    band: str | None = None
    months: int | None = None
    setting: Setting | None = None


@dataclass(frozen=True, slots=True)
class HeldQualification:
    """A qualification as typed, with the level (RQF 1-8) and subject where known."""

    title: str = ""
    level: int | None = None
    subject: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Registration:
    """Standing with one register. Dates are ``YYYY-MM`` or ``YYYY-MM-DD``; hours may be parts."""

    register: RegisterId
    part: str | None = None
    status: RegistrationStatus = RegistrationStatus.REGISTERED
    left_on: str | None = None
    last_practised_on: str | None = None
    practice_hours_3y: float | None = None
    practice_hours_5y: float | None = None
    cpd_hours_3y: float | None = None


@dataclass(frozen=True, slots=True)
class Interests:
    """Answers to interest statements (item id to 1-5, 5 likes most) and free phrases."""

    answers: Mapping[str, int] = field(default_factory=dict[str, int])
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """Value ids, most important first, and free phrases."""

    ranked: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Strength ids chosen, and free phrases."""

    chosen: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConstraintItem:
    """A constraint with its value (months, band, pounds, minutes) and how strict it is."""

    id: ConstraintId
    value: str | int | None = None
    strength: Strictness = Strictness.PREFER


@dataclass(frozen=True, slots=True)
class Constraints:
    """Constraints set, and circumstances in free words."""

    items: tuple[ConstraintItem, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aims:
    """Roles the person already has in mind (as typed), and free phrases."""

    roles: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything a person told us. Every part may be missing; ``as_of`` is an ISO date or None."""

    as_of: str | None = None
    nation: Nation | None = None
    purpose: Purpose | None = None
    stage: Stage | None = None
    roles: tuple[HeldRole, ...] = ()
    qualifications: tuple[HeldQualification, ...] = ()
    registrations: tuple[Registration, ...] = ()
    interests: Interests = field(default_factory=Interests)
    values: Ranked = field(default_factory=Ranked)
    strengths: Chosen = field(default_factory=Chosen)
    constraints: Constraints = field(default_factory=Constraints)
    direction: Direction | None = None
    aims: Aims = field(default_factory=Aims)
