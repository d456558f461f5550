"""The graph of roles and routes, and a quick estimate of how far every role is from a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from guidance.domain.catalogue import Catalogue
from guidance.domain.condition import (
    AllOf,
    AnyOf,
    Condition,
    Confirm,
    Employed,
    EmployerSupport,
    Experience,
    Holds,
    Registered,
)
from guidance.domain.dated import Span
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import (
    Answer,
    RegisterId,
    RegistrationStatus,
    RouteKind,
    StaffGroup,
)
from guidance.matching.eligibility import (
    Standing,
    asks_long_experience,
    hopeless,
    judge,
    speaks_of_abroad,
    time_served,
)

# Months taken where no source says. Editorial: the usual full length of each kind in the routes
# whose months are published.
USUAL_MONTHS: dict[RouteKind, int] = {
    RouteKind.DEGREE: 36, RouteKind.POSTGRADUATE: 24, RouteKind.DEGREE_APPRENTICESHIP: 42,
    RouteKind.APPRENTICESHIP: 18, RouteKind.FOUNDATION_DEGREE: 24, RouteKind.CONVERSION: 18,
    RouteKind.SPECIALTY_TRAINING: 36, RouteKind.ON_THE_JOB: 6, RouteKind.DIRECT_ENTRY: 2,
    RouteKind.INTERNAL_PROMOTION: 12, RouteKind.PROGRESSION: 12, RouteKind.SECONDMENT: 9,
    RouteKind.RETURN_TO_PRACTICE: 6, RouteKind.PORTFOLIO: 24,
}  # fmt: skip
INSIDE_ONLY = frozenset(
    {
        RouteKind.INTERNAL_PROMOTION, RouteKind.PROGRESSION, RouteKind.SECONDMENT,
        RouteKind.SPECIALTY_TRAINING, RouteKind.PORTFOLIO, RouteKind.CONVERSION,
    }
)  # fmt: skip
_ENTRIES = frozenset({RouteKind.ON_THE_JOB, RouteKind.DIRECT_ENTRY})
UNKNOWN_MONTHS = 2.0
# A post at degree level that anyone may apply for, of no stated length: its conditions stand in
# words that cannot be judged, so it is never taken for a quick step.
OPEN_SENIOR_MONTHS = 24
SENIOR = 5
BLOCKED = 1000.0
YEARS_OF_EXPERIENCE = 36.0
EXPANSIONS = 600
ANYONE = -1


@dataclass(frozen=True, slots=True)
class Edge:
    """A route as an edge; ``start`` is a place in ``roles`` or ANYONE."""

    route: int
    start: int


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a role is: months with what is unknown or missing priced in, steps, first place."""

    cost: float
    steps: int
    start: int
    route: int


def usual_months(route: Route) -> Span:
    """The months of a route, or the usual ones of its kind where no source says."""
    if route.months.known:
        low = route.months.low if route.months.low is not None else route.months.high
        high = route.months.high if route.months.high is not None else low
        return Span(low, high)
    usual = USUAL_MONTHS[route.kind]
    return Span(usual, usual)


def searched_months(route: Route, level: int) -> float:
    """The months that the search takes for a route into a role of a level; never shown."""
    open_to_all = route.open_entry is True or not route.from_roles
    senior = level >= SENIOR and route.kind in _ENTRIES
    if open_to_all and senior and not route.months.known:
        return float(OPEN_SENIOR_MONTHS)
    return middle(usual_months(route))


def middle(span: Span) -> float:
    """The middle of a span of months; 0 where it is not known."""
    low = span.low if span.low is not None else span.high
    high = span.high if span.high is not None else span.low
    return ((low or 0) + (high or 0)) / 2


