"""A plan is drafted for what the person came for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guidance.app.drafting import draft_for
from guidance.app.paths import Paths
from guidance.app.returns import return_answers
from guidance.app.session import Session
from guidance.domain.client import Client
from guidance.domain.profile import Constraints, HeldRole, Profile, Registration
from guidance.domain.register import Register, ReturnRule
from guidance.domain.vocabulary import Purpose, RegisterId, RegistrationStatus
from guidance.store.catalogue import load_catalogue, write_catalogue

DAY = date(2026, 11, 21)


@pytest.fixture
def with_register(paths: Paths, tmp_path: Path) -> Session:
    """A session whose catalogue knows one register."""
    catalogue = load_catalogue(paths.catalogue)
    nmc = Register(RegisterId.NMC, "NMC", "uk", ("adult-nurse",), "last practised", "the NMC")
    path = tmp_path / "with-register.sqlite"
    write_catalogue(path, replace(catalogue, registers={RegisterId.NMC: nmc}), "test")
    return Session(replace(paths, catalogue=path))


def _nurse(status: RegistrationStatus, purpose: Purpose) -> Client:
    held = Registration(register=RegisterId.NMC, part="adult-nurse", status=status)
    profile = Profile(purpose=purpose, roles=(HeldRole("hca"),), registrations=(held,))
    return Client("", profile=profile)


def test_a_registered_nurse_who_wants_a_change_gets_a_plan_with_a_role_to_aim_for(
    with_register: Session,
) -> None:
    nurse = _nurse(RegistrationStatus.REGISTERED, Purpose.CHANGE_DIRECTION)
    plan = draft_for(with_register, nurse, (), as_of=DAY)
    assert plan.destinations
    assert not plan.returning


@pytest.mark.parametrize(
    ("status", "purpose"),
    [
        (RegistrationStatus.LAPSED, Purpose.NEXT_STEP),
        (RegistrationStatus.REGISTERED, Purpose.RETURN_TO_PRACTICE),
    ],
)
def test_someone_who_left_the_register_or_asks_to_return_gets_what_the_rules_say(
    with_register: Session, status: RegistrationStatus, purpose: Purpose
) -> None:
    plan = draft_for(with_register, _nurse(status, purpose), (), as_of=DAY)
    assert plan.returning


@pytest.mark.parametrize("status", [RegistrationStatus.NEVER, RegistrationStatus.STUDENT])
def test_someone_never_on_the_register_gets_no_plan_to_come_back_to_it(
    with_register: Session, status: RegistrationStatus
) -> None:
    person = _nurse(status, Purpose.RETURN_TO_PRACTICE)
    assert draft_for(with_register, person, (), as_of=DAY).returning == ()


@pytest.mark.parametrize(
    ("words", "hinted"),
    [
        ("I was struck off in 2019", True),
        ("I was never struck off", False),
        ("two children at school", False),
    ],
)
def test_being_struck_off_is_read_in_the_persons_own_words(
    with_register: Session, words: str, hinted: bool
) -> None:
    person = _nurse(RegistrationStatus.LAPSED, Purpose.RETURN_TO_PRACTICE)
    told = replace(person.profile, constraints=Constraints(phrases=(words,)))
    removed = ReturnRule(
        "removed",
        "route",
        "A panel decides.",
        {"removed_by_panel": True},
        {"route": "restoration", "title": "Restoration", "unsaid_until": "removed_by_panel"},
    )
    catalogue = with_register.catalogue
    nmc = replace(catalogue.registers[RegisterId.NMC], rules=(removed,))
    known = replace(catalogue, registers={RegisterId.NMC: nmc})
    made = return_answers(known, replace(person, profile=told), DAY)
    assert bool(made[0].options) is hinted
