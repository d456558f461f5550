"""Nouns survive the way to plain values and back, and bad values are refused with their path."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.domain.condition import AllOf, AnyOf, Confirm, Passed, Registered
from guidance.domain.dated import Provenance, Span
from guidance.domain.plain import PlainError, from_plain, to_plain
from guidance.domain.profile import Profile
from guidance.domain.route import Route
from guidance.domain.vocabulary import Basis, RegisterId, RouteKind


def _route() -> Route:
    either = AnyOf((Passed("english"), Registered(RegisterId.NMC, "adult-nurse")))
    return Route(
        id="x",
        to="adult-nurse",
        kind=RouteKind.DEGREE,
        name="A degree",
        months=Span(36, 48),
        keeps_earning=False,
        needs=AllOf((either, Confirm("An interview"))),
        provenance=Provenance(basis=Basis.PUBLISHED, sources=("s",)),
    )


def test_a_noun_with_conditions_comes_back_as_it_was() -> None:
    plain = json.loads(json.dumps(to_plain(_route())))
    assert from_plain(Route, plain) == _route()


def test_defaults_are_left_out() -> None:
    assert to_plain(Profile()) == {}


def test_an_unknown_key_is_refused_with_its_path() -> None:
    with pytest.raises(PlainError, match=r"interests: has an unknown key 'moods'"):
        from_plain(Profile, {"interests": {"moods": []}})


def test_a_word_outside_the_vocabulary_is_refused_with_the_choices() -> None:
    with pytest.raises(PlainError, match="nation: should be one of: england, scotland"):
        from_plain(Profile, {"nation": "france"})


def test_true_is_not_a_number() -> None:
    with pytest.raises(PlainError, match="months"):
        from_plain(Profile, {"roles": [{"months": True}]})


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(json_values)
def test_any_value_is_read_or_refused_and_nothing_else(value: object) -> None:
    try:
        read = from_plain(Profile, value)
    except PlainError:
        return
    assert from_plain(Profile, to_plain(read)) == read
