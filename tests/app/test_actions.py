"""Each action does what its name says."""

from dataclasses import replace

import pytest

from guidance.app import actions
from guidance.app.session import Session
from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan
from guidance.domain.profile import HeldRole
from guidance.domain.returning import LogEntry, Supervisor

LATE = LogEntry("2026-10-02", "formal-study", 7.0)
EARLY = LogEntry("2026-09-01", "supervised-practice", 3.5)


def test_a_title_takes_the_meaning_chosen_for_it(session: Session) -> None:
    session.perform(actions.answer("role-now", (HeldRole("hca"), HeldRole("cook"))))
    session.perform(actions.set_title_meaning("hca", "support-worker"))
    assert [role.role_id for role in session.profile.roles] == ["support-worker", None]


def test_a_meaning_that_is_no_role_is_refused(session: Session) -> None:
    with pytest.raises(KnownError, match="no role called 'astronaut'"):
        session.perform(actions.set_title_meaning("hca", "astronaut"))


def test_pinning_a_hidden_role_shows_it_again(session: Session) -> None:
    session.perform(actions.hide("therapist"))
    session.perform(actions.pin("therapist"))
    assert (session.client.pinned, session.client.hidden) == (("therapist",), ())


def test_hiding_a_pinned_role_unpins_it(session: Session) -> None:
    session.perform(actions.pin("therapist"))
    session.perform(actions.hide("therapist"))
    assert (session.client.pinned, session.client.hidden) == ((), ("therapist",))


def test_a_pin_is_taken_out_again(session: Session) -> None:
    session.perform(actions.pin("therapist"))
    session.perform(actions.pin("therapist", on=False))
    assert session.client.pinned == ()


def test_the_log_is_kept_in_order_of_date(session: Session) -> None:
    session.perform(actions.add_log_entry(LATE))
    session.perform(actions.add_log_entry(EARLY))
    assert session.client.log == (EARLY, LATE)


def test_a_line_is_taken_out_of_the_log(session: Session) -> None:
    session.perform(actions.add_log_entry(EARLY))
    session.perform(actions.add_log_entry(LATE))
    session.perform(actions.remove_log_entry(0))
    assert session.client.log == (LATE,)


@pytest.mark.parametrize("hours", [0, -1, 24.5, float("nan")])
def test_a_day_of_impossible_length_is_refused(session: Session, hours: float) -> None:
    with pytest.raises(KnownError, match="from 0 to 24"):
        session.perform(actions.add_log_entry(replace(EARLY, hours=hours)))


@pytest.mark.parametrize("day", ["soon", "2026-13-01", "2027-01-01", "2026-11"])
def test_a_log_date_that_cannot_be_is_refused(session: Session, day: str) -> None:
    with pytest.raises(KnownError):
        session.perform(actions.add_log_entry(replace(EARLY, on=day)))


def test_a_line_that_is_not_in_the_log_is_refused(session: Session) -> None:
    with pytest.raises(KnownError, match="not in the log"):
        session.perform(actions.remove_log_entry(0))


def test_the_supervisor_is_kept(session: Session) -> None:
    session.perform(actions.set_supervisor(Supervisor(years_registered=4)))
    assert session.client.supervisor.years_registered == 4


def test_a_plan_is_started_for_the_role_chosen(session: Session) -> None:
    session.perform(actions.answer("role-now", (HeldRole("hca"),)))
    session.perform(actions.start_plan(("therapist",)))
    (plan,) = session.client.plans
    assert [item.role_id for item in plan.destinations] == ["therapist"]
    assert plan.made_on == "2026-11-21"


def test_a_plan_for_a_role_that_is_not_there_is_refused(session: Session) -> None:
    with pytest.raises(KnownError, match="no role called 'astronaut'"):
        session.perform(actions.start_plan(("astronaut",)))


def test_a_way_that_is_not_there_is_refused(session: Session) -> None:
    with pytest.raises(KnownError, match="way is not in the list"):
        session.perform(actions.start_plan(("therapist",), way_index=40))


def test_an_edit_changes_only_the_plan_named(session: Session) -> None:
    session.perform(actions.start_plan(("therapist",)))
    session.perform(actions.start_plan(("therapy-assistant",)))
    first, second = session.client.plans

    def note(plan: Plan) -> Plan:
        return replace(plan, notes="Talked to Pat")

    session.perform(actions.edit_plan(first.id, note))
    assert [plan.notes for plan in session.client.plans] == ["Talked to Pat", second.notes]


def test_an_edit_of_a_plan_that_is_gone_is_refused(session: Session) -> None:
    with pytest.raises(KnownError, match="not here any more"):
        session.perform(actions.edit_plan("gone", lambda plan: plan))


def test_a_plan_is_removed_and_undo_brings_it_back(session: Session) -> None:
    session.perform(actions.start_plan(("therapist",)))
    plan = session.client.plans[0]
    session.perform(actions.remove_plan(plan.id))
    assert session.client.plans == ()
    session.undo()
    assert session.client.plans == (plan,)


def test_choosing_another_way_keeps_the_plan_in_its_place(session: Session) -> None:
    session.perform(actions.start_plan(("therapist",)))
    plan = session.client.plans[0]
    session.perform(actions.choose_way(plan.id, 0))
    assert [item.id for item in session.client.plans] == [plan.id]


def test_a_name_is_kept_on_one_line(session: Session) -> None:
    session.perform(actions.rename("  Client\n 14 "))
    assert session.client.name == "Client 14"


def test_the_open_page_is_kept_without_an_undo(session: Session) -> None:
    session.perform(actions.open_page("matches"))
    assert session.client.page == "matches"
    assert session.can_undo == ""
