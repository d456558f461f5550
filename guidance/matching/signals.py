"""The signals of fit, each 0-1 by role with its own sentence: words, roles, registration, step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guidance.domain.catalogue import Catalogue
from guidance.domain.role import Role
from guidance.domain.vocabulary import (
    Direction,
    Purpose,
    RegisterId,
    RegistrationStatus,
    RouteKind,
    StaffGroup,
)
from guidance.domain.wording import POSTS, with_article
from guidance.matching.aversions import Aversions, against
from guidance.matching.bm25 import TextIndex, scaled
from guidance.matching.clauses import Lean, clauses
from guidance.matching.family import Families, share
from guidance.matching.network import ANYONE, Network, Reached
from guidance.matching.person import Mode, Person
from guidance.matching.text import Folder
from guidance.matching.weights import GRAIN, LEAST

INTEREST_FLOOR = 9.0
BACKGROUND_FLOOR = 14.0
HOP = 0.72
_HOPS = 3
_NON_CLINICAL = frozenset(
    {
        StaffGroup.CORPORATE, StaffGroup.MANAGEMENT, StaffGroup.INFORMATICS,
        StaffGroup.EDUCATION_RESEARCH, StaffGroup.ESTATES_FACILITIES,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signal:
    """Values 0-1 by place (absent means 0), and the sentence for a place."""

    name: str
    values: Mapping[int, float]
    say: Callable[[int], str]


def signal(name: str, values: Mapping[int, float], say: Callable[[int], str]) -> Signal:
    """A signal with its values rounded to the grain; zeros are dropped."""
    rounded = {
        place: (int(value * GRAIN + 0.5) / GRAIN if value < 1.0 else 1.0)
        for place, value in values.items()
        if value > LEAST
    }
    return Signal(name, rounded, say)


class Texts:
    """The words of roles, and how well a person's words point at each."""

    def __init__(self, catalogue: Catalogue, folder: Folder, families: Families) -> None:
        """Index what each role is about, in the words people use for it."""
        self._folder = folder
        roles = tuple(catalogue.roles.values())
        self._index = TextIndex([_about(role, folder) for role in roles], families.bases)
        self._aversions = Aversions(catalogue, folder)

    def interests(self, person: Person) -> Signal:
        """What the person says they like, against what the role is about."""
        scores = scaled(self._index.score(person.interest_words), INTEREST_FLOOR)
        profile = person.profile
        # Roles aimed at have a sentence of their own.
        phrases = (*profile.interests.phrases, *profile.aims.phrases)

        def say(place: int) -> str:
            best, _ = self._closest(phrases, place)
            if not best:
                return ""
            return f"You said \u201c{shorten(best)}\u201d, and that is part of this work."

        return signal("interests-in-words", scores, say)

    def aversions(self, person: Person) -> Signal | None:
        """What the person speaks against and the role has; None where there is no such thing."""
        if not person.averse:
            return None
        found = self._aversions.values(person.averse)
        return signal(
            "aversions",
            {place: value for place, (value, _) in found.items()},
            lambda place: against(found[place][1]),
        )

    def background(self, person: Person) -> Signal:
        """What the person brings, in their words."""
        scores = scaled(self._index.score(person.background_words), BACKGROUND_FLOOR)
        profile = person.profile
        said = (*profile.strengths.phrases, *profile.values.phrases)
        brought = (
            *(item.title for item in profile.qualifications),
            *(role.title for role in profile.roles),
        )

        def say(place: int) -> str:
            own, own_score = self._closest(said, place)
            other, other_score = self._closest(brought, place)
            if other_score > own_score:
                return f"What you learned from \u201c{shorten(other)}\u201d helps in this work."
            if not own:
                return ""
            return f"You told us \u201c{shorten(own)}\u201d, and that fits this work."

        return signal("background", scores, say)

    def _closest(self, phrases: Iterable[str], place: int) -> tuple[str, float]:
        """The clause that points at a role the most, and how much; empty where none does."""
        best, best_score = "", 0.0
        said = (part for text in phrases for part in clauses(text) if part.lean is Lean.FOR)
        for phrase in (part.text.rstrip(".,;:!? ") for part in said):
            query = dict.fromkeys(self._folder.topics(phrase), 1.0)
            shared = self._index.shared(query, place)
            score = sum(self._index.rarity(topic) for topic in shared)
            if score > best_score:
                best, best_score = phrase, score
        return best, best_score


