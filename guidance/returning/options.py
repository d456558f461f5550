"""The answer for one registration: what is lawful on a day, what it asks and what is still short.

It never says that a person can return. It says what the rules, as read on a date, ask.
"""

from collections.abc import Mapping
from datetime import date
from math import floor, inf
from typing import TypedDict, Unpack

from guidance.domain.dated import Provenance, Source, first_day, last_day
from guidance.domain.profile import Registration
from guidance.domain.register import Fee, Register, ReturnSupport
from guidance.domain.returning import LogEntry, LogSum, ReturnAnswer, Supervisor
from guidance.domain.vocabulary import Nation, RegistrationStatus
from guidance.returning import conclude
from guidance.returning.dates import add_months, day_words, tidy, time_words
from guidance.returning.facts import Fact, Range, named, texts
from guidance.returning.log import add_up, add_up_learning
from guidance.returning.survey import Judged, Survey, part_of, survey, used
from guidance.returning.told import LEFT, PRACTISED, read_told
from guidance.returning.updating import (
    Updating,
    neat,
    supervisor_verdict,
    updating,
    updating_figures,
    updating_sums,
)

LIMIT = (
    "This says what the rules ask, as we read them. It does not say that you can return. "
    "The regulator decides. Check its page before you act."
)
NEVER = "You have not been on this register, so this is not a return. See the ways in to a role."
OLD_FIGURE_MONTHS = 24  # a fee this long past its review is history, and no guide
NATIONS: Mapping[str, str] = {
    "england": "England",
    "scotland": "Scotland",
    "wales": "Wales",
    "northern-ireland": "Northern Ireland",
    "uk": "the UK",
}


class Around(TypedDict, total=False):
    """What may be told beside the registration; ``told`` takes the keys of told.py."""

    nation: Nation | None
    log: tuple[LogEntry, ...]
    supervisor: Supervisor | None
    support: tuple[ReturnSupport, ...]
    sources: Mapping[str, Source]
    told: Mapping[str, object]


def answer(
    registration: Registration, register: Register, as_of: date, **around: Unpack[Around]
) -> ReturnAnswer:
    """All that a register's rules of a day say for one registration, judged on its own.

    Raises KnownError where a date told is no date or lies ahead, ValueError where the register is
    not the registration's.
    """
    if registration.register != register.id:
        raise ValueError(f"{registration.register} is not {register.id}")
    sources = around.get("sources", {})
    told = _told(registration, register, around)
    facts, why = read_told(told, register, as_of)
    found = survey(register, facts, as_of)
    asked = updating(found)
    lines = _lines(found, asked, registration, sources)
    options = conclude.options(found, lines, sources)
    if registration.status is RegistrationStatus.NEVER and not any(
        option.open_to_you is not False for option in options
    ):
        return _never(registration, register, as_of)
    figures = _figures(found, asked, around.get("supervisor"))
    log = _log(around.get("log", ()), asked, found)
    if log is not None and log.days_needed:
        figures |= {"days_done": neat(log.days_done), "days_short": neat(log.days_short)}
    if why:
        figures["why"] = why
    return ReturnAnswer(
        register=register.id,
        part=registration.part,
        as_of=as_of.isoformat(),
        years_out=_years_out(found, registration, as_of),
        headline=headline(register, asked, [o.title for o in options if o.open_to_you], found),
        options=() if _student(registration) else options,
        figures=figures,
        log=log,
        flags=conclude.flags(found),
        questions=conclude.questions(found, asked),
        evidence=conclude.evidence(found),
        fees=tuple(fee_words(fee, as_of, sources) for fee in conclude.fees(found)),
        support=support_words(register, around),
        limits=limits(found),
        contact=register.contact,
        rules=tuple(used(item.rule, sources) for item in found.judged if item.holds),
        supervisor=_supervisor_lines(found, asked, around.get("supervisor")),
    )


def _never(registration: Registration, register: Register, as_of: date) -> ReturnAnswer:
    """The answer to someone the register has no way back for, having never been on it."""
    return ReturnAnswer(
        register=register.id,
        part=registration.part,
        as_of=as_of.isoformat(),
        years_out=None,
        headline=NEVER,
        limits=(LIMIT,),
        contact=register.contact,
    )


def _log(entries: tuple[LogEntry, ...], asked: Updating | None, found: Survey) -> LogSum | None:
    return add_up_learning(entries, found) if asked is None else add_up(entries, asked, found)


def _student(registration: Registration) -> bool:
    return registration.status is RegistrationStatus.STUDENT


def _told(registration: Registration, register: Register, around: Around) -> dict[str, object]:
    status, part = registration.status, registration.part
    told: dict[str, object] = {
        "part": part if part and part_of(register, part) else None,
        "registered": status is RegistrationStatus.REGISTERED,
        "ever_registered": status in (RegistrationStatus.REGISTERED, RegistrationStatus.LAPSED),
        "last_practised_on": registration.last_practised_on,
        "left_on": registration.left_on,
        "hours_3y": registration.practice_hours_3y,
        "hours_5y": registration.practice_hours_5y,
        "cpd_hours_3y": registration.cpd_hours_3y,
    }
    nation = around.get("nation")
    if nation is not None:
        told["nation"] = nation.value
    return told | dict(around.get("told", {}))


def _figures(
    found: Survey, asked: Updating | None, supervisor: Supervisor | None
) -> dict[str, str | int | float | bool | None]:
    made = updating_figures(asked) | conclude.figures(found)
    if supervisor is not None and supervisor != Supervisor() and found.asks("supervisor"):
        made["supervisor_ok"] = _supervisor(found, supervisor)[0]
    return made


