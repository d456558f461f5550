from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.walking import focused, interview_of, press, settle, tab_to

from guidance.domain.profile import HeldRole
from guidance.domain.vocabulary import Purpose
from guidance.ui.pages.interview.editors import ChoiceEditor, LikertEditor, RankEditor
from guidance.ui.pages.interview.jobs import JobsEditor
from guidance.ui.pages.interview.page import InterviewPage
from guidance.ui.pages.interview.registers import RegistersEditor
from guidance.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def begin(window: MainWindow, step: str = "") -> InterviewPage:
    window.show_page("interview", step or "staff")
    settle(window)
    return interview_of(window)


def choose(window: MainWindow, page: InterviewPage, question: str, place: int) -> None:
    editor = page.editors[question]
    assert isinstance(editor, ChoiceEditor)
    editor.list.cards()[place].click()
    settle(window)


def say_job(window: MainWindow, page: InterviewPage, title: str) -> JobsEditor:
    editor = page.editors["role-now"]
    assert isinstance(editor, JobsEditor)
    editor.cards[0].title.line.setFocus()
    QTest.keyClicks(editor.cards[0].title.line, title)
    settle(window)
    return editor


def test_the_first_question_asks_why_you_are_here(window: MainWindow) -> None:
    page = begin(window)
    assert page.frames["purpose"].heading.text() == "Why are you here today?"


def test_the_focus_starts_in_the_first_answer(window: MainWindow) -> None:
    begin(window)
    assert focused().accessibleName() == "Plan my next step"


def test_an_answer_reaches_the_session_without_being_sent(window: MainWindow) -> None:
    page = begin(window)
    choose(window, page, "purpose", 1)
    assert window.desk.session.profile.purpose is Purpose.CHANGE_DIRECTION


def test_first_matches_show_after_two_answers(window: MainWindow) -> None:
    page = begin(window)
    choose(window, page, "purpose", 0)
    assert page.panel.rows.count() == 0
    page.submit()
    say_job(window, page, "HCA")
    assert page.panel.rows.count() > 0


def test_a_further_answer_says_what_moved(window: MainWindow) -> None:
    page = begin(window)
    choose(window, page, "purpose", 0)
    page.submit()
    say_job(window, page, "HCA")
    page.go_to_task("aims")
    editor = page.editors["aims"]
    editor.show_value(("rota coordinator",))
    editor.changed.emit()
    settle(window)
    assert page.panel.moved.text().startswith("What moved:")


def test_a_typed_job_shows_what_it_was_understood_as(window: MainWindow) -> None:
    page = begin(window, "role-now")
    editor = say_job(window, page, "HCA on a stroke ward")
    assert "Healthcare support worker" in editor.cards[0].meant.text()


def test_what_was_understood_can_be_refused(window: MainWindow) -> None:
    page = begin(window, "role-now")
    editor = say_job(window, page, "HCA")
    editor.cards[0].wrong.click()
    settle(window)
    assert "Type it another way" in editor.cards[0].meant.text()


def test_suggestions_come_while_typing_and_are_taken_by_keyboard(window: MainWindow) -> None:
    page = begin(window, "role-now")
    editor = say_job(window, page, "occupational ther")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    settle(window)
    held = editor.value()
    assert isinstance(held, tuple)
    assert isinstance(held[0], HeldRole)
    assert held[0].role_id is not None


def test_back_shows_exactly_what_was_answered(window: MainWindow) -> None:
    page = begin(window)
    choose(window, page, "purpose", 4)
    page.submit()
    settle(window)
    say_job(window, page, "Porter")
    window.go_back()
    settle(window)
    editor = page.editors["purpose"]
    assert editor.value() == "explore"
    page.submit()
    settle(window)
    assert page.editors["role-now"].value() == (HeldRole(title="Porter", current=True),)


def test_skip_leaves_the_step_as_it_was_on_arriving(window: MainWindow) -> None:
    page = begin(window, "direction")
    choose(window, page, "direction", 2)
    page.pass_over()
    settle(window)
    assert window.desk.session.profile.direction is None


def test_every_step_can_be_skipped_to_the_end(window: MainWindow) -> None:
    page = begin(window)
    for _ in range(30):
        if window.at != "interview":
            break
        page.pass_over()
        settle(window)
    assert window.at == "check"


def test_the_rail_lists_the_steps_and_marks_this_one(window: MainWindow) -> None:
    page = begin(window, "role-now")
    now = [t.step for g in page.tasks() for t in g.tasks if t.state == "now"]
    assert now == ["role-now"]