class Network:
    """Roles and routes by place, with who may take each route worked out once."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Compile a catalogue; routes that name roles it lacks are passed over."""
        self.roles: tuple[Role, ...] = tuple(catalogue.roles.values())
        self.place: dict[str, int] = {role.id: i for i, role in enumerate(self.roles)}
        self.routes: tuple[Route, ...] = tuple(
            route for route in catalogue.routes.values() if route.to in self.place
        )
        self.by_name: tuple[int, ...] = tuple(
            sorted(range(len(self.roles)), key=lambda place: self.roles[place].id)
        )
        self.by_id: dict[str, Route] = {route.id: route for route in self.routes}
        self.levels: list[int] = [min(max(role.level, 0), 10) for role in self.roles]
        self._by_part = _members(self.roles)
        self._by_group: dict[StaffGroup, list[int]] = {}
        for place, role in enumerate(self.roles):
            self._by_group.setdefault(role.staff_group, []).append(place)
        self.into: list[list[Edge]] = [[] for _ in self.roles]
        self.exits: dict[int, list[tuple[int, int]]] = {}
        self.open_into: list[list[int]] = [[] for _ in self.roles]
        self.to: list[int] = [self.place[route.to] for route in self.routes]
        self._conditions: dict[Condition, int] = {}
        self._signature: list[tuple[int, ...]] = []
        self._base: list[float] = []
        self.months: list[float] = [
            searched_months(route, self.levels[to])
            for route, to in zip(self.routes, self.to, strict=True)
        ]
        self._study: dict[int, int] = {}
        self._served: dict[int, int] = {}
        for number, route in enumerate(self.routes):
            self._add(number, route)
        self._asking = [(number, keys) for number, keys in enumerate(self._signature) if keys]
        self.within: list[bool] = [self.inside_only(number) for number in range(len(self.routes))]
        self._fixed: list[Reached | None] = [None] * len(self.roles)
        self._moving: list[tuple[int, int, StaffGroup | None]] = []
        for target, numbers in enumerate(self.open_into):
            self._sort_open(target, numbers)
        near = [(found.cost, place) for place, found in enumerate(self._fixed) if found]
        self._near = sorted(near)[:EXPANSIONS]

    def _sort_open(self, target: int, numbers: list[int]) -> None:
        """Keep the best open route that costs everyone the same, and list those that do not."""
        for number in numbers:
            inside = self.inside_only(number)
            if inside or self._signature[number]:
                group = self.roles[target].staff_group if inside else None
                self._moving.append((number, target, group))
                continue
            held = self._fixed[target]
            if held is None or self._base[number] < held.cost:
                self._fixed[target] = Reached(self._base[number], 1, ANYONE, number)

    def _add(self, number: int, route: Route) -> None:
        dynamic: list[int] = []
        fixed = 0
        for item in _flat(route.needs):
            if isinstance(item, EmployerSupport) or (
                isinstance(item, Confirm) and not asks_long_experience(item)
            ):
                fixed += 1
            elif not self._held_by_starts(item, route):
                key = self._conditions.setdefault(_bare(item), len(self._conditions))
                dynamic.append(key)
                if isinstance(item, Holds) and item.level:
                    self._study[key] = item.level
                elif isinstance(item, Experience) and item.months:
                    self._served[key] = item.months
        self._signature.append(tuple(dynamic))
        self._base.append(self.months[number] + min(fixed, 3) * UNKNOWN_MONTHS / 2)
        target = self.to[number]
        for start in self._starts(route):
            self.into[target].append(Edge(number, start))
            if start == ANYONE:
                self.open_into[target].append(number)
            else:
                self.exits.setdefault(start, []).append((number, target))

    def _held_by_starts(self, item: Condition, route: Route) -> bool:
        """Whether a registration asked for is one that whoever may take the route has.

        Where any of several will do, it is so for those whose role needs one of them: the other
        roles that the route names then start nothing, see :meth:`_starts`.
        """
        if isinstance(item, Registered):
            return _held_by_start(item)
        return bool(self._fitting(item, route))

    def _fitting(self, item: Condition, route: Route) -> list[int]:
        """Places named by a route whose role needs one of the registrations that it asks for."""
        if not isinstance(item, AnyOf) or route.open_entry is True:
            return []
        any_one = list(_alternatives(item))
        asked = [one for one in any_one if isinstance(one, Registered) and _held_by_start(one)]
        if len(asked) < len(any_one):
            return []
        named = [self.place[role] for role in route.from_roles if role in self.place]
        return [
            place for place in named if any(_needs_part(self.roles[place], one) for one in asked)
        ]

    def _starts(self, route: Route) -> Iterable[int]:
        """Places that a route may be taken from; roles on the same part inherit each other's."""
        named = [self.place[role] for role in route.from_roles if role in self.place]
        for item in route.needs.items:
            fitting = self._fitting(item, route)
            named = [place for place in named if place in fitting] if fitting else named
        found = list(named)
        for place in named:
            role = self.roles[place]
            if role.part == role.id:
                found.extend(self._by_part.get((role.register, role.id), ()))
        if not route.from_roles:
            found.extend(self._registered_starts(route))
        if route.open_entry is True or (not found and self._opens(route)):
            found.append(ANYONE)
        target = self.place[route.to]
        return [place for place in dict.fromkeys(found) if place != target]

    def _registered_starts(self, route: Route) -> list[int]:
        found: list[int] = []
        for item in _flat(route.needs):
            if isinstance(item, Registered) and _held_by_start(item):
                found.extend(self._by_part.get((item.register, item.part), ()))
        return found

    def _opens(self, route: Route) -> bool:
        """Whether a route that names nobody may be open: not where the law asks registration."""
        asks = any(isinstance(x, Registered) and _held_by_start(x) for x in _flat(route.needs))
        return not asks

    def inside_only(self, number: int) -> bool:
        """Whether a route that names nobody is by its kind a step within an organisation."""
        route = self.routes[number]
        return route.open_entry is not True and (
            route.kind in INSIDE_ONLY or route.open_entry is False
        )

    def prices(self, standing: Standing) -> list[float]:
        """The price in months of each distinct condition for a person."""
        return [price(condition, standing) for condition in self._conditions]

    def cost(self, number: int, prices: list[float]) -> float:
        """The cost of a route in months, given the prices of its conditions."""
        total = self._base[number]
        for item in self._signature[number]:
            total += prices[item]
        return total

    def added(self, number: int, prices: list[float]) -> float:
        """The part of a route's cost that the person's own standing adds."""
        return sum(prices[item] for item in self._signature[number])

    def study_lacking(self, number: int, level: int, prices: list[float]) -> float:
        """The months to make up the study that a route asks for above a level gained before it."""
        study = self._study
        return sum(
            prices[key]
            for key in self._signature[number]
            if study.get(key, 0) > level and prices[key] >= 12
        )

    def experience_asked(self, number: int, prices: list[float]) -> int:
        """The months of experience that a route asks for and the person does not have yet."""
        served = self._served
        return max(
            (served.get(key, 0) for key in self._signature[number] if prices[key]), default=0
        )

    def costs(self, prices: list[float]) -> list[float]:
        """The cost of every route in months, given the prices of its conditions."""
        found = self._base.copy()
        for number, signature in self._asking:
            for item in signature:
                found[number] += prices[item]
        return found

    def reach(
        self,
        costs: list[float],
        starts: Mapping[int, float],
        groups: frozenset[StaffGroup],
    ) -> list[Reached | None]:
        """How far each role is, from any of ``starts`` (place to a head start in months).

        Dijkstra from all starts and from *anyone* at once; in very large catalogues it stops after
        the nearest :data:`EXPANSIONS` roles, so distant ones keep their one-step estimate.
        """
        best = self._fixed.copy()
        heap = self._near.copy()
        for number, target, group in self._moving:
            if group is not None and group not in groups:
                continue
            cost = costs[number] + (UNKNOWN_MONTHS if group is not None else 0.0)
            held = best[target]
            if cost < BLOCKED and (held is None or cost < held.cost):
                best[target] = Reached(cost, 1, ANYONE, number)
                heap.append((cost, target))
        for place, cost in starts.items():
            held = best[place]
            if held is None or cost <= held.cost:
                best[place] = Reached(cost, 0, place, ANYONE)
                heap.append((cost, place))
        heapify(heap)
        self._relax(heap, best, costs)
        return best

    def _relax(
        self, heap: list[tuple[float, int]], best: list[Reached | None], costs: list[float]
    ) -> None:
        left, exits = EXPANSIONS, self.exits
        while heap and left:
            cost, place = heappop(heap)
            held = best[place]
            if held is None or cost > held.cost:
                continue
            left -= 1
            if held.steps >= 4:
                continue
            for number, target in exits.get(place, ()):
                ahead = cost + costs[number]
                other = best[target]
                if ahead < BLOCKED and (other is None or ahead < other.cost):
                    best[target] = Reached(ahead, held.steps + 1, place, number)
                    heappush(heap, (ahead, target))


