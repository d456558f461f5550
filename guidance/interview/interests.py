"""Answers to interest statements as a Holland profile, with a word on whether they can be used.

Ticking the same answer all the way down, or a pattern, says nothing of what a person likes. Then
the profile is marked as not usable and the note says so kindly.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from guidance.domain.catalogue import InterestItem
from guidance.domain.vocabulary import HOLLAND_LETTERS

LOWEST, HIGHEST = 1, 5
ENOUGH = 12  # two statements for each of six types
LETTERS_NEEDED = 5
FLAT = 0.10  # highest less lowest type, of 1: two ticks apart over five statements
SAME = 0.9  # part of the answers that are one and the same
PATTERN_ENOUGH = 18


@dataclass(frozen=True, slots=True)
class HollandResult:
    """Scores 0-1 by letter R I A S E C (a letter with no answers is left out).

    ``usable`` is False when the answers are too few, too flat or careless; ``note`` then says why.
    """

    scores: Mapping[str, float] = field(default_factory=dict[str, float])
    usable: bool = False
    note: str = ""


def holland_profile(answers: Mapping[str, int], items: tuple[InterestItem, ...]) -> HollandResult:
    """The Holland profile of answers (item id to 1-5) to the statements ``items``."""
    given = [(item, answers[item.id]) for item in asked_order(items) if item.id in answers]
    scores = _scores(given)
    note = _problem([score for _, score in given], scores)
    return HollandResult(scores, not note, note)


def asked_order(items: tuple[InterestItem, ...]) -> tuple[InterestItem, ...]:
    """The statements in the order asked: one of each type in turn, so no page has one flavour."""
    by_letter = [[item for item in items if item.letter == letter] for letter in HOLLAND_LETTERS]
    return tuple(item for row in zip_longest(*by_letter) for item in row if item is not None)


def _scores(given: list[tuple[InterestItem, int]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for letter in HOLLAND_LETTERS:
        own = [score for item, score in given if item.letter == letter]
        if own:
            found[letter] = (sum(own) - LOWEST * len(own)) / ((HIGHEST - LOWEST) * len(own))
    return found


def _problem(given: list[int], scores: dict[str, float]) -> str:
    if len(given) < ENOUGH or len(scores) < LETTERS_NEEDED:
        return "You have not told us about enough tasks yet, so we go by your other answers."
    most = max(given.count(score) for score in set(given))
    if most >= SAME * len(given):
        return "You gave nearly every task the same answer, so we go by your other answers."
    if _patterned(given):
        return "Your answers about tasks follow a pattern, so we go by your other answers."
    if max(scores.values()) - min(scores.values()) < FLAT:
        return "You like all these kinds of task about as much, so we go by your other answers."
    return ""


def _patterned(given: list[int]) -> bool:
    """Whether answers, in the order asked, repeat every four or five ticks.

    Each page has one statement of each type in the same order, so steady tastes repeat every six,
    three or two. Those prove nothing.
    """
    if len(given) < PATTERN_ENOUGH:
        return False
    return not _repeats(given, 6) and (_repeats(given, 4) or _repeats(given, 5))


def _repeats(given: list[int], period: int) -> bool:
    pairs = list(zip(given, given[period:], strict=False))
    return sum(a == b for a, b in pairs) >= SAME * len(pairs)
