"""Interest answers as a Holland profile, and answers that say nothing."""

from guidance.domain.catalogue import Catalogue, InterestItem
from guidance.interview.interests import asked_order, holland_profile

ITEMS = tuple(InterestItem(f"{x}{i}", x, "Do it") for x in "RIASEC" for i in range(5))
ORDER = asked_order(ITEMS)


def _answers(scores: list[int]) -> dict[str, int]:
    return {item.id: score for item, score in zip(ORDER, scores, strict=True)}


def test_scores_run_from_nought_to_one_by_letter() -> None:
    given = {item.id: 5 if item.letter == "S" else 1 for item in ITEMS}
    found = holland_profile(given, ITEMS)
    assert found.usable
    assert found.scores == {"R": 0.0, "I": 0.0, "A": 0.0, "S": 1.0, "E": 0.0, "C": 0.0}


def test_a_mixed_profile_has_the_mean_of_its_answers() -> None:
    given = _answers([3] * 30) | {"S0": 5, "S1": 5, "S2": 4, "S3": 4, "S4": 5, "R0": 1, "R1": 2}
    assert holland_profile(given, ITEMS).scores["S"] == 0.9


def test_no_answers_are_not_usable_and_the_note_says_so() -> None:
    found = holland_profile({}, ITEMS)
    assert not found.usable
    assert "not told us about enough" in found.note


def test_one_page_is_enough_to_keep_but_not_to_use() -> None:
    found = holland_profile({item.id: 4 for item in ORDER[:6]}, ITEMS)
    assert found.scores["R"] == 0.75
    assert not found.usable


def test_agreeing_with_everything_is_not_usable() -> None:
    found = holland_profile(_answers([5] * 30), ITEMS)
    assert not found.usable
    assert "nearly every task the same" in found.note


def test_not_sure_all_the_way_is_not_usable() -> None:
    assert not holland_profile(_answers([3] * 30), ITEMS).usable


def test_one_odd_answer_in_a_straight_line_does_not_make_it_usable() -> None:
    assert not holland_profile(_answers([4] * 29 + [1]), ITEMS).usable


def test_counting_up_and_up_again_is_seen_as_a_pattern() -> None:
    found = holland_profile(_answers([1, 2, 3, 4, 5] * 6), ITEMS)
    assert not found.usable
    assert "pattern" in found.note


def test_steady_tastes_are_not_taken_for_a_pattern() -> None:
    assert holland_profile(_answers([5, 1, 5, 1, 5, 1] * 5), ITEMS).usable


def test_liking_all_six_types_about_as_much_is_flat() -> None:
    rows = [[1, 5, 2, 4, 3, 3], [5, 1, 4, 2, 3, 3], [3, 3, 3, 3, 1, 5], [2, 4, 1, 5, 5, 1]]
    rows.append([4, 2, 5, 1, 3, 3])
    found = holland_profile(_answers([score for row in rows for score in row]), ITEMS)
    assert not found.usable
    assert "about as much" in found.note


def test_an_answer_to_a_statement_no_longer_asked_is_passed_over() -> None:
    given = {item.id: 5 if item.letter == "S" else 1 for item in ITEMS} | {"old9": 5}
    assert holland_profile(given, ITEMS).scores["C"] == 0.0


def test_the_same_answers_give_the_same_profile_in_any_order(catalogue: Catalogue) -> None:
    items = catalogue.interest_items
    given = {item.id: 1 + i % 5 for i, item in enumerate(items)}
    backwards = dict(reversed(list(given.items())))
    assert holland_profile(given, items) == holland_profile(backwards, items)
