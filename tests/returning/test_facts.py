"""Field tests are yes, no or unknown."""

from guidance.domain.vocabulary import Answer
from guidance.returning.facts import Range, exactly, judge


def test_no_tests_hold_for_everyone() -> None:
    assert judge({}, {}).answer is Answer.YES


def test_a_range_within_the_limits_is_yes() -> None:
    assert judge({"years": {"min": 2, "under": 5}}, {"years": Range(2, 4)}).answer is Answer.YES


def test_a_limit_with_under_leaves_itself_out() -> None:
    assert judge({"years": {"under": 5}}, {"years": exactly(5)}).answer is Answer.NO


def test_a_limit_with_max_takes_itself_in() -> None:
    assert judge({"years": {"max": 5}}, {"years": exactly(5)}).answer is Answer.YES


def test_a_range_across_a_limit_is_unknown_and_names_its_field() -> None:
    verdict = judge({"years": {"over": 3}}, {"years": Range(2, 4)})
    assert (verdict.answer, verdict.unknown) == (Answer.UNKNOWN, {"years"})


def test_what_is_untold_is_unknown() -> None:
    assert judge({"registered": True}, {}).unknown == {"registered"}


def test_what_is_untold_may_be_taken_to_hold_and_is_named() -> None:
    verdict = judge({"registered": {"is": False, "assume": True}}, {})
    assert (verdict.answer, verdict.assumed) == (Answer.YES, {"registered"})


def test_what_is_told_is_never_taken_to_hold() -> None:
    told = {"registered": True}
    assert judge({"registered": {"is": False, "assume": True}}, told).answer is Answer.NO


def test_one_no_outweighs_every_unknown() -> None:
    when = {"registered": True, "years": {"min": 2}}
    assert judge(when, {"years": exactly(1)}).answer is Answer.NO


def test_any_of_needs_one() -> None:
    when = {"any_of": [{"hours_3y": {"min": 450}}, {"hours_5y": {"min": 750}}]}
    assert judge(when, {"hours_5y": exactly(750)}).answer is Answer.YES


def test_any_of_waits_for_all_that_is_untold() -> None:
    when = {"any_of": [{"hours_3y": {"min": 450}}, {"hours_5y": {"min": 750}}]}
    assert judge(when, {"hours_3y": exactly(1)}).unknown == {"hours_5y"}


def test_all_of_needs_every_one() -> None:
    when = {"all_of": [{"part": "nurse"}, {"part": ["nurse"]}, {"part": {"is": ["midwife"]}}]}
    assert judge(when, {"part": "nurse"}).answer is Answer.NO
