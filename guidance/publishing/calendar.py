"""A plan's actions and reviews as calendar events (RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from guidance.domain.plan import Action, Plan
from guidance.publishing.normal import clean_text

PRODUCT = "-//Waymark//Career guidance//EN"
REMIND_DAYS = 7
Loose = Any  # icalendar gives its components no complete types


def render_calendar(plan: Plan) -> str:
    """The calendar file of a plan: one all-day event per dated action and review.

    Ids come from the plan and the action, so that bringing a file in again moves events and never
    doubles them. The stamp is the day the plan was made.
    """
    # Late: only an export to a calendar needs it.
    import icalendar

    parts: Loose = icalendar
    calendar = parts.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean_text(plan.title))
    for goal in plan.goals:
        for action in goal.actions:
            if event := _event(plan, action.id, action.due, action.text, _about(action)):
                if action.done:
                    event.add("status", "CONFIRMED")
                calendar.add_component(event)
    for review in plan.reviews:
        words = clean_text(f"Look at my plan again: {review.what}")
        if event := _event(plan, review.id, review.on, "Review my development plan", words):
            calendar.add_component(event)
    return calendar.to_ical().decode("utf-8")


def _about(action: Action) -> str:
    lines = [f"Because: {action.because}", f"Leaves: {action.evidence}"]
    lines += [f"Effort: {action.effort}"] if action.effort else []
    return "\n".join(clean_text(line) for line in lines)


def _event(plan: Plan, name: str, on: str | None, title: str, about: str) -> Loose | None:
    import icalendar  # late, as above

    parts: Loose = icalendar
    if on is None:
        return None
    try:
        day = date.fromisoformat(on)
        made = date.fromisoformat(plan.made_on)
    except ValueError:
        return None
    event = parts.Event()
    event.add("uid", f"{clean_text(plan.id)}-{clean_text(name)}@waymark")
    event.add("dtstamp", datetime.combine(made, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", clean_text(title))
    event.add("description", about)
    event.add("transp", "TRANSPARENT")
    alarm = parts.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean_text(title))
    alarm.add("trigger", timedelta(days=-REMIND_DAYS))
    event.add_component(alarm)
    return event
