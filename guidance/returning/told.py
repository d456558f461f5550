"""Plain answers (dates, numbers, words) to facts that rules can test.

Times may be told as a date, in years or in months; each gives both ``years_since_X`` and
``months_since_X``. What follows for certain from an answer is added; nothing is guessed.
"""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from math import inf, isfinite

from guidance.domain.errors import KnownError
from guidance.domain.register import Register
from guidance.returning.dates import months_since, read_day
from guidance.returning.facts import Fact, Range, exactly, named, texts
from guidance.returning.survey import part_names, part_of, part_words

PRACTISED, LEFT, QUALIFIED = "last_practised", "left", "qualified"
TIMES: Mapping[str, tuple[str, int]] = {
    "years_since_last_practised": (PRACTISED, 12),
    "months_since_last_practised": (PRACTISED, 1),
    "years_out": (PRACTISED, 12),
    "years_non_practising": (PRACTISED, 12),
    "months_non_practising": (PRACTISED, 1),
    "years_since_last_clinical": ("last_clinical", 12),
    "years_since_left_register": (LEFT, 12),
    "months_since_left_register": (LEFT, 1),
    "years_off_register": (LEFT, 12),
    "months_off_register": (LEFT, 1),
    "years_since_last_entry": (LEFT, 12),
    "months_since_last_entry": (LEFT, 1),
    "years_lapsed": (LEFT, 12),
    "months_lapsed": (LEFT, 1),
    "years_since_qualified": (QUALIFIED, 12),
    "years_since_qualification": (QUALIFIED, 12),
    "qualification_age_years": (QUALIFIED, 12),
}
DATES: Mapping[str, tuple[str, str]] = {
    "last_practised_on": (PRACTISED, "you last practised"),
    "left_on": (LEFT, "you left the register"),
    "qualified_on": (QUALIFIED, "you qualified"),
}
NUMBERS: Mapping[str, str] = {
    "hours_3y": "hours_3y",
    "hours_5y": "hours_5y",
    "cpd_hours_3y": "cpd_hours_3y",
    "test_of_competence_passed_years_ago": "test_passed_years_ago",
    "months_between_revalidation_and_lapse": "months_between_revalidation_and_lapse",
}
FLAGS = ("registered", "ever_registered", "removed_for_cpd", "licence", "practised_abroad")
NEVER = "never_registered"
WORDS = ("left_reason", "role_since", "practised_where", "event", "nation", "part", "profession")
PART_ENDINGS: Mapping[str, str] = {
    "_hours_3y": "hours_3y",
    "_hours_5y": "hours_5y",
    "_lapsed_years": "years_lapsed",
}
AT_HOME = [
    "uk",
    "united-kingdom",
    "britain",
    "great-britain",
    "gb",
    "england",
    "scotland",
    "wales",
    "northern-ireland",
]
BY_A_PANEL = (
    "struck off",
    "strike off",
    "striking off",
    "fitness to practise",
    "ftp",
    "erased",
    "erasure",
    "removal order",
    "by a panel",
    "by the panel",
    "by committee",
)


def known_keys(register: Register) -> tuple[str, ...]:
    """Every answer that can be told about a person on this register."""
    parts = [f"{word}{ending}" for word in part_words(register) for ending in PART_ENDINGS]
    return (*TIMES, *DATES, *NUMBERS, *FLAGS, NEVER, *WORDS, *parts)


def read_told(
    told: Mapping[str, object], register: Register, on: date | None
) -> tuple[dict[str, Fact], str]:
    """Facts from answers, and why a job counts as practising ('' where that is not in play).

    Raises KnownError where a value is of the wrong kind, or a part or date makes no sense.
    """
    facts: dict[str, Fact] = {}
    given = _for_the_part({k: v for k, v in told.items() if v is not None}, register)
    for key, value in given.items():
        if key in TIMES:
            base, unit = TIMES[key]
            _set_time(facts, base, exactly(read_number(key, value) * unit))
        elif key in DATES:
            _set_date(facts, key, value, on)
        elif key in NUMBERS:
            facts[NUMBERS[key]] = exactly(read_number(key, value))
        elif key in FLAGS:
            facts[key] = read_flag(key, value)
        elif key == NEVER:
            facts["ever_registered"] = not read_flag(key, value)
    _read_words(facts, {k: read_text(k, v) for k, v in given.items() if k in WORDS}, register)
    why = _practising(facts, given, register)
    _follow(facts, register)
    return facts, why


def _set_time(facts: dict[str, Fact], base: str, months: Range) -> None:
    facts[f"months_since_{base}"] = months
    facts[f"years_since_{base}"] = Range(months.low / 12, months.high / 12)


def _set_date(facts: dict[str, Fact], key: str, value: object, on: date | None) -> None:
    base, label = DATES[key]
    text = read_text(key, value)
    if on is None:
        raise KnownError(f"'{key}' needs a day to count to.", "Give 'application_date' too.")
    _set_time(facts, base, months_since(text, on, label))
    if base == LEFT:
        first, last = read_day(text, label)
        facts["left_year"] = Range(first.year, last.year)


