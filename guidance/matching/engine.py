"""The matcher: built once for a catalogue, then a profile and a date to matches with reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guidance.domain.catalogue import Catalogue
from guidance.domain.errors import KnownError
from guidance.domain.match import Match, Matches, Move, TitleGuess, Understood, Way, WhyNot
from guidance.domain.profile import ConstraintItem, Profile
from guidance.domain.vocabulary import Fit as Band
from guidance.domain.vocabulary import Lane, RegistrationStatus
from guidance.matching import choosing, notes, whynot
from guidance.matching.baselines import interests_alone
from guidance.matching.bounds import Bounds, changing
from guidance.matching.company import Company
from guidance.matching.family import Families
from guidance.matching.fit import Fit, Fitter
from guidance.matching.limits import OF_WAYS, Limits, musts
from guidance.matching.network import Network, Reached
from guidance.matching.pay import Pay
from guidance.matching.people import People
from guidance.matching.person import Mode, Person, Reader
from guidance.matching.reasons import client_reason, counter_reason, gaps, paper_line, told_once
from guidance.matching.start import Start
from guidance.matching.ways import Ways
from guidance.matching.words import Titles


@dataclass(frozen=True, slots=True)
class Placed:
    """A person placed in the network: how far every role is, and how well each fits."""

    person: Person
    start: Start
    best: list[Reached | None]
    fit: Fit
    ranked: list[int]
    studies: list[float]
    near: dict[int, float]


class Matcher:
    """Matches profiles to the roles of one catalogue. Holds no state between calls."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Compile a catalogue: titles, routes, words and stories."""
        self.catalogue = catalogue
        self.titles = Titles(catalogue)
        self._network = Network(catalogue)
        self._reader = Reader(catalogue, self._network, self.titles)
        self._pay = Pay.of(catalogue)
        self._ways = Ways(self._network, self._pay)
        self._limits = Limits(self._network, self._pay, catalogue.constraints)
        self._bounds = Bounds(self._network)
        self._people = People(catalogue, self._network, self.titles, self._reader.folder)
        self._company = Company(self._people.told, self._network, self.titles, self._reader.folder)
        self._families = Families(self._network)
        self._fitter = Fitter(
            catalogue, self._network, self._reader.folder, self._people, self._limits,
            self._families,
        )  # fmt: skip

    def resolve(self, typed: str, top: int = 3) -> tuple[TitleGuess, ...]:
        """The best readings of a typed title, best first; at least one."""
        return self.titles.resolve(typed, max(top, 1))

    def understand(self, profile: Profile) -> Understood:
        """What a profile's words were taken to mean."""
        return self._reader.read(profile).understood()

    def match(self, profile: Profile, as_of: date, top: int = 7) -> Matches:
        """About ``top`` roles that fit, with lanes, reasons, ways, prices and stories."""
        placed = self.place(profile)
        net, fit, person = self._network, placed.fit, placed.person
        held = self._bounds.left_out(person)
        picked, ways, broken = self._pick(placed, max(top, 1), held)
        bands = choosing.bands(fit, picked)
        tied = choosing.ties(fit, picked)
        matches = tuple(
            self._match(place, placed, ways[place], bands[place], tied[place]) for place in picked
        )
        roles = frozenset(match.role_id for match in matches)
        like = self._company.like(person, placed.near, fit.likeness, picked)
        return told_once(Matches(
            as_of.isoformat(), person.understood(), matches,
            self._outside_field(placed, picked, held),
            self._deeper(placed), notes.prices(person, fit, self._limits, net, held),
            notes.notes(person, net, picked, broken, self.catalogue),
            like, self._company.unlike(person, placed.near, fit.likeness, picked, like),
            self._people.studies(placed.studies, roles),
            tuple(net.roles[place].id for place in placed.ranked),
        ))  # fmt: skip

    def why(self, profile: Profile, role_id: str, as_of: date) -> WhyNot:
        """What stands between a person and a role. KnownError where there is no such role."""
        target = self._target(role_id)
        placed = self.place(profile)
        held = self._bounds.left_out(placed.person)
        listed, _, _ = self._pick(placed, 7, held)
        ways = self._fitting_ways(target, placed, strict=False)
        ways = ways or self._ways.find(target, placed.start, shut=True)
        found = whynot.explain(
            target, listed, placed.ranked, placed.fit, ways, self._network
        )  # fmt: skip
        return whynot.with_preferences(found, placed.person, self._limits, self._network)

    def routes(self, profile: Profile, role_id: str, as_of: date) -> tuple[Way, ...]:
        """At most five ways to a role. KnownError where there is no such role."""
        return self._fitting_ways(self._target(role_id), self.place(profile), strict=False)

    def moved(self, before: Matches, after: Matches) -> tuple[Move, ...]:
        """Which roles came, went or changed place between two answers, and why."""
        return whynot.moved(before, after)

    def place(self, profile: Profile, hidden: frozenset[str] = frozenset()) -> Placed:
        """A person's place and every role's fit; ``hidden`` hides journeys, for the evaluation."""
        person = self._reader.read(profile)
        net = self._network
        starts = {place: 12 * (1 - trust) for place, trust in person.present.items()}
        for place, trust in person.past.items():
            if not self._lapsed(person, place):
                starts.setdefault(place, 6.0 + 12 * (1 - trust))
        for place in person.held_parts:
            starts.setdefault(place, 0.0)
        groups = frozenset(net.roles[place].staff_group for place in starts)
        prices = net.prices(person.standing)
        costs = net.costs(prices)
        best = net.reach(costs, starts, groups)
        start = Start(
            person.standing, frozenset(starts), best, prices, costs, person.mode is Mode.INSIDE,
            person.band, person.level, changing(person), self._bounds.trained(person),
            self._bounds.beneath(person),
        )  # fmt: skip
        fit = self._fitter.fit(person, best, hidden)
        return Placed(
            person, start, best, fit, choosing.order(net, fit), self._people.study_scores(person),
            self._company.near(person),
        )  # fmt: skip

    def listed(self, placed: Placed, fit: Fit, top: int) -> tuple[str, ...]:
        """Role ids in the order shown: the short list, then the rest by fit. For the evaluation."""
        held = self._bounds.left_out(placed.person)
        ranked = choosing.order(self._network, fit)
        picked = choosing.shortlist(self._families, fit, ranked, top, held)
        return tuple(self._network.roles[p].id for p in dict.fromkeys((*picked, *ranked)))

    def by_interests(self, placed: Placed) -> tuple[str, ...]:
        """Role ids by interests alone: the baseline that other tools stop at.

        Where there are no answers the person's words stand in: the mean Holland profile of the
        roles that the words point at.
        """
        return interests_alone(self._network, placed.person, placed.fit)

    def _target(self, role_id: str) -> int:
        place = self._network.place.get(role_id)
        if place is None:
            guess = self.titles.resolve(role_id.replace("-", " "), 1)[0]
            near = guess.role_id or next(iter(guess.alternatives), None)
            hint = f"Did you mean '{near}'?" if near else "Use an id that resolve prints."
            raise KnownError(f"There is no role called '{role_id[:80]}' here.", hint)
        return place

    def _lapsed(self, person: Person, place: int) -> bool:
        """Whether a past job needs a registration that has lapsed: no way starts there now."""
        register = self._network.roles[place].register
        standing = {s for (one, _), s in person.standing.registers.items() if one is register}
        return bool(standing) and RegistrationStatus.REGISTERED not in standing

    def _fitting_ways(self, place: int, placed: Placed, *, strict: bool = True) -> tuple[Way, ...]:
        """Ways to a role, those that keep to the person's musts first."""
        ways = self._ways.find(place, placed.start, strict=strict)
        items = musts(placed.person.profile.constraints.items)
        if not items:
            return ways
        count = self._limits.way_breaks
        return tuple(sorted(ways, key=lambda way: sum(count(item, way) for item in items)))

    def _pick(
        self, placed: Placed, top: int, held: frozenset[int]
    ) -> tuple[list[int], dict[int, tuple[Way, ...]], frozenset[int]]:
        """The places to show with their ways, and which of them break a must however one goes.

        Those that break one, and those to which no way is left, give way to the next best and stay
        only to fill the list.
        """
        items = musts(placed.person.profile.constraints.items)
        many = 3 * top if any(item.id in OF_WAYS for item in items) else top
        home = placed.person.lapsed_parts  # shown even where no way back is known
        ways: dict[int, tuple[Way, ...]] = {}
        broken: set[int] = set()
        kept: list[int] = []
        picked: list[int] = []
        for _ in range(2):
            picked = choosing.shortlist(self._families, placed.fit, placed.ranked, many, held)
            kept = []
            for place in picked:
                if place not in ways:
                    ways[place] = found = self._fitting_ways(place, placed)
                    if place in placed.fit.broken or self._breaks(items, found[:1]):
                        broken.add(place)
                if place not in broken and (ways[place] or place in home):
                    kept.append(place)
                if len(kept) == top:
                    return kept, ways, frozenset(broken)
            closed = sum(not ways[place] for place in picked)
            if not closed:
                break
            many += 2 * closed
        fill = [place for place in picked if place not in kept]
        fill.sort(key=lambda place: not ways[place])
        return kept + fill[: top - len(kept)], ways, frozenset(broken)

    def _breaks(self, items: Sequence[ConstraintItem], ways: Sequence[Way]) -> bool:
        """Whether any of some ways breaks any of some constraints."""
        return any(self._limits.way_breaks(item, way) for item in items for way in ways)

    def _match(
        self,
        place: int,
        placed: Placed,
        ways: tuple[Way, ...],
        band: Band,
        tied: Sequence[int] = (),
        lane: Lane | None = None,
    ) -> Match:
        role = self._network.roles[place]
        ledger = placed.fit.ledger(place)
        available = [item.name for item in placed.fit.signals if item.values]
        sources = [*role.provenance.sources]
        sources.extend(source for way in ways for step in way.steps for source in step.sources)
        return Match(
            role.id, role.title,
            lane or choosing.lane_of(
                ways, placed.best[place], choosing.distance(self._network, placed.person, place)
            ), band,
            placed.fit.scores[place], ledger, client_reason(ledger),
            paper_line(role.title, ledger, ways), counter_reason(role, ledger, ways, available),
            gaps(ways), ways,
            self._company.to_role(place, placed.person, placed.near, placed.fit.likeness),
            self._people.studies(placed.studies, frozenset({role.id}), 2),
            tuple(dict.fromkeys(sources)),
            tuple(self._network.roles[other].id for other in tied),
        )  # fmt: skip

    def _outside_field(
        self, placed: Placed, picked: Sequence[int], held: frozenset[int]
    ) -> Match | None:
        """The best role from a family that is neither the person's nor in the list."""
        net, person = self._network, placed.person
        seen = {net.roles[place].staff_group for place in (*picked, *person.present, *person.past)}
        for place in placed.ranked:
            if place in placed.fit.broken:
                break
            role = net.roles[place]
            if place in held or role.staff_group in seen or role.level > 7:
                continue
            if ways := self._fitting_ways(place, placed):
                band = choosing.bands(placed.fit, [place])[place]
                return self._match(place, placed, ways, band, lane=Lane.OUTSIDE)
        return None

    def _deeper(self, placed: Placed) -> Match | None:
        """The present role, offered as a place to grow; None where it is not known."""
        person = placed.person
        if person.mode is Mode.RETURNING or not person.present:
            return None
        place = max(person.present, key=lambda p: (person.present[p], -p))
        if person.present[place] < 0.6 or self._network.roles[place].stage_of:
            return None
        return self._match(place, placed, (), Band.GOOD, lane=Lane.NOW)
