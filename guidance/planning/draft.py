"""Drafts a plan: every action names this person's gap, step or question."""

from dataclasses import replace

from guidance.domain.match import Judged, Match, Step, Way
from guidance.domain.plan import Destination, Plan
from guidance.domain.returning import ReturnAnswer
from guidance.domain.vocabulary import Answer, Purpose, RegisterId, RegistrationStatus
from guidance.planning.around import (
    employer_questions,
    open_ways,
    plan_b,
    reviews,
    stories,
    supporters,
)
from guidance.planning.basics import missing_subjects, settled, settled_needs
from guidance.planning.brief import PlanBrief
from guidance.planning.facts import Sources, first_fact, first_pay, funding_lines, pay_lines
from guidance.planning.goals import explore_goals, look_wider_goal, move_goals, return_goals
from guidance.planning.tasks import Tasks, standards_for
from guidance.planning.told import holland, role_title, told_us

LIMITS = (
    "Waymark made this plan from your answers and from published pages. It does not know you, your "
    "employer or the jobs near you. It cannot promise a place, a job or a registration. Rules, pay "
    "and money change: use the sources to check each fact before you act on it. Only a regulator "
    "can say whether you may practise."
)
ACKNOWLEDGEMENT = (
    "We have talked about this plan. We know which actions are ours, and when we will meet again."
)
EXPLORED = 3  # roles a person who is looking around can hold in mind and really find out about


def draft_plan(brief: PlanBrief) -> Plan:
    """A plan for a person: the same brief gives the same plan.

    Works with a blank profile (a plan to find out), with no way to the role, and with nothing but
    a return to practice. Dates count from ``brief.as_of``.
    """
    catalogue, profile = brief.catalogue, brief.profile
    sources = Sources(catalogue, brief.as_of)
    exploring = not brief.chosen and _looks_around(brief)
    destinations = tuple(
        _destination(role_id, brief, sources) for role_id in _chosen(brief, exploring)
    )
    working = any(held.current for held in profile.roles)
    boss = "your manager" if working else "an employer"
    tasks = Tasks(brief.as_of, standards_for(_registers(brief), catalogue), boss)
    goals = (
        *return_goals(brief, tasks),
        *(explore_goals if exploring else move_goals)(destinations, brief, tasks),
    )
    if not goals:
        goals = look_wider_goal(brief, tasks)
    return Plan(
        id=brief.plan_id,
        made_on=brief.as_of.isoformat(),
        who=brief.who.strip(),
        purpose=profile.purpose,
        direction=profile.direction,
        nation=profile.nation,
        title=_title(brief, exploring=exploring),
        told_us=told_us(brief),
        holland=holland(brief),
        destinations=destinations,
        goals=goals,
        supporters=supporters(brief, destinations),
        reviews=reviews(brief.as_of, goals, exploring=exploring),
        plan_b=plan_b(brief, destinations),
        employer_questions=employer_questions(destinations, profile),
        stories=stories(brief, destinations, sources),
        funding=funding_lines(destinations, profile.nation, sources),
        returning=_returning(brief, sources),
        limits=LIMITS,
        acknowledgement=ACKNOWLEDGEMENT,
        sources=sources.printed(),
        cites=dict(sources.cites),
        catalogue_version=catalogue.version,
        catalogue_newest=catalogue.newest,
    )


def _title(brief: PlanBrief, *, exploring: bool) -> str:
    if brief.returns and not brief.chosen:
        return "My return to practice plan"
    return "My plan to look around" if exploring else "My development plan"


def _looks_around(brief: PlanBrief) -> bool:
    """Whether the person came to explore, or told us too little to choose a role for them."""
    profile = brief.profile
    if profile.purpose is Purpose.EXPLORE:
        return True
    return profile.purpose is None and not profile.roles and not profile.aims.roles


def _chosen(brief: PlanBrief, exploring: bool) -> tuple[str, ...]:
    if brief.chosen:
        return tuple(dict.fromkeys(brief.chosen))
    if brief.matches is None or (brief.returns and not exploring):
        return ()
    listed = tuple(match.role_id for match in brief.matches.matches)
    return listed[:EXPLORED] if exploring else listed[:1]


