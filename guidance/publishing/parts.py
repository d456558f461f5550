"""The parts of a plan's document, each a function from the plan to blocks."""

from guidance.domain.document import Block, Figure, Inline, ListBlock, Run, Table, WriteSpace
from guidance.domain.match import Way
from guidance.domain.plan import Action, ActionType, Destination, Goal, Owner, Plan
from guidance.domain.vocabulary import Answer
from guidance.domain.wording import (
    ANSWERS,
    BASES,
    KINDS,
    NATIONS,
    day_words,
    earning,
    in_sentence,
    span,
)
from guidance.publishing.drawings import hexagon_alt, hexagon_svg, route_alt, route_svg, step_time
from guidance.publishing.notes import CHECK, Notes, bullets, heading, labelled, paragraph, text

Blocks = tuple[Block, ...]
BOX = "\u2610"
MOST_BESIDE_RETURN = 2
TYPES = {
    ActionType.DOING: "Learn by doing",
    ActionType.OTHERS: "Learn with others",
    ActionType.STUDY: "Learn by study",
    ActionType.CHECK: "Find out",
}
OWNERS = {
    Owner.ME: "Me",
    Owner.MANAGER: "My manager",
    Owner.EMPLOYER: "My employer",
    Owner.ADVISER: "My adviser",
}


def opening(plan: Plan, notes: Notes) -> Blocks:
    """Title, who and when, and what the plan is for in a sentence."""
    who = f"For {plan.who}. " if plan.who else ""
    made = f"{who}Made on {day_words(plan.made_on)}."
    title, lead = notes.heading or plan.title, notes.lead or _lead(plan)
    return (heading(title, 1), paragraph(made, "meta"), paragraph(lead, "lead"))


def _lead(plan: Plan) -> str:
    if plan.destinations and plan.destinations[0].way and not exploring(plan):
        one = plan.destinations[0]
        paid = " while you keep earning" if one.way and one.way.keeps_earning else ""
        return (
            f"How to get from {plan_start(plan)} to {in_sentence(one.title)}{paid}, step by step."
        )
    if plan.destinations:
        titles = [in_sentence(one.title) for one in plan.destinations]
        listed = titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"
        return f"What to find out about {listed}, and by when."
    if plan.returning:
        return "What coming back to your register asks, and what to do next."
    return "What to think about next, so that roles worth a look can be found."


def exploring(plan: Plan) -> bool:
    """Whether the plan is to look around, with no role chosen yet."""
    return any(goal.id.startswith("explore-") for goal in plan.goals)


def plan_start(plan: Plan) -> str:
    """Where the person starts, as it reads inside a sentence."""
    path = plan.destinations[0].path if plan.destinations else ()
    return in_sentence(path[0]) if path else "where you are now"


def at_a_glance(plan: Plan, notes: Notes) -> Blocks:
    """The plan in six lines."""
    rows: list[tuple[str, Inline]] = []
    for at, one in enumerate(plan.destinations):
        label = "To look at" if exploring(plan) else "Where to"
        rows.append((label if at == 0 else "And", text(one.title, bold=True)))
        if at == 0 and not exploring(plan):
            rows += _way_facts(one, notes)
    if upcoming := next_actions(plan, 1):
        action = upcoming[0]
        rows.append(("Do this first", text(f"{short(action.text, 240)} (by {_day(action.due)})")))
    if plan.reviews:
        rows.append(("Look again on", text(day_words(plan.reviews[0].on))))
    if not rows:
        return ()
    return (heading("At a glance"), facts("", rows))


def _way_facts(one: Destination, notes: Notes) -> list[tuple[str, Inline]]:
    rows: list[tuple[str, Inline]] = []
    if one.way and one.way.steps:
        names = ", then ".join(step.name for step in one.way.steps)
        rows.append(("The way", text(names)))
        time = span(one.way.months)
        rows.append(
            ("How long", text(time.capitalize() if time else "Not said: ask each provider"))
        )
        rows.append(("Earning", text(earning(one.way.keeps_earning))))
    if one.pay:
        rows.append(("Pay when there", notes.cited(one.pay[0])))
    return rows


def facts(caption: str, rows: list[tuple[str, Inline]], answer: str = "Your plan") -> Table:
    """A table of labels and answers."""
    return Table(
        caption,
        (text("About"), text(answer)),
        tuple((text(label), words) for label, words in rows),
        widths=(2.8, 7.2),
        role="facts",
    )


