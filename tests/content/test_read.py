"""The loader refuses kindly: one small folder per mistake, and the good folder read whole."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from guidance.content.problems import Fault, Severity
from guidance.content.read import read_sources
from guidance.domain.condition import Age, AllOf, AnyOf, Confirm, Experience, Holds, Passed
from guidance.domain.dated import Provenance, Span
from guidance.domain.vocabulary import Basis, RouteKind, Setting

FIXTURES = Path(__file__).parent.parent / "fixtures" / "content"
MISTAKES = sorted(path.name for path in (FIXTURES / "mistakes").iterdir())
TODAY = date(2026, 11, 21)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A copy of the good folder that a test may spoil."""
    return Path(shutil.copytree(FIXTURES / "good", tmp_path / "source"))


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_in_exactly_these_words(name: str, good: Path) -> None:
    shutil.copytree(FIXTURES / "mistakes" / name, good, dirs_exist_ok=True)
    (good / "expected.txt").unlink()
    catalogue, problems = read_sources(good, TODAY)
    told = "".join(f"{problem.severity} {problem.fault} {problem}\n" for problem in problems)
    expected = (FIXTURES / "mistakes" / name / "expected.txt").read_text(encoding="utf-8")
    assert told == expected
    assert (catalogue is None) == any(line.startswith("error") for line in told.splitlines())


def test_there_is_a_bad_fixture_for_every_class_of_mistake() -> None:
    told = {
        line.split()[1]
        for name in MISTAKES
        for line in (FIXTURES / "mistakes" / name / "expected.txt").read_text().splitlines()
    }
    assert told == {fault.value for fault in Fault}


def test_the_good_folder_has_no_problem(good: Path) -> None:
    assert read_sources(good, TODAY)[1] == ()


def test_mistakes_in_different_files_are_told_at_once(good: Path) -> None:
    shutil.copytree(FIXTURES / "mistakes" / "several-at-once", good, dirs_exist_ok=True)
    (good / "expected.txt").unlink()
    _, problems = read_sources(good)
    assert len({problem.fault for problem in problems}) == 5
    assert len({problem.file for problem in problems}) == 3


def test_a_folder_in_the_place_of_a_file_is_passed_over(good: Path) -> None:
    (good / "roles" / "odd.yaml").mkdir()
    assert read_sources(good)[0] is not None


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_named(good: Path) -> None:
    shut = good / "words" / "topics.yaml"
    shut.chmod(0)
    _, problems = read_sources(good)
    assert [problem.fault for problem in problems] == [Fault.UNREADABLE]


def test_an_empty_folder_makes_an_empty_catalogue(tmp_path: Path) -> None:
    catalogue, problems = read_sources(tmp_path)
    assert problems == ()
    assert catalogue is not None
    assert dict(catalogue.roles) == {}


def test_a_broken_file_does_not_accuse_those_that_name_its_records(good: Path) -> None:
    role = good / "roles" / "nursing-midwifery" / "nurse.yaml"
    role.write_text(role.read_text() + "titles: [open\n")
    _, problems = read_sources(good)
    assert {problem.file for problem in problems} == {"roles/nursing-midwifery/nurse.yaml"}


