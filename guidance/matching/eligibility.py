"""Judging a route's conditions for a person: yes, no or unknown, and in words what is missing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

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
from guidance.domain.match import Judged
from guidance.domain.vocabulary import Answer, Nation, RegisterId, RegistrationStatus

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
SUBJECT_FAMILIES: dict[str, frozenset[str]] = {
    "science": frozenset({"science", "medicine", "pharmacy"}),
    "health": frozenset({"health", "nursing", "midwifery", "medicine", "social-work"}),
}
REGISTER_NAMES = {
    RegisterId.HCPC: "HCPC", RegisterId.NMC: "NMC", RegisterId.GMC: "GMC",
    RegisterId.GPHC: "GPhC", RegisterId.GDC: "GDC", RegisterId.SWE: "Social Work England",
    RegisterId.GOSC: "GOsC", RegisterId.GOC: "GOC", RegisterId.NONE: "no",
}  # fmt: skip
TEST_NAMES = {
    "english": "English at GCSE grade 4 or level 2", "maths": "maths at GCSE grade 4 or level 2",
    "science": "science at GCSE grade 4 or level 2", "driving-licence": "a driving licence",
    "english-language": "an English language test", "admissions-test": "an admissions test",
    "dbs": "a criminal record check (DBS)", "health-check": "a health check",
}  # fmt: skip
_LONG = re.compile(
    r"\b(?:advanced|senior|strategic|board|years|leadership|leading|lead (?:a|the))\b",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"\b(?:abroad|outside the UK)\b")
_KEEPS_CAPITAL = re.compile(r"(?:English|Welsh|Scottish|Highers?|A levels?)\b|[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person brings to a condition.

    ``levels`` maps a subject id ("" for any) to the best RQF level held, or is None where the
    person listed no qualifications at all. ``months`` maps role ids held to months (None unknown);
    ``families`` the same by staff group. ``registers`` maps (register, part) to a status.
    ``listed`` says whether the person said anything about registration. ``new`` says that they
    are new to the work, so that what only long experience gives is not theirs yet.
    """

    levels: Mapping[str, int] | None = None
    qualifications: frozenset[str] = frozenset()
    tests: frozenset[str] = frozenset()
    months: Mapping[str, int | None] = field(default_factory=dict[str, "int | None"])
    families: Mapping[str, int | None] = field(default_factory=dict[str, "int | None"])
    registers: Mapping[tuple[RegisterId, str | None], RegistrationStatus] = field(
        default_factory=dict[tuple[RegisterId, str | None], RegistrationStatus]
    )
    listed: bool = False
    employed: str | None = None
    nation: Nation | None = None
    new: bool = False


def judge(condition: Condition, standing: Standing) -> Answer:
    """The truth of a condition for a person.

    What only a human can judge, an employer must grant or we never ask (age) is unknown.
    """
    match condition:
        case AllOf():
            return _all([judge(item, standing) for item in condition.items])
        case AnyOf():
            return _any([judge(item, standing) for item in condition.items])
        case Holds():
            return _holds(condition, standing)
        case Registered():
            return _registered(condition, standing)
        case Experience():
            return _experience(condition, standing)
        case _:
            return _simple(condition, standing)


def _simple(condition: Condition, standing: Standing) -> Answer:
    match condition:
        case Employed():
            return _employed(condition, standing)
        case InNation():
            if standing.nation is None:
                return UNKNOWN
            open_in = condition.nations
            return YES if standing.nation in open_in or Nation.UK in open_in else NO
        case Passed():
            return YES if condition.test in standing.tests else UNKNOWN
        case Confirm():
            return NO if standing.new and asks_long_experience(condition) else UNKNOWN
        case _:
            return UNKNOWN


def asks_long_experience(condition: Condition) -> bool:
    """Whether a human's judgement is asked of what only years in the work give."""
    return isinstance(condition, Confirm) and _LONG.search(condition.says) is not None


def _all(answers: list[Answer]) -> Answer:
    if NO in answers:
        return NO
    return UNKNOWN if UNKNOWN in answers else YES


def _any(answers: list[Answer]) -> Answer:
    if YES in answers or not answers:
        return YES
    return UNKNOWN if UNKNOWN in answers else NO


def _holds(condition: Holds, standing: Standing) -> Answer:
    if condition.qualification:
        if condition.qualification in standing.qualifications:
            return YES
        return UNKNOWN
    if standing.levels is None:
        return UNKNOWN
    wanted = condition.level or 1
    if standing.levels.get("", 0) < wanted:
        return NO
    if condition.subject:
        family = SUBJECT_FAMILIES.get(condition.subject, frozenset({condition.subject}))
        if not any(standing.levels.get(subject, 0) >= wanted for subject in family):
            return UNKNOWN
    return UNKNOWN if condition.grade else YES


def _registered(condition: Registered, standing: Standing) -> Answer:
    statuses = [
        status
        for (register, part), status in standing.registers.items()
        if register == condition.register
        and (condition.part is None or part is None or part == condition.part)
    ]
    if condition.status in statuses:
        exact = condition.part is None or any(
            (register, part) == (condition.register, condition.part)
            for register, part in standing.registers
        )
        return YES if exact else UNKNOWN
    # Saying nothing about a register is itself an answer: people who are on one say so.
    return NO


def _experience(condition: Experience, standing: Standing) -> Answer:
    if not condition.roles and not condition.family:
        held = list(standing.months.values())
    else:
        held = [standing.months[role] for role in condition.roles if role in standing.months]
        if condition.family and condition.family in standing.families:
            held.append(standing.families[condition.family])
    if not held:
        return UNKNOWN if not standing.months else NO
    if condition.months is None:
        return YES
    if time_served(condition, standing) >= condition.months:
        return YES
    return UNKNOWN if None in held else NO


