"""The ledger: every signal of fit for every role, whose points add up to the score exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidance.domain.catalogue import Catalogue
from guidance.domain.match import Contribution
from guidance.domain.vocabulary import Strictness
from guidance.matching import signals
from guidance.matching.family import Families
from guidance.matching.holland import correlation
from guidance.matching.limits import BROKEN_WORDS, Limits
from guidance.matching.network import Network, Reached
from guidance.matching.people import People
from guidance.matching.person import Mode, Person
from guidance.matching.signals import Signal, signal
from guidance.matching.text import Folder
from guidance.matching.weights import WEIGHTS


@dataclass(frozen=True, slots=True)
class Fit:
    """Scores by place, the signals that made them, and what the person's musts rule out."""

    mode: Mode
    scores: Sequence[float]
    signals: tuple[Signal, ...]
    broken: Mapping[int, int]
    likeness: Mapping[int, float]

    def ledger(self, place: int) -> tuple[Contribution, ...]:
        """The contributions to a role's score, in a fixed order; their points sum to it exactly."""
        found: list[Contribution] = []
        for item in self.signals:
            value = item.values.get(place, 0.0)
            weight = WEIGHTS[item.name].of(self.mode)
            if value and weight:
                found.append(
                    Contribution(
                        item.name,
                        value,
                        weight,
                        value * weight,
                        item.say(place),
                        WEIGHTS[item.name].title,
                    )
                )
        return tuple(found)

    def rescored(self, used: frozenset[str]) -> "Fit":
        """The same person's fit by some signals only: for measuring what each is worth."""
        kept = tuple(item for item in self.signals if item.name in used)
        scores = _added(kept, self.mode, len(self.scores))
        return Fit(self.mode, scores, kept, self.broken, self.likeness)

    def available(self) -> float:
        """The most points that this person's answers could give a role."""
        weights = (WEIGHTS[item.name].of(self.mode) for item in self.signals)
        return sum(weight for weight in weights if weight > 0)


