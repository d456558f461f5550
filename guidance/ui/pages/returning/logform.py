"""The log of days towards return: add a line, see the lines, take one out."""

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from guidance.domain.returning import LogEntry
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


class LogCard(Card):
    """``added`` tells an entry, ``removed`` the number of a line, ``wrong`` words and the field."""

    added = Signal(object)
    removed = Signal(int)
    wrong = Signal(str, object)

    def __init__(self, today: QDate) -> None:
        super().__init__(spacing=12)
        self.add(Heading("Your log", 2))
        self.add(
            Words(
                "Write down each day as you do it. We add it up, and say what does not count and "
                "why. The log is kept with your answers.",
                "soft",
            )
        )
        self.on = QDateEdit(today)
        self.on.setDisplayFormat("d MMM yyyy")
        self.on.setMaximumDate(today)
        self.kind = QComboBox()
        for kind, label in KINDS:
            self.kind.addItem(label, kind)
        self.hours = QLineEdit()
        self.hours.setPlaceholderText("7.5")
        self.what = QLineEdit()
        self.what.setMaxLength(300)
        self.hours_field = Field("Hours", self.hours)
        flow = Flow(Field("Date", self.on), Field("Kind", self.kind), self.hours_field, spacing=16)
        self.add(flow)
        self.add(Field("What you did", self.what, help_text="No names of patients or colleagues."))
        button = Press("Add to the log")
        button.clicked.connect(self._add)
        self.what.returnPressed.connect(self._add)
        self.add(Flow(button))
        self._lines = column(spacing=6)
        self.add(self._lines)

    def show_log(self, log: tuple[LogEntry, ...]) -> None:
        """Show these lines instead."""
        clear(self._lines)
        for number, entry in enumerate(log):
            self._lines.addWidget(self._line(number, entry))

    def _line(self, number: int, entry: LogEntry) -> QWidget:
        kind = NAMES.get(entry.kind, entry.kind)
        text = f"{entry.on} \u00b7 {kind} \u00b7 {entry.hours:g} hours \u00b7 {entry.what}"
        words = Words(text.rstrip(" \u00b7"))
        button = Press("Remove", "small", name=f"Remove {text}")
        button.clicked.connect(lambda: self.removed.emit(number))
        line = QWidget()
        line.setLayout(row(words, button))
        return line

    def _add(self) -> None:
        typed = self.hours.text().strip().replace(",", ".")
        try:
            hours = float(typed)
        except ValueError:
            hours = -1.0
        if not 0 < hours <= 24:
            text = "Give the hours of that day as a number from 0 to 24, such as 7.5."
            self.hours_field.set_error(text)
            self.wrong.emit(text, self.hours)
            return
        self.hours_field.set_error("")
        day = self.on.date().toString("yyyy-MM-dd")
        kind = str(self.kind.currentData())
        self.added.emit(LogEntry(day, kind, hours, " ".join(self.what.text().split())))
        self.hours.clear()
        self.what.clear()


class SupervisorCard(Card):
    """What is known of the supervisor. ``changed`` tells years (or None) and two yes/no answers."""

    changed = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.add(Heading("Your supervisor", 2))
        self.add(Words("Some registers set conditions. Leave out what you do not know.", "soft"))
        self.years = QLineEdit()
        self.years.setPlaceholderText("3")
        self.same = _yes_no()
        self.ftp = _yes_no()
        self.add(
            Flow(
                Field("Years on the register", self.years),
                Field("Same profession as you", self.same),
                Field("Under a fitness to practise case", self.ftp),
                spacing=16,
            )
        )
        self.years.editingFinished.connect(self._tell)
        self.same.activated.connect(self._tell)
        self.ftp.activated.connect(self._tell)

    def show_supervisor(self, years: float | None, same: bool | None, ftp: bool | None) -> None:
        """Show what is kept."""
        self.years.setText("" if years is None else f"{years:g}")
        for box, held in ((self.same, same), (self.ftp, ftp)):
            box.setCurrentIndex(box.findData(held))

    def _tell(self) -> None:
        typed = self.years.text().strip().replace(",", ".")
        try:
            years = float(typed) if typed else None
        except ValueError:
            years = None
        self.changed.emit(years, self.same.currentData(), self.ftp.currentData())


def _yes_no() -> QComboBox:
    box = QComboBox()
    for label, held in (("I do not know", None), ("Yes", True), ("No", False)):
        box.addItem(label, held)
    return box
