"""Every change a person can make, as one named action each.

Each function gives an :class:`Action`; nothing happens until a session performs it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from guidance.app.session import Action, Session, State
from guidance.app.settings import with_setting
from guidance.domain.changes import Kind
from guidance.domain.errors import KnownError

if TYPE_CHECKING:  # the nouns of a record are many, and the first page needs none of them
    from guidance.domain.client import Client
    from guidance.domain.plan import Plan
    from guidance.domain.profile import Profile
    from guidance.domain.returning import LogEntry, Supervisor
    from guidance.domain.vocabulary import Nation
    from guidance.interview.questions import Answer

ANSWERS = frozenset({Kind.PROFILE, Kind.MATCHES})


def answer(question_id: str, value: Answer) -> Action:
    """Answer one question of the interview. KnownError when the answer cannot be."""

    def change(profile: Profile, session: Session) -> Profile:
        # Late: the interview is not needed for the first page.
        from guidance.interview.questions import with_answer

        _, question = session.interview.question(question_id)
        return with_answer(profile, question, value)

    return _on_profile("Answer a question", change)


def set_profile(profile: Profile, finished: tuple[str, ...] | None = None) -> Action:
    """Take a whole profile: after a page of the interview, or from a file."""

    def change(client: Client, _: Session) -> Client:
        steps = client.finished if finished is None else finished
        return replace(client, profile=profile, finished=steps)

    return _on_client("Change my answers", ANSWERS, change)


def set_title_meaning(title: str, role_id: str | None) -> Action:
    """Say which role a typed job title means (None: none of them)."""

    def change(profile: Profile, session: Session) -> Profile:
        if role_id is not None and role_id not in session.catalogue.roles:
            raise KnownError(f"There is no role called '{role_id}'.", "Pick one from the list.")
        roles = (
            replace(role, role_id=role_id) if role.title == title else role
            for role in profile.roles
        )
        return replace(profile, roles=tuple(roles))

    return _on_profile("Say what a job title means", change)


def set_nation(nation: Nation | None) -> Action:
    """Say where the person works."""
    return _on_profile("Change nation", lambda profile, _: replace(profile, nation=nation))


def finish_step(step_id: str, page: str | None = None) -> Action:
    """Mark a step of the interview as done, and keep the page to come back to."""

    def change(client: Client, _: Session) -> Client:
        done = client.finished if step_id in client.finished else (*client.finished, step_id)
        return replace(client, finished=done, page=page or client.page)

    return _on_client("Finish a page", frozenset({Kind.RECORD}), change, undoable=False)


def open_page(page: str) -> Action:
    """Keep which page was open last, to come back to."""
    return _on_client(
        "Open a page", frozenset(), lambda client, _: replace(client, page=page), undoable=False
    )


def rename(name: str) -> Action:
    """Give the client a name or a reference."""
    clean = " ".join(name.split())[:200]
    return _on_client(
        "Change the name", frozenset({Kind.RECORD}), lambda client, _: replace(client, name=clean)
    )


def set_notes(notes: str) -> Action:
    """Keep the adviser's notes."""
    return _on_client(
        "Change the notes", frozenset({Kind.RECORD}), lambda client, _: replace(client, notes=notes)
    )


def pin(role_id: str, on: bool = True) -> Action:
    """Keep a role at the top of the list, or stop keeping it there."""

    def change(client: Client, _: Session) -> Client:
        return replace(
            client,
            pinned=_toggled(client.pinned, role_id, on),
            hidden=_toggled(client.hidden, role_id, False) if on else client.hidden,
        )

    return _on_client("Pin a role" if on else "Unpin a role", frozenset({Kind.MATCHES}), change)


def hide(role_id: str, on: bool = True) -> Action:
    """Take a role out of the list, or bring it back."""

    def change(client: Client, _: Session) -> Client:
        return replace(
            client,
            hidden=_toggled(client.hidden, role_id, on),
            pinned=_toggled(client.pinned, role_id, False) if on else client.pinned,
        )

    return _on_client("Hide a role" if on else "Show a role", frozenset({Kind.MATCHES}), change)


