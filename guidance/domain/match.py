"""Matches: roles that fit a person, how far away they are, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidance.domain.dated import Span
from guidance.domain.vocabulary import Answer, Basis, Fit, Lane, RouteKind


@dataclass(frozen=True, slots=True)
class TitleGuess:
    """A typed title understood: the role, how sure (0-1), and the words peeled off it.

    ``sure`` False means *did you mean*: ``alternatives`` are then the role ids to offer.
    ``outside`` says that it is rather the title of a trade outside health and care.
    """

    typed: str
    role_id: str | None
    confidence: float
    sure: bool
    alternatives: tuple[str, ...] = ()
    band: str | None = None
    area: str | None = None
    employer: str | None = None
    past: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """What the person's words were taken to mean, so that they can correct it.

    ``phrases`` maps each phrase as typed to what it was read as (interest letters, or ids prefixed
    ``value:``, ``strength:``, ``constraint:``, ``role:``, ``topic:``).
    ``interest_note`` says when answers were too flat or careless to use.
    """

    titles: tuple[TitleGuess, ...] = ()
    qualifications: tuple[tuple[str, str], ...] = ()
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    interests: Mapping[str, float] = field(default_factory=dict[str, float])
    interest_note: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One line of the ledger: ``points`` = ``value`` (0-1) x ``weight``; ``title`` names it."""

    signal: str
    value: float
    weight: float
    points: float
    reason: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A condition as judged for a person. ``law`` marks what no employer can waive."""

    says: str
    answer: Answer
    law: bool = False
    question: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way: a route of the catalogue as it stands for this person."""

    route_id: str
    name: str
    kind: RouteKind
    from_role: str | None
    to_role: str
    months: Span = field(default_factory=Span)
    keeps_earning: bool | None = None
    needs: tuple[Judged, ...] = ()
    pay: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    basis: Basis = Basis.EDITORIAL
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """A whole way to a role, in steps. ``merits`` names what it is best at in words.

    ``basis`` is the weakest basis of its steps; ``kind`` the kind of its defining step.
    """

    kind: RouteKind
    steps: tuple[Step, ...]
    months: Span = field(default_factory=Span)
    keeps_earning: bool | None = None
    needs_degree_away: bool | None = None
    stays_registered: bool | None = None
    merits: tuple[str, ...] = ()
    basis: Basis = Basis.EDITORIAL


@dataclass(frozen=True, slots=True)
class Match:
    """A role that fits, with its ledger: ``score`` is exactly the sum of the contributions' points.

    ``reason`` is for the client (2-3 sentences), ``paper`` one line, ``counter`` one thing against.
    """

    role_id: str
    title: str
    lane: Lane
    band: Fit
    score: float
    contributions: tuple[Contribution, ...]
    reason: str = ""
    paper: str = ""
    counter: str = ""
    gaps: tuple[Judged, ...] = ()
    ways: tuple[Way, ...] = ()
    journeys: tuple[str, ...] = ()
    case_studies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tied_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """What a constraint costs: the roles that would open if it were let go."""

    constraint: str
    says: str
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """The answer to a profile. ``ranking`` is every role id in order of score, for evaluation."""

    as_of: str
    understood: Understood
    matches: tuple[Match, ...]
    outside_field: Match | None = None
    deeper: Match | None = None
    prices: tuple[Price, ...] = ()
    notes: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    unlike: str | None = None
    case_studies: tuple[str, ...] = ()
    ranking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What stands between a person and a role, law, unknown and preference kept apart.

    ``rank`` counts from 1 in the whole ranking; ``changes`` says what single change would bring
    it into the list.
    """

    role_id: str
    title: str
    listed: bool
    rank: int
    law: tuple[Judged, ...] = ()
    missing: tuple[Judged, ...] = ()
    unknown: tuple[Judged, ...] = ()
    preferences: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    changes: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A role that moved between two answers: its ranks before and after, and why."""

    role_id: str
    was: int | None
    now: int | None
    why: str
