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
_FEELINGS = (
    "hate", "hated", "hating", "dislike", "disliked", "loathe", "detest", "dread", "sick of",
    "no more", "no longer", "fed up with", "fed up of", "fed up", "enough of", "tired of",
    "bored of", "bored with", "bored by", "cry", "crying", "faint", "fainted", "scared of",
    "scared", "afraid of", "frightened of", "terrified of", "squeamish about", "squeamish",
    "queasy", "phobia of", "phobic about", "done with", "finished with", "burnt out by",
    "burned out by", "worn out by", "struggle with", "stressed by", "put off by", "panic",
)  # fmt: skip
# These deny; only a word of wishing or bearing after them makes an aversion of it.
_DENIALS = (
    "cant", "cannot", "can not", "dont", "do not", "wont", "not", "never", "no", "couldnt",
    "could not", "didnt", "did not", "wouldnt", "would not", "had not", "hadnt", "doesnt",
)  # fmt: skip
_LESS = ("less", "fewer", "avoid")
# These leave; only after a word of wishing, or as the first word.
_LEAVINGS = (
    "away from", "out of", "without", "leave", "leaving", "escape", "quit", "give up", "stop",
)  # fmt: skip
_TURNS: dict[tuple[str, ...], float] = {
    **{tuple(turn.split()): HARD for turn in (*_FEELINGS, *_DENIALS)},
    **{tuple(turn.split()): MILD for turn in (*_LESS, *_LEAVINGS)},
}
_DENYING = frozenset(tuple(turn.split()) for turn in _DENIALS)
_GOING = frozenset(tuple(turn.split()) for turn in _LEAVINGS)
_LONGEST_TURN = max(map(len, _TURNS))
_WISHING_TEXT = """
    want wanted wanting like liked enjoy enjoyed love fancy stand bear face cope do handle take keen
    interested into comfortable good happy work be drive sit stay go see seeing deal manage touch
    again lift travel suited
"""
_WISHING = frozenset(_WISHING_TEXT.split())
_BEFORE_LEAVING_TEXT = """
    want wanted wanting get getting like looking hoping wish wishing move moving ready time job work
    role something need
"""
_BEFORE_LEAVING = frozenset(_BEFORE_LEAVING_TEXT.split())
_BETWEEN = frozenset({"really", "ever", "just", "any", "more", "to", "even", "at", "all", "so"})
_POINTING = frozenset({"a", "an", "the", "in", "on", "with", "at", "more", "another", "for"})
# "I can't wait", "not only", "not sure whether", "no two days": no aversion at all.
_STILL_FOR_TEXT = """
    wait enough only just know mind two dull boring bored fortunate able than well wrong same
    getting stopped lost forgot forgotten doubted
"""
_STILL_FOR = frozenset(_STILL_FOR_TEXT.split())
_PAST = frozenset(
    {"couldnt", "could", "didnt", "did", "wouldnt", "would", "had", "hadnt", "doesnt"}
)
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
    firm = turn[-1] == "of" or turn in {("no", "more"), ("no", "longer")}
    first = next((word for word in rest if word not in {"a", "the", "so"}), "")
    if not firm and (first in _STILL_FOR or "enough" in rest[:4]):
        return Clause(text)
    if turn in _DENYING and not _wishing(rest, turn, place):
        told = (place and turn == ("no",)) or turn[0] in _PAST
        return Clause(text, Lean.FOR if told else Lean.NEITHER)
    if turn in _GOING and not _going(typed[:place], rest, turn):
        return Clause(text)
    if turn[0] in _LESS and "than" in rest:
        return Clause(text)
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


def _wishing(rest: Sequence[str], turn: tuple[str, ...], place: int) -> bool:
    """Whether what is denied is a wish or a bearing, not a bare fact ("did not get the grades")."""
    if turn == ("no",):
        return False
    if turn == ("not",) and place == 0 and rest and rest[0] in _POINTING:
        return True
    return next((word for word in rest if word not in _BETWEEN), "") in _WISHING


def _going(before: Sequence[str], rest: Sequence[str], turn: tuple[str, ...]) -> bool:
    """Whether the speaker wishes to leave a thing behind ("had to leave the country" is none)."""
    if turn == ("stop",) and not (before and rest and rest[0].endswith("ing")):
        return False
    return any(word in _BEFORE_LEAVING for word in before) or (not before and turn[0] != "out")
