"""A role: a kind of job that people really hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidance.domain.dated import Provenance, Statement
from guidance.domain.vocabulary import RegisterId, Setting, StaffGroup


@dataclass(frozen=True, slots=True)
class Holland:
    """Holland profile of a role from O*NET data: six scores 1-7 by letter R I A S E C.

    ``match`` says how well the US occupation fits: exact, near, broad or none.
    """

    scores: Mapping[str, float]
    match: str
    occupation: str
    soc: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A *try before you choose* question; ``suggests`` maps ``yes``/``unsure``/``no`` to advice."""

    question: str
    suggests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Role:
    """A role as shown and matched.

    ``level`` is 1 (no training) to 9 (most senior), after the Career Framework for Health.
    ``titles`` are what people type; ``phrases`` are what people say they like, in their own words.
    ``part`` names the part of the register (a role id), where the law asks for registration.
    ``hours`` holds facts such as ``nights``, ``weekends``, ``on-call``, ``part-time``, ``lifting``,
    ``home-working`` mapped to ``usual``, ``some``, ``rare`` or ``none``.
    ``posts`` is our own reading of how many people do the job in the UK: ``many`` (tens of
    thousands), ``some`` (thousands), ``few`` (hundreds to a few thousand), ``rare`` (fewer).
    ``stage_of`` names the jobs that a stage of training leads to: it is a step on a way, and the
    list offers those jobs instead.
    """

    id: str
    title: str
    staff_group: StaffGroup
    summary: str
    register: RegisterId = RegisterId.NONE
    part: str | None = None
    regulator_note: str = ""
    level: int = 4
    bands: tuple[str, ...] = ()
    band_note: str = ""
    settings: tuple[Setting, ...] = ()
    titles: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    rewards: tuple[Statement, ...] = ()
    hard_parts: tuple[Statement, ...] = ()
    interests: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    value_ids: tuple[str, ...] = ()
    strength_ids: tuple[str, ...] = ()
    hours: Mapping[str, str] = field(default_factory=dict[str, str])
    holland: Holland | None = None
    previews: tuple[Preview, ...] = ()
    not_the_same_as: tuple[Statement, ...] = ()
    dead_end: str = ""
    posts: str = ""
    stage_of: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
