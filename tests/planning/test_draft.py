"""A drafted plan names this person's own gaps, steps and questions, and dates that follow."""

from dataclasses import replace
from datetime import date

from guidance.domain.dated import Span
from guidance.domain.match import Judged, Matches, Step, Understood, Way
from guidance.domain.plan import Action, ActionType, Plan
from guidance.domain.plan_form import read_plan, write_plan
from guidance.domain.profile import Constraints, HeldQualification, Registration
from guidance.domain.vocabulary import Answer, Nation, RegisterId, RouteKind
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
        found |= {part.text for part in role.hard_parts} if role else set()
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
    assert found.text == (
        "Ask your manager about this: "
        "A health or care post with an employer that holds a funded place."
    )


def test_what_a_course_decides_is_asked_of_the_course(brief: PlanBrief) -> None:
    found = next(a for a in actions(draft_plan(brief)) if "interview" in a.because)
    assert found.text.startswith("Ask the course what this takes")


def test_missing_maths_begins_with_a_place_on_a_course(brief: PlanBrief) -> None:
    first = min(actions(draft_plan(brief)), key=lambda action: action.due or "")
    assert "functional skills level 2 in maths" in first.text
    assert first.due == "2026-12-05"


def test_a_missing_qualification_is_learned_by_study(brief: PlanBrief) -> None:
    found = [a for a in actions(draft_plan(brief)) if "GCSE maths" in a.because]
    assert found[-1].type is ActionType.STUDY


def test_a_gap_is_due_by_the_day_its_step_starts(brief: PlanBrief) -> None:
    made = actions(draft_plan(brief))
    gap = [a for a in made if "GCSE maths" in a.because][-1]
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


def test_evidence_serves_the_standard_of_a_register_the_person_is_on(brief: PlanBrief) -> None:
    held = Registration(RegisterId.HCPC, "physiotherapist")
    profile = replace(brief.profile, registrations=(held,))
    made = actions(draft_plan(replace(brief, profile=profile)))
    served = {line for action in made for line in action.serves}
    assert any(line.startswith("HCPC standards of CPD") for line in served)
    assert not any(line.startswith("NMC") for line in served)


def test_evidence_serves_no_standard_of_a_register_still_to_join(brief: PlanBrief) -> None:
    assert not any(action.serves for action in actions(draft_plan(brief)))


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
    free = replace(brief, profile=replace(brief.profile, constraints=Constraints()))
    found = draft_plan(free).plan_b
    assert found is not None
    assert "BSc Occupational therapy" in found.text
    assert "GCSE maths" in found.trigger


def test_plan_b_is_a_nearer_role_where_the_other_way_breaks_a_must(brief: PlanBrief) -> None:
    found = draft_plan(brief).plan_b
    assert found is not None
    assert found.role_id == "therapy-support-worker"


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
    held = "A health or care post with an employer that holds a funded place"
    assert f"Can you help with this: “{held}”?" in asked
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


def _one_step(kind: RouteKind, name: str, *needs: Judged, months: int | None = None) -> Way:
    step = Step(
        "a-route", name, kind, None, "occupational-therapist", Span(months, months), True, needs
    )
    return Way(kind, (step,), keeps_earning=True)


def _plan_by(brief: PlanBrief, *ways: Way) -> Plan:
    return draft_plan(replace(brief, ways={"occupational-therapist": ways}))


def test_a_way_that_asks_for_a_past_of_another_is_never_offered(brief: PlanBrief) -> None:
    past = Judged("A qualification from outside the UK", Answer.NO)
    shut = _one_step(RouteKind.CONVERSION, "Trained abroad", past)
    one = draft_plan(brief).destinations[0]
    assert one.way is not None
    plan = _plan_by(brief, one.way, shut)
    assert plan.destinations[0].other_ways == ()
    assert plan.plan_b is not None
    assert "Trained abroad" not in plan.plan_b.text


def test_plan_b_keeps_a_wage_where_that_is_a_must(brief: PlanBrief) -> None:
    one = draft_plan(brief).destinations[0]
    assert one.way is not None
    paid = _one_step(RouteKind.ON_THE_JOB, "A paid way")
    plan = _plan_by(brief, one.way, *one.other_ways, paid)
    assert plan.plan_b is not None
    assert "A paid way" in plan.plan_b.text


def test_the_question_for_someone_in_the_job_is_what_is_hard_about_it(brief: PlanBrief) -> None:
    first = draft_plan(brief).goals[0].actions[0]
    assert first.text.endswith("Ask them how they live with this: “Caseloads can be heavy.”")


def test_a_role_is_tried_out_in_one_action(brief: PlanBrief) -> None:
    asked = [a for a in actions(draft_plan(brief)) if a.text.startswith("Answer honestly")]
    assert len(asked) == 1
    assert asked[0].text.count("?") == 2


def test_a_promotion_is_a_post_to_start_in_not_a_thing_to_finish(brief: PlanBrief) -> None:
    plan = _plan_by(brief, _one_step(RouteKind.PROGRESSION, "From ward sister"))
    goal = plan.goals[-1]
    assert goal.measure == "You start as an occupational therapist."
    assert goal.actions[0].text == "Apply for a post as an occupational therapist."


