"""Runs work off the window's thread and brings the result back to it.

One worker thread, so that what is asked first is done first: an answer is saved before the matches
that follow from it are worked out, and a records file is only ever touched by one thread.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance

from guidance.domain.errors import KnownError

Work = Callable[[], Any]
QUEUED = Qt.ConnectionType.QueuedConnection


class Task(QObject):
    """Work that was asked for. Its signals are heard on the window's thread.

    ``done`` tells the result, ``failed`` a :class:`KnownError`, ``broke`` any other exception.
    After :meth:`cancel` none of them is told; work that has not begun is not begun.
    """

    done = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    over = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.cancelled = False

    def cancel(self) -> None:
        """The result is no longer wanted."""
        self.cancelled = True

    def run(self) -> None:
        """Do the work (on the worker's thread) and tell how it went."""
        if not self.cancelled:
            self._run()
        self.over.emit()

    def _run(self) -> None:
        try:
            result = self._work()
        except KnownError as error:
            self._tell(self.failed, error)
        except Exception as error:  # every other error is a bug: the fault window
            self._tell(self.broke, error)
        else:
            self._tell(self.done, result)

    def _tell(self, signal: SignalInstance, value: object) -> None:
        if not self.cancelled:
            signal.emit(value)


class _Job(QRunnable):
    """Carries a task to the worker."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        """Called by Qt on the worker's thread."""
        self._task.run()


class Runner(QObject):
    """The worker. Tasks are kept here until they are over, so none is lost half way."""

    broke = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._tasks: list[Task] = []

    def ask(
        self,
        work: Work,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
    ) -> Task:
        """Have ``work`` done; ``then`` is called with its result, ``failed`` with a KnownError."""
        task = Task(work)
        self._tasks.append(task)
        if then is not None:
            task.done.connect(_guarded(task, then), QUEUED)
        if failed is not None:
            task.failed.connect(_guarded(task, failed), QUEUED)
        task.broke.connect(self.broke.emit, QUEUED)
        task.over.connect(lambda: self._drop(task), QUEUED)
        self._pool.start(_Job(task))
        return task

    @property
    def busy(self) -> bool:
        """Whether any task is not over."""
        return bool(self._tasks)

    def stop(self) -> None:
        """Forget what has not begun and wait for what has."""
        for task in self._tasks:
            task.cancel()
        self._pool.waitForDone()

    def settle(self) -> None:
        """Wait until all that was asked is done; results are told when events are next handled."""
        self._pool.waitForDone()

    def _drop(self, task: Task) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
        if not self._tasks:
            self.idle.emit()


def _guarded(task: Task, act: Callable[[Any], None]) -> Callable[[Any], None]:
    """Calls ``act`` unless the task was cancelled after its result was sent on its way."""

    def call(value: object) -> None:
        if not task.cancelled:
            act(value)

    return call
