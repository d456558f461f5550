import pytest

from guidance.matching.clauses import Lean, clauses, disliked, liked


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("I can't stand hospitals any more", "hospitals"),
        ("no more wards", "wards"),
        ("I cry before shifts", "shifts"),
        ("I want less driving", "driving"),
        ("I faint at blood", "blood"),
        ("blood makes me faint", "blood"),
        ("needle phobia", "needle"),
        ("I've had enough of shifts", "shifts"),
        ("I don\u2019t want to do paperwork all day", "paperwork all day"),
        ("I hate seeing blood", "blood"),
        ("I'm squeamish", "blood"),
    ],
)
def test_a_clause_against_a_thing_says_what_it_is_against(typed: str, about: str) -> None:
    assert [part.about for part in disliked(typed)] == [about]


@pytest.mark.parametrize(
    "typed",
    [
        "I can't wait to help children",
        "helping people stop smoking",
        "holding hands when they cry",
        "working with people who can't speak for themselves",
        "no two days the same",
        "never a dull moment",
        "not just physical care",
        "helping the less fortunate",
        "I don't get enough time with patients",
        "I don't know if physio or OT",
        "physiotherapy",
    ],
)
def test_what_is_only_worded_like_an_aversion_stays_a_like(typed: str) -> None:
    assert liked(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "I don't want to lose patients altogether",
        "I'm not afraid of blood",
        "I hate seeing people suffer",
        "I don't have a degree",
        "not sure which specialty",
        "can't afford to stop working",
    ],
)
def test_two_denials_or_a_bare_fact_speak_neither_way(typed: str) -> None:
    assert {part.lean for part in clauses(typed)} == {Lean.NEITHER}


def test_each_clause_leans_its_own_way() -> None:
    typed = "I want to help people but I faint at blood. I love numbers and neat lists."
    found = [(part.lean, part.text) for part in clauses(typed)]
    assert found == [
        (Lean.FOR, "I want to help people"),
        (Lean.AGAINST, "I faint at blood."),
        (Lean.FOR, "I love numbers and neat lists."),
    ]


def test_what_comes_after_rather_than_is_not_wanted() -> None:
    assert (
        liked("I'd rather be with the patients than the mop") == "I'd rather be with the patients"
    )
    assert disliked("computers rather than blood")[0].about == "blood"


def test_a_list_of_dislikes_stays_one_clause() -> None:
    assert disliked("I don't like nights, weekends or lifting")[0].about == (
        "nights weekends or lifting"
    )


def test_a_mild_wish_for_less_counts_less_than_hate() -> None:
    assert disliked("less driving")[0].weight < disliked("I hate driving")[0].weight


@pytest.mark.parametrize(
    "typed",
    [
        "could not find a dietitian post",
        "did not get the grades for medicine",
        "had to leave the country for a time",
        "never stopped loving nursing",
        "less study than she expected",
        "was out of work",
    ],
)
def test_what_life_denied_a_person_is_no_aversion(typed: str) -> None:
    assert liked(typed) == typed


@pytest.mark.parametrize("typed", ["", " ", "...", "but", "not", "I", "no, no, no", "\u2014" * 50])
def test_scraps_of_text_are_read_without_complaint(typed: str) -> None:
    assert isinstance(liked(typed), str)
