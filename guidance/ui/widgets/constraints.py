"""Circumstances, each as *must*, *prefer* or *don't mind*, with a value where one is needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from guidance.ui.widgets.choices import Pick
from guidance.ui.widgets.layouts import Card, Flow, column
from guidance.ui.widgets.likert import Pill
from guidance.ui.widgets.words import Heading, Words

NONE, PREFER, MUST = "", "prefer", "must"
LEVELS = ((MUST, "Must"), (PREFER, "Prefer"), (NONE, "I don't mind"))


@dataclass(frozen=True, slots=True)
class Limit:
    """A circumstance to set: what it is, the unit of its value (empty: none), or its choices."""

    pick: Pick
    unit: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """How strict a circumstance is (``must``, ``prefer`` or empty) and its value as typed."""

    strength: str = NONE
    value: str = ""


class ConstraintRow(Card):
    """One circumstance. ``changed`` tells its id."""

    changed = Signal(str)

    def __init__(self, limit: Limit) -> None:
        super().__init__(pad=16, spacing=8)
        self.limit = limit
        self.setAccessibleName(limit.pick.label)
        self.add(Heading(limit.pick.label, 3))
        if limit.pick.help:
            self.add(Words(limit.pick.help, "soft"))
        self.pills = {key: Pill(words, f"{words}: {limit.pick.label}") for key, words in LEVELS}
        self.pills[NONE].setChecked(True)
        self.value = self._value_widget()
        self.value_row = column(Words(self._value_words(), "strong"), self.value, spacing=4)
        self.add(Flow(*self.pills.values(), spacing=8))
        self._value_box = QWidget()
        self._value_box.setLayout(self.value_row)
        self._value_box.setVisible(False)
        self.add(self._value_box)
        for pill in self.pills.values():
            pill.toggled.connect(self._toggled)
        self.setFocusProxy(self.pills[NONE])

    def held(self) -> Held:
        """What is set."""
        strength = next((key for key, pill in self.pills.items() if pill.isChecked()), NONE)
        return Held(strength, self._typed() if strength else "")

    def set_held(self, held: Held) -> None:
        """Show what is set, without telling."""
        for key, pill in self.pills.items():
            pill.blockSignals(True)
            pill.setChecked(key == held.strength)
            pill.blockSignals(False)
        self.value.blockSignals(True)
        if isinstance(self.value, QComboBox):
            self.value.setCurrentText(held.value)
        else:
            self.value.setText(held.value)
        self.value.blockSignals(False)
        self.setFocusProxy(self.pills[held.strength])
        self._show_value()

    def _toggled(self, on: bool) -> None:
        if on:
            self._show_value()
            self.changed.emit(self.limit.pick.id)

    def _show_value(self) -> None:
        wanted = bool(self.limit.unit or self.limit.choices) and not self.pills[NONE].isChecked()
        self._value_box.setVisible(wanted)

    def _typed(self) -> str:
        box = self.value
        return box.currentText() if isinstance(box, QComboBox) else box.text().strip()

    def _value_widget(self) -> QComboBox | QLineEdit:
        name = f"{self.limit.pick.label}: {self._value_words()}"
        if self.limit.choices:
            box = QComboBox()
            box.addItems(["", *self.limit.choices])
            box.currentTextChanged.connect(lambda _: self.changed.emit(self.limit.pick.id))
            box.setAccessibleName(name)
            return box
        line = QLineEdit()
        line.setMaxLength(12)
        line.textEdited.connect(lambda _: self.changed.emit(self.limit.pick.id))
        line.setAccessibleName(name)
        return line

    def _value_words(self) -> str:
        return f"How much ({self.limit.unit})" if self.limit.unit else "Which"


class ConstraintTable(QWidget):
    """All the circumstances. ``changed`` tells what is set: id to :class:`Held`."""

    changed = Signal(dict)

    def __init__(self, name: str, limits: Sequence[Limit]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows = {limit.pick.id: ConstraintRow(limit) for limit in limits}
        self.setLayout(column(*self.rows.values(), spacing=12))
        for row in self.rows.values():
            row.changed.connect(lambda _: self.changed.emit(self.held()))
        if self.rows:
            self.setFocusProxy(next(iter(self.rows.values())))

    def held(self) -> dict[str, Held]:
        """What is set, for the circumstances the person minds about."""
        all_held = {item: row.held() for item, row in self.rows.items()}
        return {item: held for item, held in all_held.items() if held.strength}

    def set_held(self, held: Mapping[str, Held]) -> None:
        """Show what is set."""
        for item, row in self.rows.items():
            row.set_held(held.get(item, Held()))
