"""``bench``: speed and memory beside the figures to reach, measured here and now."""

import json
import os
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import cast

from guidance.app import yardstick
from guidance.app.documents import plan_bytes
from guidance.app.drafting import draft_for
from guidance.app.pictures import plan_pages
from guidance.app.profiles import load_profile
from guidance.app.yardstick import Timing
from guidance.cli import plain, text
from guidance.cli.desk import Desk, say
from guidance.domain.client import Client
from guidance.domain.errors import KnownError
from guidance.domain.profile import Profile

WINDOWS = 5
MATCHES = 60
LARGE_MATCHES = 30
LARGE_ROLES, LARGE_ROUTES = 10_000, 100_000
TITLES = 25_000
PDFS = 15
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure. ``goal`` is the figure to reach, in ``unit``; ``note`` says how it was taken.

    ``processor`` is the processor time of the same work: what a quiet machine would come near.
    """

    name: str
    measured: float | None
    goal: float | None
    unit: str
    note: str = ""
    processor: float | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the figure is reached; None where there is none or nothing was measured."""
        if self.measured is None or self.goal is None:
            return None
        return self.measured <= self.goal

    def row(self) -> tuple[str, ...]:
        """The figure as cells of a table."""
        held = {True: "reached", False: "NOT reached", None: "-"}[self.reached]
        ratio = "-"
        if self.measured is not None and self.goal:
            ratio = f"{self.measured / self.goal:.2f}"
        said = (self._said(value) for value in (self.measured, self.processor, self.goal))
        return (self.name, *said, ratio, held, self.note)

    def plain(self) -> dict[str, object]:
        """The figure for JSON."""
        return {
            "name": self.name,
            "measured": self.measured,
            "processor": self.processor,
            "goal": self.goal,
            "unit": self.unit,
            "reached": self.reached,
            "note": self.note,
        }

    def _said(self, value: float | None) -> str:
        return "-" if value is None else f"{value:,.2f} {self.unit}".strip()


def _figure(name: str, took: Timing, goal: float | None, unit: str, note: str) -> Figure:
    """A figure from a timing; ``unit`` is ``s`` or ``ms``."""
    times = 1000 if unit == "ms" else 1
    return Figure(name, times * took.wall, goal, unit, note, times * took.processor)


def run(asked: Namespace, desk: Desk) -> int:
    """Measure everything and print the table."""
    parts: tuple[tuple[str, Callable[[Desk], list[Figure]]], ...] = (
        ("building the catalogue", _build),
        ("windows", _windows),
        ("matches on the bundled catalogue", _matches),
        ("type-ahead", _type_ahead),
        ("plans as PDF", _pdfs),
        ("matches on a large catalogue", _large),
    )
    figures: list[Figure] = []
    busy = _busy()
    for name, part in parts:
        say(f"Measuring {name} ...")
        figures += part(desk)
    if asked.json:
        python = sys.version.split()[0]
        rows = [figure.plain() for figure in figures]
        print(plain.pretty({"python": python, "machine": busy, "figures": rows}))
    else:
        header = ("What", "Measured", "Processor", "To reach", "Ratio", "", "How")
        print(text.table(header, (figure.row() for figure in figures)))
        print(f"\n{busy}")
    return 0


def _busy() -> str:
    """What else this machine was doing: a busy one makes every figure slower."""
    cores = os.cpu_count() or 1
    if not hasattr(os, "getloadavg"):
        return f"Measured on {cores} cores; this system does not tell how busy it was."
    load = os.getloadavg()[0]
    state = "busy, so these figures are slower than they could be" if load > cores else "quiet"
    return f"Measured on {cores} cores with a load of {load:.1f} at the start: {state}."


def _build(desk: Desk) -> list[Figure]:
    source = desk.paths.source
    if source is None:
        return [Figure("catalogue build", None, 5.0, "s", "an installed copy has no sources")]
    # Late: building needs the YAML library, which an installed copy may not have.
    from guidance.content.build import build

    def quiet(_: str) -> None:
        """Say nothing: progress lines would only get in the way of the table."""

    with tempfile.TemporaryDirectory() as folder:
        took = yardstick.timed(lambda: build(source, Path(folder) / "c.sqlite", quiet))
    return [_figure("catalogue build", took, 5.0, "s", "all sources, into a new file")]


def _matches(desk: Desk) -> list[Figure]:
    session = desk.session
    load = yardstick.timed(lambda: session.matcher)
    profiles = yardstick.varied_profiles(desk.catalogue, _examples(desk), MATCHES)
    today = session.clock.today().isoformat()
    yardstick.match_times(session.matcher, profiles[:3], today)
    times = yardstick.match_times(session.matcher, profiles, today)
    count = f"{len(times)} profiles, {len(desk.catalogue.roles)} roles"
    return [
        _figure("catalogue and matcher, loaded", load, None, "s", "once, after the first paint"),
        _figure("match, median", _median(times), None, "ms", count),
        _figure("match, p95", _p95(times), 30.0, "ms", count),
    ]


