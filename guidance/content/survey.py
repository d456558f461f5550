"""A catalogue surveyed: how much of each kind, how evenly spread, and where the holes are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import last_day
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.story import CaseStudy, Journey
from guidance.domain.vocabulary import BANDS, RegisterId, RouteKind, Setting, StaffGroup
from guidance.store.facts import facts_of

KINDS = tuple(name for name in Catalogue.__dataclass_fields__ if name not in ("version", "newest"))
Noun = TypeVar("Noun", Role, Route, Journey, CaseStudy)
ENOUGH_TITLES = 10
ENOUGH_PHRASES = 15


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a catalogue holds for one staff group."""

    group: str
    roles: int = 0
    titles: int = 0
    ways_in: int = 0
    ways_on: int = 0
    journeys: int = 0
    case_studies: int = 0


@dataclass(frozen=True, slots=True)
class Hole:
    """Something missing: what it is, and the ids of the records that lack it."""

    what: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A fact to be read again: where it stands, and the last day it is good for."""

    limit: str
    kind: str
    record: str
    text: str


def counts(catalogue: Catalogue) -> dict[str, int]:
    """How many records of each kind a catalogue holds, with a few counts inside them."""
    found = {name: len(getattr(catalogue, name)) for name in KINDS}
    found["typed_titles"] = sum(len(role.titles) for role in catalogue.roles.values())
    found["return_rules"] = sum(len(held.rules) for held in catalogue.registers.values())
    found["ladder_levels"] = sum(len(ladder.levels) for ladder in catalogue.ladders.values())
    found["typed_qualifications"] = sum(
        len(held.typed) for held in catalogue.qualifications.values()
    )
    return found


def coverage(catalogue: Catalogue) -> tuple[Coverage, ...]:
    """What there is for each staff group, in the order of the vocabulary."""
    group = {role.id: role.staff_group for role in catalogue.roles.values()}
    tally: dict[StaffGroup, Counter[str]] = defaultdict(Counter)
    for role in catalogue.roles.values():
        tally[role.staff_group].update(roles=1, titles=len(role.titles))
    for route in catalogue.routes.values():
        tally[group[route.to]]["ways_in"] += 1
        for held in {group[start] for start in route.from_roles}:
            tally[held]["ways_on"] += 1
    for journey in catalogue.journeys.values():
        ends = {group[name] for name in (journey.from_role_id, journey.to_role_id) if name}
        for held in ends | {StaffGroup(journey.staff_group)}:
            tally[held]["journeys"] += 1
    for study in catalogue.case_studies.values():
        for held in {group[name] for name in (*study.roles_from, *study.roles_to)}:
            tally[held]["case_studies"] += 1
    return tuple(Coverage(held.value, **tally[held]) for held in StaffGroup)


def exposure(catalogue: Catalogue) -> dict[str, dict[str, int]]:
    """How many roles each band and each setting is shown with; a role may have several."""
    roles = catalogue.roles.values()
    bands = Counter(band for role in roles for band in role.bands)
    settings = Counter(setting for role in roles for setting in role.settings)
    return {
        "band": {band: bands[band] for band in BANDS}
        | {"not on a band, or none found": sum(not role.bands for role in roles)},
        "setting": {setting.value: settings[setting] for setting in Setting},
        "basis": _by_basis(catalogue),
    }


def _by_basis(catalogue: Catalogue) -> dict[str, int]:
    """How many facts rest on each basis; a fact with several sources counts once."""
    rows = {row[:5] for name in KINDS for row in facts_of(name, getattr(catalogue, name))}
    return dict(sorted(Counter(str(row[4]) for row in rows).items()))


def holes(catalogue: Catalogue) -> tuple[Hole, ...]:
    """Every kind of gap that an author could fill, with the records that have it."""
    roles, routes = catalogue.roles.values(), catalogue.routes.values()
    found = [Hole(what, _ids(roles, lacks)) for what, lacks in _ROLE_HOLES.items()]
    found += [Hole(what, _ids(routes, lacks)) for what, lacks in _ROUTE_HOLES.items()]
    back = {route.to for route in routes if route.kind is RouteKind.RETURN_TO_PRACTICE}
    barred = _ids(roles, lambda role: role.register is not RegisterId.NONE and role.id not in back)
    found += [Hole("Registered roles without a way back", barred), *_untold(catalogue)]
    return tuple(hole for hole in found if hole.records)


def _untold(catalogue: Catalogue) -> Iterator[Hole]:
    """What the stories leave out."""
    journeys, studies = catalogue.journeys.values(), catalogue.case_studies.values()
    ends = {journey.to_role_id for journey in journeys}
    untold = _ids(catalogue.roles.values(), lambda role: role.id not in ends)
    yield Hole("Roles that no journey leads to", untold)
    yield Hole("Journeys from no role of ours", _ids(journeys, lambda held: not held.from_role_id))
    yield Hole("Journeys to no role of ours", _ids(journeys, lambda held: not held.to_role_id))
    headlines = _ids(studies, lambda held: held.detail == "headline")
    yield Hole("Case studies of a headline only", headlines)


def _ids(held: Iterable[Noun], lacks: Callable[[Noun], bool]) -> tuple[str, ...]:
    return tuple(item.id for item in held if lacks(item))


_ROLE_HOLES: Mapping[str, Callable[[Role], bool]] = {
    "Roles without a national band": lambda role: not role.bands,
    "Roles without a band or a word about pay": lambda role: not (role.bands or role.band_note),
    f"Roles with fewer than {ENOUGH_TITLES} typed titles": lambda role: (
        len(role.titles) < ENOUGH_TITLES
    ),
    f"Roles with fewer than {ENOUGH_PHRASES} phrases of interest": lambda role: (
        len(role.phrases) < ENOUGH_PHRASES
    ),
    "Roles without an interest profile": lambda role: role.holland is None,
    "Roles whose interest profile is a broad match": lambda role: (
        role.holland is not None and role.holland.match == "broad"
    ),
    "Roles without a word on what they are not": lambda role: not role.not_the_same_as,
    "Roles without a source": lambda role: not role.provenance.sources,
    "Roles said to lead nowhere": lambda role: bool(role.dead_end),
}
_ROUTE_HOLES: Mapping[str, Callable[[Route], bool]] = {
    "Routes that nobody is said to take": lambda route: (
        not route.from_roles and route.open_entry is not True
    ),
    "Routes of unknown length": lambda route: not route.months.known,
    "Routes whose length is our estimate": lambda route: route.months.estimate,
    "Routes that do not say whether pay goes on": lambda route: route.keeps_earning is None,
    "Routes without a source": lambda route: not route.provenance.sources,
}


def due(catalogue: Catalogue, on: date) -> tuple[Due, ...]:
    """Every fact past its shelf life on a day, the oldest first; old pay and rules are kept."""
    found: set[Due] = set()
    for name in KINDS:
        for kind, record, _, text, _, _, _, until, review, _ in facts_of(
            name, getattr(catalogue, name)
        ):
            ends = [review] if name in ("pay", "registers") else [review, until]
            limit = min((end for end in ends if end), key=last_day, default=None)
            if limit and last_day(limit) < on:
                found.add(Due(limit, kind or name, record or "", text or ""))
    return tuple(sorted(found, key=lambda item: (last_day(item.limit), item.kind, item.record)))
