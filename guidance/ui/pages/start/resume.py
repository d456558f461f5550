"""The card that offers to carry on with work kept earlier."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from guidance.domain.errors import KnownError
from guidance.ui.desk import Desk
from guidance.ui.widgets.field import Field
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.passphrase import Passphrase
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words

if TYPE_CHECKING:  # shown before the session's nouns are loaded
    from guidance.domain.client import Client

# Pages to carry on with as they were, and those that need to be told what to show.
WHOLE = frozenset({"check", "matches", "returning", "plan", "preview"})
BEFORE = {"role": "matches"}


def told_when(moment: str) -> str:
    """An ISO moment as a person would say it: *21 November 2026 at 14:05*."""
    if not moment:
        return ""
    at = datetime.fromisoformat(moment).astimezone()
    return f"{at.day} {at:%B %Y} at {at:%H:%M}"


class ResumeCard(Card):
    """Kept work: opened by itself where the key is in the account, else with the passphrase."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(kind="note")
        self._desk = desk
        self.heading = Heading("Carry on where you were", 2)
        self.words = Words("")
        self.carry_on = Press("Carry on", "main")
        self.carry_on.clicked.connect(self._carry_on)
        self.passphrase = Passphrase("Your passphrase")
        self.field = Field("Your passphrase", self.passphrase)
        self.unlock = Press("Open my work", "main")
        self.unlock.clicked.connect(self.open_locked)
        self.passphrase.line.returnPressed.connect(self.open_locked)
        for piece in (self.heading, self.words, self.field):
            self.add(piece)
        self.add(Flow(self.carry_on, self.unlock))
        self.hide()

    def refresh(self) -> None:
        """Show what there is to carry on with; nothing hides the card."""
        if not self._desk.has_begun:
            self.setVisible(False)
            return
        session = self._desk.session
        held = session.saving and bool(session.client.updated or session.client.finished)
        waiting = not session.saving and not session.anonymous and session.paths.records.exists()
        locked = waiting and not session.paths.key.exists()
        self.setVisible(held or waiting)
        self.carry_on.setVisible(held or (waiting and not locked))
        self.field.setVisible(locked)
        self.unlock.setVisible(locked)
        self.words.say(_progress(session.client) if held else _waiting_words(locked))

    def open_locked(self) -> None:
        """Open the records with the passphrase typed."""
        phrase = self.passphrase.line.text()
        self._desk.ask(
            lambda: self._desk.session.open_records(phrase),
            lambda _: self._opened(),
            failed=self._refused,
        )

    def _carry_on(self) -> None:
        session = self._desk.session
        if session.saving:
            self._opened()
        else:
            self._desk.ask(session.open_records, lambda _: self._opened())

    def _opened(self) -> None:
        self.passphrase.line.clear()
        self.field.set_error("")
        page = self._desk.session.client.page
        self._desk.go(page if page in WHOLE else BEFORE.get(page, "interview"))

    def _refused(self, error: KnownError) -> None:
        self.field.set_error(str(error))
        self._desk.failed.emit(error, self.passphrase)


def _waiting_words(locked: bool) -> str:
    if locked:
        return "There is work kept on this computer, locked with a passphrase."
    return "There is work kept on this computer, locked to your account."


def _progress(client: Client) -> str:
    name = f"{client.name}. " if client.name else ""
    when = told_when(client.updated)
    saved = f"Last saved on {when}. " if when else "Saved just now. "
    count = len(client.finished)
    steps = f"{count} step{'' if count == 1 else 's'} done. " if count else ""
    plans = "There is a plan." if client.plans else ""
    return f"{name}{saved}{steps}{plans}".strip()
