"""The coming back page: options, sums, the log and the supervisor, for no, one or two registers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from ui.people import (
    PHYSIO,
    click,
    line,
    meet,
    press_key,
    repeated_names,
    visit,
    words_on,
    write,
)
from ui.walking import focused, nameless, settle, takes_focus

from guidance.app.actions import add_log_entry, set_profile
from guidance.app.returns import return_answers
from guidance.domain.profile import Profile, Registration
from guidance.domain.returning import LogEntry, ReturnAnswer
from guidance.domain.vocabulary import RegisterId, RegistrationStatus
from guidance.ui.pages.preview.page import PreviewPage
from guidance.ui.pages.returning.answers import AnswerCard
from guidance.ui.pages.returning.page import ReturningPage
from guidance.ui.window import MainWindow

NURSE = Registration(RegisterId.NMC, "adult-nurse", RegistrationStatus.LAPSED, "2020-03", "2019-11")


@pytest.fixture
def page(window: MainWindow) -> ReturningPage:
    meet(window, PHYSIO)
    shown = visit(window, "returning")
    assert isinstance(shown, ReturningPage)
    return shown


def answers(page: ReturningPage) -> tuple[ReturnAnswer, ...]:
    session = page.desk.session
    return return_answers(session.catalogue, session.client, session.as_of)


def add_entry(window: MainWindow, page: ReturningPage, hours: str, what: str = "A day") -> None:
    write(page, "Hours", hours)
    write(page, "What you did", what)
    click(window, "Add to the log")


def test_without_a_registration_the_page_leads_to_the_question(window: MainWindow) -> None:
    visit(window, "returning")
    click(window, "Tell us about your registration")
    assert window.at == "interview"


def test_without_a_registration_there_is_no_log(window: MainWindow) -> None:
    shown = visit(window, "returning")
    assert "Your log" not in words_on(shown)


def test_the_headline_and_the_sums_are_shown(page: ReturningPage) -> None:
    (found,), words = answers(page), words_on(page)
    assert found.headline in words
    assert all(line in words for option in found.options for line in option.sums)


def test_every_question_and_flag_is_in_view(page: ReturningPage) -> None:
    (found,), words = answers(page), words_on(page)
    assert found.questions
    assert all(point in words for point in (*found.questions, *found.flags))


def test_what_is_asked_of_a_supervisor_is_in_view(page: ReturningPage) -> None:
    (found,) = answers(page)
    assert found.supervisor
    assert all(point in words_on(page) for point in found.supervisor)


def test_two_registers_get_two_answers(window: MainWindow, page: ReturningPage) -> None:
    session = page.desk.session
    both = (*session.profile.registrations, NURSE)
    session.perform(set_profile(replace(session.profile, registrations=both)))
    settle(window)
    assert len(page.findChildren(AnswerCard)) == 2


def test_two_registers_have_no_two_things_of_the_same_name(
    window: MainWindow, page: ReturningPage
) -> None:
    session = page.desk.session
    both = (*session.profile.registrations, NURSE)
    session.perform(set_profile(replace(session.profile, registrations=both)))
    settle(window)
    assert repeated_names(page) == []


def test_a_month_alone_is_date_enough(window: MainWindow) -> None:
    window.desk.session.perform(set_profile(Profile(registrations=(NURSE,))))
    shown = visit(window, "returning")
    assert isinstance(shown, ReturningPage)
    (found,) = answers(shown)
    assert found.years_out is not None
    assert found.headline in words_on(shown)


def test_everything_that_takes_the_focus_is_named(page: ReturningPage) -> None:
    assert nameless(takes_focus(page)) == []


def test_a_day_is_added_to_the_log(window: MainWindow, page: ReturningPage) -> None:
    add_entry(window, page, "7,5", "Shadowed in clinic")
    entry = LogEntry("2026-11-21", "supervised-practice", 7.5, "Shadowed in clinic")
    assert page.desk.session.client.log == (entry,)


def test_the_fields_are_empty_for_the_next_day(window: MainWindow, page: ReturningPage) -> None:
    add_entry(window, page, "7")
    assert line(page, "Hours").text() == ""


def test_the_log_changes_the_sum(window: MainWindow, page: ReturningPage) -> None:
    before = words_on(page)
    add_entry(window, page, "7")
    assert "Done: 1 of 60 days." in words_on(page)
    assert "Done: 0 of 60 days." in before


@pytest.mark.parametrize("hours", ["", "many", "0", "25", "-3", "nan", "1e1"])
def test_hours_that_cannot_be_are_refused(
    window: MainWindow, page: ReturningPage, hours: str
) -> None:
    add_entry(window, page, hours)
    assert page.desk.session.client.log == ()
    assert page.errors.isVisible()


def test_the_problem_with_the_hours_leads_to_the_field(
    window: MainWindow, page: ReturningPage
) -> None:
    add_entry(window, page, "many")
    page.errors.links[0].click()
    assert focused() is page.log.hours


def test_a_day_to_come_is_refused_and_nothing_is_lost(
    window: MainWindow, page: ReturningPage
) -> None:
    write(page, "Date", "1 December 2026")
    add_entry(window, page, "7", "A day")
    assert page.desk.session.client.log == ()
    assert line(page, "What you did").text() == "A day"
    assert page.errors.isVisible()


def test_a_date_that_is_none_is_refused(window: MainWindow, page: ReturningPage) -> None:
    write(page, "Date", "last week")
    add_entry(window, page, "7")
    assert "is not a date" in page.errors.links[0].text()


def test_a_line_is_removed_and_the_focus_stays_on_the_page(
    window: MainWindow, page: ReturningPage
) -> None:
    session = page.desk.session
    session.perform(add_log_entry(LogEntry("2026-11-02", "private-study", 3, "Read")))
    session.perform(add_log_entry(LogEntry("2026-11-03", "formal-study", 7, "Course")))
    settle(window)
    name = "Remove line 1: 2 Nov 2026 \u00b7 Private study \u00b7 3 hours \u00b7 Read"
    press_key(window, name, Qt.Key.Key_Space)
    assert [entry.what for entry in session.client.log] == ["Course"]
    assert page.isAncestorOf(focused())


def test_two_equal_lines_have_names_of_their_own(window: MainWindow, page: ReturningPage) -> None:
    add_entry(window, page, "7")
    add_entry(window, page, "7")
    assert repeated_names(page) == []


def test_the_supervisor_is_kept(window: MainWindow, page: ReturningPage) -> None:
    write(page, "How many years have they been on the register?", "2")
    page.supervisor.years.editingFinished.emit()
    settle(window)
    assert page.desk.session.client.supervisor.years_registered == 2


def test_a_supervisor_who_is_too_new_is_told(window: MainWindow, page: ReturningPage) -> None:
    before = answers(page)[0].supervisor
    write(page, "How many years have they been on the register?", "1")
    page.supervisor.years.editingFinished.emit()
    settle(window)
    (found,) = answers(page)
    assert found.supervisor != before
    assert all(point in words_on(page) for point in found.supervisor)


def test_years_that_are_no_number_are_refused(window: MainWindow, page: ReturningPage) -> None:
    write(page, "How many years have they been on the register?", "some")
    page.supervisor.years.editingFinished.emit()
    settle(window)
    assert page.errors.isVisible()
    assert page.desk.session.client.supervisor.years_registered is None


def test_the_pack_opens_in_the_preview(window: MainWindow, page: ReturningPage) -> None:
    click(window, "Make my return to practice pack")
    settle(window)
    shown = window.page
    assert isinstance(shown, PreviewPage)
    assert shown.chosen() == "return-pack"
