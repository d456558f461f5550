"""``plan``: one file is written, where it was asked for, or none."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guidance.app.paths import Paths
from guidance.cli.opening import no_screen


@pytest.mark.parametrize("suffix", ["pdf", "html", "docx", "ics", "json", "txt"])
def test_a_plan_is_saved_as_every_kind_of_file(
    run: Callable[..., Any], profile: Callable[..., str], tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / "out" / f"plan.{suffix}"
    target.parent.mkdir()
    done = run("plan", profile(roles=[{"title": "HCA"}]), "--out", str(target))
    assert (done.status, done.out) == (0, f"Saved {target}\n")
    assert os.listdir(target.parent) == [target.name]


def test_the_goal_asked_for_is_the_one_in_the_plan(
    run: Callable[..., Any], profile: Callable[..., str], tmp_path: Path
) -> None:
    target = tmp_path / "plan.json"
    run("plan", profile(), "--out", str(target), "--goal", "therapist", "--as-of", "2026-05-04")
    held = json.loads(target.read_text(encoding="utf-8"))
    assert [item["role_id"] for item in held["destinations"]] == ["therapist"]
    assert held["made_on"] == "2026-05-04"


def test_the_same_profile_makes_the_same_plan(
    run: Callable[..., Any], profile: Callable[..., str], tmp_path: Path
) -> None:
    path = profile(as_of="2026-11-21", roles=[{"title": "HCA"}])
    for name in ("a.json", "b.json"):
        run("plan", path, "--out", str(tmp_path / name))
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("plan.odt", "cannot be saved as a file with '.odt'"),
        ("plan", "cannot be saved as a file with no ending"),
        ("none/plan.pdf", "There is no folder"),
        (".", "is a folder, not a file"),
        ("x" * 300 + ".pdf", "too long"),
    ],
)
def test_a_place_that_cannot_be_is_refused_and_nothing_is_written(
    run: Callable[..., Any],
    profile: Callable[..., str],
    tmp_path: Path,
    out: str,
    words: str,
) -> None:
    path = profile()
    before = sorted(os.listdir(tmp_path))
    done = run("plan", path, "--out", str(tmp_path / out))
    assert done.status == 2
    assert words in done.err
    assert sorted(os.listdir(tmp_path)) == before


@pytest.mark.parametrize("option", [("--edition", "golden"), ("--goal", "astronaut")])
def test_an_edition_or_a_goal_that_is_not_there_is_refused(
    run: Callable[..., Any],
    profile: Callable[..., str],
    tmp_path: Path,
    option: tuple[str, str],
) -> None:
    target = tmp_path / "plan.pdf"
    done = run("plan", profile(), "--out", str(target), *option)
    assert done.status == 2
    assert not target.exists()


def test_a_plan_already_there_is_left_whole_when_the_new_one_is_refused(
    run: Callable[..., Any], profile: Callable[..., str], tmp_path: Path
) -> None:
    target = tmp_path / "plan.txt"
    target.write_text("the old plan", encoding="utf-8")
    run("plan", profile(), "--out", str(target), "--edition", "golden")
    assert target.read_text(encoding="utf-8") == "the old plan"


@pytest.mark.parametrize(
    ("environ", "platform", "opens"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_window_opens_only_where_there_is_a_screen(
    environ: dict[str, str], platform: str, opens: bool
) -> None:
    assert (no_screen(environ, platform) == "") is opens


def test_with_no_screen_a_sample_plan_is_made_here_and_named(
    run: Callable[..., Any],
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    examples = tmp_path / "examples"
    examples.mkdir()
    (examples / "hca-to-occupational-therapist.json").write_text('{"format": "waymark-profile/1"}')
    here = Paths(paths.data, paths.catalogue, paths.resources, None, examples)
    monkeypatch.setattr("guidance.cli.commands.find_paths", lambda _=None: here)
    monkeypatch.chdir(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    done = run()
    assert done.status == 0
    assert "There is no screen to open a window on" in done.out
    assert done.out.strip().endswith(os.path.join("out", "sample-plan.pdf"))
    assert (tmp_path / "out" / "sample-plan.pdf").read_bytes().startswith(b"%PDF-")


def test_a_folder_that_cannot_be_written_is_told(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").write_text("a file in the way", encoding="utf-8")
    done = run("--no-window")
    assert done.status == 2
    assert "'out'" in done.err
