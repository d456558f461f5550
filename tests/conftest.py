"""What every test shares: Qt draws off the screen, and says nothing that does not matter."""

import os

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt


def pytest_configure(config: pytest.Config) -> None:
    # The off-screen platform has no window manager to tell sizes to, and says so each time.
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")
