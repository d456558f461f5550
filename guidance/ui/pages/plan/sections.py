"""The parts of a plan besides its actions: who, reviews, who helps, plan B, notes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from guidance.app import planedits
from guidance.domain.plan import Plan, Review, Supporter
from guidance.ui.pages.plan.days import Day, shown_day
from guidance.ui.widgets.field import Disclosure, Field
from guidance.ui.widgets.layouts import Card, Flow, row
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words


class Section(Card):
    """A part of a plan. ``asked`` tells an action to perform."""

    asked = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__(spacing=10)
        self.add(Heading(title, 2))

    def keep_button(self, *, name: str) -> Press:
        """A button that keeps what this part's fields say."""
        button = Press("Keep", "small", name=name)
        button.clicked.connect(self.keep)
        return button

    def keep(self) -> None:
        """Ask for the change that the fields describe."""


class WhoSection(Section):
    """Who the plan is for and what it is called."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Who it is for")
        self._plan = plan
        self.who = QLineEdit(plan.who)
        self.who.setMaxLength(200)
        self.title = QLineEdit(plan.title)
        self.title.setMaxLength(200)
        note = "A name or a reference. Leave it empty to keep the plan without a name."
        self.add(Field("Name", self.who, help_text=note))
        self.add(Field("Title", self.title))
        self.who.editingFinished.connect(self.keep)
        self.title.editingFinished.connect(self.keep)

    def keep(self) -> None:
        """Keep the name and the title."""
        if self.who.text().strip() != self._plan.who:
            self.asked.emit(planedits.who(self._plan.id, self.who.text()))
        elif self.title.text().strip() != self._plan.title:
            self.asked.emit(planedits.title(self._plan.id, self.title.text()))


class ReviewsSection(Section):
    """The days to look at the plan again."""

    def __init__(self, plan: Plan, today: str) -> None:
        super().__init__("Look again on")
        self._plan = plan
        for review in plan.reviews:
            self.add(self._line(review))
        self.day = Day(None, today)
        self.what = QLineEdit()
        self.what.setMaxLength(500)
        button = Press("Add a day", "small")
        button.clicked.connect(self._add)
        fields = Flow(Field("Another day", self.day), spacing=16)
        more = Field("What to look at", self.what)
        inside = QWidget()
        inside.setLayout(fields)
        self.add(Disclosure("Add another day", inside, more, button))

    def _line(self, review: Review) -> QWidget:
        words = Words(f"{shown_day(review.on)}: {review.what}")
        button = Press("Remove", "small", name=f"Remove the review of {shown_day(review.on)}")
        button.clicked.connect(
            lambda: self.asked.emit(planedits.remove_review(self._plan.id, review.id))
        )
        line = QWidget()
        line.setLayout(row(words, button))
        return line

    def _add(self) -> None:
        what = self.what.text().strip() or "Look at the whole plan again"
        self.asked.emit(planedits.add_review(self._plan.id, self.day.iso(), what))


class SupportersSection(Section):
    """Who helps, and how often they speak."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Who helps")
        self._plan = plan
        for number, person in enumerate(plan.supporters):
            self.add(self._line(number, person))
        self.who = QLineEdit()
        self.how = QLineEdit()
        self.rhythm = QLineEdit()
        for field in (self.who, self.how, self.rhythm):
            field.setMaxLength(300)
        button = Press("Add this person", "small")
        button.clicked.connect(self._add)
        self.add(
            Disclosure(
                "Add someone",
                Field("Who", self.who),
                Field("How they help", self.how),
                Field("How often you speak", self.rhythm),
                button,
            )
        )

    def _line(self, number: int, person: Supporter) -> QWidget:
        rhythm = f" ({person.rhythm})" if person.rhythm else ""
        words = Words(f"{person.who}: {person.how}{rhythm}")
        button = Press("Remove", "small", name=f"Remove {person.who}")
        button.clicked.connect(lambda: self._remove(number))
        line = QWidget()
        line.setLayout(row(words, button))
        return line

    def _remove(self, number: int) -> None:
        held = self._plan.supporters
        self.asked.emit(planedits.supporters(self._plan.id, held[:number] + held[number + 1 :]))

    def _add(self) -> None:
        person = Supporter(self.who.text(), self.how.text(), self.rhythm.text())
        self.asked.emit(planedits.supporters(self._plan.id, (*self._plan.supporters, person)))


class PlanBSection(Section):
    """Another way, and what would make the person take it."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Plan B")
        self._plan = plan
        held = plan.plan_b
        self.words = QLineEdit(held.text if held else "")
        self.trigger = QLineEdit(held.trigger if held else "")
        for field in (self.words, self.trigger):
            field.setMaxLength(2000)
        self.add(Words(f"{held.text} {held.trigger}" if held else "No plan B yet."))
        self.add(
            Disclosure(
                "Change plan B",
                Field("Another way", self.words),
                Field("What would make you take it", self.trigger),
                self.keep_button(name="Keep plan B"),
            )
        )

    def keep(self) -> None:
        """Keep plan B."""
        self.asked.emit(planedits.plan_b(self._plan.id, self.words.text(), self.trigger.text()))


class NotesSection(Section):
    """Room for the person's own words."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Your notes")
        self._plan = plan
        self.notes = QPlainTextEdit(plan.notes)
        self.notes.setTabChangesFocus(True)
        warning = "These print with the plan. Leave out names of patients and colleagues."
        self.add(Field("Notes", self.notes, help_text=warning))
        self.add(Flow(self.keep_button(name="Keep your notes")))

    def keep(self) -> None:
        """Keep the notes."""
        if self.notes.toPlainText() != self._plan.notes:
            self.asked.emit(planedits.notes(self._plan.id, self.notes.toPlainText()))
