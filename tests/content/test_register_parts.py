"""A role that the law ties to a part of a register can come back to it."""

from pathlib import Path

from guidance.domain.catalogue import Catalogue
from guidance.domain.condition import AllOf, AnyOf, Condition, Registered
from guidance.returning.survey import part_of

SOURCE = Path(__file__).parent.parent.parent / "db" / "source"


def test_every_part_that_a_role_needs_can_be_chosen(catalogue: Catalogue) -> None:
    missing = [
        (role.id, role.part)
        for role in catalogue.roles.values()
        if role.part and role.part not in catalogue.registers[role.register].parts
    ]
    assert missing == []


def test_every_role_with_a_part_is_judged_with_that_part(catalogue: Catalogue) -> None:
    apart: list[tuple[str, str | None]] = []
    for role in catalogue.roles.values():
        if role.part:
            register = catalogue.registers[role.register]
            group = part_of(register, role.id)
            if group is None or group != part_of(register, role.part):
                apart.append((role.id, group))
    assert apart == []


def test_every_specialist_doctor_has_a_kind_of_registration_to_restore(
    catalogue: Catalogue,
) -> None:
    register = catalogue.registers["gmc"]
    consultants = [
        role.id
        for role in catalogue.roles.values()
        if role.register == "gmc" and role.level == 8 and role.staff_group == "medical-dental"
    ]
    # Any doctor with some years of practice may hold these two: they restore what they last held.
    any_doctor = {"medical-examiner", "portfolio-career-doctor"}
    lost = [role for role in consultants if part_of(register, role) is None]
    assert len(consultants) > 30
    assert set(lost) <= any_doctor


def test_every_part_that_a_way_asks_for_or_gives_is_a_part(catalogue: Catalogue) -> None:
    parts = {(name, part) for name, held in catalogue.registers.items() for part in held.parts}
    stray: list[tuple[str, str, str]] = []
    for route in catalogue.routes.values():
        grants = [g.split(":") for g in route.grants if g.startswith("registered:")]
        told = [(register, part) for _, register, part in grants]
        asked = [(str(r.register), r.part) for r in _registered(route.needs) if r.part]
        stray.extend((route.id, *pair) for pair in (*told, *asked) if pair not in parts)
    assert stray == []


def _registered(condition: Condition) -> list[Registered]:
    if isinstance(condition, AllOf | AnyOf):
        return [found for item in condition.items for found in _registered(item)]
    return [condition] if isinstance(condition, Registered) else []
