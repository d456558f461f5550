"""Clauses of what people type, and whether each speaks for a thing or against it.

"I can't stand hospitals, I like people's homes" speaks against hospitals and for homes. A turn of
phrase counts as an aversion only where all that comes before it in the clause is about the speaker:
"I cry before shifts" does, "holding hands when they cry" does not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from guidance.matching.text import LONGEST_TEXT, STOP_WORDS, plain, words

HARD, MILD = 1.0, 0.6


class Lean(StrEnum):
    """Which way a clause speaks. NEITHER gives no reason at all."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as typed. ``about`` holds the words it speaks against; ``weight`` how hard (0-1)."""

    text: str
    lean: Lean = Lean.FOR
    about: str = ""
    weight: float = 0.0


_SPEAKER = r"(?:i|i['\u2019]?m|i['\u2019]?d|i['\u2019]?ve|my)\b"
_LIKING = r"(?:love|loved|enjoy|enjoyed|prefer|happy|keen)\b"
_MISLIKING = (
    r"(?:hate|hated|dislike|can['\u2019]?t|cannot|don['\u2019]?t|do not|not|no more|less|fewer"
    r"|never|fed up|sick of|tired of|faint)\b"
)
_TURN = rf"(?={_SPEAKER}|{_LIKING}|{_MISLIKING})"
_ENDS = re.compile(
    rf"(?<=[.!?;])\s+|[;\n]+|\s+[-\u2013\u2014]+\s+|,?\s+(?:but|although|though|however|whereas"
    rf"|because)\b,?\s*|,\s*(?:(?:and|so|or|yet)\s+)?{_TURN}|,\s*(?=(?:like|want|would)\b)"
    rf"|\s+(?:and|so)\s+{_TURN}",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r",?\s+(?:rather than|instead of|as opposed to|except(?: for)?|apart from)\s+", re.IGNORECASE
)
_SOONER = re.compile(r"\b(?:rather|sooner|prefer)\b.*?(\s+than\s+)", re.IGNORECASE)

