"""Drafted plans stay as they were read and agreed.

When a change is meant, run the tests once with WAYMARK_GOLDEN=write, read the difference that git
shows, and commit it.
"""

import os
from pathlib import Path

import pytest

from guidance.domain.plan_form import write_plan
from guidance.planning.brief import PlanBrief
from guidance.planning.draft import draft_plan

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize("name", ["brief", "return_brief", "explore_brief", "blank_brief"])
def test_a_drafted_plan_is_the_one_agreed(name: str, request: pytest.FixtureRequest) -> None:
    brief: PlanBrief = request.getfixturevalue(name)
    path = GOLDEN / f"{name.removesuffix('_brief')}.plan.json"
    made = write_plan(draft_plan(brief))
    if os.environ.get("WAYMARK_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")
