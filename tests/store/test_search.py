"""Searching: words in any record, titles as typed, and any text at all is safe."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.domain.catalogue import Catalogue, Mechanism
from guidance.domain.dated import Statement
from guidance.domain.errors import KnownError
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import RouteKind, StaffGroup
from guidance.store.catalogue import write_catalogue
from guidance.store.search import CatalogueSearch, fold


def _role(name: str, title: str, summary: str, *titles: str) -> Role:
    group = StaffGroup.ALLIED_HEALTH
    return Role(name, title, group, summary, titles=titles, rewards=(Statement("Café visits"),))


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CatalogueSearch]:
    """A search of three roles and a mechanism."""
    roles = (
        _role("physiotherapist", "Physiotherapist", "Restores movement after injury.", "B6 physio"),
        _role(
            "podiatrist", "Podiatrist", "Treats feet.", "podiatrist", "chiropodist", "foot doctor"
        ),
        _role("nurse", "Adult nurse", "Nurses sick adults; moves fast.", "staff nurse", "RGN"),
    )
    catalogue = Catalogue(
        version="1",
        newest="2026",
        roles={role.id: role for role in roles},
        mechanisms={"taster": Mechanism("taster", "Taster", "A week watching a nurse.")},
    )
    path = tmp_path_factory.mktemp("search") / "catalogue.sqlite"
    write_catalogue(path, catalogue, "mark")
    with CatalogueSearch(path) as opened:
        yield opened


def _ids(search: CatalogueSearch, text: str, *kinds: str) -> list[str]:
    return [found.id for found in search.find(text, kinds)]


def test_a_word_is_found_in_any_of_its_forms(search: CatalogueSearch) -> None:
    assert _ids(search, "injuries") == ["physiotherapist"]


def test_a_word_in_the_title_comes_before_one_in_the_text(search: CatalogueSearch) -> None:
    assert _ids(search, "nurse") == ["nurse", "taster"]


def test_a_role_comes_before_a_route_that_only_names_it(tmp_path: Path) -> None:
    route = Route("a.degree", "nurse", RouteKind.DEGREE, "Nurse")
    catalogue = Catalogue(
        "1",
        "2026",
        routes={"a.degree": route},
        roles={"nurse": _role("nurse", "Nurse adviser", "")},
    )
    path = tmp_path / "catalogue.sqlite"
    write_catalogue(path, catalogue, "mark")
    with CatalogueSearch(path) as opened:
        assert _ids(opened, "nurse") == ["nurse", "a.degree"]


def test_a_title_in_other_capitals_is_shown_once(search: CatalogueSearch) -> None:
    assert search.titles("podia") == (("Podiatrist", "podiatrist"),)


def test_kinds_narrow_the_search(search: CatalogueSearch) -> None:
    assert _ids(search, "nurse", "mechanisms") == ["taster"]


def test_the_last_word_may_be_unfinished(search: CatalogueSearch) -> None:
    assert _ids(search, "treats fee") == ["podiatrist"]


def test_where_no_record_holds_all_the_words_any_will_do(search: CatalogueSearch) -> None:
    assert _ids(search, "zebra feet") == ["podiatrist"]


def test_a_misspelt_word_still_finds_its_record(search: CatalogueSearch) -> None:
    assert _ids(search, "fisiotherapist")[0] == "physiotherapist"


def test_a_misspelt_word_of_a_text_shows_the_words_it_may_mean(search: CatalogueSearch) -> None:
    (found,) = search.find("injurry")
    assert (found.id, "after injury" in found.snippet) == ("physiotherapist", True)


def test_a_word_like_none_in_the_catalogue_finds_nothing(search: CatalogueSearch) -> None:
    assert search.find("xylophone") == ()


def test_a_record_of_a_kind_that_is_none_of_ours_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    write_catalogue(path, Catalogue("1", "2026", roles={"a": _role("a", "Nurse", "")}), "mark")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE texts SET kind = 'sqlite_schema'")
    with CatalogueSearch(path) as opened, pytest.raises(KnownError, match="damaged"):
        opened.find("nurse")


def test_accents_and_capitals_do_not_matter(search: CatalogueSearch) -> None:
    assert len(_ids(search, "CAFE")) == 3


def test_a_snippet_shows_the_words_round_the_find(search: CatalogueSearch) -> None:
    (found,) = search.find("feet")
    assert (found.kind, found.title) == ("roles", "Podiatrist")
    assert "Treats feet" in found.snippet


def test_no_more_than_the_limit_is_found(search: CatalogueSearch) -> None:
    assert len(search.find("cafe", limit=2)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        '"',
        "'",
        "*",
        "AND",
        "OR NOT",
        "NEAR(",
        "title:x",
        "a-b",
        "()",
        "😀",
        "\0",
        "%_",
        "x" * 9000,
    ],
)
def test_the_signs_of_the_query_language_are_only_text(search: CatalogueSearch, text: str) -> None:
    search.find(text)
    search.titles(text)


@given(st.text(max_size=60))
def test_any_text_is_safe_to_search_for(search: CatalogueSearch, text: str) -> None:
    search.find(text)
    assert len(search.titles(text, limit=3)) <= 3


def test_titles_that_begin_with_the_letters_come_first(search: CatalogueSearch) -> None:
    assert search.titles("p") == (
        ("Podiatrist", "podiatrist"),
        ("Physiotherapist", "physiotherapist"),
        ("B6 physio", "physiotherapist"),
    )


def test_titles_with_a_word_that_begins_so_come_next(search: CatalogueSearch) -> None:
    assert search.titles("nur") == (("Adult nurse", "nurse"), ("staff nurse", "nurse"))


def test_a_misspelt_title_is_found_when_nothing_begins_so(search: CatalogueSearch) -> None:
    assert search.titles("chyropodist")[0] == ("chiropodist", "podiatrist")


def test_letters_like_no_title_find_none(search: CatalogueSearch) -> None:
    assert search.titles("xylophone") == ()


def test_typing_ignores_capitals_and_points(search: CatalogueSearch) -> None:
    assert search.titles("r.g.n") == search.titles("zzz") == ()
    assert search.titles("rGn") == (("RGN", "nurse"),)


def test_folding_takes_away_accents_punctuation_and_capitals() -> None:
    assert fold("  Chef, à la Crème! ") == "chef a la creme"


def test_a_missing_catalogue_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="missing"):
        CatalogueSearch(tmp_path / "none.sqlite")


def test_a_closed_search_answers_no_more(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    write_catalogue(path, Catalogue("1", "2026"), "mark")
    search = CatalogueSearch(path)
    search.close()
    with pytest.raises((sqlite3.ProgrammingError, KnownError)):
        search.find("nurse")
