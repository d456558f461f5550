"""The start page. It is shown before anything is loaded, so it imports very little."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from guidance.domain.changes import Changes, Kind
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.start.resume import ResumeCard
from guidance.ui.widgets.layouts import Card, Flow, column, row
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words

# id, icon, title, help. What each door does is decided by the interview's own table of doors.
DOORS = (
    (
        "staff",
        "person",
        "Plan my own next step",
        "For anyone who works in health or care, in any job and at any band.",
    ),
    (
        "adviser",
        "pair",
        "Help someone else plan",
        "For careers advisers and managers. You can keep a locked list of the people you see.",
    ),
    (
        "returner",
        "returning",
        "Come back to practice",
        "You left a professional register. See what coming back takes, step by step.",
    ),
    (
        "exploring",
        "compass",
        "Just look around",
        "See how it works. Nothing you type is kept.",
    ),
)
CANNOT = (
    (
        "It can't decide for you.",
        "Talk it over with your manager, a mentor or a careers adviser.",
    ),
    (
        "It can't promise you a place, a job or your registration back.",
        "Your employer, the course and your regulator decide that.",
    ),
    (
        "It can't help with a dispute, your health or your money worries.",
        "Your union, occupational health and Citizens Advice can.",
    ),
)


class Door(Card):
    """A way in: an icon, a button that says what it does, and who it is for."""

    def __init__(self, icon: str, title: str, help_text: str) -> None:
        super().__init__(pad=18, spacing=8)
        self._icon_name = icon
        self.icon = Words("")
        self.button = Press(title, "door").fill_width()
        self.button.setAccessibleDescription(help_text)
        top = row(self.icon, self.button, spacing=10)
        top.setAlignment(self.icon, Qt.AlignmentFlag.AlignVCenter)
        self.add(top)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.add(Words(help_text, "soft"))
        self.body.addStretch(1)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """The whole card can be pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.button.click()

    def draw(self, desk: Desk) -> None:
        """Draw the icon in the theme's colours."""
        side = desk.theme.px(30)
        self.icon.setPixmap(desk.theme.picture(self._icon_name, "accent", side))
        self.icon.setFixedSize(side, side)


class Doors(QWidget):
    """The doors, two by two, or one under another where that is too narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What would you like to do?")
        self.doors = {name: Door(icon, title, words) for name, icon, title, words in DOORS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(14)
        self._columns = 0
        self.arrange(2)

    def arrange(self, columns: int) -> None:
        """Lay the doors out in so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for place, door in enumerate(self.doors.values()):
            self._grid.addWidget(door, place // columns, place % columns)
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)


class StartPage(Page):
    """Find your door, or carry on."""

    title = "Find your way in health and care"
    measure = 52

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.resume = ResumeCard(desk)
        self.doors = Doors()
        lead = "Where you are, what you like, what fits your life: a few questions, then real jobs,"
        lead += " the ways there, and a plan on paper."
        self.add(Words(lead, "lead"))
        self.add(self.resume)
        self.add(Heading("What would you like to do?"))
        self.add(self.doors)
        self.add(self._private())
        self.add(self._limits())
        for name, door in self.doors.doors.items():
            door.button.clicked.connect(lambda _=False, name=name: self._open(name))
        self.rethemed()

    def enter(self, argument: str) -> None:
        """Show work to carry on with, as it stands now."""
        self.resume.refresh()

    def refresh(self, changes: Changes) -> None:
        """The work to carry on with may have changed."""
        if changes.touches(Kind.RECORD, Kind.PROFILE):
            self.resume.refresh()

    def rethemed(self) -> None:
        """Icons in the new colours; one column of doors when the text is large."""
        for door in self.doors.doors.values():
            door.draw(self.desk)
        side = self.desk.theme.px(24)
        self.lock.setPixmap(self.desk.theme.picture("lock", "accent", side))
        self.lock.setFixedSize(side, side)

    def arrange(self, width_em: float) -> None:
        """One column of doors in a narrow window."""
        self.doors.arrange(1 if width_em < 30 else 2)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """1 to 4 open a door while the focus is on the page itself."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(DOORS) and not event.modifiers():
            self._open(DOORS[place][0])
        else:
            super().keyPressEvent(event)

    def _open(self, door: str) -> None:
        session = self.desk.session
        if door == "exploring":
            self.desk.ask(session.start_anonymous, lambda _: self.desk.go("interview", door))
        elif session.saving:
            self.desk.ask(session.new_client, lambda _: self.desk.go("interview", door))
        elif session.settings.keep == "no" and door != "adviser":
            self.desk.go("interview", door)
        else:
            self.desk.go("keep", door)

    def _private(self) -> QWidget:
        self.lock = Words("")
        self.lock.setSizePolicy(
            self.lock.sizePolicy().Policy.Fixed, self.lock.sizePolicy().Policy.Fixed
        )
        words = Words(
            "Nothing you type ever leaves this computer. You choose whether it is kept here, locked"
            " so that only you can read it, and you can delete it all at any time."
        )
        inner = row(self.lock, words, spacing=14)
        inner.setAlignment(self.lock, Qt.AlignmentFlag.AlignTop)
        inner.setStretch(1, 1)
        return Card(Heading("Private", 3), inner, kind="note")

    def _limits(self) -> QFrame:
        rows = [column(Words(cannot, "strong"), Words(who), spacing=2) for cannot, who in CANNOT]
        about = Press("Who made this, and how far to trust it", "link")
        about.clicked.connect(lambda: self.desk.go("about"))
        return Card(Heading("What Waymark can't do, and who can", 3), *rows, Flow(about))
