"""Answers in words, as a person would read them back."""

from collections.abc import Mapping
from typing import cast

from guidance.app.asking import Answer, Kind, Question, label
from guidance.domain.profile import ConstraintItem, HeldQualification, HeldRole, Registration
from guidance.ui.pages.interview.reader import Reader
from guidance.ui.pages.interview.typed import month_words, months_words

POUND = "\u00a3"


def lines_of(question: Question, answer: Answer, reader: Reader) -> tuple[str, ...]:
    """The answer to a question as lines of words; none when it was not answered."""
    if not answer:
        return ()
    names = {str(option.value): option.label for option in question.options}
    if question.kind is Kind.CHOICE:
        return (names.get(str(answer), str(answer)),)
    if question.kind is Kind.LIKERT:
        return _likert(question, cast("Mapping[str, int]", answer))
    if question.kind is Kind.RANK:
        ranked = cast("tuple[str, ...]", answer)
        return tuple(f"{n}. {names.get(item, item)}" for n, item in enumerate(ranked, start=1))
    items = cast("tuple[object, ...]", answer)
    return tuple(_item(item, names, question, reader) for item in items)


def _item(item: object, names: Mapping[str, str], question: Question, reader: Reader) -> str:
    if isinstance(item, HeldRole):
        return _role(item, reader)
    if isinstance(item, HeldQualification):
        return _course(item)
    if isinstance(item, Registration):
        return _registration(item, reader)
    if isinstance(item, ConstraintItem):
        return _circumstance(item, names, question)
    return names.get(str(item), str(item))


def _likert(question: Question, answers: Mapping[str, int]) -> tuple[str, ...]:
    scale = [option.label for option in question.scale]
    texts = {str(option.value): option.label for option in question.options}
    return tuple(f"{texts[item]}: {scale[n - 1].lower()}" for item, n in answers.items())


def _role(role: HeldRole, reader: Reader) -> str:
    known = reader.role_title(role.role_id)
    parts = [role.title or known]
    if known and known != role.title:
        parts.append(f"we read this as {known}")
    if role.band:
        parts.append(f"band {role.band}")
    if role.months is not None:
        parts.append(months_words(role.months))
    if role.setting:
        parts.append(label("setting", role.setting).lower())
    return ", ".join(parts)


def _course(course: HeldQualification) -> str:
    parts = [course.title]
    if course.level:
        parts.append(f"level {course.level}")
    if course.year:
        parts.append(str(course.year))
    return ", ".join(parts)


def _registration(held: Registration, reader: Reader) -> str:
    parts = [label("register", held.register)]
    if held.part:
        parts.append(reader.role_title(held.part) or held.part.replace("-", " "))
    parts.append(label("status", held.status).lower())
    if held.left_on:
        parts.append(f"came off in {month_words(held.left_on)}")
    if held.last_practised_on:
        parts.append(f"last worked in it in {month_words(held.last_practised_on)}")
    return ", ".join(parts)


def _circumstance(item: ConstraintItem, names: Mapping[str, str], question: Question) -> str:
    unit = next((o.unit for o in question.options if str(o.value) == str(item.id)), "")
    value = "" if item.value is None else f": {_amount(item.value, unit)}"
    name = names.get(str(item.id), str(item.id))
    return f"{name}{value} ({label('strength', item.strength).lower()})"


def _amount(value: str | int, unit: str) -> str:
    if unit == "pounds":
        return f"{POUND}{int(value):,}"
    return f"band {value}" if unit == "band" else f"{value} {unit}"
