"""Days of updating: how many the rules ask, in hours, how much may be private, done by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guidance.domain.dated import Source
from guidance.domain.register import ReturnRule
from guidance.returning.dates import add_months, count, day_words, tidy
from guidance.returning.facts import number, texts
from guidance.returning.survey import Survey

Figure = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Updating:
    """What updating is asked. ``days`` is None while it hangs between ``could_be``."""

    days: float | None
    could_be: tuple[float, ...]
    rules: tuple[ReturnRule, ...]
    hours_per_day: float | None = None
    private_share: float | None = None
    kinds: tuple[str, ...] = ()
    window_months: int | None = None

    @property
    def hours(self) -> float | None:
        """The days in hours."""
        if self.days is None or self.hours_per_day is None:
            return None
        return self.days * self.hours_per_day

    @property
    def private_limit(self) -> float | None:
        """The most days that may be private study."""
        if self.days is None or self.private_share is None:
            return None
        return self.days * self.private_share


def updating(found: Survey) -> Updating | None:
    """What the rules in force ask; None where the register asks updating by no rule."""
    rules = found.of("updating-days")
    if not any(rule.kind == "updating-days" for rule in found.register.rules):
        return None
    held = [item for item in rules if item.holds]
    chosen = held[:1] or list(rules)
    days = [number(item.rule.asks.get("days")) or 0.0 for item in chosen]
    mix = found.asks("mix")
    months = number(found.asks("window").get("months"))
    return Updating(
        days=days[0] if held else None,
        could_be=tuple(sorted(set(days))),
        rules=tuple(item.rule for item in chosen),
        hours_per_day=number(found.asks("day-length").get("hours")),
        private_share=number(mix.get("private_share")),
        kinds=texts(mix.get("kinds")),
        window_months=None if months is None else int(months),
    )


def updating_figures(asked: Updating | None) -> dict[str, Figure]:
    """The numbers by name; empty while the days are not settled."""
    if asked is None or asked.days is None:
        return {}
    made: dict[str, Figure] = {"updating_days": neat(asked.days)}
    if asked.hours is not None:
        made["hours"] = neat(asked.hours)
        made["hours_per_day"] = neat(asked.hours_per_day)
    if asked.private_limit is not None:
        made["max_private_study_days"] = neat(asked.private_limit)
    if asked.window_months is not None:
        made["window_months"] = asked.window_months
    return made


def neat(value: float | None) -> int | float | None:
    """A number as people write it: whole where it is whole, else to two decimals."""
    if value is None:
        return None
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def updating_sums(asked: Updating, on: date | None, sources: Mapping[str, Source]) -> list[str]:
    """The arithmetic in words, a line each."""
    said = as_read(asked.rules, sources)
    if asked.days is None:
        choices = " or ".join(count(days, "day") for days in asked.could_be)
        return [f"The rules{said} ask {choices}. It hangs on a fact that is not known yet."]
    if asked.days == 0:
        return [f"The rule{said} asks no days of updating."]
    lines = [f"The rule{said} asks {count(asked.days, 'day')}."]
    if asked.hours is not None and asked.hours_per_day is not None:
        days, each = tidy(asked.days), tidy(asked.hours_per_day)
        lines.append(f"{days} days x {each} hours = {tidy(asked.hours)} hours.")
    if asked.private_limit is not None:
        lines.append(f"At most {count(asked.private_limit, 'day')} may be private study.")
    if asked.window_months is not None:
        lines.append(_window_words(asked.window_months, on))
    return lines


def _window_words(months: int, on: date | None) -> str:
    line = f"It must be done in the {months} months before you apply"
    if on is None:
        return f"{line}."
    start = add_months(on, -months).isoformat()
    return f"{line}. To apply on {day_words(on.isoformat())}, that is from {day_words(start)}."


def as_read(rules: tuple[ReturnRule, ...], sources: Mapping[str, Source]) -> str:
    """The words *as read in November 2026* (commas included), empty where no date is known."""
    for rule in rules:
        for source in rule.provenance.sources:
            if source in sources and sources[source].read:
                return f", as read in {day_words(str(sources[source].read))},"
    return ""


def supervisor_verdict(
    found: Survey, years: float | None, same: bool | None, case: bool | None
) -> tuple[bool | None, tuple[str, ...]]:
    """Whether a supervisor meets the rule, with what speaks against it or is not known.

    ``same`` says the same profession, ``case`` a fitness to practise case or sanction.
    """
    asks = found.asks("supervisor")
    if not asks:
        return None, ("No rule about supervisors was read for this register.",)
    least = number(asks.get("years_registered")) or 0.0
    checks = [
        (None if years is None else years >= least, f"on the register for {tidy(least)} years"),
    ]
    if asks.get("same_profession") is True:
        checks.append((same, "in the same profession as you"))
    if asks.get("clear_of_proceedings") is True:
        checks.append((None if case is None else not case, "clear of fitness to practise cases"))
    wrong = [f"Your supervisor must be {words}." for held, words in checks if held is False]
    untold = [f"Is your supervisor {words}?" for held, words in checks if held is None]
    if wrong:
        return False, tuple(wrong)
    return (None, tuple(untold)) if untold else (True, ())


def window_verdict(found: Survey, first: date, last: date) -> tuple[bool | None, str]:
    """Whether work on a day (first to last that it can mean) falls in the window, and why.

    The rule is the one in force on the day of applying; with no such day or no such rule, None.
    """
    months = number(found.asks("window").get("months"))
    if found.on is None or months is None:
        return None, "No rule about when work counts was read for that day."
    start = add_months(found.on, -int(months))
    counts = {start <= day <= found.on for day in (first, last)}
    if len(counts) > 1:
        return None, "Give the day: part of that month counts and part does not."
    if counts == {True}:
        ended = any(i.rule.provenance.valid_until for i in found.of("window") if i.holds)
        return True, f"{int(months)}-month window {'then ' if ended else ''}in force"
    if first > found.on:
        return False, "after the day of applying"
    return False, f"more than {int(months)} months before applying"


def window_note(found: Survey) -> str | None:
    """What the window rule leaves open, and whom to ask; None where nothing is."""
    notes = [i.rule.provenance.note for i in found.of("window") if i.holds]
    return f"{notes[0]} Ask {found.register.contact}." if notes and notes[0] else None


def mix_verdict(asked: Updating, needed: float, days: Mapping[str, float]) -> tuple[bool, str]:
    """Whether planned days by kind meet the days needed and the share of private study."""
    total = round(sum(days.values()), 6)
    private = days.get("private-study", 0.0)
    limit = None if asked.private_share is None else needed * asked.private_share
    if limit is not None and private > limit:
        over = f"{count(private, 'day')} of private study is over the limit of {tidy(limit)}"
        return False, f"{over}: {count(private - limit, 'day')} too many"
    if total < needed:
        return False, f"{count(needed - total, 'day')} short of {tidy(needed)}"
    return True, f"{count(total, 'day')} for {tidy(needed)} needed"