def _large(desk: Desk) -> list[Figure]:
    large = yardstick.enlarged(desk.catalogue, LARGE_ROLES, LARGE_ROUTES)
    matcher, load = yardstick.made_matcher(large)
    profiles = yardstick.varied_profiles(desk.catalogue, _examples(desk), LARGE_MATCHES)
    today = desk.session.clock.today().isoformat()
    yardstick.match_times(matcher, profiles[:1], today)
    times = yardstick.match_times(matcher, profiles, today)
    size = f"{len(large.roles):,} roles, {len(large.routes):,} routes, copied from the bundled ones"
    return [
        _figure("large catalogue, matcher made", load, None, "s", size),
        _figure("large catalogue, match median", _median(times), None, "ms", size),
        _figure("large catalogue, match p95", _p95(times), 250.0, "ms", size),
    ]


def _type_ahead(desk: Desk) -> list[Figure]:
    large = yardstick.with_titles(desk.catalogue, TITLES)
    titles = yardstick.new_titles(large)
    typed = [role.title for role in list(desk.catalogue.roles.values())[::6]]
    times = yardstick.type_ahead_times(titles, typed)
    count = sum(1 + len(role.titles) for role in large.roles.values())
    note = f"{count:,} titles, {len(times):,} beginnings, letter by letter"
    return [_figure("type-ahead, p95", _p95(times), 10.0, "ms", note)]


def _pdfs(desk: Desk) -> list[Figure]:
    session = desk.session
    profile = _examples(desk)[0]
    plan = draft_for(session, Client("", profile=profile), (), as_of=session.clock.today())
    first = yardstick.timed(lambda: plan_bytes(plan, "pdf"))
    pages = len(plan_pages(plan, "standard", 20))
    # Each for another person: what was laid out before is remembered, and would flatter.
    others = [replace(plan, who=f"Person {number}") for number in range(PDFS)]
    times = [yardstick.timed(lambda one=one: plan_bytes(one, "pdf")) for one in others]
    again = yardstick.timed(lambda: plan_bytes(others[-1], "pdf"))
    note = f"{PDFS} times, {pages} pages; typesetting uses several processors at once"
    return [
        _figure("plan PDF, first", first, None, "ms", "loads the document libraries"),
        _figure("plan PDF, median", _median(times), 80.0, "ms", note),
        _figure("plan PDF, again", again, None, "ms", "the same plan: its layout is remembered"),
    ]


def _windows(desk: Desk) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        example = str(sorted(desk.paths.examples.glob("*.json"))[0])
        _ = desk.catalogue  # built before any window is timed
        bare = "from guidance.ui.timing import empty; empty(float(sys.argv[1]))"
        full = (
            "import guidance.cli.commands, guidance.cli.opening; "
            "from guidance.ui.timing import start; start(float(sys.argv[1]), sys.argv[2])"
        )
        filled = (
            "from guidance.ui.timing import matches; matches(float(sys.argv[1]), *sys.argv[2:])"
        )
        for program, told in ((bare, ()), (full, (folder,))):
            _window(program, told)  # warms the disk
        pairs = [(_window(bare, ()), _window(full, (folder,))) for _ in range(WINDOWS)]
        page = _window(filled, (folder, example))
    floor = _median([pair[0][0] for pair in pairs])
    opened = _median([pair[1][0] for pair in pairs])
    runs = f"median of {WINDOWS}, in turn with the other"
    figures = [
        _figure("empty window, first paint", floor, None, "ms", runs),
        _figure("Waymark, first paint", opened, 1500 * floor.wall, "ms", runs),
    ]
    weights = [pair[0][1] for pair in pairs]
    return figures + _memory([each for each in weights if each is not None], page[1])


def _memory(empty: list[float], page: float | None) -> list[Figure]:
    if not empty or page is None:
        return [Figure("memory at the matches page", None, None, "MB", "this system does not tell")]
    floor = median(empty)
    note = "the most held until the first matches are on the screen"
    return [
        Figure("empty window, memory", floor / MEGABYTE, None, "MB", "the most held"),
        Figure("memory at the matches page", page / MEGABYTE, 2 * floor / MEGABYTE, "MB", note),
    ]


def _window(program: str, arguments: Sequence[str]) -> tuple[Timing, float | None]:
    """How long to the first paint, and the most memory held, of a window in its own process."""
    command = [sys.executable, "-c", f"import sys; {program}", str(time.monotonic()), *arguments]
    # A warm start reads compiled files, so Python must be let keep them.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603  # our own program
        command, capture_output=True, text=True, check=False, timeout=120, env=kept
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode != 0 or not lines:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise KnownError(f"A window could not be measured ({last[:200]}).", "Try it with a screen.")
    found = cast("dict[str, float | None]", json.loads(lines[-1]))
    return Timing(found["seconds"] or 0.0, found["processor"] or 0.0), found["peak"]


def _examples(desk: Desk) -> tuple[Profile, ...]:
    today = desk.session.clock.today()
    found = sorted(desk.paths.examples.glob("*.json"))
    return tuple(load_profile(path, desk.catalogue, today) for path in found)


def _median(times: Sequence[Timing]) -> Timing:
    return Timing(median(t.wall for t in times), median(t.processor for t in times))


def _p95(times: Sequence[Timing]) -> Timing:
    place = min(len(times) - 1, int(0.95 * len(times)))
    return Timing(sorted(t.wall for t in times)[place], sorted(t.processor for t in times)[place])
