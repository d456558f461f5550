"""Which ways are not worth offering."""

from dataclasses import replace
from datetime import date

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.domain.condition import AllOf, AnyOf, Experience, Holds, Registered
from guidance.domain.dated import Span
from guidance.domain.match import Way
from guidance.domain.profile import HeldQualification, HeldRole, Profile, Registration
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import (
    Answer,
    Lane,
    Purpose,
    RegisterId,
    RegistrationStatus,
    RouteKind,
    StaffGroup,
)
from guidance.matching.engine import Matcher

NMC = RegisterId.NMC
PART = (Registration(NMC, "adult-nurse"),)
NURSE = Profile(
    purpose=Purpose.NEXT_STEP,
    roles=(HeldRole("staff nurse", months=60),),
    registrations=PART,
)
LAPSED = Profile(
    purpose=Purpose.RETURN_TO_PRACTICE,
    roles=(HeldRole("staff nurse", current=False, months=60),),
    registrations=(Registration(NMC, "adult-nurse", RegistrationStatus.LAPSED),),
)
LEAD = Role("team-lead", "Team lead", StaffGroup.MANAGEMENT, "Leads a team.", level=6)


def _with(small: Catalogue, *routes: Route) -> Matcher:
    """A matcher of the small catalogue with a team lead and the ways there."""
    return Matcher(
        replace(
            small,
            roles={**small.roles, LEAD.id: LEAD},
            routes={**small.routes, **{route.id: route for route in routes}},
        )
    )


def _lead(name: str, start: str, months: int | None = 6, to: str = "team-lead") -> Route:
    span = Span(months, months)
    return Route(
        f"{to}.{name}", to, RouteKind.PROGRESSION, f"From {start}", (start,), months=span,
        keeps_earning=True,
    )  # fmt: skip


def _steps(ways: tuple[Way, ...]) -> list[list[str]]:
    return [[step.to_role for step in way.steps] for way in ways]


def test_a_detour_gives_way_to_a_direct_way(small: Catalogue, day: date) -> None:
    matcher = _with(small, _lead("a", "medical-secretary", 1), _lead("b", "adult-nurse", 24))
    assert _steps(matcher.routes(NURSE, "team-lead", day)) == [["team-lead"]]


def test_where_only_a_detour_is_left_it_is_shown_to_those_who_ask(
    small: Catalogue, day: date
) -> None:
    matcher = _with(small, _lead("a", "medical-secretary"))
    assert matcher.routes(NURSE, "team-lead", day)


def test_a_role_that_only_detours_lead_to_is_listed_without_them(
    small: Catalogue, day: date
) -> None:
    matcher = _with(small, _lead("a", "medical-secretary"))
    found = {match.role_id: match.ways for match in matcher.match(NURSE, day, 20).matches}
    assert found["team-lead"] == ()


def test_no_other_profession_is_gained_on_the_way_where_it_is_not_asked(
    small: Catalogue, day: date
) -> None:
    ways = (_lead("a", "occupational-therapist", 1), _lead("b", "adult-nurse", 40))
    found = _steps(_with(small, *ways).routes(NURSE, "team-lead", day))
    assert found == [["team-lead"]]


def test_nobody_trains_again_for_a_registration_they_hold(small: Catalogue, day: date) -> None:
    ways = _with(small).routes(NURSE, "matron", day)
    assert "adult-nurse" not in {role for way in _steps(ways) for role in way}


def test_a_lapsed_registration_is_regained_by_returning(small_matcher: Matcher, day: date) -> None:
    ways = small_matcher.routes(LAPSED, "critical-care-nurse", day)
    assert [way.steps[0].route_id for way in ways] == ["adult-nurse.return"]


def test_a_way_that_holds_another_and_more_is_not_offered(small: Catalogue, day: date) -> None:
    hca = Profile(roles=(HeldRole("HCA", months=60),))
    ways = (
        _lead("a", "healthcare-support-worker", 12, "occupational-therapy-assistant"),
        replace(
            _lead("both", "healthcare-support-worker", 12),
            from_roles=("healthcare-support-worker", "occupational-therapy-assistant"),
        ),
    )
    assert _steps(_with(small, *ways).routes(hca, "team-lead", day)) == [["team-lead"]]


def test_a_way_more_than_twice_as_long_for_no_gain_is_not_offered(
    small: Catalogue, day: date
) -> None:
    slow = replace(
        _lead("slow", "adult-nurse", 60), kind=RouteKind.SPECIALTY_TRAINING, keeps_earning=True
    )
    matcher = _with(small, _lead("b", "adult-nurse", 12), slow)
    assert len(matcher.routes(NURSE, "team-lead", day)) == 1


