"""No command: the window, or a sample plan where no window can open."""

import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from guidance.app.profiles import load_profile
from guidance.cli.desk import Desk, ready
from guidance.cli.making import save_plan

SAMPLE = "hca-to-occupational-therapist.json"
FOLDER = "out"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(desk: Desk, *, no_window: bool = False) -> int:
    """Open the window and stay until it closes; with no screen, make a sample plan and say so."""
    missing = "You asked for no window" if no_window else no_screen(os.environ, sys.platform)
    if not missing:
        missing = _no_qt()
    if missing:
        return _sample(desk, missing)
    # Late: the command line loads no window library.
    from guidance.ui.launch import run

    return run(desk.paths, lambda tell: ready(desk.paths, tell))


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


def _sample(desk: Desk, reason: str) -> int:
    session = desk.session
    profile = load_profile(desk.paths.examples / SAMPLE, desk.catalogue, session.clock.today())
    target = Path(FOLDER) / "sample-plan.pdf"
    target.parent.mkdir(exist_ok=True)
    save_plan(desk, profile, (), desk.day(profile, None), (target, "standard"))
    print(f"{reason}, so Waymark made a sample plan: {target}")
    return 0
