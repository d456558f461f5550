"""Whether a job held points to a register, so that the question is worth asking."""

import re
from collections.abc import Iterator

from guidance.domain.catalogue import Catalogue
from guidance.domain.profile import HeldRole
from guidance.domain.vocabulary import RegisterId

LONGEST = 8  # words in the longest title looked for inside what a person typed


class SuggestsRegister:
    """Says whether a held role asks for registration.

    A chosen role is looked up. A typed title is read by the longest known title inside it, so
    that *physiotherapy assistant* is not taken for a physiotherapist.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Learn every title once."""
        self._asks: dict[str, bool] = {}
        self._titles: dict[tuple[str, ...], bool] = {}
        for role in catalogue.roles.values():
            asks = role.register is not RegisterId.NONE
            self._asks[role.id] = asks
            for title in (role.title, *role.titles):
                key = _words(title)
                if key:
                    self._titles[key] = self._titles.get(key, False) or asks

    def __call__(self, held: HeldRole) -> bool:
        """Whether this job asks for registration, as far as its title tells."""
        if held.role_id is not None and held.role_id in self._asks:
            return self._asks[held.role_id]
        for part in _parts(_words(held.title)):
            if part in self._titles:
                return self._titles[part]
        return False


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


def _parts(typed: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every run of words inside, longest first."""
    for size in range(min(LONGEST, len(typed)), 0, -1):
        for start in range(len(typed) - size + 1):
            yield typed[start : start + size]
