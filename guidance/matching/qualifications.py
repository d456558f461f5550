"""Qualifications as people type them: level, subject and the tests they also meet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guidance.domain.catalogue import Qualification
from guidance.domain.profile import HeldQualification
from guidance.domain.vocabulary import Nation
from guidance.matching.text import plain, stem, words

# SCQF level -> RQF level, after the published comparison "Qualifications can cross boundaries".
SCQF_TO_RQF = {4: 1, 5: 2, 6: 3, 7: 4, 8: 5, 9: 6, 10: 6, 11: 7, 12: 8}

_EXPLICIT = re.compile(r"\b(?:level|lvl|l|nvq|svq|qcf|rqf|diploma level)\s?-?(\d)\b")
_SCQF = re.compile(r"\bscqf(?:\s+level)?\s?(\d{1,2})\b")
_YEAR = re.compile(r"\b(19[5-9]\d|20[0-4]\d)\b")
_UNFINISHED = re.compile(
    r"\b(?:incomplete|unfinished|did not finish|didnt finish|dropped out|part of a|part way|partway"
    r"|studying|in progress|not completed|first year of|started|failed|working towards|below the)\b"
)
_WEAK = re.compile(
    r"\b(?:gcses? (?:below|weak|low)|(?:weak|low) gcses?"
    r"|(?!.*\b(?:[4-9]|[abc])\b)gcses? (?:\w+ ){0,4}(?:grades? (?:[1-3]|[d-g])|(?:[1-3]|[d-g])$))\b"
)
_FOREIGN = re.compile(r"\b(?:overseas|abroad|international|foreign)\b")

# Most advanced first: the first pattern found gives the level.
LEVEL_PATTERNS: tuple[tuple[str, int], ...] = (
    (r"phd|dphil|doctorate|dclinpsy|dclinpsych|dnurs|edd", 8),
    (r"masters?|msc|mres|mba|mphil|mph|mpharm|mbbs|mbchb|mb bs|mb chb|bds|medical degree|mnurs"
     r"|medical training|ma|pgce|pgdip|pgcert|postgraduate|post graduate|mosteo|m ?ed|mosc", 7),
    (r"foundation degree|fdsc|fda|hnd|diphe|dip he|diploma of higher education"
     r"|higher national diploma|nursing associate", 5),
    (r"hnc|higher national certificate|certhe|cert he|certificate of higher education", 4),
    (r"access to (?:he|higher|nursing|health|science|medicine|midwifery)\w*|access course"
     r"|access diploma|access to he", 3),
    (r"rgn|rmn|rscn|srn|registered nurse|registered mental health nurse|state registered nurse"
     r"|midwifery qualification|social work qualification|dipsw|cqsw|district nursing qualification"
     r"|teaching qualification|qts|nursing diploma", 6),
    (r"degree|bsc|ba|beng|bed|llb|bachelors?|bn|bnurs|graduate|honours|hons|first class|2 1"
     r"|2 2", 6),
    (r"t levels?|a levels?|as levels?|alevels?|a2s?|btec nationals?|btec national|highers?"
     r"|cache diploma|international baccalaureate|ib|advanced apprenticeship|btec extended"
     r"|irish leaving", 3),
    (r"nvq ?2|gcses?|o levels?|olevels?|national 5s?|nat 5s?|standard grades?|btec first"
     r"|functional skills|intermediate apprenticeship|key skills|care certificate", 2),
    (r"cse|entry level|national 4s?", 1),
    (r"nvqs?|svqs?|btec|cache", 2),
)  # fmt: skip
_LEVELS = tuple((re.compile(rf"\b(?:{pattern})\b"), level) for pattern, level in LEVEL_PATTERNS)

SUBJECT_WORDS: dict[str, tuple[str, ...]] = {
    "psychology": ("psychology", "psychological"),
    "nursing": ("nursing", "nurse", "rgn", "rmn", "rscn", "srn"),
    "midwifery": ("midwifery", "midwife"),
    "social-work": ("social work", "dipsw", "cqsw"),
    "medicine": ("medicine", "medical degree", "mbbs", "mbchb", "medical training", "mb bs"),
    "pharmacy": ("pharmacy", "mpharm", "pharmaceutical"),
    "counselling": ("counselling", "psychotherapy", "cbt"),
    "health": ("health", "care", "social care", "nursing", "physiotherapy", "occupational therapy",
               "paramedic", "midwifery", "radiography", "dietetics", "podiatry", "phlebotomy",
               "health and social care", "hsc", "h and sc", "speech and language", "orthotics"),
    "science": ("science", "biology", "chemistry", "physics", "biomedical", "human biology",
                "anatomy", "physiology", "biochemistry", "microbiology", "genetics", "virology",
                "life sciences", "mpharm", "pharmacy", "medicine", "medical degree", "food science",
                "nutrition", "neuroscience", "applied science", "sciences"),
    "maths": ("maths", "mathematics", "numeracy", "statistics"),
    "english": ("english", "literacy", "literature", "english language"),
    "sport": ("sport", "sports", "exercise", "pe", "physical education", "fitness"),
    "art": ("art", "fine art", "design", "visual arts"),
    "music": ("music",),
    "drama": ("drama", "theatre studies", "performing arts"),
    "business": ("business", "administration", "admin", "management", "finance", "accounting",
                 "economics", "marketing", "hr", "human resources", "cipd", "mba"),
    "it": ("it", "computing", "computer science", "informatics", "data", "software"),
    "engineering": ("engineering", "mechanical", "electrical", "electronics", "technical trade"),
    "education": ("education", "teaching", "pgce", "qts", "childcare", "early years"),
    "catering": ("catering", "hospitality", "food hygiene"),
    "languages": ("french", "spanish", "arabic", "german", "languages", "linguistics"),
}  # fmt: skip

_TEST_WORDS = {
    "english": ("english",),
    "maths": ("maths", "mathematics", "numeracy"),
    "science": ("science", "biology", "chemistry", "physics"),
    "driving-licence": ("driving licence", "driving license", "full licence", "c1 licence", "c1"),
    "english-language": ("ielts", "oet"),
}


@dataclass(frozen=True, slots=True)
class ReadQualification:
    """What a typed qualification was taken to mean; ``level`` None where it does not say."""

    typed: str
    level: int | None = None
    subjects: frozenset[str] = frozenset()
    tests: frozenset[str] = frozenset()
    qualification_id: str | None = None
    year: int | None = None
    finished: bool = True

    def in_words(self) -> str:
        """The reading, to show and correct."""
        if not self.finished:
            return "Not finished, so not counted"
        parts = [f"Level {self.level}" if self.level else "Level not known"]
        if self.subjects:
            parts.append(", ".join(name.replace("-", " ") for name in sorted(self.subjects)))
        if self.tests:
            parts.append("also meets: " + ", ".join(sorted(self.tests)))
        return "; ".join(parts)


class Qualifications:
    """The catalogue's typed forms, with patterns for what it does not list."""

    def __init__(self, known: Mapping[str, Qualification]) -> None:
        """Index typed forms, longest first."""
        forms: dict[tuple[str, ...], Qualification] = {}
        for item in known.values():
            for typed in (item.title, *item.typed):
                forms.setdefault(tuple(stem(word) for word in words(typed)), item)
        self._forms = {form: item for form, item in forms.items() if form}
        self._longest = max((len(form) for form in self._forms), default=0)

    def read(self, held: HeldQualification, nation: Nation | None = None) -> ReadQualification:
        """A typed qualification understood; what the person set by hand is kept."""
        text = " ".join(words(held.title))
        known = self._known(text)
        finished = _UNFINISHED.search(text) is None or held.level is not None
        level = held.level if held.level is not None else _level(text, known, nation)
        subjects = {held.subject} if held.subject else set(_subjects(text))
        if known and known.subject and not held.subject:
            subjects.add(known.subject)
        tests = set(_tests(text, level))
        if known and not _WEAK.search(text):
            tests |= set(known.tests)
        year = _YEAR.search(text)
        return ReadQualification(
            held.title,
            level if finished else None,
            frozenset(subjects) if finished else frozenset(),
            frozenset(tests) if finished else frozenset(),
            known.id if known and finished else None,
            held.year or (int(year.group()) if year else None),
            finished,
        )

    def _known(self, text: str) -> Qualification | None:
        stems = [stem(word) for word in text.split()]
        for size in range(min(self._longest, len(stems)), 0, -1):
            for start in range(len(stems) - size + 1):
                found = self._forms.get(tuple(stems[start : start + size]))
                if found is not None:
                    return found
        return None


