"""The shipped registers, read by the real loader one kind at a time."""

from pathlib import Path

import pytest

from guidance.content.files import source_files
from guidance.content.kinds import KINDS
from guidance.content.problems import Desk
from guidance.content.read import _records
from guidance.domain.dated import Source
from guidance.domain.register import Register, ReturnSupport

SOURCES = Path(__file__).parent.parent.parent / "db" / "source"


def _read(folder: str, only: str = "") -> list[object]:
    desk = Desk()
    kind = next(kind for kind in KINDS if kind.folder == folder)
    made: list[object] = []
    for file in source_files(SOURCES):
        if file.name.startswith(f"{folder}/") and only in file.name:
            made.extend(_records(desk, kind, file))
    assert not desk.problems
    return made


@pytest.fixture(scope="session")
def registers() -> dict[str, Register]:
    return {r.id.value: r for r in _read("registers") if isinstance(r, Register)}


@pytest.fixture(scope="session")
def sources() -> dict[str, Source]:
    return {s.id: s for s in _read("sources", "returning") if isinstance(s, Source)}


@pytest.fixture(scope="session")
def support() -> tuple[ReturnSupport, ...]:
    return tuple(s for s in _read("return-support") if isinstance(s, ReturnSupport))
