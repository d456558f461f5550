from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.walking import focused, interview_of, press, settle

from guidance.domain.vocabulary import Purpose
from guidance.ui.pages.keep.page import ACCOUNT, NOT, PHRASE, KeepPage
from guidance.ui.pages.start.page import StartPage
from guidance.ui.window import MainWindow

PHRASE_TYPED = "three blue ducks"


def start_of(window: MainWindow) -> StartPage:
    window.show_page("start")
    settle(window)
    page = window.page
    assert isinstance(page, StartPage)
    return page


def keeping(window: MainWindow, door: str = "staff") -> KeepPage:
    window.show_page("keep", door)
    settle(window)
    page = window.page
    assert isinstance(page, KeepPage)
    return page


def test_there_is_a_door_for_each_kind_of_person(window: MainWindow) -> None:
    doors = start_of(window).doors.doors
    assert set(doors) == {"staff", "adviser", "returner", "exploring"}


def test_a_door_asks_first_whether_to_keep_answers(window: MainWindow) -> None:
    start_of(window).doors.doors["staff"].button.click()
    settle(window)
    assert window.at == "keep"


def test_a_number_key_opens_a_door(window: MainWindow) -> None:
    start_of(window)
    press(Qt.Key.Key_1)
    settle(window)
    assert window.at == "keep"


def test_just_looking_goes_straight_in_and_writes_nothing(window: MainWindow) -> None:
    start_of(window).doors.doors["exploring"].button.click()
    settle(window)
    interview_of(window).pass_over()
    settle(window)
    assert window.desk.session.anonymous
    assert not window.desk.session.paths.data.exists()


def test_coming_back_asks_about_the_register_first(window: MainWindow) -> None:
    window.show_page("interview", "returner")
    settle(window)
    assert window.desk.session.profile.purpose is Purpose.RETURN_TO_PRACTICE
    assert interview_of(window).flow.at == "registration"


def test_answers_not_kept_leave_no_file(window: MainWindow) -> None:
    page = keeping(window)
    page.choice.choose((NOT,))
    page.submit()
    settle(window)
    assert window.at == "interview"
    assert not window.desk.session.paths.records.exists()


def test_answers_kept_are_there_in_a_new_session(window: MainWindow) -> None:
    page = keeping(window)
    page.choice.choose((ACCOUNT,))
    page.submit()
    settle(window)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    settle(window)
    window.desk.session.close()
    window.desk.session.open_records()
    assert window.desk.session.profile.purpose is Purpose.NEXT_STEP


def test_typing_is_kept_within_a_second(window: MainWindow) -> None:
    assert interview_of_first_step(window)._saver.interval() < 1000


def interview_of_first_step(window: MainWindow):  # noqa: ANN201  # the page's own type
    window.show_page("interview", "staff")
    settle(window)
    return interview_of(window)


def test_a_short_passphrase_is_refused_at_its_field(window: MainWindow) -> None:
    page = keeping(window)
    page.choice.choose((PHRASE,))
    page.phrase.line.setText("ducks")
    page.submit()
    assert page.phrase_field.error.text() == "Your passphrase needs at least 8 letters."
    assert focused() is page.errors


def test_two_passphrases_that_differ_are_refused(window: MainWindow) -> None:
    page = keeping(window)
    page.choice.choose((PHRASE,))
    page.phrase.line.setText(PHRASE_TYPED)
    page.again.line.setText("three blue docks")
    page.submit()
    assert "not the same" in page.again_field.error.text()


def test_an_adviser_is_always_asked_for_a_passphrase(window: MainWindow) -> None:
    page = keeping(window, "adviser")
    assert ACCOUNT not in [card.pick.id for card in page.choice.cards()]
    assert page.choice.chosen() == (PHRASE,)


def test_locked_work_opens_with_its_passphrase(window: MainWindow) -> None:
    session = window.desk.session
    session.keep(PHRASE_TYPED)
    session.close()
    page = start_of(window)
    page.resume.passphrase.line.setText(PHRASE_TYPED)
    page.resume.open_locked()
    settle(window)
    assert session.saving
    assert window.at == "interview"


def test_a_wrong_passphrase_is_told_and_nothing_opens(window: MainWindow) -> None:
    session = window.desk.session
    session.keep(PHRASE_TYPED)
    session.close()
    page = start_of(window)
    page.resume.passphrase.line.setText("three red ducks")
    page.resume.open_locked()
    settle(window)
    assert not session.saving
    assert page.errors.isVisible()


def test_kept_work_is_offered_with_its_date_and_progress(window: MainWindow) -> None:
    session = window.desk.session
    session.keep()
    window.show_page("interview", "staff")
    settle(window)
    interview_of(window).submit()
    settle(window)
    session.close()
    session.open_records()
    page = start_of(window)
    assert "21 November 2026" in page.resume.words.text()
    assert "1 step done" in page.resume.words.text()


def test_carry_on_goes_to_the_first_step_that_is_left(window: MainWindow) -> None:
    session = window.desk.session
    session.keep()
    window.show_page("interview", "staff")
    settle(window)
    interview_of(window).submit()
    settle(window)
    page = start_of(window)
    page.resume.carry_on.click()
    settle(window)
    assert interview_of(window).flow.at == "role-now"


def test_ctrl_s_offers_to_keep_answers_that_are_not_kept(window: MainWindow) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert window.at == "keep"


def test_ctrl_s_says_that_kept_work_is_saved(window: MainWindow) -> None:
    window.desk.session.keep()
    settle(window)
    QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert window.foot.message.text().startswith("Saved.")
