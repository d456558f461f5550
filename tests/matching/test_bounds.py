"""What a list leaves out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import Span
from guidance.domain.profile import Aims, HeldRole, Profile, Registration
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import (
    Direction,
    Purpose,
    RegisterId,
    RegistrationStatus,
    RouteKind,
    StaffGroup,
)
from guidance.matching.bounds import Bounds
from guidance.matching.engine import Matcher
from guidance.matching.network import Network
from guidance.matching.person import Reader
from guidance.matching.words import Titles

NURSE_PART = (Registration(RegisterId.NMC, "adult-nurse"),)
NURSE = Profile(
    purpose=Purpose.NEXT_STEP,
    roles=(HeldRole("staff nurse", months=60),),
    registrations=NURSE_PART,
)
ASSOCIATE = Profile(
    purpose=Purpose.NEXT_STEP,
    roles=(HeldRole("RNA", months=60),),
    registrations=(Registration(RegisterId.NMC, "nursing-associate"),),
)
HCA = Profile(purpose=Purpose.NEXT_STEP, roles=(HeldRole("HCA", months=60),))


@pytest.fixture(scope="module")
def left_out(small: Catalogue) -> Callable[[Profile], set[str]]:
    """The ids of the roles left out of a person's list, in a catalogue with training posts."""
    nursing = StaffGroup.NURSING_MIDWIFERY
    trainee = Role(
        "trainee-nursing-associate", "Trainee nursing associate", nursing, "Learns.", level=3
    )
    first = Role(
        "newly-qualified-nurse",
        "Newly qualified nurse",
        nursing,
        "Starts.",
        RegisterId.NMC,
        level=5,
    )
    way = replace(
        small.routes["nursing-associate.apprenticeship"], from_roles=("trainee-nursing-associate",)
    )
    settle = Route(
        "adult-nurse.settle", "adult-nurse", RouteKind.PROGRESSION, "Settle in",
        ("newly-qualified-nurse",), grants=("registered:nmc:adult-nurse",), months=Span(6, 6),
    )  # fmt: skip
    catalogue = replace(
        small,
        roles={**small.roles, trainee.id: trainee, first.id: first},
        routes={**small.routes, way.id: way, settle.id: settle},
    )
    network = Network(catalogue)
    reader = Reader(catalogue, network, Titles(catalogue))
    bounds = Bounds(network)
    return lambda profile: {
        network.roles[place].id for place in bounds.left_out(reader.read(profile))
    }


Out = Callable[[Profile], set[str]]


def test_a_training_post_for_a_registration_held_is_left_out(left_out: Out) -> None:
    assert "trainee-nursing-associate" in left_out(ASSOCIATE)
    assert "trainee-nursing-associate" not in left_out(HCA)


def test_a_first_post_fits_only_those_who_have_just_qualified(left_out: Out) -> None:
    fresh = replace(NURSE, roles=(HeldRole("staff nurse", months=4),))
    assert "newly-qualified-nurse" in left_out(NURSE)
    assert "newly-qualified-nurse" not in left_out(fresh)


def test_work_two_levels_below_a_profession_is_left_out(left_out: Out) -> None:
    assert {"healthcare-support-worker", "medical-secretary"} <= left_out(NURSE)
    assert "medical-secretary" not in left_out(HCA)


def test_work_two_levels_below_is_left_out_for_those_on_their_way_up(left_out: Out) -> None:
    lead = Profile(purpose=Purpose.NEXT_STEP, roles=(HeldRole("matron"),))
    assert "medical-secretary" in left_out(lead)
    assert "healthcare-support-worker" not in left_out(
        Profile(purpose=Purpose.CHANGE_DIRECTION, roles=(HeldRole("medical secretary"),))
    )


def test_nothing_is_beneath_someone_who_winds_down(left_out: Out) -> None:
    assert "medical-secretary" not in left_out(replace(NURSE, purpose=Purpose.WIND_DOWN))


def test_lower_work_that_is_named_stays(left_out: Out) -> None:
    named = replace(NURSE, aims=Aims(("medical secretary",)))
    assert "medical-secretary" not in left_out(named)


def test_a_lesser_profession_of_the_same_register_is_left_out(left_out: Out) -> None:
    assert "nursing-associate" in left_out(replace(NURSE, purpose=Purpose.CHANGE_DIRECTION))


def test_a_rung_below_on_the_person_s_own_ladder_is_left_out(left_out: Out) -> None:
    manager = replace(NURSE, roles=(HeldRole("matron", months=60),))
    assert "adult-nurse" in left_out(manager)


def test_another_profession_is_left_out_for_someone_who_has_one(left_out: Out) -> None:
    assert "occupational-therapist" in left_out(NURSE)
    assert "occupational-therapist" not in left_out(HCA)


@pytest.mark.parametrize(
    "change",
    [
        {"purpose": Purpose.CHANGE_DIRECTION},
        {"direction": Direction.ACROSS},
        {"aims": Aims(("occupational therapist",))},
    ],
)
def test_another_profession_stays_for_those_who_ask(
    left_out: Out, change: dict[str, object]
) -> None:
    asked = replace(NURSE, **change)  # type: ignore[arg-type] # each change is a field of Profile
    assert "occupational-therapist" not in left_out(asked)


def test_a_profession_that_a_known_route_leads_to_is_not_another(left_out: Out) -> None:
    assert "adult-nurse" not in left_out(ASSOCIATE)


def test_the_present_job_is_left_out_except_for_those_coming_back(left_out: Out) -> None:
    gone = (Registration(RegisterId.NMC, "adult-nurse", RegistrationStatus.LAPSED),)
    back = Profile(purpose=Purpose.RETURN_TO_PRACTICE, registrations=gone)
    assert "healthcare-support-worker" in left_out(HCA)
    assert "adult-nurse" not in left_out(replace(back, roles=(HeldRole("staff nurse"),)))


def _listed(matcher: Matcher, profile: Profile, day: date) -> list[str]:
    return [match.role_id for match in matcher.match(profile, day).matches]


def test_a_name_shared_with_the_own_profession_does_not_bring_in_another(
    matcher: Matcher, day: date
) -> None:
    physio = Profile(
        purpose=Purpose.NEXT_STEP, roles=(HeldRole("physiotherapist", band="6", months=60),),
        registrations=(Registration(RegisterId.HCPC, "physiotherapist"),),
        aims=Aims(("advanced practitioner",)),
    )  # fmt: skip
    found = _listed(matcher, physio, day)
    assert "advanced-clinical-practitioner" in found
    assert "advanced-clinical-practitioner-nursing" not in found


def test_a_registered_person_is_shown_nothing_far_below_their_profession(
    matcher: Matcher, day: date
) -> None:
    pharmacist = Profile(
        purpose=Purpose.NEXT_STEP, roles=(HeldRole("pharmacist", months=80),),
        registrations=(Registration(RegisterId.GPHC, "pharmacist"),),
    )  # fmt: skip
    level = matcher.catalogue.roles["pharmacist"].level
    levels = [matcher.catalogue.roles[role].level for role in _listed(matcher, pharmacist, day)]
    assert min(levels) >= level - 1


def test_a_doctor_of_long_standing_is_not_sent_back_to_training(
    matcher: Matcher, day: date
) -> None:
    doctor = Profile(
        purpose=Purpose.WIND_DOWN, roles=(HeldRole("general practitioner", months=300),),
        registrations=(Registration(RegisterId.GMC, "general-practitioner"),),
    )  # fmt: skip
    assert not [role for role in _listed(matcher, doctor, day) if "trainee" in role]
