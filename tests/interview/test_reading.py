"""Profile files: what is read, what is refused and in which words."""

import json
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from guidance.domain.catalogue import Catalogue
from guidance.domain.errors import KnownError
from guidance.domain.profile import (
    Aims,
    Chosen,
    ConstraintItem,
    Constraints,
    HeldQualification,
    HeldRole,
    Interests,
    Profile,
    Ranked,
    Registration,
)
from guidance.domain.vocabulary import (
    BANDS,
    ConstraintId,
    Direction,
    Nation,
    Purpose,
    RegisterId,
    RegistrationStatus,
    Setting,
    Stage,
    Strictness,
)
from guidance.interview.reading import check_ids, read_profile, write_profile

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
TODAY = date(2026, 11, 21)
PARTS = [field.name for field in fields(Profile)]
HEAD = '{"format": "waymark-profile/1"'


def _profile(**parts: object) -> str:
    return json.dumps({"format": "waymark-profile/1", **parts})


def _refusal(text: str) -> str:
    with pytest.raises(KnownError) as caught:
        read_profile(text, TODAY)
    return str(caught.value)


# What is read


def test_only_the_format_is_needed() -> None:
    assert read_profile(HEAD + "}") == Profile()


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read_profile("\ufeff" + HEAD + "}") == Profile()


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda p: p.stem)
def test_an_example_reads_and_is_written_back_the_same(path: Path) -> None:
    profile = read_profile(path.read_text(encoding="utf-8"), TODAY)
    assert read_profile(write_profile(profile), TODAY) == profile


def test_there_are_three_examples() -> None:
    assert len(list(EXAMPLES.glob("*.json"))) == 3


def test_what_is_written_starts_with_the_format_and_names_every_part() -> None:
    held = json.loads(write_profile(Profile()))
    assert next(iter(held)) == "format"
    assert set(held) == {"format", *PARTS}


def test_right_to_left_text_emoji_and_markup_are_kept_as_typed() -> None:
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    markup = "<b>#let x = $1$ \\ {{ 7*7 }}</b>"
    phrases = ("أحب مساعدة الناس", "👩🏽\u200d⚕️ " + flag, markup, "\u202bתדה\u202c")
    held = read_profile(_profile(interests={"phrases": phrases})).interests
    assert held.phrases == phrases


def test_practice_after_leaving_a_register_is_allowed() -> None:
    held = {"register": "hcpc", "left_on": "2019-01", "last_practised_on": "2022-05"}
    assert read_profile(_profile(registrations=[held]), TODAY).registrations[0].left_on == "2019-01"


def test_a_bare_number_is_taken_for_a_band() -> None:
    assert read_profile(_profile(roles=[{"title": "HCA", "band": 3}])).roles[0].band == "3"


def test_study_that_came_after_leaving_is_no_contradiction() -> None:
    registration = {"register": "nmc", "part": "adult-nurse", "left_on": "2010"}
    registration["left_on"] = "2010-05"
    courses = [
        {"title": "Diploma in nursing", "year": 1999},
        {"title": "BSc Nursing", "year": 2015},
    ]
    assert read_profile(_profile(registrations=[registration], qualifications=courses), TODAY)


# What is refused: the text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The profile is empty."),
        (" \n\t ", "The profile is empty."),
        (HEAD, "at line 1, column 31, a comma or a closing bracket is missing"),
        (HEAD + ",\n  roles: []}", "at line 2, column 3, a key in double quotes should stand here"),
        (HEAD + ', "nation": }', "a value should stand here"),
        (HEAD + ', "nation" "wales"}', "a colon is missing after a key"),
        (HEAD + ', "nation": "wal', "has no closing quote mark"),
        (HEAD + "} {}", "there is more after the end of the profile"),
        (HEAD + ', "nation": "a\nb"}', "a line break or a hidden character"),
        (HEAD + ', "nation": "\\q"}', "a backslash in a text"),
        (HEAD + ', "stage": NaN}', "'NaN', which is not a number"),
        (HEAD + ', "stage": -Infinity}', "'-Infinity', which is not a number"),
        (HEAD + ', "roles": [], "roles": []}', "has the key 'roles' twice"),
        (HEAD + ', "stage": ' + "9" * 5000 + "}", "a number with 5000 digits"),
        (HEAD + ', "roles": ' + "[" * 100_000 + "}", "brackets inside brackets too many times"),
        ("[" * 100_000, "brackets inside brackets too many times"),
        ("[]", "should be a set of named values, not a list"),
        ('"hello"', "should be a set of named values, not text"),
        ("null", "should be a set of named values, not nothing"),
        ("12", "should be a set of named values, not a number"),
        (" " * 3_000_000, "far too long"),
    ],
)
def test_a_text_that_is_no_profile_is_refused_in_plain_words(text: str, words: str) -> None:
    said = _refusal(text)
    assert words in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{}", "does not say its format"),
        ('{"format": "waymark-profile/2"}', "Use a newer Waymark."),
        ('{"format": "waymark-plan/1"}', "should be 'waymark-profile/1', not 'waymark-plan/1'"),
        ('{"format": 1}', "should be 'waymark-profile/1', not '1'"),
    ],
)
def test_a_wrong_format_is_refused_before_anything_else(text: str, words: str) -> None:
    assert words in _refusal(text)


