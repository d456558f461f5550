"""The text form of a plan refuses kindly what is not a plan."""

import pytest

from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan
from guidance.domain.plan_form import read_plan, write_plan


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"plan"', "{}", '{"format": "waymark-profile/1"}', "[" * 100_000],
)
def test_what_is_not_a_plan_is_refused(text: str) -> None:
    with pytest.raises(KnownError) as error:
        read_plan(text)
    assert error.value.do


def test_the_wrong_value_is_named_by_its_place() -> None:
    with pytest.raises(KnownError, match=r"goals\[0\]"):
        read_plan('{"format": "waymark-plan/1", "id": "p", "made_on": "2026-11-21", "goals": [3]}')


def test_the_format_comes_first() -> None:
    assert write_plan(Plan("p", "2026-11-21")).startswith('{\n  "format": "waymark-plan/1"')
