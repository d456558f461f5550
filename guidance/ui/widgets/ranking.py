"""Put a few things in order of how much they matter, by mouse or by keyboard."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from guidance.ui.widgets.choices import Pick, TickCard
from guidance.ui.widgets.field import focus_on
from guidance.ui.widgets.layouts import Flow, clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words, announce


class _Row(QFrame):
    """One thing, with its place and the ways to move it once it is picked."""

    toggled = Signal(str, bool)
    moved = Signal(str, int)

    def __init__(self, pick: Pick, place: int, count: int) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.pick = pick
        label = f"{place}. {pick.label}" if place else pick.label
        self.card = TickCard(Pick(pick.id, label, pick.help))
        if place:
            self.card.setAccessibleName(f"{pick.label}, number {place} of {count}")
        self.card.setChecked(bool(place))
        self.card.installEventFilter(self)
        self.card.toggled.connect(lambda on: self.toggled.emit(pick.id, on))
        parts: list[QWidget] = []
        if place:
            parts = [
                self._mover("\u2191 Up", f"Move {pick.label} up", -1, place > 1),
                self._mover("\u2193 Down", f"Move {pick.label} down", 1, place < count),
            ]
        body = column(self.card, spacing=4)
        if parts:
            body.addLayout(Flow(*parts, spacing=6))
        self.setLayout(body)
        self.setFocusProxy(self.card)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _mover(self, words: str, name: str, by: int, works: bool) -> Press:
        button = Press(words, "small", name=name)
        button.setEnabled(works)
        button.clicked.connect(lambda: self.moved.emit(self.pick.id, by))
        return button

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Ctrl with an arrow moves the thing; every other key is left to the card."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(self.pick.id, by)
            return True
        return super().eventFilter(watched, event)


class RankList(QWidget):
    """Pick up to ``most`` things and order them. ``changed`` tells the ids, first matters most."""

    changed = Signal(tuple)

    def __init__(self, name: str, picks: Sequence[Pick], *, most: int = 5) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._picks = {pick.id: pick for pick in picks}
        self._most = most
        self._order: list[str] = []
        self._rows: dict[str, _Row] = {}
        self._hint = Words("", "soft")
        self._column = column(spacing=8)
        self.setLayout(column(self._hint, self._column, spacing=10))
        self._draw()

    def ranked(self) -> tuple[str, ...]:
        """The ids picked, most important first."""
        return tuple(self._order)

    def rank(self, ids: Iterable[str]) -> None:
        """Show these as picked, in this order, without telling."""
        self._order = [item for item in ids if item in self._picks]
        self._draw()

    def row(self, item: str) -> QWidget:
        """The card of one thing, to focus on."""
        return self._rows[item].card

    def _draw(self) -> None:
        clear(self._column)
        self._rows = {}
        count = len(self._order)
        rest = [item for item in self._picks if item not in self._order]
        for place, item in enumerate((*self._order, *rest), start=1):
            row = _Row(self._picks[item], place if place <= count else 0, count)
            row.toggled.connect(self._toggle, Qt.ConnectionType.QueuedConnection)
            row.moved.connect(self._move, Qt.ConnectionType.QueuedConnection)
            row.card.setEnabled(place <= count or count < self._most)
            self._rows[item] = row
            self._column.addWidget(row)
        self._hint.say(self._words(count))
        if self._rows:
            self.setFocusProxy(next(iter(self._rows.values())))

    def _words(self, count: int) -> str:
        move = "Use Up and Down, or Ctrl with an arrow key, to change the order."
        if count >= self._most:
            return f"That is {count}, the most you can pick. {move}"
        if count:
            return f"You have picked {count}. You can pick {self._most - count} more. {move}"
        return "Press Space to pick one."

    def _toggle(self, item: str, on: bool) -> None:
        self._order = [other for other in self._order if other != item] + ([item] if on else [])
        self._settle(item)

    def _move(self, item: str, by: int) -> None:
        if item not in self._order:
            return
        place = self._order.index(item)
        other = max(0, min(len(self._order) - 1, place + by))
        self._order.insert(other, self._order.pop(place))
        self._settle(item)

    def _settle(self, item: str) -> None:
        self._draw()
        focus_on(self._rows[item].card)
        if item in self._order:
            name = self._picks[item].label
            announce(self, f"{name} is number {self._order.index(item) + 1}")
        self.changed.emit(self.ranked())