def test_nobody_applies_for_an_exam(brief: PlanBrief) -> None:
    plan = _plan_by(brief, _one_step(RouteKind.DEGREE_APPRENTICESHIP, "Pass the degree"))
    assert plan.goals[-1].actions[0].text == "Pass the degree (towards occupational therapist)"
    assert not any("Pass the degree" in question for question in plan.employer_questions)


def test_a_step_that_takes_no_time_still_comes_before_the_next(brief: PlanBrief) -> None:
    one = draft_plan(brief).destinations[0]
    assert one.way is not None
    first = replace(one.way.steps[0], months=Span(0, 0))
    plan = _plan_by(brief, replace(one.way, steps=(first, *one.way.steps[1:])))
    days = [action.due or "" for action in plan.goals[-1].actions]
    assert days[0] < days[1]


def test_no_gcses_makes_english_and_maths_the_first_thing_to_do(brief: PlanBrief) -> None:
    needs = [Judged(f"{word} at GCSE grade 4", Answer.UNKNOWN) for word in ("English", "Maths")]
    way = _one_step(RouteKind.DEGREE, "A degree", *needs, months=36)
    said = Constraints(phrases=("I left school with no GCSEs",))
    told = replace(brief, profile=replace(brief.profile, constraints=said))
    plan = _plan_by(told, way)
    first = min(actions(plan), key=lambda action: action.due or "")
    assert "functional skills level 2 in English and in maths" in first.text
    assert {gap.answer for gap in plan.destinations[0].gaps} == {Answer.NO}


def test_a_course_has_the_name_of_its_nation(brief: PlanBrief) -> None:
    welsh = replace(brief, profile=replace(brief.profile, nation=Nation.WALES))
    assert any("Essential Skills Wales" in a.text for a in actions(draft_plan(welsh)))


def test_a_low_grade_leaves_the_subject_to_do(brief: PlanBrief) -> None:
    need = Judged("Maths at GCSE grade 4", Answer.UNKNOWN)
    held = (HeldQualification("GCSE maths grade 3"),)
    told = replace(brief, profile=replace(brief.profile, qualifications=held))
    plan = _plan_by(told, _one_step(RouteKind.DEGREE, "A degree", need))
    assert plan.destinations[0].gaps[0].answer is Answer.NO


def test_another_first_language_is_no_missing_english(brief: PlanBrief) -> None:
    need = Judged("English at GCSE grade 4", Answer.UNKNOWN)
    said = Constraints(phrases=("English is not my first language",))
    told = replace(brief, profile=replace(brief.profile, constraints=said))
    plan = _plan_by(told, _one_step(RouteKind.DEGREE, "A degree", need))
    assert plan.destinations[0].gaps[0].answer is Answer.UNKNOWN


def test_a_return_course_is_finished_after_it_is_found(return_brief: PlanBrief) -> None:
    answer = return_brief.returns[0]
    asks = ("Find an approved programme.", "Finish it, then apply for readmission.")
    option = replace(answer.options[0], asks=asks)
    brief = replace(return_brief, returns=(replace(answer, options=(option,), log=None),))
    goal = draft_plan(brief).goals[0]
    due = {action.because: action.due for action in goal.actions}
    assert due[asks[0]] == "2027-02-21"
    assert goal.due == due[asks[1]] == "2028-02-21"


def test_what_only_the_person_knows_is_not_asked_of_the_register(return_brief: PlanBrief) -> None:
    found = next(a for a in actions(draft_plan(return_brief)) if a.because.startswith("Who can"))
    assert found.text == "Find this out, and tell Waymark: Who can supervise you?"


def test_a_register_is_not_named_twice_among_the_people(return_brief: PlanBrief) -> None:
    answer = replace(return_brief.returns[0], contact="the HCPC")
    people = draft_plan(replace(return_brief, returns=(answer,))).supporters
    assert "Says what the rules ask of you" in {one.how for one in people}


def test_someone_without_a_job_is_not_sent_to_a_manager(brief: PlanBrief) -> None:
    jobless = replace(brief, profile=replace(brief.profile, roles=()))
    assert not any("your manager" in action.text for action in actions(draft_plan(jobless)))


def test_a_long_step_into_a_post_is_begun_and_not_applied_for(brief: PlanBrief) -> None:
    plan = _plan_by(brief, _one_step(RouteKind.PROGRESSION, "A master's in post", months=36))
    assert plan.goals[-1].actions[0].text.startswith("Begin this step: A master's in post")


def test_what_is_nearly_always_so_is_not_the_first_thing_to_do(return_brief: PlanBrief) -> None:
    taken = "We took it that no panel removed you. Is that right?"
    answer = replace(return_brief.returns[0], questions=(taken,), flags=())
    made = draft_plan(replace(return_brief, returns=(answer,))).goals[0].actions
    assert made[0].because != taken
    assert next(a for a in made if a.because == taken).due == "2027-02-21"
