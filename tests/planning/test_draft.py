"""A drafted plan names this person's own gaps, steps and questions, and dates that follow."""

from dataclasses import replace
from datetime import date

from guidance.domain.match import Matches, Understood
from guidance.domain.plan import Action, ActionType, Plan
from guidance.domain.plan_form import read_plan, write_plan
from guidance.domain.vocabulary import Answer, Nation
from guidance.planning.brief import PlanBrief
from guidance.planning.draft import draft_plan


def actions(plan: Plan) -> list[Action]:
    return [action for goal in plan.goals for action in goal.actions]


def reasons(brief: PlanBrief, plan: Plan) -> set[str]:
    """Everything of this person that an action may name: gaps, steps, counters, questions."""
    found: set[str] = set()
    for one in plan.destinations:
        found |= {gap.says for gap in one.gaps} | {one.counter}
        found |= {step.name for step in one.way.steps} if one.way else set()
        role = brief.catalogue.roles.get(one.role_id)
        found |= {preview.question for preview in role.previews} if role else set()
    for answer in plan.returning:
        found |= {*answer.questions, *answer.flags, answer.headline}
        found |= {ask for option in answer.options for ask in option.asks}
        found |= set(answer.log.says) if answer.log else set()
    return found


def test_every_action_names_a_gap_step_or_question_of_this_person(brief: PlanBrief) -> None:
    plan = draft_plan(brief)
    assert actions(plan)
    assert {action.because for action in actions(plan)} <= reasons(brief, plan)


def test_every_gap_of_the_way_has_an_action(brief: PlanBrief) -> None:
    plan = draft_plan(brief)
    because = {action.because for action in actions(plan)}
    assert {gap.says for gap in plan.destinations[0].gaps} <= because


def test_a_condition_that_holds_makes_no_gap(brief: PlanBrief) -> None:
    plan = draft_plan(brief)
    assert "Level 3 qualification" not in {gap.says for gap in plan.destinations[0].gaps}


def test_an_unknown_condition_becomes_something_to_ask(brief: PlanBrief) -> None:
    found = next(a for a in actions(draft_plan(brief)) if "funded place" in a.because)
    assert found.text == "Ask your manager: Does your employer hold a place on this apprenticeship?"


def test_a_missing_qualification_is_learned_by_study(brief: PlanBrief) -> None:
    found = next(a for a in actions(draft_plan(brief)) if "GCSE maths" in a.because)
    assert found.type is ActionType.STUDY


def test_a_gap_is_due_by_the_day_its_step_starts(brief: PlanBrief) -> None:
    made = actions(draft_plan(brief))
    gap = next(a for a in made if "GCSE maths" in a.because)
    step = next(a for a in made if a.because == "Occupational therapist degree apprenticeship")
    assert gap.due == step.due == "2027-08-21"


def test_the_steps_come_in_their_order(brief: PlanBrief) -> None:
    move = next(goal for goal in draft_plan(brief).goals if goal.id.startswith("move-"))
    assert [action.due for action in move.actions] == ["2027-05-21", "2027-08-21"]


def test_no_action_is_due_before_the_plan_is_made(brief: PlanBrief) -> None:
    assert all((action.due or "") > "2026-11-21" for action in actions(draft_plan(brief)))


def test_each_goal_has_a_measure_and_a_day(brief: PlanBrief) -> None:
    assert all(goal.measure and goal.due for goal in draft_plan(brief).goals)


def test_ids_are_counted_and_never_twice(brief: PlanBrief) -> None:
    ids = [action.id for action in actions(draft_plan(brief))]
    assert ids == list(dict.fromkeys(ids))
    assert set(ids) == {f"action-{n}" for n in range(1, len(ids) + 1)}


def test_the_same_brief_gives_the_same_plan(brief: PlanBrief) -> None:
    assert draft_plan(brief) == draft_plan(brief)


def test_evidence_serves_the_standard_of_the_destinations_register(brief: PlanBrief) -> None:
    served = {line for action in actions(draft_plan(brief)) for line in action.serves}
    assert any(line.startswith("HCPC standards of CPD") for line in served)
    assert not any(line.startswith("NMC") for line in served)


