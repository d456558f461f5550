"""Typed job titles to roles: whole titles, then composed ones, then spelling; no wild guesses."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import nsmallest

from guidance.domain.catalogue import Catalogue, OutsideGroup
from guidance.domain.match import TitleGuess
from guidance.domain.role import Role
from guidance.matching.family import share
from guidance.matching.lexicon import GRADES, HEALTH_WORDS, OUTSIDE_WORDS
from guidance.matching.peel import (
    Part,
    head_word,
    peel,
    split_start,
    stems_of,
    title_key,
    title_stems,
)
from guidance.matching.peel import expand as expand_words
from guidance.matching.rarity import Rarity
from guidance.matching.spelling import Spelling
from guidance.matching.text import plain, stem, words

REMEMBERED = 2048  # titles as typed
SURE = 0.7
PROBABLE = 0.48
MARGIN = 0.035
COVERED = 0.72
_SAME_TRADE = 0.62
_ALL_WORDS = 0.2
_LIKELY = 40
_TOLD = 0.6
_COMMON = 0.04
# As near as this to a role's title, nothing but where the work is done is left unsaid.
_OWN_TITLE = 0.9
UNLISTED = "unlisted"
_ENOUGH = 250
_HELPERS = frozenset({stem("assistant"), stem("worker")})
_BRACKETS = re.compile(r"\(([^)]*)\)")
_RANKS = frozenset(
    stem(word)
    for word in ("assistant", "support", "apprentice", "student", "trainee", "manager", "director",
                 "lead", "consultant", "technician", "head", "chief", "deputy", "volunteer")
)  # fmt: skip
_QUALIFIERS = frozenset(stem(word) for word in GRADES)
OUTSIDE = "outside:"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One way of typing one target: a role id, ``outside:<group>`` or ``unlisted``."""

    target: str
    stems: tuple[str, ...]
    head: str
    own: bool


@dataclass(frozen=True, slots=True)
class _Scored:
    target: str
    score: float
    exact: bool
    past: bool
    cover: float = 1.0