def add_log_entry(entry: LogEntry) -> Action:
    """Add an activity to the return-to-practice log, kept in order of date."""

    def change(client: Client, session: Session) -> Client:
        if not 0 < entry.hours <= 24:
            raise KnownError("The hours of one day are from 0 to 24.", "Use a line for each day.")
        # Late: the interview is not needed for the first page.
        from guidance.interview.checks import date_problem

        wrong = date_problem(entry.on, session.clock.today())
        if wrong or len(entry.on) != 10:
            raise KnownError(wrong or f"'{entry.on}' is not a day.", "Use one such as 2026-03-31.")
        log = tuple(sorted((*client.log, entry), key=lambda item: item.on))
        return replace(client, log=log)

    return _on_client("Add to the log", frozenset({Kind.LOG}), change)


def remove_log_entry(index: int) -> Action:
    """Take one line (from 0) out of the log."""

    def change(client: Client, _: Session) -> Client:
        if not 0 <= index < len(client.log):
            raise KnownError("That line is not in the log.", "Pick one that is.")
        return replace(client, log=client.log[:index] + client.log[index + 1 :])

    return _on_client("Remove from the log", frozenset({Kind.LOG}), change)


def set_supervisor(supervisor: Supervisor) -> Action:
    """Say what is known of the supervisor."""
    return _on_client(
        "Change the supervisor",
        frozenset({Kind.LOG}),
        lambda client, _: replace(client, supervisor=supervisor),
    )


def start_plan(role_ids: tuple[str, ...], way_index: int = 0) -> Action:
    """Draft a plan for the roles chosen, the first one first; ``way_index`` picks its way."""

    def change(client: Client, session: Session) -> Client:
        # Late: planning and return rules are not needed for the first page.
        from guidance.app.drafting import draft_for

        plan = draft_for(session, client, role_ids, way_index)
        return replace(client, plans=(*client.plans, plan))

    return _on_client("Start a plan", frozenset({Kind.PLAN}), change)


def choose_way(plan_id: str, way_index: int) -> Action:
    """Draft a plan again for another way to its first role (from 0)."""

    def change(client: Client, session: Session) -> Client:
        # Late: as above.
        from guidance.app.drafting import draft_for

        old = _plan(client, plan_id)
        roles = tuple(item.role_id for item in old.destinations)
        fresh = replace(draft_for(session, client, roles, way_index), id=plan_id)
        return _with_plan(client, fresh)

    return _on_client("Choose another way", frozenset({Kind.PLAN}), change)


def edit_plan(plan_id: str, edit: Callable[[Plan], Plan], name: str = "Change the plan") -> Action:
    """Apply one of the edits of ``guidance.planning.edits`` to a plan."""

    def change(client: Client, _: Session) -> Client:
        return _with_plan(client, edit(_plan(client, plan_id)))

    return _on_client(name, frozenset({Kind.PLAN}), change)


def remove_plan(plan_id: str) -> Action:
    """Take a plan out."""

    def change(client: Client, _: Session) -> Client:
        kept = tuple(plan for plan in client.plans if plan.id != plan_id)
        return replace(client, plans=kept)

    return _on_client("Remove a plan", frozenset({Kind.PLAN}), change)


def change_setting(key: str, value: object) -> Action:
    """Change one setting. KnownError when it does not exist or cannot be that."""

    def change(state: State, _: Session) -> State:
        return replace(state, settings=with_setting(state.settings, key, value))

    return Action("Change a setting", frozenset({Kind.SETTINGS}), change, undoable=False)


def _on_client(
    name: str,
    kinds: frozenset[Kind],
    change: Callable[[Client, Session], Client],
    *,
    undoable: bool = True,
) -> Action:
    def on_state(state: State, session: Session) -> State:
        return replace(state, client=change(state.client, session))

    return Action(name, kinds, on_state, undoable)


def _on_profile(name: str, change: Callable[[Profile, Session], Profile]) -> Action:
    def on_client(client: Client, session: Session) -> Client:
        return replace(client, profile=change(client.profile, session))

    return _on_client(name, ANSWERS, on_client)


def _plan(client: Client, plan_id: str) -> Plan:
    for plan in client.plans:
        if plan.id == plan_id:
            return plan
    raise KnownError("That plan is not here any more.", "Open the list of plans again.")


def _with_plan(client: Client, plan: Plan) -> Client:
    plans = (plan if old.id == plan.id else old for old in client.plans)
    return replace(client, plans=tuple(plans))


def _toggled(ids: tuple[str, ...], role_id: str, on: bool) -> tuple[str, ...]:
    without = tuple(other for other in ids if other != role_id)
    return (*without, role_id) if on else without
