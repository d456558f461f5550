"""A profile understood: titles resolved, qualifications read, phrases folded, mode chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guidance.domain.catalogue import Catalogue, Choice, OutsideGroup
from guidance.domain.match import TitleGuess, Understood
from guidance.domain.profile import HeldRole, Profile
from guidance.domain.vocabulary import (
    Direction,
    Nation,
    Purpose,
    RegisterId,
    RegistrationStatus,
    Setting,
    StaffGroup,
    Stage,
)
from guidance.matching.aversions import Aversion, aversions_of
from guidance.matching.clauses import liked
from guidance.matching.eligibility import Standing
from guidance.matching.family import jobs_of
from guidance.matching.holland import HollandReading, read_answers
from guidance.matching.lexicon import HEALTH_WORDS, OUTSIDE_WORDS
from guidance.matching.naming import Naming
from guidance.matching.network import Network
from guidance.matching.qualifications import Qualifications, ReadQualification
from guidance.matching.text import Folder, without_who, words
from guidance.matching.trades import OUTSIDE_SETTINGS, kept_apart
from guidance.matching.words import PROBABLE, Titles

_NON_CLINICAL = frozenset(
    {
        StaffGroup.CORPORATE, StaffGroup.MANAGEMENT, StaffGroup.INFORMATICS,
        StaffGroup.ESTATES_FACILITIES, StaffGroup.EDUCATION_RESEARCH,
    }
)  # fmt: skip


_ENTRANTS = frozenset(
    {
        "student", "students", "undergraduate", "graduate", "pupil", "applicant", "leaver",
    }
)  # fmt: skip
_STUDIED = 0.4
# Fewer months than this in health and care is not the long experience that senior posts ask.
_SETTLED_MONTHS = 24
# The usual level of the Career Framework for Health at each Agenda for Change band.
_LEVEL_OF_BAND = {
    "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8a": 7, "8b": 8, "8c": 8, "8d": 8,
    "9": 9,
}  # fmt: skip


class Mode(StrEnum):
    """Which set of weights suits a person."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    RETURNING = "returning"


@dataclass(frozen=True, slots=True)
class Person:
    """All that matching uses of a profile. Places are indexes of roles in the network."""

    profile: Profile
    mode: Mode
    nation: Nation | None
    guesses: tuple[TitleGuess, ...]
    present: Mapping[int, float]
    past: Mapping[int, float]
    trades: tuple[tuple[OutsideGroup, str], ...]
    qualifications: tuple[ReadQualification, ...]
    standing: Standing
    interest_words: Mapping[str, float]
    background_words: Mapping[str, float]
    named: Mapping[int, tuple[float, str]]
    values: Mapping[str, tuple[float, str]]
    strengths: Mapping[str, tuple[float, str]]
    holland: HollandReading
    held_parts: frozenset[int]
    lapsed_parts: frozenset[int]
    level: int | None
    band: str | None
    settings: frozenset[Setting]
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    averse: tuple[Aversion, ...] = ()

    @property
    def top_level(self) -> int | None:
        """The best RQF level held; None where no qualification was understood."""
        levels = [item.level for item in self.qualifications if item.level]
        return max(levels, default=None)

    def understood(self) -> Understood:
        """What the person's words were taken to mean."""
        return Understood(
            self.guesses,
            tuple((item.typed, item.in_words()) for item in self.qualifications),
            self.phrases,
            self.holland.scores,
            self.holland.note,
        )


