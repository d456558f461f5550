"""Goals with their actions: be sure, be ready, make the move, come back, look around."""

import re
from datetime import date

from guidance.domain.match import Judged, Step
from guidance.domain.plan import Action, ActionType, Destination, Goal
from guidance.domain.returning import ReturnAnswer, ReturnOption
from guidance.domain.vocabulary import Answer, RouteKind
from guidance.domain.wording import in_sentence, register_short, with_article
from guidance.planning.basics import course_words, subject_of
from guidance.planning.brief import PlanBrief
from guidance.planning.days import add_days, add_months, next_september
from guidance.planning.tasks import STUDY_KINDS, GapKind, Tasks, kind_of

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
COURSE = GapKind(
    "", ActionType.CHECK, "", "", "A place on a course, with its first day", "An hour or two"
)
PREVIEWS = 2  # questions to try a role out with: more is an exam
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
OWN = GapKind("", ActionType.CHECK, "", "", "Your answer, saved in Waymark", "Under an hour")
FIND = GapKind(
    "",
    ActionType.CHECK,
    "",
    "",
    "An offer with its first day, or a note of what you were told",
    "A few calls and emails over some weeks",
)
FINISH = GapKind(
    "",
    ActionType.STUDY,
    "",
    "",
    "The result or certificate, and a copy of your application",
    "As the course or test asks",
)
_PAPERS = re.compile(r"\b(form|apply|application|pay|fee|send|write to|show)\b", re.IGNORECASE)
_FINISH = re.compile(r"(finish|pass|complete)\b", re.IGNORECASE)
_FIND = re.compile(r"(find|ask|choose)\b", re.IGNORECASE)
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
        ready = _ready(one, starts, brief, tasks)
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
        day = add_months(start, max(1, _length(step)))  # a step comes after the one before
    return tuple(starts)


def _length(step: Step) -> int:
    """Months a step takes at least; a year where nothing says."""
    return step.months.low or step.months.high or (0 if step.months.known else 12)


def _sure(one: Destination, brief: PlanBrief, tasks: Tasks) -> Goal:
    """Be sure the role is right before time and money go into it."""
    hard = hard_part(one, brief)
    meet = f"Spend time with someone who works as {with_article(one.title)}, and see a whole day"
    actions = [
        tasks.action(f"{meet}. {_ask_hard(hard)}", hard or one.counter, _weeks(brief, 6), MEET),
        *_previews(one, _weeks(brief, 4), brief, tasks),
    ]
    return Goal(
        id=f"sure-{one.role_id}",
        text=f"Be sure that {in_sentence(one.title)} is right for you",
        measure="You can say in three sentences why you want it, and what worries you.",
        due=_weeks(brief, 8).isoformat(),
        actions=tuple(actions),
    )


def _weeks(brief: PlanBrief, weeks: int) -> date:
    return add_days(brief.as_of, 7 * weeks)


def hard_part(one: Destination, brief: PlanBrief) -> str:
    """What is hard about a role in itself: never a gap of the person, or the time it takes."""
    role = brief.catalogue.roles.get(one.role_id)
    parts = [part.text for part in role.hard_parts] if role else []
    told = (part for part in parts if part.rstrip(".").lower() in one.counter.lower())
    return next(told, parts[0] if parts else "")


def _ask_hard(hard: str) -> str:
    if hard:
        return f"Ask them how they live with this: “{hard}”"
    return "Ask them what is hardest about it, and how they live with that"


def _previews(one: Destination, due: date, brief: PlanBrief, tasks: Tasks) -> list[Action]:
    """The questions to try a role out with, as one action."""
    role = brief.catalogue.roles.get(one.role_id)
    asked = [preview.question for preview in role.previews[:PREVIEWS]] if role else []
    if not asked:
        return []
    return [
        tasks.action(
            f"Answer honestly: {' '.join(asked)}",
            hard_part(one, brief) or one.counter,
            due,
            ASK,
            effort="Ten minutes",
            evidence="Your answers, in a sentence each",
        )
    ]


def _ready(
    one: Destination, starts: tuple[date, ...], brief: PlanBrief, tasks: Tasks
) -> tuple[Action, ...]:
    """What to do about each gap: before the step that asks for it."""
    first = starts[0] if starts else add_months(tasks.as_of, LEAD_GAPS)
    asked = [
        (need, start, "the course" if step.kind in STUDY_KINDS else "the employer")
        for step, start in zip(one.way.steps if one.way else (), starts, strict=False)
        for need in step.needs
    ]
    asked += [(gap, first, "the employer or course") for gap in one.gaps]
    made = _basics([(need, before) for need, before, _ in asked], brief, tasks)
    for need, before, whom in asked:
        if action := tasks.gap(need, len(made), before, whom):
            made.append(action)
    return tuple(sorted(made, key=lambda action: (action.due or "", int(action.id[7:]))))


