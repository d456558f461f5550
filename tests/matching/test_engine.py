from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.domain.match import Match, Matches
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
    Lane,
    Nation,
    Purpose,
    RegisterId,
    RegistrationStatus,
    RouteKind,
    Strictness,
)
from guidance.matching.engine import Matcher
from guidance.matching.weights import WEIGHTS

MUST, PREFER = Strictness.MUST, Strictness.PREFER
HCA = Profile(
    nation=Nation.ENGLAND,
    purpose=Purpose.NEXT_STEP,
    roles=(HeldRole("HCA on a stroke ward", band="3", months=24),),
    qualifications=(HeldQualification("BTEC Level 3 Health and Social Care"),),
    interests=Interests({}, ("helping people get back to everyday life",)),
    constraints=Constraints((ConstraintItem(ConstraintId.KEEP_EARNING, None, MUST),)),
    aims=Aims(("occupational therapist",)),
)
PHYSIO = Profile(
    purpose=Purpose.RETURN_TO_PRACTICE,
    roles=(HeldRole("physiotherapist", current=False),),
    registrations=(Registration(RegisterId.HCPC, "physiotherapist", RegistrationStatus.LAPSED),),
)
ROTA = Profile(purpose=Purpose.NEXT_STEP, roles=(HeldRole("Band 4 rota coordinator"),))
VARIED = (HCA, PHYSIO, ROTA, Profile(), Profile(roles=(HeldRole("school teacher"),)))


def _ids(found: Matches) -> list[str]:
    return [match.role_id for match in found.matches]


def _all(found: Matches) -> Iterable[Match]:
    yield from found.matches
    yield from (m for m in (found.outside_field, found.deeper) if m is not None)


def _with(*items: ConstraintItem, base: Profile = HCA) -> Profile:
    return replace(base, constraints=Constraints(items))


def test_a_support_worker_drawn_to_therapy_finds_it_and_its_first_step(
    matcher: Matcher, day: date
) -> None:
    assert {"occupational-therapist", "occupational-therapy-assistant"} <= set(
        _ids(matcher.match(HCA, day))[:4]
    )


def test_a_person_coming_back_finds_their_own_profession_first(matcher: Matcher, day: date) -> None:
    assert _ids(matcher.match(PHYSIO, day))[0] == "physiotherapist"


def test_a_rota_coordinator_finds_the_staffing_ladder(matcher: Matcher, day: date) -> None:
    assert "medical-staffing-officer" in _ids(matcher.match(ROTA, day))


@pytest.mark.parametrize("profile", VARIED)
def test_every_ledger_adds_up_to_its_score_exactly(
    matcher: Matcher, day: date, profile: Profile
) -> None:
    for match in _all(matcher.match(profile, day)):
        assert sum(item.points for item in match.contributions) == match.score
        assert sum(reversed([item.points for item in match.contributions])) == match.score


@pytest.mark.parametrize("profile", VARIED)
def test_every_line_of_a_ledger_is_its_value_times_its_weight(
    matcher: Matcher, day: date, profile: Profile
) -> None:
    for match in _all(matcher.match(profile, day)):
        for item in match.contributions:
            assert item.points == item.value * item.weight
            assert 0 <= item.value <= 1


@pytest.mark.parametrize("profile", VARIED)
def test_about_seven_roles_are_shown_in_order(
    matcher: Matcher, day: date, profile: Profile
) -> None:
    found = matcher.match(profile, day)
    assert len(found.matches) == 7
    assert len(set(_ids(found))) == 7
    assert len(found.ranking) == len(matcher.catalogue.roles)


@pytest.mark.parametrize("profile", VARIED)
def test_every_match_gives_reasons_in_three_depths_and_one_against(
    matcher: Matcher, day: date, profile: Profile
) -> None:
    for match in matcher.match(profile, day).matches:
        assert match.reason.endswith((".", "?", "!"))
        assert match.paper.startswith(match.title)
        assert match.counter
        assert "\n" not in match.paper


def test_the_same_profile_gives_the_same_answer(
    matcher: Matcher, real: Catalogue, day: date
) -> None:
    assert matcher.match(HCA, day) == Matcher(real).match(HCA, day)


def test_the_reason_quotes_the_person_s_own_words(matcher: Matcher, day: date) -> None:
    reasons = " ".join(match.reason for match in matcher.match(HCA, day).matches)
    assert "\u201coccupational therapist\u201d" in reasons


def test_as_many_roles_as_asked_are_given(matcher: Matcher, day: date) -> None:
    assert [len(matcher.match(HCA, day, top).matches) for top in (1, 3, 20)] == [1, 3, 20]


def test_the_role_held_is_offered_apart_as_going_deeper(matcher: Matcher, day: date) -> None:
    found = matcher.match(HCA, day)
    assert found.deeper is not None
    assert found.deeper.role_id == "healthcare-support-worker"
    assert found.deeper.role_id not in _ids(found)


