"""Registers a person is or was on, with the dates that coming back turns on."""

from PySide6.QtWidgets import QComboBox, QLineEdit

from guidance.app.asking import REGISTERS, STATUSES, Question
from guidance.domain.profile import Registration
from guidance.domain.vocabulary import RegisterId, RegistrationStatus
from guidance.ui.pages.interview.editor import CardsEditor, HeldCard, UnreadableError, combo_box
from guidance.ui.pages.interview.reader import Reader
from guidance.ui.pages.interview.typed import month_of, month_words, number_of
from guidance.ui.widgets.choices import ChoiceList, Pick
from guidance.ui.widgets.field import Disclosure, Field
from guidance.ui.widgets.layouts import Flow
from guidance.ui.widgets.press import Press

LAPSED = RegistrationStatus.LAPSED
DATES = {
    "left_on": ("When you came off it", "A month and a year, such as March 2020."),
    "last_practised_on": ("When you last worked in it", "A month and a year is enough."),
}
HOURS = {
    "practice_hours_3y": (
        "Hours you worked in it in the last 3 years",
        "A number. A guess is fine.",
    ),
    "practice_hours_5y": (
        "Hours you worked in it in the last 5 years",
        "A number. A guess is fine.",
    ),
    "cpd_hours_3y": ("Hours of learning in the last 3 years", "Courses, reading, shadowing."),
}


class RegisterCard(HeldCard):
    """One register. ``changed`` is told on any change, ``removed`` when it is to go."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(pad=18, spacing=12)
        self._reader = reader
        self.register = combo_box("Register", [("", "Choose one")])
        for option in REGISTERS:
            words = f"{option.label} \u2013 {option.help}" if option.help else option.label
            self.register.addItem(words, str(option.value))
        self.part = combo_box("Part of the register", [("", "I don't know")])
        self.status = ChoiceList(
            "Where you stand", [Pick(str(o.value), o.label, o.help) for o in STATUSES]
        )
        self.lines = {key: _line(words[0]) for key, words in (DATES | HOURS).items()}
        self.fields = {
            key: Field(words[0], self.lines[key], help_text=words[1])
            for key, words in (DATES | HOURS).items()
        }
        self.part_field = Field(
            "Part of the register", self.part, help_text="What you are, or were."
        )
        self.hours = Disclosure(
            "Say more (hours of work and learning)", *(self.fields[key] for key in HOURS)
        )
        self.remove = Press("Remove this register", "link")
        for piece in (
            Field("Register", self.register),
            self.part_field,
            Field("Where you stand", self.status),
        ):
            self.add(piece)
        for key in DATES:
            self.add(self.fields[key])
        self.add(self.hours)
        self.add(Flow(self.remove))
        self._listen()
        self.setFocusProxy(self.register)
        self._settle()

    def held(self) -> Registration | None:
        """The registration as it stands, or None when no register is chosen.

        Raises UnreadableError if a date or a number cannot be read.
        """
        register = str(self.register.currentData() or "")
        if not register:
            return None
        chosen = self.status.chosen()
        status = RegistrationStatus(chosen[0]) if chosen else RegistrationStatus.REGISTERED
        dates = {key: self._date(key) if status is LAPSED else None for key in DATES}
        hours = {key: self._hours(key) for key in HOURS}
        return Registration(
            register=RegisterId(register),
            part=str(self.part.currentData() or "") or None,
            status=status,
            left_on=dates["left_on"],
            last_practised_on=dates["last_practised_on"],
            practice_hours_3y=hours["practice_hours_3y"],
            practice_hours_5y=hours["practice_hours_5y"],
            cpd_hours_3y=hours["cpd_hours_3y"],
        )

    def show_held(self, held: Registration) -> None:
        """Show a registration."""
        _choose(self.register, held.register)
        self._offer_parts()
        _choose(self.part, held.part)
        self.status.choose((held.status,))
        for key in DATES:
            self.lines[key].setText(month_words(getattr(held, key)))
        for key in HOURS:
            number: float | None = getattr(held, key)
            self.lines[key].setText("" if number is None else f"{number:g}")
        if any(getattr(held, key) is not None for key in HOURS):
            self.hours.open()
        self._settle()

    def _listen(self) -> None:
        self.register.currentIndexChanged.connect(self._register_changed)
        self.part.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.status.changed.connect(lambda _: self._status_changed())
        for line in self.lines.values():
            line.textEdited.connect(lambda _: self.changed.emit())
        self.remove.clicked.connect(self.removed.emit)

    def _register_changed(self) -> None:
        self._offer_parts()
        self._settle()
        self.changed.emit()

    def _status_changed(self) -> None:
        self._settle()
        self.changed.emit()

    def _offer_parts(self) -> None:
        register = self._reader.catalogue.registers.get(str(self.register.currentData() or ""))
        self.part.blockSignals(True)
        while self.part.count() > 1:
            self.part.removeItem(1)
        for part in register.parts if register is not None else ():
            self.part.addItem(self._reader.role_title(part) or part.replace("-", " "), part)
        self.part.blockSignals(False)

    def _settle(self) -> None:
        named = bool(self.register.currentData())
        lapsed = self.status.chosen() == (LAPSED,)
        self.part_field.setVisible(named and self.part.count() > 1)
        for key in DATES:
            self.fields[key].setVisible(named and lapsed)
        self.hours.setVisible(named and lapsed)

    def _date(self, key: str) -> str | None:
        line = self.lines[key]
        try:
            return month_of(line.text())
        except ValueError:
            words = f"'{line.text()[:20]}' is not a date we can read. Write it like March 2020."
            raise UnreadableError(words, line) from None

    def _hours(self, key: str) -> float | None:
        line = self.lines[key]
        try:
            return number_of(line.text())
        except ValueError:
            raise UnreadableError(f"'{line.text()[:20]}' is not a number.", line) from None


class RegistersEditor(CardsEditor[RegisterCard]):
    """Registers, none or more."""

    def __init__(self, question: Question, reader: Reader) -> None:
        super().__init__(question, "Add another register")
        self._reader = reader

    def make_card(self) -> RegisterCard:
        """An empty card for a register."""
        return RegisterCard(self._reader)

    def is_empty(self, held: Registration | None) -> bool:
        """Whether no register is chosen."""
        return held is None


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(40)
    line.setAccessibleName(name)
    return line


def _choose(box: QComboBox, value: str | None) -> None:
    box.blockSignals(True)
    box.setCurrentIndex(max(0, box.findData(str(value)) if value else 0))
    box.blockSignals(False)