def _supervisor(found: Survey, told: Supervisor) -> tuple[bool | None, tuple[str, ...]]:
    return supervisor_verdict(
        found, told.years_registered, told.same_profession, told.fitness_to_practise
    )


def _supervisor_lines(
    found: Survey, asked: Updating | None, supervisor: Supervisor | None
) -> tuple[str, ...]:
    rules = [item.rule for item in found.of("supervisor") if item.holds]
    if not rules or (asked is not None and asked.days == 0):
        return ()
    needs = [line for rule in rules for line in (rule.says, *texts(named(rule.asks).get("needs")))]
    if supervisor is None or supervisor == Supervisor():
        return tuple(needs)
    return (*needs, *_supervisor(found, supervisor)[1])


def clock_of(register: Register) -> str:
    """Which time away the register counts: since last practising, or since leaving."""
    fields = {name for rule in register.rules for name in rule.when if rule.kind != "process"}
    return LEFT if f"years_since_{PRACTISED}" not in fields else PRACTISED


def _lines(
    found: Survey,
    asked: Updating | None,
    registration: Registration,
    sources: Mapping[str, Source],
) -> conclude.Lines:
    opening: list[str] = []
    for base, text, verb in (
        (PRACTISED, registration.last_practised_on, "You last practised"),
        (LEFT, registration.left_on, "You left the register"),
    ):
        if text and found.on is not None and base == clock_of(found.register):
            when = f"{'on' if text.count('-') == 2 else 'in'} {day_words(text)}"
            opening.append(f"{verb} {when}. That is {time_words(text, found.on)}.")
    sums = [] if asked is None else updating_sums(asked, found.on, sources)
    hours, cpd = conclude.hours_lines(found), conclude.cpd_lines(found)
    return conclude.Lines((*opening, *sums), hours, cpd)


def _years_out(found: Survey, registration: Registration, on: date) -> float | None:
    base = clock_of(found.register)
    told = registration.left_on if base == LEFT else registration.last_practised_on
    fact: Fact | None = found.facts.get(f"months_since_{base}")
    if not isinstance(fact, Range):
        return None
    if told and told.count("-") == 1:
        year, month = (int(part) for part in told.split("-"))
        return round(((on.year - year) * 12 + on.month - month) / 12, 2)
    if fact.high == inf:
        return None
    return floor(fact.high / 12 * 100) / 100  # never rounded up to a boundary


def headline(register: Register, asked: Updating | None, titles: list[str], found: Survey) -> str:
    """One sentence that says what the rules ask; never that a person can return."""
    if not titles:
        if found.of("route"):
            return "One more fact is needed before the rules give an answer. See the questions."
        return f"The rules read here do not settle your case. Ask {register.contact}."
    ways = " or ".join(title[0].lower() + title[1:] for title in titles)
    if asked is None or not any(_wants_updating(item) for item in found.of("route")):
        return f"The rules as read point to: {ways}."
    if asked.days is None:
        choices = " or ".join(tidy(days) for days in asked.could_be)
        return f"The rules ask {choices} days of updating. One more fact settles which."
    if not asked.days:
        return f"The rules ask no days of updating. The way they give is: {ways}."
    hours = f" ({tidy(asked.hours)} hours)" if asked.hours is not None else ""
    return f"The rules ask {tidy(asked.days)} days of updating{hours}. The way is: {ways}."


def _wants_updating(item: Judged) -> bool:
    return item.holds and item.rule.asks.get("updating") is True


def limits(found: Survey) -> tuple[str, ...]:
    """What the answer does not say, what the law keeps, and the register's notes."""
    kinds = (*found.of("limit"), *found.of("parts"))
    said = tuple(item.rule.says for item in kinds if item.holds)
    return (LIMIT, *said, *found.register.notes)


def fee_words(fee: Fee, on: date, sources: Mapping[str, Source]) -> str:
    """A fee with its date, when it was read and whether to check it first."""
    provenance = fee.provenance
    if fee.amount is None:
        return f"{fee.item}: not known. {provenance.note}".strip()
    since = (
        f"from {day_words(provenance.valid_from)}" if provenance.valid_from else "date not known"
    )
    if _outlived(provenance, on) and provenance.valid_from:
        year = first_day(provenance.valid_from).year
        return f"{fee.item}: it was £{fee.amount:,.2f} in {year}. Ask what it is now."
    read = next((sources[s].read for s in provenance.sources if s in sources), None)
    told = f"{since}; read {day_words(read)}" if read else since
    check = " Check before you act." if provenance.needs_check(on) else ""
    return f"{fee.item}: £{fee.amount:,.2f} ({told}).{check}"


def _outlived(provenance: Provenance, on: date) -> bool:
    if provenance.review_by is None:
        return False
    return add_months(last_day(provenance.review_by), OLD_FIGURE_MONTHS) < on


def support_words(register: Register, around: Around) -> tuple[str, ...]:
    """Support and money for this register in the person's nation (all nations if not told)."""
    nation = around.get("nation")
    wide = nation is None or nation is Nation.UK
    return tuple(
        _support_line(item)
        for item in around.get("support", ())
        if (not item.registers or register.id.value in item.registers)
        and (wide or item.nation in (nation, "uk"))
    )


def _support_line(item: ReturnSupport) -> str:
    money = f" {item.amount[0].upper()}{item.amount[1:]}." if item.amount else ""
    status = f" Status: {item.status}." if item.status else ""
    where = NATIONS.get(item.nation, item.nation)
    return f"{item.name} ({where}). For: {item.who}. {item.what}{money}{status}"
