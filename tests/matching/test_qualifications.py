import pytest

from guidance.domain.catalogue import Qualification
from guidance.domain.profile import HeldQualification
from guidance.domain.vocabulary import Nation
from guidance.matching.qualifications import Qualifications

PLAIN = Qualifications({})


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("BTEC L3 H&SC", 3), ("NVQ 2", 2), ("NVQ level 3 in Health", 3), ("RGN 1998", 6),
        ("9 GCSEs", 2), ("HNC care practice", 4), ("HND", 5), ("foundation degree", 5),
        ("A-level biology", 3), ("Access to HE (science)", 3), ("BSc psychology", 6),
        ("MPharm", 7), ("BA and MA in literature", 7), ("PhD in virology", 8), ("SCQF 7", 4),
        ("T level", 3), ("CertHE", 4), ("some certificate nobody knows", None),
    ],
)  # fmt: skip
def test_a_typed_qualification_gives_its_level(typed: str, level: int | None) -> None:
    assert PLAIN.read(HeldQualification(typed)).level == level


def test_a_subject_is_read_from_the_words() -> None:
    assert "science" in PLAIN.read(HeldQualification("A-level biology")).subjects


def test_gcse_maths_meets_the_maths_test() -> None:
    assert PLAIN.read(HeldQualification("GCSE maths")).tests == {"maths"}


@pytest.mark.parametrize("typed", ["GCSE maths grade 3", "GCSE maths D", "GCSE English grade 2"])
def test_a_gcse_below_grade_four_is_level_one_and_meets_no_test(typed: str) -> None:
    read = PLAIN.read(HeldQualification(typed))
    assert (read.level, read.tests) == (1, frozenset())


@pytest.mark.parametrize("typed", ["GCSE maths grade 4", "GCSE maths C", "3 GCSEs"])
def test_a_pass_or_a_number_of_gcses_is_level_two(typed: str) -> None:
    assert PLAIN.read(HeldQualification(typed)).level == 2


def test_gcses_alone_do_not_say_which_subjects() -> None:
    assert PLAIN.read(HeldQualification("9 GCSEs")).tests == frozenset()


def test_a_mathematics_degree_is_not_taken_for_the_school_test() -> None:
    assert PLAIN.read(HeldQualification("BSc mathematics")).tests == frozenset()


def test_an_unfinished_degree_counts_for_nothing() -> None:
    read = PLAIN.read(HeldQualification("incomplete first degree"))
    assert (read.level, read.finished) == (None, False)


def test_a_level_set_by_hand_is_kept() -> None:
    assert PLAIN.read(HeldQualification("NVQ 2", level=4)).level == 4


def test_a_year_is_found() -> None:
    assert PLAIN.read(HeldQualification("RGN 1998")).year == 1998


def test_a_level_typed_in_scotland_is_read_on_the_scottish_scale() -> None:
    assert PLAIN.read(HeldQualification("level 7 diploma"), Nation.SCOTLAND).level == 4


def test_the_catalogue_s_own_forms_come_first() -> None:
    known = Qualification("odd", "Odd award", 5, subject="health", typed=("oddy",), tests=("dbs",))
    read = Qualifications({"odd": known}).read(HeldQualification("my oddy"))
    assert (read.level, read.qualification_id, read.tests) == (5, "odd", {"dbs"})


def test_the_reading_is_said_in_words() -> None:
    assert (
        PLAIN.read(HeldQualification("A-level biology")).in_words().startswith("Level 3; science")
    )