# What is refused: the parts


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"rolls": []}, "The profile has an unknown key 'rolls'. Did you mean 'roles'?"),
        (
            {"roles": [{"titel": "HCA"}]},
            "'roles[0]' has an unknown key 'titel'. Did you mean",
        ),
        ({"age": 43}, "has an unknown key 'age'"),
        ({"nation": "wakes"}, "'nation' cannot be 'wakes'. Did you mean 'wales'?"),
        ({"nation": 3}, "'nation' should be text, not a number."),
        ({"purpose": "holiday"}, "Use one of: next-step, change-direction"),
        ({"roles": "HCA"}, "'roles' should be a list, not text."),
        ({"roles": ["HCA"]}, "'roles[0]' should be a set of named values, not text."),
        ({"roles": [{"title": 7}]}, "'roles[0].title' should be text, not a number."),
        ({"roles": [{"title": None}]}, "'roles[0].title' should be text, not nothing (null)."),
        ({"roles": [{"current": "yes"}]}, "should be true or false, not text."),
        ({"roles": [{"months": "two"}]}, "should be a whole number, not text ('two')."),
        ({"roles": [{"months": 1.5}]}, "should be a whole number, not 1.5."),
        ({"roles": [{"months": True}]}, "should be a whole number, not true or false."),
        ({"roles": [{"months": -1}]}, "cannot be -1. Use a number from 0 to 840."),
        ({"roles": [{"band": "8e"}]}, "'roles[0].band' cannot be '8e'. Use one of: 1, 2"),
        ({"qualifications": [{"level": 9}]}, "cannot be 9. Use a number from 1 to 8."),
        ({"qualifications": [{"year": 2199}]}, "cannot be 2199"),
        ({"qualifications": [{"year": 2027}]}, "is 2027, which is still to come on 2026-11-21."),
        ({"qualifications": [{"year": 1066}]}, "cannot be 1066"),
        ({"registrations": [{"part": "x"}]}, "'registrations[0]' lacks the key 'register'."),
        ({"registrations": [{"register": "nmcc"}]}, "Did you mean 'nmc'?"),
        ({"interests": []}, "'interests' should be a set of named values, not a list."),
        ({"interests": {"answers": {"s1": 6}}}, "'interests.answers.s1' cannot be 6."),
        ({"interests": {"answers": {"s1": "5"}}}, "should be a whole number, not text ('5')."),
        (
            {"values": {"ranked": ["pay", "pay"]}},
            "'values.ranked[1]' is 'pay' again.",
        ),
        ({"constraints": {"items": [{"id": "no-night"}]}}, "Did you mean 'no-nights'?"),
        (
            {"constraints": {"items": [{"id": "max-months", "value": "12 months"}]}},
            "should be a number, not text ('12 months'). Leave the unit out.",
        ),
        ({"constraints": {"items": [{"id": "min-band", "value": "12"}]}}, "cannot be '12'"),
        (
            {"constraints": {"items": [{"id": "no-nights", "strength": "maybe"}]}},
            "cannot be 'maybe'",
        ),
        (
            {"constraints": {"items": [{"id": "no-nights"}, {"id": "no-nights"}]}},
            "is 'no-nights' again",
        ),
        ({"aims": {"roles": [["OT"]]}}, "'aims.roles[0]' should be text, not a list."),
        ({"as_of": "2199-01-01"}, "'as_of' cannot be 2199-01-01."),
        ({"as_of": "2026-02-30"}, "'as_of' cannot be '2026-02-30'. Use a day such as 2026-11-21."),
        ({"as_of": "2026-11"}, "'as_of' cannot be '2026-11'."),
        ({"as_of": 20261121}, "'as_of' should be a date in quotes, not a number."),
    ],
)
def test_a_part_that_does_not_fit_is_refused_by_its_path(
    parts: dict[str, object], words: str
) -> None:
    said = _refusal(_profile(**parts))
    assert words in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ({"left_on": "2199-01"}, "left_on' is not right. The date 2199-01 is too far off."),
        ({"left_on": "2027-01"}, "The date 2027-01 is still to come on 2026-11-21."),
        ({"left_on": "March 2019"}, "'March 2019' is not a date like 2020-03"),
        ({"left_on": "2019-13"}, "'2019-13' is not a date like 2020-03"),
        ({"left_on": "1066-01"}, "The date 1066-01 is too long ago."),
        ({"last_practised_on": "2026-12"}, "still to come"),
        ({"last_practised_on": 2019}, "should be a date in quotes, not a number."),
        ({"practice_hours_3y": -5}, "cannot be -5 hours"),
        ({"practice_hours_3y": 40_000}, "40000 hours do not fit in 3 years."),
        (
            {"practice_hours_3y": 900, "practice_hours_5y": 450},
            "are more than the hours in 5 years",
        ),
        ({"cpd_hours_3y": "35"}, "should be a number of hours, not text ('35')."),
    ],
)
def test_a_registration_that_cannot_be_so_is_refused(held: dict[str, object], words: str) -> None:
    assert words in _refusal(_profile(registrations=[{"register": "nmc", **held}]))


