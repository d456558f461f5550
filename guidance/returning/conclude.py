"""A survey of the rules to options, figures, questions and flags."""

from collections.abc import Mapping
from dataclasses import dataclass

from guidance.domain.dated import Source
from guidance.domain.register import Fee
from guidance.domain.returning import ReturnOption
from guidance.domain.vocabulary import Answer
from guidance.returning.dates import count, tidy
from guidance.returning.facts import Range, judge, named, named_list, number, texts
from guidance.returning.survey import Judged, Survey, used
from guidance.returning.updating import Figure, Updating, neat

QUESTIONS: Mapping[str, tuple[str, str]] = {
    "registered": ("Are you on the register now?", "We took it that you are not on it now."),
    "ever_registered": (
        "Have you been on the register before?",
        "We took it that you have been on it before.",
    ),
    "removed_by_panel": (
        "Did a fitness to practise panel remove you?",
        "We took it that no fitness to practise panel removed you.",
    ),
    "removed_for_cpd": (
        "Were you removed over CPD?",
        "We took it that you were not removed over CPD.",
    ),
    "months_since_left": (
        "When did you leave the register?",
        "We took it that you left more than a month ago.",
    ),
    "years_since_left": ("When did you leave the register?", ""),
    "years_since_last_practised": ("When did you last practise?", ""),
    "years_since_qualified": ("When did you qualify?", ""),
    "hours_3y": (
        "How many hours did you practise, registered and in this part, in the last 3 years?",
        "",
    ),
    "hours_5y": (
        "How many hours did you practise, registered and in this part, in the last 5 years?",
        "",
    ),
    "cpd_hours_3y": ("How many hours of learning (CPD) do you have in the last 3 years?", ""),
    "part": ("Which part of the register is it?", "We took it that the general rule is yours."),
    "licence": ("Do you hold a licence to practise?", ""),
    "left_year": ("In which year did you leave the register?", ""),
}
EXACT: Mapping[str, str] = {
    "years_since_last_practised": "On which day did you last practise? The rule turns on it.",
    "years_since_left": "On which day did you leave the register? The rule turns on it.",
    "months_since_left": "On which day did you leave the register? The rule turns on it.",
    "years_since_qualified": "On which day did you qualify? The rule turns on it.",
}
SETTLING = ("route", "updating-days", "cpd")
CPD_UNIT = "hour"


@dataclass(frozen=True, slots=True)
class Lines:
    """The arithmetic in words, by subject."""

    updating: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    cpd: tuple[str, ...] = ()


def options(found: Survey, lines: Lines, sources: Mapping[str, Source]) -> tuple[ReturnOption, ...]:
    """The ways back: those open, those that hang on a fact, then those named as closed."""
    barred = {
        route: item
        for item in found.of("bar")
        if item.holds
        for route in texts(_asks(item, "bars"))
    }
    made: list[ReturnOption] = []
    for item in found.judged:
        route = str(_asks(item, "route"))
        shown = (item.open and not _unsaid(item, found)) or _worth_saying(item, found)
        if item.rule.kind == "route" and shown and route not in barred:
            made.append(_option(item, route, lines, found, sources))
    for route, item in barred.items():
        title = _title(found, route)
        shown_rule = (used(item.rule, sources),)
        made.append(ReturnOption(route, title, False, item.rule.says, rules=shown_rule))
    return tuple(sorted(made, key=lambda option: _ORDER[option.open_to_you]))


def _unsaid(item: Judged, found: Survey) -> bool:
    """Whether a way is for so few that it is named only to those who told the fact it needs."""
    name = str(_asks(item, "unsaid_until"))
    return bool(name) and name not in found.facts


def fees(found: Survey) -> tuple[Fee, ...]:
    """The fees in force, without those that belong only to ways that are shut."""
    routes = [item for item in found.judged if item.rule.kind == "route"]
    tied = {name for item in routes for name in texts(_asks(item, "fees"))}
    owed = {name for item in routes if item.open for name in texts(_asks(item, "fees"))}
    return tuple(fee for fee in found.fees if fee.item not in tied - owed)


def _worth_saying(item: Judged, found: Survey) -> bool:
    """Whether a closed way is closed by one test alone, which its rule says is worth telling."""
    name = str(_asks(item, "mention"))
    rest = {key: test for key, test in item.rule.when.items() if key != name}
    return bool(name) and judge(rest, found.facts).answer is not Answer.NO


_ORDER: Mapping[bool | None, int] = {True: 0, None: 1, False: 2}
_OPEN: Mapping[Answer, bool | None] = {Answer.YES: True, Answer.UNKNOWN: None, Answer.NO: False}


def _option(
    item: Judged, route: str, lines: Lines, found: Survey, sources: Mapping[str, Source]
) -> ReturnOption:
    rules = [item.rule]
    sums: list[str] = []
    for ask, kind, said in (
        ("updating", "updating-days", lines.updating),
        ("hours", "hours", lines.hours),
        ("cpd", "cpd", lines.cpd),
    ):
        if _asks(item, ask) is True:
            sums.extend(said)
            rules.extend(other.rule for other in found.of(kind))
    return ReturnOption(
        id=route,
        title=str(_asks(item, "title")),
        open_to_you=_OPEN[item.verdict.answer],
        why=item.rule.says,
        asks=texts(_asks(item, "needs")),
        sums=tuple(sums),
        rules=tuple(used(rule, sources) for rule in rules),
    )


