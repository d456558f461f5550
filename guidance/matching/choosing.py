"""Choosing the short list: about seven, coherent but not all of one family, ties kept together."""

from collections import Counter
from collections.abc import Mapping, Sequence

from guidance.domain.match import Way
from guidance.domain.vocabulary import Answer, Fit, Lane, RouteKind
from guidance.matching.fit import Fit as Ledger
from guidance.matching.network import Network, Reached, middle

# Scores closer than this share of what the answers could give cannot be told apart: about the
# change that moving one answer by one step makes.
ERROR = 0.025
STRONG, GOOD = 0.5, 0.34
_CROWD = 0.03
_FREE_PLACES = 4


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
    network: Network, fit: Ledger, ranked: Sequence[int], top: int, held: frozenset[int]
) -> list[int]:
    """The places to show: the best, each further one of a crowded family a little worse off."""
    pool = [place for place in ranked if place not in held][: max(top * 4, 12)]
    available = fit.available() or 1.0
    chosen: list[int] = []
    crowd: Counter[str] = Counter()
    while pool and len(chosen) < top:
        best = max(
            pool,
            key=lambda p: (
                fit.broken.get(p, 0) == 0,
                fit.scores[p] - _penalty(network, p, crowd) * available,
                -pool.index(p),
            ),
        )
        pool.remove(best)
        chosen.append(best)
        crowd[network.roles[best].staff_group] += 1
    chosen.sort(key=lambda p: (fit.broken.get(p, 0) > 0, -fit.scores[p], network.roles[p].id))
    return chosen


def _penalty(network: Network, place: int, crowd: Counter[str]) -> float:
    return _CROWD * max(crowd[network.roles[place].staff_group] - _FREE_PLACES, 0)


def lane_of(ways: Sequence[Way], reached: Reached | None) -> Lane:
    """How far away a role is, by its best way, or by the estimate where there is none."""
    if not ways:
        cost = reached.cost if reached else 999.0
        return Lane.NEXT if cost <= 24 else Lane.LONGER
    way = ways[0]
    months = middle(way.months)
    unmet = any(need.answer is Answer.NO for step in way.steps for need in step.needs)
    study = {RouteKind.DEGREE, RouteKind.POSTGRADUATE, RouteKind.DEGREE_APPRENTICESHIP}
    if len(way.steps) == 1 and months <= 9 and not unmet and way.kind not in study:
        return Lane.NOW
    if months <= 30 and len(way.steps) <= 2:
        return Lane.NEXT
    return Lane.LONGER


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
