"""Undo goes back one change at a time, and redo forward again."""

from guidance.planning.history import DEPTH, History


def test_undo_gives_back_the_value_before() -> None:
    assert History(1).change(2).undo().value == 1


def test_redo_makes_the_change_again() -> None:
    assert History(1).change(2).undo().redo() == History(1).change(2)


def test_a_new_change_forgets_what_was_undone() -> None:
    assert History(1).change(2).undo().change(3).redo().value == 3


def test_nothing_to_undo_changes_nothing() -> None:
    assert History(1).undo() == History(1)


def test_a_change_to_the_same_value_is_no_change() -> None:
    assert History(1).change(1, "nothing").can_undo is None


def test_the_name_of_the_change_is_kept() -> None:
    history = History(1).change(2, "Change the date")
    assert history.can_undo == "Change the date"
    assert history.undo().can_redo == "Change the date"


def test_the_past_is_kept_to_a_depth() -> None:
    history = History(0)
    for value in range(1, DEPTH + 50):
        history = history.change(value)
    assert len(history.past) == DEPTH