def price(condition: Condition, standing: Standing) -> float:
    """Months that a condition adds: nothing if met, a little if unknown, time if it can be made up.

    BLOCKED where nothing the person does would change it.
    """
    match condition:
        case Experience() if (condition.roles or condition.family) and _is_strange(
            condition, standing
        ):
            if not standing.months:
                return UNKNOWN_MONTHS
            return BLOCKED if speaks_of_abroad(condition) else float(condition.months or 12)
        case AllOf():
            return sum(price(item, standing) for item in condition.items)
        case AnyOf():
            return min((price(item, standing) for item in condition.items), default=0.0)
        case _:
            answer = judge(condition, standing)
    if answer is Answer.NO:
        return _lacking(condition, standing)
    return UNKNOWN_MONTHS if answer is Answer.UNKNOWN else 0.0


def _is_strange(condition: Experience, standing: Standing) -> bool:
    """Whether the person has been in none of the roles, nor in the family, that are asked for."""
    return condition.family not in standing.families and standing.months.keys().isdisjoint(
        condition.roles
    )


def _lacking(condition: Condition, standing: Standing) -> float:
    """Months to make up what is missing: a year for each level of study, or the time asked."""
    if hopeless(condition, standing):
        return BLOCKED
    if isinstance(condition, Holds):
        held = (standing.levels or {}).get("", 0)
        return 12.0 * max((condition.level or 1) - max(held, 2), 1)
    if isinstance(condition, Experience):
        return float(max((condition.months or 12) - time_served(condition, standing), 1))
    if isinstance(condition, Confirm):
        return YEARS_OF_EXPERIENCE
    return UNKNOWN_MONTHS if isinstance(condition, Employed) else BLOCKED


