"""Whole conversations with the interview, with no window."""

from dataclasses import replace

import pytest

from guidance.domain.errors import KnownError
from guidance.domain.profile import HeldRole, Profile, Registration
from guidance.domain.vocabulary import Nation, Purpose, RegisterId, RegistrationStatus
from guidance.interview.flow import DOORS, Flow, Interview
from guidance.interview.questions import answer_of

LAPSED = Registration(RegisterId.NMC, "adult-nurse", RegistrationStatus.LAPSED, left_on="2019-03")


def _walked(flow: Flow) -> list[str]:
    steps = [flow.at]
    while flow.next().at != flow.at:
        flow = flow.next()
        steps.append(flow.at)
    return steps


def test_a_support_worker_is_asked_about_now_then_before_then_what_they_like(
    interview: Interview,
) -> None:
    assert _walked(Flow.begin(interview)) == [
        "purpose",
        "role-now",
        "roles-past",
        "qualifications",
        *(f"interests-{number}" for number in range(1, 6)),
        "interests-words",
        "values",
        "strengths",
        "circumstances",
        "direction",
        "aims",
        "nation",
        "check",
    ]


def test_the_returner_is_asked_about_the_register_first(interview: Interview) -> None:
    door = next(door for door in DOORS if door.id == "returner")
    assert _walked(Flow.enter(interview, door))[:3] == ["registration", "role-now", "roles-past"]


def test_a_returner_who_came_off_a_register_can_finish_at_the_return_page(
    interview: Interview,
) -> None:
    door = next(door for door in DOORS if door.id == "returner")
    flow = Flow.enter(interview, door).answer("registration", (LAPSED,)).next()
    assert flow.step.page == "return"
    assert flow.enough


def test_every_door_opens(interview: Interview) -> None:
    for door in DOORS:
        assert Flow.enter(interview, door).at in interview.steps


def test_the_three_kinds_of_user_and_the_visitor_each_have_a_door() -> None:
    assert [door.id for door in DOORS] == ["staff", "adviser", "returner", "exploring"]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("B6 physio on nights", True),
        ("Physiotherapy Assistant", False),
        ("staff nurse ITU", True),
        ("rota coordinator", False),
        ("", False),
    ],
)
def test_the_register_is_asked_about_only_when_a_job_points_to_one(
    interview: Interview, title: str, asked: bool
) -> None:
    flow = Flow.begin(interview).answer("role-now", (HeldRole(title),))
    assert ("registration" in [step.id for step in interview.path(flow.answers)]) is asked


def test_a_chosen_role_decides_before_the_words_typed(interview: Interview) -> None:
    held = HeldRole("nurse I used to call it", "rota-coordinator")
    path = interview.path(Profile(roles=(held,)))
    assert "registration" not in [step.id for step in path]


def test_a_registration_already_told_keeps_its_question(interview: Interview) -> None:
    path = interview.path(Profile(registrations=(LAPSED,)))
    assert "registration" in [step.id for step in path]


def test_two_answers_are_enough_for_first_matches(interview: Interview) -> None:
    flow = Flow.begin(interview).answer("purpose", "next-step")
    assert not flow.enough
    assert flow.answer("role-now", (HeldRole("HCA"),)).enough


def test_back_restores_the_step_come_from_and_its_answers(interview: Interview) -> None:
    start = Flow.begin(interview).answer("purpose", "next-step").next()
    flow = start.answer("role-now", (HeldRole("HCA"),)).next().back()
    assert flow.at == "role-now"
    assert flow.given("role-now") == (HeldRole("HCA"),)
    assert flow.stack == start.stack
    assert flow.arrived_with == start.arrived_with


def test_back_follows_the_road_taken_even_when_an_answer_changed_the_map(
    interview: Interview,
) -> None:
    flow = Flow.begin(interview).answer("role-now", (HeldRole("staff nurse"),))
    flow = flow.go("roles-past").next()
    assert flow.at == "registration"
    flow = flow.next().answer("role-now", (HeldRole("rota coordinator"),)).back()
    assert flow.at == "registration"


def test_back_at_the_first_step_changes_nothing(interview: Interview) -> None:
    flow = Flow.begin(interview)
    assert flow.back() == flow