def time_served(condition: Experience, standing: Standing) -> int:
    """The months known to count towards a condition: by its roles or by its family, not both.

    A job in a speciality stands under two roles, so no more counts than all families add up to.
    """
    roles = condition.roles or (() if condition.family else tuple(standing.months))
    counted = sum(standing.months.get(role) or 0 for role in roles)
    if standing.families:
        counted = min(counted, sum(months or 0 for months in standing.families.values()))
    return max(counted, standing.families.get(condition.family or "") or 0)


def _employed(condition: Employed, standing: Standing) -> Answer:
    if standing.employed is None:
        return UNKNOWN
    order = ("any", "health-and-care", "nhs")
    if condition.where not in order or standing.employed not in order:
        return UNKNOWN
    has, wants = order.index(standing.employed), order.index(condition.where)
    if has >= wants:
        return YES
    return UNKNOWN if wants == 2 and has == 1 else NO


def speaks_of_abroad(condition: Condition) -> bool:
    """Whether a condition is about a past outside the UK."""
    return bool(condition.says) and _ABROAD.search(condition.says) is not None


def hopeless(condition: Condition, standing: Standing) -> bool:
    """Whether a condition is not met and nothing the person does from now on could meet it.

    Having left a register, having trained abroad and working in another nation are of that kind.
    """
    match condition:
        case AllOf():
            return any(hopeless(item, standing) for item in condition.items)
        case AnyOf():
            return bool(condition.items) and all(
                hopeless(item, standing) for item in condition.items
            )
        case Registered():
            past = condition.status is not RegistrationStatus.REGISTERED
        case Holds() | Experience():
            past = speaks_of_abroad(condition)
        case InNation():
            past = True
        case _:
            return False
    return past and judge(condition, standing) is NO


def is_law(condition: Condition) -> bool:
    """Whether no employer or university can waive a condition."""
    match condition:
        case Registered() | Age():
            return True
        case Passed():
            return condition.test == "dbs"
        case AllOf() | AnyOf():
            return bool(condition.items) and all(is_law(item) for item in condition.items)
        case _:
            return False


def in_words(condition: Condition) -> str:
    """A condition as a person would read it."""
    if condition.says:
        return condition.says
    match condition:
        case AllOf() | AnyOf():
            joiner = " and " if isinstance(condition, AllOf) else " or "
            return joiner.join(in_words(item) for item in condition.items)
        case Holds():
            return _holds_in_words(condition)
        case Registered():
            return _registered_in_words(condition)
        case Experience():
            return _experience_in_words(condition)
        case _:
            return _simple_in_words(condition)


def _simple_in_words(condition: Condition) -> str:
    match condition:
        case Employed():
            where = {"any": "a job", "nhs": "a job in the NHS"}
            return f"You need {where.get(condition.where, 'a job in health or care')} meanwhile"
        case Age():
            return f"You are {condition.at_least} or over"
        case InNation():
            return "Open in " + ", ".join(_nation(nation) for nation in condition.nations)
        case Passed():
            return TEST_NAMES.get(condition.test, condition.test.replace("-", " "))
        case _:
            return condition.says or "Your employer agrees and gives you time"


def _registered_in_words(condition: Registered) -> str:
    name = REGISTER_NAMES[condition.register]
    part = f" as {condition.part.replace('-', ' ')}" if condition.part else ""
    if condition.status is RegistrationStatus.LAPSED:
        return f"You were on the {name} register{part} before"
    return f"{name} registration{part}"


def _nation(nation: Nation) -> str:
    return "the UK" if nation is Nation.UK else nation.value.replace("-", " ").title()


def _holds_in_words(condition: Holds) -> str:
    level = f"a level {condition.level} qualification" if condition.level else "a qualification"
    if condition.qualification:
        level = condition.qualification.replace("-", " ")
    subject = f" in {condition.subject.replace('-', ' ')}" if condition.subject else ""
    return level + subject + (f" ({condition.grade})" if condition.grade else "")


def _experience_in_words(condition: Experience) -> str:
    span = f"{condition.months} months' experience" if condition.months else "experience"
    if condition.roles:
        return f"{span} as " + " or ".join(role.replace("-", " ") for role in condition.roles)
    return f"{span} in {condition.family.replace('-', ' ')}" if condition.family else span


def question_for(condition: Condition) -> str:
    """The question that would settle an unknown condition, or nothing."""
    words = in_words(condition)
    match condition:
        case EmployerSupport():
            return "Would your employer agree to this and give you time?"
        case Age() | Employed():
            return f"Is this true for you: {_within(words)}?"
        case InNation():
            return "Which nation of the UK do you work in?"
        case Passed() | Holds():
            return f"Do you have {_within(words)}?"
        case Registered():
            return f"Do you have this: {words}?"
        case _:
            return f"Ask the employer or course: {words}"


def _within(words: str) -> str:
    """Words as they stand within a sentence: names and languages keep their capital."""
    return words if _KEEPS_CAPITAL.match(words) else f"{words[:1].lower()}{words[1:]}"


def judged(condition: Condition, standing: Standing) -> Judged:
    """A condition judged and put in words."""
    answer = judge(condition, standing)
    question = question_for(condition) if answer is UNKNOWN else ""
    return Judged(in_words(condition), answer, is_law(condition), question, condition.source)


def judged_all(needs: AllOf, standing: Standing) -> tuple[Judged, ...]:
    """Each condition of a route judged, in the order of the source."""
    found: list[Judged] = []
    for item in needs.items:
        if isinstance(item, AllOf) and not item.says:
            found.extend(judged_all(item, standing))
        else:
            found.append(judged(item, standing))
    return tuple(found)