def test_leaving_a_register_before_qualifying_for_it_is_refused() -> None:
    registration = {"register": "hcpc", "part": "physiotherapist", "left_on": "2012-05"}
    course = {"title": "BSc Physiotherapy", "year": 2015}
    said = _refusal(_profile(registrations=[registration], qualifications=[course]))
    assert "(2012-05) is before the year you qualified (2015). Check both dates." in said


def test_dates_are_checked_against_the_day_of_the_profile_before_today() -> None:
    held = {"register": "nmc", "left_on": "2025-06"}
    assert "still to come on 2024-01-01" in _refusal(
        _profile(as_of="2024-01-01", registrations=[held])
    )


def test_a_hundred_kilobytes_in_a_title_is_refused_with_both_sizes() -> None:
    said = _refusal(_profile(roles=[{"title": "x" * 100_000}]))
    assert "'roles[0].title' has 100,000 characters and may have 200. Make it shorter." in said
    assert len(said) < 300


def test_a_list_that_is_too_long_is_refused_with_both_counts() -> None:
    said = _refusal(_profile(aims={"phrases": ["x"] * 51}))
    assert "'aims.phrases' has 51 entries and may have 50." in said


@pytest.mark.parametrize("mark", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ud800", "\uffff"])
def test_a_character_that_cannot_be_shown_is_refused_by_its_number(mark: str) -> None:
    said = _refusal(_profile(roles=[{"title": f"HCA{mark}"}]))
    assert f"(U+{ord(mark):04X})" in said
    assert said.isprintable()


def test_all_problems_are_counted_and_the_first_is_told() -> None:
    said = _refusal(_profile(nation="mars", purpose="x", stage=1))
    assert said.startswith("In the profile, 'nation' cannot be 'mars'.")
    assert said.endswith("There are 2 more to put right.")


def test_a_refusal_never_quotes_more_than_a_little() -> None:
    assert len(_refusal(_profile(nation="x" * 50_000))) < 300


# Ids of the catalogue


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (
            Profile(roles=(HeldRole("x", "adult-nurs"),)),
            "has an id we do not know, 'adult-nurs'. Did you mean 'adult-nurse'?",
        ),
        (Profile(interests=Interests({"r99": 3})), "'interests.answers'"),
        (Profile(values=Ranked(("pays",))), "Did you mean 'pay'?"),
        (Profile(strengths=Chosen(("patients",))), "Did you mean 'patience'?"),
        (
            Profile(registrations=(Registration(RegisterId.NMC, "adult-nursing"),)),
            "Did you mean 'adult-nurse'?",
        ),
    ],
)
def test_an_id_that_the_catalogue_lacks_is_refused_with_the_nearest(
    catalogue: Catalogue, profile: Profile, words: str
) -> None:
    with pytest.raises(KnownError) as caught:
        check_ids(profile, catalogue)
    assert words in str(caught.value)


def test_a_part_that_the_catalogue_says_nothing_of_is_taken_as_told(catalogue: Catalogue) -> None:
    check_ids(Profile(registrations=(Registration(RegisterId.GOC, "zzz"),)), catalogue)


