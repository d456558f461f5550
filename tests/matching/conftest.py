"""A small catalogue made by hand, and the real one read from its sources once."""

from datetime import date
from pathlib import Path

import pytest

from guidance.content.problems import Problem
from guidance.domain.catalogue import (
    Catalogue,
    Choice,
    InterestItem,
    OutsideGroup,
    PayBand,
    Qualification,
    WordGroup,
)
from guidance.domain.condition import (
    AllOf,
    Confirm,
    Experience,
    Holds,
    Passed,
    Registered,
)
from guidance.domain.dated import Provenance, Span, Statement
from guidance.domain.role import Holland, Role
from guidance.domain.route import Route
from guidance.domain.story import CaseStudy, Journey, JourneyStep
from guidance.domain.vocabulary import (
    Basis,
    RegisterId,
    RegistrationStatus,
    RouteKind,
    Setting,
    StaffGroup,
)
from guidance.matching.engine import Matcher

SOURCE = Path(__file__).parent.parent.parent / "db" / "source"
NMC, HCPC = RegisterId.NMC, RegisterId.HCPC
SUPPORT, NURSING, AHP = (
    StaffGroup.SUPPORT_WORKFORCE,
    StaffGroup.NURSING_MIDWIFERY,
    StaffGroup.ALLIED_HEALTH,
)


def _holland(letters: str) -> Holland:
    scores = {letter: 2.0 + 4.0 * (letter in letters) for letter in "RIASEC"}
    return Holland(scores, "exact", "An occupation", "29-0000.00")


def _roles() -> list[Role]:
    return [
        Role(
            "healthcare-support-worker", "Healthcare support worker", SUPPORT,
            "Helps patients wash, eat and move on a ward.", level=2, bands=("2", "3"),
            settings=(Setting.ACUTE,), titles=("HCA", "healthcare assistant", "care assistant"),
            phrases=("looking after people",), hours={"nights": "usual", "lifting": "usual"},
            holland=_holland("SR"), value_ids=("helping-people",),
        ),
        Role(
            "nursing-associate", "Nursing associate", NURSING, "Gives care beside nurses.",
            NMC, "nursing-associate", level=4, bands=("4",), titles=("RNA",),
            phrases=("giving medicines",), hours={"nights": "usual"}, holland=_holland("SI"),
        ),
        Role(
            "adult-nurse", "Adult nurse", NURSING, "Nurses adults who are ill.", NMC, "adult-nurse",
            level=5, bands=("5",), titles=("staff nurse", "RGN", "registered nurse"),
            phrases=("nursing people through illness",), hours={"nights": "usual"},
            holland=_holland("SI"), hard_parts=(Statement("Shifts are long"),),
        ),
        Role(
            "critical-care-nurse", "Critical care nurse", NURSING,
            "Nurses people in intensive care.", NMC, "adult-nurse", level=5, bands=("5", "6"),
            titles=("ITU nurse",), phrases=("watching monitors",), hours={"nights": "usual"},
        ),
        Role(
            "matron", "Matron", NURSING, "Leads several wards.", NMC, "adult-nurse", level=7,
            bands=("8a",), titles=("modern matron",), phrases=("leading wards",),
            hours={"nights": "none"},
        ),
        Role(
            "occupational-therapy-assistant", "Occupational therapy assistant", SUPPORT,
            "Helps people practise everyday tasks.", level=3, bands=("3",), titles=("OTA",),
            phrases=("helping people cook and dress again",), hours={"nights": "none"},
            holland=_holland("SA"),
        ),
        Role(
            "occupational-therapist", "Occupational therapist", AHP,
            "Helps people do what matters to them.", HCPC, "occupational-therapist", level=5,
            bands=("5", "6"), titles=("OT",), phrases=("getting people back to daily life",),
            hours={"nights": "none"}, holland=_holland("SA"),
        ),
        Role(
            "medical-secretary", "Medical secretary", StaffGroup.CORPORATE,
            "Types letters and books clinics.", level=3, bands=("3", "4"), titles=("med sec",),
            phrases=("keeping records in order",), hours={"nights": "none"},
            holland=_holland("CE"),
        ),
    ]  # fmt: skip


def _route(route_id: str, kind: RouteKind, months: int | None = None, **more: object) -> Route:
    to = str(more.pop("to", route_id.partition(".")[0]))
    given: dict[str, object] = {"provenance": Provenance(Basis.PUBLISHED, ("a-source",)), **more}
    return Route(route_id, to, kind, f"Way {route_id}", months=Span(months, months), **given)  # type: ignore[arg-type] # keywords pass through


