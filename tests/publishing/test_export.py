"""A plan leaves in six kinds of file, and any other is refused with the ones there are."""

from dataclasses import replace

import icalendar
import pytest

from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan
from guidance.domain.plan_form import read_plan
from guidance.publishing.calendar import render_calendar
from guidance.publishing.export import FORMATS, export

STARTS = {
    "pdf": b"%PDF-1.7",
    "html": b"<!DOCTYPE html>",
    "docx": b"PK",
    "ics": b"BEGIN:VCALENDAR",
    "json": b'{\n  "format": "waymark-plan/1"',
    "txt": b"MY DEVELOPMENT PLAN",
}


def events(plan: Plan) -> list[icalendar.Event]:
    return [
        part
        for part in icalendar.Calendar.from_ical(render_calendar(plan)).walk("VEVENT")
        if isinstance(part, icalendar.Event)
    ]


@pytest.mark.parametrize("kind", list(FORMATS))
def test_each_kind_begins_as_it_should(plan: Plan, kind: str) -> None:
    assert export(plan, f".{kind.upper()}").startswith(STARTS[kind])


@pytest.mark.parametrize("kind", ["exe", "", "pdf.zip"])
def test_any_other_kind_is_refused(plan: Plan, kind: str) -> None:
    with pytest.raises(KnownError, match=r"\.pdf, \.html, \.docx, \.ics, \.json, \.txt"):
        export(plan, kind)


def test_the_json_reads_back(plan: Plan) -> None:
    assert read_plan(export(plan, "json").decode()) == plan


def test_plain_text_has_no_line_too_long(plan: Plan) -> None:
    lines = export(plan, "txt").decode().splitlines()
    assert max(len(line) for line in lines if "://" not in line) <= 78


def test_plain_text_says_what_the_pictures_show(plan: Plan) -> None:
    assert "[Picture] Your way, in 2 steps." in export(plan, "txt").decode()


def test_the_calendar_has_each_dated_action_and_review(plan: Plan) -> None:
    dated = sum(a.due is not None for goal in plan.goals for a in goal.actions)
    assert len(events(plan)) == dated + len(plan.reviews)


def test_a_calendar_brought_in_again_doubles_nothing(plan: Plan) -> None:
    goal = plan.goals[0]
    moved = replace(goal.actions[0], due="2027-04-01", text="Another day")
    first = replace(goal, actions=(moved, *goal.actions[1:]))
    changed = replace(plan, goals=(first, *plan.goals[1:]))
    assert {str(e["UID"]) for e in events(plan)} == {str(e["UID"]) for e in events(changed)}


def test_an_event_is_on_its_day(plan: Plan) -> None:
    found = next(e for e in events(plan) if str(e["UID"]) == "plan-sam-review-1@waymark")
    assert found.decoded("DTSTART").isoformat() == "2027-02-21"


def test_the_stamp_is_the_plans_own_day(plan: Plan) -> None:
    assert {e.decoded("DTSTAMP").date().isoformat() for e in events(plan)} == {"2026-11-21"}


def test_an_action_with_no_day_is_no_event(plan: Plan) -> None:
    goal = plan.goals[0]
    undated = replace(goal, actions=tuple(replace(a, due=None) for a in goal.actions))
    assert len(events(replace(plan, goals=(undated,)))) == len(plan.reviews)


def test_words_with_line_ends_cannot_break_the_calendar(plan: Plan) -> None:
    goal = plan.goals[0]
    nasty = replace(goal.actions[0], text="Meet\r\nEND:VEVENT\r\nBEGIN:VALARM; a,b\\")
    found = events(replace(plan, goals=(replace(goal, actions=(nasty,)),)))
    assert str(found[0]["SUMMARY"]) == "Meet END:VEVENT BEGIN:VALARM; a,b\\"


@pytest.mark.parametrize("kind", ["html", "txt", "json", "ics"])
def test_the_same_plan_gives_the_same_file(plan: Plan, kind: str) -> None:
    assert export(plan, kind) == export(plan, kind)
