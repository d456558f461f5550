"""Facts that hold for every page of the window."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from ui.walking import nameless, settle, takes_focus

from guidance.app.actions import set_profile, start_plan
from guidance.app.paths import find_paths
from guidance.app.profiles import load_profile
from guidance.ui.pages.base import Page
from guidance.ui.pages.registry import ENTRIES
from guidance.ui.theme import Theme
from guidance.ui.widgets.press import Press
from guidance.ui.window import MainWindow

ROLE = "occupational-therapist"
PAGES = [entry.name for entry in ENTRIES if entry.name != "interview"]
STEPS = (
    *("purpose", "role-now", "roles-past", "qualifications", "registration"),
    *("interests-1", "interests-words", "values", "strengths", "circumstances"),
    *("direction", "aims", "nation"),
)
ALL = [*((name, "") for name in PAGES), *(("interview", step) for step in STEPS)]


@pytest.fixture
def met(window: MainWindow) -> MainWindow:
    """The window with an example person's answers, and a plan."""
    session = window.desk.session
    file = find_paths().examples / "hca-to-occupational-therapist.json"
    told = load_profile(file, session.catalogue, session.clock.today())
    session.perform(set_profile(told))
    session.perform(start_plan((ROLE,)))
    settle(window)
    return window


def open_page(window: MainWindow, name: str, argument: str) -> Page:
    given = {"role": ROLE, "plan": "latest", "preview": "latest"}.get(name, argument)
    window.show_page(name, given)
    settle(window)
    return window.page


@pytest.mark.parametrize(("name", "argument"), ALL)
def test_everything_that_takes_the_focus_has_a_name(
    met: MainWindow, name: str, argument: str
) -> None:
    open_page(met, name, argument)
    assert nameless(takes_focus(met)) == []


@pytest.mark.parametrize(("name", "argument"), ALL)
def test_nothing_is_cut_at_twice_the_text_size(
    met: MainWindow, theme: Theme, name: str, argument: str
) -> None:
    met.resize(1280, 720)
    theme.apply("light", 200)
    page = open_page(met, name, argument)
    QApplication.processEvents()
    assert clipped(page) == []


@pytest.mark.parametrize(("name", "argument"), ALL)
def test_every_page_fits_the_smallest_screen_without_scrolling_sideways(
    met: MainWindow, name: str, argument: str
) -> None:
    met.resize(1024, 700)
    page = open_page(met, name, argument)
    for scroll in page.findChildren(QScrollArea):
        if scroll.isVisibleTo(page):
            assert scroll.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_one_main_heading(met: MainWindow, name: str) -> None:
    page = open_page(met, name, "")
    shown = [
        label
        for label in page.findChildren(QLabel)
        if label.property("kind") == "title" and label.isVisibleTo(page)
    ]
    assert len(shown) == 1


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_what_it_is_in_the_windows_title(met: MainWindow, name: str) -> None:
    open_page(met, name, "")
    assert met.windowTitle().endswith("\u2013 Waymark")
    assert len(met.windowTitle()) > len("\u2013 Waymark") + 3


def clipped(page: QWidget) -> list[str]:
    """Words and buttons in view that get less room than they need."""
    found: list[str] = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not isinstance(widget, (QLabel, QPushButton)):
            continue
        text = widget.text()
        if not text.strip():
            continue
        need = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
        narrow = isinstance(widget, Press) and widget.width() < widget.minimumSizeHint().width()
        if need > widget.height() + 2 or narrow:
            found.append(f"{text[:40]!r} needs {need}, has {widget.size().toTuple()}")
    return found


def is_stray(thing: QObject) -> bool:
    return isinstance(thing, QWidget) and thing.isWindow() and not isinstance(thing, MainWindow)


class Flashes(QObject):
    """Notes every piece that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:  # noqa: N802  # Qt's own name
        if event.type() == QEvent.Type.Show and is_stray(watched):
            self.seen.append(type(watched).__name__)
        return False


def test_no_piece_of_a_page_opens_as_a_window_of_its_own(
    met: MainWindow, qapp: QApplication
) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    for name, argument in ALL:
        open_page(met, name, argument)
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []
