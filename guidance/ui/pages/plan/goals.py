"""A goal of a plan: its words, and what can be done with it besides its actions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from guidance.app import planedits
from guidance.domain.errors import KnownError
from guidance.domain.plan import Goal
from guidance.ui.pages.plan.wish import Wish
from guidance.ui.widgets.days import Day, shown_day
from guidance.ui.widgets.field import Disclosure, Field
from guidance.ui.widgets.layouts import Flow, column
from guidance.ui.widgets.press import Press

LONGEST = 2000
OWN_REASON = "You added this yourself"


def goal_line(goal: Goal) -> str:
    """When a goal is due, how much of it is done, and how the person will know."""
    parts = [f"By {shown_day(goal.due)}" if goal.due else "No date yet"]
    if goal.actions:
        done = sum(1 for action in goal.actions if action.done)
        parts.append(f"{done} of {len(goal.actions)} done")
    if goal.measure:
        parts.append(f"You will know by: {goal.measure}")
    return " \u00b7 ".join(parts)


class GoalTools(QWidget):
    """Below a goal's actions: add one, or change or remove the goal. ``asked`` tells a wish."""

    asked = Signal(object)

    def __init__(self, plan_id: str, goal: Goal, called: str) -> None:
        super().__init__()
        self._plan_id, self._goal, self._called = plan_id, goal, called
        self.new = _line("", f"A new action for: {called}")
        self.new_field = Field("What you will do", self.new)
        self.words = _line(goal.text, f"The words of the goal: {called}")
        self.measure = _line(goal.measure, f"How you will know: {called}")
        self.due = Day(goal.due)
        self.due.setAccessibleName(f"The date of the goal: {called}")
        self.words_field = Field("Your goal", self.words)
        self.due_field = Field("By when", self.due)
        self.setLayout(column(self._adding(), self._changing(), spacing=2))

    def _adding(self) -> Disclosure:
        button = Press("Add this action", "small", name=f"Add an action to: {self._called}")
        button.clicked.connect(self.add)
        self.new.returnPressed.connect(self.add)
        name = f"Add an action of your own to: {self._called}"
        return Disclosure("Add an action of your own", self.new_field, button, name=name)

    def _changing(self) -> Disclosure:
        keep = Press("Keep this goal", "small", name=f"Keep the goal: {self._called}")
        keep.clicked.connect(self.keep)
        drop = Press("Remove this goal", "link", name=f"Remove the goal: {self._called}")
        drop.clicked.connect(
            lambda: self.asked.emit(Wish(planedits.remove_goal(self._plan_id, self._goal.id)))
        )
        buttons = QWidget()
        buttons.setLayout(Flow(keep, drop))
        return Disclosure(
            "Change or remove this goal",
            self.words_field,
            Field("How you will know", self.measure),
            self.due_field,
            buttons,
            name=f"Change or remove the goal: {self._called}",
        )

    def add(self) -> None:
        """Ask for the action typed to be added."""
        words = self.new.text()
        change = planedits.add_action(self._plan_id, self._goal.id, words, OWN_REASON)
        used = (self.new.accessibleName(),)
        wish = Wish(change, field=self.new_field, prefer=f"Change: {words.strip()}", used=used)
        self.asked.emit(wish)

    def keep(self) -> None:
        """Ask for the goal as typed to be kept."""
        names = tuple(one.accessibleName() for one in (self.words, self.measure, self.due))
        try:
            due = self.due.iso()
        except KnownError as error:
            self.asked.emit(Wish(None, field=self.due_field, error=error))
            return
        field = self.words_field if not self.words.text().strip() else self.due_field
        change = planedits.goal(
            self._plan_id, self._goal.id, self.words.text(), self.measure.text(), due
        )
        prefer = f"Change or remove the goal: {self.words.text().strip()}"
        self.asked.emit(Wish(change, field=field, used=names, prefer=prefer))


class NewGoal(Disclosure):
    """Add a goal of one's own. ``asked`` tells a wish."""

    asked = Signal(object)

    def __init__(self, plan_id: str) -> None:
        self._plan_id = plan_id
        self.words = _line("", "A new goal")
        self.field = Field("Your goal", self.words)
        button = Press("Add this goal", "small")
        super().__init__("Add a goal of your own", self.field, button)
        button.clicked.connect(self.add)
        self.words.returnPressed.connect(self.add)

    def add(self) -> None:
        """Ask for the goal typed to be added."""
        words = self.words.text()
        change = planedits.add_goal(self._plan_id, words)
        prefer = f"Add an action of your own to: {words.strip()}"
        used = (self.words.accessibleName(),)
        self.asked.emit(Wish(change, field=self.field, prefer=prefer, used=used))


def _line(text: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setMaxLength(LONGEST)
    line.setCursorPosition(0)
    line.setAccessibleName(name)
    return line
