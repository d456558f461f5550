"""Where a person's own files go, on each kind of machine."""

from pathlib import Path, PurePosixPath

import pytest

from guidance.app.paths import Paths, data_folder, find_paths

HOME = Path("/home/sam")


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({}, "linux", "/home/sam/.local/share/waymark"),
        ({"XDG_DATA_HOME": "/data"}, "linux", "/data/waymark"),
        ({"XDG_DATA_HOME": "not/absolute"}, "linux", "/home/sam/.local/share/waymark"),
        ({}, "darwin", "/home/sam/Library/Application Support/Waymark"),
        ({"APPDATA": "/roaming"}, "win32", "/roaming/Waymark"),
        ({}, "win32", "/home/sam/AppData/Roaming/Waymark"),
        ({"WAYMARK_DATA": "/stick"}, "linux", "/stick"),
    ],
)
def test_the_data_folder_is_where_this_kind_of_machine_keeps_them(
    environ: dict[str, str], platform: str, folder: str
) -> None:
    assert PurePosixPath(data_folder(environ, platform, HOME)) == PurePosixPath(folder)


def test_a_folder_named_at_launch_wins(tmp_path: Path) -> None:
    found = find_paths(tmp_path, environ={"WAYMARK_DATA": "/stick"}, home=HOME)
    assert found.data == tmp_path


def test_a_checkout_has_its_sources_and_its_catalogue_beside_them() -> None:
    found = find_paths(environ={}, home=HOME)
    root = Path(__file__).parent.parent.parent
    assert found.source == root / "db" / "source"
    assert found.catalogue == root / "db" / "catalogue.sqlite"
    assert found.resources == root / "resources"
    assert found.examples == root / "examples"


def test_an_installed_copy_carries_its_catalogue(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "site" / "guidance"
    package.mkdir(parents=True)
    monkeypatch.setattr("guidance.__file__", str(package / "__init__.py"))
    found = find_paths(environ={}, home=HOME)
    assert found.catalogue == package / "_db" / "catalogue.sqlite"
    assert found.resources == package / "_resources"
    assert found.source is None


def test_finding_the_places_makes_no_folder(tmp_path: Path) -> None:
    find_paths(tmp_path / "data", environ={}, home=HOME)
    assert list(tmp_path.iterdir()) == []


def test_the_own_files_are_all_in_the_data_folder(tmp_path: Path) -> None:
    found = Paths(tmp_path, tmp_path / "c", tmp_path / "r")
    assert {found.settings.parent, found.records.parent, found.key.parent} == {tmp_path}