def told_us(plan: Plan, notes: Notes) -> Blocks:
    """The answers the plan rests on, and the interests drawn."""
    blocks: list[Block] = []
    if plan.holland:
        svg = hexagon_svg(plan.holland, large=notes.large)
        caption = "Interests by Holland type, 0 to 100. They sharpen a match; they never decide it."
        width = 150.0 if notes.large else 86.0
        blocks.append(Figure(svg, hexagon_alt(plan.holland), caption, width))
    if plan.told_us:
        rows = [(told.label, text(told.text)) for told in plan.told_us]
        blocks.append(facts("", rows, "What you said"))
    return (heading("What you told us"), *blocks) if blocks else ()


def destinations(plan: Plan, notes: Notes) -> Blocks:
    """Each role the plan heads for, with its reason and one thing against."""
    if not plan.destinations:
        return ()
    blocks: list[Block] = [heading("Where you could go, and why")]
    for one in plan.destinations:
        blocks.append(heading(one.title, 3))
        if one.summary:
            blocks.append(paragraph(notes.cited(one.summary)))
        blocks.append(paragraph(labelled("Why it fits you.", text(one.reason)), "reason"))
        against = labelled("One thing against.", notes.cited(one.counter))
        blocks.append(paragraph(against, "counter"))
        if one.pay:
            blocks.append(paragraph(text("Pay in this role", bold=True)))
            blocks.append(bullets(notes.cited(line) for line in one.pay))
    return tuple(blocks)


def way(plan: Plan, notes: Notes) -> Blocks:
    """The chosen way as a picture and a table, and the other ways in a line each."""
    blocks: list[Block] = []
    for one in plan.destinations:
        if one.way is None or not one.way.steps:
            continue
        if not blocks:
            blocks.append(heading("How you get there"))
        if len(plan.destinations) > 1:
            blocks.append(heading(f"To {in_sentence(one.title)}", 3))
        blocks += _one_way(one, one.way, notes)
    return tuple(blocks)


def _one_way(one: Destination, chosen: Way, notes: Notes) -> list[Block]:
    svg = route_svg(chosen, one.path, large=notes.large)
    blocks: list[Block] = [Figure(svg, route_alt(chosen, one.path), "", 168.0)]
    names = (*one.path, *(step.to_role for step in chosen.steps[len(one.path[1:]) :]))
    rows = tuple(
        (
            (Run(f"{at}. {step.name}"), *notes.marks(notes.plan.cites.get(step.name, ()))),
            text(names[at] if at < len(names) else step.to_role),
            text(step_time(step) or ("In the next step" if step.months.high == 0 else "Not said")),
            text(earning(step.keeps_earning)),
            text(BASES[step.basis]),
        )
        for at, step in enumerate(chosen.steps, 1)
    )
    header = tuple(text(word) for word in ("Step", "Takes you to", "Time", "Paid", "How we know"))
    blocks.append(Table("The steps", header, rows, widths=(3.4, 2.3, 1.5, 1.7, 2.2)))
    if money := dict.fromkeys(line for step in chosen.steps for line in step.funding):
        said = bullets(notes.cited(line) for line in money)
        blocks += [paragraph(text("Money on this way", bold=True)), said]
    if one.other_ways:
        blocks.append(heading("Other ways there", 4))
        blocks.append(bullets(text(way_line(other)) for other in one.other_ways))
    return blocks


def way_line(other: Way) -> str:
    """A way in one line."""
    names = ", then ".join(step.name for step in other.steps)
    best = ", ".join(in_sentence(merit) for merit in other.merits)
    merits = f" What speaks for it: {best}." if best else ""
    time = span(other.months)
    parts = [time, in_sentence(earning(other.keeps_earning))]
    return f"By {KINDS[other.kind]}: {names} ({'; '.join(p for p in parts if p)}).{merits}"


def gaps(plan: Plan, notes: Notes) -> Blocks:
    """What is still missing or not known, law marked."""
    blocks: list[Block] = []
    for one in plan.destinations:
        if not one.gaps:
            continue
        order = {Answer.NO: 0, Answer.UNKNOWN: 1, Answer.YES: 2}
        rows = tuple(
            (
                (Run(gap.says), *notes.marks((gap.source,))),
                text(ANSWERS[gap.answer], bold=gap.answer is Answer.NO),
                text("The law: nobody can waive it" if gap.law else "The course or employer"),
            )
            for gap in sorted(one.gaps, key=lambda gap: order[gap.answer])
        )
        header = tuple(text(word) for word in ("What is asked", "Where you stand", "Who asks it"))
        caption = f"For {in_sentence(one.title)}" if len(plan.destinations) > 1 else ""
        table = Table(caption, header, rows, row_headers=False, widths=(5.5, 2, 2.6))
        blocks.append(table)
    if not blocks:
        return ()
    lead = "“To find out” is not “no”. It is a question to ask."
    return (heading("What is still missing"), paragraph(lead), *blocks)