class Fitter:
    """Works out the fit of every role for a person."""

    def __init__(
        self,
        catalogue: Catalogue,
        network: Network,
        folder: Folder,
        people: People,
        limits: Limits,
        families: Families,
    ) -> None:
        """Prepare what does not depend on the person."""
        self._catalogue = catalogue
        self._network = network
        self._people = people
        self._limits = limits
        self._texts = signals.Texts(catalogue, folder, families)
        self._neighbours = signals.Neighbours(network, catalogue)
        self._value_topics = _choice_links(catalogue, folder, values=True)
        self._strength_topics = _choice_links(catalogue, folder, values=False)

    def fit(
        self,
        person: Person,
        best: Sequence[Reached | None],
        hidden: frozenset[str] = frozenset(),
    ) -> Fit:
        """Scores of all roles; ``hidden`` hides journeys, for the evaluation."""
        likeness = self._people.likeness(person, hidden)
        made = self._signals(person, best, likeness, hidden)
        used = tuple(item for item in made if item is not None)
        scores = _added(used, person.mode, len(self._network.roles))
        return Fit(person.mode, scores, used, self._broken(person), likeness)

    def _signals(
        self,
        person: Person,
        best: Sequence[Reached | None],
        likeness: Mapping[int, float],
        hidden: frozenset[str],
    ) -> list[Signal | None]:
        net = self._network
        return [
            signals.aims(person),
            self._texts.interests(person),
            self._texts.background(person),
            self._neighbours.closeness(person),
            self._observed(person, hidden),
            self._like_people(likeness),
            signals.reach(net, best),
            signals.registration(net, person),
            signals.step(net, person),
            signals.direction(net, person),
            signals.openness(net, person, best),
            self._interests(person),
            self._chosen(person, values=True),
            self._chosen(person, values=False),
            self._outside(person),
            self._setting(person),
            signals.workforce(net),
            self._constraints(person),
            self._texts.aversions(person),
            self._held(person),
        ]

    def _observed(self, person: Person, hidden: frozenset[str]) -> Signal:
        moves = self._people.moves(person, hidden)
        return signal(
            "observed",
            {place: value for place, (value, _) in moves.items()},
            lambda _: "Someone with a start like yours made this move.",
        )

    def _like_people(self, likeness: Mapping[int, float]) -> Signal:
        ends = self._people.ends(likeness)
        return signal(
            "people",
            {place: value for place, (value, _) in ends.items()},
            lambda _: "Someone whose story is like yours ended up here.",
        )

    def _interests(self, person: Person) -> Signal | None:
        if not person.holland.usable:
            return None
        mine = person.holland.scores
        values = {
            place: (correlation(mine, role.holland.scores) + 1) / 2
            for place, role in enumerate(self._network.roles)
            if role.holland is not None
        }

        def say(place: int) -> str:
            if values[place] >= 0.75:
                return "Your interest answers have the same shape as this work."
            if values[place] >= 0.5:
                return "Your interest answers partly fit this work."
            return "Your interest answers point elsewhere."

        return signal("interests", values, say)

    def _chosen(self, person: Person, *, values: bool) -> Signal | None:
        chosen = person.values if values else person.strengths
        if not chosen:
            return None
        links = self._value_topics if values else self._strength_topics
        total = sum(weight for weight, _ in chosen.values())
        found: dict[int, float] = {}
        for choice, (weight, _) in chosen.items():
            for place, share in links.get(choice, {}).items():
                found[place] = found.get(place, 0.0) + weight * share / total

        def say(place: int) -> str:
            hits = [c for c in chosen if place in links.get(c, {})]
            best = max(hits, key=lambda choice: chosen[choice][0])
            typed = signals.shorten(chosen[best][1])
            if values:
                return f"It offers something that matters to you: \u201c{typed}\u201d."
            return f"It uses a strength of yours: \u201c{typed}\u201d."

        return signal("values" if values else "strengths", found, say)

    def _outside(self, person: Person) -> Signal | None:
        """Where the skills of present and past trades lead; an earlier one counts a little less."""
        if not person.trades:
            return None
        values: dict[int, float] = {}
        why: dict[int, str] = {}
        for turn, (group, _) in enumerate(person.trades):
            for rank, role in enumerate(group.roles):
                place = self._network.place.get(role)
                value = (1.0 - 0.03 * min(rank, 12)) * (1.0 - 0.2 * turn)
                if place is not None and value > values.get(place, 0.0):
                    values[place], why[place] = value, group.why
        return signal("outside", values, lambda place: why[place])

    def _setting(self, person: Person) -> Signal | None:
        if not person.settings:
            return None
        values = {
            place: 1.0
            for place, role in enumerate(self._network.roles)
            if person.settings & set(role.settings)
        }
        return signal("setting", values, lambda _: "It is done in the kind of place you work in.")

    def _constraints(self, person: Person) -> Signal | None:
        items = person.profile.constraints.items
        if not items:
            return None
        share = 0.25  # constant, so that loosening one constraint never costs a role points
        broken = {
            place: [item for item in items if self._limits.breaks(item, place, person)]
            for place in range(len(self._network.roles))
        }
        values = {place: share * len(hit) for place, hit in broken.items() if hit}

        def say(place: int) -> str:
            why = " and ".join(BROKEN_WORDS[item.id] for item in broken[place])
            return f"{why[:1].upper()}{why[1:]}."

        return signal("constraints", values, say)

    def _held(self, person: Person) -> Signal | None:
        values = {place: trust for place, trust in person.present.items() if trust >= 0.6}
        return signal("held", values, lambda _: "You already do this work.")

    def _broken(self, person: Person) -> dict[int, int]:
        """How many musts each role is known to break."""
        items = [i for i in person.profile.constraints.items if i.strength is Strictness.MUST]
        if not items:
            return {}
        found: dict[int, int] = {}
        for place in range(len(self._network.roles)):
            count = sum(self._limits.breaks(item, place, person) for item in items)
            if count:
                found[place] = count
        return found


def _added(used: Sequence[Signal], mode: Mode, size: int) -> list[float]:
    """Scores by place: exact, because every point is a multiple of one small power of two."""
    scores = [0.0] * size
    for item in used:
        weight = WEIGHTS[item.name].of(mode)
        if weight:
            for place, value in item.values.items():
                scores[place] += value * weight
    return scores


def _choice_links(
    catalogue: Catalogue, folder: Folder, *, values: bool
) -> dict[str, dict[int, float]]:
    """For each value or strength the roles that offer or use it: 1 stated, less by words."""
    choices = catalogue.values if values else catalogue.strengths
    texts: dict[str, list[frozenset[str]]] = {
        choice.id: [frozenset(folder.topics(text)) for text in (choice.title, *choice.phrases)]
        for choice in choices.values()
    }
    found: dict[str, dict[int, float]] = {choice: {} for choice in choices}
    for place, role in enumerate(catalogue.roles.values()):
        stated = role.value_ids if values else role.strength_ids
        for choice in stated:
            if choice in found:
                found[choice][place] = 1.0
        if stated:
            continue
        typed = frozenset(folder.topics_of(role.values if values else role.strengths))
        for choice, wordings in texts.items():
            if any(wording and wording <= typed for wording in wordings):
                found[choice][place] = 0.7
    return found
