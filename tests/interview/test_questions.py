"""Answers in and out of a profile, and what is said when one does not fit."""

import pytest

from guidance.domain.errors import KnownError
from guidance.domain.profile import (
    ConstraintItem,
    HeldQualification,
    HeldRole,
    Profile,
    Registration,
)
from guidance.domain.vocabulary import ConstraintId, Purpose, RegisterId
from guidance.interview.flow import Interview
from guidance.interview.questions import (
    Answer,
    Kind,
    Question,
    answer_of,
    answered,
    problem,
    with_answer,
)

FITTING: dict[Kind, Answer] = {
    Kind.ROLES: (HeldRole("HCA"),),
    Kind.QUALIFICATIONS: (HeldQualification("GCSE maths"),),
    Kind.REGISTRATIONS: (Registration(RegisterId.NMC),),
    Kind.CONSTRAINTS: (ConstraintItem(ConstraintId.KEEP_EARNING),),
    Kind.TITLES: ("nurse",),
    Kind.PHRASES: ("helping",),
}


def _all(interview: Interview) -> list[Question]:
    return [question for step in interview.steps.values() for question in step.questions]


def _fitting(question: Question) -> Answer:
    if question.kind is Kind.LIKERT:
        return {question.options[0].value: 4}
    if question.kind is Kind.CHOICE:
        return question.options[0].value
    if question.kind in (Kind.RANK, Kind.MULTI):
        return (question.options[0].value,)
    return FITTING[question.kind]


def _question(interview: Interview, name: str) -> Question:
    return interview.question(name)[1]


def test_every_question_gives_back_the_answer_put_in(interview: Interview) -> None:
    for question in _all(interview):
        given = _fitting(question)
        held = answer_of(with_answer(Profile(), question, given), question)
        if question.id == "roles-past":
            assert held == (HeldRole("HCA", current=False),)
        else:
            assert held == given, question.id


def test_every_question_can_be_emptied_again(interview: Interview) -> None:
    for question in _all(interview):
        full = with_answer(Profile(), question, _fitting(question))
        empty: Answer = None if question.kind is Kind.CHOICE else ()
        empty = {} if question.kind is Kind.LIKERT else empty
        assert answered(full, question)
        assert not answered(with_answer(full, question, empty), question)


def test_every_question_says_why_it_is_asked(interview: Interview) -> None:
    assert all(question.why for question in _all(interview))


def test_question_ids_are_used_once(interview: Interview) -> None:
    ids = [question.id for question in _all(interview)]
    assert len(ids) == len(set(ids))


def test_there_are_five_pages_of_six_statements_with_one_of_each_type(
    interview: Interview,
) -> None:
    pages = [question for question in _all(interview) if question.kind is Kind.LIKERT]
    letters = [[option.value[0] for option in page.options] for page in pages]
    assert letters == [["r", "i", "a", "s", "e", "c"]] * 5


def test_a_page_of_statements_leaves_the_other_pages_alone(interview: Interview) -> None:
    profile = with_answer(Profile(), _question(interview, "interests-1"), {"r1": 1})
    profile = with_answer(profile, _question(interview, "interests-2"), {"r2": 2})
    assert profile.interests.answers == {"r1": 1, "r2": 2}


def test_current_jobs_come_before_past_ones_whichever_is_told_first(interview: Interview) -> None:
    profile = with_answer(Profile(), _question(interview, "roles-past"), (HeldRole("Cook"),))
    profile = with_answer(profile, _question(interview, "role-now"), (HeldRole("HCA"),))
    assert [(role.title, role.current) for role in profile.roles] == [
        ("HCA", True),
        ("Cook", False),
    ]


def test_an_answer_that_is_not_on_the_list_is_refused(interview: Interview) -> None:
    with pytest.raises(KnownError, match="'holiday' is not one of the answers"):
        with_answer(Profile(), _question(interview, "purpose"), "holiday")


def test_too_many_picks_are_refused_with_the_number_allowed() -> None:
    from guidance.interview.questions import Option

    options = tuple(Option(letter, letter) for letter in "abc")
    question = Question("x", "values.ranked", Kind.RANK, "Pick", "Why", options=options, most=2)
    assert problem(question, ("a", "b", "c")) == "You picked 3. Pick 2 at most."


def test_the_same_pick_twice_is_refused(interview: Interview) -> None:
    assert "twice" in problem(_question(interview, "values"), ("pay", "pay"))


def test_a_score_outside_one_to_five_is_refused(interview: Interview) -> None:
    assert "from 1 to 5" in problem(_question(interview, "interests-1"), {"r1": 6})


def test_a_statement_of_another_page_is_refused(interview: Interview) -> None:
    assert "'r2'" in problem(_question(interview, "interests-1"), {"r2": 3})


def test_a_title_of_a_hundred_thousand_letters_is_refused(interview: Interview) -> None:
    said = problem(_question(interview, "role-now"), (HeldRole("x" * 100_000),))
    assert said == "That has 100,000 letters. The most we can keep is 200."


def test_blank_lines_stray_spaces_and_control_characters_are_dropped(interview: Interview) -> None:
    given = ("  helping   people ", "", "\x00\x07", "a\tb")
    profile = with_answer(Profile(), _question(interview, "interests-words"), given)
    assert profile.interests.phrases == ("helping people", "a b")


def test_right_to_left_text_and_emoji_are_kept(interview: Interview) -> None:
    given = ("أحب مساعدة الناس", "helping 👩🏽‍⚕️ people")
    profile = with_answer(Profile(), _question(interview, "interests-words"), given)
    assert profile.interests.phrases == given


def test_a_registration_date_that_is_no_date_is_refused(interview: Interview) -> None:
    held = Registration(RegisterId.NMC, left_on="soon")
    said = problem(_question(interview, "registration"), (held,))
    assert said == "'soon' is not a date like 2020-03 or 2020-03-31."


def test_a_refused_answer_names_the_question(interview: Interview) -> None:
    with pytest.raises(KnownError) as caught:
        with_answer(Profile(purpose=Purpose.EXPLORE), _question(interview, "nation"), "mars")
    assert caught.value.do == "Look again at: Where do you work, or want to work?"
