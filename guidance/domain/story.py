"""Stories: what people and employers really did."""

from dataclasses import dataclass, field

from guidance.domain.dated import Provenance, Statement
from guidance.domain.vocabulary import RouteKind


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """One thing a person did on the way; months where the story says."""

    what: str
    kind: str = ""
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Journey:
    """One person's way, anonymous."""

    id: str
    staff_group: str
    from_role: str
    from_role_id: str | None
    situation: str
    steps: tuple[JourneyStep, ...]
    to_role: str
    to_role_id: str | None
    life_stage: str = ""
    circumstances: tuple[str, ...] = ()
    motives: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    advice: str = ""
    route_kinds: tuple[RouteKind, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """An employer's or programme's example. ``detail`` is full, partial or headline."""

    id: str
    title: str
    organisation: str
    kind: str
    who_it_helps: str
    detail: str = "full"
    region: str = ""
    situation: str = ""
    what_they_did: str = ""
    results: tuple[Statement, ...] = ()
    helped: tuple[str, ...] = ()
    got_in_the_way: tuple[str, ...] = ()
    try_this: str = ""
    themes: tuple[str, ...] = ()
    staff_groups: tuple[str, ...] = ()
    roles_from: tuple[str, ...] = ()
    roles_to: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
