"""What only the whole catalogue shows: ids that lead nowhere, roles without a way in, circles."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from guidance.content.problems import Desk, Fault, Given, Place, nearest
from guidance.content.staleness import check_dates
from guidance.domain.catalogue import Ladder, PayBand
from guidance.domain.condition import Condition, Holds, Registered
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import RegistrationStatus, RouteKind

Made = dict[str, list[Given]]


def check_links(desk: Desk, made: Made, as_of: date | None) -> None:
    """Note every problem that lies between records rather than in one."""
    roles: list[Role] = made["roles"]
    routes: list[Route] = made["routes"]
    _references(desk)
    _titles(desk, roles)
    if desk.ways_known:
        _ways(desk, roles, routes)
    for route in routes:
        _circle(desk, route)
    for band in made["pay"]:
        _pay(desk, band)
    for ladder in made["ladders"]:
        _ladder(desk, ladder)
    check_dates(desk, made, as_of)


def _place(desk: Desk, kind: str, name: str, key: str = "") -> Place:
    place = desk.ids.get(kind, {}).get(name, Place(kind, name))
    return place._replace(key=key)


def _references(desk: Desk) -> None:
    hints: dict[tuple[str, str], str] = {}
    for kind, name, place in desk.references:
        known = desk.ids.get(kind, {})
        if name in known:
            continue
        if (kind, name) not in hints:
            hints[kind, name] = nearest(name, list(known))
        desk.error(
            Fault.DANGLING,
            place,
            f"There is no '{name}' among the {kind}.",
            hints[kind, name],
        )


def _titles(desk: Desk, roles: Iterable[Role]) -> None:
    """Every title that two roles claim must be declared as shared where it is typed."""
    claims: dict[str, list[tuple[str, bool, Place | None]]] = defaultdict(list)
    for role in roles:
        claims[_fold(role.title)].append((role.id, True, None))
    for title, owner, shared, place in desk.titles:
        claims[_fold(title)].append((owner, shared, place))
    for title, held in claims.items():
        for owner, shared, place in held:
            others = sorted({other for other, _, _ in held if other != owner})
            if others and not shared and place is not None:
                desk.error(
                    Fault.SHARED_TITLE,
                    place,
                    f"The title '{title}' is also claimed by {', '.join(others)}.",
                    f"Write {{title: {title}, shared: true}} in each, or keep it in one.",
                )


def _fold(title: str) -> str:
    return " ".join(title.casefold().split())


def _ways(desk: Desk, roles: list[Role], routes: list[Route]) -> None:
    entries = [route for route in routes if route.kind is not RouteKind.RETURN_TO_PRACTICE]
    entered = {route.to for route in entries}
    left = {name for route in routes for name in route.from_roles if name != route.to}
    reached = _reached(entries, desk.in_doubt)
    for role in roles:
        if role.id in desk.in_doubt:
            continue
        if role.id not in entered:
            desk.error(
                Fault.UNREACHABLE,
                _place(desk, "roles", role.id),
                "No route leads into this role.",
                "Add a way in to its file under routes.",
            )
        elif role.id not in reached:
            desk.error(
                Fault.CYCLE,
                _place(desk, "roles", role.id),
                "Every way into this role begins at roles that nobody can reach from outside.",
                "Add a way in that starts elsewhere, or mark one as 'open_entry: true'.",
            )
        if role.id not in left and not role.dead_end:
            desk.warn(
                Fault.DEAD_END,
                _place(desk, "roles", role.id),
                "No route leads on from this role.",
                "Add a way on, or say why under 'dead_end'.",
            )


def _reached(routes: list[Route], in_doubt: set[str]) -> set[str]:
    """The roles that a person from outside can come to, through any number of steps."""
    reached = {route.to for route in routes if route.open_entry or not route.from_roles} | in_doubt
    grown = True
    while grown:
        more = {
            route.to
            for route in routes
            if route.to not in reached and reached.intersection(route.from_roles)
        }
        grown = bool(more)
        reached |= more
    return reached


def _circle(desk: Desk, route: Route) -> None:
    """A route must not start only where it ends, nor ask for what it gives."""
    place = _place(desk, "routes", route.id)
    if route.from_roles and set(route.from_roles) == {route.to}:
        desk.error(
            Fault.CYCLE,
            place._replace(key="from_roles"),
            "The route starts only from the role it leads to.",
            "Name another role under 'from_roles'.",
        )
    asked = {asked for need in route.needs.items if (asked := _credential(need))}
    for grant in sorted(asked.intersection(route.grants)):
        desk.error(
            Fault.CYCLE,
            place._replace(key="needs"),
            f"The route asks for '{grant}' and also grants it.",
            "Remove it from 'needs' or from 'grants'.",
        )


def _credential(need: Condition) -> str:
    """The credential that a condition asks for, written as a grant; empty where it has none."""
    match need:
        case Registered(register=register, part=str(part), status=RegistrationStatus.REGISTERED):
            return f"registered:{register.value}:{part}"
        case Holds(qualification=str(name)):
            return f"qualification:{name}"
        case _:
            return ""


def _pay(desk: Desk, band: PayBand) -> None:
    steps = [step for step in (band.entry, band.middle, band.top) if step is not None]
    if steps != sorted(steps):
        desk.error(
            Fault.BAD_RANGE,
            _place(desk, "pay", f"{band.nation} {band.year} {band.band}"),
            f"The pay goes down: {', '.join(f'{step:,}' for step in steps)}.",
            "Check 'entry', 'middle' and 'top'.",
        )


def _ladder(desk: Desk, ladder: Ladder) -> None:
    names = [level.id for level in ladder.levels]
    for name in sorted({name for name in names if names.count(name) > 1}):
        desk.error(
            Fault.DUPLICATE_ID,
            _place(desk, "ladders", ladder.id, "levels"),
            f"Two levels have the id '{name}'.",
            "Give each level its own id.",
        )
    if not ladder.levels:
        desk.error(
            Fault.MISSING_KEY,
            _place(desk, "ladders", ladder.id, "levels"),
            "The ladder has no levels.",
            "Add at least one.",
        )
