"""Plain words for the vocabularies, lengths of time and days, as people say them."""

from datetime import date

from guidance.domain.dated import Span
from guidance.domain.profile import Registration
from guidance.domain.vocabulary import (
    Access,
    Answer,
    Basis,
    Direction,
    Fit,
    Lane,
    Nation,
    Purpose,
    RegisterId,
    RouteKind,
    Stage,
)

NATIONS = {
    Nation.ENGLAND: "England",
    Nation.SCOTLAND: "Scotland",
    Nation.WALES: "Wales",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
    Nation.UK: "the UK",
}
HOURS = {
    "nights": "Nights",
    "weekends": "Weekends",
    "evenings": "Evenings",
    "shifts": "Shifts",
    "on-call": "On call",
    "part-time": "Part time",
    "lifting": "Heavy lifting",
    "home-working": "Working from home",
    "travel": "Travel in the day",
}
OFTEN = {"usual": "usual", "some": "in some posts", "rare": "rare", "none": "not usual"}
POSTS = {
    "many": "Many people do this work.",
    "some": "A good number of people do this work.",
    "few": "Few people do this work, so posts come up less often.",
    "rare": "Very few people do this work, so posts are rare.",
}
ACCESS = {
    Access.OPEN: "Free to read",
    Access.OPENATHENS: "Free with an NHS OpenAthens account",
    Access.ABSTRACT: "Only its summary is free to read",
    Access.UNKNOWN: "Ask an NHS library for it",
}
PURPOSES = {
    Purpose.NEXT_STEP: "To find my next step",
    Purpose.CHANGE_DIRECTION: "To change direction",
    Purpose.RETURN_TO_PRACTICE: "To come back to practice",
    Purpose.FIRST_ROLE: "To find my first role",
    Purpose.EXPLORE: "To look around",
    Purpose.WIND_DOWN: "To work less, or work differently, before I stop",
}
STAGES = {
    Stage.STARTING: "just starting out",
    Stage.EARLY: "early in my working life",
    Stage.MID: "in the middle of my working life",
    Stage.LATE: "late in my working life",
    Stage.RETURNING: "coming back after time away",
}
DIRECTIONS = {
    Direction.UP: "Up, to more responsibility",
    Direction.ACROSS: "Across, to different work",
    Direction.DEEPER: "Deeper, into the work I do",
    Direction.MIXED: "A mix of roles",
    Direction.BACK: "Back to work I did before",
    Direction.OUT_OF_CLINICAL: "Away from clinical work",
    Direction.INTO_CLINICAL: "Into clinical work",
}
REGISTERS = {
    RegisterId.HCPC: "Health and Care Professions Council (HCPC)",
    RegisterId.NMC: "Nursing and Midwifery Council (NMC)",
    RegisterId.GMC: "General Medical Council (GMC)",
    RegisterId.GPHC: "General Pharmaceutical Council (GPhC)",
    RegisterId.GDC: "General Dental Council (GDC)",
    RegisterId.SWE: "Social Work England",
    RegisterId.GOSC: "General Osteopathic Council (GOsC)",
    RegisterId.GOC: "General Optical Council (GOC)",
    RegisterId.NONE: "No register",
}
KINDS = {
    RouteKind.DEGREE: "a degree",
    RouteKind.POSTGRADUATE: "a shorter course for people with a degree",
    RouteKind.DEGREE_APPRENTICESHIP: "a degree apprenticeship",
    RouteKind.APPRENTICESHIP: "an apprenticeship",
    RouteKind.FOUNDATION_DEGREE: "a foundation degree",
    RouteKind.CONVERSION: "a conversion course",
    RouteKind.SPECIALTY_TRAINING: "specialty training",
    RouteKind.ON_THE_JOB: "training on the job",
    RouteKind.DIRECT_ENTRY: "applying straight for the job",
    RouteKind.INTERNAL_PROMOTION: "promotion where you work",
    RouteKind.PROGRESSION: "moving on from the role before",
    RouteKind.SECONDMENT: "a secondment",
    RouteKind.RETURN_TO_PRACTICE: "return to practice",
    RouteKind.PORTFOLIO: "a portfolio of your work",
}
ANSWERS = {
    Answer.YES: "You have this",
    Answer.NO: "Still to do",
    Answer.UNKNOWN: "To find out",
}
BASES = {
    Basis.OBSERVED: "Observed: people really did this",
    Basis.PUBLISHED: "From a published source",
    Basis.EMPLOYER_EXAMPLE: "One employer's example",
    Basis.EDITORIAL: "Our own reading: no source says it",
}
_PARTS = {3: "¼", 6: "½", 9: "¾"}
STATUSES = {
    "registered": "registered now",
    "lapsed": "no longer registered",
    "student": "a student",
    "never": "never registered",
}


