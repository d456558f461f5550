"""The sources that ship: no errors, and as wide as the first catalogue promises."""

from pathlib import Path

import pytest

from guidance.content.problems import Problem, Severity
from guidance.domain.catalogue import Catalogue
from guidance.store.catalogue import load_catalogue, write_catalogue

SOURCE = Path(__file__).parent.parent.parent / "db" / "source"
LEAST = {
    "roles": 90,
    "routes": 200,
    "journeys": 40,
    "case_studies": 25,
    "ladders": 35,
    "mechanisms": 15,
    "resources": 144,
    "standards": 9,
    "prompts": 30,
    "interest_items": 30,
    "constraints": 13,
    "funding": 30,
    "qualifications": 80,
}


def test_the_sources_hold_no_errors(shipped: tuple[Catalogue | None, tuple[Problem, ...]]) -> None:
    assert [str(item) for item in shipped[1] if item.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("field", "least"), LEAST.items())
def test_a_kind_is_as_wide_as_promised(catalogue: Catalogue, field: str, least: int) -> None:
    assert len(getattr(catalogue, field)) >= least


def test_every_case_study_of_a_headline_says_so(catalogue: Catalogue) -> None:
    for study in catalogue.case_studies.values():
        if not study.what_they_did and not study.situation:
            assert study.detail == "headline", study.id


def test_each_holland_letter_has_five_statements(catalogue: Catalogue) -> None:
    letters = [item.letter for item in catalogue.interest_items]
    assert {letter: letters.count(letter) for letter in "RIASEC"} == dict.fromkeys("RIASEC", 5)


def test_england_has_three_years_of_pay(catalogue: Catalogue) -> None:
    years = {band.year for band in catalogue.pay if band.nation == "england"}
    assert years == {"2024-25", "2025-26", "2026-27"}


def test_every_table_of_pay_names_its_source_and_its_year(catalogue: Catalogue) -> None:
    for band in catalogue.pay:
        assert band.provenance.sources
        assert band.provenance.valid_from
        assert band.provenance.review_by


def test_every_piece_of_funding_names_its_source(catalogue: Catalogue) -> None:
    for item in catalogue.funding.values():
        assert item.provenance.sources, item.id


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("hnc", 4),
        ("access course", 3),
        ("gcse maths", 2),
        ("level 3 btec", 3),
        ("nvq 2", 2),
        ("diphe nursing", 5),
        ("phd", 8),
        ("pgdip", 7),
    ],
)
def test_a_typed_qualification_has_its_level(catalogue: Catalogue, typed: str, level: int) -> None:
    found = [q for q in catalogue.qualifications.values() if typed in q.typed]
    assert [q.level for q in found] == [level]


def test_no_two_qualifications_are_typed_the_same(catalogue: Catalogue) -> None:
    typed = [form.casefold() for q in catalogue.qualifications.values() for form in q.typed]
    assert sorted(form for form in set(typed) if typed.count(form) > 1) == []


@pytest.mark.parametrize(
    ("form", "tests"), [("gcse maths", ("maths",)), ("ielts", ("english-language",))]
)
def test_a_typed_qualification_meets_its_tests(
    catalogue: Catalogue, form: str, tests: tuple[str, ...]
) -> None:
    found = [q for q in catalogue.qualifications.values() if form in q.typed]
    assert [q.tests for q in found] == [tests]


def test_the_real_catalogue_is_read_back_from_its_file_as_it_was(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "catalogue.sqlite"
    write_catalogue(path, catalogue, "mark")
    assert load_catalogue(path) == catalogue


def test_every_source_that_a_fact_names_has_a_title_and_a_publisher(catalogue: Catalogue) -> None:
    for source in catalogue.sources.values():
        assert source.title, source.id
        assert source.publisher, source.id
        assert source.read, source.id
