from dataclasses import replace

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.domain.role import Role
from guidance.domain.vocabulary import StaffGroup
from guidance.matching.engine import Matcher
from guidance.matching.peel import find_band, head_word, peel, split_start, title_key
from guidance.matching.text import stem
from guidance.matching.words import Titles


@pytest.fixture(scope="module")
def titles(small: Catalogue) -> Titles:
    return Titles(small)


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("HCA", "healthcare-support-worker"),
        ("HCA on a stroke ward", "healthcare-support-worker"),
        ("Band 3 Healthcare Assistant - Same Day Emergency Care", "healthcare-support-worker"),
        ("B5 staff nurse ITU", "critical-care-nurse"),
        ("staff nurse", "adult-nurse"),
        ("OT assistant in a community team", "occupational-therapy-assistant"),
        ("ocupational theripist", "occupational-therapist"),
        ("Occupational Therapist NHS AfC: Band 6", "occupational-therapist"),
        ("health care assistant (bank)", "healthcare-support-worker"),
    ],
)
def test_a_title_as_typed_finds_its_role(titles: Titles, typed: str, role: str) -> None:
    assert titles.resolve(typed)[0].role_id == role


def test_band_area_and_employer_are_peeled_off_and_kept(titles: Titles) -> None:
    guess = titles.resolve("B5 staff nurse ITU at Anytown Hospital")[0]
    assert (guess.band, guess.area, guess.employer) == ("5", "critical care", "anytown hospital")


@pytest.mark.parametrize(
    ("typed", "band"),
    [("band 6 physio", "6"), ("B7 nurse", "7"), ("matron 8a", "8a"), ("AfC: Band 2/3", "2")],
)
def test_a_band_is_found_however_it_is_written(typed: str, band: str) -> None:
    assert find_band(typed.lower())[0] == band


def test_a_past_job_is_told_from_a_present_one(titles: Titles) -> None:
    readings = titles.readings("medical secretary, former staff nurse")
    assert [(r.role_id, r.past) for r in readings] == [
        ("medical-secretary", False),
        ("adult-nurse", True),
    ]


@pytest.mark.parametrize("typed", ["former nurse", "ex-nurse", "was a nurse", "retired nurse"])
def test_words_for_the_past_mark_the_piece_after_them(typed: str) -> None:
    assert split_start(typed) == [("nurse", True)]


def test_a_title_nobody_knows_gives_not_sure(titles: Titles) -> None:
    guess = titles.resolve("lion tamer")[0]
    assert guess.role_id is None
    assert not guess.sure


def test_a_listed_unlisted_title_gives_not_sure_with_alternatives(titles: Titles) -> None:
    guess = titles.resolve("bed manager")[0]
    assert guess.role_id is None


def test_a_trade_outside_health_is_recognised(titles: Titles) -> None:
    group = titles.outside("primary school teacher")
    assert group is not None
    assert group.id == "teaching"


@pytest.mark.parametrize("typed", ["sales manager in the wine trade", "army officer", "farmer"])
def test_work_outside_health_is_no_role_here(titles: Titles, typed: str) -> None:
    assert titles.resolve(typed)[0].role_id is None


def test_an_ordinary_word_is_never_corrected(small: Catalogue) -> None:
    leader = Role("team-leader", "Team leader", StaffGroup.CORPORATE, "Leads.", titles=("leader",))
    titles = Titles(replace(small, roles={**small.roles, leader.id: leader}))
    assert titles.resolve("leaver")[0].role_id is None


def test_a_shared_title_is_not_sure_and_offers_both(small: Catalogue) -> None:
    one = Role("personal-assistant", "Personal assistant", StaffGroup.CORPORATE, "", titles=("PA",))
    two = Role("physician-assistant", "Physician assistant", StaffGroup.MEDICAL_DENTAL, "",
               titles=("PA",))  # fmt: skip
    titles = Titles(replace(small, roles={**small.roles, one.id: one, two.id: two}))
    best, second = titles.resolve("PA", 2)
    assert not best.sure
    assert {best.role_id, second.role_id} == {one.id, two.id}


def test_a_band_settles_which_of_two_roles_is_meant(small: Catalogue) -> None:
    low = Role("w1", "Ward helper", StaffGroup.SUPPORT_WORKFORCE, "", bands=("2",),
               titles=("ward person",))  # fmt: skip
    high = Role("w2", "Ward aide", StaffGroup.SUPPORT_WORKFORCE, "", bands=("3",),
                titles=("ward person",))  # fmt: skip
    titles = Titles(replace(small, roles={low.id: low, high.id: high}))
    assert titles.resolve("band 3 ward person")[0].role_id == "w2"
    assert titles.resolve("band 2 ward person")[0].role_id == "w1"


def test_a_title_that_was_left_out_is_not_learnt(small: Catalogue) -> None:
    assert Titles(small).exact("staff nurse") == ("adult-nurse",)
    assert Titles(small, frozenset({title_key("staff nurse")})).exact("staff nurse") == ()


def test_type_ahead_gives_titles_that_begin_with_what_is_typed(titles: Titles) -> None:
    assert ("Nursing associate", "nursing-associate") in titles.suggest("nurs")


def test_type_ahead_finds_a_word_inside_a_title(titles: Titles) -> None:
    assert "critical-care-nurse" in {role for _, role in titles.suggest("care nur")}


def test_type_ahead_mends_a_misspelling(titles: Titles) -> None:
    assert "occupational-therapist" in {role for _, role in titles.suggest("ocupational therapist")}


def test_type_ahead_offers_each_role_once_and_no_more_than_asked(titles: Titles) -> None:
    found = titles.suggest("a", 2)
    assert len(found) <= 2
    assert len({role for _, role in found}) == len(found)


def test_nothing_typed_suggests_nothing(titles: Titles) -> None:
    assert titles.suggest("  ") == ()


def test_what_follows_in_weighs_less_than_the_job_itself() -> None:
    part = peel("secretary in physiotherapy").parts[0]
    assert part.stems["secretar"] > part.stems["physiotherap"]


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("ODP", "operating-department-practitioner"),
        ("B6 physio", "physiotherapist"),
        ("SHO", "hospital-specialty-trainee"),
        ("FY1", "foundation-doctor"),
        ("HCSW", "healthcare-support-worker"),
        ("rota co-ordinator", "rota-coordinator"),
        ("specialist respiratory physiotherapist, band 6", "physiotherapist"),
        ("newly qualified midwife", "midwife"),
    ],
)
def test_everyday_titles_find_their_role_in_the_real_catalogue(
    matcher: Matcher, typed: str, role: str
) -> None:
    guess = matcher.resolve(typed)[0]
    assert role in (guess.role_id, *guess.alternatives[:2])


def test_a_field_without_a_job_in_it_is_asked_about(matcher: Matcher) -> None:
    assert not matcher.resolve("general practice")[0].sure


def test_the_person_in_a_title_leads_and_not_the_field_after_it() -> None:
    assert head_word(["specialist", "nurse", "rheumatology"]) == stem("nurse")
    assert head_word(["podiatry", "assistant"]) == stem("assistant")
    assert head_word(["radiology"]) == stem("radiology")
