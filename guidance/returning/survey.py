"""The rules of a register that were in force on a day, each judged on what is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guidance.domain.dated import Provenance, Source, first_day, last_day
from guidance.domain.register import Boundary, Fee, Register, ReturnRule
from guidance.domain.returning import RuleUsed
from guidance.domain.vocabulary import Answer
from guidance.returning.facts import Facts, Range, Verdict, judge, named, texts


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule and whether it applies."""

    rule: ReturnRule
    verdict: Verdict

    @property
    def holds(self) -> bool:
        """Whether it applies for certain, or on what it takes to hold."""
        return self.verdict.answer is Answer.YES

    @property
    def open(self) -> bool:
        """Whether it may apply: nothing told speaks against it."""
        return self.verdict.answer is not Answer.NO


@dataclass(frozen=True, slots=True)
class Survey:
    """All rules in force on a day (None: those still standing), judged."""

    register: Register
    on: date | None
    facts: Facts
    judged: tuple[Judged, ...]

    def of(self, kind: str) -> tuple[Judged, ...]:
        """The rules of one kind that may apply, those that do first."""
        found = [item for item in self.judged if item.rule.kind == kind and item.open]
        return tuple(sorted(found, key=lambda item: not item.holds))

    def asks(self, kind: str) -> Mapping[str, object]:
        """What the first rule of a kind that applies asks; empty where there is none."""
        held = [item for item in self.of(kind) if item.holds]
        return named(held[0].rule.asks) if held else {}

    @property
    def boundaries(self) -> tuple[Boundary, ...]:
        """The boundaries that this person stands exactly on."""
        return tuple(item for item in self.register.boundaries if self._on_it(item))

    def _on_it(self, boundary: Boundary) -> bool:
        fact = self.facts.get(boundary.field_name)
        if boundary.at is None or not isinstance(fact, Range):
            return False
        return fact.exact == boundary.at and in_force(boundary.provenance, self.on)

    @property
    def fees(self) -> tuple[Fee, ...]:
        """The fees in force."""
        return tuple(fee for fee in self.register.fees if in_force(fee.provenance, self.on))


def survey(register: Register, facts: Facts, on: date | None) -> Survey:
    """Judge every rule in force on a day.

    A route that applies may count from another clock (``clock`` names the fact): then the time
    since last practising is taken from it.
    """
    rules = [rule for rule in register.rules if in_force(rule.provenance, on)]
    judged = [Judged(rule, judge(rule.when, facts)) for rule in rules]
    clocks = [str(item.rule.asks["clock"]) for item in judged if item.holds and _has_clock(item)]
    if clocks and "years_since_last_practised" not in facts:
        facts = {**facts, "years_since_last_practised": facts[clocks[0]]}
        judged = [Judged(rule, judge(rule.when, facts)) for rule in rules]
    return Survey(register, on, facts, tuple(judged))


def _has_clock(item: Judged) -> bool:
    return "clock" in item.rule.asks


def in_force(provenance: Provenance, on: date | None) -> bool:
    """Whether a dated fact held on a day; with no day, whether it has no end."""
    start, end = provenance.valid_from, provenance.valid_until
    if on is None:
        return end is None
    return (start is None or first_day(start) <= on) and (end is None or on <= last_day(end))


def used(rule: ReturnRule, sources: Mapping[str, Source]) -> RuleUsed:
    """A rule as shown: words, first source, since when and when it was read."""
    source = rule.provenance.sources[0] if rule.provenance.sources else None
    read = sources[source].read if source is not None and source in sources else None
    return RuleUsed(rule.id, rule.says, source, rule.provenance.valid_from, read, rule.confidence)


def part_of(register: Register, typed: str) -> str | None:
    """The group of parts that a role or profession belongs to; None where it has none."""
    wanted = typed.strip().lower().replace(" ", "-").replace("_", "-")
    for rule in register.rules:
        if rule.kind == "parts":
            for group, members in named(named(rule.asks).get("groups")).items():
                if wanted == group or wanted in texts(members):
                    return group
    return None


def part_words(register: Register) -> Mapping[str, str]:
    """Everyday words for parts (*nursing*) and the group each means."""
    for rule in register.rules:
        if rule.kind == "parts":
            return {k: str(v) for k, v in named(named(rule.asks).get("words")).items()}
    return {}


def part_names(register: Register) -> tuple[str, ...]:
    """Every group and role that a person can name as their part of a register."""
    groups = [named(named(r.asks).get("groups")) for r in register.rules if r.kind == "parts"]
    names = [name for group in groups for name in group]
    return (*names, *(m for group in groups for members in group.values() for m in texts(members)))
