"""What a person speaks against, and the roles that have it: counted against them, with a sentence.

What a role has is read from its own words, its hours and the places where it is done.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guidance.domain.catalogue import Catalogue
from guidance.domain.profile import Profile
from guidance.domain.role import Role
from guidance.domain.vocabulary import Setting
from guidance.matching.clauses import Clause, disliked
from guidance.matching.text import Folder, stem, words

_MAIN, _DAY, _OFTEN = 1.0, 0.7, 0.4
_FEW_PLACES = 3
_BY_HOURS: Mapping[str, str] = {
    "nights": "nights", "shifts": "nights", "weekends": "weekends", "lifting": "lifting",
    "heavy": "lifting", "oncall": "on-call",
}  # fmt: skip
_HOW_OFTEN = {"usual": 1.0, "some": 0.5}
_BY_SETTING: Mapping[str, frozenset[Setting]] = {
    "hospitals": frozenset({Setting.ACUTE}),
    "wards": frozenset({Setting.ACUTE}),
    "prisons": frozenset({Setting.JUSTICE}),
    "schools": frozenset({Setting.EDUCATION}),
    "driving": frozenset({Setting.COMMUNITY, Setting.HOME_BASED, Setting.AMBULANCE}),
    "travelling": frozenset({Setting.COMMUNITY, Setting.HOME_BASED}),
}
_HOURS_OF = {stem(word): kind for word, kind in _BY_HOURS.items()}
_SETTINGS_OF = {stem(word): settings for word, settings in _BY_SETTING.items()}


@dataclass(frozen=True, slots=True)
class Aversion:
    """A clause against something, as typed, with the topics of what it is against."""

    typed: str
    clause: Clause
    topics: frozenset[str]


class Aversions:
    """What every role has that people may not want."""

    def __init__(self, catalogue: Catalogue, folder: Folder) -> None:
        """Gather the topics of each role."""
        self._roles = tuple(catalogue.roles.values())
        self._main = [_topics(_main_words(role), folder) for role in self._roles]
        self._day = [_topics(role.day, folder) for role in self._roles]

    def values(self, aversions: Iterable[Aversion]) -> dict[int, tuple[float, Aversion]]:
        """How much of what is spoken against each role has (0-1), with the clause."""
        found: dict[int, tuple[float, Aversion]] = {}
        for aversion in aversions:
            for place in range(len(self._roles)):
                value = aversion.clause.weight * self._has(aversion, place)
                if value > found.get(place, (0.0, aversion))[0]:
                    found[place] = (value, aversion)
        return found

    def _has(self, aversion: Aversion, place: int) -> float:
        """The share of what is spoken against that a role has; half of it at least, else 0."""
        roots = [topic for topic in aversion.topics if not topic.startswith("~")]
        folded = [topic for topic in aversion.topics if topic.startswith("~")]
        best = 0.0
        for wanted in (roots, folded):
            if wanted:
                share = sum(self._one(topic, place) for topic in wanted) / len(wanted)
                best = max(best, share)
        return best if best >= 0.35 else 0.0

    def _one(self, topic: str, place: int) -> float:
        if topic in self._main[place]:
            return _MAIN
        role = self._roles[place]
        return max(
            _DAY if topic in self._day[place] else 0.0,
            _by_hours(topic, role),
            _by_place(topic, role),
        )


def aversions_of(
    profile: Profile, understood: Mapping[str, Sequence[str]], folder: Folder
) -> list[Aversion]:
    """The aversions in a person's phrases; those that repeat a constraint set are left to it."""
    chosen = {f"constraint:{item.id.value}" for item in profile.constraints.items}
    taken = {text for text, codes in understood.items() if chosen.intersection(codes)}
    texts = (
        *profile.interests.phrases, *profile.aims.phrases, *profile.aims.roles,
        *profile.values.phrases,
        *(text for text in profile.constraints.phrases if text not in taken),
    )  # fmt: skip
    found: list[Aversion] = []
    for typed in texts[:60]:
        for clause in disliked(typed):
            topics = frozenset(folder.topics(clause.about))
            if topics:
                found.append(Aversion(typed, clause, topics))
    return found


def against(aversion: Aversion) -> str:
    """The sentence that speaks against a role because of an aversion."""
    said = aversion.clause.text.strip().rstrip(".!?,; ")
    about = words(aversion.clause.about)
    what = f"this work can mean {about[0]}" if len(about) == 1 else "this work has some of that"
    return f"You said \u201c{said}\u201d, but {what}."


def _main_words(role: Role) -> tuple[str, ...]:
    hard = tuple(item.text for item in role.hard_parts)
    return (role.title, *role.phrases, *role.interests, role.summary, *hard)


def _topics(texts: Iterable[str], folder: Folder) -> frozenset[str]:
    return frozenset(folder.topics_of(texts))


def _by_hours(topic: str, role: Role) -> float:
    kind = _HOURS_OF.get(topic)
    return _HOW_OFTEN.get(role.hours.get(kind, ""), 0.0) if kind else 0.0


def _by_place(topic: str, role: Role) -> float:
    """Whole where all the work is done in such a place, less where it mostly may be."""
    places = _SETTINGS_OF.get(topic)
    if not places or not role.settings:
        return 0.0
    if places.issuperset(role.settings):
        return 1.0
    if role.settings[0] not in places:
        return 0.0
    return _DAY if len(role.settings) <= _FEW_PLACES else _OFTEN
