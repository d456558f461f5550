"""How far away a role is said to be."""

import pytest

from guidance.domain.dated import Span
from guidance.domain.match import Judged, Step, Way
from guidance.domain.vocabulary import Answer, Lane, RouteKind
from guidance.matching.choosing import Distance, lane_of

QUICK = Span(3, 3)


def _way(
    months: Span = QUICK,
    kind: RouteKind = RouteKind.ON_THE_JOB,
    start: str | None = "a-role",
    answer: Answer = Answer.YES,
) -> tuple[Way, ...]:
    needs = (Judged("Something", answer),)
    step = Step("a-route", "A way", kind, start, "the-role", months, True, needs)
    return (Way(kind, (step,), months, True),)


def test_one_short_step_is_within_reach_now() -> None:
    assert lane_of(_way(), None) is Lane.NOW


@pytest.mark.parametrize("leap", [2, 3, 4])
def test_two_levels_up_are_never_within_reach_now(leap: int) -> None:
    assert lane_of(_way(), None, Distance(leap)) is Lane.NEXT


def test_three_levels_up_in_an_unknown_time_are_a_longer_journey() -> None:
    assert lane_of(_way(Span()), None, Distance(3)) is Lane.LONGER


def test_a_senior_post_in_a_strange_field_is_not_within_reach_now() -> None:
    strange = Distance(1, strange=True)
    assert lane_of(_way(start=None), None, strange) is Lane.NEXT


def test_a_strange_field_that_a_known_step_leads_to_is_within_reach() -> None:
    assert lane_of(_way(), None, Distance(1, strange=True)) is Lane.NOW


def test_work_on_a_register_that_has_lapsed_is_not_within_reach_now() -> None:
    assert lane_of(_way(), None, Distance(shut=True)) is Lane.NEXT


def test_a_way_with_something_missing_is_no_next_step_if_it_also_takes_long() -> None:
    assert lane_of(_way(Span(18, 18), answer=Answer.NO), None) is Lane.LONGER
    assert lane_of(_way(Span(18, 18)), None) is Lane.NEXT


def test_unpaid_study_two_levels_up_is_a_longer_journey() -> None:
    step = Step("r", "A course", RouteKind.DEGREE, None, "the-role", Span(24, 24), False)
    ways = (Way(RouteKind.DEGREE, (step,), Span(24, 24), False),)
    assert lane_of(ways, None, Distance(2)) is Lane.LONGER
    assert lane_of(ways, None, Distance(1)) is Lane.NEXT