def test_one_role_outside_the_field_is_labelled(matcher: Matcher, day: date) -> None:
    outside = matcher.match(HCA, day).outside_field
    assert outside is not None
    assert outside.lane is Lane.OUTSIDE
    groups = {matcher.catalogue.roles[role].staff_group for role in _ids(matcher.match(HCA, day))}
    assert matcher.catalogue.roles[outside.role_id].staff_group not in groups


def test_an_empty_profile_gives_a_broad_list_and_says_so(matcher: Matcher, day: date) -> None:
    found = matcher.match(Profile(), day)
    groups = {matcher.catalogue.roles[role].staff_group for role in _ids(found)}
    assert len(groups) >= 3
    assert "broad list" in found.notes[0]


def test_a_role_set_by_hand_is_believed(matcher: Matcher, day: date) -> None:
    profile = Profile(roles=(HeldRole("something odd", role_id="porter"),))
    guess = matcher.match(profile, day).understood.titles[0]
    assert (guess.role_id, guess.sure) == ("porter", True)


def test_a_registered_person_stays_near_their_register(matcher: Matcher, day: date) -> None:
    nurse = Registration(RegisterId.NMC, "adult-nurse", RegistrationStatus.REGISTERED)
    profile = Profile(roles=(HeldRole("staff nurse"),), registrations=(nurse,))
    roles = [matcher.catalogue.roles[role] for role in _ids(matcher.match(profile, day))]
    assert sum(role.register is RegisterId.NMC for role in roles) >= 4


def test_leaving_clinical_work_leads_to_other_work(matcher: Matcher, day: date) -> None:
    out = Profile(roles=(HeldRole("staff nurse"),), direction=Direction.OUT_OF_CLINICAL)
    stay = replace(out, direction=Direction.DEEPER)
    clinical = {"nursing-midwifery", "advanced-practice"}

    def share(profile: Profile) -> int:
        found = _ids(matcher.match(profile, day))
        return sum(matcher.catalogue.roles[role].staff_group in clinical for role in found)

    assert share(out) < share(stay)


def test_the_lane_follows_the_first_way(matcher: Matcher, day: date) -> None:
    for match in matcher.match(HCA, day).matches:
        if match.ways and (match.ways[0].months.low or 0) >= 36:
            assert match.lane is Lane.LONGER


def test_ties_are_mutual(matcher: Matcher, day: date) -> None:
    tied = {match.role_id: match.tied_with for match in matcher.match(HCA, day).matches}
    for role, others in tied.items():
        assert all(role in tied[other] for other in others)


def test_bands_never_rise_as_scores_fall(matcher: Matcher, day: date) -> None:
    order = ["strong", "good", "possible"]
    bands = [order.index(match.band) for match in matcher.match(HCA, day).matches]
    assert bands == sorted(bands)


def test_a_must_that_a_role_breaks_puts_it_after_those_that_keep_it(
    matcher: Matcher, day: date
) -> None:
    profile = _with(ConstraintItem(ConstraintId.NO_NIGHTS, None, MUST))
    ranking = matcher.match(profile, day).ranking
    broken = [matcher.catalogue.roles[role].hours.get("nights") == "usual" for role in ranking]
    assert broken == sorted(broken)


def test_a_preference_weighs_but_never_rules_out(matcher: Matcher, day: date) -> None:
    loose = matcher.match(_with(), day)
    preferred = matcher.match(_with(ConstraintItem(ConstraintId.NO_NIGHTS, None, PREFER)), day)
    assert set(preferred.ranking) == set(loose.ranking)


def test_a_must_shows_its_price(matcher: Matcher, day: date) -> None:
    profile = _with(ConstraintItem(ConstraintId.NO_NIGHTS, None, MUST))
    (price,) = matcher.match(profile, day).prices
    assert price.opens
    assert f"{len(price.opens)} role" in price.says


def test_the_first_way_of_a_listed_role_keeps_earning_when_that_is_a_must(
    matcher: Matcher, day: date
) -> None:
    for match in matcher.match(HCA, day).matches[:5]:
        assert match.ways[0].keeps_earning is not False


@pytest.mark.parametrize("constraint", list(ConstraintId))
def test_letting_any_constraint_go_never_lowers_a_role(
    matcher: Matcher, constraint: ConstraintId
) -> None:
    values: dict[ConstraintId, str | int] = {
        ConstraintId.MAX_MONTHS: 12, ConstraintId.MIN_BAND: "6", ConstraintId.MIN_PAY: 40000,
    }  # fmt: skip
    items = [ConstraintItem(kind, values.get(kind), MUST) for kind in ConstraintId]
    strict = matcher.place(_with(*items)).fit
    loose = matcher.place(_with(*(item for item in items if item.id is not constraint))).fit
    pairs = zip(strict.scores, loose.scores, strict=True)
    assert all(before <= after for before, after in pairs)
    assert set(loose.broken) <= set(strict.broken)


def test_every_constraint_at_once_still_leaves_a_list(matcher: Matcher, day: date) -> None:
    items = (ConstraintItem(kind, 5, MUST) for kind in ConstraintId)
    found = matcher.match(_with(*items), day)
    assert len(found.matches) == 7
    assert len(found.prices) == len(ConstraintId)


