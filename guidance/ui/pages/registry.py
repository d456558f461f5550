"""Every page of the window in one table. A page is imported when it is first visited."""

from dataclasses import dataclass
from importlib import import_module

from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its name in ``desk.go``, where its class is, and its line in the rail.

    ``label`` is empty for pages that the rail does not list; ``rail`` then names the line to mark.
    ``place`` is ``top`` or ``foot`` of the rail. ``early`` pages can be shown before the
    catalogue is loaded. ``keys`` is the shortcut.
    """

    name: str
    kind: str
    label: str = ""
    icon: str = ""
    rail: str = ""
    place: str = "top"
    early: bool = False
    keys: str = ""


ENTRIES = (
    Entry("start", "StartPage", "Start", "start", early=True, keys="Ctrl+1"),
    Entry("keep", "KeepPage", rail="start", early=True),
    Entry("interview", "InterviewPage", "Your answers", "interview", keys="Ctrl+2"),
    Entry("check", "CheckPage", "Check your answers", "check", keys="Ctrl+3"),
    Entry("matches", "MatchesPage", "Your matches", "matches", keys="Ctrl+4"),
    Entry("role", "RolePage", rail="matches"),
    Entry("returning", "ReturningPage", "Coming back", "returning", keys="Ctrl+5"),
    Entry("plan", "PlanPage", "Your plan", "plan", keys="Ctrl+6"),
    Entry("preview", "PreviewPage", rail="plan"),
    Entry("settings", "SettingsPage", "Settings", "settings", place="foot", early=True),
    Entry("about", "AboutPage", "About and help", "about", place="foot", early=True, keys="F1"),
)
BY_NAME = {entry.name: entry for entry in ENTRIES}


def make_page(name: str, desk: Desk) -> Page:
    """A new page of this name. KeyError when the table has none."""
    entry = BY_NAME[name]
    module = import_module(f"guidance.ui.pages.{name}.page")
    page: Page = getattr(module, entry.kind)(desk)
    return page
