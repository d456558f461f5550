"""A plan for a client, from everything the session knows: matches, ways and return answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidance.domain.client import Client
from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan
from guidance.domain.vocabulary import Purpose, RegistrationStatus

if TYPE_CHECKING:
    from datetime import date

    from guidance.app.session import Session
    from guidance.domain.catalogue import Catalogue
    from guidance.domain.returning import ReturnAnswer


def draft_for(
    session: Session,
    client: Client,
    role_ids: tuple[str, ...],
    way_index: int = 0,
    as_of: date | None = None,
    plan_id: str | None = None,
) -> Plan:
    """A drafted plan for the roles given, the first being the goal; none: the best match.

    ``way_index`` picks the way to the first role. Raises KnownError for an unknown role or way.
    """
    # Late: planning is not needed until a plan is asked for.
    from guidance.planning.brief import PlanBrief
    from guidance.planning.draft import draft_plan

    profile, catalogue = client.profile, session.catalogue
    as_of = session.as_of if as_of is None else as_of
    for role_id in role_ids:
        if role_id not in catalogue.roles:
            raise KnownError(f"There is no role called '{role_id}'.", "Pick one from the list.")
    matches = session.matcher.match(profile, as_of, 7)
    ways = {role_id: session.matcher.routes(profile, role_id, as_of) for role_id in role_ids}
    if role_ids and way_index:
        first = ways[role_ids[0]]
        if not 0 <= way_index < len(first):
            raise KnownError("That way is not in the list.", "Pick one that is.")
        chosen = first[way_index]
        ways[role_ids[0]] = (chosen, *(way for way in first if way is not chosen))
    brief = PlanBrief(
        profile=profile,
        matches=matches,
        chosen=role_ids,
        ways=ways,
        returns=_returns(catalogue, client, as_of),
        catalogue=catalogue,
        as_of=as_of,
        who=client.name,
        plan_id=plan_id or session.new_id(),
    )
    return draft_plan(brief)


def _returns(catalogue: Catalogue, client: Client, as_of: date) -> tuple[ReturnAnswer, ...]:
    """What the rules say of each registration to come back to, where there is a way back."""
    from guidance.app.returns import return_answers  # late, as above

    back = _coming_back(client)
    held = (one for one in back.profile.registrations if one.register in catalogue.registers)
    answers = return_answers(catalogue, back, as_of)
    return tuple(
        answer
        for one, answer in zip(held, answers, strict=True)
        if answer.options or one.status is not RegistrationStatus.NEVER
    )


def _coming_back(client: Client) -> Client:
    """The client with only the registrations to come back to: left, or back by their own word.

    Someone who is on a register and wants another post needs a plan for that post, and a student
    has nothing to come back to yet.
    """
    profile = client.profile
    back = {RegistrationStatus.LAPSED}
    if profile.purpose is Purpose.RETURN_TO_PRACTICE:
        back = set(RegistrationStatus) - {RegistrationStatus.STUDENT}
    left = tuple(one for one in profile.registrations if one.status in back)
    return replace(client, profile=replace(profile, registrations=left))
