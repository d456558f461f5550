"""Families of posts: a rare post needs words of its own, and a stage is no destination."""

from dataclasses import replace
from datetime import date

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.domain.profile import Aims, HeldRole, Interests, Profile
from guidance.domain.role import Role
from guidance.domain.vocabulary import StaffGroup
from guidance.matching.bm25 import HELD_BACK, TextIndex
from guidance.matching.choosing import shortlist
from guidance.matching.engine import Matcher
from guidance.matching.family import Families, jobs_of, share
from guidance.matching.network import Network

NURSING = StaffGroup.NURSING_MIDWIFERY
STUDENT = Role(
    "student-nurse", "Student nurse", NURSING, "Learns to nurse adults.", level=4,
    titles=("nursing student",), stage_of=("adult-nurse",),
)  # fmt: skip


@pytest.fixture(scope="module")
def ranked(small: Catalogue) -> Catalogue:
    """The small catalogue with posts told, and a student nurse."""
    posts = {"adult-nurse": "many", "critical-care-nurse": "few"}
    roles = {key: replace(role, posts=posts.get(key, "")) for key, role in small.roles.items()}
    return replace(small, roles={**roles, STUDENT.id: STUDENT})


def _base_of(network: Network, role: str) -> list[str]:
    bases = Families(network).bases.get(network.place[role], ())
    return [network.roles[place].id for place in bases]


def test_a_commoner_post_that_leads_to_a_rarer_one_is_its_base(ranked: Catalogue) -> None:
    assert _base_of(Network(ranked), "critical-care-nurse") == ["adult-nurse"]


def test_a_common_post_has_no_base(ranked: Catalogue) -> None:
    assert _base_of(Network(ranked), "adult-nurse") == []


def test_posts_of_one_family_share_its_root(ranked: Catalogue) -> None:
    network = Network(ranked)
    root = Families(network).root
    assert root[network.place["critical-care-nurse"]] == network.place["adult-nurse"]


def test_how_common_a_post_is_lies_in_the_middle_where_nobody_says(small: Catalogue) -> None:
    role = small.roles["matron"]
    order = [share(replace(role, posts=posts)) for posts in ("rare", "few", "", "some", "many")]
    assert order == sorted(order)
    assert order[0] < order[2] < order[4]


def test_a_shared_word_counts_no_more_for_a_special_case_than_for_its_base() -> None:
    others = [[(("x",), 1.0)]] * 5
    index = TextIndex(
        [[(("ward",), 1.0)], [(("ward", "ward", "heart"), 1.0)], *others], bases={1: (0,)}
    )
    scores = index.score({"ward": 1.0})
    assert scores[1] == pytest.approx(HELD_BACK * scores[0])


def test_words_of_its_own_lift_a_special_case_above_its_base() -> None:
    others = [[(("x",), 1.0)]] * 5
    index = TextIndex([[(("ward",), 1.0)], [(("ward", "heart"), 1.0)], *others], bases={1: (0,)})
    scores = index.score({"ward": 1.0, "heart": 1.0})
    assert scores[1] > scores[0]


def test_a_stage_of_training_is_no_destination(ranked: Catalogue, day: date) -> None:
    found = Matcher(ranked).match(
        Profile(interests=Interests({}, ("learning to nurse adults",))), day, 20
    )
    shown = [match.role_id for match in found.matches]
    assert "adult-nurse" in shown
    assert "student-nurse" not in shown


def test_a_stage_that_is_named_is_shown(ranked: Catalogue, day: date) -> None:
    found = Matcher(ranked).match(Profile(aims=Aims(("nursing student",))), day, 20)
    assert "student-nurse" in [match.role_id for match in found.matches]


def test_who_is_at_a_stage_is_not_offered_to_go_deeper_in_it(ranked: Catalogue, day: date) -> None:
    found = Matcher(ranked).match(Profile(roles=(HeldRole("student nurse"),)), day)
    assert found.deeper is None
    assert "adult-nurse" in [match.role_id for match in found.matches]


def test_a_stage_of_many_jobs_leads_to_the_one_that_is_named(real: Catalogue) -> None:
    network = Network(real)
    place = network.place["student-allied-health-professional"]
    jobs = jobs_of(network, place, "physiotherapy student")
    assert [network.roles[job].id for job in jobs] == ["physiotherapist"]


def test_people_who_like_children_meet_the_common_jobs_first(matcher: Matcher, day: date) -> None:
    found = matcher.match(Profile(interests=Interests({}, ("I like children",))), day)
    shown = [match.role_id for match in found.matches]
    assert {"childrens-nurse", "nursery-nurse"} & set(shown)
    assert all(matcher.catalogue.roles[role].posts != "rare" for role in shown[:3])


def test_one_family_does_not_fill_the_list(matcher: Matcher) -> None:
    profile = Profile(roles=(HeldRole("school leaver"),), interests=Interests({}, ("nursing",)))
    placed = matcher.place(profile)
    network = Network(matcher.catalogue)
    families = Families(network)
    picked = shortlist(families, placed.fit, placed.ranked, 7, frozenset())
    roots = [families.root[place] for place in picked]
    assert len(set(roots)) >= 3
