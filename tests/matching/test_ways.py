from dataclasses import replace
from datetime import date

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.domain.condition import AllOf, InNation
from guidance.domain.errors import KnownError
from guidance.domain.profile import HeldQualification, HeldRole, Profile, Registration
from guidance.domain.vocabulary import (
    Answer,
    Basis,
    Nation,
    RegisterId,
    RegistrationStatus,
    RouteKind,
)
from guidance.matching.engine import Matcher

HCA = Profile(roles=(HeldRole("HCA", band="3"),))
NURSE = Profile(roles=(HeldRole("staff nurse"),))


def _ids(profile: Profile, role: str, matcher: Matcher, day: date) -> list[list[str]]:
    ways = matcher.routes(profile, role, day)
    return [[step.route_id for step in way.steps] for way in ways]


def test_a_way_of_several_steps_is_found(small_matcher: Matcher, day: date) -> None:
    assert ["nursing-associate.apprenticeship", "adult-nurse.top-up"] in _ids(
        HCA, "adult-nurse", small_matcher, day
    )


def test_an_open_route_is_offered_to_anyone(small_matcher: Matcher, day: date) -> None:
    assert ["adult-nurse.degree"] in _ids(Profile(), "adult-nurse", small_matcher, day)


def test_a_step_grants_what_a_later_step_needs(small_matcher: Matcher, day: date) -> None:
    ways = small_matcher.routes(HCA, "adult-nurse", day)
    way = next(way for way in ways if len(way.steps) == 2)
    assert [need.answer for need in way.steps[1].needs] == [Answer.YES]


def test_returning_is_not_offered_to_someone_never_registered(
    small_matcher: Matcher, day: date
) -> None:
    assert ["adult-nurse.return"] not in _ids(HCA, "adult-nurse", small_matcher, day)


def test_returning_is_offered_to_someone_whose_registration_lapsed(
    small_matcher: Matcher, day: date
) -> None:
    lapsed = Registration(RegisterId.NMC, "adult-nurse", RegistrationStatus.LAPSED)
    found = _ids(Profile(registrations=(lapsed,)), "adult-nurse", small_matcher, day)
    assert found[0] == ["adult-nurse.return"]


def test_a_specialist_inherits_the_exits_of_its_part_of_the_register(
    small_matcher: Matcher, day: date
) -> None:
    profile = Profile(roles=(HeldRole("ITU nurse"),))
    assert ["matron.promotion"] in _ids(profile, "matron", small_matcher, day)


def test_time_still_to_serve_is_added_to_the_months(small_matcher: Matcher, day: date) -> None:
    ways = small_matcher.routes(HCA, "matron", day)
    assert min(way.months.low or 0 for way in ways) >= 24 + 24 + 12 + 36 or any(
        way.steps[0].route_id == "adult-nurse.degree" for way in ways
    )


def test_months_are_the_sum_of_the_steps(small_matcher: Matcher, day: date) -> None:
    way = next(w for w in small_matcher.routes(HCA, "adult-nurse", day) if len(w.steps) == 2)
    assert (way.months.low, way.months.high) == (48, 48)


def test_a_way_keeps_earning_only_if_every_step_does(small_matcher: Matcher, day: date) -> None:
    kept = {way.kind: way.keeps_earning for way in small_matcher.routes(HCA, "adult-nurse", day)}
    assert kept[RouteKind.DEGREE] is False
    assert kept[RouteKind.DEGREE_APPRENTICESHIP] is True


def test_a_full_time_degree_counts_as_away_and_an_apprenticeship_does_not(
    small_matcher: Matcher, day: date
) -> None:
    away = {
        way.kind: way.needs_degree_away for way in small_matcher.routes(HCA, "adult-nurse", day)
    }
    assert away[RouteKind.DEGREE] is True
    assert away[RouteKind.DEGREE_APPRENTICESHIP] is False


def test_the_faster_way_says_that_it_is(small_matcher: Matcher, day: date) -> None:
    ways = small_matcher.routes(HCA, "adult-nurse", day)
    fastest = min(ways, key=lambda way: way.months.low or 0)
    assert "Fastest" in fastest.merits


def test_staying_registered_is_only_said_of_people_who_are(
    small_matcher: Matcher, day: date
) -> None:
    assert small_matcher.routes(NURSE, "matron", day)[0].stays_registered is True
    assert small_matcher.routes(HCA, "adult-nurse", day)[0].stays_registered is None


def test_pay_is_shown_with_its_nation_and_year(small_matcher: Matcher, day: date) -> None:
    step = small_matcher.routes(HCA, "adult-nurse", day)[0].steps[-1]
    assert step.pay == ("Band 5: \u00a331,049 to \u00a337,796 a year (England, 2025-26)",)


def test_the_weakest_evidence_labels_the_way(small: Catalogue, day: date) -> None:
    weak = small.routes["adult-nurse.top-up"]
    weak = replace(weak, provenance=replace(weak.provenance, basis=Basis.EDITORIAL))
    matcher = Matcher(replace(small, routes={**small.routes, weak.id: weak}))
    ways = matcher.routes(HCA, "adult-nurse", day)
    assert {len(way.steps): way.basis for way in ways}[2] is Basis.EDITORIAL


def test_a_route_of_another_nation_is_not_offered(small: Catalogue, day: date) -> None:
    degree = small.routes["occupational-therapist.degree"]
    welsh = replace(degree, needs=AllOf((InNation((Nation.WALES,)),)))
    matcher = Matcher(replace(small, routes={welsh.id: welsh}))
    asked = "occupational-therapist"
    assert matcher.routes(Profile(nation=Nation.WALES), asked, day)
    assert not matcher.routes(Profile(nation=Nation.ENGLAND), asked, day)


def test_a_missing_qualification_is_shown_as_missing(small_matcher: Matcher, day: date) -> None:
    profile = Profile(qualifications=(HeldQualification("9 GCSEs"),))
    ways = small_matcher.routes(profile, "adult-nurse", day)
    degree = next(way for way in ways if way.kind is RouteKind.DEGREE)
    assert degree.steps[0].needs[0].answer is Answer.NO
    assert ways[0] is not degree


def test_no_way_is_offered_twice(matcher: Matcher, day: date) -> None:
    for role in ("occupational-therapist", "matron", "paramedic", "technical-instructor"):
        found = [tuple(ids) for ids in _ids(HCA, role, matcher, day)]
        assert len(found) == len(set(found)) <= 5


def test_a_role_that_does_not_exist_is_refused_with_a_near_one(
    small_matcher: Matcher, day: date
) -> None:
    with pytest.raises(KnownError, match="occupational-therapist"):
        small_matcher.routes(HCA, "occupational-therapst", day)


def test_a_condition_met_needs_no_question(small_matcher: Matcher, day: date) -> None:
    profile = Profile(qualifications=(HeldQualification("A level biology"),))
    need = small_matcher.routes(profile, "adult-nurse", day)[0].steps[0].needs[0]
    assert (need.answer, need.question) == (Answer.YES, "")


@pytest.mark.parametrize("target", ["neonatal-nurse", "renal-nurse", "surgical-first-assistant"])
def test_a_job_open_to_several_registers_is_found_from_outside_them(
    matcher: Matcher, day: date, target: str
) -> None:
    helper = Profile(nation=Nation.ENGLAND, roles=(HeldRole("healthcare assistant"),))
    ways = matcher.routes(helper, target, day)
    assert ways
    assert all(step.to_role == target for way in ways for step in way.steps[-1:])