def _for_the_part(given: dict[str, object], register: Register) -> dict[str, object]:
    """Answers told for several parts, narrowed to the part in question: other parts don't count."""
    words = part_words(register)
    part = part_of(register, str(given.get("part") or given.get("profession") or ""))
    kept: dict[str, object] = {}
    for key, value in given.items():
        ending = next((end for end in PART_ENDINGS if key.endswith(end)), None)
        word = key.removesuffix(ending) if ending else key
        if ending is None or word not in words:
            kept[key] = value
        elif part is None:
            raise KnownError(f"'{key}' is told, but not for which part.", "Give 'part' too.")
        elif words[word] == part:
            kept.setdefault(PART_ENDINGS[ending], value)
    return kept


def _read_words(facts: dict[str, Fact], words: Mapping[str, str], register: Register) -> None:
    for key in ("profession", "part"):
        if key in words:
            facts["part"] = _part(words[key], register)
    if "nation" in words:
        facts["nation"] = words["nation"].lower().replace(" ", "-")
    if "practised_where" in words:
        where = words["practised_where"].strip().lower().replace(" ", "-").removeprefix("the-")
        facts["practised_abroad"] = where not in AT_HOME
    if "left_reason" in words:
        _read_reason(facts, words["left_reason"].lower().replace("-", " ").replace("_", " "))
    event = words.get("event", "").lower()
    if event in ("renewal", "revalidation"):
        facts.setdefault("registered", True)
    elif event in ("readmission", "restoration"):
        facts.setdefault("registered", False)


def _part(typed: str, register: Register) -> str:
    found = part_of(register, typed)
    if found is None:
        names = part_names(register)
        near = get_close_matches(typed.lower().replace(" ", "-"), names, 1, 0.6)
        do = f"Did you mean '{near[0]}'?" if near else f"It has: {', '.join(names[:8])}."
        raise KnownError(f"'{typed[:60]}' is not a part of this register.", do)
    return found


def _read_reason(facts: dict[str, Fact], reason: str) -> None:
    panel = any(words in reason for words in BY_A_PANEL) and "not " not in f"{reason} "
    if not panel and reason.strip() in ("removed", "taken off"):
        return  # by whom is not told
    facts["removed_by_panel"] = panel
    if "cpd" in reason.split():
        facts["removed_for_cpd"] = True


def _practising(facts: dict[str, Fact], given: Mapping[str, object], register: Register) -> str:
    """Settle when a person last practised from a job since, by the register's own definition."""
    clinical = facts.get("months_since_last_clinical")
    if not isinstance(clinical, Range) or f"months_since_{PRACTISED}" in facts:
        return ""
    rule = next((r for r in register.rules if r.kind == "practising"), None)
    asks = named(rule.asks if rule else None)
    role = str(given.get("role_since") or "").lower()
    if not asks or any(word in role for word in texts(asks.get("not_counts"))):
        _set_time(facts, PRACTISED, clinical)
        return "that work is not read as practising" if asks and role else ""
    counted = [
        kind
        for kind, words in named(asks.get("counts")).items()
        if any(word in role for word in texts(words))
    ]
    off = asks.get("while_registered") is True and facts.get("registered") is False
    if not counted or off:
        left = facts.get(f"months_since_{LEFT}")
        since = left if counted and isinstance(left, Range) else Range(0, clinical.high)
        _set_time(facts, PRACTISED, since)
        return ""
    _set_time(facts, PRACTISED, exactly(0))
    return f"{counted[0]} counts as practising"


def _follow(facts: dict[str, Fact], register: Register) -> None:
    """Add what follows for certain: limits on last practising and on hours, from leaving."""
    left = facts.get(f"months_since_{LEFT}")
    if facts.get("registered") is True or isinstance(left, Range):
        facts.setdefault("ever_registered", True)
    if facts.get("ever_registered") is False:
        facts.setdefault("registered", False)
    if facts.get("registered") is True or facts.get("ever_registered") is False:
        facts.setdefault("removed_by_panel", False)
    if isinstance(left, Range) and f"months_since_{QUALIFIED}" not in facts:
        _set_time(facts, QUALIFIED, Range(left.low, inf))
    while_on = {
        rule.kind for rule in register.rules if named(rule.asks).get("while_registered") is True
    }
    told = f"months_since_{PRACTISED}" in facts or facts.get("practised_abroad") is True
    if isinstance(left, Range) and "practising" in while_on and not told:
        _set_time(facts, PRACTISED, Range(left.low, inf))
    since = [facts.get(f"months_since_{PRACTISED}")]
    if "hours" in while_on:
        since.append(left)
    away = max((item.low for item in since if isinstance(item, Range)), default=0.0)
    for name, months in (("hours_3y", 36), ("hours_5y", 60)):
        if away >= months:
            facts.setdefault(name, exactly(0))


def read_number(key: str, value: object) -> float:
    """A number of nought or more. Raises KnownError for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise KnownError(f"'{key}' is not a number.", "Give a number, such as 3 or 0.5.")
    if not isfinite(value) or value < 0:
        raise KnownError(f"'{key}' cannot be {value}.", "Give a number of nought or more.")
    return float(value)


def read_flag(key: str, value: object) -> bool:
    """True or false. Raises KnownError for anything else."""
    if not isinstance(value, bool):
        raise KnownError(f"'{key}' is not true or false.", "Give true or false.")
    return value


def read_text(key: str, value: object) -> str:
    """A short text. Raises KnownError for anything else."""
    if not isinstance(value, str):
        raise KnownError(f"'{key}' is not text.", "Put its words in quotes.")
    if len(value) > 500:
        raise KnownError(f"'{key}' is too long.", "Keep it under 500 letters.")
    return value