def test_a_role_is_read_whole(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    helper = catalogue.roles["helper"]
    assert helper.settings == (Setting.ACUTE,)
    assert helper.titles == ("ward helper", "aide")
    assert helper.holland is not None
    assert helper.holland.scores["C"] == 4.5
    assert helper.previews[0].suggests == {
        "yes": "Good.",
        "unsure": "Try it for a day.",
        "no": "Look at desk roles.",
    }
    assert helper.provenance == Provenance(
        Basis.PUBLISHED, ("example-careers",), review_by="2028-11"
    )


def test_plain_text_is_editorial_and_text_with_a_source_is_published(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    plain, sourced = catalogue.roles["helper"].rewards
    assert (plain.provenance.basis, plain.provenance.sources) == (Basis.EDITORIAL, ())
    assert (sourced.provenance.basis, sourced.provenance.sources) == (
        Basis.PUBLISHED,
        ("example-careers",),
    )


def test_a_way_in_leads_to_the_role_of_its_file(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    route = catalogue.routes["helper.direct-entry"]
    assert (route.to, route.kind, route.open_entry) == ("helper", RouteKind.DIRECT_ENTRY, True)
    assert route.months == Span(0, 0)
    assert route.needs == AllOf(
        (
            Age(18),
            AnyOf(
                (Passed("english"), Confirm("The employer judges your English")),
                says="Good English",
            ),
        )
    )


def test_a_way_on_is_a_progression_from_the_role_of_its_file(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    route = catalogue.routes["helper.to.nurse"]
    assert (route.from_roles, route.kind, route.open_entry) == (
        ("helper",),
        RouteKind.PROGRESSION,
        False,
    )
    assert route.needs.items == (
        Holds(qualification="gcse-maths", source="example-careers"),
        Experience(roles=("helper",), months=12),
    )
    assert route.grants == ("registered:nmc:nurse", "level:6")


def test_a_pay_table_gives_its_head_to_every_band(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    assert [(band.band, band.entry, band.middle) for band in catalogue.pay] == [
        ("2", 24465, None),
        ("5", 31049, 33487),
    ]
    assert {band.provenance.valid_until for band in catalogue.pay} == {"2026-03-31"}


def test_pay_lasts_a_year_from_its_reading_where_no_review_is_set(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    assert catalogue.pay[0].provenance.review_by == "2027-11"


def test_money_for_a_route_lasts_a_year_from_its_reading(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    assert catalogue.routes["helper.to.nurse"].funding[0].provenance.review_by == "2027-11"


def test_a_route_lasts_a_year_from_its_reading(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    assert catalogue.routes["helper.to.nurse"].provenance.review_by == "2027-11"


def test_a_role_and_a_qualification_last_two_years_from_their_reading(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    assert catalogue.roles["helper"].provenance.review_by == "2028-11"
    assert catalogue.qualifications["gcse-maths"].provenance.review_by == "2028-11"


def test_what_really_happened_has_no_shelf_life(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    assert catalogue.journeys["helper-to-nurse"].provenance.review_by is None
    assert catalogue.case_studies["helpers-grow"].provenance.review_by is None


def test_a_journey_is_observed_and_a_case_study_an_employers_example(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    assert catalogue.journeys["helper-to-nurse"].provenance.basis is Basis.OBSERVED
    study = catalogue.case_studies["helpers-grow"]
    assert study.provenance.basis is Basis.EMPLOYER_EXAMPLE


@pytest.mark.parametrize(
    ("kind", "basis"),
    [
        ("lived-story", Basis.OBSERVED),
        ("evaluated-programme", Basis.PUBLISHED),
        ("campaign", Basis.EMPLOYER_EXAMPLE),
    ],
)
def test_the_kind_of_a_case_study_says_its_basis(good: Path, kind: str, basis: Basis) -> None:
    path = good / "case-studies" / "programmes.yaml"
    path.write_text(path.read_text().replace("kind: employer-programme", f"kind: {kind}"))
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    study = catalogue.case_studies["helpers-grow"]
    assert study.provenance.basis is study.results[0].provenance.basis is basis


def test_the_route_kinds_of_a_journey_are_those_of_its_steps(good: Path) -> None:
    path = good / "journeys" / "nursing-midwifery.yaml"
    steps = "  - {what: A degree, kind: degree, months: 36}\n"
    more = "  - {what: A course, kind: course}\n  - {what: Again, kind: degree}\n"
    path.write_text(path.read_text().replace(steps, steps + more))
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    assert catalogue.journeys["helper-to-nurse"].route_kinds == (RouteKind.DEGREE,)


def test_a_result_of_a_case_study_stands_on_its_sources(good: Path) -> None:
    catalogue, _ = read_sources(good)
    assert catalogue is not None
    study = catalogue.case_studies["helpers-grow"]
    assert study.results[0].text == "1 in 2: helpers moved on"
    assert study.results[0].provenance == study.provenance


def test_the_version_is_the_newest_reading_and_a_mark_of_the_sources(good: Path) -> None:
    first, _ = read_sources(good)
    again, _ = read_sources(good)
    (good / "words" / "topics.yaml").write_text("- {topic: child, words: [kid]}\n")
    changed, _ = read_sources(good)
    assert first is not None
    assert again is not None
    assert changed is not None
    assert first.newest == "2026-11"
    assert first.version.startswith("2026-11.")
    assert first.version == again.version
    assert first.version != changed.version


def test_a_problem_prints_on_one_line_with_its_place(good: Path) -> None:
    (good / "words" / "topics.yaml").write_text("- {topic: child, words: kids}\n")
    _, problems = read_sources(good)
    assert str(problems[0]) == (
        "words/topics.yaml:1: child words: Here stands text (kids). "
        "Write a list, each item after a hyphen."
    )
    assert problems[0].severity is Severity.ERROR
