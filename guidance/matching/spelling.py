"""Mending misspelt words of a title, and only those that are no word of English."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from math import log10
from re import compile as pattern

from guidance.matching.lexicon import (
    AREAS,
    EMPLOYERS,
    GRADES,
    OUTSIDE_WORDS,
    PLACES,
    PLAIN_ENGLISH,
    SHORT_FORMS,
)
from guidance.matching.text import STOP_WORDS, plain, stem, words

SIMILAR_ENOUGH = 0.84
SHORTEST = 5
_WORD = pattern(r"[a-z]{5,}")


class Spelling:
    """Words of titles, and all the ordinary words that must never be "corrected"."""

    def __init__(self, known: Mapping[str, int], prose: Iterable[str]) -> None:
        """Learn the words of titles, with how many roles have each, and words of running text."""
        self._carriers = known
        self._known = frozenset(stem(word) for word in known)
        ordinary = {stem(word) for text in prose for word in words(text)}
        listed = PLAIN_ENGLISH | OUTSIDE_WORDS | STOP_WORDS | GRADES | EMPLOYERS | PLACES
        ordinary.update(stem(word) for word in listed)
        ordinary.update(SHORT_FORMS)
        ordinary.update(stem(word) for area in AREAS for word in area.split())
        self._ordinary = frozenset(ordinary)
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(known):
            if len(word) >= SHORTEST:
                self._by_letter.setdefault(word[0], []).append(word)

    def mend(self, text: str) -> str:
        """A text in plain letters with its misspelt words replaced."""
        return _WORD.sub(lambda hit: self.mend_word(hit.group()), plain(text))

    def mend_word(self, word: str) -> str:
        """The known word that a misspelt one stands for, or the word as it is."""
        root = stem(word)
        if root in self._known or root in self._ordinary or len(word) < SHORTEST:
            return word
        best, best_score = word, SIMILAR_ENOUGH
        starts: dict[str, str] = {}
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(word)
        for known in self._by_letter.get(word[0], ()):
            if known.startswith(word):
                starts.setdefault(stem(known), known)
            if abs(len(known) - len(word)) > 3:
                continue
            matcher.set_seq1(known)
            if (
                matcher.real_quick_ratio() < SIMILAR_ENOUGH
                or matcher.quick_ratio() < SIMILAR_ENOUGH
            ):
                continue
            score = matcher.ratio()
            if score < SIMILAR_ENOUGH:
                continue
            # Of two equally near words the commoner is likelier to be meant.
            score += 0.01 * log10(self._carriers[known])
            if score > best_score or best == word:
                best, best_score = known, score
        if best == word and len(starts) == 1:
            return next(iter(starts.values()))
        return best
