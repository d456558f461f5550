"""What stands round the goals: people, reviews, plan B, employer questions, stories."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from guidance.domain.match import Match, Step, Way
from guidance.domain.plan import Destination, Goal, PlanB, Review, StoryNote, Supporter
from guidance.domain.profile import Profile
from guidance.domain.returning import ReturnAnswer
from guidance.domain.story import CaseStudy, Journey
from guidance.domain.vocabulary import Answer, ConstraintId, Lane, RouteKind, Strictness
from guidance.domain.wording import KINDS, REGISTERS, day_words, in_sentence, span, with_article
from guidance.planning.brief import PlanBrief
from guidance.planning.days import add_months
from guidance.planning.facts import Sources
from guidance.planning.tasks import BY_EMPLOYER, POST_KINDS, kind_of

Record = TypeVar("Record")
# A past that nobody can go and get: where the answer is no, the way is shut for good.
_PAST = re.compile(
    r"\babroad\b|outside the UK|\byou (were|was) on\b|\btrained before\b|\bserved in\b",
    re.IGNORECASE,
)
_AGREES = re.compile(r"your employer (agrees|supports|backs|releases)", re.IGNORECASE)
STORIES, CASES = 2, 1
LOOK_IN_MONTHS, LOOK_IN_EXPLORING = (3, 6, 12), (1, 3, 6)


def supporters(brief: PlanBrief, destinations: tuple[Destination, ...]) -> tuple[Supporter, ...]:
    """People who could help with this plan, each with what to ask them for."""
    found: list[Supporter] = []
    now = next((held for held in brief.profile.roles if held.current), None)
    if now and (now.title or now.role_id) and (destinations or not brief.returns):
        way = destinations[0].way if destinations else None
        backed = way is not None and bool(way.steps) and _backed(way.steps[0])
        what = f"Agrees time for “{way.steps[0].name}”" if way and backed else ""
        found.append(
            Supporter(
                "Your manager", what or "Agrees time for this plan", "Every month, 20 minutes"
            )
        )
    if destinations:
        title = with_article(destinations[0].title)
        found.append(
            Supporter(
                f"Someone who works as {title}",
                "Shows you the job as it is",
                "Twice, then as needed",
            )
        )
    if brief.returns:
        found.append(
            Supporter("Your supervisor", "Sees your practice and signs your log", "Weekly")
        )
    found += [
        Supporter(
            REGISTERS[answer.register],
            f"Says what the rules ask of you{_desk(answer)}",
            "Once at the start, and when a rule is unclear",
        )
        for answer in brief.returns
    ]
    found.append(
        Supporter(
            "A careers adviser or mentor", "Asks how it is going, and listens", "Every 3 months"
        )
    )
    return tuple(found)


def _desk(answer: ReturnAnswer) -> str:
    """Whom to ask for, where that is more than the regulator's name again."""
    name = answer.contact.removeprefix("the ")
    return f". Ask for {answer.contact}" if name and name not in REGISTERS[answer.register] else ""


def reviews(as_of: date, goals: tuple[Goal, ...], *, exploring: bool) -> tuple[Review, ...]:
    """Three days to look again, each with what should be done by then."""
    made: list[Review] = []
    since = as_of.isoformat()
    for months in LOOK_IN_EXPLORING if exploring else LOOK_IN_MONTHS:
        day = add_months(as_of, months).isoformat()
        due = [a for goal in goals for a in goal.actions if a.due and since < a.due <= day]
        what = "Has anything in your life changed? Does the plan still fit?"
        if due:
            lead = "1 action is" if len(due) == 1 else f"{len(due)} actions are"
            first = min(action.due or "" for action in due)
            what = f"{lead} due by now, the first by {day_words(first)}. {what}"
        made.append(Review(f"review-{len(made) + 1}", day, what))
        since = day
    return tuple(made)