def _held_by_start(condition: Registered) -> bool:
    return condition.status is RegistrationStatus.REGISTERED


def _bare(condition: Condition) -> Condition:
    """A condition without the words and source that do not change its price, to price it once."""
    match condition:
        case AllOf() | AnyOf():
            items = tuple(_bare(item) for item in condition.items)
            return replace(condition, items=items, says="", source=None)
        case Confirm():
            return replace(condition, source=None)
        case _:
            says = condition.says if speaks_of_abroad(condition) else ""
            return replace(condition, says=says, source=None)


def _alternatives(condition: Condition) -> Iterable[Condition]:
    """The conditions of which any one will do, those of an inner choice among them."""
    if isinstance(condition, AnyOf):
        for item in condition.items:
            yield from _alternatives(item)
    else:
        yield condition


def _needs_part(role: Role, asked: Registered) -> bool:
    if role.register is not asked.register:
        return False
    return asked.part is None or role.part in (None, asked.part)


def _flat(condition: Condition) -> Iterable[Condition]:
    if isinstance(condition, AllOf):
        for item in condition.items:
            yield from _flat(item)
    else:
        yield condition


def _members(roles: tuple[Role, ...]) -> dict[tuple[RegisterId, str | None], list[int]]:
    """Places of roles by (register, part), and by (register, None) the parts' own roles."""
    found: dict[tuple[RegisterId, str | None], list[int]] = {}
    for place, role in enumerate(roles):
        if role.register is RegisterId.NONE:
            continue
        if role.part:
            found.setdefault((role.register, role.part), []).append(place)
        if role.part == role.id:
            found.setdefault((role.register, None), []).append(place)
    return found
