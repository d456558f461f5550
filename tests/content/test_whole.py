"""The catalogue is whole: every profession has its chain, every group its stories."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from guidance.content import survey
from guidance.domain.catalogue import Catalogue
from guidance.domain.vocabulary import RegisterId, RouteKind, Setting, StaffGroup

SOURCE = Path(__file__).parent.parent.parent / "db" / "source"
COVERED = Path(__file__).parent.parent / "fixtures" / "coverage.csv"
VOLUNTEER = "ward-support-volunteer"
ADVANCED, CONSULTANT = 7, 8
STEPS = 12


def _onward(catalogue: Catalogue, starts: Iterable[str]) -> set[str]:
    """The roles that can be reached from some roles, with the roles themselves."""
    ways: dict[str, set[str]] = defaultdict(set)
    for route in catalogue.routes.values():
        for start in route.from_roles:
            ways[start].add(route.to)
    found, edge = set(starts), set(starts)
    for _ in range(STEPS):
        edge = {to for start in edge for to in ways[start]} - found
        found |= edge
    return found


def _parts(catalogue: Catalogue) -> set[str]:
    return {role.part for role in catalogue.roles.values() if role.part}


def test_the_catalogue_is_as_wide_as_the_field(catalogue: Catalogue) -> None:
    counts = survey.counts(catalogue)
    assert counts["roles"] >= 330
    assert counts["typed_titles"] >= 4500
    assert counts["routes"] >= 1283
    assert (counts["journeys"], counts["case_studies"]) >= (184, 190)
    assert counts["evidence"] >= 82


def test_a_part_of_a_register_is_a_role_of_that_part(catalogue: Catalogue) -> None:
    for part in _parts(catalogue):
        assert catalogue.roles[part].part == part


def test_a_register_stands_behind_every_role_that_names_one(catalogue: Catalogue) -> None:
    for role in catalogue.roles.values():
        if role.register is not RegisterId.NONE:
            assert role.register.value in catalogue.registers, role.id


def test_every_registered_profession_can_be_reached_from_volunteering(catalogue: Catalogue) -> None:
    assert _parts(catalogue) - _onward(catalogue, [VOLUNTEER]) == set()


@pytest.mark.parametrize("level", [ADVANCED, CONSULTANT])
def test_every_registered_profession_leads_up_or_says_why_not(
    catalogue: Catalogue, level: int
) -> None:
    short = {
        part
        for part in _parts(catalogue)
        if not catalogue.roles[part].dead_end
        and max(catalogue.roles[name].level for name in _onward(catalogue, [part])) < level
    }
    assert short == set()


def test_every_part_of_a_register_has_a_way_back(catalogue: Catalogue) -> None:
    back = {
        route.to
        for route in catalogue.routes.values()
        if route.kind is RouteKind.RETURN_TO_PRACTICE
    }
    assert _parts(catalogue) - back == set()


def _family(*groups: StaffGroup) -> frozenset[StaffGroup]:
    return frozenset(groups)


OFFICE = _family(StaffGroup.CORPORATE, StaffGroup.MANAGEMENT, StaffGroup.INFORMATICS)
CARE = _family(StaffGroup.SOCIAL_CARE)
HEALTH = _family(
    StaffGroup.SUPPORT_WORKFORCE, StaffGroup.NURSING_MIDWIFERY, StaffGroup.ALLIED_HEALTH
)
TEACHING = _family(StaffGroup.EDUCATION_RESEARCH)
FACILITIES = _family(StaffGroup.ESTATES_FACILITIES)
SUPPORT = _family(StaffGroup.SUPPORT_WORKFORCE, StaffGroup.HEALTHCARE_SCIENCE)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (HEALTH, OFFICE),
        (OFFICE, HEALTH),
        (CARE, HEALTH),
        (HEALTH, CARE),
        (FACILITIES, SUPPORT),
        (OFFICE, SUPPORT),
        (HEALTH, TEACHING),
    ],
)
def test_people_can_cross_between_kinds_of_work(
    catalogue: Catalogue, start: frozenset[StaffGroup], end: frozenset[StaffGroup]
) -> None:
    group = {role.id: role.staff_group for role in catalogue.roles.values()}
    crossing = [
        route.id
        for route in catalogue.routes.values()
        if group[route.to] in end and any(group[name] in start for name in route.from_roles)
    ]
    assert len(crossing) >= 4


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("specialty-doctor", "hospital-consultant"),
        ("general-practitioner", "portfolio-career-doctor"),
        ("adult-nurse", "legacy-mentor"),
        ("adult-nurse", "general-practice-nurse"),
        ("general-practice-nurse", "district-nurse"),
        ("healthcare-support-worker", "chief-nurse"),
        ("rota-coordinator", "head-of-medical-workforce"),
        ("care-worker", "social-worker"),
        ("porter", "operating-department-practitioner"),
    ],
)
def test_a_way_leads_from_one_role_to_another(catalogue: Catalogue, start: str, end: str) -> None:
    assert end in _onward(catalogue, [start])


def test_no_staff_group_is_without_journeys(catalogue: Catalogue) -> None:
    assert [row.group for row in survey.coverage(catalogue) if row.journeys == 0] == []


def test_no_setting_is_without_roles(catalogue: Catalogue) -> None:
    found = survey.exposure(catalogue)["setting"]
    assert [setting.value for setting in Setting if not found[setting.value]] == []


def test_every_role_has_five_questions_with_what_each_answer_suggests(
    catalogue: Catalogue,
) -> None:
    for role in catalogue.roles.values():
        assert len(role.previews) == 5, role.id
        for preview in role.previews:
            assert set(preview.suggests) == {"yes", "unsure", "no"}, role.id


def test_every_role_says_what_it_is_not_and_what_it_pays_by(catalogue: Catalogue) -> None:
    roles = catalogue.roles.values()
    assert [role.id for role in roles if not role.not_the_same_as] == []
    assert [role.id for role in roles if not (role.bands or role.band_note)] == []


def test_every_role_says_how_common_it_is(catalogue: Catalogue) -> None:
    assert [role.id for role in catalogue.roles.values() if not role.posts] == []


def test_every_role_is_written_with_its_level() -> None:
    files = sorted((SOURCE / "roles").rglob("*.yaml"))
    bare = [p.stem for p in files if not re.search(r"(?m)^level: [1-9]$", p.read_text("utf-8"))]
    assert bare == []


def _covered() -> list[tuple[str, str, str]]:
    with COVERED.open(encoding="utf-8", newline="") as file:
        return [(row["id"], row["kind"], row["record"]) for row in csv.DictReader(file)]


def test_every_system_and_case_of_the_source_documents_is_in_the_table() -> None:
    assert len({name for name, _, _ in _covered()}) == 156 + 70


def test_every_row_of_that_table_leads_to_a_record(catalogue: Catalogue) -> None:
    lost = []
    for name, kind, record in _covered():
        held = getattr(catalogue, kind.replace("-", "_"))
        known = set(held) if isinstance(held, Mapping) else {item.id for item in held}
        if record not in known:
            lost.append((name, kind, record))
    assert lost == []
