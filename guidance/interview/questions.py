"""Questions as data: what is asked, in which words, and how an answer sits in a profile.

A question names the part of the profile it fills by its ``key``. Pages, checks and help are made
from these records; :func:`answer_of` and :func:`with_answer` are the only two ways in and out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

from guidance.domain.errors import KnownError
from guidance.domain.profile import (
    ConstraintItem,
    HeldQualification,
    HeldRole,
    Profile,
    Registration,
)
from guidance.domain.vocabulary import Direction, Nation, Purpose, Stage
from guidance.interview.checks import clean, registration_problem
from guidance.interview.limits import COUNTS, PHRASE_LENGTH, TITLE_LENGTH


class Kind(StrEnum):
    """What a question looks like, and so what its answer is.

    choice: one option value or None. roles, qualifications, registrations, constraints: tuples of
    the nouns. likert: item id to 1-5. rank: option values, most important first. multi: option
    values. phrases, titles: texts as typed.
    """

    CHOICE = "choice"
    ROLES = "roles"
    QUALIFICATIONS = "qualifications"
    REGISTRATIONS = "registrations"
    LIKERT = "likert"
    RANK = "rank"
    MULTI = "multi"
    CONSTRAINTS = "constraints"
    TITLES = "titles"
    PHRASES = "phrases"


Answer = (
    str
    | None
    | tuple[str, ...]
    | tuple[HeldRole, ...]
    | tuple[HeldQualification, ...]
    | tuple[Registration, ...]
    | tuple[ConstraintItem, ...]
    | Mapping[str, int]
)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to pick: its value in the profile, the words shown, and a line of help.

    ``unit`` names what a constraint's value is counted in; empty means it takes no value.
    """

    value: str
    label: str
    help: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``why`` says why we ask; ``most`` is how many may be picked (0: any number).

    For a likert question ``options`` are the statements and ``scale`` the five answers.
    """

    id: str
    key: str
    kind: Kind
    title: str
    why: str
    help: str = ""
    options: tuple[Option, ...] = ()
    scale: tuple[Option, ...] = ()
    example: str = ""
    most: int = 0


@dataclass(frozen=True, slots=True)
class _Slot:
    """How one key is read from a profile and written into a copy."""

    get: Callable[[Profile], Answer]
    put: Callable[[Profile, Answer], Profile]


def _texts(answer: Answer) -> tuple[str, ...]:
    return cast("tuple[str, ...]", answer or ())


def _put_roles(profile: Profile, answer: Answer, current: bool) -> Profile:
    given = tuple(replace(role, current=current) for role in cast("tuple[HeldRole, ...]", answer))
    kept = tuple(role for role in profile.roles if role.current != current)
    return replace(profile, roles=given + kept if current else kept + given)


def _put_likert(profile: Profile, answer: Answer) -> Profile:
    given = cast("Mapping[str, int]", answer or {})
    return replace(profile, interests=replace(profile.interests, answers=dict(given)))


def _set(profile: Profile, name: str, value: object) -> Profile:
    return replace(profile, **cast("dict[str, Any]", {name: value}))


def _simple(name: str, kind: Callable[[str], object]) -> _Slot:
    def get(profile: Profile) -> Answer:
        held = getattr(profile, name)
        return None if held is None else str(held)

    def put(profile: Profile, answer: Answer) -> Profile:
        return _set(profile, name, kind(str(answer)) if answer else None)

    return _Slot(get, put)


def _listed(name: str, part: str) -> _Slot:
    def get(profile: Profile) -> Answer:
        return cast("Answer", getattr(getattr(profile, name), part))

    def put(profile: Profile, answer: Answer) -> Profile:
        inner = replace(getattr(profile, name), **{part: tuple(_texts(answer))})
        return _set(profile, name, inner)

    return _Slot(get, put)


def _whole(name: str) -> _Slot:
    def get(profile: Profile) -> Answer:
        return cast("Answer", getattr(profile, name))

    def put(profile: Profile, answer: Answer) -> Profile:
        return _set(profile, name, tuple(cast("tuple[object, ...]", answer or ())))

    return _Slot(get, put)


_SLOTS: Mapping[str, _Slot] = {
    "purpose": _simple("purpose", Purpose),
    "stage": _simple("stage", Stage),
    "direction": _simple("direction", Direction),
    "nation": _simple("nation", Nation),
    "roles.current": _Slot(
        lambda profile: tuple(role for role in profile.roles if role.current),
        lambda profile, answer: _put_roles(profile, answer or (), True),
    ),
    "roles.past": _Slot(
        lambda profile: tuple(role for role in profile.roles if not role.current),
        lambda profile, answer: _put_roles(profile, answer or (), False),
    ),
    "qualifications": _whole("qualifications"),
    "registrations": _whole("registrations"),
    "interests.answers": _Slot(lambda profile: profile.interests.answers, _put_likert),
    "interests.phrases": _listed("interests", "phrases"),
    "values.ranked": _listed("values", "ranked"),
    "values.phrases": _listed("values", "phrases"),
    "strengths.chosen": _listed("strengths", "chosen"),
    "strengths.phrases": _listed("strengths", "phrases"),
    "constraints.items": _listed("constraints", "items"),
    "constraints.phrases": _listed("constraints", "phrases"),
    "aims.roles": _listed("aims", "roles"),
    "aims.phrases": _listed("aims", "phrases"),
}


def answer_of(profile: Profile, question: Question) -> Answer:
    """The answer a profile holds to a question (for likert, to this question's items only)."""
    answer = _SLOTS[question.key].get(profile)
    if question.kind is Kind.LIKERT:
        wanted = {option.value for option in question.options}
        held = cast("Mapping[str, int]", answer)
        return {item: score for item, score in held.items() if item in wanted}
    return answer


def answered(profile: Profile, question: Question) -> bool:
    """Whether the profile holds any answer to a question."""
    return bool(answer_of(profile, question))


def with_answer(profile: Profile, question: Question, answer: Answer) -> Profile:
    """A copy of the profile with this answer in place; every other part stays as it was.

    Raises KnownError with what to put right, when the answer does not fit.
    """
    tidy = _tidy(question, answer)
    found = problem(question, tidy)
    if found:
        raise KnownError(found, f"Look again at: {question.title}")
    if question.kind is Kind.LIKERT:
        own = {option.value for option in question.options}
        others = {k: v for k, v in profile.interests.answers.items() if k not in own}
        tidy = others | dict(cast("Mapping[str, int]", tidy or {}))
    return _SLOTS[question.key].put(profile, tidy)


def problem(question: Question, answer: Answer) -> str:
    """What is wrong with an answer, in one plain sentence; empty when nothing is."""
    return _CHECKS[question.kind](question, answer)


def _tidy(question: Question, answer: Answer) -> Answer:
    """Drop blank entries, stray spaces and control characters, and nothing else."""
    if question.kind in (Kind.PHRASES, Kind.TITLES):
        return tuple(text for text in (clean(raw) for raw in _texts(answer)) if text)
    if question.kind is Kind.ROLES:
        roles = cast("tuple[HeldRole, ...]", answer or ())
        tidied = (replace(role, title=clean(role.title)) for role in roles)
        return tuple(role for role in tidied if role.title or role.role_id)
    if question.kind is Kind.QUALIFICATIONS:
        held = cast("tuple[HeldQualification, ...]", answer or ())
        cleaned = (replace(item, title=clean(item.title)) for item in held)
        return tuple(item for item in cleaned if item.title or item.level)
    return answer


def _choice(question: Question, answer: Answer) -> str:
    if not answer or answer in {option.value for option in question.options}:
        return ""
    return f"'{answer}' is not one of the answers."


def _picked(question: Question, answer: Answer) -> str:
    known = {option.value for option in question.options}
    picked = _texts(answer)
    strange = [value for value in picked if value not in known]
    if strange:
        return f"'{strange[0]}' is not one of the answers."
    if len(set(picked)) != len(picked):
        return "The same answer is there twice."
    if question.most and len(picked) > question.most:
        return f"You picked {len(picked)}. Pick {question.most} at most."
    return ""


def _likert(question: Question, answer: Answer) -> str:
    known = {option.value for option in question.options}
    for item, score in cast("Mapping[str, int]", answer or {}).items():
        if item not in known:
            return f"'{item}' is not one of the statements on this page."
        if score not in range(1, 6):
            return "Each answer is a number from 1 to 5."
    return ""


def _typed(question: Question, answer: Answer) -> str:
    limit = TITLE_LENGTH if question.kind is Kind.TITLES else PHRASE_LENGTH
    return _long(_texts(answer), limit) or _many(question.key, len(_texts(answer)))


def _roles(question: Question, answer: Answer) -> str:
    roles = cast("tuple[HeldRole, ...]", answer or ())
    return _long((role.title for role in roles), TITLE_LENGTH) or _many(question.key, len(roles))


def _qualifications(question: Question, answer: Answer) -> str:
    held = cast("tuple[HeldQualification, ...]", answer or ())
    return _long((item.title for item in held), TITLE_LENGTH) or _many(question.key, len(held))


def _registrations(question: Question, answer: Answer) -> str:
    held = cast("tuple[Registration, ...]", answer or ())
    found = (registration_problem(item, None) for item in held)
    return next((text for _, text in filter(None, found)), "") or _many(question.key, len(held))


def _constraints(question: Question, answer: Answer) -> str:
    items = cast("tuple[ConstraintItem, ...]", answer or ())
    return _picked(question, tuple(str(item.id) for item in items))


def _long(texts: Iterable[str], limit: int) -> str:
    for text in texts:
        if len(text) > limit:
            return f"That has {len(text):,} letters. The most we can keep is {limit:,}."
    return ""


def _many(key: str, count: int) -> str:
    most = COUNTS[key.partition(".")[0]]
    return f"That is {count} answers. The most we can keep is {most}." if count > most else ""


_CHECKS: Mapping[Kind, Callable[[Question, Answer], str]] = {
    Kind.CHOICE: _choice,
    Kind.ROLES: _roles,
    Kind.QUALIFICATIONS: _qualifications,
    Kind.REGISTRATIONS: _registrations,
    Kind.LIKERT: _likert,
    Kind.RANK: _picked,
    Kind.MULTI: _picked,
    Kind.CONSTRAINTS: _constraints,
    Kind.TITLES: _typed,
    Kind.PHRASES: _typed,
}
