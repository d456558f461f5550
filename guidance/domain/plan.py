"""The development plan (``waymark-plan/1``)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guidance.domain.match import Judged, Match, Way
from guidance.domain.returning import ReturnAnswer
from guidance.domain.vocabulary import Basis, Direction, Nation, Purpose


class ActionType(StrEnum):
    """How the learning happens."""

    DOING = "learn-by-doing"
    OTHERS = "learn-with-others"
    STUDY = "learn-by-study"
    CHECK = "find-out"


class Owner(StrEnum):
    """Who does it."""

    ME = "me"
    MANAGER = "my-manager"
    EMPLOYER = "my-employer"
    ADVISER = "my-adviser"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. ``because`` names the gap or step it serves. Dates are ISO days."""

    id: str
    text: str
    type: ActionType
    because: str
    owner: Owner = Owner.ME
    due: str | None = None
    done: str | None = None
    effort: str = ""
    evidence: str = ""
    serves: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal, made SMART by its measure and date, with its actions in order."""

    id: str
    text: str
    measure: str = ""
    due: str | None = None
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Supporter:
    """Someone who helps, and how often you speak."""

    who: str
    how: str
    rhythm: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A date to look at the plan again, and what to look at."""

    id: str
    on: str
    what: str


@dataclass(frozen=True, slots=True)
class PlanB:
    """Another way, and what would make you take it."""

    text: str
    trigger: str
    role_id: str | None = None


@dataclass(frozen=True, slots=True)
class ToldUs:
    """One answer the plan rests on, as a label and the person's own words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as it is printed. ``check`` marks what is past its shelf life."""

    id: str
    title: str
    publisher: str
    address: str | None = None
    published: str | None = None
    read: str | None = None
    nation: str | None = None
    check: bool = False


@dataclass(frozen=True, slots=True)
class StoryNote:
    """A journey or case study as printed in a plan."""

    id: str
    title: str
    text: str
    why: str = ""
    basis: Basis = Basis.OBSERVED
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Destination:
    """A role the plan heads for, with the facts a reader needs beside it.

    ``path`` names in words where each step of ``way`` ends, the starting role first.
    """

    role_id: str
    title: str
    summary: str
    reason: str
    counter: str
    pay: tuple[str, ...] = ()
    match: Match | None = None
    way: Way | None = None
    other_ways: tuple[Way, ...] = ()
    gaps: tuple[Judged, ...] = ()
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A personalised development plan; ``who`` is a name or reference and may be empty.

    ``cites`` maps a sentence of the plan, word for word, to the source ids behind it: a sentence
    that is edited by hand loses its citation, as it should.
    """

    id: str
    made_on: str
    who: str = ""
    purpose: Purpose | None = None
    direction: Direction | None = None
    nation: Nation | None = None
    title: str = "My development plan"
    told_us: tuple[ToldUs, ...] = ()
    holland: tuple[tuple[str, float], ...] = ()
    destinations: tuple[Destination, ...] = ()
    goals: tuple[Goal, ...] = ()
    supporters: tuple[Supporter, ...] = ()
    reviews: tuple[Review, ...] = ()
    plan_b: PlanB | None = None
    employer_questions: tuple[str, ...] = ()
    stories: tuple[StoryNote, ...] = ()
    funding: tuple[str, ...] = ()
    returning: tuple[ReturnAnswer, ...] = ()
    sources: tuple[Cited, ...] = ()
    limits: str = ""
    acknowledgement: str = ""
    notes: str = ""
    cites: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    catalogue_version: str = ""
    catalogue_newest: str = ""
    format: str = field(default="waymark-plan/1")