def test_pay_is_the_newest_year_that_has_begun(brief: PlanBrief) -> None:
    pay = draft_plan(brief).destinations[0].pay
    assert pay[0] == "Band 5: £32,074 to £39,043 a year before extras (England, 2026-27)."


def test_pay_cites_its_source(brief: PlanBrief) -> None:
    plan = draft_plan(brief)
    assert plan.cites[plan.destinations[0].pay[0]] == ("pay-england",)


def test_pay_of_another_nation_is_said_to_be_englands(brief: PlanBrief) -> None:
    welsh = replace(brief, profile=replace(brief.profile, nation=Nation.WALES))
    assert draft_plan(welsh).destinations[0].pay[0].endswith("Ask what Wales pays: it may differ.")


def test_funding_of_another_nation_is_left_out(brief: PlanBrief) -> None:
    assert all("Welsh" not in line for line in draft_plan(brief).funding)


def test_money_for_people_we_cannot_know_this_person_to_be_is_left_out(brief: PlanBrief) -> None:
    lines = draft_plan(brief).funding
    assert len(lines) == 1
    assert lines[0].startswith("Staff learning fund (England, 2024-25)")


def test_the_pay_beside_a_step_is_of_the_same_year_as_elsewhere(brief: PlanBrief) -> None:
    way = draft_plan(brief).destinations[0].way
    assert way is not None
    assert way.steps[-1].pay == ("Band 5: from £32,074 (England, 2026-27)",)


def test_a_source_past_its_shelf_life_is_marked(brief: PlanBrief) -> None:
    checks = {one.id: one.check for one in draft_plan(brief).sources}
    assert checks["old-fund"]
    assert not checks["pay-england"]


def test_a_source_grows_old_with_the_plans_day(brief: PlanBrief) -> None:
    later = draft_plan(replace(brief, as_of=date(2028, 1, 1)))
    assert all(one.check for one in later.sources)


def test_every_cited_source_is_listed(brief: PlanBrief) -> None:
    plan = draft_plan(brief)
    listed = {one.id for one in plan.sources}
    assert {one for ids in plan.cites.values() for one in ids} <= listed


def test_plan_b_is_the_other_way_with_a_trigger(brief: PlanBrief) -> None:
    found = draft_plan(brief).plan_b
    assert found is not None
    assert "BSc Occupational therapy" in found.text
    assert "GCSE maths" in found.trigger


def test_plan_b_is_a_nearer_role_where_there_is_one_way_only(brief: PlanBrief) -> None:
    one = draft_plan(brief).destinations[0]
    assert one.way is not None
    found = draft_plan(replace(brief, ways={one.role_id: (one.way,)})).plan_b
    assert found is not None
    assert found.role_id == "therapy-support-worker"


def test_reviews_fall_after_three_six_and_twelve_months(brief: PlanBrief) -> None:
    days = [review.on for review in draft_plan(brief).reviews]
    assert days == ["2027-02-21", "2027-05-21", "2027-11-21"]


def test_the_employer_is_asked_only_what_an_employer_can_answer(brief: PlanBrief) -> None:
    asked = draft_plan(brief).employer_questions
    assert "Does your employer hold a place on this apprenticeship?" in asked
    assert not any("interview" in question for question in asked)


def test_a_story_says_how_it_is_known(brief: PlanBrief) -> None:
    bases = [story.basis.value for story in draft_plan(brief).stories]
    assert bases == ["observed", "employer-example"]


def test_a_journey_from_the_same_role_says_so(brief: PlanBrief) -> None:
    assert draft_plan(brief).stories[0].why == "They started in the same role as you."


def test_what_was_told_is_in_the_persons_own_words(brief: PlanBrief) -> None:
    told = {one.label: one.text for one in draft_plan(brief).told_us}
    assert told["Your job now"] == "HCA on a stroke ward (band 3, 2 years)"
    assert told["What you like doing"] == "helping people do things for themselves"