# Round trips, for anything at all

_TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=30)
_NAME = st.text("abcdefghij-", min_size=1, max_size=12)
_MONTH = st.dates(date(1990, 1, 1), date(2020, 12, 31)).map(lambda day: day.isoformat()[:7])
_HOURS = st.none() | st.integers(0, 900) | st.floats(0, 900, allow_nan=False)


def _enum(kind: type[StrEnum]) -> st.SearchStrategy[object]:
    return st.sampled_from(list(kind))


_ROLES = st.builds(
    HeldRole,
    title=_TEXT,
    role_id=st.none() | _NAME,
    current=st.booleans(),
    band=st.none() | st.sampled_from(BANDS),
    months=st.none() | st.integers(0, 840),
    setting=st.none() | _enum(Setting),
)
_QUALIFICATIONS = st.builds(
    HeldQualification,
    title=_TEXT,
    level=st.none() | st.integers(1, 8),
    subject=st.none() | _TEXT,
    year=st.none() | st.integers(1970, 2026),
)
_REGISTRATIONS = st.builds(
    Registration,
    register=_enum(RegisterId),
    part=st.none(),
    status=_enum(RegistrationStatus),
    left_on=st.none() | _MONTH,
    last_practised_on=st.none() | _MONTH,
    practice_hours_3y=_HOURS,
    practice_hours_5y=st.none(),
    cpd_hours_3y=_HOURS,
)
_CONSTRAINTS = st.builds(
    ConstraintItem,
    id=_enum(ConstraintId).filter(lambda name: not str(name).startswith(("min", "max"))),
    value=st.none() | _TEXT | st.integers(0, 1_000_000),
    strength=_enum(Strictness),
)


def _tuples(one: st.SearchStrategy[object], **unique: object) -> st.SearchStrategy[tuple[object]]:
    return st.lists(one, max_size=3, **unique).map(tuple)  # pyright: ignore[reportArgumentType, reportReturnType]  # hypothesis types unique_by loosely


_PROFILES = st.builds(
    Profile,
    as_of=st.none() | st.just("2026-11-21"),
    nation=st.none() | _enum(Nation),
    purpose=st.none() | _enum(Purpose),
    stage=st.none() | _enum(Stage),
    roles=_tuples(_ROLES),
    qualifications=_tuples(_QUALIFICATIONS),
    registrations=_tuples(_REGISTRATIONS),
    interests=st.builds(
        Interests, st.dictionaries(_NAME, st.integers(1, 5), max_size=3), _tuples(_TEXT)
    ),
    values=st.builds(Ranked, _tuples(_NAME, unique=True), _tuples(_TEXT)),
    strengths=st.builds(Chosen, _tuples(_NAME, unique=True), _tuples(_TEXT)),
    constraints=st.builds(
        Constraints, _tuples(_CONSTRAINTS, unique_by=lambda item: item.id), _tuples(_TEXT)
    ),
    direction=st.none() | _enum(Direction),
    aims=st.builds(Aims, _tuples(_TEXT), _tuples(_TEXT)),
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


def _said(text: str) -> str:
    """What is said of a text: nothing when it reads; any other error fails the test."""
    try:
        read_profile(text, TODAY)
    except KnownError as error:
        return str(error)
    return ""


@given(_PROFILES)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_profile_written_reads_back_the_same(profile: Profile) -> None:
    assert read_profile(write_profile(profile), TODAY) == profile


@given(st.dictionaries(st.sampled_from(PARTS), _JSON, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_values_in_the_parts_are_read_or_refused_in_one_line(parts: dict[str, object]) -> None:
    said = _said(_profile(**parts))
    assert said.isprintable()
    assert len(said) < 600


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    assert _said(text).isprintable()


@given(st.text(st.sampled_from("0129-+_ .\n\u0662"), min_size=6, max_size=11))
@settings(max_examples=300, deadline=None)
@example("2026-+1-11")
@example("2026- 1-11")
def test_any_text_for_a_day_is_a_day_that_can_be_used_or_is_refused(text: str) -> None:
    if not _said(_profile(as_of=text)):
        assert date.fromisoformat(text).isoformat() == text


def test_an_hour_in_parts_is_written_as_it_was() -> None:
    held = Registration(RegisterId.NMC, practice_hours_3y=450.5)
    profile = replace(Profile(), registrations=(held,))
    assert read_profile(write_profile(profile)).registrations[0].practice_hours_3y == 450.5