# Words about the speaker that may stand before an aversion.
_LEAD_TEXT = """
    i im id ive ill am was have had been be being get gets getting got feel feeling really just
    always often still so very quite a an the bit too totally completely absolutely honestly also
    and or to want wanted need needed would like could do did now my me it is its with in for at
    job work role something somewhere become becoming move moving go going come working maybe
    definitely then thats looking hoping wish please ideally sometimes usually easily that much
    find makes make made
"""
_LEAD = frozenset(_LEAD_TEXT.split())
# Words between an aversion and what it is about.
_AFTER_TEXT = """
    want wanted to do be have with at of about in on the a an any more anymore longer again all so
    much very really stand bear face cope like love enjoy work working being doing going get my
    want's it this that such take too keep stay staying stuck anything by from when for before
    after during
"""
_AFTER = frozenset(_AFTER_TEXT.split())
_HARD_TURNS = (
    "cant", "cannot", "can not", "couldnt", "dont", "do not", "didnt", "wont", "wouldnt", "hate",
    "hated", "hating", "dislike", "disliked", "loathe", "detest", "dread", "sick of", "no more",
    "no longer", "fed up with", "fed up of", "fed up", "enough of", "tired of", "bored of",
    "bored with", "bored by", "cry", "crying", "faint", "fainted", "scared of", "scared",
    "afraid of", "frightened of", "terrified of", "squeamish about", "squeamish", "queasy",
    "phobia of", "phobic about", "not", "never", "no", "done with", "finished with",
    "burnt out by", "burned out by", "worn out by", "struggle with", "stressed by", "put off by",
    "panic",
)  # fmt: skip
_MILD_TURNS = (
    "less", "fewer", "away from", "out of", "without", "leave", "leaving", "escape", "avoid",
    "quit", "give up", "stop",
)  # fmt: skip
_TURNS: dict[tuple[str, ...], float] = {
    **{tuple(turn.split()): HARD for turn in _HARD_TURNS},
    **{tuple(turn.split()): MILD for turn in _MILD_TURNS},
}
_LONGEST_TURN = max(map(len, _TURNS))
# "I can't wait", "not only", "not sure whether", "no two days": no aversion at all.
_STILL_FOR_TEXT = """
    wait enough only just sure know mind two dull boring bored fortunate able than well wrong same
    getting
"""
_STILL_FOR = frozenset(_STILL_FOR_TEXT.split())
# "I don't have", "no qualifications", "can't afford": facts, not leanings.
_FACTS_TEXT = """
    have afford spend remember decide imagine explain help qualifications qualification gcse gcses
    degree experience formal savings previous alevels grades idea problem one matter need think
"""
_FACTS = frozenset(_FACTS_TEXT.split())
_LOSS_TEXT = """
    lose losing loss miss missing leave leaving stop stopping quit waste give forget afraid scared
    frightened squeamish hate without avoid rule put drop
    pay
"""
_LOSS = frozenset(_LOSS_TEXT.split())
_OTHERS_TEXT = """
    people patients someone somebody them others anyone children kids families they anybody
"""
_OTHERS = frozenset(_OTHERS_TEXT.split())
_SEEING = frozenset({"seeing", "see", "watching", "watch"})
_TELLING_BACK = re.compile(
    r"^(?P<about>.+?)\b(?:(?:makes?|made) me (?:faint|sick|cry|ill|queasy|anxious|nervous|panic)"
    r"|(?:scares?|frightens?|terrifies|terrify|upsets?|bores?|exhausts?|drains?|stresses) me"
    r"|(?:puts?|turns?) me off|gets? me down|phobia|(?:is|are) not for me|(?:isnt|arent) for me)\b"
)


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text in order, each with the way it leans."""
    found: list[Clause] = []
    for sentence in _ENDS.split(text[:LONGEST_TEXT]):
        first, *rest = _INSTEAD.split(sentence)
        sooner = _SOONER.search(first)
        if sooner:
            rest.insert(0, first[sooner.end(1) :])
            first = first[: sooner.start(1)]
        found.append(_leaning(first))
        found.extend(Clause(_tidy(each), Lean.AGAINST, _content(each), MILD) for each in rest)
    return tuple(clause for clause in found if clause.text)


def liked(text: str) -> str:
    """A text without the clauses that speak against a thing or say nothing of likes."""
    parts = clauses(text)
    if all(part.lean is Lean.FOR for part in parts):
        return text
    return ". ".join(part.text for part in parts if part.lean is Lean.FOR)


def disliked(text: str) -> tuple[Clause, ...]:
    """The clauses of a text that speak against something that they name."""
    return tuple(part for part in clauses(text) if part.lean is Lean.AGAINST and part.about)


def _tidy(text: str) -> str:
    return text.strip().strip(",;:").strip()


def _content(text: str) -> str:
    kept = words(text)
    while kept and (kept[0] in _AFTER or kept[0] in STOP_WORDS):
        kept.pop(0)
    while kept and (kept[-1] in _AFTER or kept[-1] in STOP_WORDS or kept[-1] == "altogether"):
        kept.pop()
    return " ".join(kept)


def _leaning(text: str) -> Clause:
    tidy = _tidy(text)
    back = _TELLING_BACK.match(plain(tidy))
    if back and _content(back["about"]):
        return Clause(tidy, Lean.AGAINST, _content(back["about"]), HARD)
    typed = words(tidy)
    for place in range(len(typed)):
        turn = _turn_at(typed, place)
        if turn:
            return _turned(tidy, typed, place, turn)
        if typed[place] not in _LEAD:
            break
    return Clause(tidy)


def _turn_at(typed: Sequence[str], place: int) -> tuple[str, ...]:
    for size in range(min(_LONGEST_TURN, len(typed) - place), 0, -1):
        turn = tuple(typed[place : place + size])
        if turn in _TURNS:
            return turn
    return ()


def _turned(text: str, typed: Sequence[str], place: int, turn: tuple[str, ...]) -> Clause:
    """A clause in which a turn of phrase against something stands at a place."""
    rest = list(typed[place + len(turn) :])
    explicit = turn[-1] == "of" or turn in {("no", "more"), ("no", "longer")}
    first = next((word for word in rest if word not in {"a", "the", "so"}), "")
    if turn == ("stop",) and not (place and first.endswith("ing")):
        return Clause(text)
    if not explicit and (first in _STILL_FOR or "enough" in rest[:4]):
        return Clause(text)
    if not explicit and first in _FACTS:
        return Clause(text, Lean.NEITHER)
    while rest and rest[0] in _AFTER:
        rest.pop(0)
    others = len(rest) > 1 and rest[0] in _SEEING and rest[1] in _OTHERS
    if others or (rest and (rest[0] in _LOSS or _turn_at(rest, 0))):
        return Clause(text, Lean.NEITHER)
    if rest and rest[0] in _SEEING:
        rest.pop(0)
    about = _content(" ".join(rest))
    if not about and "squeamish" in turn:
        about = "blood"
    return Clause(text, Lean.AGAINST, about, _TURNS[turn])
