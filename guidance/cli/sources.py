"""``content``: the catalogue's sources checked, built and counted."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from datetime import date

from guidance.app.clock import SystemClock
from guidance.cli import plain, text
from guidance.cli.desk import Desk, say
from guidance.content import survey
from guidance.content.build import build
from guidance.content.problems import Problem, Severity
from guidance.content.read import read_sources
from guidance.domain.errors import KnownError


def run(asked: Namespace, desk: Desk) -> int:
    """Run ``check``, ``build``, ``stats`` or ``due``."""
    if asked.what in ("stats", "due"):
        return _stats(asked, desk) if asked.what == "stats" else _due(asked, desk)
    if desk.paths.source is None:
        raise KnownError("An installed Waymark has no sources.", "Use a copy of the repository.")
    return _build(asked, desk) if asked.what == "build" else _check(asked, desk)


def _stats(asked: Namespace, desk: Desk) -> int:
    held = desk.catalogue
    counts, shares = survey.counts(held), survey.exposure(held)
    groups, holes = survey.coverage(held), survey.holes(held)
    past = len(survey.due(held, _day(asked)))
    if asked.json:
        about = {"version": held.version, "newest": held.newest, "counts": counts}
        found = {"groups": plain.whole(groups), "exposure": shares, "holes": plain.whole(holes)}
        print(plain.pretty({**about, **found, "past_shelf_life": past}))
        return 0
    print(f"Catalogue {held.version}, newest source {held.newest}\n")
    print(text.table(("Kind", "How many"), _counted(counts)))
    print("\nFor each staff group\n")
    columns = ("Staff group", "Roles", "Titles", "Ways in", "Ways on", "Journeys", "Case studies")
    print(text.table(columns, (tuple(map(str, astuple(group))) for group in groups)))
    for name, share in shares.items():
        print(f"\n{_SHARES[name]}\n")
        print(text.table((name.capitalize(), "How many"), _counted(share)))
    print("\nHoles (two of each; --json names all)\n")
    rows = ((hole.what, str(len(hole.records)), ", ".join(hole.records[:2])) for hole in holes)
    print(text.table(("What is missing", "How many", "Such as"), rows))
    print(f"\nFacts past their shelf life: {past or 'none'}. 'content due' lists them.")
    return 0


_SHARES = {
    "band": "Roles shown with each band",
    "setting": "Roles shown with each setting",
    "basis": "Facts by basis",
}


def _counted(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    return ((name.replace("_", " "), f"{count:,}") for name, count in counts.items())


def _due(asked: Namespace, desk: Desk) -> int:
    on = _day(asked)
    found = survey.due(desk.catalogue, on)
    if asked.json:
        print(plain.pretty({"as_of": on.isoformat(), "due": plain.whole(found)}))
        return 0
    for item in found:
        print(f"{item.limit}  {item.kind} {item.record}: {item.text}")
    print(f"{_count(len(found), 'fact')} past shelf life on {on.isoformat()}.")
    return 0


def _build(asked: Namespace, desk: Desk) -> int:
    source, target = desk.paths.source, desk.paths.catalogue
    if source is None:  # run() has refused this already
        return 2
    made = build(source, target, say)
    if asked.json:
        print(plain.pretty({"catalogue": str(target), "version": made.version}))
    else:
        print(f"Built {target}")
    return 0


def _check(asked: Namespace, desk: Desk) -> int:
    if desk.paths.source is None:  # run() has refused this already
        return 2
    catalogue, problems = read_sources(desk.paths.source, _day(asked))
    errors = [problem for problem in problems if problem.severity == Severity.ERROR]
    warnings = len(problems) - len(errors)
    if asked.json:
        held = {"ok": not errors, "errors": len(errors), "warnings": warnings}
        print(plain.pretty({**held, "problems": plain.whole(problems)}))
    else:
        _tell(problems)
        if catalogue is not None:
            print(f"Read {len(catalogue.roles)} roles and {len(catalogue.routes)} routes.")
        print(f"{_count(len(errors), 'error')} and {_count(warnings, 'warning').lower()}.")
    sys.stdout.flush()
    return 2 if errors else 0


def _tell(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        print(f"{problem.severity}: {problem}")


def _day(asked: Namespace) -> date:
    """The day that shelf lives are judged on: the one given, else today."""
    day: date | None = asked.as_of
    return day or SystemClock().today()  # the session would build first, and stop at an error


def _count(number: int, noun: str) -> str:
    return f"{number or 'No'} {noun}{'' if number == 1 else 's'}"
