"""A plan leaves in six kinds of file, and any other is refused with the ones there are."""

from dataclasses import replace

import icalendar
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

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


TYPED = st.text(st.characters(), max_size=40) | st.sampled_from(
    (
        "\ud800",
        "\x00\x1b[31m",
        "\r\nEND:VEVENT\r\n",
        "x" * 2000,
        "#panic()",
        "{{ 7 * 7 }}",
        "\u202eab",
    )
)


def _typed_over(plan: Plan, words: str) -> Plan:
    """The plan with the same words in every place that a person can type in."""
    goals = tuple(
        replace(
            goal,
            text=words,
            measure=words,
            actions=tuple(replace(a, text=words, evidence=words, note=words) for a in goal.actions),
        )
        for goal in plan.goals
    )
    return replace(
        plan,
        who=words,
        title=words,
        notes=words,
        goals=goals,
        supporters=tuple(replace(one, who=words, how=words) for one in plan.supporters),
        reviews=tuple(replace(one, what=words) for one in plan.reviews),
    )


@given(words=TYPED)
@example("\ud800")
@example("x" * 2000)
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_words_at_all_may_stand_in_a_plan(plan: Plan, words: str) -> None:
    typed = _typed_over(plan, words)
    for kind in ("html", "txt", "ics"):
        assert export(typed, kind)
    assert read_plan(export(typed, "json").decode()) == typed


@pytest.mark.parametrize("words", ["\ud800\x00\x1b[31m #panic() $x$ @a <b>", "x" * 2000])
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_any_words_at_all_may_be_printed(plan: Plan, words: str, kind: str) -> None:
    assert export(_typed_over(plan, words), kind).startswith(STARTS[kind])


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
