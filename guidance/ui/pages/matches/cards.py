"""The card of one match, and the ledger behind it."""

from PySide6.QtCore import Signal

from guidance.domain.match import Match
from guidance.domain.wording import FITS, joined
from guidance.ui.pages.pieces import ended, way_title
from guidance.ui.widgets.field import Disclosure
from guidance.ui.widgets.grid import Grid
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words

MOST_TIES = 3


class MatchCard(Card):
    """A role that fits: why, what speaks against it, the best way there, and what to do with it.

    ``asked`` tells what was pressed (``open``, ``plan``, ``pin``, ``hide``) and the role's id.
    """

    asked = Signal(str, str)

    def __init__(self, match: Match, *, pinned: bool = False, ties: tuple[str, ...] = ()) -> None:
        super().__init__(spacing=8)
        self.role_id = match.role_id
        fit = FITS[match.band]
        self.add(Words(f"{fit} \u00b7 Pinned" if pinned else fit, "kicker"))
        self.add(Heading(match.title, 3))
        self.add(Words(match.reason))
        rows: list[tuple[str, str]] = []
        if match.counter:
            rows.append(("Against", match.counter))
        if match.ways:
            rows.append(("A way there", ended(way_title(match.ways[0]))))
        if rows:
            self.add(Grid(f"{match.title}: one thing against, and a way there", (), rows, first=1))
        if ties:
            named = joined(ties) if len(ties) <= MOST_TIES else f"{len(ties)} others here"
            self.add(Words(f"About equal with {named}.", "small"))
        self.add(self._actions(match, pinned))
        name = f"How {match.title} adds up"
        self.add(Disclosure("How this adds up", ledger(match), name=name))

    def _actions(self, match: Match, pinned: bool) -> Flow:
        flow = Flow(spacing=8)
        words = (
            ("open", "See this role"),
            ("plan", "Start a plan"),
            ("pin", "Unpin" if pinned else "Pin"),
            ("hide", "Hide"),
        )
        for act, label in words:
            button = Press(label, "small", name=f"{label}: {match.title}")
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act, self.role_id))
            flow.addWidget(button)
        return flow


def ledger(match: Match) -> Grid:
    """Every line that the score is made of, and the score."""
    rows = [
        (f"{line.title or line.signal} ({line.points:+.1f})", line.reason)
        for line in sorted(match.contributions, key=lambda line: -abs(line.points))
    ]
    rows.append((f"Total ({match.score:.1f})", "The lines above add up to exactly this."))
    return Grid(f"How the score of {match.title} adds up", ("What we looked at", "Why"), rows)
