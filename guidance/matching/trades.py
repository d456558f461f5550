"""Titles that are trades outside health and care too: an electrician may be ours or may not."""

from dataclasses import replace

from guidance.domain.match import TitleGuess
from guidance.domain.profile import HeldRole, Profile
from guidance.domain.vocabulary import Direction, Purpose, RegistrationStatus, Setting
from guidance.matching.lexicon import HEALTH_WORDS
from guidance.matching.text import words

OUTSIDE_SETTINGS = frozenset(
    {Setting.EDUCATION, Setting.MILITARY, Setting.JUSTICE, Setting.RESEARCH}
)
_STAYING = frozenset({Purpose.NEXT_STEP, Purpose.WIND_DOWN, Purpose.RETURN_TO_PRACTICE})
_ONWARD = frozenset({Direction.UP, Direction.DEEPER})


def kept_apart(guess: TitleGuess, role: HeldRole, profile: Profile) -> TitleGuess:
    """A guess, or no role where the title is an outside trade too and nothing says it is ours."""
    if not guess.outside or guess.role_id is None or _is_ours(role, profile):
        return guess
    others = (guess.role_id, *guess.alternatives)
    return replace(guess, role_id=None, confidence=0.0, sure=False, alternatives=others)


def _is_ours(role: HeldRole, profile: Profile) -> bool:
    """Whether a job is told in a way that only health and care have.

    A band, a setting and a word of health say so; so does asking for a next step from it.
    """
    told = bool(role.band) or (role.setting is not None and role.setting not in OUTSIDE_SETTINGS)
    if told or HEALTH_WORDS.intersection(words(role.title)):
        return True
    if not role.current:
        return False
    held = any(entry.status is RegistrationStatus.REGISTERED for entry in profile.registrations)
    return held or profile.purpose in _STAYING or profile.direction in _ONWARD
