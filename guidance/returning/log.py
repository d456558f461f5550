"""The log of updating, added up: what counts, what does not and why, what is still short."""

from dataclasses import replace
from datetime import date
from math import isfinite

from guidance.domain.returning import LogEntry, LogSum
from guidance.returning.dates import add_months, count, day_words, read_day, tidy
from guidance.returning.facts import number, texts
from guidance.returning.survey import Survey
from guidance.returning.updating import Updating, window_note, window_verdict

PRIVATE = "private-study"


def add_up(entries: tuple[LogEntry, ...], asked: Updating, found: Survey) -> LogSum | None:
    """The log against what is asked; None where days or their length are not settled."""
    if asked.days is None or not asked.hours_per_day:
        return None
    counted: list[LogEntry] = []
    left_out: list[tuple[LogEntry, str]] = []
    for entry in entries:
        why = _why_not(entry, asked, found)
        if why:
            left_out.append((entry, why))
        else:
            counted.append(entry)
    hours = {kind: sum(e.hours for e in counted if e.kind == kind) for kind in _kinds(counted)}
    private = hours.get(PRIVATE, 0.0) / asked.hours_per_day
    others = sum(h for kind, h in hours.items() if kind != PRIVATE) / asked.hours_per_day
    limit = asked.private_limit
    allowed = private if limit is None else min(private, limit)
    done = others + allowed
    sums = LogSum(
        counted_hours=round((others + allowed) * asked.hours_per_day, 2),
        days_done=round(done, 2),
        days_needed=asked.days,
        days_short=round(max(0.0, asked.days - done), 2),
        private_days=round(private, 2),
        private_limit_days=limit,
        private_over_days=round(private - allowed, 2),
        not_counted=tuple(left_out),
    )
    note = window_note(found) if left_out else None
    return replace(sums, says=(*_spoken(sums, hours, asked), *((note,) if note else ())))


def add_up_learning(entries: tuple[LogEntry, ...], found: Survey) -> LogSum | None:
    """Learning (CPD) in the log against the hours asked; None where none are asked or logged."""
    asks = found.asks("cpd")
    needed, years = number(asks.get("hours")), number(asks.get("years"))
    if not entries or needed is None or years is None or found.on is None:
        return None
    start, kinds = add_months(found.on, -int(years * 12)), texts(asks.get("kinds"))
    left_out: list[tuple[LogEntry, str]] = []
    hours = 0.0
    for entry in entries:
        first, last = _day(entry)
        if entry.kind not in kinds:
            left_out.append((entry, f"'{entry.kind}' is not read as learning (CPD)."))
        elif not isfinite(entry.hours) or entry.hours <= 0:
            left_out.append((entry, "The hours are not a number above zero."))
        elif start <= first and last <= found.on:
            hours += entry.hours
        else:
            left_out.append((entry, f"{day_words(entry.on)}: not within {tidy(years)} years."))
    short = max(0.0, needed - hours)
    says = (
        f"Learning in your log: {tidy(hours)} of {count(needed, 'hour')}.",
        f"Still short: {count(short, 'hour')}." if short else "Nothing is short.",
    )
    return LogSum(counted_hours=round(hours, 2), not_counted=tuple(left_out), says=says)


def _kinds(entries: list[LogEntry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.kind for entry in entries))


def _why_not(entry: LogEntry, asked: Updating, found: Survey) -> str:
    if asked.kinds and entry.kind not in asked.kinds:
        return f"'{entry.kind}' is not a kind of updating the rule names."
    if not isfinite(entry.hours) or entry.hours <= 0:
        return "The hours are not a number above zero."
    if asked.window_months is None or found.on is None:
        return ""
    counts, why = window_verdict(found, *_day(entry))
    return "" if counts else f"{day_words(entry.on)}: {why}."


def _day(entry: LogEntry) -> tuple[date, date]:
    return read_day(entry.on, "of this log entry")


def _spoken(sums: LogSum, hours: dict[str, float], asked: Updating) -> tuple[str, ...]:
    lines: list[str] = []
    for kind, spent in hours.items():
        each = tidy(asked.hours_per_day or 0.0)
        days = tidy(spent / (asked.hours_per_day or 1.0))
        lines.append(f"{_kind_words(kind)}: {tidy(spent)} hours / {each} = {days} days.")
    if sums.private_over_days:
        over, limit = tidy(sums.private_over_days), tidy(sums.private_limit_days or 0.0)
        lines.append(f"Private study counts up to {limit} days. {over} days of it do not count.")
    if sums.not_counted:
        entries = count(len(sums.not_counted), "entry").replace("entrys", "entries")
        lines.append(f"Not counted: {entries}.")
    lines.append(f"Done: {tidy(sums.days_done)} of {count(sums.days_needed, 'day')}.")
    short = count(sums.days_short, "day")
    lines.append(f"Still short: {short}." if sums.days_short else "Nothing is short.")
    return tuple(lines)


def _kind_words(kind: str) -> str:
    return kind.replace("-", " ").capitalize()