@pytest.mark.parametrize(
    "phrase",
    ["woman", "I am a man aged 52", "gay", "Muslim", "black British", "disabled", "in my 50s"],
)
def test_who_a_person_is_never_changes_the_ranking(
    matcher: Matcher, day: date, phrase: str
) -> None:
    base = replace(HCA, values=Ranked((), ("helping people",)))
    told = replace(base, values=Ranked((), ("helping people", phrase)))
    assert matcher.match(base, day).ranking == matcher.match(told, day).ranking


def test_interests_that_cannot_tell_roles_apart_are_said_to(matcher: Matcher, day: date) -> None:
    answers = {i.id: 5 if i.letter == "S" else 2 for i in matcher.catalogue.interest_items}
    profile = replace(HCA, interests=Interests(answers))
    assert any(
        "cannot tell most of these roles apart" in n for n in matcher.match(profile, day).notes
    )


def test_sources_of_a_match_exist(matcher: Matcher, day: date) -> None:
    for match in matcher.match(HCA, day).matches:
        assert set(match.sources) <= set(matcher.catalogue.sources)


def test_stories_shown_exist_and_the_unlike_one_is_not_among_the_like(
    matcher: Matcher, day: date
) -> None:
    found = matcher.match(HCA, day)
    assert set(found.journeys) <= set(matcher.catalogue.journeys)
    assert found.unlike in matcher.catalogue.journeys
    assert found.unlike not in found.journeys
    assert set(found.case_studies) <= set(matcher.catalogue.case_studies)


def test_a_catalogue_of_one_role_still_gives_it(small: Catalogue, day: date) -> None:
    role = small.roles["matron"]
    matcher = Matcher(Catalogue("1", "2026-11-01", roles={role.id: role}))
    assert _ids(matcher.match(HCA, day)) == ["matron"]


def test_an_empty_catalogue_gives_an_empty_list_and_no_error(day: date) -> None:
    assert Matcher(Catalogue("1", "2026-11-01")).match(HCA, day).matches == ()


def test_every_weight_says_why() -> None:
    assert all(weight.why.endswith(".") and weight.title for weight in WEIGHTS.values())


def test_circumstances_in_free_words_are_understood_as_constraints(matcher: Matcher) -> None:
    profile = replace(HCA, constraints=Constraints((), ("no more nights please",)))
    read = matcher.understand(profile).phrases
    assert "constraint:no-nights" in read["no more nights please"]


def test_phrases_are_read_as_topics_values_and_roles(matcher: Matcher) -> None:
    profile = Profile(
        interests=Interests({}, ("midwifery and babies",)), values=Ranked((), ("job security",))
    )
    read = matcher.understand(profile).phrases
    assert "role:midwife" in read["midwifery and babies"]
    assert "value:security" in read["job security"]


def test_a_student_does_not_hold_the_job_they_study_for(matcher: Matcher, day: date) -> None:
    found = matcher.match(Profile(roles=(HeldRole("physiotherapy student"),)), day)
    assert found.deeper is None
    assert "physiotherapist" in _ids(found)


def test_a_returner_who_names_only_the_old_job_is_read_as_lapsed(
    matcher: Matcher, day: date
) -> None:
    profile = Profile(
        purpose=Purpose.RETURN_TO_PRACTICE, roles=(HeldRole("former midwife", current=False),)
    )
    first = matcher.match(profile, day).matches[0]
    assert first.role_id == "midwife"
    assert first.ways[0].kind is RouteKind.RETURN_TO_PRACTICE


def test_a_role_whose_every_way_breaks_a_must_gives_way_to_the_next_best(
    matcher: Matcher, day: date
) -> None:
    base = Profile(roles=(HeldRole("HCA"),), aims=Aims(("doctor", "dentist", "pharmacist")))
    must = ConstraintItem(ConstraintId.NO_DEGREE, None, MUST)
    found = matcher.match(_with(must, base=base), day)
    degrees = {"degree", "degree-apprenticeship", "postgraduate-preregistration"}
    for match in found.matches:
        kinds = {step.kind.value for way in match.ways[:1] for step in way.steps}
        assert not kinds & degrees


def test_a_nurse_is_never_told_that_a_nursing_post_needs_no_register(
    matcher: Matcher, day: date
) -> None:
    held = Registration(RegisterId.NMC, "adult-nurse", RegistrationStatus.REGISTERED)
    profile = Profile(roles=(HeldRole("ward sister", months=60),), registrations=(held,))
    said = " ".join(
        line.reason for match in matcher.match(profile, day).matches for line in match.contributions
    )
    assert "builds on the registration you hold" in said
    assert "not need you to be on a register" not in said


def test_routes_for_people_trained_abroad_are_not_offered_at_home(
    matcher: Matcher, day: date
) -> None:
    profile = Profile(nation=Nation.SCOTLAND, roles=(HeldRole("HCA", months=36),))
    ways = matcher.routes(profile, "adult-nurse", day)
    names = [step.name for way in ways for step in way.steps]
    assert names
    assert not any("abroad" in name for name in names)
