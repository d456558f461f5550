"""What a route asks of a person: a small closed vocabulary of conditions, held as data.

Each kind carries ``says`` (the words to show; may be empty, then :func:`in_words` makes them) and
``source`` (a source id or None). Judging a condition for a profile is the matching room's work.
"""

from dataclasses import dataclass

from guidance.domain.vocabulary import Nation, RegisterId, RegistrationStatus


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every item must hold. An empty one always holds."""

    items: tuple["Condition", ...] = ()
    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one item must hold."""

    items: tuple["Condition", ...]
    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Holds:
    """A qualification: a named one (id), or any at an RQF ``level`` (1-8) or above, in a subject.

    ``subject`` is a subject id such as ``science``, ``health``, ``psychology``; ``grade`` is free
    text.
    """

    level: int | None = None
    subject: str | None = None
    grade: str | None = None
    qualification: str | None = None
    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """Registration with a body; ``part`` is a role id naming the part of the register."""

    register: RegisterId
    part: str | None = None
    status: RegistrationStatus = RegistrationStatus.REGISTERED
    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Experience:
    """Time in any of some roles, or in any role of a family (a staff group id), in months."""

    roles: tuple[str, ...] = ()
    family: str | None = None
    months: int | None = None
    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Employed:
    """A job while the route runs; ``where`` is ``any``, ``health-and-care`` or ``nhs``."""

    where: str = "health-and-care"
    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class EmployerSupport:
    """An employer that agrees, releases or sponsors."""

    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Age:
    """A least age in years (asked as a question, never stored or used for matching)."""

    at_least: int
    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class InNation:
    """Open in these nations only."""

    nations: tuple[Nation, ...]
    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A test, check or licence.

    ``test`` is ``english``, ``maths`` or ``science`` (GCSE grade 4 or level 2 standard),
    ``driving-licence``, ``english-language`` (for people trained abroad), ``admissions-test``,
    ``dbs`` or ``health-check``.
    """

    test: str
    says: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """Something that a human must judge: an interview, a portfolio, an assessment of experience."""

    says: str
    source: str | None = None


Condition = (
    AllOf
    | AnyOf
    | Holds
    | Registered
    | Experience
    | Employed
    | EmployerSupport
    | Age
    | InNation
    | Passed
    | Confirm
)