def goals(plan: Plan, notes: Notes) -> Blocks:
    """Goals with their actions, to tick."""
    if not plan.goals:
        return ()
    blocks: list[Block] = [heading("Goals and actions", anchor="actions")]
    for number, goal in enumerate(plan.goals, 1):
        blocks += _goal(goal, number, notes)
    return tuple(blocks)


def _goal(goal: Goal, number: int, notes: Notes) -> list[Block]:
    blocks: list[Block] = [heading(f"Goal {number}. {goal.text}", 3)]
    words: list[Run] = []
    if goal.measure:
        words += [*labelled("Done when:", text(f"{goal.measure} "))]
    if goal.due:
        words += [*labelled("By:", text(f"{day_words(goal.due)}."))]
    if words:
        blocks.append(paragraph(tuple(words)))
    if goal.actions:
        rows = tuple(_action_row(action, notes) for action in goal.actions)
        header = tuple(text(word) for word in ("Done", "What", "By and who", "What it leaves"))
        widths = (1.0, 5.2, 2.5, 3.0)
        blocks.append(Table("", header, rows, row_headers=False, widths=widths, role="actions"))
    return blocks


def _action_row(action: Action, notes: Notes) -> tuple[Inline, ...]:
    done = f"{day_words(action.done)}" if action.done else BOX
    what: list[Run] = [Run(f"{action.text} ", bold=True)]
    if action.because not in action.text and not _names_a_step(action.because, notes.plan):
        what += [Run("Because: ", italic=True), Run(action.because), *notes.marks(action.sources)]
    if action.note:
        what += [Run(f" {action.note}")]
    more = f". {OWNERS[action.owner]}. {TYPES[action.type]}."
    effort = f" {action.effort}." if action.effort else ""
    when = (Run(_day(action.due), bold=True), Run(f"{more}{effort}"))
    left = [Run(f"{action.evidence.rstrip('.')}." if action.evidence else "")]
    if action.serves:
        names = dict.fromkeys(line.partition(":")[0] for line in action.serves)
        left += [Run(" Counts for: ", italic=True), Run("; ".join(names))]
    return (text(done), tuple(what), when, tuple(left))


def _names_a_step(because: str, plan: Plan) -> bool:
    """Whether a reason is only the name of a step, which the page has told by then."""
    ways = (one.way for one in plan.destinations)
    return any(step.name == because for way in ways if way for step in way.steps)


def short(words: str, most: int = 130) -> str:
    """Words cut at a space, with an ellipsis, where there is no room for more."""
    if len(words) <= most:
        return words
    return f"{words[: most - 1].rsplit(' ', 1)[0]}…"


def next_actions(plan: Plan, most: int) -> list[Action]:
    """The first actions not done, by date."""
    waiting = [a for goal in plan.goals for a in goal.actions if a.done is None]
    return sorted(waiting, key=lambda action: action.due or "9999")[:most]


def _day(iso: str | None) -> str:
    return day_words(iso) if iso else "No date yet"


def people(plan: Plan, _notes: Notes) -> Blocks:
    """Supporters, and the days to look again."""
    blocks: list[Block] = []
    if plan.supporters:
        rows = tuple((text(one.who), text(one.how), text(one.rhythm)) for one in plan.supporters)
        header = tuple(text(word) for word in ("Who", "How they help", "How often"))
        blocks.append(Table("People", header, rows, widths=(3, 4.5, 2.5)))
    if plan.reviews:
        rows = tuple((text(day_words(one.on)), text(one.what), ()) for one in plan.reviews)
        header = tuple(text(word) for word in ("Look again on", "What to ask", "What changed"))
        blocks.append(Table("Reviews", header, rows, widths=(2.2, 4.2, 3.6), role="log"))
    return (heading("Who will help, and when to look again"), *blocks) if blocks else ()


def plan_b(plan: Plan, _notes: Notes) -> Blocks:
    """The other way, and what would make you take it."""
    if plan.plan_b is None:
        return ()
    return (
        heading("Plan B"),
        paragraph(labelled("Turn to it when:", text(plan.plan_b.trigger)), "note"),
        paragraph(plan.plan_b.text),
    )


def employer(plan: Plan, _notes: Notes) -> Blocks:
    """Questions to take to the employer, with room for the answers."""
    if not plan.employer_questions:
        return ()
    blocks = [heading("Questions for your employer")]
    items = bullets((text(question) for question in plan.employer_questions), "tick")
    return (*blocks, items, WriteSpace("What they said, and the date:", 2))


