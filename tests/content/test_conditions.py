"""Conditions: the examples of the authors' guide are read, each as its noun."""

import textwrap
from pathlib import Path

import pytest

from guidance.content.conditions import READERS, needs
from guidance.content.problems import Desk, Place
from guidance.content.yaml_text import parse
from guidance.domain.condition import (
    AllOf,
    AnyOf,
    Condition,
    Confirm,
    Employed,
    Experience,
    Holds,
)
from guidance.domain.vocabulary import StaffGroup

GUIDE = Path(__file__).parent.parent.parent / "db" / "README.md"


def _read(text: str) -> tuple[tuple[Condition, ...], Desk]:
    desk = Desk()
    document = parse(desk, "x.yaml", textwrap.dedent(text).encode())
    made = needs(desk, Place("x.yaml"), document)
    return (made.items if isinstance(made, AllOf) else ()), desk


def _guide() -> str:
    text = GUIDE.read_text(encoding="utf-8")
    return text.split("```yaml\nneeds:\n")[1].split("```")[0]


def test_the_examples_of_the_guide_are_read_without_a_problem() -> None:
    made, desk = _read(_guide())
    assert desk.problems == []
    assert len(made) == 10


def test_the_guide_shows_every_condition_but_the_plain_list() -> None:
    shown = {line.split(":")[0].removeprefix("- ") for line in _guide().splitlines()}
    assert set(READERS) - shown == {"all_of"}


def test_words_and_source_are_kept_beside_a_condition() -> None:
    made, desk = _read("- {employed: nhs, says: A job in the NHS, source: a-page}")
    assert made == (Employed("nhs", "A job in the NHS", "a-page"),)
    assert [(item.kind, item.id) for item in desk.references] == [("sources", "a-page")]


def test_lists_may_stand_inside_lists() -> None:
    made, _ = _read("- any_of:\n  - all_of:\n    - {holds: {level: 3}}\n    - confirm: Ask\n")
    assert made == (AnyOf((AllOf((Holds(level=3), Confirm("Ask"))),)),)


def test_time_may_be_spent_in_a_family_of_roles() -> None:
    made, _ = _read("- experience: {family: support-workforce, months: 24}")
    assert made == (Experience(family=StaffGroup.SUPPORT_WORKFORCE, months=24),)


@pytest.mark.parametrize(
    "text",
    [
        "- age: thirteen",
        "- age: 3",
        "- employer_support: false",
        "- holds: {}",
        "- experience: {}",
        "- nation: []",
        "- nation: [france]",
        "- any_of: []",
        "- test: latin",
        "- registered: {part: adult-nurse}",
        "- says: Only words",
        "- confirm: [a, b]",
        "- just words",
        "needs: words",
    ],
)
def test_what_is_no_condition_is_refused(text: str) -> None:
    made, desk = _read(text)
    assert made == ()
    assert len(desk.problems) == 1
