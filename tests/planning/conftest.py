"""The makings of plans for tests, made by hand from domain nouns."""

from datetime import date

import pytest

from guidance.domain.catalogue import Catalogue, Funding, PayBand, Standard
from guidance.domain.dated import Provenance, Source, Span, Statement
from guidance.domain.match import (
    Contribution,
    Judged,
    Match,
    Matches,
    Step,
    Understood,
    Way,
)
from guidance.domain.profile import (
    Aims,
    ConstraintItem,
    Constraints,
    HeldQualification,
    HeldRole,
    Interests,
    Profile,
    Ranked,
    Registration,
)
from guidance.domain.returning import LogEntry, LogSum, ReturnAnswer, ReturnOption, RuleUsed
from guidance.domain.role import Preview, Role
from guidance.domain.story import CaseStudy, Journey, JourneyStep
from guidance.domain.vocabulary import (
    Answer,
    Basis,
    ConstraintId,
    Direction,
    Fit,
    Lane,
    Nation,
    Purpose,
    RegisterId,
    RegistrationStatus,
    RouteKind,
    StaffGroup,
    Stage,
    Strictness,
)
from guidance.planning.brief import PlanBrief

AS_OF = date(2026, 11, 21)
PUBLISHED = Basis.PUBLISHED


def _from(source: str, nation: Nation | None = None, review_by: str | None = None) -> Provenance:
    return Provenance(PUBLISHED, (source,), nation, review_by=review_by)


def sources() -> dict[str, Source]:
    rows = (
        ("careers-ot", "Occupational therapist", "Health careers service", "2026-10"),
        ("apprentice-ot", "Occupational therapist degree apprenticeship", "Skills body", "2026-09"),
        ("pay-england", "Pay scales for 2026/27", "Pay body", "2026-11"),
        ("old-fund", "Staff learning fund", "Learning body", "2024-02"),
        ("register-rules", "Returning to practice", "A register", "2026-11"),
        ("story-one", "From support worker to therapist", "A hospital", "2026-08"),
    )
    return {
        one: Source(one, title, by, f"https://example.org/{one}?a=1&b=2", "2026-01", read)
        for one, title, by, read in rows
    }


def roles() -> dict[str, Role]:
    made = (
        Role(
            "healthcare-assistant",
            "Healthcare assistant",
            StaffGroup.SUPPORT_WORKFORCE,
            "Helps people with washing, eating, moving and feeling safe on a ward.",
            bands=("2", "3"),
        ),
        Role(
            "occupational-therapist",
            "Occupational therapist",
            StaffGroup.ALLIED_HEALTH,
            "Helps people do the everyday things that matter to them after illness or injury.",
            register=RegisterId.HCPC,
            part="occupational-therapist",
            bands=("5", "6"),
            hard_parts=(Statement("Caseloads can be heavy.", _from("careers-ot")),),
            previews=(
                Preview("Would you enjoy working out why a small task is hard?", {}),
                Preview("Could you write up every visit the same day?", {}),
            ),
            provenance=_from("careers-ot"),
        ),
        Role(
            "therapy-support-worker",
            "Therapy support worker",
            StaffGroup.SUPPORT_WORKFORCE,
            "Works beside therapists and carries out exercises and plans with people.",
            bands=("3",),
        ),
        Role(
            "nursing-associate",
            "Nursing associate",
            StaffGroup.NURSING_MIDWIFERY,
            "Gives care beside registered nurses, with a registration of their own.",
            register=RegisterId.NMC,
            bands=("4",),
        ),
        Role(
            "physiotherapist",
            "Physiotherapist",
            StaffGroup.ALLIED_HEALTH,
            "Helps people move again.",
            register=RegisterId.HCPC,
            bands=("5", "6"),
        ),
    )
    return {role.id: role for role in made}


