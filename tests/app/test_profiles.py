"""Profile files on a disk: every trouble with the file in plain words."""

from datetime import date
from pathlib import Path

import pytest

from guidance.app.profiles import load_profile, read_text, save_profile
from guidance.app.session import Session
from guidance.domain.errors import KnownError
from guidance.domain.profile import HeldRole, Profile

TODAY = date(2026, 11, 21)
TEXT = '{"format": "waymark-profile/1"}'


def test_a_profile_saved_is_read_back(session: Session, tmp_path: Path) -> None:
    told = Profile(roles=(HeldRole("HCA 👩🏽"),))
    save_profile(told, tmp_path / "p.json")
    assert load_profile(tmp_path / "p.json", session.catalogue, TODAY) == told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_saved_by_any_editor_is_read(
    session: Session, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "p.json"
    path.write_text(TEXT, encoding=encoding)
    assert load_profile(path, session.catalogue, TODAY) == Profile()


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_bytes(b"\x89PNG\r\n\xff")
    with pytest.raises(KnownError, match="is not text in UTF-8"):
        read_text(tmp_path / "p.json")


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is a folder, not a file"):
        read_text(tmp_path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="There is no file"):
        read_text(tmp_path / "none.json")


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.json"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(KnownError, match="You may not read"):
        read_text(path)


def test_a_file_that_is_far_too_big_is_told_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(KnownError, match="far too big"):
        read_text(path)


def test_an_id_that_the_catalogue_lacks_is_told(session: Session, tmp_path: Path) -> None:
    save_profile(Profile(roles=(HeldRole("x", "therapyst"),)), tmp_path / "p.json")
    with pytest.raises(KnownError, match="Did you mean 'therapist'"):
        load_profile(tmp_path / "p.json", session.catalogue, TODAY)
