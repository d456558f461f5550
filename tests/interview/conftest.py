"""A small catalogue, large enough for every kind of question."""

import pytest

from guidance.domain.catalogue import Catalogue, Choice, ConstraintKind, InterestItem
from guidance.domain.register import Register
from guidance.domain.role import Role
from guidance.domain.vocabulary import RegisterId, StaffGroup
from guidance.interview.flow import Interview, build_interview


def _role(role_id: str, title: str, register: RegisterId, *titles: str) -> Role:
    group = StaffGroup.ALLIED_HEALTH
    return Role(role_id, title, group, "A job.", register=register, titles=titles)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    roles = (
        _role("physiotherapist", "Physiotherapist", RegisterId.HCPC, "physio"),
        _role("physiotherapy-assistant", "Physiotherapy assistant", RegisterId.NONE, "physio tech"),
        _role("adult-nurse", "Adult nurse", RegisterId.NMC, "staff nurse", "nurse"),
        _role("rota-coordinator", "Rota coordinator", RegisterId.NONE),
    )
    items = [
        InterestItem(f"{x.lower()}{i}", x, f"Do {x} {i}") for x in "RIASEC" for i in range(1, 6)
    ]
    nmc = Register(RegisterId.NMC, "NMC", "uk", ("adult-nurse", "midwife"), "left", "ask")
    return Catalogue(
        "1.0",
        "2026-11-01",
        roles={role.id: role for role in roles},
        registers={"nmc": nmc},
        interest_items=tuple(items),
        values={
            name: Choice(name, name.title(), "") for name in ("pay", "team", "calm", "learning")
        },
        strengths={name: Choice(name, name.title(), "") for name in ("patience", "detail")},
        constraints={
            "keep-earning": ConstraintKind("keep-earning", "Keep earning", ""),
            "max-months": ConstraintKind("max-months", "No longer than", "", "months"),
        },
    )


@pytest.fixture(scope="session")
def interview(catalogue: Catalogue) -> Interview:
    return build_interview(catalogue)