def catalogue() -> Catalogue:
    pay = tuple(
        PayBand("england", year, band, entry, top, provenance=_from("pay-england", Nation.ENGLAND))
        for year, band, entry, top in (
            ("2025-26", "5", 31049, 37796),
            ("2026-27", "5", 32074, 39043),
            ("2026-27", "6", 39959, 48117),
            ("2027-28", "5", 99999, 99999),
        )
    )
    return Catalogue(
        version="1",
        newest="2026-11-20",
        sources=sources(),
        roles=roles(),
        pay=pay,
        journeys={
            "one": Journey(
                "one",
                "allied-health",
                "therapy assistant",
                "healthcare-assistant",
                "She worked on a stroke ward and wanted to do more of the thinking.",
                (
                    JourneyStep("Moved to a therapy team"),
                    JourneyStep("Won a degree apprenticeship place", months=42),
                ),
                "occupational therapist",
                "occupational-therapist",
                advice="Ask early: places are few.",
                provenance=Provenance(Basis.OBSERVED, ("story-one",)),
            )
        },
        case_studies={
            "grow": CaseStudy(
                "grow",
                "Growing our own therapists",
                "A community trust",
                "employer-programme",
                "Support staff who want to register.",
                what_they_did="Held two apprentice places each year for its own support staff.",
                try_this="Ask when the next places are agreed.",
                provenance=Provenance(Basis.EMPLOYER_EXAMPLE, ("story-one",)),
            )
        },
        funding={
            "fund": Funding(
                "fund",
                "Staff learning fund",
                "staff who are employed by a trust",
                "pays for short courses",
                "Up to £333",
                "2024-25",
                ("degree-apprenticeship",),
                _from("old-fund", Nation.ENGLAND, review_by="2025-04"),
            ),
            "welsh": Funding(
                "welsh",
                "Welsh bursary",
                "students in Wales",
                "pays fees",
                route_kinds=("degree-apprenticeship",),
                provenance=_from("old-fund", Nation.WALES),
            ),
            "refugees": Funding(
                "refugees",
                "Help for some",
                "people who are refugees",
                "pays fees",
                route_kinds=("degree-apprenticeship",),
                provenance=_from("old-fund", Nation.ENGLAND),
            ),
        },
        standards={
            "hcpc-cpd": Standard(
                "hcpc-cpd",
                "HCPC standards of CPD",
                "HCPC",
                "Five standards.",
                (
                    Statement("keep a continuous record of learning"),
                    Statement("use a mixture of activities that matter to present or future work"),
                ),
            ),
            "nmc-revalidation": Standard(
                "nmc-revalidation",
                "NMC revalidation",
                "NMC",
                "Every three years.",
                (
                    Statement("450 practice hours"),
                    Statement("35 hours of continuing professional development"),
                    Statement("a reflective discussion"),
                ),
            ),
        },
    )


def needs() -> tuple[Judged, ...]:
    return (
        Judged("GCSE maths at grade 4, or level 2 in its place", Answer.NO, source="apprentice-ot"),
        Judged(
            "A health or care post with an employer that holds a funded place",
            Answer.UNKNOWN,
            question="Does your employer hold a place on this apprenticeship?",
            source="apprentice-ot",
        ),
        Judged("Level 3 qualification", Answer.YES),
        Judged("An interview with the university", Answer.UNKNOWN),
    )


def way() -> Way:
    first = Step(
        "therapy-support-worker.move",
        "Move to a therapy support post",
        RouteKind.DIRECT_ENTRY,
        "healthcare-assistant",
        "therapy-support-worker",
        Span(0, 3),
        True,
        (Judged("Six months of experience in care", Answer.YES),),
        pay=("Band 3",),
        basis=Basis.OBSERVED,
        sources=("story-one",),
    )
    second = Step(
        "occupational-therapist.degree-apprenticeship",
        "Occupational therapist degree apprenticeship",
        RouteKind.DEGREE_APPRENTICESHIP,
        "therapy-support-worker",
        "occupational-therapist",
        Span(42, 48),
        True,
        needs(),
        pay=("Band 5",),
        funding=("The employer pays the fees through its levy.",),
        basis=PUBLISHED,
        sources=("apprentice-ot",),
    )
    return Way(
        RouteKind.DEGREE_APPRENTICESHIP,
        (first, second),
        Span(42, 51),
        True,
        False,
        None,
        ("keeps you earning",),
        PUBLISHED,
    )


def other_way() -> Way:
    step = Step(
        "occupational-therapist.degree",
        "BSc Occupational therapy",
        RouteKind.DEGREE,
        "healthcare-assistant",
        "occupational-therapist",
        Span(36, 36),
        False,
        basis=PUBLISHED,
    )
    return Way(RouteKind.DEGREE, (step,), Span(36, 36), False, merits=("fastest",))


