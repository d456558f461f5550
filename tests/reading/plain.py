"""The Flesch-Kincaid grade of a text, with the words of the field that cannot be put shorter."""

import re
from pathlib import Path

# Names of jobs, bodies and things that have no shorter name; each counts as two syllables.
WORDS = Path(__file__).parent.parent / "fixtures" / "unavoidable-words.txt"
UNAVOIDABLE = frozenset(WORDS.read_text(encoding="utf-8").split())


def syllables(word: str) -> int:
    """Roughly how many syllables a word has."""
    if word in UNAVOIDABLE:
        return 2
    trimmed = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word) or word
    return max(1, len(re.findall(r"[aeiouy]{1,2}", trimmed)))


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text: the school year that can read it."""
    sentences = max(1, len(re.findall(r"[.?!](?:\s|$)", text)))
    words = re.findall(r"[a-z']+", text.casefold())
    total = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * total / max(1, len(words)) - 15.59


def grade_of(texts: list[str]) -> float:
    """The grade of several texts read one after another; each ends a sentence."""
    ended = (text if text.rstrip()[-1:] in ".?!" else f"{text}." for text in texts if text)
    return grade(" ".join(ended))