def _level(text: str, known: Qualification | None, nation: Nation | None) -> int | None:
    scqf = _SCQF.search(text)
    if scqf:
        return SCQF_TO_RQF.get(int(scqf.group(1)))
    explicit = _EXPLICIT.search(text)
    if explicit and 1 <= int(explicit.group(1)) <= 8:
        number = int(explicit.group(1))
        scottish = nation is Nation.SCOTLAND and "svq" not in text and "nvq" not in text
        return SCQF_TO_RQF.get(number, number) if scottish and number > 3 else number
    if _WEAK.search(text):
        return 1
    if known is not None and known.level is not None:
        return known.level
    return next((level for pattern, level in _LEVELS if pattern.search(text)), None)


def _subjects(text: str) -> list[str]:
    padded = f" {text} "
    return [
        subject
        for subject, typed in SUBJECT_WORDS.items()
        if any(f" {word} " in padded for word in typed)
    ]


def _tests(text: str, level: int | None) -> list[str]:
    """Tests met: a licence by its name, English and maths only at level 2 or above."""
    padded = f" {plain(text)} "
    found: list[str] = []
    for test, typed in _TEST_WORDS.items():
        if any(f" {word} " in padded for word in typed):
            school = test in {"english", "maths", "science"}
            if not school or (level is not None and 2 <= level <= 3):
                found.append(test)
    return found


def is_foreign(text: str) -> bool:
    """Whether a qualification was gained outside the UK, so that its level needs a check."""
    return _FOREIGN.search(plain(text)) is not None
