"""The log of days towards return: add a line, see the lines, take one out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from guidance.domain.errors import KnownError
from guidance.domain.returning import LogEntry, Supervisor
from guidance.ui.widgets.days import Day, shown_day
from guidance.ui.widgets.errors import Trouble
from guidance.ui.widgets.field import Field
from guidance.ui.widgets.layouts import Card, Flow, clear, column, row
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words

KINDS = (
    ("supervised-practice", "Supervised practice"),
    ("formal-study", "Formal study"),
    ("private-study", "Private study"),
)
NAMES = dict(KINDS)
HOURS_TROUBLE = "Give the hours of that day as a number from 0 to 24, such as 7.5."
YEARS_TROUBLE = "Give the years as a number, such as 3."
MOST_YEARS = 80


class LogCard(Card):
    """``added`` tells an entry, ``removed`` the number of a line, ``wrong`` a list of troubles."""

    added = Signal(object)
    removed = Signal(int)
    wrong = Signal(object)

    def __init__(self, today: str) -> None:
        super().__init__(spacing=12)
        self._today = today
        self.add(Heading("Your log", 2))
        self.add(
            Words(
                "Write down each day as you do it. We add it up, and say what does not count and "
                "why. The log is kept with your answers.",
                "soft",
            )
        )
        self.on = Day(today)
        self.kind = QComboBox()
        for kind, label in KINDS:
            self.kind.addItem(label, kind)
        self.hours = QLineEdit()
        self.hours.setPlaceholderText("For example: 7.5")
        self.what = QLineEdit()
        self.what.setMaxLength(300)
        self.on_field = Field("Date", self.on)
        self.hours_field = Field("Hours", self.hours)
        self.add(Flow(self.on_field, Field("Kind", self.kind), self.hours_field, spacing=16))
        self.add(Field("What you did", self.what, help_text="No names of patients or colleagues."))
        button = Press("Add to the log")
        button.clicked.connect(self.ask)
        for line in (self.on, self.hours, self.what):
            line.returnPressed.connect(self.ask)
        self.add(Flow(button))
        self._lines = column(spacing=6)
        self.add(self._lines)

    def show_log(self, log: tuple[LogEntry, ...]) -> None:
        """Show these lines instead."""
        clear(self._lines)
        if log:
            self._lines.addWidget(Heading("What you have logged", 3))
        for number, entry in enumerate(log):
            self._lines.addWidget(self._line(number, entry))

    def start_afresh(self) -> None:
        """The line typed is in the log: room for the next one."""
        self.hours.clear()
        self.what.clear()

    def ask(self) -> None:
        """Ask for the line typed to be added, or say what is wrong with it."""
        hours, day = _number(self.hours.text()), None
        troubles: list[Trouble] = []
        self.on_field.set_error("")
        self.hours_field.set_error("")
        try:
            day = self.on.iso() or self._today
        except KnownError as error:
            troubles.append(Trouble.of(error, self.on))
            self.on_field.set_error(str(error))
        if hours is None or not 0 < hours <= 24:
            troubles.append(Trouble(HOURS_TROUBLE, field=self.hours))
            self.hours_field.set_error(HOURS_TROUBLE)
        if troubles or day is None or hours is None:
            self.wrong.emit(troubles)
            return
        what = " ".join(self.what.text().split())
        self.added.emit(LogEntry(day, str(self.kind.currentData()), hours, what))

    def _line(self, number: int, entry: LogEntry) -> QWidget:
        kind = NAMES.get(entry.kind, entry.kind)
        parts = [shown_day(entry.on), kind, f"{entry.hours:g} hours", entry.what]
        text = " \u00b7 ".join(part for part in parts if part)
        button = Press("Remove", "small", name=f"Remove line {number + 1}: {text}")
        button.clicked.connect(lambda: self.removed.emit(number))
        line = QWidget()
        line.setLayout(row(Words(text), button))
        return line


class SupervisorCard(Card):
    """What is known of the supervisor. ``changed`` tells it, ``wrong`` a list of troubles."""

    changed = Signal(object)
    wrong = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.add(Heading("Your supervisor", 2))
        self.add(Words("Some registers set conditions. Leave out what you do not know.", "soft"))
        self.years = QLineEdit()
        self.years.setPlaceholderText("For example: 3")
        self.same = _yes_no()
        self.ftp = _yes_no()
        self.years_field = Field("How many years have they been on the register?", self.years)
        self.add(self.years_field)
        self.add(Field("Is it the same profession as yours?", self.same))
        self.add(Field("Is there a fitness to practise case or order against them?", self.ftp))
        self.years.editingFinished.connect(self._tell)
        self.same.activated.connect(self._tell)
        self.ftp.activated.connect(self._tell)

    def show_supervisor(self, held: Supervisor) -> None:
        """Show what is kept. What is being typed stays."""
        if not self.years.isModified():
            self.years.setText(
                "" if held.years_registered is None else f"{held.years_registered:g}"
            )
        for box, value in ((self.same, held.same_profession), (self.ftp, held.fitness_to_practise)):
            box.setCurrentIndex(box.findData(value))

    def _tell(self) -> None:
        typed = self.years.text().strip()
        years = _number(typed)
        if typed and (years is None or not 0 <= years <= MOST_YEARS):
            self.years_field.set_error(YEARS_TROUBLE)
            self.wrong.emit([Trouble(YEARS_TROUBLE, field=self.years)])
            return
        self.years_field.set_error("")
        self.years.setModified(False)
        self.changed.emit(Supervisor(years, self.same.currentData(), self.ftp.currentData()))


def _number(text: str) -> float | None:
    """A plain number as typed, with a point or a comma; None when it is none."""
    typed = text.strip().replace(",", ".")
    plain = typed.replace(".", "", 1)
    return float(typed) if plain.isascii() and plain.isdigit() else None


def _yes_no() -> QComboBox:
    box = QComboBox()
    for label, held in (("I do not know", None), ("Yes", True), ("No", False)):
        box.addItem(label, held)
    return box
