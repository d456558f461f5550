"""Every sentence that matching makes reads as one: thirty and more invented people, all rules."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import Span
from guidance.domain.match import Match, Way
from guidance.domain.profile import (
    Aims,
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
    ConstraintId,
    Direction,
    Nation,
    Purpose,
    RegisterId,
    RegistrationStatus,
    RouteKind,
    Stage,
    Strictness,
)
from guidance.matching.engine import Matcher
from guidance.matching.reasons import paper_line

MUST, PREFER = Strictness.MUST, Strictness.PREFER
NURSE = Registration(RegisterId.NMC, "adult-nurse", RegistrationStatus.LAPSED)
PEOPLE: dict[str, Profile] = {
    f"{title}, {purpose.value}": Profile(
        purpose=purpose,
        nation=nation,
        roles=(HeldRole(title, months=30 + 7 * turn),),
        interests=Interests(phrases=(liked,)),
        constraints=Constraints((ConstraintItem(limit, value, strength),), ()),
    )
    for turn, (title, purpose, nation, liked, limit, value, strength) in enumerate(
        [
            ("Healthcare assistant", Purpose.NEXT_STEP, Nation.ENGLAND,
             "I can't stand hospitals, I like gardens", ConstraintId.KEEP_EARNING, None, MUST),
            ("Staff nurse A&E", Purpose.CHANGE_DIRECTION, Nation.WALES, "I cry before shifts",
             ConstraintId.NO_NIGHTS, None, MUST),
            ("Ward sister", Purpose.NEXT_STEP, None, "growing my staff",
             ConstraintId.MIN_BAND, "7", PREFER),
            ("District nurse", Purpose.CHANGE_DIRECTION, Nation.SCOTLAND, "less driving",
             ConstraintId.STAY_REGISTERED, None, PREFER),
            ("Midwife band 6", Purpose.CHANGE_DIRECTION, None, "teaching students",
             ConstraintId.NO_WEEKENDS, None, MUST),
            ("ODP", Purpose.NEXT_STEP, None, "fixing machines", ConstraintId.MAX_MONTHS, 18, MUST),
            ("Paramedic", Purpose.CHANGE_DIRECTION, None, "no more lifting",
             ConstraintId.NO_HEAVY_LIFTING, None, MUST),
            ("Radiographer", Purpose.NEXT_STEP, None, "running a department",
             ConstraintId.MIN_PAY, 40000, PREFER),
            ("Physio", Purpose.NEXT_STEP, None, "sport", ConstraintId.HOME_STUDY, None, PREFER),
            ("Pharmacy dispenser", Purpose.NEXT_STEP, Nation.NORTHERN_IRELAND, "accuracy",
             ConstraintId.STAY_WITH_EMPLOYER, None, MUST),
            ("PWP", Purpose.NEXT_STEP, None, "talking therapy", ConstraintId.MAX_TRAVEL, 30, MUST),
            ("SHO in medicine", Purpose.EXPLORE, None, "procedures", ConstraintId.PART_TIME, None,
             PREFER),
            ("GP partner", Purpose.WIND_DOWN, None, "teaching registrars", ConstraintId.PART_TIME,
             None, MUST),
            ("Care worker", Purpose.NEXT_STEP, None, "my residents", ConstraintId.NO_DEGREE, None,
             MUST),
            ("Medical secretary", Purpose.NEXT_STEP, None, "neat lists", ConstraintId.MIN_BAND,
             "4", MUST),
            ("Porter", Purpose.EXPLORE, None, "talking to people on the way to theatre",
             ConstraintId.NO_NIGHTS, None, PREFER),
            ("Electrician", Purpose.CHANGE_DIRECTION, None, "mending things",
             ConstraintId.KEEP_EARNING, None, PREFER),
            ("Stay at home mum", Purpose.FIRST_ROLE, None, "babies", ConstraintId.PART_TIME, None,
             MUST),
            ("Primary school teacher", Purpose.CHANGE_DIRECTION, None, "helping children talk",
             ConstraintId.MIN_PAY, 30000, PREFER),
            ("Supermarket manager", Purpose.CHANGE_DIRECTION, None, "sorting out the rota",
             ConstraintId.NO_WEEKENDS, None, PREFER),
            ("Soldier", Purpose.CHANGE_DIRECTION, None, "trauma and being outdoors",
             ConstraintId.MAX_MONTHS, 1, MUST),
            ("IT support", Purpose.NEXT_STEP, None, "I hate paperwork but love computers",
             ConstraintId.MIN_PAY, 25000, MUST),
            ("Dental nurse", Purpose.NEXT_STEP, None, "I want to be a dentist",
             ConstraintId.NO_DEGREE, None, PREFER),
            ("Social worker", Purpose.NEXT_STEP, None, "mental health", ConstraintId.MAX_TRAVEL,
             45, PREFER),
        ]
    )
}  # fmt: skip
PEOPLE.update({
    "nobody told": Profile(),
    "school leaver": Profile(purpose=Purpose.FIRST_ROLE, stage=Stage.STARTING,
                             interests=Interests(phrases=("sport and helping my nan",))),
    "free words": Profile(interests=Interests(phrases=(
        "I want to help people but I faint at blood. I love numbers and neat lists.",))),
    "returner": Profile(purpose=Purpose.RETURN_TO_PRACTICE, registrations=(NURSE,),
                        roles=(HeldRole("Staff nurse", current=False),)),
    "retrainer": Profile(roles=(HeldRole("Shop manager"),), direction=Direction.INTO_CLINICAL,
                         aims=Aims(roles=("physiotherapist",))),
    "learner": Profile(qualifications=(HeldQualification("BSc biology", 6),),
                       values=Ranked(phrases=("time to do the job properly",))),
    "unknown job": Profile(roles=(HeldRole("Zorblax flumper"),)),
    "every limit": Profile(roles=(HeldRole("HCA", months=40),), constraints=Constraints(tuple(
        ConstraintItem(limit, {"max-months": 1, "min-band": "8a", "min-pay": 90000,
                               "max-travel": 5}.get(limit.value), MUST)
        for limit in ConstraintId))),
    "out of clinical": Profile(roles=(HeldRole("Matron"),), direction=Direction.OUT_OF_CLINICAL,
                               values=Ranked(phrases=("no nights",))),
})  # fmt: skip


def _of(match: Match) -> Iterator[str]:
    yield match.reason
    yield match.counter
    yield match.paper
    yield from (line.reason for line in match.contributions if line.reason)


@pytest.fixture(scope="module")
def sentences(matcher: Matcher) -> tuple[tuple[str, str], ...]:
    """Who, and a text that they read."""
    day = date(2026, 11, 21)
    found: list[tuple[str, str]] = []
    for who, profile in PEOPLE.items():
        made = matcher.match(profile, day)
        shown = [*made.matches, *(m for m in (made.outside_field, made.deeper) if m)]
        texts = [text for match in shown for text in _of(match)]
        texts += [*(price.says for price in made.prices), *made.notes]
        texts += matcher.why(profile, made.ranking[-1], day).preferences
        found.extend((who, text) for text in dict.fromkeys(texts))
    return tuple(found)


def _bad(sentences: tuple[tuple[str, str], ...], pattern: str) -> list[tuple[str, str]]:
    return [pair for pair in sentences if re.search(pattern, pair[1])]


def test_there_are_thirty_people_and_more() -> None:
    assert len(PEOPLE) >= 30


def test_every_text_ends_with_a_stop(sentences: tuple[tuple[str, str], ...]) -> None:
    assert _bad(sentences, r"[^.?!\u201d]$|^$") == []


def test_every_text_begins_with_a_capital_or_a_quotation(
    sentences: tuple[tuple[str, str], ...],
) -> None:
    assert _bad(sentences, r"^[^A-Z\u201c]|[.?!] +[a-z]") == []


def test_no_text_has_doubled_spaces_or_stops(sentences: tuple[tuple[str, str], ...]) -> None:
    assert _bad(sentences, r"  |\.\.|\. \.|[?!]\.|,,| [.,]|^\s|\s$") == []


def test_no_text_holds_an_id(sentences: tuple[tuple[str, str], ...], real: Catalogue) -> None:
    ids = {*real.roles, *(limit.value for limit in ConstraintId)}
    raw = "|".join(re.escape(each) for each in ids if "-" in each)
    quotes = re.compile(r"\u201c[^\u201d]*\u201d")
    plain = tuple((who, quotes.sub("", text)) for who, text in sentences)
    # "Part-time" and the like are also words.
    assert [p for p in _bad(plain, rf"\b(?:{raw})\b") if "part-time" not in p[1]] == []


def test_no_count_disagrees_with_its_noun(sentences: tuple[tuple[str, str], ...]) -> None:
    wrong = r"\b1 (?:months|years|roles|levels|steps)\b|\b[02-9]\d* (?:month|year|role|level)\b"
    assert _bad(sentences, wrong + r"|\(s\)|\d\.\d+ (?:years|months)") == []


def test_no_range_runs_from_a_thing_to_itself(sentences: tuple[tuple[str, str], ...]) -> None:
    assert _bad(sentences, r"(\d[\d,]*(?: months?| years?)?) to £?\1\b") == []


def test_no_word_or_phrase_is_said_twice_over(sentences: tuple[tuple[str, str], ...]) -> None:
    assert _bad(sentences, r"(?i)\b(\w+) \1\b") == []
    assert _bad(sentences, r"Against|It takes time") == []
    twice = [
        (who, text)
        for who, text in sentences
        for parts in [re.split(r"(?<=[.?!]) ", text)]
        if len(parts) != len(set(parts))
    ]
    assert twice == []


def test_a_title_in_the_middle_of_a_sentence_keeps_no_brackets(
    sentences: tuple[tuple[str, str], ...],
) -> None:
    assert _bad(sentences, r"step to it from [^.]*\(|work of an? [^.]*\(") == []


def test_a_length_that_only_begins_at_nothing_is_told_as_not_stated() -> None:
    way = Way(RouteKind.PROGRESSION, (), Span(0, None))
    assert paper_line("Porter", (), (way,)).endswith("; time not stated.")