class Titles:
    """All titles of a catalogue, ready to be looked up as people type them."""

    def __init__(self, catalogue: Catalogue, leave_out: frozenset[str] = frozenset()) -> None:
        """Index a catalogue; titles whose :func:`title_key` is in ``leave_out`` are not learned."""
        self._roles = catalogue.roles
        self._groups: Mapping[str, OutsideGroup] = {g.id: g for g in catalogue.outside_groups}
        self._exact: dict[str, list[str]] = {}
        self._by_stems: dict[frozenset[str], list[str]] = {}
        self._entries: list[_Entry] = []
        self._shown: list[tuple[str, str, str]] = []
        for target, title, own in _all_titles(catalogue):
            self._learn(target, title, own, leave_out)
        self._own = {
            role.id: frozenset(title_stems(_BRACKETS.sub(" ", role.title)))
            for role in catalogue.roles.values()
        }
        self._heads = frozenset(entry.head for entry in self._entries if entry.own)
        self._bags = _bags(self._entries, catalogue.roles)
        self._rarity = Rarity((entry.target, entry.stems) for entry in self._entries)
        self._weighed = [
            tuple((root, self._rarity.of(root), self._missed(root)) for root in entry.stems)
            for entry in self._entries
        ]
        self._postings: dict[str, list[int]] = {}
        for place, entry in enumerate(self._entries):
            for root in entry.stems:
                self._postings.setdefault(root, []).append(place)
        self._starts = _word_starts(self._shown)
        self._foreign = self._foreign_stems()
        self._spelling = Spelling(_trusted(catalogue), _prose(catalogue))
        # An answer changes one title at most: what the others mean need not be worked out again.
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._read)

    def _learn(self, target: str, title: str, own: bool, leave_out: frozenset[str]) -> None:
        typed = expand_words(words(title))
        key = " ".join(typed)
        if not key or key in leave_out:
            return
        listed = self._exact.setdefault(key, [])
        if target not in listed:
            listed.append(target)
            stems = stems_of(typed)
            self._by_stems.setdefault(frozenset(stems), []).append(target)
            self._entries.append(_Entry(target, stems, head_word(typed), own))
            if target in self._roles:
                self._shown.append((" ".join(words(title)), title, target))

    def _missed(self, root: str) -> float:
        """How much a stem that was not typed speaks against a title: a rank more than a grade."""
        factor = 1.6 if root in _RANKS else 0.5 if root in _QUALIFIERS else 1.0
        return self._rarity.of(root) * factor

    def _foreign_stems(self) -> dict[str, list[str]]:
        """Stems that only the titles of one or two outside groups have, with those groups."""
        found: dict[str, list[str]] = {}
        for root, places in self._postings.items():
            targets = {self._entries[place].target for place in places}
            if len(targets) <= 2 and all(target.startswith(OUTSIDE) for target in targets):
                found[root] = sorted(target.removeprefix(OUTSIDE) for target in targets)
        return found

    def resolve(self, typed: str, top: int = 3) -> tuple[TitleGuess, ...]:
        """The best readings of a typed title, at most ``top``, best first; at least one."""
        return self._remembered(typed, top)

    def _read(self, typed: str, top: int) -> tuple[TitleGuess, ...]:
        mended = typed if title_key(typed) in self._exact else self._spelling.mend(typed)
        peeled = peel(mended)
        if not peeled.parts:
            return (TitleGuess(typed, None, 0.0, sure=False, band=peeled.band),)
        scored = self._rank(mended, peeled.parts, peeled.band)
        roles = [item for item in scored if item.target in self._roles]
        empty = TitleGuess(
            typed, None, 0.0, sure=False, band=peeled.band, area=peeled.area,
            employer=peeled.employer,
        )  # fmt: skip
        if not roles:
            return (empty,)
        doubt = self._doubt(typed, scored, roles)
        # A field without a job in it ("general practice") is a question, whatever is nearest.
        named = any(part.head in self._heads for part in peeled.parts)
        trade = max((x.score for x in scored if x.target.startswith(OUTSIDE)), default=0.0)
        guesses = [
            replace(
                empty, role_id=item.target, confidence=round(min(max(item.score, 0.0), 1.0), 3),
                sure=False, past=item.past, outside=trade > item.score,
                alternatives=tuple(other.target for other in roles[:5] if other is not item),
            )
            for item in roles[:top]
        ]  # fmt: skip
        if doubt:
            others = tuple(item.target for item in roles[:top])
            return (replace(empty, alternatives=others), *guesses[: top - 1])
        return (
            replace(guesses[0], sure=_is_sure(roles) and (roles[0].exact or named)),
            *guesses[1:],
        )

    def outside(self, typed: str) -> OutsideGroup | None:
        """The group of trades outside health and care that a title belongs to, if any."""
        trades = self.trades(typed)
        return trades[0] if trades else None

    def trades(self, typed: str) -> tuple[OutsideGroup, ...]:
        """The groups of a title's present pieces and of its past ones, present first, no repeats.

        Someone at home with children still brings what they did before.
        """
        parts = peel(self._spelling.mend(typed)).parts
        pieces = [[part for part in parts if part.past is past] for past in (False, True)]
        found = [self._trade(tuple(piece)) for piece in pieces if piece]
        unique = {group.id: group for group in found if group is not None}
        return tuple(unique.values())

    def _trade(self, now: tuple[Part, ...]) -> OutsideGroup | None:
        scored = self._rank(" ".join(part.text for part in now), now, None)
        best = next((x for x in scored if x.target.startswith(OUTSIDE)), None)
        if best is not None and best.score >= _SAME_TRADE:
            return self._groups.get(best.target.removeprefix(OUTSIDE))
        if scored and scored[0].target in self._roles and scored[0].score >= SURE:
            return None
        return self._telling_group(now)

    def _telling_group(self, parts: tuple[Part, ...]) -> OutsideGroup | None:
        """The group whose titles share the most telling words: those that no role's title has."""
        found: dict[str, float] = {}
        for part in parts:
            for root, weight in part.stems.items():
                for group in self._foreign.get(root, ()):
                    found[group] = found.get(group, 0.0) + weight * self._rarity.of(root)
        best = max(sorted(found), key=lambda group: found[group], default=None)
        return self._groups[best] if best is not None else None

    def readings(self, typed: str) -> tuple[TitleGuess, ...]:
        """One guess for each piece of a longer start ("X, former Y"), present pieces first."""
        pieces = split_start(typed)
        whole = self.resolve(typed, 1)[0]
        if len(pieces) < 2 and not any(past for _, past in pieces):
            return (whole,)
        found: dict[str, TitleGuess] = {}
        if whole.role_id:
            found[whole.role_id] = whole
        for text, past in sorted(pieces, key=lambda piece: piece[1]):
            guess = self.resolve(text, 1)[0]
            if guess.role_id and guess.confidence >= PROBABLE:
                better = replace(guess, typed=text, past=past)
                if guess.role_id not in found or (past and not found[guess.role_id].past):
                    found[guess.role_id] = better
        return tuple(sorted(found.values(), key=lambda g: g.past)) or (whole,)

    def suggest(self, prefix: str, limit: int = 8) -> tuple[tuple[str, str], ...]:
        """Titles that begin with what is typed, or have a word that does: (title, role id)."""
        typed = " ".join(words(prefix))
        if not typed:
            return ()
        low = bisect_left(self._starts, (typed, 0, 0))
        high = bisect_left(self._starts, (typed + "\uffff", 0, 0), lo=low)
        hits = self._starts[low:high]
        best: dict[str, tuple[str, str]] = {}
        ordered = nsmallest(limit * 6, hits, key=lambda hit: (hit[1] > 0, len(hit[0]), hit))
        for _, _, place in ordered:
            _, title, role = self._shown[place]
            best.setdefault(role, (title, role))
            if len(best) >= limit:
                break
        if not best and len(typed) >= 4:
            return self._spelled(prefix, limit)
        return tuple(best.values())

    def _spelled(self, prefix: str, limit: int) -> tuple[tuple[str, str], ...]:
        guesses = self.resolve(prefix, limit)
        return tuple(
            (self._roles[guess.role_id].title, guess.role_id) for guess in guesses if guess.role_id
        )

    def exact(self, typed: str) -> tuple[str, ...]:
        """Role ids that have exactly this title, in any spelling of its short forms."""
        found = self._exact.get(title_key(typed)) or self._by_stems.get(
            frozenset(title_stems(typed)), []
        )
        return tuple(target for target in found if target in self._roles)

    def _rank(self, typed: str, parts: tuple[Part, ...], band: str | None) -> list[_Scored]:
        best: dict[str, _Scored] = {}

        def offer(item: _Scored) -> None:
            held = best.get(item.target)
            if held is None or item.score > held.score:
                best[item.target] = item

        for place, target in enumerate(self._in_order(title_key(typed))):
            offer(_Scored(target, 1.2 - 0.001 * place, exact=True, past=False))
        for place, part in enumerate(parts):
            fade = 1 - 0.12 * min(place, 4) - (0.06 if part.past and place else 0.0)
            for target, (score, cover) in self._score_part(part).items():
                offer(_Scored(target, score * fade, cover > 1, part.past, cover))
        if len(parts) > 1:
            whole = _joined(parts)
            for target, (score, cover) in self._score_part(whole).items():
                exact = cover > 1 and len(parts) < 3
                offer(_Scored(target, score * 0.97, exact, whole.past, cover))
        typed_stems = {root for part in parts for root in part.stems}
        composed = self._composed(best.values(), parts)
        likely = nsmallest(12, composed, key=lambda item: (-item.score, item.target))
        ranked = [self._with_own(self._with_band(item, band), typed_stems) for item in likely]
        return sorted(ranked, key=lambda item: (-item.score, self._order(item.target)))

    def _composed(self, best: Iterable[_Scored], parts: Sequence[Part]) -> Iterable[_Scored]:
        """The likeliest targets, lifted where all their titles and tasks together say more."""
        wanted = _joined(parts).stems
        worth = {root: self._rarity.of(root) * weight for root, weight in wanted.items()}
        total = sum(worth.values()) or 1.0
        for item in nsmallest(_LIKELY, best, key=lambda item: (-item.score, item.target)):
            bag = self._bags.get(item.target)
            if bag is None or item.exact:
                yield item
                continue
            cover = sum(worth[root] * bag.get(root, 0.0) for root in worth) / total
            score = item.score + _ALL_WORDS * (cover - item.score)
            yield replace(item, score=score, cover=max(item.cover, cover))

    def _with_own(self, item: _Scored, typed: set[str]) -> _Scored:
        """Nudged by the role's own title: near it is better, a rank that was not typed is worse."""
        own = self._own.get(item.target)
        if own is None or item.score > 1.1:
            return item
        alike = len(own & typed) / len(own | typed)
        unsaid = len((own & _HIGHER) - typed)
        common = _COMMON * share(self._roles[item.target])
        return replace(item, score=item.score + 0.05 * alike - 0.04 * min(unsaid, 2) + common)

    def _order(self, target: str) -> tuple[int, int, str]:
        role = self._roles.get(target)
        return (0, role.level, target) if role else (1, 0, target)

    def _with_band(self, item: _Scored, band: str | None) -> _Scored:
        role = self._roles.get(item.target)
        if band is None or role is None or not role.bands:
            return item
        change = 0.03 if band in role.bands else -0.03
        return replace(item, score=item.score + change)

    def _in_order(self, key: str) -> list[str]:
        """Targets that share a title, those whose own title has most of its words first."""
        shared = self._exact.get(key, [])
        if len(shared) < 2:
            return shared
        typed = set(title_stems(key))

        def unlike(target: str) -> float:
            role = self._roles.get(target)
            own = set(title_stems(role.title)) if role else set[str]()
            return -len(own & typed) / (len(own | typed) or 1)

        return sorted(shared, key=unlike)

    def _score_part(self, part: Part) -> dict[str, tuple[float, float]]:
        """For each target its likeness to a part, and how much of the part it covers.

        A cover above 1 means the very same title.
        """
        stems = part.stems
        found: dict[str, tuple[float, float]] = {
            target: (1.0 - 0.001 * place, 2.0)
            for place, target in enumerate(self._in_order(title_key(part.text)))
        }
        total = sum(self._rarity.of(root) * weight for root, weight in stems.items())
        for place in self._touched(stems):
            entry = self._entries[place]
            score, covered = self._similar(place, stems, total, part.head)
            held = found.get(entry.target)
            if held is None or score > held[0]:
                found[entry.target] = (score, 2.0 if score >= 0.999 else covered / (total or 1.0))
        return found

    def _touched(self, stems: Mapping[str, float]) -> Iterable[int]:
        """Places of titles that share a telling stem; very common stems alone bring none in."""
        ordered = sorted(stems, key=lambda root: (len(self._postings.get(root, ())), root))
        places: set[int] = set()
        for root in ordered:
            hits = self._postings.get(root, ())
            if len(places) >= _ENOUGH and len(hits) > _ENOUGH:
                break
            places.update(hits)
        return sorted(places)

    def _similar(
        self, place: int, stems: Mapping[str, float], total: float, head: str
    ) -> tuple[float, float]:
        """Shared weight of two titles (Dice), less where the head word differs; what is shared."""
        entry = self._entries[place]
        shared = wanted = typed = 0.0
        for root, worth, missed in self._weighed[place]:
            weight = stems.get(root)
            if weight is None:
                wanted += missed
            else:
                shared += worth * (0.5 + 0.5 * weight)
                typed += worth * weight
        score = 2 * shared / (2 * shared + wanted + max(total - typed, 0.0)) if shared else 0.0
        if head and entry.head != head and not {head, entry.head} <= _HELPERS:
            score *= 0.8 if head in entry.stems else 0.62
            if entry.head not in stems:
                score *= 0.85
        return (score if entry.own else score * 0.995), typed

    def _doubt(self, typed: str, scored: list[_Scored], roles: list[_Scored]) -> bool:
        """Whether to name no role at all."""
        best = roles[0]
        if best.score < PROBABLE:
            return True
        typed_words = set(words(plain(typed)))
        rival = scored[0]
        lead = 0.2 if typed_words & HEALTH_WORDS else 0.002
        ours = rival.target.startswith(OUTSIDE) and best.score >= _OWN_TITLE
        if rival.target not in self._roles and rival.score > best.score + lead and not ours:
            return True
        foreign = bool(typed_words & OUTSIDE_WORDS) and not typed_words & HEALTH_WORDS
        return foreign and not best.exact and best.score < 0.9


