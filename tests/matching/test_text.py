import pytest

from guidance.domain.catalogue import WordGroup
from guidance.matching.bm25 import TextIndex, scaled
from guidance.matching.text import Folder, plain, stem, without_who, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("physiotherapy", "physiotherapist"),
        ("midwifery", "midwives"),
        ("radiographer", "radiography"),
        ("nursing", "nurse"),
        ("pharmacy", "pharmacist"),
        ("podiatry", "podiatrist"),
    ],
)
def test_a_profession_and_its_people_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("medicine", "medicines"), ("leader", "leaver"), ("porter", "report"), ("care", "career")],
)
def test_words_that_only_look_alike_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_plain_text_has_no_accents_and_a_safe_length() -> None:
    assert plain("Caf\u00e9 & X" + "y" * 100_000).startswith("cafe  and  x")
    assert len(plain("y" * 100_000)) <= 2000


def test_apostrophes_do_not_split_words() -> None:
    assert words("children's \u2019til") == ["childrens", "til"]


def test_words_that_mean_the_same_fold_to_one_topic() -> None:
    folder = Folder((WordGroup("child", ("kids", "young people")),))
    assert "~child" in folder.topics("working with young people")
    assert "~child" in folder.topics("my kids")


def test_words_that_carry_nothing_are_left_out() -> None:
    assert Folder().topics("I would like to work with people") == ()


def test_a_document_with_the_rarer_word_scores_higher() -> None:
    index = TextIndex([[(("ward", "blood"), 1.0)], [(("ward",), 1.0)], [(("ward",), 1.0)]])
    scores = index.score({"blood": 1.0, "ward": 1.0})
    assert scores[0] > scores[1]


def test_a_weak_best_score_is_not_blown_up_to_full_strength() -> None:
    assert scaled({1: 2.0, 2: 1.0}, floor=8.0) == {1: 0.25, 2: 0.125}


def test_a_strong_best_score_becomes_one() -> None:
    assert scaled({1: 16.0, 2: 8.0}, floor=8.0) == {1: 1.0, 2: 0.5}


@pytest.mark.parametrize("typed", ["disabled", "age 39", "early 40s", "as a black woman aged 52"])
def test_what_a_person_is_does_not_count_as_words(typed: str) -> None:
    assert without_who(typed).strip() == ""


def test_words_about_the_work_are_kept() -> None:
    assert "disabled children" in without_who("helping disabled children")


def test_only_the_part_about_the_person_is_dropped() -> None:
    assert " ".join(without_who("as a mother I like taking blood").split()) == "i like taking blood"
