"""A typed title taken apart: band, area, grade, employer and past are peeled off and kept."""

import re
from dataclasses import dataclass

from guidance.matching.lexicon import (
    AREAS,
    CORE_AREAS,
    EMPLOYERS,
    GRADES,
    JOINERS,
    PAST_MARKERS,
    PLACES,
    SHORT_FORMS,
    SPELLINGS,
)
from guidance.matching.text import plain, stem, words

CORE, AREA, GRADE, CONTEXT, EMPLOYER = 1.0, 0.35, 0.3, 0.25, 0.05
LONGEST_TITLE = 300

_BAND = re.compile(
    r"\b(?:afc[\s:]*)?(?:band|bands|bd|grade)[\s:]*(8\s?[a-d]|[1-9])(?:\s*/\s*(?:[1-9]|8[a-d]))?\b"
    r"|\bb\s?(8[a-d]|[2-9])\b|\b(8[a-d])\b"
)
_TRAINING_GRADE = re.compile(r"\b(ct|st|imt|cmt|gpst|fy|f)\s?([1-8])\b")
_TRAINING_NAMES = {"fy": "foundation doctor", "f": "foundation doctor"}
_SPLIT = re.compile(
    r"\s*(?:[,;:|()\[\]]|/|\s[-\u2013\u2014]+\s|\s[-\u2013\u2014]|[-\u2013\u2014]\s)\s*"
)
_JOIN = re.compile(r"\s(?:" + "|".join(sorted(JOINERS)) + r")\s")
_PAST = re.compile(r"\b(?:" + "|".join(re.escape(m) for m in PAST_MARKERS) + r")\b[\s-]*")
# How English forms the names of fields of work and of the people in them.
_FIELD = re.compile(r"(?:ology|iatry|iatrics|ography|otherapy|otherapies|ometry|opathy)$")
_PERSON = re.compile(r"(?:nurse|wife|[eo]r|ist|ian|ant)s?$")
_THEN = re.compile(r"\s+(?:then|now|and now|later|before that)\s+")
_EMPLOYER_AT = re.compile(r"\b(?:at|for)\s+(?:the\s+)?([^,;()]+)$")


