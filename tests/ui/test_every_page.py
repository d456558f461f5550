"""Facts that hold for every page of the window."""

from collections.abc import Iterator

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


def test_everything_that_takes_the_focus_has_a_name(met: MainWindow) -> None:
    found = {page.title: nameless(takes_focus(met)) for page in visits(met)}
    assert {title: names for title, names in found.items() if names} == {}


def test_nothing_is_cut_at_twice_the_text_size(met: MainWindow, theme: Theme) -> None:
    met.resize(1280, 720)
    theme.apply("light", 200)
    found = {page.accessibleName(): clipped(page) for page in visits(met)}
    assert {title: words for title, words in found.items() if words} == {}


def test_every_page_fits_the_smallest_screen_without_scrolling_sideways(met: MainWindow) -> None:
    met.resize(1024, 700)
    wide = [page.accessibleName() for page in visits(met) if goes_sideways(page)]
    assert wide == []


def test_every_page_fits_at_twice_the_text_size_without_scrolling_sideways(
    met: MainWindow, theme: Theme
) -> None:
    met.resize(1024, 700)
    theme.apply("light", 200)
    wide = [page.accessibleName() for page in visits(met) if goes_sideways(page)]
    assert wide == []


def test_every_page_has_one_main_heading(met: MainWindow) -> None:
    counts = {page.accessibleName(): len(main_headings(page)) for page in visits(met)}
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_every_page_says_what_it_is_in_the_windows_title(met: MainWindow) -> None:
    titles = [met.windowTitle() for _ in visits(met)]
    assert [t for t in titles if not t.endswith("\u2013 Waymark") or len(t) < 12] == []


def visits(window: MainWindow) -> Iterator[Page]:
    """Every page in turn, settled."""
    for name, argument in ALL:
        yield open_page(window, name, argument)


def goes_sideways(page: Page) -> bool:
    scrolls = [s for s in page.findChildren(QScrollArea) if s.isVisibleTo(page)]
    return any(s.horizontalScrollBar().maximum() > 0 for s in scrolls)


def main_headings(page: Page) -> list[QLabel]:
    labels = page.findChildren(QLabel)
    return [x for x in labels if x.property("kind") == "title" and x.isVisibleTo(page)]


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
    assert len(list(visits(met))) == len(ALL)
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []
