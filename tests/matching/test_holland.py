import pytest

from guidance.domain.catalogue import InterestItem
from guidance.matching.holland import correlation, read_answers

ITEMS = tuple(InterestItem(f"{x}{n}", x, "") for x in "RIASEC" for n in range(2))


def _answers(liked: str) -> dict[str, int]:
    return {item.id: 5 if item.letter in liked else 2 for item in ITEMS}


def test_answers_become_scores_by_letter() -> None:
    reading = read_answers(_answers("S"), ITEMS)
    assert reading.usable
    assert (reading.scores["S"], reading.scores["R"]) == (1.0, 0.25)


@pytest.mark.parametrize("level", [1, 3, 5])
def test_the_same_answer_throughout_is_not_used_and_is_said(level: int) -> None:
    reading = read_answers({item.id: level for item in ITEMS}, ITEMS)
    assert not reading.usable
    assert reading.note


def test_nearly_level_answers_are_not_used() -> None:
    answers = {item.id: 3 + (place % 2) for place, item in enumerate(ITEMS)}
    assert not read_answers(answers, ITEMS).usable


def test_too_few_answers_are_not_used() -> None:
    assert not read_answers({"R0": 5, "I0": 1}, ITEMS).usable


def test_no_answers_need_no_note() -> None:
    assert read_answers({}, ITEMS).note == ""


def test_answers_out_of_range_are_held_to_it() -> None:
    assert read_answers({item.id: 99 for item in ITEMS}, ITEMS).scores["R"] == 1.0


def test_the_same_shape_correlates_fully_whatever_its_height() -> None:
    low = dict(zip("RIASEC", (1, 2, 3, 4, 5, 6), strict=True))
    high = {letter: score + 10 for letter, score in low.items()}
    assert correlation(low, high) == pytest.approx(1.0)


def test_opposite_shapes_correlate_negatively() -> None:
    low = dict(zip("RIASEC", (1, 2, 3, 4, 5, 6), strict=True))
    assert correlation(low, {k: -v for k, v in low.items()}) == pytest.approx(-1.0)


def test_a_flat_profile_has_no_shape() -> None:
    assert correlation(dict.fromkeys("RIASEC", 3.0), {"R": 1, "I": 2, "A": 3}) == 0.0