def test_interests_that_cannot_be_used_are_not_drawn(brief: PlanBrief) -> None:
    assert brief.matches is not None
    flat = replace(brief.matches, understood=Understood(interest_note="All answers are alike."))
    assert draft_plan(replace(brief, matches=flat)).holland == ()


def test_the_best_match_is_taken_when_none_is_chosen(brief: PlanBrief) -> None:
    plan = draft_plan(replace(brief, chosen=()))
    assert [one.role_id for one in plan.destinations] == ["occupational-therapist"]


def test_a_role_outside_the_list_can_be_chosen(brief: PlanBrief) -> None:
    plan = draft_plan(replace(brief, chosen=("nursing-associate",)))
    assert plan.destinations[0].reason.startswith("You chose this role yourself.")
    assert {a.because for a in actions(plan)} <= reasons(brief, plan)


def test_a_plan_works_with_no_way_there(brief: PlanBrief) -> None:
    plan = draft_plan(replace(brief, chosen=("physiotherapist",)))
    assert plan.destinations[0].way is None
    assert actions(plan)


def test_a_person_who_looks_around_gets_things_to_find_out(explore_brief: PlanBrief) -> None:
    plan = draft_plan(explore_brief)
    kinds = {action.type for action in actions(plan)}
    assert len(plan.destinations) == 2
    assert kinds <= {ActionType.CHECK, ActionType.OTHERS}
    assert {a.because for a in actions(plan)} <= reasons(explore_brief, plan)


def test_a_blank_profile_gets_its_own_unanswered_questions(blank_brief: PlanBrief) -> None:
    plan = draft_plan(blank_brief)
    assert actions(plan)[0].because.startswith("What is your job now")


def test_a_blank_profile_with_matches_that_are_empty_still_gets_a_plan(
    blank_brief: PlanBrief,
) -> None:
    plan = draft_plan(replace(blank_brief, matches=Matches("2026-11-21", Understood(), ())))
    assert actions(plan)


def test_returning_alone_makes_a_plan(return_brief: PlanBrief) -> None:
    plan = draft_plan(return_brief)
    assert plan.title == "My return to practice plan"
    assert {a.because for a in actions(plan)} <= reasons(return_brief, plan)
    assert any("48 days" in action.text for action in actions(plan))


def test_papers_come_after_the_updating_they_report(return_brief: PlanBrief) -> None:
    answer = return_brief.returns[0]
    option = replace(answer.options[0], asks=("Fill in the readmission form.",))
    brief = replace(return_brief, returns=(replace(answer, options=(option,)),))
    due = {a.because: a.due or "" for a in actions(draft_plan(brief))}
    assert due["Fill in the readmission form."] > due["12 of 60 days are done: 48 are short."]


def test_what_the_register_leaves_open_comes_first(return_brief: PlanBrief) -> None:
    first = sorted(actions(draft_plan(return_brief)), key=lambda action: action.due or "")[0]
    assert first.because == "Who can supervise you?"


def test_a_law_is_said_to_be_one(brief: PlanBrief) -> None:
    one = draft_plan(brief).destinations[0]
    assert one.way is not None
    last = one.way.steps[-1]
    lawful = replace(last.needs[0], law=True, answer=Answer.NO, says="You must be registered")
    way = replace(one.way, steps=(*one.way.steps[:-1], replace(last, needs=(lawful,))))
    plan = draft_plan(replace(brief, ways={one.role_id: (way,)}))
    found = next(a for a in actions(plan) if a.because == "You must be registered")
    assert found.text.endswith("This is law: no employer can waive it.")


def test_a_plan_reads_back_as_it_was_written(brief: PlanBrief, return_brief: PlanBrief) -> None:
    for one in (brief, return_brief):
        plan = draft_plan(one)
        assert read_plan(write_plan(plan)) == plan


def test_a_day_near_the_end_of_the_calendar_is_no_trouble(brief: PlanBrief) -> None:
    assert draft_plan(replace(brief, as_of=date(2150, 12, 31))).reviews[-1].on >= "2150-12-31"
