"""One action of a plan: read it, tick it, move it, or open it to change its words and dates."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit

from guidance.app import planedits
from guidance.domain.errors import KnownError
from guidance.domain.plan import Action, ActionType, Owner
from guidance.ui.pages.plan.wish import Wish
from guidance.ui.widgets.days import Day, shown_day
from guidance.ui.widgets.field import Field
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words

OWNERS = {
    Owner.ME: "Me",
    Owner.MANAGER: "My manager",
    Owner.EMPLOYER: "My employer",
    Owner.ADVISER: "My adviser",
}
TYPES = {
    ActionType.DOING: "Learn by doing",
    ActionType.OTHERS: "Learn with others",
    ActionType.STUDY: "Learn by study",
    ActionType.CHECK: "Find out",
}
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an action stands: its plan, today, what to call it, and if it is first or last.

    ``called`` is its words, with a number where another action of the plan has the same.
    """

    plan_id: str
    today: str
    called: str
    first: bool
    last: bool


class ActionCard(Card):
    """``asked`` tells a wish to perform; ``editing`` the id of the action to open, or none.

    Ctrl with Up or Down moves the action while the focus is anywhere in the card.
    """

    asked = Signal(object)
    editing = Signal(str)

    def __init__(self, action: Action, spot: Spot) -> None:
        super().__init__(spacing=6, pad=16)
        self.action, self._spot = action, spot
        self.editor: ActionEditor | None = None
        state = f"Done {shown_day(action.done)}" if action.done else _due(action)
        kicker = f"{TYPES[action.type]} \u00b7 {OWNERS[action.owner]} \u00b7 {state}"
        self.add(Words(kicker, "good" if action.done else "kicker"))
        self.add(Words(action.text, "strong"))
        if action.because and action.because not in action.text:
            self.add(Words(f"Because: {action.because}"))
        for label, text in (
            ("Effort", action.effort),
            ("Evidence it leaves", action.evidence),
            ("Counts for", "; ".join(action.serves)),
        ):
            if text:
                self.add(Words(f"{label}: {text}", "soft"))
        if action.note:
            self.add(Words(f"Your note: {action.note}"))
        self.add(self._buttons())
        self._keys()

    def open(self) -> "ActionEditor":
        """Show the fields to change it by."""
        self.editor = ActionEditor(self.action, self._spot.plan_id)
        self.editor.asked.connect(self.asked.emit)
        self.editor.closed.connect(lambda: self.editing.emit(""))
        self.add(self.editor)
        return self.editor

    def first_name(self) -> str:
        """The name of its first button."""
        label = "Not done yet" if self.action.done else "Mark as done"
        return f"{label}: {self._spot.called}"

    def change_name(self) -> str:
        """The name of the button that opens it."""
        return f"Change: {self._spot.called}"

    def _keys(self) -> None:
        for keys, places in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda places=places: self._move(places))

    def _buttons(self) -> Flow:
        called, flow = self._spot.called, Flow(spacing=8)
        done = "Not done yet" if self.action.done else "Mark as done"
        for label, kind, act in (
            (done, "small", self._tick),
            ("Change", "small", lambda: self.editing.emit(self.action.id)),
            ("Up", "small", lambda: self._move(-1)),
            ("Down", "small", lambda: self._move(1)),
            ("Remove", "link", self._remove),
        ):
            if not self._at_end(label):
                button = Press(label, kind, name=f"{label}: {called}")
                button.clicked.connect(act)
                flow.addWidget(button)
        return flow

    def _at_end(self, label: str) -> bool:
        return (label == "Up" and self._spot.first) or (label == "Down" and self._spot.last)

    def _tick(self) -> None:
        on = None if self.action.done else self._spot.today
        label = "Mark as done" if self.action.done else "Not done yet"
        change = planedits.mark_done(self._spot.plan_id, self.action.id, on)
        self.asked.emit(Wish(change, prefer=f"{label}: {self._spot.called}"))

    def _move(self, places: int) -> None:
        change = planedits.move_action(self._spot.plan_id, self.action.id, places)
        way, back = ("Up", "Down") if places < 0 else ("Down", "Up")
        called = self._spot.called
        self.asked.emit(Wish(change, prefer=f"{way}: {called}", instead=f"{back}: {called}"))

    def _remove(self) -> None:
        self.asked.emit(
            Wish(
                planedits.remove_action(self._spot.plan_id, self.action.id), removes=self.action.id
            )
        )


class ActionEditor(Card):
    """The fields of one action. ``asked`` tells a wish, ``closed`` that nothing shall change."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self, action: Action, plan_id: str) -> None:
        super().__init__(kind="sunk", spacing=12, pad=14)
        self.action, self._plan_id = action, plan_id
        self.words = _line(action.text)
        self.owner = _box({item.value: OWNERS[item] for item in Owner}, action.owner.value)
        self.type = _box({item.value: TYPES[item] for item in ActionType}, action.type.value)
        self.due = Day(action.due)
        self.note = _line(action.note)
        self.evidence = _line(action.evidence)
        self.words_field = Field("What you will do", self.words)
        self.due_field = Field("By when", self.due)
        self.add(self.words_field)
        who, how = Field("Who does it", self.owner), Field("How you learn", self.type)
        self.add(Flow(self.due_field, who, how, spacing=16))
        self.add(Field("Evidence it leaves", self.evidence))
        self.add(Field("Your note", self.note))
        keep = Press("Keep these changes", "main")
        keep.clicked.connect(self.keep)
        close = Press("Leave it as it was")
        close.clicked.connect(self.closed.emit)
        self.add(Flow(keep, close, spacing=10))
        for line in (self.words, self.due, self.note, self.evidence):
            line.returnPressed.connect(self.keep)

    def changed(self) -> dict[str, str | None]:
        """The fields that differ, by their names. Raises KnownError for a day that is none."""
        held = self.action
        typed: dict[str, tuple[str | None, str | None]] = {
            "text": (self.words.text(), held.text),
            "owner": (str(self.owner.currentData()), held.owner.value),
            "type": (str(self.type.currentData()), held.type.value),
            "due": (self.due.iso(), held.due),
            "note": (self.note.text(), held.note),
            "evidence": (self.evidence.text(), held.evidence),
        }
        return {name: now for name, (now, before) in typed.items() if now != before}

    def keep(self) -> None:
        """Ask for what was typed to be kept, or say what is wrong with it."""
        self.words_field.set_error("")
        self.due_field.set_error("")
        wish = self.wish()
        if wish is None:
            self.closed.emit()
        else:
            self.asked.emit(wish)

    def wish(self) -> Wish | None:
        """The wish for what differs, None when nothing does."""
        try:
            change = self.changed()
        except KnownError as error:
            return Wish(None, field=self.due_field, error=error)
        if not change:
            return None
        empty = not self.words.text().strip()
        made = planedits.change_action(self._plan_id, self.action.id, **change)
        name = f"Change: {self.words.text().strip()}"
        field = self.words_field if empty else self.due_field
        return Wish(made, field=field, prefer=name, closes=self.action.id)


def _due(action: Action) -> str:
    return f"By {shown_day(action.due)}" if action.due else "No date yet"


def _line(text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setMaxLength(LONGEST)
    line.setCursorPosition(0)
    return line


def _box(choices: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, label in choices.items():
        box.addItem(label, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.activated.connect(lambda _: box.setProperty("touched", True))
    return box
