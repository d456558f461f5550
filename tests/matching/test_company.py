"""People like you: near in their start, and alike in one thing more."""

from datetime import date

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.domain.profile import Aims, Constraints, HeldRole, Profile
from guidance.domain.vocabulary import Purpose
from guidance.matching.engine import Matcher

HCA = Profile(roles=(HeldRole("healthcare assistant", months=40),))


def test_a_story_needs_a_near_start(matcher: Matcher, real: Catalogue, day: date) -> None:
    found = matcher.match(HCA, day)
    starts = [real.journeys[story].from_role_id for story in found.journeys]
    groups = {real.roles[start].staff_group for start in starts if start}
    assert groups <= {real.roles["healthcare-support-worker"].staff_group}


def test_someone_whose_start_no_story_shares_gets_none(matcher: Matcher, day: date) -> None:
    assert matcher.match(Profile(roles=(HeldRole("embryologist"),)), day).journeys == ()


def test_one_story_is_of_another_start_and_not_among_the_like(matcher: Matcher, day: date) -> None:
    found = matcher.match(HCA, day)
    assert found.unlike is not None
    assert found.unlike not in found.journeys


def test_a_story_of_coming_back_is_not_for_someone_in_work(
    matcher: Matcher, real: Catalogue, day: date
) -> None:
    nurse = Profile(roles=(HeldRole("staff nurse"),), purpose=Purpose.NEXT_STEP)
    shown = [real.journeys[story] for story in matcher.match(nurse, day).journeys]
    assert [story.id for story in shown if story.life_stage == "returning"] == []


def test_a_returner_meets_people_who_came_back(
    matcher: Matcher, real: Catalogue, day: date
) -> None:
    back = Profile(
        roles=(HeldRole("physiotherapist", current=False),), purpose=Purpose.RETURN_TO_PRACTICE
    )
    first = real.journeys[matcher.match(back, day).journeys[0]]
    assert first.life_stage == "returning"


def test_to_a_role_those_with_a_like_start_come_before_those_who_came_back(
    matcher: Matcher, real: Catalogue, day: date
) -> None:
    aiming = Profile(
        roles=(HeldRole("therapy support worker", months=30),),
        aims=Aims(roles=("occupational therapist",)),
    )
    found = matcher.match(aiming, day)
    match = next(item for item in found.matches if item.role_id == "occupational-therapist")
    assert real.journeys[match.journeys[0]].life_stage != "returning"


@pytest.mark.parametrize("trouble", ["", "no GCSEs"])
def test_an_obstacle_shared_brings_its_story_nearer(
    matcher: Matcher, real: Catalogue, day: date, trouble: str
) -> None:
    told = Profile(
        roles=HCA.roles, aims=Aims(roles=("nurse",)), constraints=Constraints((), (trouble,))
    )
    first = real.journeys[matcher.match(told, day).journeys[0]]
    alike = "no-gcses" in first.circumstances or any("GCSE" in text for text in first.obstacles)
    assert alike is bool(trouble)