def test_a_slow_way_that_keeps_earning_stays(small: Catalogue, day: date) -> None:
    quick = replace(_lead("b", "adult-nurse", 12), keeps_earning=False)
    slow = replace(_lead("slow", "adult-nurse", 60), kind=RouteKind.SPECIALTY_TRAINING)
    assert len(_with(small, quick, slow).routes(NURSE, "team-lead", day)) == 2


def test_a_portfolio_comes_after_other_ways_for_someone_well_below(
    small: Catalogue, day: date
) -> None:
    high = replace(LEAD, level=8)
    quick = replace(_lead("portfolio", "adult-nurse", 20), kind=RouteKind.PORTFOLIO)
    slow = replace(_lead("slow", "adult-nurse", 36), kind=RouteKind.SPECIALTY_TRAINING)
    matcher = _with(small, quick, slow)
    matcher = Matcher(replace(matcher.catalogue, roles={**matcher.catalogue.roles, high.id: high}))
    kinds = [way.kind for way in matcher.routes(NURSE, "team-lead", day)]
    assert kinds == [RouteKind.SPECIALTY_TRAINING, RouteKind.PORTFOLIO]


def test_study_that_a_later_step_asks_for_counts_as_missing(small: Catalogue, day: date) -> None:
    hca = Profile(
        roles=(HeldRole("HCA", months=60),), qualifications=(HeldQualification("5 GCSEs"),)
    )
    later = replace(
        _lead("later", "occupational-therapy-assistant", 6), needs=AllOf((Holds(level=6),))
    )
    plain = replace(_lead("plain", "healthcare-support-worker", 40), kind=RouteKind.APPRENTICESHIP)
    ways = _with(small, later, plain).routes(hca, "team-lead", day)
    assert ways[0].steps[-1].route_id == "team-lead.plain"


def test_time_to_serve_on_the_way_counts_when_ways_are_compared(
    small: Catalogue, day: date
) -> None:
    hca = Profile(roles=(HeldRole("HCA", months=60),))
    served = replace(
        _lead("served", "occupational-therapy-assistant", 1),
        needs=AllOf((Experience(("occupational-therapy-assistant",), None, 36),)),
    )
    plain = replace(_lead("plain", "healthcare-support-worker", 24), kind=RouteKind.APPRENTICESHIP)
    ways = _with(small, served, plain).routes(hca, "team-lead", day)
    assert ways[0].steps[-1].route_id == "team-lead.plain"


def test_any_of_several_registrations_is_met_by_the_role_that_leads_on(
    small: Catalogue, day: date
) -> None:
    either = Registered(NMC, "adult-nurse"), Registered(NMC, "nursing-associate")
    way = replace(_lead("a", "adult-nurse"), needs=AllOf((AnyOf(either),)))
    ways = _with(small, way).routes(LAPSED, "team-lead", day)
    assert _steps(ways)[0] == ["adult-nurse", "team-lead"]
    assert all(need.answer is Answer.YES for need in ways[0].steps[1].needs)


SISTER = Profile(
    purpose=Purpose.NEXT_STEP, roles=(HeldRole("ward sister", band="7", months=60),),
    registrations=PART,
)  # fmt: skip
RADIOGRAPHER = Profile(
    purpose=Purpose.NEXT_STEP, roles=(HeldRole("radiographer", band="6", months=60),),
    registrations=(Registration(RegisterId.HCPC, "diagnostic-radiographer"),),
)  # fmt: skip


@pytest.mark.parametrize("profile", [SISTER, RADIOGRAPHER])
def test_no_listed_way_trains_a_registered_person_for_another_register(
    matcher: Matcher, day: date, profile: Profile
) -> None:
    own = str(profile.registrations[0].part)
    for match in matcher.match(profile, day).matches:
        for step in (step for way in match.ways for step in way.steps[:-1]):
            grants = matcher.catalogue.routes[step.route_id].grants
            assert not [g for g in grants if g.startswith("registered:") and own not in g]


def test_while_lapsed_only_the_return_and_unregistered_work_is_within_reach(
    matcher: Matcher, day: date
) -> None:
    for match in matcher.match(LAPSED, day, 20).matches:
        role = matcher.catalogue.roles[match.role_id]
        if match.lane is Lane.NOW:
            assert role.register is not NMC or role.id == "adult-nurse"


def test_somebody_new_is_not_offered_advanced_work_as_within_reach(
    matcher: Matcher, day: date
) -> None:
    fresh = replace(NURSE, roles=(HeldRole("staff nurse", months=8),))
    for match in matcher.match(fresh, day, 30).matches:
        if matcher.catalogue.roles[match.role_id].level >= 7:
            assert match.lane is not Lane.NOW
