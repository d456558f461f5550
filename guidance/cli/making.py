"""``plan``: a plan drafted from a profile and saved as a document."""

from argparse import Namespace
from datetime import date
from hashlib import sha256
from pathlib import Path

from guidance.app.documents import checked_suffix, export_plan
from guidance.app.drafting import draft_for
from guidance.app.profiles import write_profile
from guidance.cli.desk import Desk
from guidance.domain.client import Client
from guidance.domain.profile import Profile


def make_plan(asked: Namespace, desk: Desk) -> int:
    """Draft a plan and save it where asked; the file named is the only one written."""
    checked_suffix(asked.out)
    profile = desk.profile(asked.profile)
    goal = (desk.role(asked.goal),) if asked.goal else ()
    save_plan(desk, profile, goal, desk.day(profile, asked.as_of), (asked.out, asked.edition))
    print(f"Saved {asked.out}")
    return 0


def save_plan(
    desk: Desk,
    profile: Profile,
    goal: tuple[str, ...],
    day: date,
    target: tuple[Path, str],
) -> None:
    """Draft a plan for a day and save it; ``target`` is the file and the edition."""
    made_of = "\n".join((write_profile(profile), day.isoformat(), *goal))
    plan_id = sha256(made_of.encode()).hexdigest()[:16]  # the same plan has the same id each time
    client = Client("", profile=profile)
    plan = draft_for(desk.session, client, goal, as_of=day, plan_id=plan_id)
    export_plan(plan, target[0], target[1])
