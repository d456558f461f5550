"""The documents tell the truth: commands, rooms, links and options named in them exist."""

import re
from pathlib import Path

import pytest

from guidance import __version__

ROOT = Path(__file__).parent.parent
DOCS = [
    *sorted(p for p in ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "db").glob("*.md")),
    *sorted((ROOT / "examples").glob("*.md")),
]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_to_a_file(path: Path) -> None:
    for target in LINK.findall(_text(path)):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.mark.parametrize("path", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_make_command_named_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", _text(ROOT / "Makefile"), re.MULTILINE))
    for name in re.findall(r"(?:`|^)make ([a-z-]+)", _text(path), re.MULTILINE):
        assert name in targets, f"{path.name} names `make {name}`"


@pytest.mark.parametrize("path", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_file_named_in_code_marks_exists(path: Path) -> None:
    folders = "guidance|resources|db|tests|docs|examples"
    for name in re.findall(rf"`((?:{folders})/[A-Za-z0-9_/.-]+)`", _text(path)):
        built = {"db/catalogue.sqlite", "guidance/_resources", "guidance/_db", "guidance/_examples"}
        assert name in built or (ROOT / name).exists(), f"{path.name} names {name}"


def test_the_architecture_names_exactly_the_rooms() -> None:
    rows = re.findall(r"^\| `([a-z]+)` \|", _text(ROOT / "docs/architecture.md"), re.MULTILINE)
    found = {p.name for p in (ROOT / "guidance").iterdir() if (p / "__init__.py").exists()}
    assert set(rows) == found


def test_the_readme_names_every_command_of_the_command_line() -> None:
    from guidance.cli.commands import COMMANDS

    readme = _text(ROOT / "README.md")
    for name in COMMANDS:
        assert f"main.py {name}" in readme, f"README.md does not show `main.py {name}`"


def test_every_command_the_readme_shows_exists() -> None:
    from guidance.cli.commands import COMMANDS

    shown = set(re.findall(r"main\.py ([a-z]+)", _text(ROOT / "README.md")))
    assert shown <= set(COMMANDS)


def test_the_changelog_opens_with_this_version() -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", _text(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == __version__


def test_the_licence_carries_the_line_that_onet_asks_for() -> None:
    words = " ".join(_text(ROOT / "LICENSE").split())
    assert "This page includes information from the O*NET 29.3 Database" in words
    assert "USDOL/ETA has not approved, endorsed, or tested these modifications" in words


def test_every_decision_is_in_the_index() -> None:
    index = _text(ROOT / "docs/decisions/README.md")
    for path in sorted((ROOT / "docs/decisions").glob("0*.md")):
        assert f"({path.name})" in index, f"docs/decisions/README.md does not list {path.name}"
