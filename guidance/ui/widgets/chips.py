"""Small rounded words: what was understood, what was picked; each can be taken away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from guidance.ui.widgets.layouts import Flow, clear
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip: its id, its words, and what pressing it does (empty: it cannot be pressed)."""

    id: str
    label: str
    act: str = ""


class ChipRow(QWidget):
    """Chips in a row that wraps. ``pressed`` tells the id of the chip pressed."""

    pressed = Signal(str)

    def __init__(self, name: str, chips: Sequence[Chip] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._flow = Flow(spacing=8)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_chips(chips)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these instead. With none the row goes away."""
        clear(self._flow)
        for chip in chips:
            self._flow.addWidget(self._made(chip))
        if not chips:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()
        self.updateGeometry()

    def _made(self, chip: Chip) -> QWidget:
        if not chip.act:
            return Words(chip.label, "strong")
        mark = " \u00d7" if chip.act.lower().startswith("remove") else ""
        button = Press(f"{chip.label}{mark}", "chip", name=f"{chip.act}: {chip.label}")
        button.setToolTip(f"{chip.act}: {chip.label}")
        button.clicked.connect(lambda: self.pressed.emit(chip.id))
        return button
