"""What is known of a person, and rules' field tests judged on it: yes, no or unknown.

A fact is text, true or false, or a range of numbers (a date told as a month gives a range). A test
that the whole range meets is yes, one that none of it meets is no, and else it is unknown, which is
a question to ask and never a guess.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from guidance.domain.vocabulary import Answer

NOBODY = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from low to high, both included."""

    low: float
    high: float

    @property
    def exact(self) -> float | None:
        """The number, where it is only one."""
        return self.low if self.low == self.high else None

    def times(self, factor: float) -> "Range":
        """The range in another unit."""
        return Range(self.low * factor, self.high * factor)


Fact = Range | bool | str
Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a test holds, the untold fields it waits for and those it takes to hold."""

    answer: Answer
    unknown: frozenset[str] = field(default=NOBODY)
    assumed: frozenset[str] = field(default=NOBODY)


YES = Verdict(Answer.YES)
NO = Verdict(Answer.NO)


def exactly(number: float) -> Range:
    """The range of one number."""
    return Range(number, number)


def judge(when: Mapping[str, object], facts: Facts) -> Verdict:
    """Whether all field tests of a rule hold. An empty ``when`` always does."""
    return _all(_judge_one(name, test, facts) for name, test in when.items())


def _judge_one(name: str, test: object, facts: Facts) -> Verdict:
    if name == "any_of":
        return _any(judge(item, facts) for item in named_list(test))
    if name == "all_of":
        return _all(judge(item, facts) for item in named_list(test))
    limits = named(test) or {"is": test}
    if name not in facts:
        if limits.get("assume") is True:
            return Verdict(Answer.YES, assumed=frozenset({name}))
        return Verdict(Answer.UNKNOWN, unknown=frozenset({name}))
    fact = facts[name]
    answer = _in_range(fact, limits) if isinstance(fact, Range) else _is_one(fact, limits)
    return Verdict(answer, frozenset({name}) if answer is Answer.UNKNOWN else NOBODY)


def _is_one(fact: bool | str, limits: Mapping[str, object]) -> Answer:
    wanted = limits.get("is")
    choices = plain_list(wanted) or (wanted,)
    return Answer.YES if any(fact == item for item in choices) else Answer.NO


def _in_range(fact: Range, limits: Mapping[str, object]) -> Answer:
    answers = [
        _one_limit(fact, name, float(limit))
        for name, limit in limits.items()
        if isinstance(limit, (int, float)) and not isinstance(limit, bool)
    ]
    if Answer.NO in answers:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.YES


def _one_limit(fact: Range, name: str, limit: float) -> Answer:
    low, high = {
        "min": (fact.low >= limit, fact.high >= limit),
        "over": (fact.low > limit, fact.high > limit),
        "max": (fact.high <= limit, fact.low <= limit),
        "under": (fact.high < limit, fact.low < limit),
        "is": (fact.exact == limit, fact.low <= limit <= fact.high),
    }[name]
    if low:
        return Answer.YES
    return Answer.UNKNOWN if high else Answer.NO


def _all(verdicts: Iterable[Verdict]) -> Verdict:
    found = tuple(verdicts)
    if any(item.answer is Answer.NO for item in found):
        return NO
    unknown = NOBODY.union(*(item.unknown for item in found))
    assumed = NOBODY.union(*(item.assumed for item in found))
    if any(item.answer is Answer.UNKNOWN for item in found):
        return Verdict(Answer.UNKNOWN, unknown, assumed)
    return Verdict(Answer.YES, assumed=assumed)


def _any(verdicts: Iterable[Verdict]) -> Verdict:
    found = tuple(verdicts)
    held = [item for item in found if item.answer is Answer.YES]
    if held:
        return min(held, key=lambda item: len(item.assumed))
    if all(item.answer is Answer.NO for item in found):
        return NO
    return Verdict(Answer.UNKNOWN, NOBODY.union(*(item.unknown for item in found)))


def named(value: object) -> Mapping[str, object]:
    """A plain value as named values; empty where it is none."""
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}


def plain_list(value: object) -> tuple[object, ...]:
    """A plain value as a list; empty where it is none."""
    return tuple(cast("tuple[object, ...]", value)) if isinstance(value, (list, tuple)) else ()


def named_list(value: object) -> tuple[Mapping[str, object], ...]:
    """A plain value as a list of named values."""
    return tuple(named(item) for item in plain_list(value))


def texts(value: object) -> tuple[str, ...]:
    """A plain value as a list of texts."""
    return tuple(str(item) for item in plain_list(value))


def number(value: object) -> float | None:
    """A plain value as a number; None where it is none."""
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