def _joined(parts: Sequence[Part]) -> Part:
    stems: dict[str, float] = {}
    for part in parts:
        for root, weight in part.stems.items():
            stems[root] = max(stems.get(root, 0.0), weight)
    first = parts[0]
    return Part(" ".join(part.text for part in parts), stems, first.head, first.past)


_HIGHER = frozenset(
    stem(word)
    for word in ("senior", "specialist", "consultant", "head", "chief", "director", "advanced",
                 "enhanced", "deputy", "manager", "lead", "student", "trainee", "apprentice")
)  # fmt: skip


def _is_sure(roles: list[_Scored]) -> bool:
    first = roles[0]
    lead = first.score - roles[1].score if len(roles) > 1 else 1.0
    if first.exact:
        return lead > 0.002
    return first.score >= SURE and lead >= MARGIN and first.cover >= COVERED


def _all_titles(catalogue: Catalogue) -> Iterable[tuple[str, str, bool]]:
    for role in catalogue.roles.values():
        for title in _ways_of_writing(role.title):
            yield role.id, title, True
    for role in catalogue.roles.values():
        for title in role.titles:
            yield role.id, title, False
    for title in catalogue.unlisted_titles:
        yield UNLISTED, title, False
    for group in catalogue.outside_groups:
        for title in group.titles:
            yield OUTSIDE + group.id, title, False


