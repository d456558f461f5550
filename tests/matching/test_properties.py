"""What holds for any profile at all, however strange."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidance.domain.profile import (
    Aims,
    Chosen,
    ConstraintItem,
    Constraints,
    HeldQualification,
    HeldRole,
    Interests,
    Profile,
    Ranked,
    Registration,
)
from guidance.domain.vocabulary import (
    ConstraintId,
    Direction,
    Nation,
    Purpose,
    RegisterId,
    RegistrationStatus,
    Setting,
    Stage,
    Strictness,
)
from guidance.matching.engine import Matcher

TEXT = st.text(max_size=60) | st.sampled_from(
    ["former nurse", "B5 (((", "level 99", "#let x", "\u202eabc", "NVQ", "a" * 400, "- / , ;"]
)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
PROFILES = st.builds(
    Profile,
    nation=st.none() | st.sampled_from(Nation),
    purpose=st.none() | st.sampled_from(Purpose),
    stage=st.none() | st.sampled_from(Stage),
    direction=st.none() | st.sampled_from(Direction),
    roles=st.lists(
        st.builds(
            HeldRole, TEXT, st.none() | TEXT, st.booleans(), st.none() | TEXT,
            st.none() | st.integers(0, 700), st.none() | st.sampled_from(Setting),
        ),
        max_size=3,
    ).map(tuple),
    qualifications=st.lists(
        st.builds(HeldQualification, TEXT, st.none() | st.integers(1, 8)), max_size=3
    ).map(tuple),
    registrations=st.lists(
        st.builds(
            Registration, st.sampled_from(RegisterId), st.none() | TEXT,
            st.sampled_from(RegistrationStatus),
        ),
        max_size=2,
    ).map(tuple),
    interests=st.builds(Interests, st.dictionaries(TEXT, st.integers(-9, 9), max_size=5), TEXTS),
    values=st.builds(Ranked, TEXTS, TEXTS),
    strengths=st.builds(Chosen, TEXTS, TEXTS),
    constraints=st.builds(
        Constraints,
        st.lists(
            st.builds(
                ConstraintItem, st.sampled_from(ConstraintId), st.none() | TEXT | st.integers(),
                st.sampled_from(Strictness),
            ),
            max_size=4,
        ).map(tuple),
        TEXTS,
    ),
    aims=st.builds(Aims, TEXTS, TEXTS),
)  # fmt: skip
QUIET = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
DAY = date(2026, 11, 21)


@QUIET
@given(profile=PROFILES)
def test_any_profile_gives_a_list_whose_ledgers_add_up_and_which_is_the_same_twice(
    small_matcher: Matcher, profile: Profile
) -> None:
    found = small_matcher.match(profile, DAY)
    assert found.matches
    assert len(found.ranking) == len(set(found.ranking)) == 8
    for match in found.matches:
        assert sum(item.points for item in match.contributions) == match.score
        assert match.reason
        assert match.counter
    assert small_matcher.match(profile, DAY) == found


@QUIET
@given(typed=TEXT)
def test_any_title_gets_an_answer(small_matcher: Matcher, typed: str) -> None:
    guesses = small_matcher.resolve(typed)
    assert guesses
    assert all(0 <= guess.confidence <= 1 for guess in guesses)
    assert all(guess.role_id in small_matcher.catalogue.roles or guess.role_id is None
               for guess in guesses)  # fmt: skip


@QUIET
@given(prefix=TEXT)
def test_type_ahead_never_fails(small_matcher: Matcher, prefix: str) -> None:
    assert len(small_matcher.titles.suggest(prefix, 8)) <= 8


@QUIET
@given(profile=PROFILES, dropped=st.integers(0, 3))
def test_loosening_a_constraint_never_lowers_a_role(
    small_matcher: Matcher, profile: Profile, dropped: int
) -> None:
    items = profile.constraints.items
    kept = tuple(item for place, item in enumerate(items) if place != dropped)
    loose = replace(profile, constraints=Constraints(kept, profile.constraints.phrases))
    before, after = small_matcher.place(profile).fit, small_matcher.place(loose).fit
    assert all(a <= b for a, b in zip(before.scores, after.scores, strict=True))
    assert set(after.broken) <= set(before.broken)


@pytest.mark.parametrize("size", [100_000])
def test_a_very_long_title_is_read_in_good_time(small_matcher: Matcher, size: int) -> None:
    profile = Profile(roles=(HeldRole("nurse, then " * (size // 12)),))
    assert small_matcher.match(profile, DAY).matches
