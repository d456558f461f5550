"""Ways to a role: chains of routes from where a person is, judged, and the few worth offering."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from operator import le

from guidance.domain.condition import AllOf, Condition, Experience, Registered
from guidance.domain.dated import Span
from guidance.domain.match import Judged, Step, Way
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import (
    Answer,
    Basis,
    RegisterId,
    RegistrationStatus,
    RouteKind,
)
from guidance.matching.eligibility import Standing, judged
from guidance.matching.network import ANYONE, BLOCKED, Network
from guidance.matching.pay import Pay
from guidance.matching.sieve import Chain, Sieve
from guidance.matching.start import Start

MOST_WAYS = 5
_LONGEST = 4
_TRIES = 90
_CHAINS = 18
_STRENGTH = (Basis.OBSERVED, Basis.PUBLISHED, Basis.EMPLOYER_EXAMPLE, Basis.EDITORIAL)
_PROMOTIONS = frozenset({RouteKind.PROGRESSION, RouteKind.INTERNAL_PROMOTION})
_DEGREES = frozenset({RouteKind.DEGREE, RouteKind.POSTGRADUATE})


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A chain measured but not yet described. In ``measures`` smaller is better.

    They are: months, not earning, away, off the register, pay drop, unmet, and steps. ``lacking``
    is the months to make up what is missing; ``steep`` marks a portfolio made by someone well
    below the level of the role.
    """

    chain: Chain
    kind: RouteKind
    measures: tuple[float, ...]
    lacking: float = 0.0
    steep: bool = False

    @property
    def rank(self) -> tuple[bool, bool, float, Chain]:
        """Order of offering: nothing unmet first, then soonest, each step a little dearer."""
        months = self.measures[0] + self.lacking + 6 * self.measures[6]
        return (self.measures[5] > 0, self.steep, months, self.chain)


class Ways:
    """Finds and judges ways in a network."""

    def __init__(self, network: Network, pay: Pay) -> None:
        """Keep the network and the pay table, and measure each route once."""
        self._network = network
        self._pay = pay
        self._months = network.months
        self._sieve = Sieve(network)
        self._unpaid = frozenset(
            number for number, route in enumerate(network.routes) if route.keeps_earning is False
        )
        self._into = [[(edge.route, edge.start) for edge in edges] for edges in network.into]
        self._away = [_away(route) for route in network.routes]

    def find(
        self, target: int, start: Start, *, shut: bool = False, strict: bool = False
    ) -> tuple[Way, ...]:
        """At most five ways to a role, none worse than another in every respect; best first.

        ``shut`` asks for the ways that are closed to the person, to say why they are; ``strict``
        for none where there are only detours, or ways that the law bars.
        """
        chains = self._chains(target, start, earning=False)
        routes = self._network.routes
        if not any(all(routes[n].keeps_earning for n, _ in chain) for chain in chains):
            chains.extend(self._chains(target, start, earning=True))
        if not shut:
            possible = [chain for chain in chains if self._possible(chain, start)]
            chains = self._sieve.kept(possible, target, start, strict=strict)
        by_routes = {tuple(number for number, _ in chain): chain for chain in reversed(chains)}
        sketches = [self._sketch(chain, start) for chain in by_routes.values()]
        chosen = _choose(sketches)
        ways = [(sketch.measures, self._way(sketch, start)) for sketch in chosen]
        lawful = [pair for pair in ways if not _unlawful(pair[1])]
        ways = lawful or ([] if strict else ways)
        return tuple(
            replace(
                way, merits=_merits(measures, [m for m, other in ways if other is not way], way)
            )
            for measures, way in ways
        )

    def _possible(self, chain: Chain, start: Start) -> bool:
        """Whether no step asks for a past, or a nation, that is not the person's."""
        routes = self._network.routes
        return not any(start.shut_out(number, routes[number]) for number, _ in chain)

    def _sketch(self, chain: Chain, start: Start) -> _Sketch:
        net = self._network
        routes = [net.routes[number] for number, _ in chain]
        targets = [net.roles[net.to[number]] for number, _ in chain]
        earning = [route.keeps_earning for route in routes]
        extra = net.added(chain[0][0], start.prices) + self._sieve.lacking(chain, start.prices)
        registers = start.registers
        measures = (
            sum(self._months[number] for number, _ in chain)
            + self._sieve.waits(chain, start.prices),
            2.0 if False in earning else float(None in earning),
            max(self._away[number] for number, _ in chain),
            float(bool(registers) and any(role.register not in registers for role in targets)),
            max(self._pay.drop(start.band, role.bands) for role in targets),
            float(extra >= 12),
            len(chain) + 0.02 * min(extra, 24.0),
        )
        return _Sketch(chain, self._kind(chain), measures, extra, _is_steep(routes, targets, start))

    def _kind(self, chain: Chain) -> RouteKind:
        """The kind of the step that defines a chain: the last, or the longest if that is a rise."""
        last = chain[-1][0]
        if self._network.routes[last].kind in _PROMOTIONS:
            last = max((number for number, _ in chain), key=lambda number: self._months[number])
        return self._network.routes[last].kind

    def _chains(self, target: int, start: Start, *, earning: bool) -> list[Chain]:
        """Chains ending at a role: those of one step, then the cheapest longer ones.

        Best-first backwards from the role; the reach of each role is what is left to pay (A*).
        """
        net, costs, left, places = self._network, start.costs, start.left, start.places
        found: list[Chain] = []
        # Estimate, turn, cost, the step before and the chain that it would lead.
        heap: list[tuple[float, int, float, tuple[int, int], Chain]] = []
        count = 0
        spread: list[tuple[float, Chain, int]] = [(0.0, (), target)]
        for _ in range(_TRIES):
            for behind, chain, place in spread:
                seen = {net.to[number] for number, _ in chain}
                for number, origin in self._into[place]:
                    if origin in seen or (earning and number in self._unpaid):
                        continue
                    if origin == ANYONE:
                        ahead = None if net.within[number] and not start.inside else 0.0
                    else:
                        ahead = left[origin]
                    cost = behind + costs[number]
                    if ahead is None or (chain and cost >= BLOCKED):
                        continue
                    if not chain and ahead == 0.0 and (origin == ANYONE or origin in places):
                        found.append(((number, origin),))
                        continue
                    count += 1
                    heappush(heap, (cost + ahead, count, cost, (number, origin), chain))
            if not heap or len(found) >= _CHAINS:
                break
            _, _, cost, step, rest = heappop(heap)
            chain, place = (step, *rest), step[1]
            done = place == ANYONE or place in places
            if done:
                found.append(chain)
            spread = [] if done or len(chain) >= _LONGEST else [(cost, chain, place)]
        return found

    def _way(self, sketch: _Sketch, start: Start) -> Way:
        standing = start.standing
        steps: list[Step] = []
        wait = 0
        for number, place in sketch.chain:
            route = self._network.routes[number]
            origin = self._network.roles[place].id if place != ANYONE else None
            step, more = self._step(route, origin, standing, first=not steps)
            steps.append(step)
            wait += more
            standing = gained(standing, route, self._network)
        months = _total([step.months for step in steps], wait)
        earning, away, off = sketch.measures[1:4]
        return Way(
            sketch.kind, tuple(steps), months,
            {0.0: True, 1.0: None, 2.0: False}[earning], {0.0: False, 1.0: None, 2.0: True}[away],
            (off == 0.0) if start.registers else None, (), weakest(step.basis for step in steps),
        )  # fmt: skip

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
            route.id, route.name, route.kind, origin, route.to, route.months,
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


