"""The panel beside the questions: first matches, which sharpen as answers come in."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from guidance.domain.errors import KnownError
from guidance.domain.match import Match, Matches, Move
from guidance.domain.profile import Profile
from guidance.domain.vocabulary import Fit, Lane
from guidance.ui.desk import Desk
from guidance.ui.runner import Task
from guidance.ui.widgets.layouts import Card, Flow, clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words, announce

SHOWN = 5
PAUSE_MS = 350
LANES = {
    Lane.NOW: "within reach now",
    Lane.NEXT: "next step",
    Lane.LONGER: "longer journey",
    Lane.OUTSIDE: "outside your field",
}
FITS = {Fit.STRONG: "strong fit", Fit.GOOD: "good fit", Fit.POSSIBLE: "possible fit"}


class LivePanel(Card):
    """Shows the best few roles so far and what the last answer moved.

    ``matched`` tells the matches each time they were worked out.
    """

    matched = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(kind="note", pad=18, spacing=10)
        self._desk = desk
        self._before: Matches | None = None
        self._profile: Profile | None = None
        self._task: Task | None = None
        self.heading = Heading("Your matches so far", 2)
        self.state = Words("", "soft")
        self.rows = column(spacing=10)
        self.moved = Words("", "body")
        self.moved.setVisible(False)
        self.see = Press("See them in full", "link")
        self.see.clicked.connect(lambda: desk.go("matches"))
        self.see.setVisible(False)
        for piece in (self.heading, self.state, self.rows, self.moved, Flow(self.see)):
            self.add(piece)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)

    def follow(self, profile: Profile, *, enough: bool) -> None:
        """Work the matches out for these answers, once typing pauses."""
        if not enough:
            self._wait_for_more()
            return
        if profile == self._profile:
            return
        self._profile = profile
        self._timer.start()

    def stop(self) -> None:
        """The panel is out of view: nothing is worth working out."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def forget(self) -> None:
        """Another person's answers come now: nothing has moved yet."""
        self._wait_for_more()

    def _wait_for_more(self) -> None:
        self.stop()
        self._profile, self._before = None, None
        clear(self.rows)
        self.moved.setVisible(False)
        self.see.setVisible(False)
        self.state.say("They show here once we know why you are here and what you do now.")
        self.state.setVisible(True)

    def _ask(self) -> None:
        profile, before = self._profile, self._before
        if profile is None:
            return
        if self._task is not None:
            self._task.cancel()
        session = self._desk.session

        def work() -> tuple[Matches, tuple[Move, ...]]:
            found = session.matcher.match(profile, session.as_of, 7)
            moves = session.matcher.moved(before, found) if before is not None else ()
            return found, moves

        self._task = self._desk.ask(work, self._show, failed=self._failed)

    def _failed(self, error: KnownError) -> None:
        self.state.say(str(error))
        self.state.setVisible(True)

    def _show(self, result: tuple[Matches, tuple[Move, ...]]) -> None:
        found, moves = result
        first = self._before is None
        self._before = found
        self.state.setVisible(first)
        self.state.say("Not final: they get sharper with each answer.")
        clear(self.rows)
        for match in found.matches[:SHOWN]:
            self.rows.addLayout(_row(match))
        self.see.setVisible(True)
        self._tell(moves)
        self.matched.emit(found)

    def _tell(self, moves: tuple[Move, ...]) -> None:
        told = [words for move in moves[:3] if (words := self._words(move))]
        self.moved.setVisible(bool(told))
        self.moved.say("\n".join(("What moved:", *told)))
        if told:
            announce(self, self.moved.text())

    def _words(self, move: Move) -> str:
        catalogue = self._desk.catalogue
        role = catalogue.roles.get(move.role_id) if catalogue is not None else None
        if role is None:
            return ""
        now, was = move.now, move.was
        if now is None:
            way = "\u2193 Out of the list"
        elif was is None or was > now:
            way = "\u2191 Up"
        else:
            way = "\u2193 Down"
        why = f" \u2013 {move.why}" if move.why else ""
        return f"{way}: {role.title}{why}"


def _row(match: Match) -> QVBoxLayout:
    lane = LANES.get(match.lane, "")
    return column(
        Words(match.title, "strong"), Words(f"{FITS[match.band]}, {lane}", "soft"), spacing=0
    )
