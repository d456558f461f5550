"""Records made when they are asked for: the same as if they had been made at once."""

from pathlib import Path

import pytest

from guidance.domain.catalogue import Catalogue, Mechanism
from guidance.domain.dated import Provenance, Source, Statement
from guidance.domain.plain import to_plain
from guidance.domain.role import Role
from guidance.domain.vocabulary import Basis, StaffGroup
from guidance.store.catalogue import load_catalogue, write_catalogue
from guidance.store.later import Later

SOURCES = {"b": Source("b", "Second", "Us"), "a": Source("a", "First", "Us")}
BODIES = [("b", b'{"id":"b","title":"Second","publisher":"Us"}')]


@pytest.fixture
def made() -> Catalogue:
    """A catalogue with records of kinds that are made at once and later."""
    said = Provenance(Basis.PUBLISHED, ("a",), review_by="2027")
    roles = {
        name: Role(name, name, StaffGroup.AMBULANCE, "", rewards=(Statement("Thanks", said),))
        for name in ("one", "two")
    }
    mechanisms = {"taster": Mechanism("taster", "Taster", "A week.")}
    return Catalogue("1", "2026", sources=SOURCES, roles=roles, mechanisms=mechanisms)


@pytest.fixture
def loaded(made: Catalogue, tmp_path: Path) -> Catalogue:
    """The same catalogue, written and read back."""
    write_catalogue(tmp_path / "c.sqlite", made, "mark")
    return load_catalogue(tmp_path / "c.sqlite")


def test_a_catalogue_read_back_equals_the_one_written_both_ways_round(
    made: Catalogue, loaded: Catalogue
) -> None:
    assert isinstance(loaded.sources, Later)
    assert loaded == made
    assert made == loaded


def test_a_record_that_differs_makes_the_catalogues_differ(loaded: Catalogue) -> None:
    assert loaded.sources != {**SOURCES, "a": Source("a", "Other", "Us")}


def test_records_keep_the_order_of_their_sources(loaded: Catalogue) -> None:
    assert list(loaded.sources) == ["b", "a"]


def test_a_record_is_made_once(loaded: Catalogue) -> None:
    assert loaded.sources["a"] is loaded.sources["a"]


def test_asking_whether_a_record_is_there_makes_none() -> None:
    held = Later("no such kind", list(BODIES))
    assert "b" in held
    assert "c" not in held
    assert len(held) == 1


def test_a_record_that_is_not_there_is_told_as_by_any_mapping(loaded: Catalogue) -> None:
    assert loaded.sources.get("none") is None
    with pytest.raises(KeyError):
        loaded.sources["none"]


def test_records_made_later_are_written_as_any_others(made: Catalogue, loaded: Catalogue) -> None:
    assert to_plain(loaded) == to_plain(made)


def test_what_many_records_say_alike_is_held_once(loaded: Catalogue) -> None:
    one, two = (loaded.roles[name].rewards[0].provenance for name in ("one", "two"))
    assert one is two
