"""The return-to-practice parts: what the rules ask, the sums, the log and the checklist."""

from dataclasses import replace

from guidance.domain.document import Block, Inline, PageBreak, Run, Table, WriteSpace
from guidance.domain.plan import Plan
from guidance.domain.returning import LogSum, ReturnAnswer, ReturnOption, RuleUsed
from guidance.domain.wording import day_words, register_short
from guidance.publishing.notes import Notes, bullets, heading, labelled, paragraph, text

Blocks = tuple[Block, ...]
MOST_CARE = 1
IN_THE_PACK = (
    "Your return to practice pack has the rest: every way, what to take care with, the proof, "
    "the fees, help and money, and forms for your log. Save it beside this plan."
)
OPEN = {True: "Open to you", False: "Not open to you", None: "Not sure: ask"}
LOGS = (
    ("Supervised practice", ("Date", "Hours", "What I did", "What I learned", "Supervisor signs")),
    ("Formal study", ("Date", "Hours", "Course and provider", "What I learned", "Proof kept")),
    ("Private study", ("Date", "Hours", "What I read or watched", "What I learned", "Proof kept")),
)
SUPERVISOR = (
    "Is on the same part of the register as I was",
    "Has been registered long enough for the rule above",
    "Has no fitness to practise concern open",
    "Has seen what the register asks and agreed to sign",
    "Has agreed days and hours with me, in writing",
    "Knows where the log is kept",
)


def returning(plan: Plan, notes: Notes) -> Blocks:
    """What the rules ask, the proof to collect, what it costs, and what help there is."""
    blocks: list[Block] = []
    for answer in plan.returning:
        blocks += _answer(answer, notes)
        if answer.evidence:
            blocks.append(heading("Proof to collect", 3))
            blocks.append(bullets((text(item) for item in answer.evidence), "tick"))
        for label, lines in (
            ("Fees", answer.fees),
            ("Help and money", answer.support),
            ("Take care", answer.limits),
        ):
            if lines:
                blocks += [heading(label, 3), bullets(notes.cited(line) for line in lines)]
    return tuple(blocks)


def returning_short(plan: Plan, notes: Notes) -> Blocks:
    """What a plan of a few pages says of coming back; the pack holds the rest, and says it all."""
    blocks: list[Block] = []
    for answer in plan.returning:
        open_ones = tuple(one for one in answer.options if one.open_to_you is not False)
        likely = tuple(one for one in open_ones if one.open_to_you)
        blocks += _answer(replace(answer, options=likely or open_ones, log=None), notes)
        if answer.log is not None and answer.log.says:
            blocks.append(heading("Your log so far", 3))
            blocks.append(bullets(text(line) for line in answer.log.says))
        if answer.limits:
            blocks.append(heading("Take care", 3))
            blocks.append(bullets(notes.cited(line) for line in answer.limits[:MOST_CARE]))
    return (*blocks, paragraph(IN_THE_PACK)) if blocks else ()


def returning_alone(plan: Plan, notes: Notes) -> Blocks:
    """The same, for a pack about nothing else: says so where there is nothing to come back to."""
    if plan.returning:
        return returning(plan, notes)
    words = "This plan holds no registration to come back to. Add one in Waymark first."
    return (heading("Coming back to a register"), paragraph(words))


def _answer(answer: ReturnAnswer, notes: Notes) -> list[Block]:
    blocks: list[Block] = [
        heading(f"Coming back to the {register_short(answer.register)} register"),
        paragraph(answer.headline, "reason"),
    ]
    told = [f"As the rules were read for {day_words(answer.as_of)}."]
    if answer.years_out is not None:
        told.insert(0, f"Time out of practice: {answer.years_out:.1f} years.")
    blocks.append(paragraph(" ".join(told)))
    for option in answer.options:
        if option.open_to_you is not False:
            blocks += _option(option, notes)
    shut = [option for option in answer.options if option.open_to_you is False]
    if shut:
        blocks.append(heading("Ways that are not open", 3))
        blocks.append(bullets(labelled(f"{one.title}.", text(one.why)) for one in shut))
    if answer.log:
        blocks += _log_sum(answer.log)
    if answer.flags:
        blocks.append(heading("Where the rule is not clear", 3))
        blocks += [paragraph(flag, "warning") for flag in answer.flags]
    if answer.questions:
        blocks.append(heading("To find out", 3))
        blocks.append(bullets((text(question) for question in answer.questions), "tick"))
    if answer.contact:
        blocks.append(paragraph(labelled("Whom to ask:", text(answer.contact))))
    return blocks


def _option(option: ReturnOption, notes: Notes) -> list[Block]:
    blocks: list[Block] = [heading(f"{option.title}: {OPEN[option.open_to_you].lower()}", 3)]
    if option.why:
        blocks.append(paragraph(option.why))
    if option.asks:
        blocks.append(bullets((text(ask) for ask in option.asks), "tick"))
    if option.sums:
        rows = tuple((text(f"{at}"), text(line)) for at, line in enumerate(option.sums, 1))
        blocks.append(
            Table("The sum", (text("Line"), text("Working")), rows, widths=(1, 9), role="facts")
        )
    if option.rules:
        blocks.append(paragraph(text("The rules behind this", bold=True)))
        blocks.append(bullets(_rule(rule, notes) for rule in option.rules))
    return blocks


def _rule(rule: RuleUsed, notes: Notes) -> Inline:
    read = f" (read {rule.read})" if rule.read else ""
    return (Run(f"{rule.says}{read}"), *notes.marks((rule.source,)))


def _log_sum(log: LogSum) -> list[Block]:
    rows: list[tuple[Inline, ...]] = [
        (text("Asked"), text(_days(log.days_needed))),
        (text("Counted so far"), text(f"{_days(log.days_done)} ({log.counted_hours:g} hours)")),
        (text("Still short"), text(_days(log.days_short), bold=True)),
    ]
    if log.private_limit_days is not None:
        limit = f"{_days(log.private_days)} of at most {_days(log.private_limit_days)}"
        rows.append((text("Private study"), text(limit)))
    header = (text("Your log"), text("Days"))
    blocks: list[Block] = [
        heading("Your log so far", 3),
        Table("", header, tuple(rows), widths=(3, 7), role="facts"),
    ]
    said = [text(line) for line in log.says]
    said += [
        text(f"{day_words(entry.on)}, {entry.hours:g} hours: not counted. {why}")
        for entry, why in log.not_counted
    ]
    return [*blocks, bullets(said)] if said else blocks


def _days(days: float) -> str:
    return "1 day" if days == 1 else f"{days:g} days"


def supervisor(_plan: Plan, _notes: Notes) -> Blocks:
    """A checklist for the supervisor, and room for who it is."""
    return (
        heading("Supervisor's checklist"),
        bullets((text(line) for line in SUPERVISOR), "tick"),
        WriteSpace("Supervisor's name, registration number, workplace and how to reach them:", 3),
    )


def logs(_plan: Plan, _notes: Notes) -> Blocks:
    """A form for each kind of updating, to fill in by hand."""
    blocks: list[Block] = []
    for at, (title, columns) in enumerate(LOGS):
        if at:
            blocks.append(PageBreak())
        blocks.append(heading(f"Log: {title.lower()}"))
        header = tuple(text(column) for column in columns)
        rows = tuple(tuple(() for _ in columns) for _ in range(20))
        widths = (1.4, 1, 3.2, 3.2, 1.8)
        blocks.append(Table("", header, rows, row_headers=False, widths=widths, role="log"))
        blocks.append(WriteSpace("Hours on this page, and hours in all:", 1))
    return tuple(blocks)
