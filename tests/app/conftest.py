"""Paths in a temporary folder, a clock that stands still, and a small built catalogue."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from guidance.app.clock import FixedClock
from guidance.app.paths import Paths
from guidance.app.session import Session
from guidance.domain.catalogue import Catalogue, Choice, ConstraintKind, InterestItem
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import RouteKind, StaffGroup
from guidance.store.catalogue import write_catalogue

ROOT = Path(__file__).parent.parent.parent


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
    return Catalogue(
        "1.0",
        "2026-11-01",
        roles={role.id: role for role in roles},
        routes={route.id: route for route in routes},
        interest_items=tuple(InterestItem(f"{x}1", x.upper(), f"Do {x}") for x in "riasec"),
        values={"pay": Choice("pay", "Pay", "")},
        strengths={"patience": Choice("patience", "Patience", "")},
        constraints={"keep-earning": ConstraintKind("keep-earning", "Keep earning", "")},
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of three roles, in a file."""
    path = tmp_path_factory.mktemp("built") / "catalogue.sqlite"
    write_catalogue(path, _catalogue(), "test")
    return path


@pytest.fixture
def paths(tmp_path: Path, built: Path) -> Paths:
    return Paths(tmp_path / "data", built, ROOT / "resources", None, ROOT / "examples")


@pytest.fixture
def new_session(paths: Paths) -> Iterator[Callable[[], Session]]:
    """Makes sessions on the same folder, as if the program were started again."""
    numbers = count(1)
    made: list[Session] = []

    def make() -> Session:
        clock = FixedClock(datetime(2026, 11, 21, 9, 30, tzinfo=UTC))
        made.append(Session(paths, clock, lambda: f"id-{next(numbers)}"))
        return made[-1]

    yield make
    for session in made:
        session.close()


@pytest.fixture
def session(new_session: Callable[[], Session]) -> Session:
    return new_session()