def test_undo_takes_back_an_answer_and_shows_it(window: MainWindow) -> None:
    page = begin(window)
    choose(window, page, "purpose", 1)
    page.submit()
    settle(window)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert window.desk.session.profile.purpose is None
    page.go_to_task("purpose")
    assert page.editors["purpose"].value() is None


def test_a_date_that_cannot_be_read_is_told_at_the_top_and_at_the_field(
    window: MainWindow,
) -> None:
    page = begin(window, "registration")
    editor = page.editors["registration"]
    assert isinstance(editor, RegistersEditor)
    card = editor.cards[0]
    card.register.setCurrentIndex(1)
    card.status.cards()[1].click()
    card.lines["left_on"].setText("a while ago")
    page.submit()
    settle(window)
    assert page.errors.isVisible()
    assert "'a while ago' is not a date" in page.errors.links[0].text()
    assert page.frames["registration"].error.text()


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(window: MainWindow) -> None:
    page = begin(window, "registration")
    editor = page.editors["registration"]
    assert isinstance(editor, RegistersEditor)
    card = editor.cards[0]
    card.register.setCurrentIndex(1)
    card.status.cards()[1].click()
    card.lines["left_on"].setText("??")
    page.submit()
    settle(window)
    assert focused() is page.errors
    page.errors.links[0].click()
    assert focused() is card.lines["left_on"]


def test_an_answer_that_cannot_be_read_keeps_the_page_where_it_is(window: MainWindow) -> None:
    page = begin(window, "registration")
    editor = page.editors["registration"]
    assert isinstance(editor, RegistersEditor)
    editor.cards[0].register.setCurrentIndex(2)
    editor.cards[0].status.cards()[1].click()
    editor.cards[0].lines["last_practised_on"].setText("never you mind")
    page.submit()
    assert page.flow.at == "registration"


def test_number_keys_answer_statements_one_after_another(window: MainWindow) -> None:
    page = begin(window, "interests-1")
    editor = page.editors["interests-1"]
    assert isinstance(editor, LikertEditor)
    press(Qt.Key.Key_5, Qt.Key.Key_4, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_5)
    assert list(editor.list.answers().values()) == [5, 4, 3, 2, 1, 5]


def test_values_are_picked_and_moved_by_keyboard(window: MainWindow) -> None:
    page = begin(window, "values")
    editor = page.editors["values"]
    assert isinstance(editor, RankEditor)
    first = editor.question.options[0]
    second = editor.question.options[1]
    press(Qt.Key.Key_Space)
    settle(window)
    editor.list.row(str(second.value)).setFocus()
    press(Qt.Key.Key_Space)
    settle(window)
    press(Qt.Key.Key_Up, shift=CTRL)
    settle(window)
    assert editor.list.ranked() == (str(second.value), str(first.value))


def test_a_change_from_check_your_answers_leads_back_there(window: MainWindow) -> None:
    page = begin(window)
    choose(window, page, "purpose", 0)
    window.show_page("check")
    settle(window)
    window.show_page("interview", "purpose!")
    settle(window)
    page.submit()
    settle(window)
    assert window.at == "check"


def test_the_interview_can_be_done_by_keyboard_alone(window: MainWindow) -> None:
    press(Qt.Key.Key_4)  # the start page: just look around
    settle(window)
    page = interview_of(window)
    assert page.flow.at == "role-now"
    QTest.keyClicks(focused(), "physiotherapist")
    settle(window)
    press(Qt.Key.Key_Escape)
    tab_to(window, "Continue")
    press(Qt.Key.Key_Space)
    settle(window)
    assert page.flow.at != "role-now"
    for _ in range(20):
        if window.at != "interview":
            break
        tab_to(window, "Skip this for now", most=90)
        press(Qt.Key.Key_Space)
        settle(window)
    assert window.at == "check"
    tab_to(window, "See my matches")
    press(Qt.Key.Key_Space)
    settle(window)
    assert window.at == "matches"


def test_enter_goes_on(window: MainWindow) -> None:
    page = begin(window)
    press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    settle(window)
    assert page.flow.at == "role-now"


def test_half_typed_words_are_kept_when_leaving(window: MainWindow) -> None:
    begin(window, "interests-words")
    QTest.keyClicks(focused(), "helping children talk")
    window.show_page("about")
    settle(window)
    assert window.desk.session.profile.interests.phrases == ("helping children talk",)


def test_a_paste_of_a_hundred_thousand_letters_is_refused_kindly(window: MainWindow) -> None:
    page = begin(window, "interests-words")
    QApplication.clipboard().setText("x" * 100_000)
    editor = page.editors["interests-words"]
    editor.show_value(("x" * 100_000,))
    page.submit()
    settle(window)
    assert "The most we can keep is 2,000." in page.errors.accessibleName()
