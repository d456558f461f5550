"""What a list leaves out: work held, training already done, work far below, other professions."""

from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import (
    Direction,
    Purpose,
    RegisterId,
    RegistrationStatus,
    RouteKind,
)
from guidance.matching.network import SENIOR, Network
from guidance.matching.person import Mode, Person

NAMED = 0.8  # how strongly a role must be named to be listed whatever else speaks against it
HELD = 0.6
DEGREE_LEVEL = 6
_LIFTS = frozenset({RouteKind.PROGRESSION, RouteKind.INTERNAL_PROMOTION})
_COURSES = frozenset(
    {RouteKind.DEGREE, RouteKind.POSTGRADUATE, RouteKind.DEGREE_APPRENTICESHIP}
)  # fmt: skip
_CHANGES = frozenset({Purpose.CHANGE_DIRECTION, Purpose.EXPLORE, Purpose.FIRST_ROLE})
_SIDEWAYS = frozenset(
    {Direction.ACROSS, Direction.MIXED, Direction.INTO_CLINICAL, Direction.OUT_OF_CLINICAL}
)
# Registers whose parts are stages of one profession.
ONE_PROFESSION = frozenset({RegisterId.GMC, RegisterId.SWE, RegisterId.GOSC, RegisterId.GOC})
_UPWARDS = frozenset({Direction.UP, Direction.DEEPER})
_TRAINING = frozenset({"trainee", "apprentice", "student", "newly"})