def shorten(text: str, most: int = 90) -> str:
    """A person's words on one line, cut at a word where they run long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + "\u2026"


def _about(role: Role, folder: Folder) -> list[tuple[tuple[str, ...], float]]:
    def topics(texts: Iterable[str]) -> tuple[str, ...]:
        return folder.topics_of(texts)

    return [
        (topics((role.title,)), 2.0),
        (topics(role.phrases), 2.0),
        (topics(role.interests), 2.0),
        (topics((role.summary,)), 1.0),
        (topics(role.titles), 0.4),
        (topics(role.strengths), 0.8),
        (topics(role.values), 0.8),
        (topics(role.day), 0.8),
        (topics(item.text for item in role.rewards), 0.4),
    ]


def aims(person: Person) -> Signal:
    """Roles and professions the person named."""

    def say(place: int) -> str:
        typed = person.named[place][1]
        return f"You named this kind of work: \u201c{shorten(typed)}\u201d."

    return signal("aims", {place: value for place, (value, _) in person.named.items()}, say)


class Neighbours:
    """How near roles lie to one another in the graph of moves."""

    def __init__(self, network: Network, catalogue: Catalogue) -> None:
        """Learn routes, ladders and staff groups."""
        self._network = network
        self._near: dict[int, dict[int, float]] = {}
        for start, exits in network.exits.items():
            for number, target in exits:
                named = network.routes[number].from_roles
                weight = 1.0 if network.roles[start].id in named else 0.85
                self._link(start, target, weight)
        for ladder in catalogue.ladders.values():
            levels = sorted(ladder.levels, key=lambda level: level.rank)
            for lower, upper in pairwise(levels):
                for one in lower.roles:
                    for other in upper.roles:
                        self._link(network.place.get(one), network.place.get(other), 0.8)
        self._groups: dict[StaffGroup, list[int]] = {}
        for place, role in enumerate(network.roles):
            self._groups.setdefault(role.staff_group, []).append(place)

    def _link(self, start: int | None, target: int | None, weight: float) -> None:
        if start is None or target is None or start == target:
            return
        near = self._near.setdefault(start, {})
        near[target] = max(near.get(target, 0.0), weight)

    def spread(self, starts: Mapping[int, float]) -> dict[int, tuple[float, int]]:
        """Nearness 0-1 to any start, with the start it comes from."""
        found: dict[int, tuple[float, int]] = {}
        for start, trust in sorted(starts.items()):
            edge = {start: trust}
            for _ in range(_HOPS):
                edge = self._hop(edge, start, found)
            for place in self._groups.get(self._network.roles[start].staff_group, ()):
                value = 0.2 * trust
                if place != start and value > found.get(place, (0.0, 0))[0]:
                    found[place] = (value, start)
        return found

    def _hop(
        self, edge: Mapping[int, float], start: int, found: dict[int, tuple[float, int]]
    ) -> dict[int, float]:
        further: dict[int, float] = {}
        for place, value in sorted(edge.items()):
            for target, weight in self._near.get(place, {}).items():
                ahead = value * weight * (HOP if place != start else 1.0)
                if target != start and ahead > found.get(target, (0.0, 0))[0]:
                    found[target] = (ahead, start)
                    further[target] = ahead
        return further

    def closeness(self, person: Person) -> Signal:
        """Nearness to past and present roles."""
        returning = person.mode is Mode.RETURNING
        starts = {place: 0.6 * trust for place, trust in person.past.items()}
        starts.update(dict(person.present))
        for place in person.held_parts:
            starts.setdefault(place, 0.9)
        if returning:
            starts.update(dict(person.past))
            starts.update(dict.fromkeys(person.lapsed_parts, 1.0))
        found = self.spread(starts)

        def say(place: int) -> str:
            start = self._network.roles[found[place][1]].title.partition(" (")[0]
            if found[place][0] >= 0.6:
                return f"There is a known step to it from {start}."
            return f"It is near the work of {with_article(start)}."

        return signal("closeness", {place: value for place, (value, _) in found.items()}, say)


def reach(network: Network, best: Sequence[Reached | None]) -> Signal:
    """How soon the role could be had, by the shortest way known."""
    values = {place: 1 / (1 + item.cost / 24) for place, item in enumerate(best) if item}

    def say(place: int) -> str:
        item = best[place]
        if item is None:
            return "No way there is known yet."
        steps = "one step" if item.steps <= 1 else f"{item.steps} steps"
        return f"The shortest way we know is {steps}."

    return signal("reach", values, say)


def registration(network: Network, person: Person) -> Signal | None:
    """Whether the role uses a registration held or once held."""
    held = {
        register
        for (register, _), status in person.standing.registers.items()
        if status is RegistrationStatus.REGISTERED
    }
    ids = {network.roles[place].id for place in person.held_parts}
    lapsed = {network.roles[place].id for place in person.lapsed_parts}
    gone = {
        register
        for (register, _), status in person.standing.registers.items()
        if status is RegistrationStatus.LAPSED
    }
    returning = person.mode is Mode.RETURNING and bool(lapsed or gone)
    if not (held or returning):
        return None
    values: dict[int, float] = {}
    for place, role in enumerate(network.roles):
        if returning:
            values[place] = _coming_back(role, lapsed, gone)
        else:
            values[place] = _keeping(role, ids, held)

    def say(place: int) -> str:
        role = network.roles[place]
        value = values[place]
        if returning:
            if role.id in lapsed:
                return "It is the part of the register you were on."
            if value >= 0.3:
                return "It builds on the registration you held."
            return "It is on the register you left, but for another profession."
        if value >= 0.8:
            return "It uses the registration you hold."
        return "It builds on the registration you hold." if role.register in held else ""

    return signal("registration", values, say)


def _coming_back(role: Role, lapsed: set[str], gone: set[RegisterId]) -> float:
    if role.id in lapsed:
        return 1.0
    if role.part in lapsed:
        return 0.55
    if role.register not in gone:
        return 0.0
    return 0.15 if role.part == role.id else 0.3


def _keeping(role: Role, parts: set[str], registers: set[RegisterId]) -> float:
    if role.part and role.part in parts:
        return 1.0
    if role.register in registers:
        return 0.7 if role.part != role.id or not parts else 0.35
    return 0.5 if role.register is RegisterId.NONE else 0.0


_STEPS = {-2: 0.1, -1: 0.35, 0: 0.7, 1: 1.0, 2: 0.75, 3: 0.4, 4: 0.2}
_STEPS_BY_DIRECTION = {
    Direction.UP: {-1: 0.0, 0: 0.3, 1: 1.0, 2: 0.9, 3: 0.5, 4: 0.25},
    Direction.ACROSS: {-2: 0.2, -1: 0.7, 0: 1.0, 1: 0.7, 2: 0.3},
    Direction.DEEPER: {-1: 0.2, 0: 0.8, 1: 1.0, 2: 0.6, 3: 0.3},
}


def step(network: Network, person: Person) -> Signal | None:
    """The size of the step from the present level."""
    if person.level is None:
        return None
    direction = person.profile.direction
    table = _STEPS_BY_DIRECTION.get(direction, _STEPS) if direction else _STEPS
    if person.profile.purpose is Purpose.WIND_DOWN and direction is None:
        table = {-2: 0.7, -1: 0.9, 0: 1.0, 1: 0.4}
    level = person.level
    values = {
        place: table[other - level]
        for place, other in enumerate(network.levels)
        if other - level in table
    }

    def say(place: int) -> str:
        change = network.levels[place] - level
        if change == 0:
            return "It is at the level you work at now."
        size = "one level" if abs(change) == 1 else f"{abs(change)} levels"
        return f"It is {size} {'above' if change > 0 else 'below'} your present work."

    return signal("step", values, say)


def direction(network: Network, person: Person) -> Signal | None:
    """Whether the role lies the way the person wants to go."""
    profile = person.profile
    groups = {network.roles[place].staff_group for place in person.present}
    wanted = profile.direction
    changing = profile.purpose is Purpose.CHANGE_DIRECTION

    def value(group: StaffGroup) -> float:
        clinical = group not in _NON_CLINICAL
        if wanted is Direction.OUT_OF_CLINICAL:
            return 0.0 if clinical else 1.0
        if wanted is Direction.INTO_CLINICAL:
            return 1.0 if clinical else 0.0
        if wanted in (Direction.DEEPER, Direction.UP) or profile.purpose is Purpose.NEXT_STEP:
            return 1.0 if group in groups else 0.4
        if (wanted is Direction.ACROSS or changing) and groups:
            return 0.5 if group in groups else 0.8
        return 0.0

    by_group = {group: value(group) for group in StaffGroup}
    values = {place: by_group[role.staff_group] for place, role in enumerate(network.roles)}
    if not any(values.values()) or (wanted is None and not groups):
        return None

    def say(place: int) -> str:
        if values[place] >= 0.8:
            return "It lies the way you want to go."
        return "It is a step to one side of the way you want to go."

    return signal("direction", values, say)


def openness(network: Network, person: Person, best: Sequence[Reached | None]) -> Signal:
    """Whether someone from outside can start on the role, with the study they have."""
    top = person.top_level
    expected = {None: 4.0, 1: 2.5, 2: 3.0, 3: 4.5, 4: 4.5, 5: 5.0}.get(top, 5.5)
    near = [0.4 - 0.4 * min(abs(level - expected) / 5, 1.0) for level in range(11)]
    highest = 6 if person.mode is Mode.OUTSIDE else 10
    values = {
        place: (0.6 if item is not None and item.start == ANYONE else 0.15) + near[level]
        for place, (item, level) in enumerate(zip(best, network.levels, strict=True))
        if level <= highest
    }

    def say(place: int) -> str:
        item = best[place]
        if item is not None and item.start == ANYONE:
            return "People can start here without a health job first."
        return ""

    return signal("openness", values, say)


def workforce(network: Network) -> Signal | None:
    """How many people do the work, by our own reading; None where no role says."""
    if not any(role.posts for role in network.roles):
        return None
    values = {place: share(role) for place, role in enumerate(network.roles)}
    return signal("workforce", values, lambda place: POSTS.get(network.roles[place].posts, ""))


def open_kinds(network: Network, place: int) -> frozenset[RouteKind]:
    """The kinds of route that lead into a role."""
    return frozenset(network.routes[edge.route].kind for edge in network.into[place])
