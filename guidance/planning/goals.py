"""Goals with their actions: be sure, be ready, make the move, come back, look around."""

import re
from datetime import date

from guidance.domain.match import Step
from guidance.domain.plan import Action, ActionType, Destination, Goal
from guidance.domain.returning import ReturnAnswer, ReturnOption
from guidance.domain.role import Role
from guidance.domain.vocabulary import Answer, RouteKind
from guidance.domain.wording import in_sentence, register_short, with_article
from guidance.planning.brief import PlanBrief
from guidance.planning.days import add_days, add_months, next_september
from guidance.planning.tasks import GapKind, Tasks

# Months before the first step: time to meet gaps, to get answers, or only to apply.
LEAD_GAPS, LEAD_QUESTIONS, LEAD_CLEAR = 6, 3, 2
TAUGHT = {
    RouteKind.DEGREE,
    RouteKind.POSTGRADUATE,
    RouteKind.FOUNDATION_DEGREE,
    RouteKind.CONVERSION,
}
MEET = GapKind(
    "",
    ActionType.OTHERS,
    "",
    "",
    "Half a page: what you saw, what surprised you, what you will do next",
    "A visit of half a day or a day",
)
ASK = GapKind("", ActionType.CHECK, "", "", "A dated note of the answer", "About an hour")
PLACEMENT = GapKind(
    "",
    ActionType.OTHERS,
    "",
    "",
    "An email that names your supervisor and your first day",
    "A few calls and emails over some weeks",
)
PAPERS = GapKind(
    "", ActionType.CHECK, "", "", "A copy of what you sent, with its date", "An hour or two"
)
_PAPERS = r"\b(form|apply|application|pay|fee|send|write to)\b"
UPDATING_MONTHS = 9  # leaves three months inside a window of twelve
PRACTISE = GapKind(
    "", ActionType.DOING, "", "", "Your log: date, hours, what you did", "As the rule asks"
)


def move_goals(
    destinations: tuple[Destination, ...], brief: PlanBrief, tasks: Tasks
) -> tuple[Goal, ...]:
    """For each destination: be sure it is right, be ready, make the move."""
    made: list[Goal] = []
    for one in destinations:
        starts = step_starts(one, brief.as_of)
        made.append(_sure(one, brief, tasks))
        ready = _ready(one, starts, tasks)
        if ready:
            made.append(
                Goal(
                    id=f"ready-{one.role_id}",
                    text=f"Have everything that the way to {in_sentence(one.title)} asks for",
                    measure=f"{_count(len(ready), 'line')} ticked below, with the proof in your "
                    "folder.",
                    due=_last_due(ready),
                    actions=ready,
                )
            )
        if one.way and one.way.steps:
            made.append(_move(one, one.way.steps, starts, tasks))
    return tuple(made)


def step_starts(destination: Destination, as_of: date) -> tuple[date, ...]:
    """The day each step of the chosen way could start, counted from the day of the plan."""
    if destination.way is None:
        return ()
    answers = {gap.answer for gap in destination.gaps}
    lead = LEAD_CLEAR
    if Answer.UNKNOWN in answers:
        lead = LEAD_QUESTIONS
    if Answer.NO in answers:
        lead = LEAD_GAPS
    day = add_months(as_of, lead)
    starts: list[date] = []
    for step in destination.way.steps:
        start = next_september(day) if step.kind in TAUGHT else day
        starts.append(start)
        day = add_months(start, _length(step))
    return tuple(starts)


def _length(step: Step) -> int:
    """Months a step takes at least; a year where nothing says."""
    return step.months.low or step.months.high or (0 if step.months.known else 12)


