"""The built catalogue: what goes in comes out, the same every time, and damage is told kindly."""

import json
import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from guidance.domain.catalogue import Catalogue, PayBand, WordGroup
from guidance.domain.condition import Age, AllOf, AnyOf, Confirm, InNation, Registered
from guidance.domain.dated import Provenance, Source, Span, Statement
from guidance.domain.errors import KnownError
from guidance.domain.register import Fee, Register, ReturnRule
from guidance.domain.role import Holland, Preview, Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import (
    Basis,
    Nation,
    RegisterId,
    RouteKind,
    Setting,
    StaffGroup,
)
from guidance.store.catalogue import load_catalogue, read_stamp, write_catalogue
from guidance.store.connection import VERSION

PUBLISHED = Provenance(Basis.PUBLISHED, ("page", "other"), Nation.ENGLAND, review_by="2027-11")


@pytest.fixture
def catalogue() -> Catalogue:
    """A small catalogue with the awkward parts of every kind of field."""
    role = Role(
        id="helper",
        title="Helper",
        staff_group=StaffGroup.SUPPORT_WORKFORCE,
        summary="Helps people.",
        settings=(Setting.ACUTE, Setting.COMMUNITY),
        titles=("ward helper",),
        rewards=(Statement("Thanks"), Statement("Most stay", PUBLISHED)),
        holland=Holland({"R": 3.0, "I": 2.0}, "near", "Aides", "31-1131.00"),
        previews=(Preview("Can you stand?", {"yes": "Good.", "no": "Look on."}),),
        provenance=PUBLISHED,
    )
    route = Route(
        id="helper.direct-entry",
        to="helper",
        kind=RouteKind.DIRECT_ENTRY,
        name="Apply",
        months=Span(None, 6),
        keeps_earning=True,
        needs=AllOf(
            (
                Age(18, source="page"),
                AnyOf((InNation((Nation.WALES,)), AllOf((Confirm("Ask"),))), says="Either"),
                Registered(RegisterId.NMC, "helper"),
            )
        ),
    )
    rule = ReturnRule(
        "R1",
        "updating-days",
        "Do 30 days.",
        {"years_out": {"from": 2, "to": None}},
        {"days": 30, "kinds": ("a", "b"), "half": 0.5, "asked": True},
        provenance=PUBLISHED,
    )
    register = Register(
        RegisterId.NMC,
        "NMC",
        "uk",
        ("helper",),
        "On leaving",
        "Ask",
        (rule,),
        (),
        (Fee("Fee", None),),
    )
    return Catalogue(
        version="2026-11.abcd",
        newest="2026-11",
        sources={"page": Source("page", "A page", "Us"), "other": Source("other", "B", "Us")},
        roles={"helper": role},
        routes={"helper.direct-entry": route},
        registers={"nmc": register},
        pay=(PayBand("england", "2025-26", "5", 31049, 37796, 33487, PUBLISHED),),
        word_groups=(WordGroup("child", ("kid", "kids")),),
        unlisted_titles=("juggler", "acrobat"),
    )


@pytest.fixture
def built(catalogue: Catalogue, tmp_path: Path) -> Path:
    """The small catalogue as a file."""
    path = tmp_path / "catalogue.sqlite"
    write_catalogue(path, catalogue, "mark")
    return path


def _rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_what_is_written_is_read_back(catalogue: Catalogue, built: Path) -> None:
    assert load_catalogue(built) == catalogue


def test_sequences_keep_the_order_of_their_sources(built: Path) -> None:
    assert load_catalogue(built).unlisted_titles == ("juggler", "acrobat")


def test_the_stamp_says_version_newest_and_fingerprint(built: Path) -> None:
    stamp = read_stamp(built)
    assert stamp is not None
    assert (stamp.version, stamp.newest, stamp.fingerprint) == ("2026-11.abcd", "2026-11", "mark")


def test_built_twice_it_has_the_same_logical_dump(catalogue: Catalogue, tmp_path: Path) -> None:
    dumps: list[list[str]] = []
    for name in ("one", "two"):
        write_catalogue(tmp_path / name, catalogue, "mark")
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            dumps.append(list(connection.iterdump()))
    assert dumps[0] == dumps[1]
    assert len(dumps[0]) > 50


