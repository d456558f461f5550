"""Journeys and case studies like a person's, by role, words and stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from guidance.domain.catalogue import Catalogue
from guidance.domain.story import CaseStudy, Journey
from guidance.domain.vocabulary import RouteKind
from guidance.matching.bm25 import TextIndex
from guidance.matching.network import Network
from guidance.matching.person import Mode, Person
from guidance.matching.text import Folder
from guidance.matching.words import PROBABLE, Titles

_FLOOR = 14.0
_SAME_START = 0.5
_SAME_PART = 0.25


@dataclass(frozen=True, slots=True)
class Told:
    """A journey with its ends as places in the network, None where not known."""

    journey: Journey
    start: int | None
    end: int | None


class People:
    """The catalogue's stories, ready to be compared with a person."""

    def __init__(
        self, catalogue: Catalogue, network: Network, titles: Titles, folder: Folder
    ) -> None:
        """Index all stories."""
        self._network = network
        self.told: tuple[Told, ...] = tuple(
            Told(
                journey,
                _place(network, titles, journey.from_role_id, journey.from_role),
                _place(network, titles, journey.to_role_id, journey.to_role),
            )
            for journey in catalogue.journeys.values()
        )
        self.cases: tuple[CaseStudy, ...] = tuple(catalogue.case_studies.values())
        self._index = TextIndex([_journey_text(item.journey, folder) for item in self.told])
        self._case_index = TextIndex([_case_text(case, folder) for case in self.cases])

    def likeness(self, person: Person, hidden: frozenset[str] = frozenset()) -> dict[int, float]:
        """How like a person each journey is, 0-1 by place in ``told``; unlike ones left out."""
        query = {**person.background_words}
        for topic, weight in person.interest_words.items():
            query[topic] = max(query.get(topic, 0.0), weight)
        scores = self._index.score(query)
        top = max(max(scores.values(), default=0.0), _FLOOR)
        parts = self._parts(person)
        found: dict[int, float] = {}
        for number, item in enumerate(self.told):
            if item.journey.id in hidden:
                continue
            value = 0.6 * scores.get(number, 0.0) / top
            if item.start is not None:
                value += self._start_likeness(item.start, person, parts)
            if person.mode is Mode.RETURNING and returned(item.journey):
                value += 0.15
            if value > 0.12:
                found[number] = min(value, 1.0)
        return found

    def _start_likeness(self, start: int, person: Person, parts: frozenset[str]) -> float:
        if start in person.present:
            return _SAME_START * person.present[start]
        if start in person.past:
            return _SAME_START * 0.6 * person.past[start]
        part = self._network.roles[start].part
        return _SAME_PART if part and part in parts else 0.0

    def _parts(self, person: Person) -> frozenset[str]:
        places = person.held_parts | person.lapsed_parts
        return frozenset(self._network.roles[place].id for place in places)

    def ends(self, likeness: Mapping[int, float]) -> dict[int, tuple[float, int]]:
        """Roles that the likest journeys ended in: place to (likeness, journey)."""
        best = sorted(likeness, key=lambda number: (-likeness[number], number))[:8]
        found: dict[int, tuple[float, int]] = {}
        for number in best:
            end = self.told[number].end
            if end is not None and end not in found:
                found[end] = (likeness[number], number)
        return found

    def moves(self, person: Person, hidden: frozenset[str]) -> dict[int, tuple[float, int]]:
        """Roles that people went to from this person's roles: place to (strength, journey)."""
        parts = self._parts(person)
        found: dict[int, tuple[float, int]] = {}
        for number, item in enumerate(self.told):
            if item.start is None or item.end is None or item.journey.id in hidden:
                continue
            likeness = self._start_likeness(item.start, person, parts) * 2
            if likeness <= 0 or item.start == item.end:
                continue
            held, first = found.get(item.end, (0.0, number))
            found[item.end] = (min(1.0, max(held, likeness) + 0.15 * (held > 0)), first)
        return found

    def study_scores(self, person: Person) -> list[float]:
        """How well each case study suits a person, before any role is looked at."""
        starts = {self._network.roles[place].id for place in (*person.present, *person.past)}
        scores = self._case_index.score({**person.background_words, **person.interest_words})
        found: list[float] = []
        for number, case in enumerate(self.cases):
            score = scores.get(number, 0.0) / _FLOOR
            score += 0.8 * (not starts.isdisjoint(case.roles_from))
            if person.mode is Mode.RETURNING and "return-to-practice" in case.themes:
                score += 0.6
            found.append(score - 0.4 * (case.detail == "headline"))
        return found

    def studies(
        self, scores: Sequence[float], roles: frozenset[str], most: int = 4
    ) -> tuple[str, ...]:
        """Ids of the case studies that suit a person and some roles, best first."""
        found = [
            (-score - 1.0 * (not roles.isdisjoint(case.roles_to)), number)
            for number, (case, score) in enumerate(zip(self.cases, scores, strict=True))
        ]
        return tuple(
            self.cases[number].id for score, number in nsmallest(most, found) if score < -0.3
        )


def _place(network: Network, titles: Titles, role_id: str | None, typed: str) -> int | None:
    if role_id in network.place:
        return network.place[role_id or ""]
    guess = titles.resolve(typed, 1)[0]
    if guess.role_id and guess.sure and guess.confidence >= PROBABLE and not guess.outside:
        return network.place[guess.role_id]
    return None


def returned(journey: Journey) -> bool:
    """Whether a story tells of coming back to a register."""
    return RouteKind.RETURN_TO_PRACTICE in journey.route_kinds or journey.life_stage == "returning"


def _journey_text(journey: Journey, folder: Folder) -> list[tuple[tuple[str, ...], float]]:
    return [
        (folder.topics(journey.from_role), 1.5),
        (folder.topics(journey.situation), 1.0),
        (folder.topics(". ".join(journey.motives)), 1.5),
        (folder.topics(". ".join(journey.obstacles)), 0.5),
    ]


def _case_text(case: CaseStudy, folder: Folder) -> list[tuple[tuple[str, ...], float]]:
    return [
        (folder.topics(case.title), 1.0),
        (folder.topics(case.who_it_helps), 1.0),
        (folder.topics(case.situation), 0.6),
        (folder.topics(" ".join(case.themes).replace("-", " ")), 0.6),
    ]
