"""Edits of a plan as actions, one for each thing a person can change on the plan page."""

from __future__ import annotations

from collections.abc import Callable

from guidance.app.actions import edit_plan
from guidance.app.session import Action
from guidance.domain.plan import Plan, Supporter
from guidance.planning import edits


def who(plan_id: str, name: str) -> Action:
    """Say who the plan is for; empty makes it anonymous."""
    return _edit(plan_id, "Change who it is for", lambda plan: edits.set_who(plan, name))


def title(plan_id: str, words: str) -> Action:
    """Change the plan's title."""
    return _edit(plan_id, "Change the title", lambda plan: edits.set_title(plan, words))


def notes(plan_id: str, words: str) -> Action:
    """Change the notes."""
    return _edit(plan_id, "Change the notes", lambda plan: edits.set_notes(plan, words))


def change_action(plan_id: str, action_id: str, **change: str | None) -> Action:
    """Change fields of an action, by their names in ``guidance.domain.plan.Action``."""
    return _edit(
        plan_id,
        "Change an action",
        lambda plan: edits.change_action(plan, action_id, **change),
    )


def mark_done(plan_id: str, action_id: str, on: str | None) -> Action:
    """Mark an action as done on a day, or as not done."""
    name = "Mark as done" if on else "Mark as not done"
    return _edit(plan_id, name, lambda plan: edits.mark_done(plan, action_id, on))


def add_action(plan_id: str, goal_id: str, words: str, because: str, **more: str | None) -> Action:
    """Add an action of the person's own to a goal."""
    return _edit(
        plan_id,
        "Add an action",
        lambda plan: edits.add_action(plan, goal_id, words, because, **more),
    )


def remove_action(plan_id: str, action_id: str) -> Action:
    """Take an action out."""
    return _edit(plan_id, "Remove an action", lambda plan: edits.remove_action(plan, action_id))


def move_action(plan_id: str, action_id: str, places: int) -> Action:
    """Move an action down by some places, or up by a number below 0."""
    return _edit(plan_id, "Move an action", lambda plan: edits.move_action(plan, action_id, places))


def goal(plan_id: str, goal_id: str, words: str, measure: str, due: str | None) -> Action:
    """Change a goal's words, its measure and its day (None leaves the day)."""
    return _edit(
        plan_id,
        "Change a goal",
        lambda plan: edits.set_goal(plan, goal_id, text=words, measure=measure, due=due),
    )


def add_goal(plan_id: str, words: str) -> Action:
    """Add a goal of the person's own."""
    return _edit(plan_id, "Add a goal", lambda plan: edits.add_goal(plan, words))


def remove_goal(plan_id: str, goal_id: str) -> Action:
    """Take a goal out with its actions."""
    return _edit(plan_id, "Remove a goal", lambda plan: edits.remove_goal(plan, goal_id))


def review(plan_id: str, review_id: str, on: str, what: str) -> Action:
    """Change a review's day and words."""
    return _edit(
        plan_id,
        "Change a review",
        lambda plan: edits.set_review(plan, review_id, on=on, what=what),
    )


def add_review(plan_id: str, on: str, what: str) -> Action:
    """Add a day to look at the plan again."""
    return _edit(plan_id, "Add a review", lambda plan: edits.add_review(plan, on, what))


def remove_review(plan_id: str, review_id: str) -> Action:
    """Take a review out."""
    return _edit(plan_id, "Remove a review", lambda plan: edits.remove_review(plan, review_id))


def supporters(plan_id: str, people: tuple[Supporter, ...]) -> Action:
    """Change who helps."""
    return _edit(plan_id, "Change who helps", lambda plan: edits.set_supporters(plan, people))


def plan_b(plan_id: str, words: str, trigger: str) -> Action:
    """Change plan B and what would make you take it."""
    return _edit(plan_id, "Change plan B", lambda plan: edits.set_plan_b(plan, words, trigger))


def _edit(plan_id: str, name: str, change: Callable[[Plan], Plan]) -> Action:
    return edit_plan(plan_id, change, name)
