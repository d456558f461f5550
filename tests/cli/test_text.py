"""Results laid out for a terminal."""

import pytest

from guidance.cli import text


def test_lines_fit_the_terminal_and_hang_under_their_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = text.wrapped("word " * 40, 3, "- ").splitlines()
    assert max(map(len, lines)) <= 50
    assert lines[0].startswith("   - word")
    assert all(line.startswith("     word") for line in lines[1:])


def test_columns_line_up() -> None:
    assert text.table(("A", "Long"), [("x", "1"), ("yyy", "2")]).splitlines() == [
        "A    Long",
        "---  ----",
        "x    1",
        "yyy  2",
    ]
