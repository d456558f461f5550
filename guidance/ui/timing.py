"""What ``bench`` runs in a process of its own: a window timed to its first paint, and weighed.

Each way in writes one line of JSON: seconds from ``started`` (a reading of time.monotonic in the
process that started this one), seconds of processor time, and the most memory held, in bytes
(None where not known).
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


def empty(started: float) -> None:
    """An empty window, the floor that the real one is held against."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1160, 780)
    _show(app, window, started)


def start(started: float, data: str) -> None:
    """The real window at its start page, in a fresh data folder."""
    from guidance.app.paths import find_paths
    from guidance.ui.launch import application, open_early
    from guidance.ui.theme import Theme

    paths = find_paths(Path(data))
    app = application()
    window = open_early(paths, Theme(app, paths.resources))
    _show(app, window, started)


def matches(started: float, data: str, profile: str) -> None:
    """The real window from start to the matches page of a profile, settled."""
    from guidance.app.actions import set_profile
    from guidance.app.paths import find_paths
    from guidance.app.profiles import load_profile
    from guidance.app.session import Session
    from guidance.ui.launch import application, open_window
    from guidance.ui.theme import Theme

    paths = find_paths(Path(data))
    app = application()
    session = Session(paths)
    window = open_window(session, Theme(app, paths.resources))
    window.show()

    def on_ready() -> None:
        told = load_profile(Path(profile), session.catalogue, session.clock.today())
        session.perform(set_profile(told))
        _paint_watch(app, window, lambda: QTimer.singleShot(1500, app, app.quit))
        window.show_page("matches")

    window.desk.ready.connect(on_ready)
    QTimer.singleShot(0, window, window.settle_in)
    app.exec()
    _write(time.monotonic() - started)


Then = Callable[[], object]


class _Watch(QObject):
    """Calls once, after the first paint of a window or of anything in it."""

    def __init__(self, window: QWidget, then: Then) -> None:
        super().__init__(window)
        self._window = window
        self._then: Then | None = then

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:  # Qt's own name
        painted = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget)
        if painted and self._then is not None and watched.window() is self._window:  # type: ignore[union-attr]  # painted says it is a widget
            then, self._then = self._then, None
            QTimer.singleShot(0, self._window, then)
        return False


def _paint_watch(app: QApplication, window: QWidget, then: Then) -> None:
    app.installEventFilter(_Watch(window, then))


def _show(app: QApplication, window: QWidget, started: float) -> None:
    def on_paint() -> None:
        _write(time.monotonic() - started)
        app.quit()

    _paint_watch(app, window, on_paint)
    window.show()
    app.exec()


def _write(seconds: float) -> None:
    told = {"seconds": seconds, "processor": time.process_time(), "peak": _peak()}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _peak() -> int | None:
    """The most memory this process has held, in bytes; None where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    if sys.platform == "darwin":
        import resource  # late: not on every system

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return None
