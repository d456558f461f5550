import threading

from pytestqt.qtbot import QtBot

from guidance.domain.errors import KnownError
from guidance.ui.runner import Runner


def test_work_is_done_off_the_windows_thread_and_told_on_it(qtbot: QtBot) -> None:
    runner, threads = Runner(), list[int]()
    with qtbot.waitSignal(runner.idle):
        runner.ask(threading.get_ident, lambda at: threads.extend((at, threading.get_ident())))
    assert threads[1] == threading.get_ident()
    assert threads[0] != threading.get_ident()


def test_what_is_asked_first_is_done_first(qtbot: QtBot) -> None:
    runner, order = Runner(), list[int]()
    with qtbot.waitSignal(runner.idle):
        for number in range(20):
            runner.ask(lambda number=number: order.append(number))
    assert order == list(range(20))


def test_a_known_error_is_told_as_one(qtbot: QtBot) -> None:
    runner, errors = Runner(), list[KnownError]()

    def fail() -> None:
        raise KnownError("The disk is full.", "Make room.")

    with qtbot.waitSignal(runner.idle):
        runner.ask(fail, failed=errors.append)
    assert [str(error) for error in errors] == ["The disk is full. Make room."]


def test_any_other_error_is_a_bug(qtbot: QtBot) -> None:
    runner = Runner()
    with qtbot.waitSignal(runner.broke) as met:
        runner.ask(lambda: 1 / 0)
    assert met.args is not None
    assert isinstance(met.args[0], ZeroDivisionError)


def test_a_cancelled_tasks_result_is_never_told(qtbot: QtBot) -> None:
    runner, told, gate = Runner(), list[object](), threading.Event()
    with qtbot.waitSignal(runner.idle):
        task = runner.ask(gate.wait, told.append)
        task.cancel()
        gate.set()
    assert told == []


def test_work_cancelled_before_it_begins_is_not_begun(qtbot: QtBot) -> None:
    runner, begun, gate = Runner(), list[str](), threading.Event()
    with qtbot.waitSignal(runner.idle):
        runner.ask(gate.wait)
        runner.ask(lambda: begun.append("second")).cancel()
        gate.set()
    assert begun == []
