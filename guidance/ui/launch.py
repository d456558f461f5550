"""Opens the window. What the first paint does not need is loaded after it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from guidance.app.paths import Paths
from guidance.app.settings import Settings, load_settings
from guidance.ui.desk import Desk, Prepare
from guidance.ui.theme import Theme
from guidance.ui.window import MainWindow

if TYPE_CHECKING:  # made after the first paint
    from guidance.app.session import Session


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication of this process, made when first asked for."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    made = QApplication([sys.argv[0], *arguments])
    made.setApplicationName("Waymark")
    made.setApplicationDisplayName("Waymark")
    made.setDesktopFileName("waymark")
    return made


def open_window(session: Session, theme: Theme, prepare: Prepare | None = None) -> MainWindow:
    """A window on a session, at the start page. ``settle_in`` loads the rest after the paint."""
    return _window(session.settings, lambda: session, theme, prepare)


def open_early(paths: Paths, theme: Theme, prepare: Prepare | None = None) -> MainWindow:
    """As :func:`open_window`, with the session made after the first paint."""

    def make() -> Session:
        from guidance.app.session import Session  # late: its nouns take as long as the window

        return Session(paths)

    return _window(load_settings(paths.settings)[0], make, theme, prepare)


def _window(
    settings: Settings, make: Callable[[], Session], theme: Theme, prepare: Prepare | None
) -> MainWindow:
    theme.apply(settings.theme, settings.text_size)
    window = MainWindow(Desk(make, theme, prepare))
    window.show_page("start")
    return window


def run(paths: Paths, prepare: Prepare | None = None, arguments: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; gives the exit status.

    ``prepare`` is done in the worker before the catalogue is loaded (a checkout builds it there);
    it is given a function to say how far it is.
    """
    app = application(arguments)
    window = open_early(paths, Theme(app, paths.resources), prepare)
    before = sys.excepthook

    def on_fault(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, Exception):
            window.show_fault(error)
        else:
            before(kind, error, trace)

    sys.excepthook = on_fault
    window.show()
    QTimer.singleShot(0, window, window.settle_in)
    try:
        return app.exec()
    finally:
        sys.excepthook = before
