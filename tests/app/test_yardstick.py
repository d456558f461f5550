"""What the bench measures with."""

from guidance.app import yardstick
from guidance.app.session import Session
from guidance.domain.profile import Profile


def test_an_enlarged_catalogue_has_the_numbers_asked_for(session: Session) -> None:
    large = yardstick.enlarged(session.catalogue, 40, 60)
    assert (len(large.roles), len(large.routes)) == (40, 60)


def test_every_route_of_an_enlarged_catalogue_joins_roles_that_are_there(session: Session) -> None:
    large = yardstick.enlarged(session.catalogue, 40, 60)
    ends = {route.to for route in large.routes.values()}
    starts = {name for route in large.routes.values() for name in route.from_roles}
    assert (ends | starts) <= set(large.roles)


def test_the_first_copy_is_the_catalogue_itself(session: Session) -> None:
    large = yardstick.enlarged(session.catalogue, 40, 60)
    assert large.roles["therapist"] == session.catalogue.roles["therapist"]


def test_a_catalogue_is_filled_up_to_the_titles_asked_for(session: Session) -> None:
    large = yardstick.with_titles(session.catalogue, 100)
    count = sum(1 + len(role.titles) for role in large.roles.values())
    assert 100 <= count <= 105


def test_varied_profiles_start_with_the_examples_and_differ(session: Session) -> None:
    example = Profile(as_of="2026-11-21")
    found = yardstick.varied_profiles(session.catalogue, (example,), 10)
    assert len(found) == 10
    assert found[0] == example
    assert len({str(profile) for profile in found}) == 10


def test_times_are_taken_for_every_profile_and_every_beginning(session: Session) -> None:
    matcher, took = yardstick.made_matcher(session.catalogue)
    assert took.wall > 0
    assert len(yardstick.match_times(matcher, (Profile(), Profile()), "2026-11-21")) == 2
    titles = yardstick.new_titles(session.catalogue)
    assert len(yardstick.type_ahead_times(titles, ("nurse", "ot"))) == 5
