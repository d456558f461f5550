"""Professions named inside phrases: "physiotherapy after having it", "I want to be an ODP"."""

from collections.abc import Mapping

from guidance.domain.role import Role
from guidance.matching.lexicon import (
    CLIENT_WORDS,
    GENERIC_TITLE_WORDS,
    PROFESSION_WORDS,
    SHORT_FORMS,
)
from guidance.matching.peel import expand, title_stems
from guidance.matching.text import STOP_WORDS, stem, words
from guidance.matching.words import PROBABLE, Titles

_LONGEST_NAME = 5
_CLIENTS = frozenset(stem(word) for word in CLIENT_WORDS)
# Short forms that are common words too.
_ALSO_WORDS = frozenset(
    {"it", "pa", "act", "hi", "sen", "od", "em", "aid", "str", "cap", "lat", "las", "led", "do"}
)
_GENERIC = frozenset(stem(word) for word in GENERIC_TITLE_WORDS) | {
    "specialis",
    "therap",
}


class Naming:
    """Finds the roles that a phrase names, and how squarely."""

    def __init__(self, roles: Mapping[str, Role], titles: Titles) -> None:
        """Index the telling words of main titles."""
        self._titles = titles
        self._roles = roles
        self._telling: dict[str, list[str]] = {}
        self._own: dict[str, frozenset[str]] = {}
        # What a person can be in one word: "midwife", "porter". Others only say where or for whom.
        self._people = _professions(roles)
        for role in roles.values():
            main = role.title.split("(")[0]
            telling = frozenset(root for root in title_stems(main) if root not in _GENERIC)
            self._own[role.id] = telling
            for root in telling:
                if len(root) >= 4:
                    self._telling.setdefault(root, []).append(role.id)

    def named(self, phrase: str, *, likes: bool = True) -> dict[str, float]:
        """Role ids that a phrase names, with how squarely (0-1).

        ``likes`` says that the phrase tells what the person likes. Otherwise words for whom work is
        done name nothing: "see my kids" is no wish to nurse children.
        """
        found: dict[str, float] = {}
        typed = words(phrase)
        for role, strength in self._whole_titles(typed):
            found[role] = max(found.get(role, 0.0), strength)
        for role, strength in self._professions(typed, likes=likes):
            found[role] = max(found.get(role, 0.0), strength)
        return found

    def aimed(self, typed: str) -> dict[str, float]:
        """Role ids that an aim names; an aim is a title, so it may be read more freely."""
        guesses = self._titles.resolve(typed)
        whole = any(guess.sure for guess in guesses) and len(words(typed)) > 1
        # The parts of a title that is known as a whole name nothing of their own.
        found = {} if whole else self.named(typed)
        for guess in guesses:
            if guess.role_id and guess.confidence >= PROBABLE and (guess.sure or not whole):
                strength = 1.0 if guess.sure else 0.75 * guess.confidence
                found[guess.role_id] = max(found.get(guess.role_id, 0.0), min(strength, 1.0))
        return found

    def _whole_titles(self, typed: list[str]) -> list[tuple[str, float]]:
        found: list[tuple[str, float]] = []
        place = 0
        while place < len(typed):
            for size in range(min(_LONGEST_NAME, len(typed) - place), 0, -1):
                piece = typed[place : place + size]
                if size == 1 and not self._may_name(piece[0]):
                    continue
                if piece[0] in STOP_WORDS or piece[-1] in STOP_WORDS:
                    continue
                roles = self._titles.exact(" ".join(piece))
                if roles:
                    found.extend((role, 1.0 if len(roles) == 1 else 0.8) for role in roles)
                    place += size - 1
                    break
            place += 1
        return found

    def _may_name(self, word: str) -> bool:
        if word in SHORT_FORMS:
            return word not in _ALSO_WORDS
        return len(word) >= 5 and stem(word) in self._people

    def _professions(self, typed: list[str], *, likes: bool) -> list[tuple[str, float]]:
        roots = [stem(word) for word in expand([w for w in typed if w not in _ALSO_WORDS])]
        held = set(roots)
        found: list[tuple[str, float]] = []
        for root in dict.fromkeys(roots):
            for title in PROFESSION_WORDS.get(root, ()):
                found.extend((role, 0.7) for role in self._titles.exact(title))
            carriers = self._telling.get(root, [])
            if not carriers or root not in self._people or (root in _CLIENTS and not likes):
                continue
            few = 1.0 if len(carriers) <= 4 else (0.8 if len(carriers) <= 10 else 0.6)
            for role in carriers:
                own = self._own[role]
                share = len(own & held) / len(own)
                found.append((role, few * share * (0.9 if len(own) == 1 else 0.8)))
        return found


def _professions(roles: Mapping[str, Role]) -> frozenset[str]:
    """The stems of titles of one word, ordinary words and short forms apart."""
    titles = (words(t) for role in roles.values() for t in (role.title.split("(")[0], *role.titles))
    single = (title[0] for title in titles if len(title) == 1)
    return frozenset(stem(word) for word in single if len(word) >= 5) - _GENERIC
