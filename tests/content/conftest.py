"""The catalogue that ships, for tests of what it says."""

import pytest

from guidance.content.problems import Problem
from guidance.domain.catalogue import Catalogue


@pytest.fixture(scope="session")
def catalogue(shipped: tuple[Catalogue | None, tuple[Problem, ...]]) -> Catalogue:
    """The catalogue as its sources stand."""
    found, problems = shipped
    assert found is not None, problems[:3]
    return found
