"""A title that is a trade outside too: ours where something says so, else read as outside."""

from datetime import date

import pytest

from guidance.domain.match import TitleGuess
from guidance.domain.profile import HeldRole, Profile
from guidance.domain.vocabulary import Purpose, Setting
from guidance.matching.engine import Matcher
from guidance.matching.trades import kept_apart

GUESS = TitleGuess("Electrician", "electrician", 0.95, sure=True, outside=True)


def _role_of(role: HeldRole, purpose: Purpose | None = None) -> str | None:
    return kept_apart(GUESS, role, Profile(purpose=purpose, roles=(role,))).role_id


@pytest.mark.parametrize("title", ["electrician", "chef", "software developer", "plumber"])
def test_a_bare_trade_word_names_our_role(matcher: Matcher, title: str) -> None:
    assert matcher.resolve(title)[0].role_id == title.replace(" ", "-")


def test_a_trade_held_in_the_past_is_read_as_outside() -> None:
    assert _role_of(HeldRole("Electrician", current=False), Purpose.NEXT_STEP) is None


def test_a_trade_left_for_another_direction_is_read_as_outside() -> None:
    assert _role_of(HeldRole("Electrician"), Purpose.CHANGE_DIRECTION) is None


def test_asking_for_a_next_step_from_a_trade_says_that_it_is_ours() -> None:
    assert _role_of(HeldRole("Electrician"), Purpose.NEXT_STEP) == "electrician"


@pytest.mark.parametrize(
    "role",
    [
        HeldRole("Electrician", band="4"),
        HeldRole("Electrician", setting=Setting.ACUTE),
        HeldRole("Hospital electrician", current=False),
    ],
)
def test_a_band_a_setting_or_a_word_of_health_says_that_it_is_ours(role: HeldRole) -> None:
    assert _role_of(role) == "electrician"


def test_someone_who_was_an_electrician_outside_is_told_so(matcher: Matcher, day: date) -> None:
    profile = Profile(
        purpose=Purpose.CHANGE_DIRECTION, roles=(HeldRole("electrician", current=False),)
    )
    notes = " ".join(matcher.match(profile, day).notes)
    assert "as work outside health and care" in notes
