"""Choosing the short list: about seven, coherent but not all of one family, ties kept together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidance.domain.match import Way
from guidance.domain.vocabulary import Answer, Fit, Lane, RegistrationStatus, RouteKind, StaffGroup
from guidance.matching.bounds import DEGREE_LEVEL, NAMED
from guidance.matching.family import Families
from guidance.matching.fit import Fit as Ledger
from guidance.matching.network import SENIOR, Network, Reached, middle
from guidance.matching.person import Person

# Scores closer than this share of what the answers could give cannot be told apart: about the
# change that moving one answer by one step makes.
ERROR = 0.025
STRONG, GOOD = 0.5, 0.34
_CROWD = 0.03
_FREE_PLACES = 4
_FREE_SIBLINGS = 2
_STUDY = frozenset(
    {RouteKind.DEGREE, RouteKind.POSTGRADUATE, RouteKind.DEGREE_APPRENTICESHIP}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Distance:
    """What sets a role apart from a person beside the months that a way takes.

    ``leap`` counts levels above the present work. ``strange`` is a senior post in a field that is
    neither known nor named. ``shut`` is work that needs a registration which has lapsed.
    """

    leap: int = 0
    strange: bool = False
    shut: bool = False


_NEAR = Distance()


def order(network: Network, fit: Ledger) -> list[int]:
    """All places by fit: roles that break a must come after those that break none."""
    ranked = by_score(network, fit)
    if not fit.broken:
        return ranked
    kept = [place for place in ranked if place not in fit.broken]
    return kept + [place for place in ranked if place in fit.broken]


def by_score(network: Network, fit: Ledger) -> list[int]:
    """All places by score; equal ones by id, so that the order never depends on the sources."""
    return sorted(network.by_name, key=fit.scores.__getitem__, reverse=True)


def shortlist(
    families: Families, fit: Ledger, ranked: Sequence[int], top: int, held: frozenset[int]
) -> list[int]:
    """The places to show: the best, each further one of a crowd a little worse off.

    A crowd is a staff group, or a family of posts that grow out of one.
    """
    roles = families.roles
    pool = [place for place in ranked if place not in held][: max(top * 4, 12)]
    available = fit.available() or 1.0
    chosen: list[int] = []
    crowd: Counter[StaffGroup | int] = Counter()
    while pool and len(chosen) < top:
        best = _next(pool, families, fit, crowd, available)
        pool.remove(best)
        chosen.append(best)
        crowd.update((roles[best].staff_group, families.root[best]))
    chosen.sort(key=lambda p: (fit.broken.get(p, 0) > 0, -fit.scores[p], roles[p].id))
    return chosen


def _next(
    pool: Sequence[int],
    families: Families,
    fit: Ledger,
    crowd: Counter[StaffGroup | int],
    available: float,
) -> int:
    """The best of a pool that stands in order of score: looks no further than one could win."""
    best, most = pool[0], float("-inf")
    whole = pool[0] not in fit.broken
    for place in pool:
        if fit.scores[place] <= most or (whole and place in fit.broken):
            break
        value = fit.scores[place] - _penalty(families, place, crowd) * available
        if value > most:
            best, most = place, value
    return best


def _penalty(families: Families, place: int, crowd: Counter[StaffGroup | int]) -> float:
    group = crowd[families.roles[place].staff_group] - _FREE_PLACES
    family = crowd[families.root[place]] - _FREE_SIBLINGS
    return _CROWD * (max(group, 0) + max(family, 0))


def distance(network: Network, person: Person, place: int) -> Distance:
    """How far a role lies from a person in level, field and registration."""
    role = network.roles[place]
    level = network.levels[place]
    named = person.named.get(place, (0.0, ""))[0] >= NAMED
    known = role.staff_group.value in person.standing.families
    statuses = person.standing.registers.items()
    lapsed = {register for (register, _), s in statuses if s is RegistrationStatus.LAPSED}
    held = {register for (register, _), s in statuses if s is RegistrationStatus.REGISTERED}
    return Distance(
        level - _level_of(network, person),
        level >= SENIOR and not (known or named),
        role.register in lapsed - held and place not in person.lapsed_parts,
    )


def _level_of(network: Network, person: Person) -> int:
    """The level of the person's work or profession, or where someone new could start from."""
    start = 4 if (person.top_level or 0) >= DEGREE_LEVEL else 3
    parts = [network.levels[place] for place in (*person.held_parts, *person.lapsed_parts)]
    return max(person.level or 0, start, *parts)


def lane_of(ways: Sequence[Way], reached: Reached | None, away: Distance = _NEAR) -> Lane:
    """How far away a role is, by its best way, or by the estimate where there is none.

    A way of unknown length says nothing of how soon: up two levels or more it is no quick step.
    """
    if not ways:
        cost = reached.cost if reached else 999.0
        return Lane.NEXT if cost <= 24 else Lane.LONGER
    way = ways[0]
    months = middle(way.months)
    if away.leap >= 3 and not all(step.months.known for step in way.steps):
        return Lane.LONGER
    soon = len(way.steps) == 1 and months <= 9
    open_to_all = way.steps[0].from_role is None
    held_back = away.shut or away.leap >= 2 or (away.strange and open_to_all)
    if soon and not (held_back or _asks_more(way)):
        return Lane.NOW
    far = away.leap >= 2 and way.kind in _STUDY and not way.keeps_earning
    if soon or (months <= 30 and len(way.steps) <= 2 and not (far or _unmet(way))):
        return Lane.NEXT
    return Lane.LONGER


def _asks_more(way: Way) -> bool:
    """Whether a way asks for something known to be missing, or for study of years."""
    return way.kind in _STUDY or _unmet(way)


def _unmet(way: Way) -> bool:
    return any(need.answer is Answer.NO for step in way.steps for need in step.needs)


def bands(fit: Ledger, places: Sequence[int]) -> dict[int, Fit]:
    """Bands of fit; a role that cannot be told from the one above it shares its band."""
    available = fit.available() or 1.0
    found: dict[int, Fit] = {}
    leader: int | None = None
    for place in sorted(places, key=lambda p: -fit.scores[p]):
        share = fit.scores[place] / available
        band = Fit.STRONG if share >= STRONG else (Fit.GOOD if share >= GOOD else Fit.POSSIBLE)
        if leader is not None and fit.scores[leader] - fit.scores[place] <= ERROR * available:
            band = found[leader]
        else:
            leader = place
        found[place] = band
    return found


def ties(fit: Ledger, places: Sequence[int]) -> Mapping[int, tuple[int, ...]]:
    """For each place the others that cannot be told apart from it."""
    error = ERROR * (fit.available() or 1.0)
    return {
        place: tuple(
            other
            for other in places
            if other != place and abs(fit.scores[other] - fit.scores[place]) <= error
        )
        for place in places
    }
