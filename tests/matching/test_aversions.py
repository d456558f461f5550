from dataclasses import replace
from datetime import date

import pytest

from guidance.domain.match import Matches
from guidance.domain.profile import Aims, Constraints, HeldRole, Interests, Profile
from guidance.matching.engine import Matcher


def _told(**more: object) -> Profile:
    return replace(Profile(roles=(HeldRole("healthcare assistant"),)), **more)  # type: ignore[arg-type] # keywords pass through


def _signals(found: Matches, role_id: str) -> dict[str, str]:
    match = next(item for item in found.matches if item.role_id == role_id)
    return {item.signal: item.reason for item in match.contributions}


def test_a_role_with_what_is_spoken_against_loses_points_and_says_so(
    small_matcher: Matcher, day: date
) -> None:
    said = Interests(phrases=("I can't stand intensive care",))
    found = small_matcher.match(_told(interests=said), day, 8)
    match = next(item for item in found.matches if item.role_id == "critical-care-nurse")
    assert match.counter == (
        "You said \u201cI can't stand intensive care\u201d, but this work has some of that."
    )


def test_a_clause_against_a_thing_is_never_a_reason_for_it(
    small_matcher: Matcher, day: date
) -> None:
    said = Interests(phrases=("I can't stand watching monitors",))
    found = small_matcher.match(_told(interests=said), day, 8)
    assert "interests-in-words" not in _signals(found, "critical-care-nurse")


def test_only_the_clause_that_fits_is_quoted(small_matcher: Matcher, day: date) -> None:
    said = Interests(phrases=("I hate paperwork, I love getting people back to daily life",))
    found = small_matcher.match(_told(interests=said), day, 8)
    assert _signals(found, "occupational-therapist")["interests-in-words"] == (
        "You said \u201cI love getting people back to daily life\u201d, "
        "and that is part of this work."
    )


def test_a_profession_spoken_against_is_not_named(small_matcher: Matcher, day: date) -> None:
    said = Aims(phrases=("I don't want to be a matron",))
    found = small_matcher.match(_told(aims=said), day, 8)
    assert "aims" not in _signals(found, "matron")


def test_hours_that_a_role_has_count_as_having_it(small_matcher: Matcher, day: date) -> None:
    said = Constraints(phrases=("I'm fed up with nights",))
    found = small_matcher.match(_told(constraints=said), day, 8)
    assert _signals(found, "adult-nurse")["aversions"].endswith("this work can mean nights.")
    assert "aversions" not in _signals(found, "matron")


@pytest.mark.parametrize("phrase", ["I can't stand hospitals", "no more wards"])
def test_an_aversion_is_shown_so_that_it_can_be_put_right(
    small_matcher: Matcher, phrase: str
) -> None:
    understood = small_matcher.understand(_told(interests=Interests(phrases=(phrase,))))
    assert understood.phrases[phrase] == (f"avoid:{phrase.rsplit(maxsplit=1)[-1]}",)
