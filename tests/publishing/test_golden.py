"""The pages and trees of two plans stay as they were read and agreed.

When a change is meant, run the tests once with WAYMARK_GOLDEN=write, read the difference that git
shows, and commit it.
"""

import json
import os
from pathlib import Path

import pytest

from guidance.domain.plain import to_plain
from guidance.domain.plan import Plan
from guidance.publishing.compose import compose
from guidance.publishing.html import render_html

GOLDEN = Path(__file__).parent.parent / "golden"
CASES = [("plan", "standard"), ("return_plan", "return-pack")]


def agreed(name: str, made: str) -> str:
    path = GOLDEN / name
    if os.environ.get("WAYMARK_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "edition"), CASES)
def test_the_page_is_the_one_agreed(
    name: str, edition: str, request: pytest.FixtureRequest
) -> None:
    plan: Plan = request.getfixturevalue(name)
    made = render_html(compose(plan, edition), styled=False)
    assert made == agreed(f"{name}-{edition}.html", made)


@pytest.mark.parametrize(("name", "edition"), CASES)
def test_the_tree_is_the_one_agreed(
    name: str, edition: str, request: pytest.FixtureRequest
) -> None:
    plan: Plan = request.getfixturevalue(name)
    plain = to_plain(compose(plan, edition))
    made = json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    assert made == agreed(f"{name}-{edition}.tree.json", made)
