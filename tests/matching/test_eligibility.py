import pytest

from guidance.domain.condition import (
    Age,
    AllOf,
    AnyOf,
    Condition,
    Confirm,
    Employed,
    EmployerSupport,
    Experience,
    Holds,
    InNation,
    Passed,
    Registered,
)
from guidance.domain.vocabulary import Answer, Nation, RegisterId, RegistrationStatus
from guidance.matching.eligibility import (
    Standing,
    hopeless,
    in_words,
    is_law,
    judge,
    judged,
    judged_all,
)

NMC = RegisterId.NMC
NURSE = Standing(
    levels={"": 6, "health": 6},
    tests=frozenset({"maths"}),
    months={"adult-nurse": 30},
    families={"nursing-midwifery": 30},
    registers={(NMC, "adult-nurse"): RegistrationStatus.REGISTERED},
    employed="health-and-care",
    nation=Nation.ENGLAND,
)
NOBODY = Standing()
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        (AllOf(), YES),
        (AllOf((Passed("maths"), Passed("english"))), UNKNOWN),
        (AnyOf((Passed("maths"), Registered(NMC, "midwife"))), YES),
        (Holds(level=6), YES),
        (Holds(level=7), NO),
        (Holds(level=6, subject="health"), YES),
        (Holds(level=6, subject="science"), UNKNOWN),
        (Holds(level=6, grade="2:1"), UNKNOWN),
        (Holds(qualification="odd"), UNKNOWN),
        (Registered(NMC), YES),
        (Registered(NMC, "adult-nurse"), YES),
        (Registered(NMC, "midwife"), NO),
        (Registered(NMC, "adult-nurse", RegistrationStatus.LAPSED), NO),
        (Experience(("adult-nurse",), None, 24), YES),
        (Experience(("adult-nurse",), None, 36), NO),
        (Experience(("midwife",)), NO),
        (Experience((), "nursing-midwifery", 12), YES),
        (Employed("any"), YES),
        (Employed("nhs"), UNKNOWN),
        (EmployerSupport(), UNKNOWN),
        (Age(18), UNKNOWN),
        (InNation((Nation.ENGLAND,)), YES),
        (InNation((Nation.WALES,)), NO),
        (Passed("maths"), YES),
        (Passed("driving-licence"), UNKNOWN),
        (Confirm("An interview"), UNKNOWN),
    ],
)
def test_a_condition_is_judged_for_a_nurse(condition: Condition, answer: Answer) -> None:
    assert judge(condition, NURSE) is answer


@pytest.mark.parametrize(
    "condition",
    [Holds(level=3), Experience(("midwife",)), Employed(), InNation((Nation.WALES,))],
)
def test_what_nobody_told_us_is_unknown_and_not_no(condition: Condition) -> None:
    assert judge(condition, NOBODY) is UNKNOWN


def test_no_registration_told_means_none() -> None:
    assert judge(Registered(NMC), NOBODY) is NO


@pytest.mark.parametrize("condition", [Registered(NMC), Age(18), Passed("dbs")])
def test_registration_age_and_checks_are_law(condition: Condition) -> None:
    assert is_law(condition)


@pytest.mark.parametrize(
    "condition", [Holds(level=3), Confirm("x"), EmployerSupport(), Passed("driving-licence")]
)
def test_what_an_employer_can_waive_is_not_law(condition: Condition) -> None:
    assert not is_law(condition)


@pytest.mark.parametrize(
    "condition",
    [
        Registered(NMC, "midwife", RegistrationStatus.LAPSED),
        InNation((Nation.WALES,)),
        Experience(("midwife",), says="You worked as a midwife abroad"),
        AllOf((Holds(level=6), InNation((Nation.WALES,)))),
    ],
)
def test_a_past_or_a_nation_that_is_not_yours_cannot_be_made_up(condition: Condition) -> None:
    assert hopeless(condition, NURSE)


@pytest.mark.parametrize(
    "condition",
    [
        Registered(NMC, "midwife"),
        Holds(level=7),
        Experience(("midwife",)),
        AnyOf((InNation((Nation.WALES,)), Passed("maths"))),
        AnyOf((InNation((Nation.WALES,)), Holds(level=7))),
    ],
)
def test_what_can_still_be_gained_is_not_hopeless(condition: Condition) -> None:
    assert not hopeless(condition, NURSE)


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("English at GCSE grade 4", "Do you have English at GCSE grade 4?"),
        ("A levels in two sciences", "Do you have A levels in two sciences?"),
        ("BTEC level 3", "Do you have BTEC level 3?"),
        ("A driving licence", "Do you have a driving licence?"),
    ],
)
def test_names_keep_their_capital_within_a_question(says: str, asked: str) -> None:
    assert judged(Passed("english", says=says), NOBODY).question == asked


def test_an_unknown_becomes_a_question() -> None:
    assert judged(Passed("english"), NOBODY).question.endswith("?")


def test_what_is_known_asks_nothing() -> None:
    assert judged(Registered(NMC), NURSE).question == ""


def test_the_words_of_the_source_are_kept() -> None:
    assert in_words(Holds(level=3, says="Two A levels")) == "Two A levels"


def test_nested_conditions_are_judged_one_by_one() -> None:
    needs = AllOf((AllOf((Passed("maths"), Passed("english"))), Confirm("x")))
    assert [item.answer for item in judged_all(needs, NURSE)] == [YES, UNKNOWN, UNKNOWN]


@pytest.mark.parametrize(
    "condition",
    [
        AllOf((Age(18),)), AnyOf((Age(18), Confirm("x"))), Holds(level=3, subject="science"),
        Registered(NMC, "midwife", RegistrationStatus.LAPSED), Experience((), "nursing", 6),
        Experience(("midwife",)), Employed("nhs"), EmployerSupport(), Age(18),
        InNation((Nation.NORTHERN_IRELAND,)), Passed("dbs"), Confirm("x"),
    ],
)  # fmt: skip
def test_every_condition_can_say_itself(condition: Condition) -> None:
    assert in_words(condition).strip()


def test_a_job_in_a_speciality_is_counted_once() -> None:
    standing = Standing(
        months={"adult-nurse": 14, "critical-care-nurse": 14},
        families={"nursing-midwifery": 14},
    )
    asked = Experience(("adult-nurse", "critical-care-nurse"), None, 24)
    assert judge(asked, standing) is NO


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        ("You already work at advanced level", NO),
        ("Leadership experience", NO),
        ("The university's own selection", UNKNOWN),
    ],
)
def test_long_experience_is_not_taken_for_granted_of_someone_new(says: str, answer: Answer) -> None:
    assert judge(Confirm(says), Standing(new=True)) is answer
    assert judge(Confirm(says), Standing()) is UNKNOWN