def test_every_table_of_records_is_strict(built: Path) -> None:
    tables = _rows(built, "SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    ours = {name: strict for name, strict in tables if not name.startswith("sqlite_")}
    assert len(ours) == 30
    assert set(ours.values()) == {1}


def test_the_file_is_marked_as_a_catalogue_of_this_version(built: Path) -> None:
    assert _rows(built, "PRAGMA application_id") == [(0x57415943,)]
    assert _rows(built, "PRAGMA user_version") == [(VERSION,)]


def test_every_fact_has_a_row_for_each_of_its_sources(built: Path) -> None:
    rows = _rows(
        built,
        "SELECT field, basis, source, review_by, nation FROM facts "
        "WHERE kind = 'roles' AND text = 'Most stay'",
    )
    assert rows == [
        ("rewards[2]", "published", "page", "2027-11", "england"),
        ("rewards[2]", "published", "other", "2027-11", "england"),
    ]


def test_a_fact_that_no_source_states_is_editorial(built: Path) -> None:
    rows = _rows(built, "SELECT basis, source FROM facts WHERE text = 'Thanks'")
    assert rows == [("editorial", None)]


def test_a_condition_with_a_source_is_a_fact(built: Path) -> None:
    rows = _rows(built, "SELECT record, field, basis FROM facts WHERE field LIKE 'needs%'")
    assert rows == [("helper.direct-entry", "needs.items[1]", "published")]


def test_members_of_a_union_are_tagged_in_the_body(built: Path) -> None:
    ((body,),) = _rows(built, "SELECT body FROM routes")
    assert [item["is"] for item in json.loads(body)["needs"]["items"]] == [
        "Age",
        "AnyOf",
        "Registered",
    ]


def test_the_catalogue_cannot_be_written_through_its_reader(built: Path) -> None:
    from guidance.store.connection import open_catalogue

    with closing(open_catalogue(built)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM roles")


def test_nothing_is_left_beside_the_built_file(built: Path) -> None:
    assert [path.name for path in built.parent.iterdir()] == ["catalogue.sqlite"]


def test_a_failed_write_leaves_the_earlier_file(catalogue: Catalogue, built: Path) -> None:
    before = built.read_bytes()
    blocked = built.with_name(f"{built.name}.{os.getpid()}")
    blocked.mkdir()
    with pytest.raises(KnownError, match="could not be written"):
        write_catalogue(built, catalogue, "later")
    assert built.read_bytes() == before


def test_a_missing_file_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="The catalogue is missing"):
        load_catalogue(tmp_path / "none.sqlite")


def test_a_folder_in_its_place_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="The catalogue is missing"):
        load_catalogue(tmp_path)


@pytest.mark.parametrize("data", [b"", b"hello", b"SQLite format 3\0" + b"\xff" * 600])
def test_a_file_of_something_else_is_told_plainly(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(data)
    with pytest.raises(KnownError):
        load_catalogue(path)
    assert read_stamp(path) is None


def test_a_file_cut_short_is_told_plainly(built: Path) -> None:
    built.write_bytes(built.read_bytes()[:9000])
    with pytest.raises(KnownError, match="damaged"):
        load_catalogue(built)


def test_a_record_that_does_not_fit_its_noun_is_damage(built: Path) -> None:
    with closing(sqlite3.connect(built)) as connection, connection:
        connection.execute('UPDATE roles SET body = \'{"id":"helper"}\'')
    with pytest.raises(KnownError, match="damaged"):
        load_catalogue(built)


def test_a_letter_changed_in_a_record_is_damage_and_never_taken_for_a_fact(built: Path) -> None:
    with closing(sqlite3.connect(built)) as connection, connection:
        connection.execute("UPDATE roles SET body = replace(body, 'Helps', 'Harms')")
    with pytest.raises(KnownError, match="damaged"):
        load_catalogue(built)


def test_whatever_bytes_are_spoiled_it_is_read_as_it_was_or_refused(
    catalogue: Catalogue, built: Path
) -> None:
    chance, good = random.Random(5), built.read_bytes()  # noqa: S311 - it must repeat
    refused = 0
    for _ in range(120):
        spoiled = bytearray(good)
        for _ in range(chance.choice((1, 40))):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        built.write_bytes(spoiled)
        try:
            assert load_catalogue(built) == catalogue
        except KnownError:
            refused += 1
    assert refused > 20


def test_another_version_is_refused_with_both_versions_named(built: Path) -> None:
    with closing(sqlite3.connect(built)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(KnownError, match=f"has version 99; this Waymark reads version {VERSION}"):
        load_catalogue(built)
    assert read_stamp(built) is None