def stories(plan: Plan, notes: Notes) -> Blocks:
    """People and employers to learn from."""
    if not plan.stories:
        return ()
    blocks: list[Block] = [heading("People like you")]
    told = plan.stories
    if plan.returning and len(told) > MOST_BESIDE_RETURN:  # coming back needs the room
        told = (told[0], told[-1])
    for one in told:
        blocks.append(heading(short(one.title), 3))
        ids = notes.plan.cites.get(one.text, (one.source,))
        blocks.append(paragraph((Run(one.text), *notes.marks(ids))))
        label = f"{one.why} {BASES[one.basis]}.".strip()
        blocks.append(paragraph(label, "small"))
    return tuple(blocks)


def funding(plan: Plan, notes: Notes) -> Blocks:
    """Money for study, by nation and year."""
    if not plan.funding:
        return ()
    where = f" in {NATIONS[plan.nation]}" if plan.nation else ""
    return (
        heading(f"Money for learning{where}"),
        bullets(notes.cited(line) for line in plan.funding),
    )


def notes_space(plan: Plan, _notes: Notes) -> Blocks:
    """Notes typed, and room to write."""
    typed = tuple(paragraph(line) for line in plan.notes.splitlines() if line.strip())
    return (heading("Notes"), *typed, WriteSpace("", 2))


def agreement(plan: Plan, _notes: Notes) -> Blocks:
    """Lines to sign."""
    if not plan.acknowledgement:
        return ()
    header = tuple(text(word) for word in ("Who", "Name and signature", "Date"))
    rows = tuple((text(who), (), ()) for who in ("Me", "My manager or adviser"))
    return (
        heading("What we agreed"),
        paragraph(plan.acknowledgement),
        Table("", header, rows, widths=(2.4, 5, 2.2), role="log"),
    )


def limits(plan: Plan, _notes: Notes) -> Blocks:
    """What the plan cannot know or promise."""
    return (heading("What this plan cannot tell you"), paragraph(plan.limits, "note"))


def sources(plan: Plan, _notes: Notes) -> Blocks:
    """The numbered sources, each with its date, nation and mark."""
    if not plan.sources:
        return ()
    items: list[Inline] = []
    for one in plan.sources:
        dates = [f"published {one.published}"] if one.published else []
        dates += [f"read {one.read}"] if one.read else ["date read not known"]
        where = f" {one.nation}." if one.nation else ""
        words: list[Run] = [Run(f"{one.title}. ", bold=True), Run(f"{one.publisher}; ")]
        words.append(Run(f"{', '.join(dates)}.{where} "))
        if one.address:
            words.append(Run(one.address, link=one.address))
        if one.check:
            words += [Run(" "), Run(f"{CHECK.capitalize()}.", italic=True)]
        items.append(tuple(words))
    version = f" Content of {plan.catalogue_newest}." if plan.catalogue_newest else ""
    lead = f"The numbers in brackets point here.{version}"
    listed = ListBlock(tuple(items), ordered=True, role="sources", anchor="source")
    return (heading("Sources"), paragraph(lead, "small"), listed)


def summary(plan: Plan, notes: Notes) -> Blocks:
    """The one-page edition after its opening."""
    blocks: list[Block] = list(at_a_glance(plan, notes))
    if plan.destinations and plan.destinations[0].way:
        one = plan.destinations[0]
        if one.way:
            svg = route_svg(one.way, one.path)
            blocks.append(Figure(svg, route_alt(one.way, one.path), "", 172.0))
    if plan.destinations:
        one = plan.destinations[0]
        fits = labelled("Why it fits you.", text(short(one.reason, 320)))
        blocks.append(paragraph(fits, "reason"))
        against = labelled("One thing against.", text(short(one.counter, 200)))
        blocks.append(paragraph(against, "counter"))
    if waiting := next_actions(plan, 6):
        rows = tuple(
            (text(BOX), text(short(a.text)), text(_day(a.due)), text(OWNERS[a.owner]))
            for a in waiting
        )
        header = tuple(text(word) for word in ("Done", "What to do first", "By", "Who"))
        blocks.append(heading("Next actions"))
        blocks.append(
            Table("", header, rows, row_headers=False, widths=(0.9, 6.4, 2, 1.3), role="actions")
        )
    if plan.plan_b:
        trigger = f"{plan.plan_b.text} Turn to it when: {in_sentence(plan.plan_b.trigger)}"
        blocks.append(paragraph(labelled("Plan B.", text(short(trigger, 320)))))
    caution = "A guide, not a promise. Check each fact in the full plan before you act on it."
    blocks.append(paragraph(caution, "small"))
    return tuple(blocks)
