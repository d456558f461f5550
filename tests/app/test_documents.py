"""Files that a person asked for: whole or not at all, and every trouble in plain words."""

import errno
import os
from pathlib import Path

import pytest

from guidance.app.documents import SUFFIXES, checked_suffix, export_plan, save_bytes
from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan


def test_a_file_holds_what_was_saved(tmp_path: Path) -> None:
    save_bytes(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_file_saved_again_holds_the_new_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    save_bytes(tmp_path / "a.txt", b"old" * 1000)
    save_bytes(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_disk_that_fills_up_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    save_bytes(target, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match=r"The disk is full\. Make some room"):
        save_bytes(target, b"new")
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_crash_before_the_last_move_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    save_bytes(target, b"old")

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        save_bytes(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is a folder, not a file"):
        save_bytes(tmp_path, b"x")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="There is no folder"):
        save_bytes(tmp_path / "none" / "a.txt", b"x")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="too long"):
        save_bytes(tmp_path / ("a" * 300 + ".txt"), b"x")


def test_a_place_that_may_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(KnownError, match="You may not write to"):
        save_bytes(tmp_path / "a.txt", b"x")


def test_a_disk_that_cannot_be_written_at_all_is_told() -> None:
    with pytest.raises(KnownError, match="could not be saved"):
        save_bytes(Path("/proc/waymark.txt"), b"x")


@pytest.mark.parametrize("name", ["plan", "plan.odt", "plan.", ".pdf"])
def test_an_ending_that_cannot_be_made_is_told_with_those_that_can(name: str) -> None:
    with pytest.raises(KnownError) as caught:
        checked_suffix(Path(name))
    assert all(suffix in caught.value.do for suffix in SUFFIXES)


def test_the_ending_may_be_in_capitals() -> None:
    assert checked_suffix(Path("PLAN.PDF")) == "pdf"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_plan_can_be_saved_as_every_kind_of_file(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"plan{suffix}"
    export_plan(Plan("p", "2026-11-21"), target)
    assert target.stat().st_size > 40
    assert os.listdir(tmp_path) == [target.name]


def test_a_plan_refused_leaves_no_file_behind(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        export_plan(Plan("p", "2026-11-21"), tmp_path / "plan.pdf", "no such edition")
    assert os.listdir(tmp_path) == []
