"""The people and titles that the evaluation asks about: a folder of cases, and our own journeys."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from guidance.domain.catalogue import Catalogue
from guidance.domain.errors import KnownError
from guidance.domain.profile import (
    Chosen,
    Constraints,
    HeldRole,
    Interests,
    Profile,
)
from guidance.domain.story import Journey
from guidance.domain.vocabulary import Purpose, RouteKind
from guidance.interview.reading import read_profile

CASES_FILE = "journeys-dev.jsonl"
TITLES_FILE = "job-titles-dev.csv"


@dataclass(frozen=True, slots=True)
class Case:
    """A person and the roles that count as right. ``hidden`` are journeys to hide meanwhile."""

    id: str
    profile: Profile
    right: frozenset[str]
    kinds: frozenset[RouteKind] = frozenset()
    named: bool | None = None
    group: str = ""
    hidden: frozenset[str] = frozenset()
    moves: bool = True


@dataclass(frozen=True, slots=True)
class TitleCase:
    """A typed title and the roles that count as right; none means *not sure* is right."""

    typed: str
    right: frozenset[str]


def read_cases(folder: Path) -> tuple[Case, ...]:
    """The cases of a folder, or none where it has no such file. KnownError for a damaged one."""
    path = folder / CASES_FILE
    if not path.is_file():
        return ()
    found: list[Case] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = cast("dict[str, object]", json.loads(line))
            found.append(_case(raw))
        except (ValueError, KeyError, TypeError) as error:
            raise KnownError(
                f"Line {number} of {CASES_FILE} is not a case: {error}.",
                "Mend the line, or leave the folder out.",
            ) from error
    return tuple(found)


def _case(raw: dict[str, object]) -> Case:
    kinds = frozenset(RouteKind(kind) for kind in cast("list[str]", raw.get("route_kinds", [])))
    return Case(
        str(raw["id"]),
        read_profile(json.dumps(raw["profile"])),
        frozenset(cast("list[str]", raw["acceptable_role_ids"])),
        kinds,
        bool(raw["target_named"]) if "target_named" in raw else None,
        str(raw.get("staff_group", "")),
    )


def read_titles(folder: Path) -> tuple[TitleCase, ...]:
    """The typed titles of a folder, or none where it has no such file."""
    path = folder / TITLES_FILE
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            TitleCase(row["typed"], frozenset(filter(None, row["role_ids"].split("|"))))
            for row in csv.DictReader(file)
        )


def journey_cases(catalogue: Catalogue) -> tuple[Case, ...]:
    """Each shipped journey as a case with itself hidden: only what was so at its start is told."""
    return tuple(
        _journey_case(journey)
        for journey in catalogue.journeys.values()
        if journey.to_role_id in catalogue.roles
    )


def _journey_case(journey: Journey) -> Case:
    returned = (
        RouteKind.RETURN_TO_PRACTICE in journey.route_kinds or journey.life_stage == "returning"
    )
    profile = Profile(
        purpose=Purpose.RETURN_TO_PRACTICE if returned else None,
        roles=(HeldRole(journey.from_role),),
        interests=Interests({}, journey.motives),
        strengths=Chosen((), (journey.situation,)),
        constraints=Constraints((), journey.obstacles),
    )
    moved = journey.from_role_id != journey.to_role_id and not returned
    return Case(
        journey.id,
        profile,
        frozenset({journey.to_role_id or ""}),
        frozenset(journey.route_kinds),
        None,
        journey.staff_group,
        frozenset({journey.id}),
        moved,
    )
