"""Interest answers as a Holland profile, and how alike two profiles are in shape."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from guidance.domain.catalogue import InterestItem
from guidance.domain.vocabulary import HOLLAND_LETTERS

FEWEST_ANSWERS = 6
_FLAT = 0.15


@dataclass(frozen=True, slots=True)
class HollandReading:
    """Scores 0-1 by letter; ``usable`` False where answers are too few, flat or careless."""

    scores: Mapping[str, float] = field(default_factory=dict[str, float])
    usable: bool = False
    note: str = ""


def read_answers(answers: Mapping[str, int], items: Sequence[InterestItem]) -> HollandReading:
    """A Holland profile from answers 1-5, or a note that says why there is none."""
    given: dict[str, list[int]] = {letter: [] for letter in HOLLAND_LETTERS}
    order: list[int] = []
    for item in items:
        answer = answers.get(item.id)
        if answer is not None and item.letter in given:
            given[item.letter].append(min(max(answer, 1), 5))
            order.append(min(max(answer, 1), 5))
    if not order:
        return HollandReading()
    scores = {
        letter: round((sum(held) / len(held) - 1) / 4, 4) for letter, held in given.items() if held
    }
    if len(order) < FEWEST_ANSWERS or len(scores) < 4:
        return HollandReading(scores, note="Too few interest answers to use yet.")
    if len(set(order)) == 1:
        return HollandReading(
            scores, note="You gave every statement the same answer, so your answers cannot be used."
        )
    if max(scores.values()) - min(scores.values()) < _FLAT:
        return HollandReading(
            scores, note="Your interest answers are nearly level, so they do not change the list."
        )
    return HollandReading(scores, usable=True)


def correlation(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Profile correlation (-1 to 1) over the letters both have; 0 where it is not defined.

    The shape of two profiles is compared, so people who like everything more are not favoured.
    Source: the profile-correlation method of the O*NET Interest Profiler's user guides.
    """
    letters = [letter for letter in HOLLAND_LETTERS if letter in one and letter in other]
    if len(letters) < 3:
        return 0.0
    mean_one = sum(one[letter] for letter in letters) / len(letters)
    mean_other = sum(other[letter] for letter in letters) / len(letters)
    left = [one[letter] - mean_one for letter in letters]
    right = [other[letter] - mean_other for letter in letters]
    size = sqrt(sum(x * x for x in left) * sum(y * y for y in right))
    return sum(x * y for x, y in zip(left, right, strict=True)) / size if size else 0.0
