"""The evaluation that the app carries: accuracy, baselines, what each signal is worth, robustness.

It runs on any machine with the bundled catalogue alone, over the shipped journeys left out one at
a time. With a folder of cases it also measures those.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from guidance.app.evaluation_cases import (
    Case,
    TitleCase,
    journey_cases,
    read_cases,
    read_titles,
)
from guidance.app.evaluation_measures import (
    RANK_COLUMNS,
    Row,
    Table,
    mean_figure,
    rank_row,
)
from guidance.app.evaluation_robust import Check, Suite
from guidance.domain.catalogue import Catalogue
from guidance.matching.engine import Matcher, Placed
from guidance.matching.peel import title_key
from guidance.matching.weights import WEIGHTS
from guidance.matching.words import Titles

SEED = 20260101
SHOWN = 7
_ALL = frozenset(WEIGHTS)
_TEXT = frozenset({"interests-in-words", "background"})
_ROLE = frozenset({"closeness"})
_EVERY = 5


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """All tables and checks of one run."""

    as_of: str
    tables: tuple[Table, ...]
    checks: tuple[Check, ...]

    @property
    def held(self) -> bool:
        """Whether every check of the robustness suite held."""
        return all(check.held for check in self.checks)

    def text(self) -> str:
        """The report for a terminal."""
        lines = [
            f"{'held  ' if check.held else 'BROKEN'}  {check.name}: {check.seen}"
            for check in self.checks
        ]
        suite = "\n".join(["Robustness", *lines])
        return "\n\n".join([*(table.text() for table in self.tables), suite])

    def plain(self) -> dict[str, object]:
        """The report for JSON."""
        return {
            "as_of": self.as_of,
            "tables": [table.plain() for table in self.tables],
            "robustness": [
                {"name": check.name, "held": check.held, "seen": check.seen}
                for check in self.checks
            ],
        }


@dataclass(frozen=True, slots=True)
class _Run:
    case: Case
    placed: Placed
    rank: int


class _Evaluation:
    """One run of the evaluation over one catalogue."""

    def __init__(self, catalogue: Catalogue, as_of: date, chance: Random) -> None:
        self._catalogue = catalogue
        self._as_of = as_of
        self._chance = chance
        self.matcher = Matcher(catalogue)
        self._popular = _by_popularity(catalogue)

    def tables(self, cases: Sequence[Case], name: str) -> Iterable[Table]:
        """All tables of some cases: with baselines, by signal, by group and by way."""
        runs = [self._run(case) for case in cases]
        yield Table(f"{name}: with baselines", RANK_COLUMNS, tuple(self._baselines(runs)))
        yield Table(f"{name}: one signal left out", RANK_COLUMNS, tuple(self._left_out(runs)))
        parts = tuple(self._parts(runs))
        if parts:
            yield Table(f"{name}: by part", RANK_COLUMNS, parts)

    def _run(self, case: Case) -> _Run:
        placed = self.matcher.place(case.profile, case.hidden)
        return _Run(case, placed, self._rank(case, placed, _ALL))

    def _rank(self, case: Case, placed: Placed, used: frozenset[str]) -> int:
        order = self.matcher.listed(placed, placed.fit.rescored(used), SHOWN)
        return first_place(order, case.right)

    def _row(self, name: str, ranks: Sequence[int]) -> Row:
        return rank_row(name, ranks, self._chance)

    def _baselines(self, runs: Sequence[_Run]) -> Iterable[Row]:
        yield self._row("Waymark", [run.rank for run in runs])
        roles = list(self._catalogue.roles)
        shuffled: list[int] = []
        for run in runs:
            for _ in range(20):
                order = self._chance.sample(roles, len(roles))
                shuffled.append(first_place(order, run.case.right))
        yield self._row("random (20 times)", shuffled)
        yield self._row("popularity", [self._popularity(run) for run in runs])
        interests = [
            first_place(self.matcher.by_interests(run.placed), run.case.right) for run in runs
        ]
        yield self._row("interests only", interests)
        for name, used in (("current role only", _ROLE), ("text overlap only", _TEXT)):
            yield self._row(name, [self._rank(run.case, run.placed, used) for run in runs])

    def _popularity(self, run: _Run) -> int:
        counts = dict(self._popular)
        for hidden in run.case.hidden:
            end = self._catalogue.journeys[hidden].to_role_id or ""
            counts[end] = counts.get(end, 0) - 1
        order = sorted(counts, key=lambda role: (-counts[role], role))
        return first_place(order, run.case.right)

    def _left_out(self, runs: Sequence[_Run]) -> Iterable[Row]:
        for name in WEIGHTS:
            used = _ALL - {name}
            if any(
                item.name == name and item.values for run in runs for item in run.placed.fit.signals
            ):
                ranks = [self._rank(run.case, run.placed, used) for run in runs]
                yield self._row(f"without {name}", ranks)

    def _parts(self, runs: Sequence[_Run]) -> Iterable[Row]:
        named = [run.rank for run in runs if run.case.named is True]
        unnamed = [run.rank for run in runs if run.case.named is False]
        if named or unnamed:
            yield self._row("target named", named)
            yield self._row("target not named", unnamed)
        moves = [run.rank for run in runs if run.case.moves]
        if len(moves) < len(runs):
            yield self._row("moves only", moves)
        for mode in ("inside", "outside", "returning"):
            ranks = [run.rank for run in runs if run.placed.person.mode.value == mode]
            if ranks:
                yield self._row(f"weights: {mode}", ranks)
        for group in sorted({run.case.group for run in runs if run.case.group}):
            ranks = [run.rank for run in runs if run.case.group == group]
            yield self._row(f"group: {group}", ranks)

    def ways(self, cases: Sequence[Case], name: str) -> Row:
        """How often a hit offers a way of a kind that was really taken."""
        agreed: list[float] = []
        for case in cases:
            if not case.kinds or case.hidden:
                continue
            found = self.matcher.match(case.profile, self._as_of, SHOWN)
            hits = [match for match in found.matches if match.role_id in case.right]
            if hits:
                offered = {way.kind for match in hits for way in match.ways}
                agreed.append(float(bool(offered & case.kinds)))
        return Row(name, len(agreed), (mean_figure(agreed, self._chance),))

    def titles(self, cases: Sequence[TitleCase], titles: Titles, name: str) -> Row:
        """How often the first reading is right, and how often one of the first three is."""
        first: list[float] = []
        three: list[float] = []
        for case in cases:
            guesses = titles.resolve(case.typed)
            best = guesses[0]
            offered = {guess.role_id for guess in guesses} | set(best.alternatives[:3])
            if case.right:
                first.append(float(best.role_id in case.right))
                three.append(float(bool(offered & case.right)))
            else:
                unsure = float(best.role_id is None or not best.sure)
                first.append(unsure)
                three.append(unsure)
        return Row(
            name, len(cases), (mean_figure(first, self._chance), mean_figure(three, self._chance))
        )

    def own_titles(self) -> Row:
        """Every fifth typed title asked for with its own wording unlearnt."""
        pairs = [
            (title, role.id) for role in self._catalogue.roles.values() for title in role.titles
        ]
        asked = pairs[::_EVERY]
        right: dict[str, set[str]] = {}
        for title, role in pairs:
            right.setdefault(title_key(title), set()).add(role)
        unlearnt = frozenset(title_key(title) for title, _ in asked)
        cases = [TitleCase(title, frozenset(right[title_key(title)])) for title, _ in asked]
        titles = Titles(self._catalogue, unlearnt)
        return self.titles(cases, titles, "own typed titles, unlearnt")


def first_place(order: Sequence[str], right: frozenset[str]) -> int:
    """The place, from 1, of the first right role; one past the end where there is none."""
    return next((place for place, role in enumerate(order, 1) if role in right), len(order) + 1)


def _by_popularity(catalogue: Catalogue) -> dict[str, int]:
    counts = dict.fromkeys(catalogue.roles, 0)
    for journey in catalogue.journeys.values():
        if journey.to_role_id in counts:
            counts[journey.to_role_id or ""] += 1
    return counts


def evaluate(
    catalogue: Catalogue,
    folder: Path | None = None,
    *,
    as_of: date = date(2026, 11, 21),
    chance: Random | None = None,
) -> EvaluationReport:
    """Everything measured on one catalogue; ``folder`` adds cases and titles kept elsewhere.

    ``chance`` draws the samples of the intervals; the same seed gives the same report.
    """
    run = _Evaluation(catalogue, as_of, chance or Random(SEED))  # noqa: S311 - statistics, no secret
    tables: list[Table] = []
    titles: list[Row] = [run.own_titles()]
    cases: tuple[Case, ...] = ()
    if folder is not None:
        cases = read_cases(folder)
        asked = read_titles(folder)
        if asked:
            titles.insert(0, run.titles(asked, run.matcher.titles, "titles of the folder"))
            keys = frozenset(title_key(case.typed) for case in asked)
            bare = Titles(catalogue, keys)
            titles.insert(1, run.titles(asked, bare, "the same, unlearnt"))
    if cases:
        tables.extend(run.tables(cases, "Cases of the folder"))
        way = run.ways(cases, "a kind really taken is offered")
        tables.append(Table("Ways", ("share of hits",), (way,)))
    tables.extend(run.tables(journey_cases(catalogue), "Shipped journeys, left out one at a time"))
    tables.append(Table("Typed titles", ("first", "in three"), tuple(titles)))
    checks = Suite(catalogue, run.matcher, as_of).run()
    return EvaluationReport(as_of.isoformat(), tuple(tables), checks)