def plan_b(brief: PlanBrief, destinations: tuple[Destination, ...]) -> PlanB | None:
    """Another way to the same role, or a nearer role, with what would make you turn to it."""
    if not destinations:
        return None
    main = destinations[0]
    trigger = _trigger(main, brief.as_of)
    other: Way | None = None
    if main.other_ways:
        other = min(main.other_ways, key=lambda way: _against(way, main, brief))
    chosen = {one.role_id for one in destinations}
    nearer = _nearer(brief, chosen)
    if other and (nearer is None or not any(_against(other, main, brief))):
        return PlanB(_other_way(main, other), trigger, main.role_id)
    if nearer is None:
        return None
    why = nearer.paper.removeprefix(f"{nearer.title}:").strip() or nearer.reason
    why = why[:1].upper() + why[1:]
    return PlanB(
        f"Turn to {in_sentence(nearer.title)} instead. {why}".strip(), trigger, nearer.role_id
    )


def open_ways(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """The ways without those that ask for a past that is not the person's."""
    return tuple(
        way
        for way in ways
        if not any(
            need.answer is Answer.NO and _PAST.search(need.says)
            for step in way.steps
            for need in step.needs
        )
    )


def _against(way: Way, main: Destination, brief: PlanBrief) -> tuple[bool, int]:
    """What speaks against a way as plan B: no wage where one is a must, then what more it lacks."""
    items = brief.profile.constraints.items
    must_earn = any(
        item.id is ConstraintId.KEEP_EARNING and item.strength is Strictness.MUST for item in items
    )
    known = {gap.says for gap in main.gaps}
    needs = (need for step in way.steps for need in step.needs if need.says not in known)
    missing = sum(need.answer is Answer.NO for need in needs)
    return must_earn and not way.keeps_earning, missing


def _other_way(main: Destination, way: Way) -> str:
    names = ", then ".join(step.name for step in way.steps)
    time = span(way.months)
    paid = " It keeps you earning." if way.keeps_earning else ""
    return (
        f"Reach {in_sentence(main.title)} by {KINDS[way.kind]} instead: {names}."
        f"{f' It takes {time}.' if time else ''}{paid}"
    )


def _trigger(main: Destination, as_of: date) -> str:
    day = day_words(add_months(as_of, 6).isoformat())
    order = {Answer.NO: 0, Answer.UNKNOWN: 1, Answer.YES: 2}
    gaps = sorted(main.gaps, key=lambda gap: order[gap.answer])
    if gaps:
        said = gaps[0].says.rstrip(".")
        return f"On {day} this is still in the way: {said}."
    if main.way and main.way.steps:
        first = main.way.steps[0]
        post = main.path[1] if len(main.path) > 1 else main.title
        if first.kind in POST_KINDS:
            return f"On {day} you have no offer of a post as {with_article(post)}."
        return f"On {day} you have no offer for “{first.name}”."
    return f"On {day} you have found no way in."


def _nearer(brief: PlanBrief, chosen: set[str]) -> Match | None:
    listed = brief.matches.matches if brief.matches else ()
    others = [match for match in listed if match.role_id not in chosen]
    near = [match for match in others if match.lane in {Lane.NOW, Lane.NEXT}]
    return next(iter(near or others), brief.matches.deeper if brief.matches else None)


def employer_questions(destinations: tuple[Destination, ...], profile: Profile) -> tuple[str, ...]:
    """Questions that only an employer can answer: from unknown conditions and unsaid pay."""
    working = any(held.current for held in profile.roles)
    asked: dict[str, None] = {}
    for one in destinations:
        for gap in one.gaps:
            known = gap.answer is not Answer.UNKNOWN or kind_of(gap.says) is not BY_EMPLOYER
            if not known and not _AGREES.match(gap.says):
                asked[f"Can you help with this: “{gap.says.rstrip('.')}”?"] = None
        steps = one.way.steps if one.way else ()
        ends = one.path[1:] if len(one.path) == len(steps) + 1 else (one.title,) * len(steps)
        for step, end in zip(steps, ends, strict=True):
            if question := _about_step(step, end):
                asked[question] = None
        if len(one.path) > 1 and working:
            asked[
                f"Who here has gone from {one.path[0]} to {one.path[-1]}? May I talk to them?"
            ] = None
    return tuple(asked)


def _about_step(step: Step, end: str) -> str:
    if step.keeps_earning is None and step.kind not in POST_KINDS:
        return f"What would my pay and hours be during “{step.name}”?"
    if step.keeps_earning and _backed(step):
        return f"Will you back me through “{step.name}”, and with how much paid time?"
    if step.kind in {RouteKind.PROGRESSION, RouteKind.INTERNAL_PROMOTION}:
        return (
            f"When do posts as {with_article(end)} come up, and what would make me ready for one?"
        )
    return ""


def _backed(step: Step) -> bool:
    """Whether a step is something an employer can back: training, not a post or an exam."""
    exam = step.name.lower().startswith(("pass ", "register ", "apply "))
    return step.kind not in POST_KINDS and step.keeps_earning is not False and not exam


def stories(
    brief: PlanBrief, destinations: tuple[Destination, ...], sources: Sources
) -> tuple[StoryNote, ...]:
    """Journeys and case studies like theirs, and one journey deliberately unlike."""
    matches = [one.match for one in destinations if one.match]
    journeys = [j for match in matches for j in match.journeys]
    cases = [c for match in matches for c in match.case_studies]
    if brief.matches:
        journeys += brief.matches.journeys
        cases += brief.matches.case_studies
    notes = [
        _journey(one, brief, sources) for one in _known(journeys, brief.catalogue.journeys, STORIES)
    ]
    unlike = brief.matches.unlike if brief.matches else None
    if unlike and unlike not in journeys[:STORIES]:
        notes += [
            _journey(one, brief, sources, "Chosen because this person is not like you.")
            for one in _known([unlike], brief.catalogue.journeys, 1)
        ]
    notes += [_case(one, sources) for one in _known(cases, brief.catalogue.case_studies, CASES)]
    return tuple(notes)


def _known(ids: list[str], records: Mapping[str, Record], most: int) -> list[Record]:
    return [records[one] for one in dict.fromkeys(ids) if one in records][:most]


def _journey(journey: Journey, brief: PlanBrief, sources: Sources, why: str = "") -> StoryNote:
    steps = "; then ".join(_lowered(step.what) for step in journey.steps)
    advice = f" Their advice: {journey.advice}" if journey.advice else ""
    way = f" Their steps: {steps.rstrip('.')}." if steps else ""
    text = f"{journey.situation.rstrip('.')}.{way}{advice}"
    sources.fact(text, journey.provenance)
    return StoryNote(
        id=journey.id,
        title=f"{_capital(journey.from_role)}, now {journey.to_role}",
        text=text,
        why=why or _alike(journey, brief),
        basis=journey.provenance.basis,
        source=next(iter(journey.provenance.sources), None),
    )


def _alike(journey: Journey, brief: PlanBrief) -> str:
    held = {one.role_id for one in brief.profile.roles if one.role_id}
    if journey.from_role_id in held:
        return "They started in the same role as you."
    if journey.to_role_id in brief.chosen:
        return "They went where you want to go."
    if brief.profile.stage and journey.life_stage == brief.profile.stage.value:
        return "They were at the same stage of working life."
    return "Their way is close to yours."


def _case(case: CaseStudy, sources: Sources) -> StoryNote:
    result = f" {case.results[0].text.rstrip('.')}." if case.results else ""
    what = case.what_they_did or case.situation
    text = f"{what.rstrip('.')}.{result}"
    text += f" Try this: {case.try_this}" if case.try_this else ""
    sources.fact(text, case.provenance)
    return StoryNote(
        id=case.id,
        title=f"{case.title} ({case.organisation})",
        text=text,
        why=f"Who it helps: {case.who_it_helps}" if case.who_it_helps else "",
        basis=case.provenance.basis,
        source=next(iter(case.provenance.sources), None),
    )


def _lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first == "A" or first[1:].islower() else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
