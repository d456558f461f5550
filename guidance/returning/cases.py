"""Cases told as plain keys, for the command line and for worked examples."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from guidance.domain.dated import Source
from guidance.domain.errors import KnownError
from guidance.domain.register import Register
from guidance.returning import conclude
from guidance.returning.dates import day_words, read_day
from guidance.returning.facts import texts
from guidance.returning.options import headline, limits
from guidance.returning.survey import Survey, survey
from guidance.returning.told import known_keys, read_flag, read_number, read_text, read_told
from guidance.returning.updating import (
    Updating,
    mix_verdict,
    neat,
    supervisor_verdict,
    updating,
    updating_figures,
    updating_sums,
    window_note,
    window_verdict,
)

PLANNED: Mapping[str, str] = {
    "supervised_days": "supervised-practice",
    "formal_days": "formal-study",
    "private_days": "private-study",
}
PLAN_KEYS = ("required_days", "hours_logged", *PLANNED)
SUPERVISOR_KEYS = (
    "supervisor_years_registered",
    "supervisor_same_profession",
    "supervisor_ftp",
)
OTHER_KEYS = ("register", "application_date", "activity_date", "as_of")
NO_SOURCES: Mapping[str, Source] = {}


def answer_case(case: Mapping[str, object], registers: Mapping[str, Register]) -> dict[str, object]:
    """What the rules give for one case, by name; figures that do not apply are left out.

    Raises KnownError where a key or register is not known (naming the nearest), or a value is of
    the wrong kind. Without ``application_date`` the rules that still stand are used.
    """
    register = _register(case, registers)
    _check_keys(case, register)
    on = _day(case)
    known = known_keys(register)
    own = {key: value for key, value in case.items() if key in known}
    facts, why = read_told(own, register, on)
    found = survey(register, facts, on)
    asked = updating(found)
    made: dict[str, object] = {"register": register.id.value, "contact": register.contact}
    made |= updating_figures(asked) | conclude.figures(found)
    if why:
        made["why"] = why
    made |= _routes(found, asked)
    made |= _plan(case, asked)
    made |= _window(case, found)
    made |= _supervisor(case, found)
    made["questions"] = list(conclude.questions(found, asked))
    made["flags"] = list(conclude.flags(found))
    made["limits"] = list(limits(found))
    made["rules"] = [item.rule.id for item in found.judged if item.holds]
    return {name: value for name, value in made.items() if value is not None}


def _register(case: Mapping[str, object], registers: Mapping[str, Register]) -> Register:
    names = ", ".join(registers)
    if case.get("register") is None:
        raise KnownError("The case names no register.", f"Give 'register': {names}.")
    typed = read_text("register", case["register"]).strip().lower()
    if typed not in registers:
        near = get_close_matches(typed, list(registers), 1, 0.7)
        do = f"Did you mean '{near[0]}'?" if near else f"Known registers: {names}."
        raise KnownError(f"No rules are held for the register '{typed[:40]}'.", do)
    return registers[typed]


def _check_keys(case: Mapping[str, object], register: Register) -> None:
    known = (*OTHER_KEYS, *PLAN_KEYS, *SUPERVISOR_KEYS, *known_keys(register))
    for key in case:
        if key not in known:
            near = get_close_matches(str(key), known, 1, 0.4)
            do = f"Did you mean '{near[0]}'?" if near else "Take it out."
            raise KnownError(f"'{str(key)[:60]}' is not a key that a case can have.", do)


def _day(case: Mapping[str, object]) -> date | None:
    for key in ("application_date", "as_of"):
        if case.get(key) is not None:
            first, last = read_day(read_text(key, case[key]), "of applying")
            if first != last:
                raise KnownError(f"'{key}' is not a whole date.", "Write it like 2026-06-01.")
            return first
    return None


def _routes(found: Survey, asked: Updating | None) -> dict[str, object]:
    lines = conclude.Lines(
        () if asked is None else tuple(updating_sums(asked, found.on, NO_SOURCES)),
        conclude.hours_lines(found),
        conclude.cpd_lines(found),
    )
    options = conclude.options(found, lines, NO_SOURCES)
    open_ones = [option for option in options if option.open_to_you]
    routes = [option.id for option in open_ones]
    barred = [option.id for option in options if _is_barred(option.id, found)]
    titles = [option.title for option in open_ones]
    made: dict[str, object] = {"headline": headline(found.register, asked, titles, found)}
    made["says"] = [line for option in open_ones for line in (option.why, *option.sums)]
    if routes:
        made["routes"] = routes
    if len(routes) == 1:
        made["route"] = routes[0]
    if barred:
        made["not_allowed"] = barred
    return made


def _is_barred(route: str, found: Survey) -> bool:
    return any(route in texts(item.rule.asks.get("bars")) for item in found.of("bar") if item.holds)


def _plan(case: Mapping[str, object], asked: Updating | None) -> dict[str, object]:
    """Days planned or hours logged against the days needed: ``plan_ok`` and the days done."""
    told = {k: read_number(k, case[k]) for k in PLAN_KEYS if case.get(k) is not None}
    if asked is None or not told:
        return {}
    needed = told.get("required_days", asked.days)
    days = {kind: told[key] for key, kind in PLANNED.items() if key in told}
    if not days and "hours_logged" not in told:
        return {}
    made: dict[str, object] = {}
    done = sum(days.values())
    if "hours_logged" in told and asked.hours_per_day:
        done = told["hours_logged"] / asked.hours_per_day
    made["days_done"] = neat(done)
    if needed is None:
        return made
    made["required_days"] = neat(needed)
    made["days_short"] = neat(max(0.0, needed - done))
    split, why = mix_verdict(asked, needed, days or {"all": done})
    made["plan_ok"] = split and done >= needed
    made["plan_why"] = why
    private = days.get("private-study", 0.0)
    if asked.private_share is not None and days:
        limit = needed * asked.private_share
        made["max_private_study_days"] = neat(limit)
        made["private_over_days"] = neat(max(0.0, private - limit))
    return made


def _window(case: Mapping[str, object], found: Survey) -> dict[str, object]:
    if case.get("activity_date") is None:
        return {}
    text = read_text("activity_date", case["activity_date"])
    first, last = read_day(text, "of the activity")
    if found.on is None:
        raise KnownError(
            f"The activity of {day_words(text)} needs a day to count to.",
            "Give 'application_date' too.",
        )
    counts, why = window_verdict(found, first, last)
    return {"counts": counts, "why": why, "window_note": window_note(found) if not counts else None}


def _supervisor(case: Mapping[str, object], found: Survey) -> dict[str, object]:
    years, same, proceedings = (case.get(key) for key in SUPERVISOR_KEYS)
    if years is None and same is None and proceedings is None:
        return {}
    verdict, says = supervisor_verdict(
        found,
        None if years is None else read_number(SUPERVISOR_KEYS[0], years),
        None if same is None else read_flag(SUPERVISOR_KEYS[1], same),
        None if proceedings is None else read_flag(SUPERVISOR_KEYS[2], proceedings),
    )
    return {"supervisor_ok": verdict, "supervisor_says": list(says)}
