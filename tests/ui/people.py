"""Example people in the window, and what a test presses and reads on a page."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from ui.walking import settle, takes_focus

from guidance.app.actions import set_profile, start_plan
from guidance.app.paths import find_paths
from guidance.app.profiles import load_profile
from guidance.domain.profile import Profile
from guidance.ui.pages.base import Page
from guidance.ui.window import MainWindow

HCA = "hca-to-occupational-therapist"
PHYSIO = "physiotherapist-returning"
ROTA = "rota-coordinator"


def example(window: MainWindow, name: str) -> Profile:
    session = window.desk.session
    path = find_paths().examples / f"{name}.json"
    return load_profile(path, session.catalogue, session.clock.today())


def meet(window: MainWindow, name: str) -> None:
    """Give the window an example person's answers."""
    window.desk.session.perform(set_profile(example(window, name)))
    settle(window)


def plan_for(window: MainWindow, *role_ids: str) -> None:
    window.desk.session.perform(start_plan(role_ids))
    settle(window)


def visit(window: MainWindow, name: str, argument: str = "") -> Page:
    window.show_page(name, argument)
    settle(window)
    return window.page


def button(page: QWidget, name: str) -> QPushButton:
    """The button in view that a screen reader calls by this name."""
    found = [
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleName() == name and one.isVisibleTo(page)
    ]
    assert found, f"no button '{name}'; there are {sorted(names_of_buttons(page))}"
    return found[0]


def names_of_buttons(page: QWidget) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(QPushButton) if one.isVisibleTo(page)]


def click(window: MainWindow, name: str) -> None:
    button(window.page, name).click()
    settle(window)


def press_key(window: MainWindow, name: str, key: Qt.Key) -> None:
    """Give a button the focus and press a key on it."""
    window.page.focus(button(window.page, name))
    QTest.keyClick(button(window.page, name), key)
    settle(window)


def line(page: QWidget, name: str) -> QLineEdit:
    found = [one for one in page.findChildren(QLineEdit) if one.accessibleName() == name]
    assert found, f"no field '{name}'"
    return found[0]


def write(page: QWidget, name: str, text: str) -> None:
    """Type over what a field says."""
    field = line(page, name)
    field.selectAll()
    if text:
        QTest.keyClicks(field, text)
    else:
        QTest.keyClick(field, Qt.Key.Key_Delete)


def words_on(page: QWidget) -> str:
    """Everything that is written on a page, in view."""
    labels = [one for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    return "\n".join(one.text().replace("\u200b", "") for one in labels)


def repeated_names(page: QWidget) -> list[str]:
    """Names that more than one thing to press or fill in goes by."""
    counted = Counter(widget.accessibleName() for widget in takes_focus(page))
    return [name for name, times in counted.items() if times > 1]
