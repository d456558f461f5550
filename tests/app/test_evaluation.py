"""The evaluation runs on the shipped catalogue alone, on a folder of cases, and the same twice."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from guidance.app.evaluation import EvaluationReport, evaluate, first_place
from guidance.app.evaluation_cases import journey_cases, read_cases, read_titles
from guidance.app.evaluation_measures import mean_figure, rank_row
from guidance.app.evaluation_robust import Suite
from guidance.content.problems import Problem
from guidance.domain.catalogue import Catalogue
from guidance.domain.errors import KnownError
from guidance.domain.vocabulary import Purpose, RouteKind, StaffGroup
from guidance.matching.engine import Matcher

SOURCE = Path(__file__).parent.parent.parent / "db" / "source"
DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def real(shipped: tuple[Catalogue | None, tuple[Problem, ...]]) -> Catalogue:
    catalogue, problems = shipped
    assert catalogue is not None, problems[:3]
    return catalogue


@pytest.fixture(scope="module")
def slim(real: Catalogue) -> Catalogue:
    """Two families of the real catalogue and a few journeys, so that tables are quick to make."""
    kept = {StaffGroup.ALLIED_HEALTH, StaffGroup.SUPPORT_WORKFORCE}
    roles = {role.id: role for role in real.roles.values() if role.staff_group in kept}
    journeys = dict(list(real.journeys.items())[::5])
    return replace(real, roles=roles, journeys=journeys)


def chance(seed: int = 1) -> Random:
    return Random(seed)  # noqa: S311 - samples for intervals, nothing secret


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cases")
    case = {
        "id": "made-up",
        "profile": {
            "format": "waymark-profile/1",
            "purpose": "next-step",
            "roles": [{"title": "physio assistant", "current": True}],
        },
        "acceptable_role_ids": ["physiotherapist"],
        "route_kinds": ["degree-apprenticeship"],
        "target_named": False,
        "staff_group": "ahp",
    }
    (made / "journeys-dev.jsonl").write_text(json.dumps(case) + "\n\n", encoding="utf-8")
    (made / "job-titles-dev.csv").write_text(
        "typed,role_ids\nphysio,physiotherapist\nlion tamer,\n", encoding="utf-8"
    )
    return made


@pytest.fixture(scope="module")
def report(slim: Catalogue, folder: Path) -> EvaluationReport:
    return evaluate(slim, folder, as_of=DAY, chance=chance())


def test_every_promise_of_the_robustness_suite_holds(real: Catalogue) -> None:
    checks = Suite(real, Matcher(real), DAY).run()
    assert [check.name for check in checks if not check.held] == []
    assert len(checks) == 11


def test_the_baselines_stand_in_the_same_table(report: EvaluationReport) -> None:
    names = [row.name for row in report.tables[0].rows]
    assert names == [
        "Waymark", "random (20 times)", "popularity", "interests only", "current role only",
        "text overlap only",
    ]  # fmt: skip


def test_each_signal_in_use_is_left_out_once(report: EvaluationReport) -> None:
    table = next(t for t in report.tables if t.title.endswith("one signal left out"))
    names = [row.name for row in table.rows]
    assert "without closeness" in names
    assert len(names) == len(set(names))


def test_named_and_not_named_and_groups_are_told_apart(report: EvaluationReport) -> None:
    table = next(t for t in report.tables if t.title == "Cases of the folder: by part")
    names = {row.name for row in table.rows}
    assert {"target named", "target not named", "group: ahp"} <= names


def test_titles_are_measured_with_and_without_their_own_wording(report: EvaluationReport) -> None:
    rows = report.tables[-1].rows
    assert [row.count for row in rows[:2]] == [2, 2]
    assert rows[0].figures[0].value == 1.0
    assert rows[2].name == "own typed titles, unlearnt"


def test_the_report_prints_and_goes_to_json(report: EvaluationReport) -> None:
    assert "hit@7" in report.text()
    assert json.loads(json.dumps(report.plain()))["as_of"] == "2026-11-21"


def test_the_same_seed_gives_the_same_report(
    slim: Catalogue, folder: Path, report: EvaluationReport
) -> None:
    assert evaluate(slim, folder, as_of=DAY, chance=chance()).plain() == report.plain()


def test_without_a_folder_the_shipped_journeys_are_enough(slim: Catalogue) -> None:
    found = evaluate(slim, as_of=DAY)
    assert found.tables[0].title.startswith("Shipped journeys")


def test_a_journey_is_hidden_from_its_own_case(real: Catalogue) -> None:
    assert all(case.hidden == {case.id} for case in journey_cases(real))


def test_someone_who_came_back_is_asked_about_as_such(real: Catalogue) -> None:
    cases = {case.id: case for case in journey_cases(real)}
    back = [
        journey.id
        for journey in real.journeys.values()
        if RouteKind.RETURN_TO_PRACTICE in journey.route_kinds and journey.id in cases
    ]
    assert back
    assert all(cases[i].profile.purpose is Purpose.RETURN_TO_PRACTICE for i in back)


def test_a_folder_without_files_has_no_cases(tmp_path: Path) -> None:
    assert read_cases(tmp_path) == ()
    assert read_titles(tmp_path) == ()


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "journeys-dev.jsonl").write_text("{}\nnot json\n", encoding="utf-8")
    with pytest.raises(KnownError, match="Line 1"):
        read_cases(tmp_path)


def test_the_first_right_place_counts_from_one() -> None:
    assert first_place(["a", "b"], frozenset({"b"})) == 2
    assert first_place(["a", "b"], frozenset({"c"})) == 3


def test_an_interval_holds_its_mean() -> None:
    figure = mean_figure([0.0, 1.0, 1.0, 1.0], chance(3))
    assert figure.low <= figure.value <= figure.high
    assert figure.value == 0.75


def test_a_row_counts_hits_at_each_depth() -> None:
    row = rank_row("x", [1, 3, 8, 25], chance(3))
    assert [round(figure.value, 3) for figure in row.figures] == [0.25, 0.5, 0.5, 0.75, 0.375]
