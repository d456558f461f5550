"""Mending misspelt words of a title, and only those that are no word of English."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from guidance.matching.lexicon import OUTSIDE_WORDS, PLAIN_ENGLISH
from guidance.matching.text import STOP_WORDS, stem, words

SIMILAR_ENOUGH = 0.84
SHORTEST = 5


class Spelling:
    """Known stems of titles, and all the ordinary words that must never be "corrected"."""

    def __init__(self, known: frozenset[str], prose: Iterable[str]) -> None:
        """Learn the stems of titles and the words of running text."""
        self._known = known
        ordinary = {stem(word) for text in prose for word in words(text)}
        ordinary.update(stem(word) for word in PLAIN_ENGLISH | OUTSIDE_WORDS | STOP_WORDS)
        self._ordinary = frozenset(ordinary)
        self._by_letter: dict[str, list[str]] = {}
        for root in sorted(known):
            if len(root) >= SHORTEST - 1:
                self._by_letter.setdefault(root[0], []).append(root)

    def mend(self, stems: Mapping[str, float]) -> dict[str, float]:
        """Weighted stems with misspelt ones replaced."""
        mended: dict[str, float] = {}
        for root, weight in stems.items():
            better = self.mend_word(root)
            mended[better] = max(mended.get(better, 0.0), weight)
        return mended

    def mend_word(self, root: str) -> str:
        """The known stem that a misspelt one stands for, or the stem as it is."""
        if root in self._known or root in self._ordinary or len(root) < SHORTEST:
            return root
        best, best_score = root, SIMILAR_ENOUGH
        starts: list[str] = []
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(root)
        for known in self._by_letter.get(root[0], ()):
            if known.startswith(root):
                starts.append(known)
            if abs(len(known) - len(root)) > 3:
                continue
            matcher.set_seq1(known)
            if matcher.real_quick_ratio() < best_score or matcher.quick_ratio() < best_score:
                continue
            score = matcher.ratio()
            if score > best_score or (score == best_score and best == root):
                best, best_score = known, score
        if best == root and len(starts) == 1:
            return starts[0]
        return best
