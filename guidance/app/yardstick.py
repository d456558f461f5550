"""What ``bench`` measures with: varied profiles, enlarged catalogues, and timings of calls."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import cycle, islice
from typing import NamedTuple

from guidance.domain.catalogue import Catalogue
from guidance.domain.profile import Aims, Constraints, HeldRole, Interests, Profile
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import Direction, Purpose
from guidance.matching.engine import Matcher
from guidance.matching.words import Titles

KEPT_TITLES = 3  # typed titles kept for each copied role of an enlarged catalogue


class Timing(NamedTuple):
    """Seconds by the clock on the wall, and seconds of processor time over all threads.

    On a machine that is busy with other things the first is long and the second is not.
    """

    wall: float
    processor: float


def varied_profiles(
    catalogue: Catalogue, examples: tuple[Profile, ...], count: int
) -> tuple[Profile, ...]:
    """The examples, then people of every role in turn with interests, limits and aims varied."""
    limits = [example.constraints for example in examples] or [Constraints()]
    roles, items = list(catalogue.roles.values()), catalogue.interest_items
    made = (
        Profile(
            purpose=list(Purpose)[n % len(Purpose)],
            roles=(HeldRole(role.title, band=next(iter(role.bands), None), months=12 + n % 60),),
            interests=Interests({item.id: 1 + (n + i * i) % 5 for i, item in enumerate(items)}),
            constraints=limits[n % len(limits)],
            direction=list(Direction)[n % len(Direction)],
            aims=Aims((roles[(n * 7) % len(roles)].title,)) if n % 3 == 0 else Aims(),
        )
        for n, role in enumerate(islice(cycle(roles), count))
    )
    return (*examples, *made)[:count]


def enlarged(catalogue: Catalogue, roles: int, routes: int) -> Catalogue:
    """The catalogue copied over and over, copies joined up, to these numbers of roles and routes.

    Copies have numbered titles. It is like no real labour market; it is a load to carry.
    """
    copies = -(-roles // max(1, len(catalogue.roles)))
    made_roles = islice(
        (_copied(role, n) for n in range(copies) for role in catalogue.roles.values()), roles
    )
    held = {role.id: role for role in made_roles}
    made_routes = (
        _moved(route, n, n - apart)
        for apart in range(copies)
        for n in range(copies)
        for route in catalogue.routes.values()
        if n >= apart
    )
    kept = islice((route for route in made_routes if route.to in held), routes)
    return replace(catalogue, roles=held, routes={route.id: _only(route, held) for route in kept})


def with_titles(catalogue: Catalogue, count: int) -> Catalogue:
    """The catalogue with copies of its roles, typed titles and all, up to ``count`` titles."""
    made: dict[str, Role] = {}
    total = copy = 0
    while total < count:
        for role in catalogue.roles.values():
            each = _copied(role, copy, keep=len(role.titles))
            made[each.id] = each
            total += 1 + len(each.titles)
            if total >= count:
                break
        copy += 1
    return replace(catalogue, roles=made, routes={}, journeys={}, case_studies={})


def match_times(matcher: Matcher, profiles: Iterable[Profile], day: str) -> list[Timing]:
    """How long each match takes."""
    from datetime import date

    on = date.fromisoformat(day)
    return [timed(lambda each=profile: matcher.match(each, on)) for profile in profiles]


def type_ahead_times(titles: Titles, typed: Iterable[str]) -> list[Timing]:
    """How long each answer to a beginning takes, letter by letter from the second."""
    return [
        timed(lambda each=text[:end]: titles.suggest(each))
        for text in typed
        for end in range(2, len(text) + 1)
    ]


def made_matcher(catalogue: Catalogue) -> tuple[Matcher, Timing]:
    """A matcher over any catalogue, and how long it took to make."""
    made: list[Matcher] = []
    took = timed(lambda: made.append(Matcher(catalogue)))
    return made[0], took


def new_titles(catalogue: Catalogue) -> Titles:
    """The typed titles of any catalogue, ready to be looked up."""
    return Titles(catalogue)


def timed(call: Callable[[], object]) -> Timing:
    """How long one call takes."""
    wall, processor = time.perf_counter(), time.process_time()
    call()
    return Timing(time.perf_counter() - wall, time.process_time() - processor)


def _name(role_id: str, copy: int) -> str:
    return role_id if copy == 0 else f"{role_id}-{copy}"


def _copied(role: Role, copy: int, keep: int = KEPT_TITLES) -> Role:
    if copy == 0:
        return role
    titles = tuple(f"{title} {copy}" for title in role.titles[:keep])
    return replace(role, id=_name(role.id, copy), title=f"{role.title} {copy}", titles=titles)


def _moved(route: Route, to: int, start: int) -> Route:
    """A route into copy ``to`` from the roles of copy ``start``."""
    return replace(
        route,
        id=f"{route.id}-{start}-{to}",
        to=_name(route.to, to),
        from_roles=tuple(_name(role_id, start) for role_id in route.from_roles),
    )


def _only(route: Route, held: Mapping[str, Role]) -> Route:
    """The route without roles that the last, cut copy does not have."""
    return replace(route, from_roles=tuple(name for name in route.from_roles if name in held))
