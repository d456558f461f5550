"""One action of a plan: read it, tick it, move it, or open it to change its words and dates."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from guidance.app import planedits
from guidance.domain.plan import Action, ActionType, Owner
from guidance.ui.pages.plan.days import Day, shown_day
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


class ActionCard(Card):
    """``asked`` tells an action of ``guidance.app.planedits`` to perform; ``editing`` its id."""

    asked = Signal(object)
    editing = Signal(str)

    def __init__(self, plan_id: str, action: Action, today: str, *, opened: bool) -> None:
        super().__init__(spacing=8, pad=16)
        self.plan_id, self.action, self._today = plan_id, action, today
        self.setAccessibleName(f"Action: {action.text}")
        state = f"Done {shown_day(action.done)}" if action.done else f"By {shown_day(action.due)}"
        kicker = f"{TYPES[action.type]} \u00b7 {OWNERS[action.owner]} \u00b7 {state}"
        self.add(Words(kicker, "good" if action.done else "kicker"))
        self.add(Words(action.text, "strong"))
        if action.because:
            self.add(Words(f"Because: {action.because}", "soft"))
        for label, text in (
            ("Effort", action.effort),
            ("Evidence it leaves", action.evidence),
            ("Serves", "; ".join(action.serves)),
            ("Note", action.note),
        ):
            if text:
                self.add(Words(f"{label}: {text}"))
        self.add(self._buttons())
        if opened:
            self._open()

    def _buttons(self) -> Flow:
        flow = Flow(spacing=8)
        done = "Not done yet" if self.action.done else "Mark as done"
        for label, act in (
            (done, self._tick),
            ("Change", lambda: self.editing.emit(self.action.id)),
            ("Up", lambda: self._move(-1)),
            ("Down", lambda: self._move(1)),
            ("Remove", self._remove),
        ):
            button = Press(label, "small", name=f"{label}: {self.action.text}")
            button.clicked.connect(act)
            flow.addWidget(button)
        return flow

    def _open(self) -> None:
        action = self.action
        self.words = QLineEdit(action.text)
        self.words.setMaxLength(2000)
        self.owner = _box({item.value: OWNERS[item] for item in Owner}, action.owner.value)
        self.type = _box({item.value: TYPES[item] for item in ActionType}, action.type.value)
        self.due = Day(action.due, self._today)
        self.note = QLineEdit(action.note)
        self.note.setMaxLength(2000)
        self.evidence = QLineEdit(action.evidence)
        self.evidence.setMaxLength(2000)
        self.add(Field("What you will do", self.words))
        self.add(
            Flow(
                Field("By when", self.due),
                Field("Who does it", self.owner),
                Field("How you learn", self.type),
                spacing=16,
            )
        )
        self.add(Field("Evidence it leaves", self.evidence))
        self.add(Field("Your note", self.note))
        keep = Press("Keep these changes", "main")
        keep.clicked.connect(self._keep)
        close = Press("Leave it as it was")
        close.clicked.connect(lambda: self.editing.emit(""))
        self.add(Flow(keep, close, spacing=10))

    def _keep(self) -> None:
        self.asked.emit(
            planedits.change_action(
                self.plan_id,
                self.action.id,
                text=self.words.text(),
                owner=str(self.owner.currentData()),
                type=str(self.type.currentData()),
                due=self.due.iso(),
                note=self.note.text(),
                evidence=self.evidence.text(),
            )
        )
        self.editing.emit("")

    def _tick(self) -> None:
        on = None if self.action.done else self._today
        self.asked.emit(planedits.mark_done(self.plan_id, self.action.id, on))

    def _move(self, places: int) -> None:
        self.asked.emit(planedits.move_action(self.plan_id, self.action.id, places))

    def _remove(self) -> None:
        self.asked.emit(planedits.remove_action(self.plan_id, self.action.id))


def _box(choices: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, label in choices.items():
        box.addItem(label, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
