from dataclasses import replace
from datetime import date

import pytest

from guidance.domain.errors import KnownError
from guidance.domain.profile import (
    Aims,
    ConstraintItem,
    Constraints,
    HeldQualification,
    HeldRole,
    Interests,
    Profile,
)
from guidance.domain.vocabulary import Answer, ConstraintId, Nation, Strictness
from guidance.matching.engine import Matcher

HCA = Profile(roles=(HeldRole("HCA"),), qualifications=(HeldQualification("9 GCSEs"),))


def test_a_listed_role_is_said_to_be_listed(matcher: Matcher, day: date) -> None:
    first = matcher.match(HCA, day).matches[0].role_id
    found = matcher.why(HCA, first, day)
    assert found.listed
    assert found.changes == ()


def test_a_far_role_shows_its_rank_and_what_would_bring_it_in(matcher: Matcher, day: date) -> None:
    found = matcher.why(HCA, "cyber-security-specialist", day)
    assert not found.listed
    assert found.rank > 7
    assert found.changes


def test_law_missing_and_unknown_are_kept_apart(matcher: Matcher, day: date) -> None:
    for role in list(matcher.catalogue.roles)[::10]:
        found = matcher.why(HCA, role, day)
        assert all(need.law for need in found.law)
        assert all(need.answer is Answer.NO and not need.law for need in found.missing)
        assert all(need.answer is Answer.UNKNOWN and need.question for need in found.unknown)


def test_a_preference_that_stands_in_the_way_is_named(matcher: Matcher, day: date) -> None:
    must = ConstraintItem(ConstraintId.NO_NIGHTS, None, Strictness.MUST)
    profile = replace(HCA, constraints=Constraints((must,)))
    night = next(r.id for r in matcher.catalogue.roles.values() if r.hours.get("nights") == "usual")
    preferences = matcher.why(profile, night, day).preferences
    assert any("\u201cNo nights\u201d" in words for words in preferences)


def test_a_name_instead_of_an_id_is_refused_kindly(matcher: Matcher, day: date) -> None:
    with pytest.raises(KnownError, match="Did you mean 'physiotherapist'"):
        matcher.why(HCA, "physio-therapist", day)


def test_naming_a_role_as_an_aim_moves_it_up(matcher: Matcher, day: date) -> None:
    before = matcher.why(HCA, "podiatrist", day).rank
    aimed = replace(HCA, aims=Aims(("podiatrist",)))
    assert matcher.why(aimed, "podiatrist", day).rank < before


def test_what_moved_names_roles_that_came_and_went(matcher: Matcher, day: date) -> None:
    before = matcher.match(HCA, day)
    told = replace(HCA, interests=Interests({}, ("working in a laboratory with samples",)))
    after = matcher.match(told, day)
    moves = {move.role_id: move for move in matcher.moved(before, after)}
    came = {m.role_id for m in after.matches} - {m.role_id for m in before.matches}
    went = {m.role_id for m in before.matches} - {m.role_id for m in after.matches}
    assert came
    assert all(moves[role].was is None and moves[role].why for role in came)
    assert all(moves[role].now is None for role in went)


def test_nothing_moves_between_equal_answers(matcher: Matcher, day: date) -> None:
    found = matcher.match(HCA, day)
    assert matcher.moved(found, found) == ()


def test_a_role_that_is_shut_to_a_nation_is_unlisted_and_says_what_shuts_it(
    matcher: Matcher, day: date
) -> None:
    profile = replace(HCA, nation=Nation.SCOTLAND, aims=Aims(("nurse",)))
    found = matcher.why(profile, "trainee-nursing-associate", day)
    assert not found.listed
    assert any("England" in need.says for need in found.missing)
    assert not matcher.routes(profile, "trainee-nursing-associate", day)


def test_every_role_shown_has_a_way_while_others_are_left(matcher: Matcher, day: date) -> None:
    profile = replace(HCA, nation=Nation.SCOTLAND, aims=Aims(("nurse",)))
    assert all(match.ways for match in matcher.match(profile, day).matches)