class Reader:
    """Turns profiles into persons, with a catalogue's words."""

    def __init__(self, catalogue: Catalogue, network: Network, titles: Titles) -> None:
        """Prepare all tables once."""
        self._catalogue = catalogue
        self._network = network
        self._titles = titles
        self.folder = Folder(catalogue.word_groups)
        self.naming = Naming(catalogue.roles, titles)
        self._qualifications = Qualifications(catalogue.qualifications)
        limits = {
            kind.id: Choice(kind.id, kind.title, kind.help, kind.phrases)
            for kind in catalogue.constraints.values()
        }
        self._limits = _ChoiceFinder(limits, self.folder)
        self._values = _ChoiceFinder(catalogue.values, self.folder)
        self._strengths = _ChoiceFinder(catalogue.strengths, self.folder)

    def read(self, profile: Profile) -> Person:
        """The person behind a profile."""
        held = [self._held(role, profile) for role in profile.roles[:20]]
        now, before, studied = self._places(profile, held)
        read = tuple(
            self._qualifications.read(item, profile.nation) for item in profile.qualifications[:60]
        )
        trades = self._trades(profile, held)
        outside = trades[0][0] if trades else None
        told = self._parts(profile, RegistrationStatus.LAPSED)
        mode = self._mode(profile, now, outside, told)
        held_parts, lapsed = self._registrations(profile, mode, now, before)
        phrases: dict[str, tuple[str, ...]] = {}
        for typed in profile.constraints.phrases[:40]:
            meant = self._limits.find(typed)
            if meant:
                ids = sorted(meant, key=lambda item: (-meant[item], item))
                phrases[typed] = tuple(f"constraint:{item}" for item in ids)
        values = self._values.weigh(profile.values.ranked, profile.values.phrases, phrases)
        strengths = self._strengths.weigh(
            profile.strengths.chosen, profile.strengths.phrases, phrases
        )
        averse = tuple(aversions_of(profile, phrases, self.folder))
        named = self._named(profile, phrases)
        for place, typed in studied.items():
            if named.get(place, (0.0, ""))[0] < _STUDIED:
                named[place] = (_STUDIED, typed)
        for item in averse:
            phrases[item.typed] = (*phrases.get(item.typed, ()), f"avoid:{item.clause.about}")
        level, band = self._level(profile, held, now)
        current = [role for role in profile.roles if role.current]
        settings = frozenset(role.setting for role in current if role.setting)
        return Person(
            profile, mode, profile.nation, tuple(g for gs in held for g in gs), now, before,
            trades, read,
            self._standing(profile, (now, before), read, (held_parts, lapsed), held),
            self._interests(profile), self._background(profile, read), named, values, strengths,
            read_answers(profile.interests.answers, self._catalogue.interest_items),
            held_parts, lapsed, level, band, settings, phrases, averse,
        )  # fmt: skip

    def _held(self, role: HeldRole, profile: Profile) -> tuple[TitleGuess, ...]:
        if role.role_id in self._network.place:
            chosen = TitleGuess(role.title, role.role_id, 1.0, sure=True, band=role.band)
            return (chosen,)
        if not role.title.strip():
            return ()
        return tuple(
            kept_apart(guess, role, profile) for guess in self._titles.readings(role.title)
        )

    def _places(
        self, profile: Profile, held: list[tuple[TitleGuess, ...]]
    ) -> tuple[dict[int, float], dict[int, float], dict[int, str]]:
        """Roles held now and before with how far to trust each, and roles only studied for."""
        now: dict[int, float] = {}
        before: dict[int, float] = {}
        studied: dict[int, str] = {}
        for role, guesses in zip(profile.roles, held, strict=False):
            for guess in guesses:
                place = self._network.place.get(guess.role_id or "")
                if place is None:
                    continue
                jobs = jobs_of(self._network, place, guess.typed)
                studied.update(dict.fromkeys(jobs, guess.typed))
                if self._only_studied(guess, place):
                    studied[place] = guess.typed
                    continue
                past = guess.past or not role.current
                trust = 1.0 if guess.sure else min(guess.confidence, 0.8)
                into = before if past else now
                into[place] = max(into.get(place, 0.0), trust)
        return now, before, studied

    def _only_studied(self, guess: TitleGuess, place: int) -> bool:
        """Whether a title names a course towards a role and not the role ("physics student")."""
        own = set(words(self._network.roles[place].title))
        return any(word in _ENTRANTS and word not in own for word in words(guess.typed))

    def _parts(self, profile: Profile, status: RegistrationStatus) -> frozenset[int]:
        """Parts of registers, as places, that the person gave with a status."""
        entries = [entry.part or "" for entry in profile.registrations if entry.status is status]
        return frozenset(
            self._network.place[part] for part in entries if part in self._network.place
        )

    def _registrations(
        self,
        profile: Profile,
        mode: Mode,
        now: Mapping[int, float],
        before: Mapping[int, float],
    ) -> tuple[frozenset[int], frozenset[int]]:
        """Parts held and parts lapsed: as told, else read from the jobs that need them."""
        held = self._parts(profile, RegistrationStatus.REGISTERED)
        lapsed = self._parts(profile, RegistrationStatus.LAPSED) - held
        if mode is Mode.RETURNING:
            return held, lapsed or self._parts_of(before, 0.5) or self._parts_of(now, 0.5)
        return held | (self._parts_of(now, 0.9) - lapsed), lapsed

    def _parts_of(self, places: Mapping[int, float], least: float) -> frozenset[int]:
        parts = (self._network.roles[p].part or "" for p, trust in places.items() if trust >= least)
        return frozenset(self._network.place[part] for part in parts if part in self._network.place)

    def _trades(
        self, profile: Profile, held: list[tuple[TitleGuess, ...]]
    ) -> tuple[tuple[OutsideGroup, str], ...]:
        """Trades outside health and care, present first, unless the present job is known here."""
        found: dict[str, tuple[OutsideGroup, str]] = {}
        pairs = list(zip(profile.roles, held, strict=False))
        for role, guesses in sorted(pairs, key=lambda pair: not pair[0].current):
            if role.current and any(guess.sure and not guess.past for guess in guesses):
                break
            if role.role_id not in self._network.place and role.title.strip():
                for group in self._titles.trades(role.title):
                    found.setdefault(group.id, (group, role.title))
        return tuple(found.values())[:3]

    def _mode(
        self,
        profile: Profile,
        now: Mapping[int, float],
        outside: OutsideGroup | None,
        lapsed: frozenset[int],
    ) -> Mode:
        coming_back = (
            profile.purpose is Purpose.RETURN_TO_PRACTICE or profile.direction is Direction.BACK
        )
        if coming_back or (profile.stage is Stage.RETURNING and lapsed):
            return Mode.RETURNING
        if lapsed and profile.purpose is None and not now:
            return Mode.RETURNING
        return Mode.INSIDE if self._inside(profile, now, outside) else Mode.OUTSIDE

    def _inside(
        self, profile: Profile, now: Mapping[int, float], outside: OutsideGroup | None
    ) -> bool:
        current = [role for role in profile.roles if role.current]
        if any(role.role_id in self._network.place for role in current):
            return True
        typed = {word for role in current for word in words(role.title)}
        known = [place for place, trust in now.items() if trust >= PROBABLE]
        entrant = bool(typed & _ENTRANTS) and not known
        if entrant or (typed & OUTSIDE_WORDS and not typed & HEALTH_WORDS):
            return False
        changing = profile.purpose in (Purpose.CHANGE_DIRECTION, Purpose.FIRST_ROLE)
        if known:
            clinical = any(
                self._network.roles[place].staff_group not in _NON_CLINICAL for place in known
            )
            sure = any(trust >= 0.95 for trust in now.values())
            return not changing or clinical or (sure and outside is None)
        if profile.registrations and any(
            entry.status is RegistrationStatus.REGISTERED for entry in profile.registrations
        ):
            return True
        settings = {role.setting for role in current if role.setting} - OUTSIDE_SETTINGS
        return not changing and bool(settings or typed & HEALTH_WORDS)

    def _named(
        self, profile: Profile, phrases: dict[str, tuple[str, ...]]
    ) -> dict[int, tuple[float, str]]:
        found: dict[int, tuple[float, str]] = {}

        def add(typed: str, names: Mapping[str, float], weight: float) -> None:
            for role, strength in names.items():
                place = self._network.place[role]
                value = strength * weight
                if value > found.get(place, (0.0, ""))[0]:
                    found[place] = (value, typed)
            roles = sorted(names, key=lambda role: (-names[role], role))[:5]
            if roles:
                read = phrases.get(typed, ())
                phrases[typed] = (*read, *(f"role:{role}" for role in roles))

        for typed in profile.aims.roles[:20]:
            add(typed, self.naming.aimed(liked(typed)), 1.0)
        for typed in (*profile.aims.phrases, *profile.interests.phrases)[:60]:
            add(typed, self.naming.named(liked(typed)), 0.85)
        for typed in (*profile.values.phrases, *profile.strengths.phrases)[:60]:
            add(typed, self.naming.named(liked(typed), likes=False), 0.35)
        for typed in (*profile.interests.phrases, *profile.aims.phrases)[:60]:
            topics = tuple(t for t in self.folder.topics(liked(typed)) if t.startswith("~"))
            read = tuple(dict.fromkeys(f"topic:{topic[1:]}" for topic in topics))
            if read:
                phrases[typed] = (*phrases.get(typed, ()), *read)
        return found

    def _interests(self, profile: Profile) -> dict[str, float]:
        return self._query(
            [(text, 1.0) for text in (*profile.interests.phrases, *profile.aims.phrases)]
            + [(text, 0.7) for text in profile.aims.roles]
        )

    def _background(self, profile: Profile, read: Iterable[ReadQualification]) -> dict[str, float]:
        return self._query(
            [(text, 1.0) for text in (*profile.values.phrases, *profile.strengths.phrases)]
            + [(item.typed, 0.8) for item in read]
            + [(role.title, 0.8) for role in profile.roles]
        )

    def _query(self, texts: Iterable[tuple[str, float]]) -> dict[str, float]:
        found: dict[str, float] = {}
        for text, weight in list(texts)[:80]:
            for topic in dict.fromkeys(self.folder.topics(without_who(liked(text)))):
                held = found.get(topic)
                found[topic] = weight if held is None else min(held + 0.3 * weight, 1.6)
        return found

    def _level(
        self, profile: Profile, held: list[tuple[TitleGuess, ...]], now: Mapping[int, float]
    ) -> tuple[int | None, str | None]:
        levels = [self._network.roles[place].level for place, trust in now.items() if trust > 0.5]
        typed = [role.band for role in profile.roles if role.current and role.band]
        peeled = [g.band for gs in held for g in gs if g.band and not g.past]
        band = next(iter((*typed, *peeled)), None)
        level = max(levels, default=None)
        if level is None:
            level = _LEVEL_OF_BAND.get(band or "")
        return level, band

    def _standing(
        self,
        profile: Profile,
        places: tuple[Mapping[int, float], Mapping[int, float]],
        read: tuple[ReadQualification, ...],
        parts: tuple[frozenset[int], frozenset[int]],
        held: list[tuple[TitleGuess, ...]],
    ) -> Standing:
        roles = self._network.roles
        now, before = places
        registers: dict[tuple[RegisterId, str | None], RegistrationStatus] = {
            (entry.register, entry.part): entry.status for entry in profile.registrations
        }
        statuses = (RegistrationStatus.REGISTERED, RegistrationStatus.LAPSED)
        for chosen, status in zip(parts, statuses, strict=True):
            for place in chosen:
                registers.setdefault((roles[place].register, roles[place].part), status)
        months, families, total = self._time_served(profile, held, frozenset((*now, *before)))
        new = profile.stage in (Stage.STARTING, Stage.EARLY) or (
            total is not None and total < _SETTLED_MONTHS
        )
        return Standing(
            _levels(read), frozenset(q.qualification_id for q in read if q.qualification_id),
            frozenset(test for q in read for test in q.tests), months, families, registers,
            bool(profile.registrations), self._employed(profile, now), profile.nation, new,
        )  # fmt: skip

    def _time_served(
        self, profile: Profile, held: list[tuple[TitleGuess, ...]], known: frozenset[int]
    ) -> tuple[dict[str, int | None], dict[str, int | None], int | None]:
        """Months by role, and by family, and in all: each job adds its own to what it was.

        Time in a speciality is also time in the profession whose registration it needs. None
        where a job's months are not told; in all, None too where no job was understood.
        """
        by_role: dict[str, list[int | None]] = {}
        by_family: dict[str, list[int | None]] = {}
        jobs: list[int | None] = []
        for job, guesses in zip(profile.roles, held, strict=False):
            found = [self._network.place.get(guess.role_id or "") for guess in guesses]
            places = [place for place in found if place in known]
            jobs.extend([job.months] if places else [])
            roles = [self._network.roles[place] for place in dict.fromkeys(places)]
            for rank, role in enumerate(roles):
                for name in dict.fromkeys((role.id, role.part or role.id)):
                    by_role.setdefault(name, []).append(None if rank else job.months)
            for rank, family in enumerate(dict.fromkeys(role.staff_group for role in roles)):
                by_family.setdefault(family.value, []).append(None if rank else job.months)
        return (
            {name: _sum(told) for name, told in by_role.items()},
            {name: _sum(told) for name, told in by_family.items()},
            _sum(jobs) if jobs else None,
        )

    def _employed(self, profile: Profile, now: Mapping[int, float]) -> str | None:
        current = [role for role in profile.roles if role.current]
        if not current:
            return None
        typed = {word for role in current for word in words(role.title)}
        if "nhs" in typed:
            return "nhs"
        inside = any(trust >= PROBABLE for trust in now.values()) or typed & HEALTH_WORDS
        return "health-and-care" if inside else None


