"""The one road: an action changes, saves, can be undone and is told; or nothing happens."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guidance.app import actions
from guidance.app.paths import Paths
from guidance.app.session import Action, Session, State
from guidance.app.settings import load_settings
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.domain.profile import HeldRole, Profile
from guidance.domain.vocabulary import Nation

HCA = (HeldRole("hca"),)


def test_a_new_session_holds_an_empty_person_and_saves_nothing(session: Session) -> None:
    assert session.profile == Profile()
    assert not session.saving
    assert not session.paths.data.exists()


def test_an_action_changes_the_state_and_says_what_kind(session: Session) -> None:
    changes = session.perform(actions.answer("role-now", HCA))
    assert session.profile.roles == HCA
    assert changes.touches(Kind.PROFILE)
    assert not changes.touches(Kind.PLAN)


def test_every_subscriber_is_told_until_it_stops(session: Session) -> None:
    heard: list[Changes] = []
    stop = session.subscribe(heard.append)
    session.perform(actions.set_nation(Nation.WALES))
    stop()
    session.perform(actions.set_nation(Nation.ENGLAND))
    assert [changes.action for changes in heard] == ["Change nation"]


def test_a_refused_action_changes_nothing_and_tells_no_one(session: Session) -> None:
    heard: list[Changes] = []
    session.subscribe(heard.append)
    with pytest.raises(KnownError):
        session.perform(actions.answer("purpose", "holiday"))
    assert session.profile == Profile()
    assert heard == []
    assert session.can_undo == ""


def test_undo_takes_back_and_redo_makes_again(session: Session) -> None:
    session.perform(actions.set_nation(Nation.WALES))
    session.perform(actions.answer("role-now", HCA))
    assert session.can_undo == "Answer a question"
    session.undo()
    assert session.profile == Profile(nation=Nation.WALES)
    session.redo()
    assert session.profile.roles == HCA


def test_a_new_change_forgets_what_could_be_redone(session: Session) -> None:
    session.perform(actions.set_nation(Nation.WALES))
    session.undo()
    session.perform(actions.set_nation(Nation.SCOTLAND))
    assert session.can_redo == ""


def test_undo_with_nothing_to_undo_changes_nothing(session: Session) -> None:
    assert session.undo() == Changes()


def test_typing_is_undone_as_one_change(session: Session) -> None:
    for text in ("h", "hc", "hca"):
        session.draft(replace(session.profile, roles=(HeldRole(text),)))
    session.perform(actions.answer("role-now", HCA))
    session.undo()
    assert session.profile == Profile()


def test_an_action_that_changes_nothing_is_not_undoable(session: Session) -> None:
    session.perform(actions.set_nation(None))
    assert session.can_undo == ""


def test_settings_are_kept_at_once_and_are_not_undone(session: Session) -> None:
    session.perform(actions.change_setting("theme", "dark"))
    assert load_settings(session.paths.settings)[0].theme == "dark"
    assert session.can_undo == ""


def test_a_setting_that_cannot_be_kept_is_not_taken(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("The disk is full.", "Make some room.")

    monkeypatch.setattr("guidance.app.session.save_settings", refuse)
    with pytest.raises(KnownError):
        session.perform(actions.change_setting("theme", "dark"))
    assert session.settings.theme == "light"


def test_an_anonymous_session_writes_nothing_at_all(session: Session) -> None:
    session.start_anonymous()
    session.perform(actions.answer("role-now", HCA))
    session.perform(actions.change_setting("theme", "dark"))
    session.perform(actions.start_plan(("therapist",)))
    session.draft(Profile(nation=Nation.WALES))
    session.close()
    assert not session.paths.data.exists()


def test_work_is_taken_up_again_where_it_was_left(new_session: Callable[[], Session]) -> None:
    first = new_session()
    first.keep()
    first.perform(actions.answer("role-now", HCA))
    first.perform(actions.finish_step("role-now", "interview"))
    first.close()
    second = new_session()
    second.open_records()
    assert second.profile.roles == HCA
    assert (second.client.finished, second.client.page) == (("role-now",), "interview")


def test_what_is_typed_is_kept_as_it_is_typed(new_session: Callable[[], Session]) -> None:
    first = new_session()
    first.keep()
    first.draft(Profile(roles=HCA))
    first.close()
    second = new_session()
    second.open_records()
    assert second.profile.roles == HCA


def test_keeping_starts_with_what_was_already_told(new_session: Callable[[], Session]) -> None:
    first = new_session()
    first.perform(actions.answer("role-now", HCA))
    first.keep("correct horse battery")
    first.close()
    second = new_session()
    second.open_records("correct horse battery")
    assert second.profile.roles == HCA


def test_a_wrong_passphrase_is_told_and_what_was_open_stays(
    new_session: Callable[[], Session],
) -> None:
    first = new_session()
    first.keep("correct horse battery")
    first.close()
    second = new_session()
    second.perform(actions.answer("role-now", HCA))
    with pytest.raises(KnownError):
        second.open_records("something else")
    assert second.profile.roles == HCA


def test_keeping_twice_is_refused_rather_than_written_over(
    new_session: Callable[[], Session],
) -> None:
    first = new_session()
    first.keep()
    first.close()
    with pytest.raises(KnownError):
        new_session().keep()


def test_a_save_that_fails_leaves_the_state_as_it_was(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.keep()

    def refuse(*_: object) -> None:
        raise KnownError("The disk is full.", "Make some room.")

    monkeypatch.setattr("guidance.store.records.Records.save", refuse)
    with pytest.raises(KnownError):
        session.perform(actions.answer("role-now", HCA))
    assert session.profile == Profile()
    assert session.can_undo == ""


def test_each_client_of_a_caseload_keeps_their_own_answers(session: Session) -> None:
    session.keep("correct horse battery")
    first = session.client.id
    session.perform(actions.answer("role-now", HCA))
    session.new_client("B")
    assert session.profile == Profile()
    session.choose_client(first)
    assert session.profile.roles == HCA
    assert len(session.clients) == 2


def test_locking_forgets_everyone_until_the_passphrase_is_given_again(session: Session) -> None:
    session.keep("correct horse battery")
    session.perform(actions.answer("role-now", HCA))
    place = session.lock()
    assert session.profile == Profile()
    assert session.clients == ()
    assert session.can_undo == ""
    session.open_records("correct horse battery", place)
    assert session.profile.roles == HCA


def test_undo_never_reaches_into_another_client(session: Session) -> None:
    session.perform(actions.answer("role-now", HCA))
    session.new_client("B")
    assert session.can_undo == ""


def test_a_deleted_client_is_gone_from_the_file(new_session: Callable[[], Session]) -> None:
    first = new_session()
    first.keep("correct horse battery")
    gone = first.client.id
    first.new_client("B")
    first.delete_client(gone)
    first.close()
    second = new_session()
    second.open_records("correct horse battery")
    assert [client.name for client in second.clients] == ["B"]


def test_delete_everything_leaves_no_file_and_says_which_are_gone(session: Session) -> None:
    session.keep()
    session.perform(actions.answer("role-now", HCA))
    session.perform(actions.change_setting("theme", "dark"))
    gone = session.delete_everything()
    assert {session.paths.records, session.paths.key, session.paths.settings} <= set(gone)
    assert not session.paths.data.exists()
    assert session.profile == Profile()


def test_delete_everything_takes_nothing_from_under_another_window(
    new_session: Callable[[], Session],
) -> None:
    first, second = new_session(), new_session()
    first.keep()
    with pytest.raises(KnownError, match="open in another window"):
        second.delete_everything()
    first.perform(actions.set_nation(Nation.WALES))
    first.close()
    second.open_records()
    assert second.profile.nation == Nation.WALES


@pytest.mark.parametrize("place", ["x" * 300, "file/inside", "loop"])
def test_a_place_for_records_that_cannot_be_is_told(
    new_session: Callable[[], Session], tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    session = new_session()
    for act in (session.keep, session.open_records):
        with pytest.raises(KnownError):
            act(None, tmp_path / place)
    assert not session.saving


def test_delete_everything_touches_no_file_of_others(session: Session) -> None:
    session.keep()
    stranger = session.paths.data / "holiday.jpg"
    stranger.write_bytes(b"x")
    session.delete_everything()
    assert stranger.exists()


def test_the_kept_records_hold_nothing_readable(session: Session) -> None:
    session.keep()
    session.perform(actions.answer("role-now", (HeldRole("Quokka keeper"),)))
    session.close()
    held = b"".join(path.read_bytes() for path in session.paths.data.iterdir())
    assert b"Quokka" not in held


def test_answers_are_worked_out_for_the_day_of_the_profile_else_today(session: Session) -> None:
    assert session.as_of == date(2026, 11, 21)
    session.perform(actions.set_profile(Profile(as_of="2025-01-31")))
    assert session.as_of == date(2025, 1, 31)


def test_matches_are_worked_out_again_only_when_an_answer_changed(session: Session) -> None:
    session.perform(actions.answer("role-now", HCA))
    first = session.matches()
    session.perform(actions.pin("therapist"))
    assert session.matches() is first
    session.perform(actions.set_nation(Nation.WALES))
    assert session.matches() is not first


def test_a_missing_catalogue_is_told_plainly(tmp_path: Path) -> None:
    session = Session(Paths(tmp_path, tmp_path / "none.sqlite", tmp_path))
    with pytest.raises(KnownError):
        _ = session.catalogue


def test_a_bug_in_a_change_leaves_the_state_as_it_was(session: Session) -> None:
    def broken(_: State, __: Session) -> State:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        session.perform(Action("Break", frozenset(), broken))
    assert session.profile == Profile()
