"""Ways to a role: chains of routes from where a person is, judged, and the few worth offering."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from guidance.domain.condition import AllOf, Condition, Experience, Registered
from guidance.domain.dated import Span
from guidance.domain.match import Judged, Step, Way
from guidance.domain.route import Route
from guidance.domain.vocabulary import (
    Answer,
    Basis,
    RegisterId,
    RegistrationStatus,
    RouteKind,
)
from guidance.matching.eligibility import Standing, judged
from guidance.matching.network import (
    ANYONE,
    BLOCKED,
    Network,
    Reached,
    middle,
    usual_months,
)
from guidance.matching.pay import Pay

MOST_WAYS = 5
_LONGEST = 4
_TRIES = 260
_CHAINS = 40
_STRENGTH = (Basis.OBSERVED, Basis.PUBLISHED, Basis.EMPLOYER_EXAMPLE, Basis.EDITORIAL)
_DEGREES = frozenset({RouteKind.DEGREE, RouteKind.POSTGRADUATE})
Chain = tuple[tuple[int, int], ...]  # (route, place it is taken from), first step first


@dataclass(frozen=True, slots=True)
class Start:
    """Where a person stands in the network."""

    standing: Standing
    places: frozenset[int]
    best: list[Reached | None]
    prices: list[float]
    inside: bool
    band: str | None = None


class Ways:
    """Finds and judges ways in a network."""

    def __init__(self, network: Network, pay: Pay) -> None:
        """Keep the network and the pay table."""
        self._network = network
        self._pay = pay

    def find(self, target: int, start: Start) -> tuple[Way, ...]:
        """At most five ways to a role, none worse than another in every respect; best first."""
        chains = dict.fromkeys(self._chains(target, start, earning=False))
        chains.update(dict.fromkeys(self._chains(target, start, earning=True)))
        ways = [self._way(chain, start) for chain in chains]
        if not ways:
            return ()
        lawful = [way for way in ways if not _unlawful(way)]
        return self._choose(lawful or ways, start)

    def _chains(self, target: int, start: Start, *, earning: bool) -> list[Chain]:
        """Chains ending at a role, cheapest first: best-first backwards, A* on the reach."""
        net = self._network
        heap: list[tuple[float, int, Chain, int]] = [(0.0, 0, (), target)]
        found: list[Chain] = []
        count = 0
        for _ in range(_TRIES):
            if not heap or len(found) >= _CHAINS:
                break
            _, _, chain, place = heappop(heap)
            if place == ANYONE or (place in start.places and chain):
                found.append(chain)
                continue
            if len(chain) >= _LONGEST:
                continue
            seen = {self._network.to[number] for number, _ in chain}
            behind = sum(net.cost(number, start.prices) for number, _ in chain)
            for edge in net.into[place]:
                if earning and net.routes[edge.route].keeps_earning is False:
                    continue
                if edge.start in seen:
                    continue
                ahead = self._ahead(edge.start, edge.route, start)
                cost = behind + net.cost(edge.route, start.prices)
                if ahead is None or (cost >= BLOCKED and chain):
                    continue
                count += 1
                item = (cost + ahead, count, ((edge.route, edge.start), *chain), edge.start)
                heappush(heap, item)
        return found

    def _ahead(self, place: int, route: int, start: Start) -> float | None:
        if place == ANYONE:
            if self._network.inside_only(route) and not start.inside:
                return None
            return 0.0
        if place in start.places:
            return 0.0
        reached = start.best[place]
        return reached.cost if reached else None

    def _way(self, chain: Chain, start: Start) -> Way:
        standing = start.standing
        steps: list[Step] = []
        waits: list[int] = []
        for number, place in chain:
            route = self._network.routes[number]
            origin = self._network.roles[place].id if place != ANYONE else None
            step, wait = self._step(route, origin, standing, first=not steps)
            steps.append(step)
            waits.append(wait)
            standing = gained(standing, route, self._network)
        return self._describe(tuple(steps), sum(waits), start)

    def _step(
        self, route: Route, origin: str | None, standing: Standing, *, first: bool
    ) -> tuple[Step, int]:
        needs: list[Judged] = []
        wait = 0
        for item, said in _pairs(route.needs, standing):
            better, more = self._with_origin(item, said, origin, first=first)
            needs.append(better)
            wait = max(wait, more)
        band = self._network.roles[self._network.place[route.to]].bands
        step = Step(
            route.id, route.name, route.kind, origin, route.to, usual_months(route),
            route.keeps_earning, tuple(needs), self._pay.lines(band, standing.nation),
            tuple(item.text for item in route.funding), route.provenance.basis,
            route.provenance.sources,
        )  # fmt: skip
        return step, wait

    def _with_origin(
        self, item: Condition, said: Judged, origin: str | None, *, first: bool
    ) -> tuple[Judged, int]:
        """A judgement corrected for what the role before the step brings, and months to wait."""
        if origin is None or said.answer is Answer.YES:
            return said, 0
        role = self._network.roles[self._network.place[origin]]
        if isinstance(item, Registered) and item.status is RegistrationStatus.REGISTERED:
            fits = role.register == item.register and (
                item.part is None or item.part in (role.part, role.id)
            )
            if fits and not first:
                return replace(said, answer=Answer.YES, question=""), 0
        if isinstance(item, Experience) and not first:
            named = item.roles or ((origin,) if not item.family else ())
            if origin in named or item.family == role.staff_group:
                words = f"{said.says} (you gain this on the way)"
                return Judged(words, Answer.YES, said.law, "", said.source), item.months or 0
        return said, 0

    def _describe(self, steps: tuple[Step, ...], wait: int, start: Start) -> Way:
        low = sum(step.months.low or 0 for step in steps) + wait
        high = sum(step.months.high or step.months.low or 0 for step in steps) + wait
        earning = [step.keeps_earning for step in steps]
        keeps = False if False in earning else (None if None in earning else True)
        defining = steps[-1]
        if defining.kind in {RouteKind.PROGRESSION, RouteKind.INTERNAL_PROMOTION}:
            defining = max(steps, key=lambda step: middle(step.months))
        return Way(
            defining.kind, steps, Span(low, high), keeps, self._away(steps),
            self._stays(steps, start), (), weakest(step.basis for step in steps),
        )  # fmt: skip

    def _away(self, steps: tuple[Step, ...]) -> bool | None:
        answers: list[bool | None] = []
        for step in steps:
            route = self._network.by_id[step.route_id]
            if route.away is not None:
                answers.append(route.away)
            elif step.kind in _DEGREES:
                answers.append(True if route.study in (None, "full-time") else None)
            else:
                answers.append(False)
        return True if True in answers else (None if None in answers else False)

    def _stays(self, steps: tuple[Step, ...], start: Start) -> bool | None:
        held = {
            register
            for (register, _), status in start.standing.registers.items()
            if status is RegistrationStatus.REGISTERED
        }
        if not held:
            return None
        roles = [self._network.roles[self._network.place[step.to_role]] for step in steps]
        return all(role.register in held for role in roles)

    def _choose(self, ways: list[Way], start: Start) -> tuple[Way, ...]:
        measured = [(self._measures(way, start), way) for way in ways]
        kept = [
            (measures, way)
            for measures, way in measured
            if not any(_beats(other, measures, rival, way) for other, rival in measured)
        ]
        kept.sort(key=lambda pair: (pair[0][5] > 0, pair[0][0] + 6 * pair[0][6], _name(pair[1])))
        chosen: list[tuple[tuple[float, ...], Way]] = []
        for first_of_kind in (True, False):
            for pair in kept:
                kinds = {way.kind for _, way in chosen}
                if len(chosen) < MOST_WAYS and pair not in chosen:
                    if first_of_kind and pair[1].kind in kinds:
                        continue
                    chosen.append(pair)
        chosen.sort(key=lambda pair: (pair[0][5] > 0, pair[0][0] + 6 * pair[0][6], _name(pair[1])))
        return tuple(replace(way, merits=_merits(m, chosen, way)) for m, way in chosen)

    def _measures(self, way: Way, start: Start) -> tuple[float, ...]:
        """Smaller is better: months, not earning, away, off register, pay drop, unmet, steps."""
        unmet = sum(n.answer is Answer.NO for step in way.steps for n in step.needs)
        unknown = sum(n.answer is Answer.UNKNOWN for step in way.steps for n in step.needs)
        bands = [self._network.roles[self._network.place[s.to_role]].bands for s in way.steps]
        drop = max((self._pay.drop(start.band, band) for band in bands), default=0.0)
        return (
            middle(way.months),
            {True: 0.0, None: 1.0, False: 2.0}[way.keeps_earning],
            {False: 0.0, None: 1.0, True: 2.0}[way.needs_degree_away],
            {True: 0.0, None: 0.0, False: 1.0}[way.stays_registered],
            drop,
            float(unmet),
            float(len(way.steps)) + 0.1 * unknown,
        )


def _name(way: Way) -> str:
    return "/".join(step.route_id for step in way.steps)


def _beats(other: tuple[float, ...], measures: tuple[float, ...], rival: Way, way: Way) -> bool:
    """Whether a rival of the same kind is at least as good in all respects, and not the same."""
    if rival is way or rival.kind is not way.kind:
        return False
    if any(a > b for a, b in zip(other, measures, strict=True)):
        return False
    return other != measures or _name(rival) < _name(way)


def _merits(
    mine: tuple[float, ...], chosen: list[tuple[tuple[float, ...], Way]], way: Way
) -> tuple[str, ...]:
    others = [measures for measures, item in chosen if item is not way]
    found: list[str] = []
    if others and all(mine[0] < other[0] for other in others):
        found.append("Fastest")
    if way.keeps_earning:
        found.append("You keep earning throughout")
    if way.needs_degree_away is False:
        found.append("No degree away from home")
    if way.stays_registered:
        found.append("You stay registered")
    if others and mine[4] == 0 and any(other[4] > 0 for other in others):
        found.append("No drop in pay band")
    if others and all(mine[6] < other[6] for other in others) and mine[5] == 0:
        found.append("Fewest steps and questions")
    return tuple(found)


def _unlawful(way: Way) -> bool:
    return any(need.law and need.answer is Answer.NO for step in way.steps for need in step.needs)


def weakest(bases: Iterable[Basis]) -> Basis:
    """The weakest label of evidence among some."""
    return max(bases, key=_STRENGTH.index, default=Basis.EDITORIAL)


def _pairs(needs: AllOf, standing: Standing) -> list[tuple[Condition, Judged]]:
    found: list[tuple[Condition, Judged]] = []
    for item in needs.items:
        if isinstance(item, AllOf) and not item.says:
            found.extend(_pairs(item, standing))
        else:
            found.append((item, judged(item, standing)))
    return found


def gained(standing: Standing, route: Route, network: Network) -> Standing:
    """What a person brings once a step is done: credentials granted, and the role's register."""
    levels = dict(standing.levels or {})
    registers = dict(standing.registers)
    held = set(standing.qualifications)
    for grant in route.grants:
        kind, _, rest = grant.partition(":")
        if kind == "level" and rest.isdigit():
            for subject in ("", "health"):
                levels[subject] = max(levels.get(subject, 0), int(rest))
        elif kind == "qualification":
            held.add(rest)
        elif kind == "registered":
            register, _, part = rest.partition(":")
            registers[(RegisterId(register), part or None)] = RegistrationStatus.REGISTERED
    role = network.roles[network.place[route.to]]
    months = {**standing.months, role.id: standing.months.get(role.id)}
    families = {**standing.families}
    families.setdefault(role.staff_group.value, None)
    return replace(
        standing, levels=levels if levels else standing.levels, registers=registers,
        qualifications=frozenset(held), months=months, families=families, employed="nhs",
    )  # fmt: skip