def _basics(asked: list[tuple[Judged, date]], brief: PlanBrief, tasks: Tasks) -> list[Action]:
    """English and maths first, where the person lacks them: a place on a course, then the pass."""
    short = {
        need.says: (subject_of(need.says), need, before)
        for need, before in reversed(asked)  # so that the earliest step that asks decides the day
        if need.answer is Answer.NO and subject_of(need.says)
    }
    rows = sorted(short.values(), key=lambda row: row[0])
    if not rows:
        return []
    course = course_words(dict.fromkeys(row[0] for row in rows), brief.profile.nation)
    find = (
        f"Ask a college, or the learning team where you work, for a place on {course}. "
        "It is often free for adults who do not have it yet."
    )
    made = [tasks.action(find, rows[0][1].says, add_days(tasks.as_of, 14), COURSE)]
    for subject, need, before in rows:
        tasks.said.add(need.says)
        text = f"Pass {course_words((subject,), brief.profile.nation)}, for this: {need.says}"
        text += "" if "level 2" in need.says else ". Check first that the course takes it"
        made.append(tasks.action(text, need.says, before, kind_of(need.says)))
    return made


def _move(
    one: Destination, steps: tuple[Step, ...], starts: tuple[date, ...], tasks: Tasks
) -> Goal:
    actions = tuple(
        tasks.step(step, start, _end(one, at))
        for at, (step, start) in enumerate(zip(steps, starts, strict=True))
    )
    last, role = steps[-1], with_article(one.title)
    finish = last.kind in STUDY_KINDS and not last.name.lower().startswith("pass ")
    done = starts[0]
    for start, step in zip(starts, steps, strict=True):
        done = add_months(max(done, start), step.months.high or _length(step))
    return Goal(
        id=f"move-{one.role_id}",
        text=f"Work as {role}",
        measure=f"You finish “{last.name}” and start as {role}."
        if finish
        else f"You start as {role}.",
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
        hard = hard_part(one, brief)
        day = add_days(brief.as_of, 28 * (at + 1))
        actions = [
            tasks.action(
                f"Talk with someone who works as {with_article(one.title)}. {_ask_hard(hard)}",
                hard or one.counter,
                day,
                MEET,
                effort="A talk of 20 minutes",
            ),
            *_previews(one, min(day, _weeks(brief, 4)), brief, tasks),
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
        found = (*_settle(answer, tasks), *_meet(answer, brief, tasks))
        actions = tuple(sorted(found, key=lambda action: action.due or ""))
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
    """Facts of the person's own, which they find; then what the wording leaves to the register.

    What the rules took to hold is checked later: it is nearly always so.
    """
    day = add_days(tasks.as_of, 14)
    own = [_own(text, tasks) for text in dict.fromkeys(answer.questions)]
    who = f" Ask {answer.contact}." if answer.contact else ""
    return own + [
        tasks.action(f"Settle this first: {text}{who}", text, day, ASK)
        for text in dict.fromkeys(answer.flags)
    ]


def _own(text: str, tasks: Tasks) -> Action:
    if text.startswith("We took it"):
        words = f"Before you apply, check this. {text}"
        return tasks.action(words, text, add_months(tasks.as_of, 3), OWN)
    words = f"Find this out, and tell Waymark: {text}"
    return tasks.action(words, text, add_days(tasks.as_of, 14), OWN)


def _meet(answer: ReturnAnswer, brief: PlanBrief, tasks: Tasks) -> list[Action]:
    """The updating first, then what the open way asks, each after the one before."""
    option = chosen_option(answer)
    short = answer.log.days_short if answer.log else 0
    made = _updating(answer, tasks) if short > 0 else []
    months = UPDATING_MONTHS if short > 0 else 0
    for text in option.asks if option else ():
        kind, wait = _asked(text, answer, brief)
        months += 0 if kind is PRACTISE and months else wait
        words = f"For {in_sentence(option.title) if option else 'coming back'}: {text}"
        made.append(tasks.action(words, text, add_months(tasks.as_of, months), kind))
    return made


def _asked(text: str, answer: ReturnAnswer, brief: PlanBrief) -> tuple[GapKind, int]:
    """What kind of thing a rule asks, and the months it needs after what comes before it."""
    if _FINISH.match(text):
        return FINISH, _course_months(answer, brief)
    if _FIND.match(text):
        return FIND, 3
    if _PAPERS.search(text):
        return PAPERS, 1
    return PRACTISE, 3


def _course_months(answer: ReturnAnswer, brief: PlanBrief) -> int:
    """How long a return course for this part may take; a year where nothing says."""
    routes = brief.catalogue.routes.values()
    spans = [
        route.months
        for route in routes
        if route.kind is RouteKind.RETURN_TO_PRACTICE and route.to == answer.part
    ]
    known = [months.high or months.low or 0 for months in spans]
    return max(known, default=0) or 12


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
