"""Edits give a new plan and refuse what cannot be meant, in plain words."""

import pytest

from guidance.domain.errors import KnownError
from guidance.domain.plan import Action, Plan, Supporter
from guidance.planning import edits
from guidance.planning.brief import PlanBrief
from guidance.planning.draft import draft_plan


@pytest.fixture
def plan(brief: PlanBrief) -> Plan:
    return draft_plan(brief)


def find(plan: Plan, action_id: str) -> Action:
    return next(a for goal in plan.goals for a in goal.actions if a.id == action_id)


def test_an_action_changes_and_the_rest_stays(plan: Plan) -> None:
    changed = edits.change_action(plan, "action-1", text="Meet Jo", due="2027-01-15")
    assert find(changed, "action-1").text == "Meet Jo"
    assert find(changed, "action-1").because == find(plan, "action-1").because
    assert find(changed, "action-2") == find(plan, "action-2")


def test_the_first_plan_is_left_as_it_was(plan: Plan) -> None:
    before = find(plan, "action-1").text
    edits.change_action(plan, "action-1", text="Meet Jo")
    assert find(plan, "action-1").text == before


def test_a_day_can_be_taken_away(plan: Plan) -> None:
    assert find(edits.change_action(plan, "action-1", due=None), "action-1").due is None


def test_done_and_not_done_after_all(plan: Plan) -> None:
    done = edits.mark_done(plan, "action-1", "2026-12-01")
    assert find(done, "action-1").done == "2026-12-01"
    assert edits.mark_done(done, "action-1", None) == plan


def test_an_owner_may_be_given_as_its_word(plan: Plan) -> None:
    assert find(edits.change_action(plan, "action-1", owner="my-manager"), "action-1").owner == (
        "my-manager"
    )


def test_the_reason_of_an_action_cannot_be_changed(plan: Plan) -> None:
    with pytest.raises(ValueError, match="because"):
        edits.change_action(plan, "action-1", because="no reason")


@pytest.mark.parametrize("day", ["2199-01-01", "1900-01-01", "2026-02-30", "soon", "12/01/2027"])
def test_an_absurd_day_is_refused(plan: Plan, day: str) -> None:
    with pytest.raises(KnownError) as error:
        edits.change_action(plan, "action-1", due=day)
    assert error.value.do


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_empty_words_are_refused(plan: Plan, text: str) -> None:
    with pytest.raises(KnownError, match="empty"):
        edits.change_action(plan, "action-1", text=text)


def test_words_too_long_for_paper_are_refused(plan: Plan) -> None:
    with pytest.raises(KnownError, match="too long"):
        edits.set_goal(plan, plan.goals[0].id, text="x" * 2001)


def test_an_action_that_is_gone_is_said_to_be(plan: Plan) -> None:
    with pytest.raises(KnownError, match="no longer in the plan"):
        edits.mark_done(plan, "action-999", "2027-01-01")


def test_a_new_action_gets_an_id_of_its_own(plan: Plan) -> None:
    goal = plan.goals[0]
    added = edits.add_action(plan, goal.id, "Read the guide", "I asked for it", owner="me")
    ids = [a.id for one in added.goals for a in one.actions]
    assert len(ids) == len(set(ids)) == len([a for g in plan.goals for a in g.actions]) + 1


def test_removing_takes_one_action(plan: Plan) -> None:
    ids = {a.id for goal in edits.remove_action(plan, "action-2").goals for a in goal.actions}
    assert "action-2" not in ids
    assert "action-1" in ids


def test_an_action_moves_inside_its_goal_and_no_further(plan: Plan) -> None:
    first = plan.goals[0].actions[0]
    down = edits.move_action(plan, first.id, 1).goals[0].actions
    assert down[1] == first
    assert edits.move_action(plan, first.id, -5) == plan


def test_goals_can_be_added_and_removed(plan: Plan) -> None:
    more = edits.add_goal(plan, "Learn to drive", "2027-06-01")
    assert more.goals[-1].text == "Learn to drive"
    assert edits.remove_goal(more, more.goals[-1].id) == plan


def test_reviews_stay_in_order_of_their_days(plan: Plan) -> None:
    moved = edits.set_review(plan, "review-1", on="2027-12-24")
    assert [r.on for r in moved.reviews] == sorted(r.on for r in moved.reviews)


def test_a_review_can_be_added_and_removed(plan: Plan) -> None:
    more = edits.add_review(plan, "2027-03-01", "Ask Sam how it goes")
    added = next(r for r in more.reviews if r.on == "2027-03-01")
    assert edits.remove_review(more, added.id) == plan


def test_plan_b_can_be_taken_away(plan: Plan) -> None:
    assert edits.set_plan_b(plan, "", "").plan_b is None


def test_a_supporter_needs_a_name(plan: Plan) -> None:
    with pytest.raises(KnownError, match="name"):
        edits.set_supporters(plan, (Supporter("", "helps"),))


def test_empty_questions_are_dropped(plan: Plan) -> None:
    assert edits.set_questions(plan, ("May I?", " ")).employer_questions == ("May I?",)
