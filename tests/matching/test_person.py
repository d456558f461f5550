"""What is read off a profile: the months that each job adds."""

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.domain.profile import HeldRole, Profile
from guidance.domain.vocabulary import Stage
from guidance.matching.eligibility import Standing
from guidance.matching.network import Network
from guidance.matching.person import Reader
from guidance.matching.words import Titles


@pytest.fixture(scope="module")
def reader(small: Catalogue) -> Reader:
    return Reader(small, Network(small), Titles(small))


def _standing(reader: Reader, *roles: HeldRole, stage: Stage | None = None) -> Standing:
    return reader.read(Profile(roles=roles, stage=stage)).standing


def test_each_job_keeps_its_own_months(reader: Reader) -> None:
    found = _standing(
        reader,
        HeldRole("staff nurse", months=30),
        HeldRole("healthcare assistant", current=False, months=48),
    )
    assert (found.months["adult-nurse"], found.months["healthcare-support-worker"]) == (30, 48)


def test_two_jobs_of_one_kind_add_up(reader: Reader) -> None:
    found = _standing(
        reader, HeldRole("HCA", months=10), HeldRole("care assistant", current=False, months=20)
    )
    assert found.months["healthcare-support-worker"] == 30
    assert found.families["support-workforce"] == 30


def test_time_in_a_speciality_counts_as_time_in_its_profession(reader: Reader) -> None:
    found = _standing(reader, HeldRole("ITU nurse", months=40))
    assert found.months["adult-nurse"] == 40
    assert found.families["nursing-midwifery"] == 40


def test_months_that_are_not_told_leave_the_sum_open(reader: Reader) -> None:
    found = _standing(reader, HeldRole("HCA", months=10), HeldRole("care assistant", current=False))
    assert found.months["healthcare-support-worker"] is None


@pytest.mark.parametrize(("months", "new"), [(10, True), (30, False), (None, False)])
def test_a_person_with_little_time_in_the_work_is_new_to_it(
    reader: Reader, months: int | None, *, new: bool
) -> None:
    assert _standing(reader, HeldRole("staff nurse", months=months)).new is new


def test_an_early_stage_is_new_to_the_work(reader: Reader) -> None:
    assert _standing(reader, HeldRole("staff nurse"), stage=Stage.EARLY).new


def test_a_title_that_names_two_jobs_of_a_family_is_served_once(reader: Reader) -> None:
    found = _standing(reader, HeldRole("staff nurse / ITU nurse", months=40))
    assert found.families == {"nursing-midwifery": 40}
