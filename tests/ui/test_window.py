from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.walking import focused, press, settle

from guidance.app.paths import Paths
from guidance.app.session import Session
from guidance.ui.launch import open_early, open_window
from guidance.ui.pages.registry import ENTRIES
from guidance.ui.theme import Theme
from guidance.ui.window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.keys], ids=lambda e: e.name)
def test_a_shortcut_opens_its_page(window: MainWindow, entry: object) -> None:
    name = getattr(entry, "name", "")
    action = next(
        a for a in window.actions() if a.shortcut().toString() == getattr(entry, "keys", "")
    )
    action.trigger()
    settle(window)
    assert window.at == name


def test_alt_left_goes_to_the_page_come_from(window: MainWindow) -> None:
    window.show_page("settings")
    window.show_page("about")
    QTest.keyClick(focused(), Qt.Key.Key_Left, ALT)
    settle(window)
    assert window.at == "settings"


def test_the_rail_marks_the_page_in_view(window: MainWindow) -> None:
    window.show_page("about")
    marked = [name for name, button in window.rail.buttons.items() if button.isChecked()]
    assert marked == ["about"]


def test_a_narrow_window_has_a_menu_in_place_of_the_rail(window: MainWindow) -> None:
    window.resize(600, 700)
    QApplication.processEvents()
    assert not window.rail.isVisible()
    assert window.menu_button.isVisible()


def test_the_menu_has_every_page_of_the_rail(window: MainWindow) -> None:
    menu = window.make_menu()
    words = [action.text() for action in menu.actions()]
    assert words == [entry.label for entry in ENTRIES if entry.label]
    menu.deleteLater()


def test_large_text_turns_the_rail_into_a_menu(window: MainWindow, theme: Theme) -> None:
    theme.apply("light", 200)
    QApplication.processEvents()
    assert not window.rail.isVisible()
    theme.apply("light", 100)


def test_f10_goes_to_the_list_of_pages(window: MainWindow) -> None:
    press(Qt.Key.Key_F10)
    assert focused() is window.rail.buttons["start"]


def test_a_page_that_needs_the_catalogue_waits_for_it(
    qtbot: QtBot, session: Session, theme: Theme, faults: list[BaseException]
) -> None:
    window = open_window(session, theme)
    qtbot.addWidget(window)
    window.show()
    window.show_page("interview", "staff")
    assert window.at == "start"
    with qtbot.waitSignal(window.desk.ready):
        window.desk.load()
    settle(window)
    assert window.at == "interview"
    window.close()


def test_a_missing_catalogue_is_told_on_the_start_page(
    qtbot: QtBot, tmp_path: Path, theme: Theme, faults: list[BaseException]
) -> None:
    paths = Paths(tmp_path, tmp_path / "none.sqlite", Path(__file__).parents[2] / "resources")
    window = open_early(paths, theme)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.desk.unready):
        window.desk.load()
    settle(window)
    assert window.page.errors.isVisible()
    window.close()


def test_the_first_paint_needs_no_session(
    qtbot: QtBot, tmp_path: Path, theme: Theme, faults: list[BaseException]
) -> None:
    paths = Paths(tmp_path, tmp_path / "none.sqlite", Path(__file__).parents[2] / "resources")
    window = open_early(paths, theme)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert not window.desk.has_begun
    window.close()


def test_a_second_window_on_the_same_records_is_told_so(
    window: MainWindow, catalogue_file: Path
) -> None:
    first = window.desk.session
    first.keep("three blue ducks")
    other = Session(first.paths)
    from guidance.domain.errors import KnownError

    with pytest.raises(KnownError):
        other.open_records("three blue ducks")
