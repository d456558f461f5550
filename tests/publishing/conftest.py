"""Plans to publish: those that the drafting tests agreed on."""

from pathlib import Path

import pytest

from guidance.domain.document import Document
from guidance.domain.plan import Plan
from guidance.domain.plan_form import read_plan
from guidance.publishing.compose import compose

GOLDEN = Path(__file__).parent.parent / "golden"


def _plan(name: str) -> Plan:
    return read_plan((GOLDEN / f"{name}.plan.json").read_text(encoding="utf-8"))


@pytest.fixture
def plan() -> Plan:
    return _plan("brief")


@pytest.fixture
def return_plan() -> Plan:
    return _plan("return")


@pytest.fixture
def explore_plan() -> Plan:
    return _plan("explore")


@pytest.fixture
def blank_plan() -> Plan:
    return _plan("blank")


@pytest.fixture
def document(plan: Plan) -> Document:
    return compose(plan)
