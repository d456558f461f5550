"""``bench`` says what it measured, what is to be reached, and whether it was."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from guidance.cli import measure
from guidance.cli.measure import Figure


@pytest.mark.parametrize(
    ("measured", "goal", "reached"),
    [
        (9.0, 10.0, True),
        (10.0, 10.0, True),
        (11.0, 10.0, False),
        (None, 10.0, None),
        (9.0, None, None),
    ],
)
def test_a_figure_is_reached_at_its_goal_or_below(
    measured: float | None, goal: float | None, reached: bool | None
) -> None:
    assert Figure("x", measured, goal, "ms").reached is reached


def test_a_row_shows_the_ratio_to_what_is_to_be_reached() -> None:
    row = Figure("match, p95", 15.0, 30.0, "ms", "60 people", 9.0).row()
    shown = ("15.00 ms", "9.00 ms", "30.00 ms", "0.50", "reached")
    assert row == ("match, p95", *shown, "60 people")


def test_what_could_not_be_measured_is_shown_as_such() -> None:
    assert Figure("memory", None, None, "MB").row()[1:6] == ("-", "-", "-", "-", "-")


def test_the_table_says_how_busy_the_machine_was(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def quick(_: object) -> list[Figure]:
        return [Figure("something", 1.0, 2.0, "s")]

    for name in ("_build", "_windows", "_matches", "_type_ahead", "_pdfs", "_large"):
        monkeypatch.setattr(measure, name, quick)
    done = run("bench", "--json")
    held = json.loads(done.out)
    assert "cores" in held["machine"]
    assert [figure["reached"] for figure in held["figures"]] == [True] * 6


def test_the_type_ahead_is_really_measured(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_: object) -> list[Figure]:
        return []

    for name in ("_build", "_windows", "_matches", "_pdfs", "_large"):
        monkeypatch.setattr(measure, name, none)
    monkeypatch.setattr(measure, "TITLES", 50)
    (figure,) = json.loads(run("bench", "--json").out)["figures"]
    assert figure["name"] == "type-ahead, p95"
    assert figure["measured"] > 0
