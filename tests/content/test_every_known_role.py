"""Every role that NHS Health Careers describes resolves to a record of ours.

The names are facts, written down from what is known of the site's sections (some as the site titles
the page, some as the person who does the job is called). No sentence of the site is here.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidance.domain.catalogue import Catalogue
from guidance.matching.engine import Matcher
from guidance.matching.peel import title_key

ROOT = Path(__file__).parent.parent
SOURCE = ROOT.parent / "db" / "source"
NAMES = ROOT / "fixtures" / "health-careers-roles.csv"


def _known() -> list[tuple[str, str]]:
    with NAMES.open(encoding="utf-8", newline="") as lines:
        return [(row["name"], row["role"]) for row in csv.DictReader(lines)]


@pytest.fixture(scope="module")
def matcher(catalogue: Catalogue) -> Matcher:
    """A matcher of that catalogue."""
    return Matcher(catalogue)


def _claims(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Each title as it is looked up, with who claims it."""
    for role in catalogue.roles.values():
        for title in (role.title, role.title.split("(")[0], *role.titles):
            yield title_key(title), role.id
    for group in catalogue.outside_groups:
        for title in group.titles:
            yield title_key(title), f"outside:{group.id}"


def test_the_list_is_as_long_as_the_site_says() -> None:
    names = [name.lower() for name, _ in _known()]
    assert len(names) == len(set(names)) >= 350


def test_every_name_leads_to_a_record(catalogue: Catalogue) -> None:
    assert [(name, role) for name, role in _known() if role not in catalogue.roles] == []


def test_every_name_is_read_as_its_record(catalogue: Catalogue, matcher: Matcher) -> None:
    """Sure and first; or among the first three where several honestly go by that name."""
    claimed: dict[str, set[str]] = {}
    for key, owner in _claims(catalogue):
        claimed.setdefault(key, set()).add(owner)
    missed = []
    for name, role in _known():
        guesses = matcher.resolve(name)[:3]
        if guesses[0].role_id == role and guesses[0].sure:
            continue
        pieces = {title_key(name), *(title_key(side) for side in name.split("/"))}
        shared = any(
            len(claimed.get(piece, ())) > 1 or _outside(claimed, piece) for piece in pieces
        )
        if not shared or role not in [guess.role_id for guess in guesses]:
            missed.append((name, role, [(guess.role_id, guess.sure) for guess in guesses]))
    assert missed == []


def _outside(claimed: dict[str, set[str]], key: str) -> bool:
    """Whether a trade outside health and care goes by that name: electricians work everywhere."""
    return any(owner.startswith("outside:") for owner in claimed.get(key, ()))


def test_no_title_with_a_record_is_listed_as_having_none(catalogue: Catalogue) -> None:
    owned = {key for key, owner in _claims(catalogue) if not owner.startswith("outside:")}
    assert [title for title in catalogue.unlisted_titles if title_key(title) in owned] == []