def match() -> Match:
    lines = (
        Contribution("closeness", 0.8, 0.3, 0.24, "You work beside therapists now."),
        Contribution("interests", 0.9, 0.2, 0.18, "You like helping people do things."),
        Contribution("reach", 0.5, 0.3, 0.15, "Two steps, both paid."),
    )
    return Match(
        "occupational-therapist",
        "Occupational therapist",
        Lane.LONGER,
        Fit.STRONG,
        sum(line.points for line in lines),
        lines,
        "You told us you want to see people do things for themselves again, and you work on a "
        "stroke ward. This role is built on both.",
        "Close to your work, and paid all the way.",
        "You would study for about four years beside your job.",
        ways=(way(), other_way()),
        journeys=("one",),
        case_studies=("grow",),
        sources=("careers-ot",),
    )


def matches() -> Matches:
    near = Match(
        "therapy-support-worker",
        "Therapy support worker",
        Lane.NOW,
        Fit.GOOD,
        0.5,
        (Contribution("reach", 1.0, 0.5, 0.5, "You could apply now."),),
        "You could apply now.",
        "Within reach now.",
        "It is the same band as yours.",
    )
    interests = {"R": 0.35, "I": 0.5, "A": 0.4, "S": 0.92, "E": 0.3, "C": 0.55}
    return Matches("2026-11-21", Understood(interests=interests), (match(), near))


def profile() -> Profile:
    return Profile(
        nation=Nation.ENGLAND,
        purpose=Purpose.NEXT_STEP,
        stage=Stage.EARLY,
        roles=(HeldRole("HCA on a stroke ward", "healthcare-assistant", True, "3", 24),),
        qualifications=(HeldQualification("BTEC Level 3 Health and Social Care", 3, year=2019),),
        interests=Interests({"s1": 5}, ("helping people do things for themselves",)),
        values=Ranked((), ("wants to see patients recover",)),
        constraints=Constraints(
            (ConstraintItem(ConstraintId.KEEP_EARNING, None, Strictness.MUST),),
            ("two school-age children",),
        ),
        direction=Direction.UP,
        aims=Aims(("occupational therapist",)),
    )


@pytest.fixture(name="brief")
def make_brief() -> PlanBrief:
    return PlanBrief(
        profile(),
        catalogue(),
        AS_OF,
        matches(),
        ("occupational-therapist",),
        who="Sam Example",
        plan_id="plan-sam",
    )


def return_answer() -> ReturnAnswer:
    rule = RuleUsed("hcpc.60", "Five years out or more: 60 days.", "register-rules", read="2026-11")
    return ReturnAnswer(
        RegisterId.HCPC,
        "physiotherapist",
        "2026-11-21",
        8.2,
        "The rule, as read in November 2026, asks for 60 days of updating.",
        (
            ReturnOption(
                "updating",
                "Updating, then readmission",
                True,
                "You have been out for five years or more.",
                ("60 days of updating in the last 12 months", "At most 30 days of private study"),
                ("60 days of 7 hours = 420 hours", "Half of 60 days = 30 days"),
                (rule,),
            ),
            ReturnOption("straight", "Straight back", False, "That is for under two years out."),
        ),
        log=LogSum(
            84,
            12,
            60,
            48,
            5,
            30,
            0,
            ((LogEntry("2024-01-02", "private-study", 7), "It is older than 12 months."),),
            ("12 of 60 days are done: 48 are short.",),
        ),
        flags=("Your last day of work is near a boundary: ask the register.",),
        questions=("Who can supervise you?",),
        evidence=("A signed log of each day",),
        fees=("Readmission fee: ask the register.",),
        support=("Help with costs may be there in England.",),
        limits=("Only the register can decide.",),
        contact="The register's registration team",
        rules=(rule,),
    )


@pytest.fixture(name="return_brief")
def make_return_brief() -> PlanBrief:
    held = Registration(RegisterId.HCPC, "physiotherapist", RegistrationStatus.LAPSED, "2018-09")
    return PlanBrief(
        Profile(purpose=Purpose.RETURN_TO_PRACTICE, registrations=(held,), nation=Nation.ENGLAND),
        catalogue(),
        AS_OF,
        returns=(return_answer(),),
        plan_id="plan-back",
    )


@pytest.fixture(name="explore_brief")
def make_explore_brief() -> PlanBrief:
    return PlanBrief(Profile(purpose=Purpose.EXPLORE), catalogue(), AS_OF, matches())


@pytest.fixture(name="blank_brief")
def make_blank_brief() -> PlanBrief:
    return PlanBrief(Profile(), catalogue(), AS_OF)