def _total(spans: list[Span], wait: int) -> Span:
    """The months of steps one after another: a low end alone where a step's time is not known."""
    if not any(span.known for span in spans) and not wait:
        return Span()
    low = wait + sum(span.low or span.high or 0 for span in spans)
    guessed = any(span.estimate for span in spans)
    if all(span.known for span in spans):
        return Span(low, wait + sum(span.high or span.low or 0 for span in spans), guessed)
    return Span(low, None, guessed)


def _away(route: Route) -> float:
    """0 where study is not away from home, 1 where that is not known, 2 where it is."""
    if route.away is not None:
        return 2.0 if route.away else 0.0
    if route.kind in _DEGREES:
        return 2.0 if route.study in (None, "full-time") else 1.0
    return 0.0


def _is_steep(routes: list[Route], targets: list[Role], start: Start) -> bool:
    """Whether a way asks a portfolio of work at a level that the person is well below."""
    level = start.level
    return level is not None and any(
        route.kind is RouteKind.PORTFOLIO and role.level > level + 1
        for route, role in zip(routes, targets, strict=True)
    )


def _choose(sketches: list[_Sketch]) -> list[_Sketch]:
    """The few to offer: those that none of their kind beats, one of each kind before a second."""
    kept = [one for one in sketches if not any(_beats(other, one) for other in sketches)]
    kept.sort(key=lambda sketch: sketch.rank)
    kept = [one for one in kept if not any(_idle(other, one) for other in kept)]
    kept = [one for one in kept if not _drags(kept[0], one)]
    kinds = dict.fromkeys(sketch.kind for sketch in kept)
    firsts = [next(sketch for sketch in kept if sketch.kind is kind) for kind in kinds]
    seconds = [sketch for sketch in kept if sketch not in firsts]
    return sorted([*firsts, *seconds][:MOST_WAYS], key=lambda sketch: sketch.rank)


def _beats(other: _Sketch, one: _Sketch) -> bool:
    """Whether another chain of the same kind is at least as good in all respects."""
    if other is one or other.kind is not one.kind:
        return False
    if not all(map(le, other.measures, one.measures)):
        return False
    return other.measures != one.measures or other.chain < one.chain


def _idle(other: _Sketch, one: _Sketch) -> bool:
    """Whether a chain is another one and more, and the more fills no need of the other."""
    mine = {number for number, _ in one.chain}
    return mine > {number for number, _ in other.chain} and other.measures[5] <= one.measures[5]


def _drags(best: _Sketch, one: _Sketch) -> bool:
    """Whether a chain takes more than twice as long as the best, for no gain worth the wait."""
    return one.measures[0] > 2 * max(best.measures[0], 12) and not any(
        one.measures[at] < best.measures[at] for at in (1, 2, 5)
    )


def _merits(mine: tuple[float, ...], others: list[tuple[float, ...]], way: Way) -> tuple[str, ...]:
    found: list[str] = []
    if way.months.known and others and all(mine[0] < other[0] for other in others):
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
