"""The table of rooms holds: who may import whom, guarded libraries, and what is banned."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "guidance"
ARROWS = {"interview", "matching", "returning", "planning"}
MAY = {
    "domain": set[str](),
    "store": {"domain"},
    "content": {"domain", "store"},
    "interview": {"domain"},
    "matching": {"domain"},
    "returning": {"domain"},
    "planning": {"domain"},
    "publishing": {"domain"},
    "app": {"domain", "store", "publishing"} | ARROWS,
    "cli": {"domain", "app", "content", "ui"},
    "ui": {"domain", "app"},
}
GUARDED = {
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "sqlcipher3": {"store"},
    "cryptography": {"store"},
    "yaml": {"content"},
    "jinja2": {"publishing"},
    "typst": {"publishing"},
    "docx": {"publishing"},
    "icalendar": {"publishing"},
    "segno": {"publishing"},
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
}
BANNED = {"socket", "socketserver", "http", "urllib", "ssl", "ftplib", "smtplib", "asyncio"}
CLOCKS = {"time", "random", "secrets", "uuid"}
BELOW_APP = {"domain", "content", "interview", "publishing"} | ARROWS


def _files() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (item.name for item in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its arrow"
            yield node.module or ""
            yield from (f"{node.module}.{item.name}" for item in node.names)


def _room(path: Path) -> str:
    parts = path.relative_to(HOUSE).parts
    return parts[0] if len(parts) > 1 else ""


def test_the_folders_are_exactly_the_rooms() -> None:
    found = {p.name for p in HOUSE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert found == set(MAY)


@pytest.mark.parametrize("path", _files(), ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_file_imports_only_what_its_room_may(path: Path) -> None:
    room = _room(path)
    for name in _imports(path):
        first, _, rest = name.partition(".")
        assert first not in BANNED, f"{path}: imports {name}; nothing here may reach a network"
        assert "QtNetwork" not in name, f"{path}: imports {name}; nothing here may reach a network"
        if first in GUARDED:
            assert room in GUARDED[first], f"{path}: only {GUARDED[first]} may import {first}"
        target = rest.partition(".")[0]
        if first == "guidance" and target in MAY and target != room:
            assert target in MAY[room], f"{path}: {room} may not import {target}"


@pytest.mark.parametrize("path", _files(), ids=lambda p: str(p.relative_to(HOUSE)))
def test_nothing_below_app_asks_for_the_time_or_for_chance(path: Path) -> None:
    if _room(path) not in BELOW_APP:
        return
    for name in _imports(path):
        assert name.partition(".")[0] not in CLOCKS, f"{path}: {name} must come in as an argument"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}:
            raise AssertionError(f"{path}:{node.lineno}: the time must come in as an argument")


def test_the_command_line_loads_the_window_late() -> None:
    for path in sorted((HOUSE / "cli").glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith("guidance.ui"), path
