"""What the tests of the window share: keys, pages, and what can take the focus."""

import time
from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from guidance.ui.pages.interview.page import InterviewPage
from guidance.ui.window import MainWindow

STRONG = Qt.FocusPolicy.TabFocus


def settle(window: MainWindow) -> None:
    """Handle events until the worker and every single-shot timer of the window are done."""
    end = time.monotonic() + 60  # a bound for a machine that stalls, not a measure
    while time.monotonic() < end:
        QApplication.processEvents()
        waiting = [t for t in window.findChildren(QTimer) if t.isActive() and t.interval() < 2000]
        if not waiting and not window.desk.runner.busy:
            for _ in range(5):  # what was told may show things, which then are laid out
                QApplication.processEvents()
            if not window.desk.runner.busy:
                return
        time.sleep(0.002)
    raise AssertionError("the window did not settle")


def interview_of(window: MainWindow) -> InterviewPage:
    page = window.page
    assert isinstance(page, InterviewPage)
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(*keys: Qt.Key, shift: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, shift)


def tab_to(window: MainWindow, name: str, most: int = 60) -> int:
    """Press Tab until a widget of this accessible name has the focus; how many presses it took."""
    for presses in range(most):
        if focused().accessibleName() == name:
            return presses
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to '{name}'")


def takes_focus(root: QWidget) -> Iterator[QWidget]:
    """Everything in view below a widget that Tab can reach."""
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() & STRONG and widget.isVisibleTo(root) and widget.isEnabled():
            yield widget


def nameless(widgets: Iterable[QWidget]) -> list[str]:
    return [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for w in widgets
        if not w.accessibleName().strip()
    ]
