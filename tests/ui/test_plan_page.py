"""The plan page: every part of a plan changed in place, with nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.people import (
    HCA,
    PHYSIO,
    button,
    click,
    line,
    meet,
    names_of_buttons,
    plan_for,
    press_key,
    repeated_names,
    visit,
    words_on,
    write,
)
from ui.walking import focused, nameless, settle, takes_focus

from guidance.domain.plan import Action, Plan, Supporter
from guidance.ui.pages.plan.actioncard import ActionEditor
from guidance.ui.pages.plan.page import PlanPage
from guidance.ui.pages.plan.sections import NotesSection, WhoSection
from guidance.ui.window import MainWindow

OT = "occupational-therapist"


@pytest.fixture
def page(window: MainWindow) -> PlanPage:
    meet(window, HCA)
    plan_for(window, OT)
    shown = visit(window, "plan", "latest")
    assert isinstance(shown, PlanPage)
    return shown


def plan_of(page: PlanPage) -> Plan:
    plan = page.plan()
    assert plan is not None
    return plan


def actions_of(page: PlanPage) -> list[Action]:
    return [action for goal in plan_of(page).goals for action in goal.actions]


def opened(window: MainWindow, page: PlanPage) -> ActionEditor:
    """The fields of the first action."""
    click(window, f"Change: {actions_of(page)[0].text}")
    editor = page.cards[actions_of(page)[0].id].editor
    assert editor is not None
    return editor


def open_line(window: MainWindow, page: PlanPage, name: str) -> None:
    """Show what a line hides."""
    click(window, name)


def test_without_a_plan_the_page_leads_to_the_matches(window: MainWindow) -> None:
    visit(window, "plan")
    click(window, "See your matches")
    assert window.at == "matches"


def test_every_action_is_on_the_page(page: PlanPage) -> None:
    words = words_on(page)
    assert all(action.text in words for action in actions_of(page))


def test_no_two_things_to_press_have_the_same_name(page: PlanPage) -> None:
    assert repeated_names(page) == []


def test_no_two_have_the_same_name_while_an_action_is_open(
    window: MainWindow, page: PlanPage
) -> None:
    opened(window, page)
    assert repeated_names(page) == []


def test_everything_that_takes_the_focus_is_named(window: MainWindow, page: PlanPage) -> None:
    opened(window, page)
    assert nameless(takes_focus(page)) == []


def test_an_action_is_ticked_with_todays_date(window: MainWindow, page: PlanPage) -> None:
    click(window, f"Mark as done: {actions_of(page)[0].text}")
    assert actions_of(page)[0].done == "2026-11-21"


def test_ticking_leaves_the_focus_on_the_same_action(window: MainWindow, page: PlanPage) -> None:
    text = actions_of(page)[1].text
    press_key(window, f"Mark as done: {text}", Qt.Key.Key_Space)
    assert focused().accessibleName() == f"Not done yet: {text}"


def test_a_tick_can_be_taken_away(window: MainWindow, page: PlanPage) -> None:
    text = actions_of(page)[0].text
    click(window, f"Mark as done: {text}")
    click(window, f"Not done yet: {text}")
    assert actions_of(page)[0].done is None


def _add(window: MainWindow, page: PlanPage, goal: str, text: str) -> None:
    click(window, f"Add an action of your own to: {goal}")
    write(page, f"A new action for: {goal}", text)
    click(window, f"Add an action to: {goal}")


def test_moving_down_leaves_the_focus_on_the_same_action(
    window: MainWindow, page: PlanPage
) -> None:
    goal, text = plan_of(page).goals[0], actions_of(page)[0].text
    _add(window, page, goal.text, "Read about the degree")  # so that the move is not to the foot
    press_key(window, f"Down: {text}", Qt.Key.Key_Space)
    assert actions_of(page)[1].text == text
    assert focused().accessibleName() == f"Down: {text}"


def test_at_the_top_the_focus_goes_to_down(window: MainWindow, page: PlanPage) -> None:
    text = actions_of(page)[1].text
    press_key(window, f"Up: {text}", Qt.Key.Key_Space)
    assert focused().accessibleName() == f"Down: {text}"


def test_control_and_down_moves_an_action(window: MainWindow, page: PlanPage) -> None:
    text = actions_of(page)[0].text
    page.focus(button(page, f"Change: {text}"))
    QTest.keyClick(focused(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert actions_of(page)[1].text == text


def test_removing_an_action_moves_the_focus_to_the_next(window: MainWindow, page: PlanPage) -> None:
    first, second = actions_of(page)[:2]
    press_key(window, f"Remove: {first.text}", Qt.Key.Key_Space)
    assert first.id not in {action.id for action in actions_of(page)}
    assert focused().accessibleName() == f"Mark as done: {second.text}"


def test_undo_brings_a_removed_action_back(window: MainWindow, page: PlanPage) -> None:
    before = plan_of(page)
    click(window, f"Remove: {actions_of(page)[0].text}")
    click(window, "Undo: Remove an action")
    assert plan_of(page) == before


def test_redo_makes_the_change_again(window: MainWindow, page: PlanPage) -> None:
    click(window, f"Remove: {actions_of(page)[0].text}")
    after = plan_of(page)
    click(window, "Undo: Remove an action")
    click(window, "Redo: Remove an action")
    assert plan_of(page) == after


def test_opening_an_action_puts_the_focus_in_its_words(window: MainWindow, page: PlanPage) -> None:
    press_key(window, f"Change: {actions_of(page)[0].text}", Qt.Key.Key_Space)
    editor = page.cards[actions_of(page)[0].id].editor
    assert editor is not None
    assert focused() is editor.words


def test_an_action_is_changed(window: MainWindow, page: PlanPage) -> None:
    opened(window, page)
    write(page, "What you will do", "Shadow a therapist for a day")
    write(page, "By when", "31 March 2027")
    click(window, "Keep these changes")
    assert (actions_of(page)[0].text, actions_of(page)[0].due) == (
        "Shadow a therapist for a day",
        "2027-03-31",
    )


def test_keeping_puts_the_focus_back_on_the_action(window: MainWindow, page: PlanPage) -> None:
    opened(window, page)
    write(page, "What you will do", "Shadow a therapist for a day")
    press_key(window, "Keep these changes", Qt.Key.Key_Space)
    assert focused().accessibleName() == "Change: Shadow a therapist for a day"


def test_an_action_may_have_no_date(window: MainWindow, page: PlanPage) -> None:
    opened(window, page)
    write(page, "By when", "")
    click(window, "Keep these changes")
    assert actions_of(page)[0].due is None


def test_leaving_it_as_it_was_changes_nothing(window: MainWindow, page: PlanPage) -> None:
    before = plan_of(page)
    opened(window, page)
    write(page, "What you will do", "Something else")
    click(window, "Leave it as it was")
    assert plan_of(page) == before


def test_empty_words_are_refused_at_the_top(window: MainWindow, page: PlanPage) -> None:
    opened(window, page)
    write(page, "What you will do", "")
    click(window, "Keep these changes")
    assert [link.text() for link in page.errors.links] == ["The action is empty."]


def test_the_problem_leads_to_its_field(window: MainWindow, page: PlanPage) -> None:
    editor = opened(window, page)
    write(page, "What you will do", "")
    click(window, "Keep these changes")
    page.errors.links[0].click()
    assert focused() is editor.words


@pytest.mark.parametrize("day", ["1 January 2199", "soon", "31/02/2027"])
def test_a_day_that_cannot_be_meant_is_told_at_its_field(
    window: MainWindow, page: PlanPage, day: str
) -> None:
    editor = opened(window, page)
    write(page, "By when", day)
    click(window, "Keep these changes")
    assert not editor.due_field.error.isHidden()


def test_a_refused_change_keeps_what_was_typed(window: MainWindow, page: PlanPage) -> None:
    editor = opened(window, page)
    write(page, "Your note", "Ask on Monday")
    write(page, "By when", "1 January 2199")
    click(window, "Keep these changes")
    assert editor.note.text() == "Ask on Monday"


def test_half_typed_words_live_through_another_change(window: MainWindow, page: PlanPage) -> None:
    opened(window, page)
    write(page, "Your note", "Half a thought")
    click(window, f"Mark as done: {actions_of(page)[1].text}")
    assert line(page, "Your note").text() == "Half a thought"


def test_leaving_the_page_keeps_a_half_edited_action(window: MainWindow, page: PlanPage) -> None:
    opened(window, page)
    write(page, "Your note", "Ask on Monday")
    visit(window, "start")
    assert actions_of(page)[0].note == "Ask on Monday"


def test_what_cannot_be_kept_on_leaving_is_still_there_on_coming_back(
    window: MainWindow, page: PlanPage
) -> None:
    opened(window, page)
    write(page, "By when", "next spring")
    visit(window, "start")
    visit(window, "plan")
    assert line(page, "By when").text() == "next spring"
    assert page.errors.isVisible()


def test_notes_are_kept_on_leaving(window: MainWindow, page: PlanPage) -> None:
    section = page.sections["notes"]
    assert isinstance(section, NotesSection)
    QTest.keyClicks(section.notes, "Talk to my manager")
    visit(window, "start")
    assert plan_of(page).notes == "Talk to my manager"


def test_the_name_is_kept_when_its_field_is_left(window: MainWindow, page: PlanPage) -> None:
    section = page.sections["who"]
    assert isinstance(section, WhoSection)
    page.focus(section.who)
    QTest.keyClicks(section.who, "Client 12")
    QTest.keyClick(section.who, Qt.Key.Key_Tab)
    settle(window)
    assert plan_of(page).who == "Client 12"


def test_an_empty_title_is_refused(window: MainWindow, page: PlanPage) -> None:
    write(page, "Title of the plan", "")
    QTest.keyClick(line(page, "Title of the plan"), Qt.Key.Key_Return)
    settle(window)
    assert [link.text() for link in page.errors.links] == ["The title is empty."]


def test_an_action_of_ones_own_is_added(window: MainWindow, page: PlanPage) -> None:
    goal = plan_of(page).goals[0]
    click(window, f"Add an action of your own to: {goal.text}")
    write(page, f"A new action for: {goal.text}", "Read about the degree")
    press_key(window, f"Add an action to: {goal.text}", Qt.Key.Key_Space)
    assert plan_of(page).goals[0].actions[-1].text == "Read about the degree"
    assert focused().accessibleName() == "Change: Read about the degree"


def test_the_field_is_empty_after_an_action_is_added(window: MainWindow, page: PlanPage) -> None:
    goal = plan_of(page).goals[0]
    click(window, f"Add an action of your own to: {goal.text}")
    write(page, f"A new action for: {goal.text}", "Read about the degree")
    click(window, f"Add an action to: {goal.text}")
    assert line(page, f"A new action for: {goal.text}").text() == ""


def test_two_actions_with_the_same_words_are_told_apart(window: MainWindow, page: PlanPage) -> None:
    goal, text = plan_of(page).goals[0], "Read about the degree"
    _add(window, page, goal.text, text)
    write(page, f"A new action for: {goal.text}", text)  # the field is still open
    click(window, f"Add an action to: {goal.text}")
    assert f"Change: {text} (2)" in names_of_buttons(page)


def test_a_goal_is_added(window: MainWindow, page: PlanPage) -> None:
    click(window, "Add a goal of your own")
    write(page, "A new goal", "Feel sure in meetings")
    click(window, "Add this goal")
    assert plan_of(page).goals[-1].text == "Feel sure in meetings"


def test_a_goal_without_words_is_refused(window: MainWindow, page: PlanPage) -> None:
    click(window, "Add a goal of your own")
    click(window, "Add this goal")
    assert [link.text() for link in page.errors.links] == ["The goal is empty."]


def test_a_goal_is_changed(window: MainWindow, page: PlanPage) -> None:
    goal = plan_of(page).goals[0]
    click(window, f"Change or remove the goal: {goal.text}")
    write(page, f"The words of the goal: {goal.text}", "Know if this is for me")
    write(page, f"The date of the goal: {goal.text}", "1/2/2027")
    click(window, f"Keep the goal: {goal.text}")
    changed = plan_of(page).goals[0]
    assert (changed.text, changed.due) == ("Know if this is for me", "2027-02-01")


def test_a_goal_is_removed_with_its_actions(window: MainWindow, page: PlanPage) -> None:
    goal = plan_of(page).goals[0]
    click(window, f"Change or remove the goal: {goal.text}")
    click(window, f"Remove the goal: {goal.text}")
    assert goal.id not in {one.id for one in plan_of(page).goals}


def test_a_day_to_look_again_is_added(window: MainWindow, page: PlanPage) -> None:
    click(window, "Add another day")
    write(page, "Another day to look again", "5 May 2027")
    click(window, "Add this day")
    assert "2027-05-05" in {review.on for review in plan_of(page).reviews}


def test_a_day_to_look_again_must_be_given(window: MainWindow, page: PlanPage) -> None:
    click(window, "Add another day")
    click(window, "Add this day")
    assert [link.text() for link in page.errors.links] == ["There is no date."]


def test_a_day_to_look_again_is_changed(window: MainWindow, page: PlanPage) -> None:
    click(window, "Change review 1, 21 Feb 2027")
    write(page, "Day of review 1, 21 Feb 2027", "1 March 2027")
    click(window, "Keep review 1, 21 Feb 2027")
    assert plan_of(page).reviews[0].on == "2027-03-01"


def test_a_day_to_look_again_is_removed(window: MainWindow, page: PlanPage) -> None:
    first = plan_of(page).reviews[0]
    click(window, "Change review 1, 21 Feb 2027")
    click(window, "Remove review 1, 21 Feb 2027")
    assert first not in plan_of(page).reviews


def test_someone_who_helps_is_added(window: MainWindow, page: PlanPage) -> None:
    click(window, "Add someone")
    write(page, "Who: someone new", "A friend")
    write(page, "How they help: someone new", "Listens")
    click(window, "Add this person")
    assert plan_of(page).supporters[-1] == Supporter("A friend", "Listens")


def test_someone_without_a_name_is_refused(window: MainWindow, page: PlanPage) -> None:
    click(window, "Add someone")
    click(window, "Add this person")
    assert [link.text() for link in page.errors.links] == ["The name is empty."]


def test_someone_who_helps_is_removed(window: MainWindow, page: PlanPage) -> None:
    first = plan_of(page).supporters[0]
    click(window, f"Change {first.who}, number 1")
    click(window, f"Remove {first.who}, number 1")
    assert first not in plan_of(page).supporters


def test_plan_b_is_changed(window: MainWindow, page: PlanPage) -> None:
    click(window, "Change plan B")
    write(page, "Plan B: another way", "Stay and learn")
    write(page, "Plan B: when to take it", "No place by June")
    click(window, "Keep plan B")
    plan_b = plan_of(page).plan_b
    assert plan_b is not None
    assert (plan_b.text, plan_b.trigger) == ("Stay and learn", "No place by June")


def test_half_a_plan_b_is_refused(window: MainWindow, page: PlanPage) -> None:
    click(window, "Change plan B")
    write(page, "Plan B: when to take it", "")
    click(window, "Keep plan B")
    assert [link.text() for link in page.errors.links] == ["The trigger is empty."]


def test_another_plan_is_a_press_away(window: MainWindow, page: PlanPage) -> None:
    first = plan_of(page).id
    plan_for(window, "physiotherapist")
    visit(window, "plan", "latest")
    click(window, "Your other plans (1)")
    click(window, "Plan 1: Occupational therapist, made 21 Nov 2026")
    assert plan_of(page).id == first


def test_words_half_typed_in_one_plan_stay_out_of_another(
    window: MainWindow, page: PlanPage
) -> None:
    click(window, "Add a goal of your own")
    write(page, "A new goal", "Half a goal")
    plan_for(window, "physiotherapist")
    visit(window, "plan", "latest")
    assert line(page, "A new goal").text() == ""


def test_removing_the_plan_can_be_undone(window: MainWindow, page: PlanPage) -> None:
    before = plan_of(page)
    click(window, "Remove this plan")
    assert page.plan() is None
    click(window, "Undo: Remove a plan")
    assert page.plan() == before


def test_print_or_save_opens_the_preview_of_this_plan(window: MainWindow, page: PlanPage) -> None:
    click(window, "Print or save")
    assert window.at == "preview"


def test_another_person_does_not_see_this_plan(window: MainWindow, page: PlanPage) -> None:
    window.desk.session.new_client()
    settle(window)
    assert "There is no plan yet" in words_on(page)


def test_the_return_plan_has_no_two_things_of_the_same_name(window: MainWindow) -> None:
    meet(window, PHYSIO)
    plan_for(window, "physiotherapist")
    assert repeated_names(visit(window, "plan", "latest")) == []


def test_a_problem_is_scrolled_to(window: MainWindow, page: PlanPage) -> None:
    opened(window, page)
    write(page, "By when", "soon")
    page.focus(button(page, "Keep these changes"))
    click(window, "Keep these changes")
    assert not page.errors.visibleRegion().isEmpty()


def test_the_field_of_a_problem_is_scrolled_to(window: MainWindow, page: PlanPage) -> None:
    editor = opened(window, page)
    write(page, "By when", "soon")
    click(window, "Keep these changes")
    page.errors.links[0].click()
    assert not editor.due.visibleRegion().isEmpty()
