"""Changes to a plan by hand: each takes a plan and gives a new one, or refuses with a reason.

Refusals are KnownError: empty words, a day that is not a day, a day far from the plan's own.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guidance.domain.errors import KnownError
from guidance.domain.plan import Action, ActionType, Goal, Owner, Plan, PlanB, Review, Supporter
from guidance.domain.wording import day_words
from guidance.planning.days import add_months

LONGEST = 2000  # letters in one field: more than a page of print
YEARS_AHEAD = 15
Value = str | None | ActionType | Owner | tuple[str, ...]
Change = dict[str, Any]  # fields of a noun by name, each already of its field's type


def set_who(plan: Plan, who: str) -> Plan:
    """The plan for a person or reference; empty makes it anonymous."""
    return replace(plan, who=_short(who, "name"))


def set_title(plan: Plan, title: str) -> Plan:
    """The plan with another title."""
    return replace(plan, title=_words(title, "title"))


def set_notes(plan: Plan, notes: str) -> Plan:
    """The plan with notes, which may be empty and hold several lines."""
    if len(notes) > LONGEST * 10:
        raise _too_long("notes")
    return replace(plan, notes=notes)


def change_action(plan: Plan, action_id: str, **change: Value) -> Plan:
    """The plan with some fields of an action changed, by their names in ``Action``.

    An owner or a type may be given as its word. An action's id and reason stay.
    """
    allowed = {"text", "type", "owner", "due", "done", "effort", "evidence", "serves", "note"}
    if unknown := set(change) - allowed:
        raise ValueError(f"not fields of an action that can change: {sorted(unknown)}")
    made = _checked(plan, change)
    return _on_action(plan, action_id, lambda action: replace(action, **made))


def mark_done(plan: Plan, action_id: str, on: str | None) -> Plan:
    """The plan with an action done on a day; None takes the mark away."""
    return change_action(plan, action_id, done=on)


def add_action(plan: Plan, goal_id: str, text: str, because: str, **more: Value) -> Plan:
    """The plan with one more action at the end of a goal; ``because`` says what it serves."""
    words, reason = _words(text, "action"), _words(because, "reason")
    plain = Action(_next_id(plan), words, ActionType.DOING, reason)
    action = replace(plain, **_checked(plan, more))
    return _on_goal(plan, goal_id, lambda goal: replace(goal, actions=(*goal.actions, action)))


def remove_action(plan: Plan, action_id: str) -> Plan:
    """The plan without an action."""
    _find_action(plan, action_id)
    goals = tuple(
        replace(goal, actions=tuple(a for a in goal.actions if a.id != action_id))
        for goal in plan.goals
    )
    return replace(plan, goals=goals)


def move_action(plan: Plan, action_id: str, places: int) -> Plan:
    """The plan with an action moved down (or up, below 0) inside its goal, as far as it goes."""
    action = _find_action(plan, action_id)

    def moved(goal: Goal) -> Goal:
        if action not in goal.actions:
            return goal
        rest = [one for one in goal.actions if one.id != action_id]
        at = max(0, min(len(rest), goal.actions.index(action) + places))
        return replace(goal, actions=(*rest[:at], action, *rest[at:]))

    return replace(plan, goals=tuple(moved(goal) for goal in plan.goals))


def set_goal(
    plan: Plan,
    goal_id: str,
    *,
    text: str | None = None,
    measure: str | None = None,
    due: str | None = None,
) -> Plan:
    """The plan with a goal's words, measure or day changed; what is None stays."""
    change: Change = {}
    if text is not None:
        change["text"] = _words(text, "goal")
    if measure is not None:
        change["measure"] = _short(measure, "measure")
    if due is not None:
        change["due"] = _day(plan, due)
    return _on_goal(plan, goal_id, lambda goal: replace(goal, **change))


def add_goal(plan: Plan, text: str, due: str | None = None) -> Plan:
    """The plan with one more goal of the person's own."""
    used = {goal.id for goal in plan.goals}
    number = next(n for n in range(1, len(used) + 2) if f"own-{n}" not in used)
    goal = Goal(f"own-{number}", _words(text, "goal"), due=_day(plan, due) if due else None)
    return replace(plan, goals=(*plan.goals, goal))


def remove_goal(plan: Plan, goal_id: str) -> Plan:
    """The plan without a goal and its actions."""
    _find_goal(plan, goal_id)
    return replace(plan, goals=tuple(goal for goal in plan.goals if goal.id != goal_id))


def set_review(
    plan: Plan, review_id: str, *, on: str | None = None, what: str | None = None
) -> Plan:
    """The plan with a review's day or words changed, reviews kept in order of their days."""
    if all(review.id != review_id for review in plan.reviews):
        raise _gone("review")
    change: Change = {}
    if on is not None:
        change["on"] = _day(plan, on)
    if what is not None:
        change["what"] = _words(what, "review")
    reviews = (replace(r, **change) if r.id == review_id else r for r in plan.reviews)
    return replace(plan, reviews=tuple(sorted(reviews, key=lambda review: review.on)))