def _asks(item: Judged, name: str) -> object:
    return named(item.rule.asks).get(name, "")


def _title(found: Survey, route: str) -> str:
    for item in found.judged:
        if item.rule.kind == "route" and _asks(item, "route") == route:
            return str(_asks(item, "title"))
    return route.replace("-", " ").capitalize()


def hours_lines(found: Survey) -> tuple[str, ...]:
    """The hours test in words: each way with what was told and what is short."""
    lines: list[str] = []
    for way in named_list(found.asks("hours").get("ways")):
        needed, years = number(way.get("hours")) or 0.0, tidy(number(way.get("years")) or 0.0)
        told = found.facts.get(str(way.get("field")))
        asked = f"The rule asks {count(needed, 'hour')} in the last {years} years."
        if isinstance(told, Range) and told.exact is not None:
            short = max(0.0, needed - told.low)
            rest = f"That is {count(short, 'hour')} short." if short else "That is enough."
            lines.append(f"{asked} You have {tidy(told.low)} that count. {rest}")
        else:
            lines.append(f"{asked} You have not told us yours.")
    return tuple(lines)


def cpd_lines(found: Survey) -> tuple[str, ...]:
    """The learning hours in words; empty where the register counts none in hours."""
    asks = found.asks("cpd")
    needed = number(asks.get("hours"))
    if needed is None:
        return ()
    told = found.facts.get(str(asks.get("field")))
    years = tidy(number(asks.get("years")) or 0.0)
    line = f"The rule asks {count(needed, CPD_UNIT)} of learning in the last {years} years."
    if not isinstance(told, Range):
        return (f"{line} You have not told us yours.",)
    short = max(0.0, needed - told.low)
    rest = f"That is {count(short, CPD_UNIT)} short." if short else "That is enough."
    return (f"{line} You have {tidy(told.low)}. {rest}",)


def figures(found: Survey) -> dict[str, Figure]:
    """Numbers and words by name, from every rule that applies: ``gives``, fees, tests, CPD."""
    made: dict[str, Figure] = {}
    for item in found.judged:
        if item.holds:
            for name, value in named(_asks(item, "gives")).items():
                made[name] = value if isinstance(value, (str, int, float, bool)) else None
            fee = next((f for f in found.fees if f.item == _asks(item, "fee")), None)
            if fee is not None:
                made.setdefault("readmission_fee_gbp", fee.amount)
    made.update(_cpd_figures(found))
    test = found.asks("test")
    passed = found.facts.get(str(test.get("field")))
    if isinstance(passed, Range):
        made["test_valid"] = passed.high <= (number(test.get("valid_years")) or 0.0)
    flagged = [boundary.flag for boundary in found.boundaries if boundary.flag]
    if flagged:
        made["flag"] = flagged[0]
    return made


def _cpd_figures(found: Survey) -> dict[str, Figure]:
    asks = found.asks("cpd")
    needed, told = number(asks.get("hours")), found.facts.get(str(asks.get("field")))
    if needed is None or not isinstance(told, Range):
        return {}
    short = max(0.0, needed - told.low)
    return {"cpd_hours_needed": neat(needed), "cpd_hours_short": neat(short), "cpd_ok": not short}


def questions(found: Survey, asked: Updating | None) -> tuple[str, ...]:
    """What to ask: facts that a rule waits for, then those it took to hold."""
    settled = asked is not None and asked.days is not None
    skipped = {"updating-days"} if settled else set[str]()
    rules = [i for i in found.judged if i.rule.kind in SETTLING and i.rule.kind not in skipped]
    taken = [name for item in rules if item.holds for name in sorted(item.verdict.assumed)]
    waiting = [
        name
        for item in rules
        if not item.verdict.unknown & set(taken)  # what is taken to hold settles this one
        for name in sorted(item.verdict.unknown)
    ]
    if "part" not in found.facts and any("part" in rule.when for rule in found.register.rules):
        waiting.append("part")
    needed = str(found.asks("cpd").get("field") or "")
    if needed and needed not in found.facts:
        waiting.append(needed)
    asks = [EXACT.get(n, _ask(n)) if n in found.facts else _ask(n) for n in waiting]
    checks = [_took(name) for name in taken if name not in waiting]
    return tuple(dict.fromkeys((*asks, *checks)))


def _ask(name: str) -> str:
    return QUESTIONS[name][0] if name in QUESTIONS else f"{name.replace('_', ' ').capitalize()}?"


def _took(name: str) -> str:
    words = QUESTIONS.get(name, ("", ""))[1]
    return f"{words} Is that right?" if words else _ask(name)


def flags(found: Survey) -> tuple[str, ...]:
    """Boundaries the person stands on, each with how it is treated, why and whom to ask."""
    return tuple(
        f"{b.case}: treated as {b.treat_as}. {b.why} {b.ask}" for b in found.boundaries if b.flag
    )


def evidence(found: Survey) -> tuple[str, ...]:
    """What to gather, from every rule that applies."""
    kinds = ("evidence", "cpd", "process")
    held = [item for kind in kinds for item in found.of(kind) if item.holds]
    return tuple(dict.fromkeys(text for item in held for text in texts(_asks(item, "items"))))