def _destination(role_id: str, brief: PlanBrief, sources: Sources) -> Destination:
    role = brief.catalogue.roles.get(role_id)
    match = brief.match(role_id)
    missing = missing_subjects(brief.profile)
    ways = tuple(settled(way, missing) for way in open_ways(brief.ways_to(role_id)))
    way = _priced(ways[0], brief, sources) if ways else None
    title = role.title if role else role_title(role_id, brief.catalogue)
    if role:
        sources.sentence(role.summary, role.provenance.sources[:2])
    _note_ways((way,) if way else (), sources)
    return Destination(
        role_id=role_id,
        title=title,
        summary=role.summary if role else "",
        reason=_reason(match),
        counter=_counter(brief, role_id, match, sources),
        pay=pay_lines(role, brief.profile.nation, sources) if role else (),
        match=match,
        way=way,
        other_ways=ways[1:],
        gaps=settled_needs(_gaps(match, way), missing),
        path=_path(way, brief),
    )


def _reason(match: Match | None) -> str:
    if match and match.reason:
        return match.reason
    return "You chose this role yourself. It was not in the list made from your answers."


def _counter(brief: PlanBrief, role_id: str, match: Match | None, sources: Sources) -> str:
    if match and match.counter:
        bare = match.counter.removeprefix("One hard part: ")
        return bare[:1].upper() + bare[1:]
    role = brief.catalogue.roles.get(role_id)
    hard = first_fact(role.hard_parts, sources) if role else ""
    return hard or "We hold nothing that speaks against it. Ask someone in the job what does."


def _gaps(match: Match | None, way: Way | None) -> tuple[Judged, ...]:
    """What the chosen way asks and the person does not surely have; else what the match says."""
    asked = [need for step in way.steps for need in step.needs] if way else []
    asked += [gap for gap in (match.gaps if match else ()) if not way]
    found: dict[str, Judged] = {}
    for need in asked:
        if need.answer is not Answer.YES:
            found.setdefault(need.says, need)
    return tuple(found.values())


def _path(way: Way | None, brief: PlanBrief) -> tuple[str, ...]:
    if way is None:
        return ()
    now = next((held for held in brief.profile.roles if held.current), None)
    first = way.steps[0].from_role if way.steps else None
    start = now.title if now and now.title else role_title(first, brief.catalogue)
    return (start, *(role_title(step.to_role, brief.catalogue) for step in way.steps))


def _priced(way: Way, brief: PlanBrief, sources: Sources) -> Way:
    """The way with each step's pay as the plan gives it elsewhere: one year, one nation."""
    steps: list[Step] = []
    for step in way.steps:
        role = brief.catalogue.roles.get(step.to_role)
        pay = first_pay(role, brief.profile.nation, sources) if role else ""
        steps.append(replace(step, pay=(pay,) if pay else step.pay))
    return replace(way, steps=tuple(steps))


def _note_ways(ways: tuple[Way, ...], sources: Sources) -> None:
    for way in ways:
        for step in way.steps:
            _note_step(step, sources)


def _note_step(step: Step, sources: Sources) -> None:
    route = sources.catalogue.routes.get(step.route_id)
    if route:
        sources.fact(step.name, route.provenance)
    sources.sentence(step.name, (*step.sources, *(route.provenance.sources if route else ())))
    sources.add(need.source for need in step.needs if need.answer is not Answer.YES)
    for line in step.funding:
        sources.sentence(line, step.sources)


def _registers(brief: PlanBrief) -> set[str]:
    """The registers the person is on: only there can evidence count for a standard."""
    return {
        one.register.value
        for one in brief.profile.registrations
        if one.status is RegistrationStatus.REGISTERED and one.register is not RegisterId.NONE
    }


def _returning(brief: PlanBrief, sources: Sources) -> tuple[ReturnAnswer, ...]:
    for answer in brief.returns:
        open_ways = [one for one in answer.options if one.open_to_you is not False]
        for rule in (rule for option in open_ways for rule in option.rules):
            sources.sentence(rule.says, (rule.source,))
    return brief.returns
