"""A real window on the real catalogue, and a check that nothing is left behind by a test."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot
from ui.walking import settle

from guidance.app.clock import FixedClock
from guidance.app.paths import Paths
from guidance.app.session import Session
from guidance.content.problems import Problem
from guidance.domain.catalogue import Catalogue
from guidance.store.catalogue import write_catalogue
from guidance.ui.launch import open_window
from guidance.ui.theme import Theme
from guidance.ui.window import MainWindow

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def catalogue_file(
    tmp_path_factory: pytest.TempPathFactory,
    shipped: tuple[Catalogue | None, tuple[Problem, ...]],
) -> Path:
    """The catalogue built from the sources, once for all tests of the window."""
    catalogue, _ = shipped
    assert catalogue is not None
    path = tmp_path_factory.mktemp("catalogue") / "catalogue.sqlite"
    write_catalogue(path, catalogue, "tests")
    return path


@pytest.fixture(scope="session")
def loaded(catalogue_file: Path) -> Session:
    """A session whose catalogue, matcher and interview are loaded, to lend to others."""
    session = Session(_paths(Path("/nowhere"), catalogue_file))
    assert session.matcher is not None
    assert session.interview is not None
    return session


@pytest.fixture
def session(tmp_path: Path, catalogue_file: Path, loaded: Session) -> Session:
    """A fresh session; what never changes is lent to it, so that it need not load again."""
    made = Session(_paths(tmp_path / "data", catalogue_file), FixedClock(NOW))
    made._catalogue = loaded._catalogue
    made._matcher = loaded._matcher
    made._interview = loaded._interview
    return made


def _paths(data: Path, catalogue: Path) -> Paths:
    return Paths(data, catalogue, ROOT / "resources")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme(qapp, ROOT / "resources")
    made.apply("light", 100)
    return made


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """Bugs that reached the fault window: none, or the test fails."""
    met: list[BaseException] = []
    monkeypatch.setattr(MainWindow, "show_fault", lambda _, error: met.append(error))
    yield met
    if met:
        raise AssertionError("a bug reached the fault window") from met[0]


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, theme: Theme, faults: list[BaseException]
) -> Iterator[MainWindow]:
    """The window, shown and loaded, at the start page."""
    made = open_window(session, theme)
    made.resize(1160, 780)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    with qtbot.waitSignal(made.desk.ready):
        made.desk.load()
    settle(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _nothing_modal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A modal box would hang a test: opening one is a failure."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a modal box was opened")

    for kind in (QDialog, QMessageBox, QFileDialog, QMenu):
        monkeypatch.setattr(kind, "exec", refuse)


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """No window may outlive its test."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"windows left open: {left}"