def _sure(one: Destination, brief: PlanBrief, tasks: Tasks) -> Goal:
    """Be sure the role is right before time and money go into it."""
    role = brief.catalogue.roles.get(one.role_id)
    because = one.way.steps[0].name if one.way and one.way.steps else one.counter
    meet = f"Spend time with someone who works as {with_article(one.title)}, and see a whole day"
    actions = [tasks.action(meet, because, add_days(brief.as_of, 42), MEET)]
    ask = f"Ask them how they live with this: “{one.counter}”"
    actions.append(tasks.action(ask, one.counter, add_days(brief.as_of, 42), ASK))
    actions += _previews(role, 2, brief.as_of, tasks)
    return Goal(
        id=f"sure-{one.role_id}",
        text=f"Be sure that {in_sentence(one.title)} is right for you",
        measure="You can say in three sentences why you want it, and what worries you.",
        due=add_days(brief.as_of, 56).isoformat(),
        actions=tuple(actions),
    )


def _previews(role: Role | None, most: int, as_of: date, tasks: Tasks) -> list[Action]:
    previews = role.previews[:most] if role else ()
    return [
        tasks.action(
            f"Answer honestly: {preview.question}",
            preview.question,
            add_days(as_of, 28),
            ASK,
            effort="Ten minutes",
            evidence="Your answer, in a sentence",
        )
        for preview in previews
    ]


def _ready(one: Destination, starts: tuple[date, ...], tasks: Tasks) -> tuple[Action, ...]:
    """What to do about each gap: before the step that asks for it."""
    made: list[Action] = []
    if one.way:
        for step, start in zip(one.way.steps, starts, strict=True):
            for need in step.needs:
                if action := tasks.gap(need, len(made), start):
                    made.append(action)
    for gap in one.gaps:
        before = starts[0] if starts else add_months(tasks.as_of, LEAD_GAPS)
        if action := tasks.gap(gap, len(made), before):
            made.append(action)
    return tuple(sorted(made, key=lambda action: (action.due or "", int(action.id[7:]))))


def _move(
    one: Destination, steps: tuple[Step, ...], starts: tuple[date, ...], tasks: Tasks
) -> Goal:
    actions = tuple(
        tasks.step(step, start, _end(one, at))
        for at, (step, start) in enumerate(zip(steps, starts, strict=True))
    )
    last = steps[-1]
    done = add_months(starts[-1], last.months.high or _length(last))
    return Goal(
        id=f"move-{one.role_id}",
        text=f"Work as {with_article(one.title)}",
        measure=f"You finish “{last.name}” and start as {with_article(one.title)}.",
        due=done.isoformat(),
        actions=actions,
    )


def _end(one: Destination, at: int) -> str:
    return in_sentence(one.path[at + 1] if at + 1 < len(one.path) else one.title)


def explore_goals(
    destinations: tuple[Destination, ...], brief: PlanBrief, tasks: Tasks
) -> tuple[Goal, ...]:
    """For a person looking around: find out about each role, then choose one or none."""
    goals: list[Goal] = []
    for at, one in enumerate(destinations):
        role = brief.catalogue.roles.get(one.role_id)
        day = add_days(brief.as_of, 28 * (at + 1))
        actions = [
            tasks.action(
                f"Talk with someone who works as {with_article(one.title)}. "
                f"Ask how they live with this: “{one.counter}”",
                one.counter,
                day,
                MEET,
                effort="A talk of 20 minutes",
            ),
            *_previews(role, 2, brief.as_of, tasks),
        ]
        for index, gap in enumerate(one.gaps[:2]):
            if action := tasks.gap(gap, index, day, asking=True):
                actions.append(action)
        goals.append(
            Goal(
                id=f"explore-{one.role_id}",
                text=f"Find out whether {in_sentence(one.title)} is worth a closer look",
                measure="You can say yes, no or not yet, and why.",
                due=day.isoformat(),
                actions=tuple(actions),
            )
        )
    return tuple(goals)


