"""The room is general: rules are data."""

import re
from pathlib import Path

import guidance.returning
from guidance.domain.register import Register
from guidance.domain.vocabulary import RegisterId

ROOM = Path(guidance.returning.__file__).parent


def test_no_regulator_is_named_in_the_code() -> None:
    for path in ROOM.glob("*.py"):
        words = set(re.findall("[a-z]+", path.read_text(encoding="utf-8").lower()))
        found = [r for r in RegisterId if r is not RegisterId.NONE and r.value in words]
        assert not found, path.name


def test_every_register_has_rules_and_someone_to_ask(registers: dict[str, Register]) -> None:
    assert set(registers) == {r.value for r in RegisterId if r is not RegisterId.NONE}
    assert all(r.rules and r.contact for r in registers.values())


def test_every_rule_names_its_source(registers: dict[str, Register]) -> None:
    rules = [rule for register in registers.values() for rule in register.rules]
    assert all(rule.provenance.sources for rule in rules)
