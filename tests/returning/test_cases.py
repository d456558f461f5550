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
