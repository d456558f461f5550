"""A whole visit of an example person: from the door to a printed plan, and back the next day."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from ui.people import words_on
from ui.persona_walk import CONTROL, Answering, Hand, Seen

from guidance.app.pictures import editions
from guidance.domain.client import Client
from guidance.domain.plan import Action, Plan
from guidance.domain.profile import Profile
from guidance.ui import printing
from guidance.ui.pages.matches.cards import MatchCard
from guidance.ui.pages.plan.page import PlanPage
from guidance.ui.pages.preview.page import FILTERS, PreviewPage
from guidance.ui.pages.start.page import StartPage
from guidance.ui.window import MainWindow

OWN_WORDS = "Ask my manager for an hour on Thursday"
OWN_DAY = "31 March 2027"
EDITION = "Large print"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class Person:
    """Who walks: the example file, the door, the role to look for, and by what means."""

    example: str
    door: str
    role: str
    keys: bool = False
    leaves_by: Qt.Key | None = None


@dataclass
class Visit:
    """Everything that was seen, in the order of the visit."""

    told: Profile = field(default_factory=Profile)
    seen: Seen = field(default_factory=Seen)
    returning: list[str] = field(default_factory=list[str])
    profile: Profile = field(default_factory=Profile)
    check_words: str = ""
    matches: list[str] = field(default_factory=list[str])
    role_words: str = ""
    plans: dict[str, Plan] = field(default_factory=dict[str, Plan])
    pages: dict[str, int] = field(default_factory=dict[str, int])
    saved: dict[str, bytes] = field(default_factory=dict[str, bytes])
    printed: bytes = b""
    said: list[str] = field(default_factory=list[str])
    left_at: str = ""
    client: Client = field(default_factory=lambda: Client(""))
    offered: str = ""
    came_to: str = ""
    client_again: Client = field(default_factory=lambda: Client(""))
    faults: list[BaseException] = field(default_factory=list[BaseException])
    sockets: list[str] = field(default_factory=list[str])


class SocketWatch:
    """Notes every socket that Python makes while it is on. A hook can never be taken away."""

    def __init__(self) -> None:
        self._seen: list[str] | None = None
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _: object) -> None:
        if self._seen is not None and event.startswith("socket."):
            self._seen.append(event)

    @contextmanager
    def on(self) -> Generator[list[str]]:
        """Watch inside this; gives what is seen."""
        self._seen = seen = []
        try:
            yield seen
        finally:
            self._seen = None


def visit(
    person: Person,
    told: Profile,
    make_window: Callable[[], MainWindow],
    folder: Path,
    look: Callable[[MainWindow, str], object] = lambda _window, _name: None,
) -> Visit:
    """Walk the whole way; ``make_window`` opens one on the same data each time it is called.

    ``look`` is called at each place of the way, to see the window.
    """
    made = Visit(told=told)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MainWindow, "show_fault", lambda _, error: made.faults.append(error))
        window = make_window()
        _Walk(person, made, window, folder, patch, look).all()
        made.client = window.desk.session.client
        _shut(window)
        again = make_window()
        _come_back(made, Hand(again, keys=person.keys))
        look(again, "again")
        _shut(again)
    return made


def _shut(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _come_back(made: Visit, hand: Hand) -> None:
    start = hand.window.page
    assert isinstance(start, StartPage)
    made.offered = start.resume.words.text()
    hand.press("Carry on")
    hand.wait()
    made.came_to = hand.window.at
    made.client_again = replace(hand.window.desk.session.client, updated=made.client.updated)


class _Walk:
    """The visit, place by place."""

    def __init__(
        self,
        person: Person,
        made: Visit,
        window: MainWindow,
        folder: Path,
        patch: pytest.MonkeyPatch,
        look: Callable[[MainWindow, str], object],
    ) -> None:
        self.person, self.made, self.window = person, made, window
        self.folder, self.patch, self._look = folder, patch, look
        self.hand = Hand(window, keys=person.keys)
        self.title = window.desk.session.catalogue.roles[person.role].title

    def all(self) -> None:
        """The whole way."""
        self.look()
        self.hand.press(self.person.door)
        self.hand.wait()
        self.look()
        self.hand.press("Continue")
        self.hand.wait()
        self.answer()
        self.check()
        self.match()
        self.plan()
        self.preview()
        self.save()
        self.print()
        if self.person.leaves_by is not None:
            self.hand.keyed(self.person.leaves_by, CONTROL)
            self.hand.wait()
        self.made.left_at = self.window.at

    def look(self) -> None:
        self._look(self.window, self.window.at)

    def answer(self) -> None:
        answering = Answering(self.hand, self.made.told)
        answering.look = self.look
        self.made.seen = answering.seen
        answering.all()
        self.hand.wait()
        if self.window.at == "returning":
            self.come_back_to_practice()
            self.hand.press("Go on with the questions")
            self.hand.wait()
            answering.all()
            self.hand.wait()

    def come_back_to_practice(self) -> None:
        """Read what coming back takes, and log two days."""
        self.look()
        self.made.returning.append(words_on(self.window.page))
        for kind, hours, what in (
            ("Supervised practice", "7.5", "Shadowed on a respiratory ward"),
            ("Private study", "6", "Read the standards of proficiency"),
        ):
            self.hand.pick("Kind", kind)
            self.hand.type("Hours", hours)
            self.hand.type("What you did", what)
            self.hand.press("Add to the log")
            self.hand.wait()
            self.made.returning.append(words_on(self.window.page))
        self.look()

    def check(self) -> None:
        self.look()
        self.made.profile = self.window.desk.session.profile
        self.made.check_words = words_on(self.window.page)
        self.hand.press("See my matches")
        self.hand.wait()

    def match(self) -> None:
        self.look()
        cards = self.window.page.findChildren(MatchCard)
        self.made.matches = [card.role_id for card in cards if card.isVisible()]
        self.hand.press(f"See this role: {self.title}")
        self.hand.wait()
        self.look()
        self.made.role_words = words_on(self.window.page)
        self.hand.press("Start a plan for this role")
        self.hand.wait()

    def plan(self) -> None:
        self.look()
        self.keep_plan("drafted")
        first = self.first_action()
        self.hand.press(f"Change: {first.text}")
        self.hand.wait()
        self.look()
        self.hand.type("What you will do", OWN_WORDS)
        self.hand.type("By when", OWN_DAY)
        self.hand.press("Keep these changes")
        self.hand.wait()
        self.keep_plan("changed")
        self.hand.press(f"Mark as done: {OWN_WORDS}")
        self.hand.wait()
        self.keep_plan("done")
        self.hand.keyed(Qt.Key.Key_Z, CONTROL)
        self.hand.wait()
        self.keep_plan("undone")
        self.hand.keyed(Qt.Key.Key_Z, CONTROL | SHIFT)
        self.hand.wait()
        self.keep_plan("redone")

    def first_action(self) -> Action:
        page = self.window.page
        assert isinstance(page, PlanPage)
        plan = page.plan()
        assert plan is not None
        return plan.goals[0].actions[0]

    def keep_plan(self, moment: str) -> None:
        page = self.window.page
        assert isinstance(page, PlanPage)
        plan = page.plan()
        assert plan is not None
        self.made.plans[moment] = plan

    def preview(self) -> None:
        self.hand.press("Print or save")
        self.hand.wait()
        self.look()
        self.count_pages()
        self.hand.pick("Which edition", EDITION)
        self.hand.wait()
        self.look()
        self.count_pages()
        self.hand.pick("Which edition", {i: t for i, t, _ in editions()}["standard"])
        self.hand.wait()

    def count_pages(self) -> None:
        page = self.window.page
        assert isinstance(page, PreviewPage)
        self.made.pages[page.edition.currentText()] = page.sheets.count

    def save(self) -> None:
        for kind, suffix in FILTERS:
            target = self.folder / f"plan{suffix}"
            answer = (str(target), kind)
            self.patch.setattr(QFileDialog, "getSaveFileName", lambda *_, a=answer: a)
            self.hand.press("Save as a file")
            self.hand.wait()
            self.made.said.append(self.window.foot.message.text())
            self.made.saved[suffix] = target.read_bytes()

    def print(self) -> None:
        paper = self.folder / "printed.pdf"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(paper))
        printer.setFullPage(True)
        self.patch.setattr(printing, "choose_printer", lambda *_: printer)
        self.hand.press("Print")
        self.hand.wait()
        self.made.said.append(self.window.foot.message.text())
        self.made.printed = paper.read_bytes()
