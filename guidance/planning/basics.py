"""English and maths at level 2: known to be missing from the person's own words, and how to get it.

Routes ask for GCSE grade 4 or the same level by another name. People say "no GCSEs" in any box.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from guidance.domain.match import Judged, Way
from guidance.domain.profile import Profile
from guidance.domain.vocabulary import Answer, Nation
from guidance.domain.wording import joined

SUBJECTS = ("english", "maths")
_NOTHING = re.compile(
    r"\b(no|without) (school )?(gcses?|o levels?|qualifications|exams|certificates)\b"
    r"|(n.t|\bnot|\bnever) (have|got|get|take|took|pass|passed) any (gcses?|exams|qualifications)\b"
    r"|\bleft school with (nothing|no )",
    re.IGNORECASE,
)
_WITHOUT = (
    r"\b(no|without|failed|resit\w*|never (got|had|passed|took)|didn.t (get|pass)|"
    r"don.t have|haven.t got|not got|lack)\b[^.;,]{{0,24}}\b{subject}\b"
)
_LOW = re.compile(r"\bgrade [1-3]\b|\bgrade [d-g]\b|\b[D-G]\b$")
_ASKED = re.compile(r"gcse|level 2|functional", re.IGNORECASE)
_COURSES = {
    Nation.SCOTLAND: "National 5",
    Nation.WALES: "Essential Skills Wales level 2",
    Nation.NORTHERN_IRELAND: "Essential Skills level 2",
}


def missing_subjects(profile: Profile) -> frozenset[str]:
    """Which of English and maths the person says they do not hold at level 2."""
    said = _said(profile)
    if any(_NOTHING.search(text) for text in said):
        return frozenset(SUBJECTS)
    titles = tuple(held.title for held in profile.qualifications)
    return frozenset(
        subject for subject in SUBJECTS if _without(subject, said) or _low(subject, titles)
    )


def _without(subject: str, said: tuple[str, ...]) -> bool:
    wanted = re.compile(_WITHOUT.format(subject=subject), re.IGNORECASE)
    return any(wanted.search(text) for text in said)


def _low(subject: str, titles: tuple[str, ...]) -> bool:
    about = [title for title in titles if subject in title.lower()]
    return bool(about) and all(_LOW.search(title) for title in about)


def _said(profile: Profile) -> tuple[str, ...]:
    return (
        *(held.title for held in profile.qualifications),
        *profile.constraints.phrases,
        *profile.strengths.phrases,
        *profile.values.phrases,
        *profile.aims.phrases,
    )


def subject_of(says: str) -> str:
    """The subject that a condition asks at level 2; empty for any other condition."""
    words = says.lower()
    if not _ASKED.search(words):
        return ""
    found = [subject for subject in SUBJECTS if re.search(rf"\b{subject}\b", words)]
    return found[0] if len(found) == 1 else ""


def settled(way: Way, missing: frozenset[str]) -> Way:
    """The way with what the person says is missing shown as still to do."""
    if not missing:
        return way
    return replace(
        way,
        steps=tuple(replace(step, needs=settled_needs(step.needs, missing)) for step in way.steps),
    )


def settled_needs(needs: Iterable[Judged], missing: frozenset[str]) -> tuple[Judged, ...]:
    """Conditions with what the person says is missing answered no."""
    return tuple(
        replace(need, answer=Answer.NO, question="")
        if need.answer is Answer.UNKNOWN and subject_of(need.says) in missing
        else need
        for need in needs
    )


def course_words(subjects: Iterable[str], nation: Nation | None) -> str:
    """The course to take: ``functional skills level 2 in English and in maths``."""
    course = _COURSES.get(nation or Nation.UK, "functional skills level 2")
    names = [f"in {'English' if one == 'english' else one}" for one in subjects]
    return f"{course} {joined(names)}"