def add_review(plan: Plan, on: str, what: str) -> Plan:
    """The plan with one more day to look at it."""
    used = {review.id for review in plan.reviews}
    number = next(n for n in range(1, len(used) + 2) if f"review-{n}" not in used)
    review = Review(f"review-{number}", _day(plan, on), _words(what, "review"))
    return replace(plan, reviews=tuple(sorted((*plan.reviews, review), key=lambda r: r.on)))


def remove_review(plan: Plan, review_id: str) -> Plan:
    """The plan without a review."""
    if all(review.id != review_id for review in plan.reviews):
        raise _gone("review")
    return replace(plan, reviews=tuple(r for r in plan.reviews if r.id != review_id))


def set_supporters(plan: Plan, supporters: tuple[Supporter, ...]) -> Plan:
    """The plan with these supporters; each must be named."""
    made = tuple(
        Supporter(_words(one.who, "name"), _short(one.how, "help"), _short(one.rhythm, "rhythm"))
        for one in supporters
    )
    return replace(plan, supporters=made)


def set_plan_b(plan: Plan, text: str, trigger: str) -> Plan:
    """The plan with another plan B; both halves empty takes it away."""
    if not text.strip() and not trigger.strip():
        return replace(plan, plan_b=None)
    role = plan.plan_b.role_id if plan.plan_b and plan.plan_b.text == text else None
    return replace(plan, plan_b=PlanB(_words(text, "plan B"), _words(trigger, "trigger"), role))


def set_questions(plan: Plan, questions: tuple[str, ...]) -> Plan:
    """The plan with these questions for the employer; empty ones are dropped."""
    kept = tuple(_short(one, "question") for one in questions if one.strip())
    return replace(plan, employer_questions=kept)


def _checked(plan: Plan, change: Mapping[str, Value]) -> Change:
    """Fields of an action, each checked and of its type."""
    return {name: _field(plan, name, value) for name, value in change.items()}


def _field(plan: Plan, name: str, value: Value) -> Value:
    if name == "serves":
        return tuple(value) if isinstance(value, tuple) else ()
    text = value if isinstance(value, str) else ""
    if name in {"due", "done"}:
        return _day(plan, text, past=name == "done") if text else None
    if name == "owner":
        return Owner(text)
    if name == "type":
        return ActionType(text)
    return _words(text, "action") if name == "text" else _short(text, name)


def _on_action(plan: Plan, action_id: str, change: Callable[[Action], Action]) -> Plan:
    _find_action(plan, action_id)
    goals = tuple(
        replace(goal, actions=tuple(change(a) if a.id == action_id else a for a in goal.actions))
        for goal in plan.goals
    )
    return replace(plan, goals=goals)


def _on_goal(plan: Plan, goal_id: str, change: Callable[[Goal], Goal]) -> Plan:
    _find_goal(plan, goal_id)
    goals = tuple(change(goal) if goal.id == goal_id else goal for goal in plan.goals)
    return replace(plan, goals=goals)


def _find_action(plan: Plan, action_id: str) -> Action:
    for goal in plan.goals:
        for action in goal.actions:
            if action.id == action_id:
                return action
    raise _gone("action")


def _find_goal(plan: Plan, goal_id: str) -> Goal:
    for goal in plan.goals:
        if goal.id == goal_id:
            return goal
    raise _gone("goal")


def _next_id(plan: Plan) -> str:
    used = {action.id for goal in plan.goals for action in goal.actions}
    number = 1
    while f"action-{number}" in used:
        number += 1
    return f"action-{number}"


def _words(text: str, name: str) -> str:
    words = _short(text, name)
    if not words:
        raise KnownError(f"The {name} is empty.", "Write a few words, or cancel.")
    return words


def _short(text: str, name: str) -> str:
    if len(text) > LONGEST:
        raise _too_long(name)
    return text.strip()


def _day(plan: Plan, text: str, *, past: bool = False) -> str:
    """An ISO day near enough to the plan to be meant; a day done may lie some years back."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise KnownError(
            f"“{text.strip()[:30]}” is not a date.", "Write it as year-month-day: 2027-03-31."
        ) from None
    made = date.fromisoformat(plan.made_on)
    first = add_months(made, -12 * YEARS_AHEAD) if past else add_months(made, -1)
    last = add_months(made, 12 * YEARS_AHEAD)
    if not first <= day <= last:
        words = day_words(day.isoformat())
        raise KnownError(
            f"{words} is too far from the day of this plan.",
            f"Choose a day from {day_words(first.isoformat())} to {day_words(last.isoformat())}.",
        )
    return day.isoformat()


def _gone(name: str) -> KnownError:
    return KnownError(
        f"This {name} is no longer in the plan.", "Look at the plan again, then retry."
    )


def _too_long(name: str) -> KnownError:
    return KnownError(
        f"The {name} is too long to fit on paper.", f"Use at most {LONGEST:,} letters."
    )