def _sum(told: list[int | None]) -> int | None:
    """The months of several jobs together; None where one of them is not told."""
    known = [months for months in told if months is not None]
    return sum(known) if len(known) == len(told) else None


def _levels(read: tuple[ReadQualification, ...]) -> dict[str, int] | None:
    if not read:
        return None
    found: dict[str, int] = {}
    for item in read:
        for subject in ("", *item.subjects):
            found[subject] = max(found.get(subject, 0), item.level or 0)
    return found


class _ChoiceFinder:
    """Finds the values or strengths that phrases mean."""

    def __init__(self, choices: Mapping[str, Choice], folder: Folder) -> None:
        self._folder = folder
        self.choices = choices
        self._topics: dict[str, list[tuple[frozenset[str], str]]] = {}
        for choice in choices.values():
            for text in (choice.title, *choice.phrases):
                topics = frozenset(folder.topics(text))
                for topic in topics:
                    self._topics.setdefault(topic, []).append((topics, choice.id))

    def find(self, phrase: str) -> dict[str, float]:
        """Ids that a phrase means, with how much of a known wording it holds."""
        typed = set(self._folder.topics(phrase))
        found: dict[str, float] = {}
        for topic in typed:
            for topics, choice in self._topics.get(topic, ()):
                share = len(topics & typed) / len(topics)
                if share >= 0.6:
                    found[choice] = max(found.get(choice, 0.0), share)
        return found

    def _meant(self, phrase: str) -> dict[str, float]:
        """Ids that a phrase means. "Less stress" means what is worded so; else only likes count."""
        whole = liked(phrase)
        found = self.find(without_who(whole))
        if whole != phrase:
            typed = f" {' '.join(words(phrase))} "
            for choice in self.choices.values():
                if any(f" {' '.join(words(text))} " in typed for text in choice.phrases):
                    found.setdefault(choice.id, 1.0)
        return found

    def weigh(
        self,
        chosen: tuple[str, ...],
        typed: tuple[str, ...],
        read: dict[str, tuple[str, ...]],
    ) -> dict[str, tuple[float, str]]:
        """Weights of ids with the words they came from: ranked first counts most."""
        kind = "value" if "helping-people" in self.choices else "strength"
        found: dict[str, tuple[float, str]] = {}
        known = [item for item in chosen if item in self.choices]
        for rank, item in enumerate(dict.fromkeys(known)):
            found[item] = (1.0 / (1 + 0.35 * rank), self.choices[item].title)
        for phrase in typed[:40]:
            hits = self._meant(phrase)
            for item, share in hits.items():
                if item not in found:
                    found[item] = (0.6 * share, phrase)
            if hits:
                ids = tuple(f"{kind}:{item}" for item in sorted(hits, key=lambda i: (-hits[i], i)))
                read[phrase] = (*read.get(phrase, ()), *ids)
        return found