def _trusted(catalogue: Catalogue) -> dict[str, int]:
    """Words spelt right, of main titles or of two roles' typed titles, with how many have them."""
    carriers: dict[str, set[str]] = {}
    for target, title, own in _all_titles(catalogue):
        for word in words(title):
            carriers.setdefault(word, set()).update((target, "") if own else (target,))
    return {word: len(held) for word, held in carriers.items() if len(held) > 1}


def _ways_of_writing(title: str) -> tuple[str, ...]:
    """A main title whole, without its brackets, what is in them, and each side of a slash."""
    bare = _BRACKETS.sub(" ", title)
    inside = [part for found in _BRACKETS.findall(title) for part in found.split(",")]
    # One plain word in brackets ("nursing") narrows a title and is none of its own.
    inside = [part for part in inside if len(part.split()) > 1 or not part.strip().islower()]
    sides = [side for side in bare.split("/") if len(side.split()) > 1]
    found = (title, bare, *inside, *sides)
    return tuple(dict.fromkeys(" ".join(text.split()) for text in found if text.strip()))


def _bags(entries: Iterable[_Entry], roles: Mapping[str, Role]) -> dict[str, dict[str, float]]:
    """The stems of all titles of each role, and at less weight those of what it is said to do."""
    found: dict[str, dict[str, float]] = {}
    for role in roles.values():
        told = (role.summary, *role.phrases, *role.day)
        stems = {stem(word) for text in told for word in words(text)}
        found[role.id] = dict.fromkeys(stems, _TOLD)
    for entry in entries:
        if entry.target in found:
            found[entry.target].update(dict.fromkeys(entry.stems, 1.0))
    return found


def _word_starts(shown: list[tuple[str, str, str]]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for place, (key, _, _) in enumerate(shown):
        parts = key.split(" ")
        found.extend((" ".join(parts[start:]), start, place) for start in range(len(parts)))
    return sorted(found)


def _prose(catalogue: Catalogue) -> Iterable[str]:
    for role in catalogue.roles.values():
        yield role.summary
        yield from role.day
        yield from role.interests
        yield from role.values
        yield from role.strengths
        yield from (item.text for item in role.hard_parts)
    for journey in catalogue.journeys.values():
        yield journey.situation
        yield from (step.what for step in journey.steps)
    for case in catalogue.case_studies.values():
        yield case.situation
        yield case.what_they_did
    for group in catalogue.outside_groups:
        yield from group.titles
