"""Constraints: what a role or a way does to each, and what each costs."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from guidance.domain.catalogue import ConstraintKind
from guidance.domain.dated import Span
from guidance.domain.match import Way
from guidance.domain.profile import ConstraintItem
from guidance.domain.role import Role
from guidance.domain.vocabulary import (
    ConstraintId,
    Nation,
    RegisterId,
    RegistrationStatus,
    RouteKind,
    Strictness,
)
from guidance.domain.wording import span
from guidance.matching.network import Network, usual_months
from guidance.matching.pay import Pay, band_place
from guidance.matching.person import Person

_DEGREES = frozenset(
    {RouteKind.DEGREE, RouteKind.POSTGRADUATE, RouteKind.DEGREE_APPRENTICESHIP}
)  # fmt: skip
_WITH_EMPLOYER = frozenset(
    {
        RouteKind.ON_THE_JOB, RouteKind.APPRENTICESHIP, RouteKind.DEGREE_APPRENTICESHIP,
        RouteKind.INTERNAL_PROMOTION, RouteKind.PROGRESSION, RouteKind.SECONDMENT,
        RouteKind.FOUNDATION_DEGREE, RouteKind.SPECIALTY_TRAINING, RouteKind.PORTFOLIO,
    }
)  # fmt: skip
_HOURS = {
    ConstraintId.NO_NIGHTS: "nights",
    ConstraintId.NO_WEEKENDS: "weekends",
    ConstraintId.NO_HEAVY_LIFTING: "lifting",
}
OF_WAYS = frozenset(
    {
        ConstraintId.KEEP_EARNING, ConstraintId.MAX_MONTHS, ConstraintId.NO_DEGREE,
        ConstraintId.HOME_STUDY, ConstraintId.STAY_WITH_EMPLOYER,
    }
)  # fmt: skip
BROKEN_WORDS = {
    ConstraintId.KEEP_EARNING: "the ways we know mean time without pay",
    ConstraintId.MAX_MONTHS: "it takes longer than you set",
    ConstraintId.PART_TIME: "it is seldom part time",
    ConstraintId.NO_NIGHTS: "it usually means night shifts",
    ConstraintId.NO_WEEKENDS: "it usually means weekends",
    ConstraintId.MIN_BAND: "it is below the band you set",
    ConstraintId.MIN_PAY: "it pays less than you set",
    ConstraintId.MAX_TRAVEL: "it may be too far to travel",
    ConstraintId.NO_DEGREE: "it asks for a degree",
    ConstraintId.HOME_STUDY: "study is away from home",
    ConstraintId.STAY_WITH_EMPLOYER: "it means leaving your employer for a while",
    ConstraintId.STAY_REGISTERED: "it does not use your registration",
    ConstraintId.NO_HEAVY_LIFTING: "it usually means lifting",
}


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """What the routes into a role allow, worked out once."""

    earning: bool
    no_degree: bool
    home_study: bool
    with_employer: bool
    fewest_months: int | None


def role_facts(network: Network) -> tuple[RoleFacts, ...]:
    """What the routes into each role allow, by place."""
    found: list[RoleFacts] = []
    for place in range(len(network.roles)):
        routes = [network.routes[number] for number in {e.route for e in network.into[place]}]
        months = [usual_months(route).low or 0 for route in routes]
        found.append(
            RoleFacts(
                not routes or any(route.keeps_earning is not False for route in routes),
                not routes or any(not _asks_degree(route.kind, route.level) for route in routes),
                not routes
                or any(route.study != "full-time" and route.away is not True for route in routes),
                not routes or any(route.kind in _WITH_EMPLOYER for route in routes),
                min(months, default=None),
            )
        )
    return tuple(found)


def _asks_degree(kind: RouteKind, level: int | None) -> bool:
    return kind in _DEGREES or (level is not None and level >= 6)


class Limits:
    """Judges constraints for roles and ways."""

    def __init__(
        self, network: Network, pay: Pay, kinds: Mapping[str, ConstraintKind] | None = None
    ) -> None:
        """Work out what the routes allow; ``kinds`` say what each constraint is called."""
        self._network = network
        self._kinds = kinds or {}
        self._pay = pay
        self._facts = role_facts(network)

    def words(self, item: ConstraintItem) -> str:
        """A constraint with its value, as the person set it: ``At least £30,000 a year``."""
        kind = self._kinds.get(item.id.value)
        title = kind.title if kind else item.id.value.replace("-", " ").capitalize()
        unit, wanted = kind.unit if kind else "", number_of(item.value)
        if unit == "band" and item.value is not None:
            return re.sub(r"\b[Tt]his band\b", f"band {item.value}", title).capitalize()
        if unit == "pounds" and wanted:
            return re.sub(r"\bthis pay\b", f"£{wanted:,} a year", title)
        if unit == "months" and wanted:
            return re.sub(r"\bthis\b", span(Span(wanted, wanted)), title)
        return f"{title} ({wanted} minutes)" if unit == "minutes" and wanted else title

    def breaks(self, item: ConstraintItem, place: int, person: Person) -> bool:
        """Whether a role is known to break a constraint; not known counts as not broken."""
        role = self._network.roles[place]
        if item.id in _HOURS:
            return role.hours.get(_HOURS[item.id]) == "usual"
        if item.id is ConstraintId.PART_TIME:
            return role.hours.get("part-time") == "none"
        if item.id is ConstraintId.MIN_BAND:
            return self._below_band(item.value, role)
        if item.id is ConstraintId.MIN_PAY:
            return self._below_pay(item.value, role, person.nation)
        if item.id is ConstraintId.STAY_REGISTERED:
            return _leaves_register(role, person)
        return item.id in OF_WAYS and self._routes_break(item, place)

    def _routes_break(self, item: ConstraintItem, place: int) -> bool:
        facts = self._facts[place]
        match item.id:
            case ConstraintId.KEEP_EARNING:
                return not facts.earning
            case ConstraintId.NO_DEGREE:
                return not facts.no_degree
            case ConstraintId.HOME_STUDY:
                return not facts.home_study
            case ConstraintId.STAY_WITH_EMPLOYER:
                return not facts.with_employer
            case _:
                wanted = number_of(item.value)
                few = facts.fewest_months
                return wanted is not None and few is not None and few > wanted

    @staticmethod
    def _below_band(value: str | int | None, role: Role) -> bool:
        wanted = band_place(str(value).strip().lower()) if value is not None else None
        places = [band_place(band) for band in role.bands]
        known = [place for place in places if place is not None]
        return wanted is not None and bool(known) and max(known) < wanted

    def _below_pay(self, value: str | int | None, role: Role, nation: Nation | None) -> bool:
        wanted = number_of(value)
        top = self._pay.top(role.bands, nation)
        return wanted is not None and top is not None and top < wanted

    def way_breaks(self, item: ConstraintItem, way: Way) -> bool:
        """Whether a way is known to break a constraint."""
        wanted = number_of(item.value)
        by_id = self._network.by_id
        broken: dict[ConstraintId, Callable[[], bool]] = {
            ConstraintId.KEEP_EARNING: lambda: way.keeps_earning is False,
            ConstraintId.MAX_MONTHS: lambda: wanted is not None and (way.months.low or 0) > wanted,
            ConstraintId.NO_DEGREE: lambda: any(
                _asks_degree(step.kind, by_id[step.route_id].level) for step in way.steps
            ),
            ConstraintId.HOME_STUDY: lambda: way.needs_degree_away is True,
            ConstraintId.STAY_WITH_EMPLOYER: lambda: any(
                step.kind not in _WITH_EMPLOYER for step in way.steps
            ),
            ConstraintId.STAY_REGISTERED: lambda: way.stays_registered is False,
        }
        return item.id in broken and broken[item.id]()


def musts(items: Iterable[ConstraintItem]) -> tuple[ConstraintItem, ...]:
    """The constraints that rule roles out."""
    return tuple(item for item in items if item.strength is Strictness.MUST)


def number_of(value: str | int | None) -> int | None:
    """A constraint's value as a whole number, or None."""
    if isinstance(value, int):
        return value
    digits = "".join(c for c in str(value or "") if c in "0123456789")
    return int(digits[:9]) if digits else None


def _leaves_register(role: Role, person: Person) -> bool:
    held = {
        register
        for (register, _), status in person.standing.registers.items()
        if status is RegistrationStatus.REGISTERED and register is not RegisterId.NONE
    }
    return bool(held) and role.register not in held
