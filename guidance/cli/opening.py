"""No command: the window, or a sample plan where no window can open."""

import importlib.util
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from guidance.app.paths import Paths
from guidance.domain.errors import KnownError

SAMPLE = "hca-to-occupational-therapist.json"
FOLDER = "out"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(paths: Paths, *, no_window: bool = False) -> int:
    """Open the window and stay until it closes; with no screen, make a sample plan and say so."""
    missing = "You asked for no window" if no_window else no_screen(os.environ, sys.platform)
    if not missing:
        missing = _no_qt()
    if missing:
        return _sample(paths, missing)
    # Late: the command line loads no window library.
    from guidance.ui.launch import run

    return run(paths, lambda tell: _prepare(paths, tell))


def no_screen(environ: Mapping[str, str], platform: str) -> str:
    """Why no window can open, as the start of a sentence; empty when one can."""
    if not platform.startswith(("linux", "freebsd", "openbsd")):
        return ""
    if any(environ.get(name) for name in SCREENS):
        return ""
    return "There is no screen to open a window on"


def _no_qt() -> str:
    """Why the window library cannot load; empty when it can."""
    if importlib.util.find_spec("PySide6") is None:
        return "The window library (PySide6) is not installed"
    try:
        # Late, and here on purpose: this is where a missing system library shows itself.
        importlib.import_module("guidance.ui.launch")
    except ImportError as error:
        if "PySide6" not in (error.path or "") and not str(error).startswith("lib"):
            raise
        return f"The window library could not load ({str(error).splitlines()[0]})"
    return ""


def _prepare(paths: Paths, tell: Callable[[str], None]) -> None:
    """Build the catalogue if need be: the window has this done once it has painted."""
    # Late: the window has painted by now.
    from guidance.cli.desk import ready

    ready(paths, tell)


def _sample(paths: Paths, reason: str) -> int:
    """Make a plan for an invented person, in a folder of its own."""
    # Late: a window needs none of these.
    from guidance.app.profiles import load_profile
    from guidance.cli.desk import Desk
    from guidance.cli.making import save_plan

    target = Path(FOLDER) / "sample-plan.pdf"
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise KnownError(
            f"{reason}, and the folder '{FOLDER}' could not be made here ({error.strerror}).",
            "Go to a folder that you may write to.",
        ) from error
    desk = Desk(paths)
    session = desk.session
    profile = load_profile(paths.examples / SAMPLE, desk.catalogue, session.clock.today())
    save_plan(desk, profile, (), desk.day(profile, None), (target, "standard"))
    print(f"{reason}, so Waymark made a sample plan: {target}")
    return 0
