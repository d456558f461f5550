"""What every test shares: Qt draws off the screen, and says nothing that does not matter."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from guidance.content.problems import Problem
from guidance.content.read import read_sources
from guidance.domain.catalogue import Catalogue

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

# A machine that stalls is no fault of what is tested: no example is failed for its time.
settings.register_profile(
    "steady", deadline=None, suppress_health_check=[HealthCheck.too_slow], parent=settings.default
)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    # The off-screen platform has no window manager to tell sizes to, and says so each time.
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")


@pytest.fixture(scope="session")
def shipped() -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """What reading the sources that ship gives, read once for all who ask."""
    return read_sources(Path(__file__).parent.parent / "db" / "source")