def _routes() -> list[Route]:
    nurse = ("registered:nmc:adult-nurse", "level:6")
    lapsed = Registered(NMC, "adult-nurse", RegistrationStatus.LAPSED)
    return [
        _route("healthcare-support-worker.on-the-job", RouteKind.ON_THE_JOB, 3,
               open_entry=True, keeps_earning=True),
        _route("medical-secretary.direct", RouteKind.DIRECT_ENTRY, 1, open_entry=True,
               keeps_earning=True),
        _route("nursing-associate.apprenticeship", RouteKind.APPRENTICESHIP, 24,
               from_roles=("healthcare-support-worker",), keeps_earning=True,
               needs=AllOf((Passed("english"), Passed("maths"))),
               grants=("registered:nmc:nursing-associate", "level:5")),
        _route("adult-nurse.degree", RouteKind.DEGREE, 36, open_entry=True, keeps_earning=False,
               study="full-time", level=6, needs=AllOf((Holds(level=3),)), grants=nurse),
        _route("adult-nurse.top-up", RouteKind.DEGREE_APPRENTICESHIP, 24,
               from_roles=("nursing-associate",), keeps_earning=True, level=6, grants=nurse,
               needs=AllOf((Registered(NMC, "nursing-associate"),))),
        _route("adult-nurse.return", RouteKind.RETURN_TO_PRACTICE, 6, open_entry=True,
               needs=AllOf((lapsed,)), grants=nurse),
        _route("critical-care-nurse.move", RouteKind.PROGRESSION, 6, from_roles=("adult-nurse",),
               keeps_earning=True, needs=AllOf((Registered(NMC, "adult-nurse"),))),
        _route("matron.promotion", RouteKind.INTERNAL_PROMOTION, 12, from_roles=("adult-nurse",),
               keeps_earning=True,
               needs=AllOf((Experience(("adult-nurse",), None, 36), Confirm("An interview")))),
        _route("occupational-therapy-assistant.on-the-job", RouteKind.ON_THE_JOB, 6,
               from_roles=("healthcare-support-worker",), keeps_earning=True),
        _route("occupational-therapist.apprenticeship", RouteKind.DEGREE_APPRENTICESHIP, 48,
               from_roles=("occupational-therapy-assistant",), keeps_earning=True, level=6,
               grants=("registered:hcpc:occupational-therapist", "level:6")),
        _route("occupational-therapist.degree", RouteKind.DEGREE, 36, open_entry=True,
               keeps_earning=False, study="full-time", level=6, needs=AllOf((Holds(level=3),))),
    ]  # fmt: skip


def _journeys() -> list[Journey]:
    return [
        Journey("hca-to-nurse", "nursing-midwifery", "healthcare assistant",
                "healthcare-support-worker", "Worked on a ward.", (JourneyStep("Degree"),),
                "adult nurse", "adult-nurse", motives=("wanted to nurse",)),
        Journey("secretary-to-ot", "allied-health", "medical secretary", "medical-secretary",
                "Typed letters.", (JourneyStep("Degree"),), "occupational therapist",
                "occupational-therapist", motives=("wanted to help people at home",)),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """Eight roles, eleven routes, two journeys."""
    letters = [(letter, n) for letter in "RIASEC" for n in range(2)]
    return Catalogue(
        "1", "2026-11-01",
        roles={role.id: role for role in _roles()},
        routes={route.id: route for route in _routes()},
        journeys={journey.id: journey for journey in _journeys()},
        case_studies={"ots": CaseStudy("ots", "Growing therapists", "A trust", "programme",
                                       "Assistants", roles_to=("occupational-therapist",))},
        interest_items=tuple(InterestItem(f"{x}{n}".lower(), x, f"Do {x}") for x, n in letters),
        values={"helping-people": Choice("helping-people", "Helping people", "You help.",
                                         ("caring for people",))},
        strengths={"calm": Choice("calm", "Staying calm", "You stay calm.", ("calm in a crisis",))},
        qualifications={"care-cert": Qualification("care-cert", "Care Certificate", 2,
                                                   subject="health", typed=("care cert",))},
        pay=(PayBand("england", "2025-26", "5", 31049, 37796),
             PayBand("england", "2025-26", "3", 24937, 26598)),
        outside_groups=(OutsideGroup("teaching", "Schools", ("school teacher", "teacher"),
                                     ("occupational-therapist",), "You explain things."),),
        word_groups=(WordGroup("home", ("daily life", "everyday life", "at home")),),
        unlisted_titles=("bed manager",),
    )  # fmt: skip


@pytest.fixture(scope="session")
def small_matcher(small: Catalogue) -> Matcher:
    """A matcher of the small catalogue."""
    return Matcher(small)


@pytest.fixture(scope="session")
def real(shipped: tuple[Catalogue | None, tuple[Problem, ...]]) -> Catalogue:
    """The catalogue as its sources stand."""
    catalogue, problems = shipped
    assert catalogue is not None, problems[:3]
    return catalogue


@pytest.fixture(scope="session")
def matcher(real: Catalogue) -> Matcher:
    """A matcher of the real catalogue."""
    return Matcher(real)


@pytest.fixture(scope="session")
def day() -> date:
    """The day that matching is asked for."""
    return date(2026, 11, 21)
