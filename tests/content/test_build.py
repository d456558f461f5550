"""Building: when it happens, what it says, and what it refuses."""

import shutil
from pathlib import Path

import pytest

from guidance.content.build import SourcesError, build, ensure_built
from guidance.domain.errors import KnownError
from guidance.store.catalogue import load_catalogue, read_stamp

GOOD = Path(__file__).parent.parent / "fixtures" / "content" / "good"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the good folder."""
    return Path(shutil.copytree(GOOD, tmp_path / "source"))


def _quiet(_: str) -> None:
    """Say nothing."""


def _spoil(source: Path) -> None:
    (source / "words" / "topics.yaml").write_text("- {topic: child}\n")


def test_a_missing_catalogue_is_built(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "data" / "catalogue.sqlite"
    assert ensure_built(source, target, _quiet)
    assert set(load_catalogue(target).roles) == {"helper", "nurse"}


def test_a_catalogue_of_these_sources_is_left_alone(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "catalogue.sqlite"
    ensure_built(source, target, _quiet)
    before = target.stat().st_mtime_ns
    assert not ensure_built(source, target, _quiet)
    assert target.stat().st_mtime_ns == before


def test_a_catalogue_of_older_sources_is_built_again(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "catalogue.sqlite"
    ensure_built(source, target, _quiet)
    (source / "words" / "topics.yaml").write_text("- {topic: baby, words: [babies]}\n")
    assert ensure_built(source, target, _quiet)
    assert load_catalogue(target).word_groups[0].topic == "baby"


def test_a_damaged_catalogue_is_built_again(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "catalogue.sqlite"
    target.write_bytes(b"not a catalogue")
    assert ensure_built(source, target, _quiet)


def test_a_folder_emptied_by_mistake_leaves_an_earlier_catalogue_in_use(
    source: Path, tmp_path: Path
) -> None:
    target, lines = tmp_path / "catalogue.sqlite", list[str]()
    ensure_built(source, target, _quiet)
    shutil.rmtree(source)
    source.mkdir()
    assert not ensure_built(source, target, lines.append)
    assert "There are no sources" in lines[-1]
    assert set(load_catalogue(target).roles) == {"helper", "nurse"}


def test_a_target_that_cannot_be_written_leaves_an_earlier_catalogue_in_use(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("The catalogue could not be written.", "Check the disk.")

    target = tmp_path / "catalogue.sqlite"
    ensure_built(source, target, _quiet)
    (source / "words" / "topics.yaml").write_text("- {topic: baby, words: [babies]}\n")
    monkeypatch.setattr("guidance.content.build.write_catalogue", refuse)
    assert not ensure_built(source, target, _quiet)


def test_without_sources_nothing_is_built(tmp_path: Path) -> None:
    target = tmp_path / "catalogue.sqlite"
    assert not ensure_built(tmp_path / "nowhere", target, _quiet)
    assert not target.exists()


def test_progress_is_told_a_line_at_a_time(source: Path, tmp_path: Path) -> None:
    lines: list[str] = []
    build(source, tmp_path / "catalogue.sqlite", lines.append)
    assert len(lines) == 3
    assert "2 roles and 2 routes" in lines[1]


def test_sources_with_errors_build_nothing(source: Path, tmp_path: Path) -> None:
    _spoil(source)
    target = tmp_path / "catalogue.sqlite"
    with pytest.raises(SourcesError, match="The key 'words' is missing or empty"):
        ensure_built(source, target, _quiet)
    assert not target.exists()


def test_sources_with_errors_leave_an_earlier_catalogue_in_use(
    source: Path, tmp_path: Path
) -> None:
    target = tmp_path / "catalogue.sqlite"
    ensure_built(source, target, _quiet)
    _spoil(source)
    lines: list[str] = []
    assert not ensure_built(source, target, lines.append)
    assert "built earlier is used instead" in lines[-1]
    assert load_catalogue(target).word_groups[0].words == ("kid", "kids")


def test_the_built_file_carries_the_version_of_the_catalogue(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "catalogue.sqlite"
    catalogue = build(source, target, _quiet)
    stamp = read_stamp(target)
    assert stamp is not None
    assert (stamp.version, stamp.newest) == (catalogue.version, "2026-11")


def test_a_target_that_cannot_be_written_is_told_plainly(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KnownError, match="could not be written"):
        build(source, tmp_path / "file" / "catalogue.sqlite", _quiet)