def return_goals(brief: PlanBrief, tasks: Tasks) -> tuple[Goal, ...]:
    """For each registration left: settle what is open, then meet what the rules ask."""
    goals: list[Goal] = []
    for answer in brief.returns:
        name = register_short(answer.register)
        actions = (*_settle(answer, tasks), *_meet(answer, tasks))
        if not actions:
            actions = (
                tasks.action(
                    f"Ask {name}: {answer.headline}",
                    answer.headline,
                    add_days(tasks.as_of, 14),
                    ASK,
                ),
            )
        goals.append(
            Goal(
                id=f"return-{len(goals) + 1}",
                text=f"Come back to the {name} register",
                measure="Your application is in, with proof of everything the rules ask.",
                due=_last_due(actions),
                actions=actions,
            )
        )
    return tuple(goals)


def _settle(answer: ReturnAnswer, tasks: Tasks) -> list[Action]:
    asked = dict.fromkeys((*answer.questions, *answer.flags))
    who = f" Ask {answer.contact}." if answer.contact else ""
    return [
        tasks.action(f"Settle this first: {text}{who}", text, add_days(tasks.as_of, 14), ASK)
        for text in asked
    ]


def _meet(answer: ReturnAnswer, tasks: Tasks) -> list[Action]:
    """The updating first, then the papers: what the register asks of the way that is open."""
    option = chosen_option(answer)
    asks = option.asks if option else ()
    short = answer.log.days_short if answer.log else 0
    made = _updating(answer, tasks) if short > 0 else []
    for at, text in enumerate(asks):
        paper = re.search(_PAPERS, text, re.IGNORECASE) is not None
        months = (UPDATING_MONTHS + 1 if short > 0 else 1) if paper else 3 + at
        due = add_months(tasks.as_of, months)
        words = f"For {in_sentence(option.title) if option else 'coming back'}: {text}"
        made.append(tasks.action(words, text, due, PAPERS if paper else PRACTISE))
    return made


def _updating(answer: ReturnAnswer, tasks: Tasks) -> list[Action]:
    log = answer.log
    said = log.says if log else ()
    because = next((line for line in said if "short" in line.lower()), answer.headline)
    days = _days(log.days_short if log else 0)
    return [
        tasks.action(
            "Ask a trust or service near you for supervised practice, and agree a first day",
            answer.headline,
            add_months(tasks.as_of, 2),
            PLACEMENT,
        ),
        tasks.action(
            f"Do and log the updating that is short: {days} still to do",
            because,
            add_months(tasks.as_of, UPDATING_MONTHS),
            PRACTISE,
        ),
    ]


def chosen_option(answer: ReturnAnswer) -> ReturnOption | None:
    """The first way that is open, else the first that may be."""
    for wanted in (True, None):
        for option in answer.options:
            if option.open_to_you is wanted:
                return option
    return None


def look_wider_goal(brief: PlanBrief, tasks: Tasks) -> tuple[Goal, ...]:
    """When there is no role to plan for yet: the answers that would find some."""
    profile = brief.profile
    open_questions = (
        ("What is your job now, or the last one you had?", not profile.roles),
        ("What have you studied, at any level?", not profile.qualifications),
        ("What do you enjoy doing?", not (profile.interests.answers or profile.interests.phrases)),
        ("What must your work fit around?", not profile.constraints.items),
    )
    asked = [text for text, is_open in open_questions if is_open]
    asked = asked or ["Which of your answers could you loosen?"]
    actions = tuple(
        tasks.action(
            f"Think about this, then tell Waymark: {text}",
            text,
            add_days(brief.as_of, 14),
            ASK,
            effort="Ten minutes",
            evidence="Your answer, saved in Waymark",
        )
        for text in asked
    )
    return (
        Goal(
            id="goal-1",
            text="Find roles that are worth a look",
            measure="You have three roles you would like to find out about.",
            due=add_days(brief.as_of, 28).isoformat(),
            actions=actions,
        ),
    )


def _last_due(actions: tuple[Action, ...]) -> str | None:
    return max((action.due for action in actions if action.due), default=None)


def _count(number: int, noun: str) -> str:
    return f"The {noun} is" if number == 1 else f"All {number} {noun}s are"


def _days(days: float) -> str:
    return "1 day" if days == 1 else f"{days:g} days"