def joined(words: tuple[str, ...] | list[str], last: str = "and") -> str:
    """Words as a list in a sentence: ``a, b and c``."""
    kept = [word for word in words if word]
    if len(kept) < 2:
        return "".join(kept)
    return f"{', '.join(kept[:-1])} {last} {kept[-1]}"


def span(months: Span) -> str:
    """A length of time in words: ``3 years``, ``18 months to 2 years``; empty when unknown.

    A length that no source states is followed by the words *our estimate*.
    """
    words = _span(months)
    return f"{words} (our estimate)" if words and months.estimate else words


def _span(months: Span) -> str:
    low, high = months.low or None, months.high
    if months.low == 0 and not high:
        return "no training time" if high == 0 else ""
    if low is not None and high is not None and low != high:
        first, last = _length(low), _length(high)
        shared = first.endswith(" years") and last.endswith(" years")
        return f"{first.removesuffix(' years') if shared else first} to {last}"
    if low is None and high is not None:
        return f"up to {_length(high)}"
    if low is not None and high is None:
        return f"at least {_length(low)}"
    return "" if low is None else _length(low)


def _length(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest == 0 and years:
        return "1 year" if years == 1 else f"{years} years"
    if years >= 2 and rest in _PARTS:
        return f"{years}{_PARTS[rest]} years"
    if years >= 3:
        return f"{years} years {rest} months" if rest > 1 else f"{years} years 1 month"
    return "1 month" if months == 1 else f"{months} months"


def earning(keeps: bool | None) -> str:
    """Whether a step keeps a wage coming in."""
    if keeps is None:
        return "Not said: ask"
    return "Yes, paid throughout" if keeps else "No wage from this"


def registration(held: Registration) -> str:
    """A registration as told to us, in one line."""
    part = f", {held.part.replace('-', ' ')}" if held.part else ""
    left = f", left in {held.left_on}" if held.left_on else ""
    return f"{REGISTERS[held.register]}{part}: {STATUSES[held.status.value]}{left}"


def register_short(register: RegisterId) -> str:
    """The short name people use for a register: ``HCPC``, or its whole name where it has none."""
    whole = REGISTERS[register]
    return whole.partition(" (")[2].rstrip(")") or whole


def in_sentence(title: str) -> str:
    """A title as it reads inside a sentence: ``HCA`` stays, ``Porter`` becomes ``porter``."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def with_article(title: str) -> str:
    """A title in a sentence, with its article: ``an occupational therapist``."""
    words = in_sentence(title)
    return f"an {words}" if words[:1].lower() in "aeiou" else f"a {words}"


def day_words(iso: str) -> str:
    """An ISO day as people write it: ``21 November 2026``; other text as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B} {day.year}"


LANES = {
    Lane.NOW: "Within reach now",
    Lane.NEXT: "Next step",
    Lane.LONGER: "Longer journey",
    Lane.OUTSIDE: "Outside your field",
}
LANE_HELP = {
    Lane.NOW: "These ask for little beyond what you have told us.",
    Lane.NEXT: "One step from where you are, with some training or experience first.",
    Lane.LONGER: "More than one step, or some years of study.",
    Lane.OUTSIDE: "Different work that shares something with what you told us.",
}
FITS = {Fit.STRONG: "Strong fit", Fit.GOOD: "Good fit", Fit.POSSIBLE: "Possible fit"}
SHORT_BASES = {
    Basis.OBSERVED: "Seen in real moves",
    Basis.PUBLISHED: "Published",
    Basis.EMPLOYER_EXAMPLE: "One employer\u2019s example",
    Basis.EDITORIAL: "Our own reading",
}


def paid(keeps: bool | None) -> str:
    """Whether a step keeps a wage coming in, as words inside a sentence."""
    if keeps is None:
        return "pay not said: ask"
    return "paid throughout" if keeps else "no wage from this"