def test_a_whole_walk_back_leads_to_the_start_with_every_answer_kept(interview: Interview) -> None:
    flow = Flow.begin(interview).answer("purpose", "explore").next()
    flow = flow.answer("role-now", (HeldRole("HCA"),)).next().next()
    flow = flow.answer("nation", "wales")
    while flow.stack:
        flow = flow.back()
    assert flow.at == "purpose"
    assert flow.answers.nation is Nation.WALES


def test_skip_leaves_the_step_as_it_was_on_arriving(interview: Interview) -> None:
    flow = Flow.begin(interview).go("nation").answer("nation", "wales").skip()
    assert flow.answers.nation is None
    assert "nation" in flow.skipped


def test_every_step_can_be_skipped_and_then_nothing_is_answered(interview: Interview) -> None:
    flow = Flow.begin(interview)
    while not flow.done:
        flow = flow.skip()
    assert flow.answers == Profile()


def test_a_skipped_step_done_later_is_no_longer_skipped(interview: Interview) -> None:
    flow = Flow.begin(interview).skip().back().answer("purpose", "explore").next()
    assert flow.skipped == ()
    assert flow.finished == ("purpose",)


def test_discard_gives_the_step_the_answers_it_had_on_arriving(interview: Interview) -> None:
    flow = Flow.begin(interview, Profile(nation=Nation.SCOTLAND)).go("nation")
    assert flow.answer("nation", "wales").discard().answers.nation is Nation.SCOTLAND


def test_progress_counts_only_the_steps_that_apply(interview: Interview) -> None:
    plain = Flow.begin(interview)
    nurse = plain.answer("role-now", (HeldRole("staff nurse"),))
    assert nurse.progress.total == plain.progress.total + 1


def test_time_left_falls_as_steps_are_passed_and_ends_at_none(interview: Interview) -> None:
    flow = Flow.begin(interview)
    seen = [flow.progress.minutes_left]
    while not flow.done:
        flow = flow.next()
        seen.append(flow.progress.minutes_left)
    assert seen == sorted(seen, reverse=True)
    assert seen[-1] == 0


def test_the_task_list_says_what_is_done_skipped_now_and_to_do(interview: Interview) -> None:
    flow = Flow.begin(interview).answer("purpose", "explore").next().skip()
    tasks = {task.step: task for group in flow.tasks() for task in group.tasks}
    states = [tasks[name].state for name in ("purpose", "role-now", "roles-past", "nation")]
    assert states == ["done", "skipped", "now", "to-do"]
    assert tasks["purpose"].answered
    assert not tasks["role-now"].answered


def test_work_is_taken_up_again_where_it_was_left(interview: Interview) -> None:
    held = Profile(purpose=Purpose.NEXT_STEP)
    flow = Flow.begin(interview, held, ("purpose", "gone-since"), "values")
    assert (flow.at, flow.finished) == ("values", ("purpose",))


def test_a_step_that_is_gone_starts_the_interview_again(interview: Interview) -> None:
    assert Flow.begin(interview, at="gone-since").at == "purpose"


def test_going_to_a_step_that_is_not_there_is_told_plainly(interview: Interview) -> None:
    with pytest.raises(KnownError, match="no step called 'nowhere'"):
        Flow.begin(interview).go("nowhere")


def test_every_step_leads_on_to_the_end(interview: Interview) -> None:
    for step_id in interview.steps:
        flow = replace(Flow.begin(interview), at=step_id)
        assert _walked(flow)[-1] == "check"


def test_answering_one_question_leaves_every_other_answer_alone(interview: Interview) -> None:
    questions = [q for step in interview.steps.values() for q in step.questions]
    flow = Flow.begin(interview).answer("role-now", (HeldRole("HCA"),)).answer("nation", "wales")
    before = {q.id: answer_of(flow.answers, q) for q in questions}
    after = flow.answer("interests-2", {"r2": 5}).answer("roles-past", (HeldRole("Cook"),)).answers
    changed = {q.id for q in questions if answer_of(after, q) != before[q.id]}
    assert changed == {"interests-2", "roles-past"}
