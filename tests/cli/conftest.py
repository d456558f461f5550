"""A command line on a small catalogue in a temporary folder, with its output caught."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from guidance.app.paths import Paths
from guidance.cli.commands import main
from guidance.domain.catalogue import Catalogue, Choice, ConstraintKind, InterestItem
from guidance.domain.register import Register
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import RegisterId, RouteKind, StaffGroup
from guidance.store.catalogue import write_catalogue

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Done:
    """What a command left: its status, its results and its complaints."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, object]]:
        """The results as JSON, line by line."""
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Done]


def _catalogue() -> Catalogue:
    support, allied = StaffGroup.SUPPORT_WORKFORCE, StaffGroup.ALLIED_HEALTH
    roles = (
        Role("support-worker", "Support worker", support, "Helps.", level=2, titles=("hca",)),
        Role("therapy-assistant", "Therapy assistant", support, "Helps therapists.", level=3),
        Role("therapist", "Therapist", allied, "Treats people.", level=6, titles=("ot",)),
    )
    routes = (
        Route("a", "therapy-assistant", RouteKind.ON_THE_JOB, "Apply", ("support-worker",)),
        Route("b", "therapist", RouteKind.DEGREE, "Degree", open_entry=True, level=6),
    )
    nmc = Register(RegisterId.NMC, "NMC", "uk", ("nurse",), "left", "Ask the NMC")
    return Catalogue(
        "1.0",
        "2026-11-01",
        roles={role.id: role for role in roles},
        routes={route.id: route for route in routes},
        registers={"nmc": nmc},
        interest_items=tuple(InterestItem(f"{x}1", x.upper(), f"Do {x}") for x in "riasec"),
        values={"pay": Choice("pay", "Pay", "")},
        strengths={"patience": Choice("patience", "Patience", "")},
        constraints={"keep-earning": ConstraintKind("keep-earning", "Keep earning", "")},
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "catalogue.sqlite"
    write_catalogue(path, _catalogue(), "test")
    return path


@pytest.fixture
def paths(tmp_path: Path, built: Path) -> Paths:
    return Paths(tmp_path / "data", built, ROOT / "resources", None, ROOT / "examples")


@pytest.fixture
def run(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Run a command; ``stdin`` is what is piped in."""
    monkeypatch.setattr("guidance.cli.commands.find_paths", lambda _=None: paths)

    def command(*arguments: str, stdin: str | bytes = "") -> Done:
        raw = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        try:
            status = main(list(arguments))
        except SystemExit as leaving:  # argparse leaves after --help and --version
            status = int(leaving.code or 0)
        caught = capsys.readouterr()
        return Done(status, caught.out, caught.err)

    return command


@pytest.fixture
def profile(tmp_path: Path) -> Callable[..., str]:
    """A profile file with these parts, by its path."""

    def make(**parts: object) -> str:
        path = tmp_path / "profile.json"
        path.write_text(json.dumps({"format": "waymark-profile/1", **parts}), encoding="utf-8")
        return str(path)

    return make
