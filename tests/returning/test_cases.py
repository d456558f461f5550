"""Plain cases through the shipped rules: every scenario file, then refusals."""

from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guidance.domain.errors import KnownError
from guidance.domain.register import Register
from guidance.returning.cases import answer_case

FOLDER = Path(__file__).parent.parent / "scenarios" / "returning"
Case = dict[str, Any]


def _cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        found.extend(cast("list[Case]", yaml.safe_load(path.read_text(encoding="utf-8"))))
    return found


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["id"]))
def test_a_case_gives_what_the_rules_say(case: Case, registers: dict[str, Register]) -> None:
    made = answer_case(case["told"], registers)
    assert {name: made.get(name) for name in case["gives"]} == case["gives"]


def _refusal(case: Case, registers: dict[str, Register]) -> str:
    with pytest.raises(KnownError) as caught:
        answer_case(case, registers)
    return str(caught.value)


def test_an_unknown_key_is_refused_with_the_nearest(registers: dict[str, Register]) -> None:
    said = _refusal({"register": "hcpc", "years_since_practised": 3}, registers)
    assert "'years_since_practised'" in said
    assert "'years_since_last_practised'" in said


def test_an_unknown_register_is_refused_with_the_nearest(registers: dict[str, Register]) -> None:
    assert "Did you mean 'hcpc'?" in _refusal({"register": "hpcp"}, registers)


def test_a_voluntary_register_is_refused_with_those_held(registers: dict[str, Register]) -> None:
    assert "hcpc, nmc" in _refusal({"register": "bacp"}, registers)


def test_a_case_without_a_register_is_refused(registers: dict[str, Register]) -> None:
    assert "names no register" in _refusal({}, registers)


def test_a_profession_of_another_register_is_refused(registers: dict[str, Register]) -> None:
    said = _refusal({"register": "hcpc", "profession": "pharmacist"}, registers)
    assert "'pharmacist' is not a part of this register" in said


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("years_since_last_practised", "three"),
        ("years_since_last_practised", True),
        ("years_since_last_practised", -1),
        ("years_since_last_practised", float("nan")),
        ("years_since_last_practised", float("inf")),
        ("registered", "yes"),
        ("role_since", 7),
        ("role_since", "x" * 100_000),
        ("application_date", "2026-13-01"),
        ("application_date", "2026-06"),
        ("application_date", "yesterday"),
        ("last_practised_on", "2020-01"),
        ("hours_logged", [7]),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_by_name(
    key: str, value: object, registers: dict[str, Register]
) -> None:
    said = _refusal({"register": "hcpc", key: value}, registers)
    assert key in said or "of applying" in said


def test_a_day_still_to_come_is_refused(registers: dict[str, Register]) -> None:
    case = {"register": "hcpc", "last_practised_on": "2199-01", "application_date": "2026-11-21"}
    assert "January 2199" in _refusal(case, registers)


def test_what_is_empty_is_as_untold(registers: dict[str, Register]) -> None:
    case = {"register": "hcpc", "years_since_last_practised": 3, "left_reason": None}
    assert answer_case(case, registers)["updating_days"] == 30


@given(years=st.floats(0, 60))
def test_more_years_out_never_ask_fewer_days(years: float, registers: dict[str, Register]) -> None:
    now = answer_case({"register": "hcpc", "years_since_last_practised": years}, registers)
    later = answer_case({"register": "hcpc", "years_since_last_practised": years + 1}, registers)
    assert cast("int", now["updating_days"]) <= cast("int", later["updating_days"])


@given(
    case=st.dictionaries(
        st.sampled_from(
            ["part", "hours_3y", "left_reason", "registered", "application_date", "private_days"]
        ),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    )
)
def test_any_value_is_answered_or_refused_kindly(
    case: Case, registers: dict[str, Register]
) -> None:
    problem: KnownError | None = None
    try:
        answer_case({"register": "nmc", **case}, registers)
    except KnownError as error:
        problem = error
    assert problem is None or (problem.what and problem.do)