_SPELT_APART = frozenset(key[0] for key in SPELLINGS)
_AREA_STARTS = frozenset(area.split()[0] for area in AREAS)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a title: its stems with weights, its head word, and whether it is past."""

    text: str
    stems: dict[str, float]
    head: str
    past: bool = False


@dataclass(frozen=True, slots=True)
class Peeled:
    """A title taken apart, most important part first."""

    parts: tuple[Part, ...]
    band: str | None = None
    area: str | None = None
    employer: str | None = None


def find_band(text: str) -> tuple[str | None, str]:
    """The pay band named in a plain text, and the text without it."""
    hit = _BAND.search(text)
    if hit is None:
        return None, text
    band = next(group for group in hit.groups() if group).replace(" ", "")
    return band, _BAND.sub(" , ", text)


def expand(typed: list[str]) -> list[str]:
    """Words with spellings made one and short forms written out."""
    found: list[str] = []
    place = 0
    while place < len(typed):
        for size in (3, 2, 1) if typed[place] in _SPELT_APART else ():
            joined = SPELLINGS.get(tuple(typed[place : place + size]))
            if joined and place + size <= len(typed):
                found.extend(SHORT_FORMS.get(joined, joined).split())
                place += size
                break
        else:
            found.extend(SHORT_FORMS.get(typed[place], typed[place]).split())
            place += 1
    return found


def title_key(text: str) -> str:
    """A title in one spelling, for exact look-up."""
    return " ".join(expand(words(text)))


def title_stems(text: str) -> tuple[str, ...]:
    """Stems of a title, areas in their one name, small words left out."""
    return stems_of(expand(words(text)))


def stems_of(typed: list[str]) -> tuple[str, ...]:
    """Stems of the expanded words of a title."""
    named, _ = _name_areas(typed)
    kept = (stem(word) for word, _ in named if word not in _SMALL)
    return tuple(dict.fromkeys(kept))


_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "a",
        "an",
        "in",
        "to",
        "for",
        "with",
        "on",
        "at",
        "or",
        "by",
        "from",
        "under",
    ]
)


def _name_areas(typed: list[str]) -> tuple[list[tuple[str, bool]], str | None]:
    """Words marked with whether they belong to an area, areas in their one name."""
    found: list[tuple[str, bool]] = []
    first: str | None = None
    place = 0
    while place < len(typed):
        for size in (4, 3, 2, 1) if typed[place] in _AREA_STARTS else ():
            area = AREAS.get(" ".join(typed[place : place + size]))
            if area and place + size <= len(typed):
                found.extend((word, True) for word in area.split())
                first = first or area
                place += size
                break
        else:
            found.append((typed[place], False))
            place += 1
    return found, first


def head_word(typed: list[str]) -> str:
    """The word that says what kind of job a phrase names."""
    if "of" in typed[1:3]:
        return stem(typed[typed.index("of") - 1])
    for joiner in JOINERS:
        if joiner in typed[1:]:
            typed = typed[: typed.index(joiner, 1)]
    for skip in (EMPLOYERS | PLACES | GRADES | _SMALL, EMPLOYERS | _SMALL, _SMALL):
        kept = [word for word in typed if word not in skip and not word.isdigit()]
        if kept:
            people = [word for word in kept if _PERSON.search(word)]
            return stem(people[-1] if people and _FIELD.search(kept[-1]) else kept[-1])
    return ""


def _weigh(word: str, is_area: bool, area: str | None) -> float:
    if word in EMPLOYERS or word.isdigit() or len(word) == 1:
        return EMPLOYER
    if is_area:
        return 0.6 if area in CORE_AREAS else AREA
    if word in GRADES or word in PLACES:
        return GRADE
    return CORE


def make_part(text: str, *, past: bool = False) -> Part:
    """A piece of title as weighted stems; what follows *in*, *at* or *for* weighs less."""
    heads = _JOIN.split(f" {text} ", maxsplit=1)
    stems: dict[str, float] = {}
    for place, piece in enumerate(heads):
        named, area = _name_areas(expand(words(piece)))
        after_head = False
        for word, is_area in named:
            if word in _SMALL:
                continue
            weight = _weigh(word, is_area, area)
            if is_area and after_head:
                weight = min(weight, AREA)
            after_head = after_head or weight == CORE
            if place and weight > CONTEXT:
                weight = CONTEXT
            root = stem(word)
            stems[root] = max(stems.get(root, 0.0), weight)
    return Part(" ".join(text.split()), stems, _head_of(heads[0]), past)


def _head_of(text: str) -> str:
    """The head of a phrase; a trailing area ("nurse ITU") does not count as one."""
    named, _ = _name_areas(expand(words(text)))
    bare = [word for word, is_area in named if not is_area]
    return head_word(bare or [word for word, _ in named])


def split_start(text: str) -> list[tuple[str, bool]]:
    """A typed start as (piece, past) pairs: "X, former Y" gives X now and Y past."""
    simple = plain(text)[:LONGEST_TITLE]
    found: list[tuple[str, bool]] = []
    for chunk in _SPLIT.split(simple):
        last_time = len(_THEN.split(chunk)) - 1
        for turn, piece in enumerate(_THEN.split(chunk)):
            pieces = _PAST.split(piece)
            found.extend(
                (bit.strip(), place > 0 or turn < last_time)
                for place, bit in enumerate(pieces)
                if bit.strip()
            )
    return found


def peel(typed: str) -> Peeled:
    """A typed title taken apart into weighted parts and what was peeled off."""
    text = plain(typed)[:LONGEST_TITLE]
    band, text = find_band(text)
    text = _TRAINING_GRADE.sub(
        lambda hit: " " + _TRAINING_NAMES.get(hit.group(1), "hospital specialty trainee") + " ",
        text,
    )
    found = _EMPLOYER_AT.search(text)
    pieces = split_start(text)
    parts = [make_part(piece, past=past) for piece, past in pieces]
    parts = [part for part in parts if any(w > EMPLOYER for w in part.stems.values())]
    _, area = _name_areas(expand(words(text)))
    return Peeled(tuple(parts), band, area, found.group(1).strip() if found else None)