class Bounds:
    """Judges which roles a person's list leaves out; they stay in the whole ranking."""

    def __init__(self, network: Network) -> None:
        """Find the training posts, what each trains for, and the lower rungs below each role."""
        self._network = network
        self._trains: dict[int, frozenset[str]] = {}
        for place, role in enumerate(network.roles):
            if role.stage_of or _TRAINING & set(role.title.lower().split()):
                self._trains[place] = self._parts_trained(place)
        # The list offers the job; its stages of training are steps of the ways there.
        self._stages = frozenset(p for p, role in enumerate(network.roles) if role.stage_of)
        self._rungs: list[frozenset[int]] = [
            frozenset(
                edge.start
                for edge in edges
                if edge.start >= 0
                and network.routes[edge.route].kind in _LIFTS
                and network.levels[edge.start] < network.levels[place]
                and network.roles[edge.start].staff_group is network.roles[place].staff_group
            )
            for place, edges in enumerate(network.into)
        ]

    def _parts_trained(self, place: int) -> frozenset[str]:
        """Parts of registers granted by the routes into a training post and out of it."""
        net = self._network
        numbers = [edge.route for edge in net.into[place]]
        numbers.extend(number for number, _ in net.exits.get(place, ()))
        return frozenset(
            grant.split(":")[2]
            for number in numbers
            for grant in net.routes[number].grants
            if grant.startswith("registered:") and grant.count(":") == 2
        )

    def left_out(self, person: Person) -> frozenset[int]:
        """Places not worth a place in the list."""
        returning = person.mode is Mode.RETURNING
        out = {*self.trained(person), *self._stages}
        if not returning:
            out.update(self.beneath(person))
            out.update(self._elsewhere(person))
        out -= _named_for_itself(person, out)
        if not returning:
            out.update(place for place, trust in person.present.items() if trust >= HELD)
        return frozenset(out)

    def trained(self, person: Person) -> frozenset[int]:
        """Training posts for a registration held, once held, or for no more than the present job.

        A post that trains for several parts of a register stays open until one is held that is
        not itself a step towards another.
        """
        net = self._network
        parts = {net.roles[place].id for place in (*person.held_parts, *person.lapsed_parts)}
        stages = registers_held(person) & ONE_PROFESSION
        groups = {net.roles[p].staff_group for p, t in person.present.items() if t >= HELD}
        found: set[int] = set()
        for place, trains in self._trains.items():
            role, level = net.roles[place], net.levels[place]
            if trains:
                done = bool(trains & parts) and not self._just_qualified(person, place)
                done |= (
                    role.register in stages and person.level is not None and (level < person.level)
                )
            else:
                done = (
                    person.level is not None
                    and role.staff_group in groups
                    and (level <= person.level)
                )
            if done and place not in person.present:
                found.add(place)
        return frozenset(found)

    def _just_qualified(self, person: Person, place: int) -> bool:
        """Whether a first post after training still fits: for those new to a register held."""
        return (
            self._network.roles[place].register is not RegisterId.NONE
            and person.standing.new
            and bool(person.held_parts)
        )

    def beneath(self, person: Person) -> frozenset[int]:
        """Lower rungs of the person's own ladder, and work far below theirs.

        Far is two levels, for those with a profession or on their way up, or one where it is a
        lesser profession of the same register.

        Nothing is beneath someone who winds down.
        """
        if person.profile.purpose is Purpose.WIND_DOWN:
            return frozenset()
        sure = [place for place, trust in person.present.items() if trust >= HELD]
        out = {rung for place in sure for rung in self._rungs[place]}
        levels = [self._network.levels[place] for place in person.held_parts]
        level = person.level if person.level is not None else max(levels, default=None)
        settled = bool(person.held_parts) or (level or 0) >= DEGREE_LEVEL or climbing(person)
        if level is not None and settled:
            out.update(p for p, other in enumerate(self._network.levels) if other <= level - 2)
        for held in person.held_parts:
            out.update(self._lesser(held))
        return frozenset(out)

    def _lesser(self, held: int) -> frozenset[int]:
        """Professions of the same register, as their own part, at a lower level."""
        net, mine = self._network, self._network.roles[held]
        return frozenset(
            place
            for place, role in enumerate(net.roles)
            if role.register is mine.register
            and role.part == role.id
            and net.levels[place] < net.levels[held]
        )

    def _elsewhere(self, person: Person) -> frozenset[int]:
        """Other professions on a register, for those on one who did not ask to change direction.

        A profession that a known route leads to from the present one is not another, unless that
        route is a whole course of training for someone who has done one.
        """
        held = registers_held(person)
        if not held or changing(person):
            return frozenset()
        net = self._network
        mine = {net.roles[place].id for place in person.held_parts}
        split = {net.roles[place].register for place in person.held_parts} - ONE_PROFESSION
        homes = (*person.held_parts, *person.present)
        near = {
            target
            for place in homes
            for number, target in net.exits.get(place, ())
            if not (net.levels[place] >= SENIOR and _retrains(net.routes[number]))
        }

        def other(role: Role) -> bool:
            if role.register is RegisterId.NONE:
                return False
            if role.register not in held:
                return True
            return role.register in split and bool(role.part) and role.part not in mine

        return frozenset(p for p, role in enumerate(net.roles) if p not in near and other(role))


def _named_for_itself(person: Person, out: set[int]) -> set[int]:
    """Places named by a phrase that does not name some other role, not left out, as well."""
    meant: dict[str, float] = {}
    for place, (value, typed) in person.named.items():
        if place not in out:
            meant[typed] = max(meant.get(typed, 0.0), value)
    return {
        place
        for place, (value, typed) in person.named.items()
        if place in out and value >= NAMED and value > meant.get(typed, 0.0)
    }


def _retrains(route: Route) -> bool:
    """Whether a route is a whole course of study that ends in a registration."""
    grants = any(grant.startswith("registered:") for grant in route.grants)
    return route.kind in _COURSES and grants


def registers_held(person: Person) -> frozenset[RegisterId]:
    """The registers that the person is on now."""
    return frozenset(
        register
        for (register, _), status in person.standing.registers.items()
        if status is RegistrationStatus.REGISTERED and register is not RegisterId.NONE
    )


def climbing(person: Person) -> bool:
    """Whether the person asked for a step up, and for no change of direction."""
    profile = person.profile
    upwards = profile.purpose is Purpose.NEXT_STEP or profile.direction in _UPWARDS
    return upwards and not changing(person)


def changing(person: Person) -> bool:
    """Whether the person asked for a change that may lead sideways or down."""
    profile = person.profile
    return profile.purpose in _CHANGES or profile.direction in _SIDEWAYS
