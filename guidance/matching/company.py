"""People like you: stories shown only where they start near a person and share one thing more."""

from collections.abc import Collection, Mapping, Sequence

from guidance.domain.story import Journey
from guidance.domain.vocabulary import Purpose, RegisterId, Stage
from guidance.matching.bm25 import TextIndex
from guidance.matching.clauses import liked
from guidance.matching.network import Network
from guidance.matching.people import Told, returned
from guidance.matching.person import Mode, Person
from guidance.matching.text import Folder
from guidance.matching.words import Titles

_SAME, _BEFORE, _PART, _BESIDE = 1.0, 0.8, 0.8, 0.6
_DESTINATION, _TROUBLE, _STAGE, _WORDS = 0.35, 0.25, 0.15, 0.2
_TELLING = 2.5
_STAGES = {
    Purpose.RETURN_TO_PRACTICE: Stage.RETURNING,
    Purpose.FIRST_ROLE: Stage.STARTING,
    Purpose.WIND_DOWN: Stage.LATE,
}


class Company:
    """Chooses which stories a person sees. Where the start counts most, a few are enough."""

    def __init__(
        self, told: tuple[Told, ...], network: Network, titles: Titles, folder: Folder
    ) -> None:
        """Index what stood in people's way, and the trades they came from."""
        self._told = told
        self._network = network
        self._folder = folder
        self._troubles = TextIndex([_trouble(item.journey, folder) for item in told])
        self._returned = [returned(item.journey) for item in told]
        self._ending: dict[int, list[int]] = {}
        for number, item in enumerate(told):
            if item.end is not None:
                self._ending.setdefault(item.end, []).append(number)
        self._trades = [
            frozenset(g.id for g in titles.trades(item.journey.from_role))
            if item.start is None
            else frozenset[str]()
            for item in told
        ]

    def near(self, person: Person) -> dict[int, float]:
        """How near each story's start is to a person's (0-1); those far from it left out.

        Stories of coming back to a register are near only to those who want to.
        """
        coming_back = person.mode is Mode.RETURNING
        trades = {group.id for group, _ in person.trades}
        new = not person.profile.roles
        parts = frozenset(
            self._network.roles[place].id for place in person.held_parts | person.lapsed_parts
        )
        found: dict[int, float] = {}
        for number, item in enumerate(self._told):
            if self._returned[number] and not coming_back:
                continue
            if item.start is not None:
                value = self._start(item.start, person, parts)
            elif trades & self._trades[number]:
                value = _BEFORE
            else:
                value = _BESIDE if new and item.journey.life_stage == Stage.STARTING else 0.0
            if value:
                found[number] = value
        return found

    def _start(self, start: int, person: Person, parts: frozenset[str]) -> float:
        if start in person.present:
            return _SAME * person.present[start]
        if start in person.past:
            return _BEFORE * person.past[start]
        roles = self._network.roles
        role = roles[start]
        if role.part:
            return _PART if role.part in parts else 0.0
        if role.register is not RegisterId.NONE or parts:
            return 0.0
        beside = any(
            roles[place].staff_group is role.staff_group
            and abs(roles[place].level - role.level) < 2
            for place in person.present
        )
        return _BESIDE if beside else 0.0

    def like(
        self,
        person: Person,
        near: Mapping[int, float],
        likeness: Mapping[int, float],
        picked: Collection[int],
        most: int = 5,
    ) -> tuple[str, ...]:
        """Ids of stories that start near and share an obstacle, a stage or a destination listed."""
        stage = person.profile.stage or _STAGES.get(person.profile.purpose or Purpose.EXPLORE)
        hard = self._shared_troubles(person)
        scored: list[tuple[float, int]] = []
        for number, nearness in near.items():
            item = self._told[number]
            more = (
                _DESTINATION * (item.end in picked)
                + _TROUBLE * (number in hard)
                + _STAGE * (stage is not None and item.journey.life_stage == stage)
            )
            if more:
                scored.append((nearness + more + _WORDS * likeness.get(number, 0.0), number))
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        return tuple(self._told[number].journey.id for _, number in scored[:most])

    def unlike(
        self,
        person: Person,
        near: Mapping[int, float],
        likeness: Mapping[int, float],
        picked: Sequence[int],
        shown: Collection[str],
    ) -> str | None:
        """A story of another start that ended in a role listed, or else in its family."""
        groups = {self._network.roles[place].staff_group.value for place in picked}
        rest = [
            number
            for number, item in enumerate(self._told)
            if number not in near
            and (item.end is None or item.start != item.end)
            and item.journey.id not in shown
            and not (self._returned[number] and person.mode is not Mode.RETURNING)
        ]
        hits = [number for number in rest if self._told[number].end in picked]
        hits = hits or [n for n in rest if self._told[n].journey.staff_group in groups]
        hits.sort(key=lambda number: (likeness.get(number, 0.0), number))
        return self._told[hits[0]].journey.id if hits else None

    def to_role(
        self,
        place: int,
        person: Person,
        near: Mapping[int, float],
        likeness: Mapping[int, float],
        most: int = 3,
    ) -> tuple[str, ...]:
        """Ids of stories that end in a role: a start like the person's first, then like words."""
        back = person.mode is Mode.RETURNING
        hits = list(self._ending.get(place, ()))
        hits.sort(
            key=lambda number: (
                self._returned[number] and not back,
                -near.get(number, 0.0),
                -likeness.get(number, 0.0),
                number,
            )
        )
        return tuple(self._told[number].journey.id for number in hits[:most])

    def _shared_troubles(self, person: Person) -> frozenset[int]:
        """Stories in which something telling of what the person told stood in the way too."""
        told = person.profile.constraints
        texts = (*told.phrases, *(item.id.value.replace("-", " ") for item in told.items))
        topics = {topic for text in texts for topic in self._folder.topics(liked(text) or text)}
        query = {topic: 1.0 for topic in topics if self._troubles.rarity(topic) >= _TELLING}
        return frozenset(self._troubles.score(query))


def _trouble(journey: Journey, folder: Folder) -> list[tuple[tuple[str, ...], float]]:
    circumstances = " . ".join(journey.circumstances).replace("-", " ")
    return [(folder.topics_of((*journey.obstacles, circumstances, journey.situation)), 1.0)]
