"""What the interview and the settings say is short and plain: reading age about eleven."""

import re

import pytest
from reading.plain import grade

from guidance.app.settings import SETTINGS
from guidance.interview.flow import DOORS, Interview
from guidance.interview.questions import Question

GRADE = 7.0


def _texts(question: Question) -> list[str]:
    options = [option.help for option in question.options if option.help]
    return [question.title, question.why, question.help, *options]


def test_each_question_with_its_help_is_plain(interview: Interview) -> None:
    hard = {
        question.id: round(grade(" ".join(_texts(question))), 1)
        for step in interview.steps.values()
        for question in step.questions
        if grade(" ".join(_texts(question))) > GRADE
    }
    assert hard == {}


def test_no_sentence_of_a_question_is_long(interview: Interview) -> None:
    long = [
        sentence
        for step in interview.steps.values()
        for question in step.questions
        for text in _texts(question)
        for sentence in re.split(r"(?<=[.?!])\s+", text)
        if len(sentence.split()) > 20
    ]
    assert long == []


def test_the_doors_are_plain() -> None:
    assert grade(" ".join(f"{door.title}. {door.help}" for door in DOORS)) <= GRADE


def test_the_settings_are_plain() -> None:
    assert grade(" ".join(setting.help for setting in SETTINGS)) <= GRADE


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The cat sat on the mat. It was a good cat.", -3, 2),
        (
            "Organisational interdependencies necessitate comprehensive interdisciplinary "
            "collaboration notwithstanding administrative considerations.",
            20,
            60,
        ),
    ],
)
def test_the_measure_tells_easy_from_hard(text: str, low: float, high: float) -> None:
    assert low < grade(text) < high
