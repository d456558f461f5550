"""``content``: the catalogue's sources checked, built and counted."""

import sys
from argparse import Namespace

from guidance.cli import plain, text
from guidance.cli.desk import Desk, say
from guidance.content.build import build, stats
from guidance.content.problems import Problem, Severity
from guidance.content.read import read_sources
from guidance.domain.errors import KnownError


def run(asked: Namespace, desk: Desk) -> int:
    """Run ``check``, ``build`` or ``stats``."""
    if asked.what == "stats":
        return _stats(asked, desk)
    if desk.paths.source is None:
        raise KnownError("An installed Waymark has no sources.", "Use a copy of the repository.")
    return _build(asked, desk) if asked.what == "build" else _check(asked, desk)


def _stats(asked: Namespace, desk: Desk) -> int:
    counts = stats(desk.catalogue)
    if asked.json:
        about = {"version": desk.catalogue.version, "newest": desk.catalogue.newest}
        print(plain.pretty({**about, "counts": counts}))
    else:
        print(f"Catalogue {desk.catalogue.version}, newest source {desk.catalogue.newest}\n")
        rows = ((name.replace("_", " "), f"{count:,}") for name, count in counts.items())
        print(text.table(("Kind", "How many"), rows))
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
    catalogue, problems = read_sources(desk.paths.source)
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


def _count(number: int, noun: str) -> str:
    return f"{number or 'No'} {noun}{'' if number == 1 else 's'}"
