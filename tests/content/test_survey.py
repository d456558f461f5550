"""The survey counts what is there, how evenly it is spread, and what is missing."""

from datetime import date
from pathlib import Path

import pytest

from guidance.content import survey
from guidance.content.read import read_sources
from guidance.domain.catalogue import Catalogue

GOOD = Path(__file__).parent.parent / "fixtures" / "content" / "good"


@pytest.fixture(scope="module")
def small() -> Catalogue:
    """The catalogue of two roles."""
    catalogue, _ = read_sources(GOOD)
    assert catalogue is not None
    return catalogue


def test_the_records_of_each_kind_are_counted(small: Catalogue) -> None:
    counts = survey.counts(small)
    assert (counts["roles"], counts["routes"], counts["typed_titles"]) == (2, 2, 4)
    assert (counts["pay"], counts["ladder_levels"], counts["registers"]) == (2, 2, 0)


def test_each_staff_group_has_its_roles_ways_and_stories(small: Catalogue) -> None:
    found = {item.group: item for item in survey.coverage(small)}
    assert found["support-workforce"] == survey.Coverage(
        "support-workforce", roles=1, titles=2, ways_in=1, ways_on=1, journeys=1, case_studies=1
    )
    assert found["nursing-midwifery"].ways_in == 1
    assert found["ambulance"] == survey.Coverage("ambulance")


def test_exposure_counts_the_roles_of_each_band_and_setting(small: Catalogue) -> None:
    found = survey.exposure(small)
    assert found["band"]["2"] == 1
    assert found["band"]["not on a band, or none found"] == 1
    assert found["setting"]["acute"] == 1


def test_a_fact_with_several_sources_counts_once_in_its_basis(small: Catalogue) -> None:
    assert survey.exposure(small)["basis"]["observed"] == 1


def test_a_hole_names_the_records_that_have_it(small: Catalogue) -> None:
    found = {hole.what: hole.records for hole in survey.holes(small)}
    assert found["Roles without a national band"] == ("nurse",)
    assert found["Roles said to lead nowhere"] == ("nurse",)
    assert found["Registered roles without a way back"] == ("nurse",)
    assert found["Roles that no journey leads to"] == ("helper",)
    assert "Journeys from no role of ours" not in found


def test_nothing_is_due_before_its_shelf_life_ends(small: Catalogue) -> None:
    assert survey.due(small, date(2026, 11, 21)) == ()


def test_what_is_past_its_shelf_life_is_due_and_the_oldest_comes_first(small: Catalogue) -> None:
    found = survey.due(small, date(2029, 1, 1))
    assert found[0].limit == "2027-11"
    assert {item.kind for item in found} >= {"roles", "routes", "pay"}
    assert [item.limit for item in found] == sorted(item.limit for item in found)


def test_a_fact_is_good_through_the_whole_of_its_last_month(small: Catalogue) -> None:
    assert survey.due(small, date(2027, 11, 30)) == ()
    assert survey.due(small, date(2027, 12, 1)) != ()
