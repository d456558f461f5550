"""The parts of a plan besides its goals: who, reviews, who helps, plan B, notes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from guidance.app import planedits
from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan, Review, Supporter
from guidance.ui.pages.plan.wish import Wish
from guidance.ui.widgets.days import Day, shown_day
from guidance.ui.widgets.field import Disclosure, Field
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words

REVIEW_WORDS = "Look at the whole plan again"


class Section(Card):
    """A part of a plan. ``asked`` tells a wish."""

    asked = Signal(object)

    def __init__(self, title: str, plan: Plan) -> None:
        super().__init__(spacing=10)
        self._plan = plan
        self.add(Heading(title, 2))

    def wish(self) -> Wish | None:
        """What is typed here and differs from the plan, to be kept when the page is left."""
        return None

    def keep(self) -> None:
        """Ask for what is typed here to be kept."""
        wish = self.wish()
        if wish is not None:
            self.asked.emit(wish)


class WhoSection(Section):
    """Who the plan is for and what it is called."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Who it is for", plan)
        self.who = _line(plan.who, "Name on the plan", 200)
        self.title = _line(plan.title, "Title of the plan", 200)
        note = "A name or a reference. Leave it empty to keep the plan without a name."
        self.who_field = Field("Name", self.who, help_text=note)
        self.title_field = Field("Title", self.title)
        self.add(self.who_field)
        self.add(self.title_field)
        for line in (self.who, self.title):
            line.editingFinished.connect(self.keep)

    def wish(self) -> Wish | None:
        """The name or the title, if one was changed."""
        if self.who.text().strip() != self._plan.who:
            change = planedits.who(self._plan.id, self.who.text())
            return Wish(change, field=self.who_field, used=(self.who.accessibleName(),))
        if self.title.text().strip() != self._plan.title:
            change = planedits.title(self._plan.id, self.title.text())
            return Wish(change, field=self.title_field, used=(self.title.accessibleName(),))
        return None


class ReviewsSection(Section):
    """The days to look at the plan again."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Look again on", plan)
        for number, review in enumerate(plan.reviews, 1):
            self._line(number, review)
        self.day = Day()
        self.day.setAccessibleName("Another day to look again")
        self.what = _line("", "What to look at on another day", 500)
        self.day_field = Field("When", self.day)
        button = Press("Add this day", "small")
        button.clicked.connect(self.add_day)
        what = Field("What to look at", self.what)
        self.add(Disclosure("Add another day", self.day_field, what, button))

    def _line(self, number: int, review: Review) -> None:
        called = f"review {number}, {shown_day(review.on)}"
        day, what = Day(review.on), _line(review.what, f"What to look at: {called}", 500)
        day.setAccessibleName(f"Day of {called}")
        keep = Press("Keep this day", "small", name=f"Keep {called}")
        drop = Press("Remove this day", "link", name=f"Remove {called}")
        field = Field("When", day)
        keep.clicked.connect(lambda: self._change(review, field, day, what))
        gone = planedits.remove_review(self._plan.id, review.id)
        drop.clicked.connect(lambda: self.asked.emit(Wish(gone, prefer="Add another day")))
        self.add(Words(f"{shown_day(review.on)}: {review.what}"))
        more = Field("What to look at", what)
        self.add(Disclosure("Change", field, more, _bar(keep, drop), name=f"Change {called}"))

    def _change(self, review: Review, field: Field, day: Day, what: QLineEdit) -> None:
        try:
            on = day.iso() or review.on
        except KnownError as error:
            self.asked.emit(Wish(None, field=field, error=error))
            return
        change = planedits.review(self._plan.id, review.id, on, what.text())
        used = (day.accessibleName(), what.accessibleName())
        self.asked.emit(Wish(change, field=field, used=used, prefer="Add another day"))

    def add_day(self) -> None:
        """Ask for the day typed to be added."""
        try:
            on = self.day.iso()
        except KnownError as error:
            self.asked.emit(Wish(None, field=self.day_field, error=error))
            return
        if on is None:
            missing = KnownError("There is no date.", "Write the day to look at the plan again.")
            self.asked.emit(Wish(None, field=self.day_field, error=missing))
            return
        what = self.what.text().strip() or REVIEW_WORDS
        used = (self.day.accessibleName(), self.what.accessibleName())
        change = planedits.add_review(self._plan.id, on, what)
        self.asked.emit(Wish(change, field=self.day_field, used=used))


class SupportersSection(Section):
    """Who helps, and how often they speak."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Who helps", plan)
        for number, person in enumerate(plan.supporters):
            self._line(number, person)
        self.new = _Person(Supporter("", ""), "someone new")
        button = Press("Add this person", "small")
        button.clicked.connect(lambda: self._put(len(plan.supporters), self.new))
        self.add(Disclosure("Add someone", *self.new.fields, button))

    def _line(self, number: int, person: Supporter) -> None:
        called = f"{person.who}, number {number + 1}"
        fields = _Person(person, called)
        keep = Press("Keep this person", "small", name=f"Keep {called}")
        drop = Press("Remove this person", "link", name=f"Remove {called}")
        keep.clicked.connect(lambda: self._put(number, fields))
        drop.clicked.connect(lambda: self._remove(number))
        rhythm = f" ({person.rhythm})" if person.rhythm else ""
        self.add(Words(f"{person.who}: {person.how}{rhythm}"))
        name = f"Change {called}"
        self.add(Disclosure("Change", *fields.fields, _bar(keep, drop), name=name))

    def _remove(self, number: int) -> None:
        held = self._plan.supporters
        change = planedits.supporters(self._plan.id, held[:number] + held[number + 1 :])
        self.asked.emit(Wish(change, prefer="Add someone"))

    def _put(self, number: int, fields: "_Person") -> None:
        held = self._plan.supporters
        made = (*held[:number], fields.person(), *held[number + 1 :])
        change = planedits.supporters(self._plan.id, made)
        wish = Wish(change, field=fields.fields[0], used=fields.names, prefer="Add someone")
        self.asked.emit(wish)


class _Person:
    """Fields for someone who helps."""

    def __init__(self, person: Supporter, called: str) -> None:
        self.who = _line(person.who, f"Who: {called}", 300)
        self.how = _line(person.how, f"How they help: {called}", 300)
        self.rhythm = _line(person.rhythm, f"How often you speak: {called}", 300)
        self.fields = (
            Field("Who", self.who),
            Field("How they help", self.how),
            Field("How often you speak", self.rhythm),
        )
        self.names = tuple(one.widget.accessibleName() for one in self.fields)

    def person(self) -> Supporter:
        """As typed."""
        return Supporter(self.who.text(), self.how.text(), self.rhythm.text())


class PlanBSection(Section):
    """Another way, and what would make the person take it."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Plan B", plan)
        held = plan.plan_b
        self.words = _line(held.text if held else "", "Plan B: another way", 2000)
        self.trigger = _line(held.trigger if held else "", "Plan B: when to take it", 2000)
        self.words_field = Field("Another way", self.words)
        self.trigger_field = Field("What would make you take it", self.trigger)
        if held is None:
            self.add(Words("No plan B yet."))
        else:
            self.add(Words(held.text))
            self.add(Words(f"Take it when: {held.trigger}"))
        button = Press("Keep plan B", "small")
        button.clicked.connect(self.keep)
        self.add(Disclosure("Change plan B", self.words_field, self.trigger_field, button))

    def wish(self) -> Wish | None:
        """Plan B, if it was changed."""
        held = self._plan.plan_b
        before = (held.text, held.trigger) if held else ("", "")
        now = (self.words.text().strip(), self.trigger.text().strip())
        if now == before:
            return None
        field = self.trigger_field if now[0] else self.words_field
        used = (self.words.accessibleName(), self.trigger.accessibleName())
        change = planedits.plan_b(self._plan.id, *now)
        return Wish(change, field=field, used=used, prefer="Change plan B")


class NotesSection(Section):
    """Room for the person's own words."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Your notes", plan)
        self.notes = QPlainTextEdit(plan.notes)
        self.notes.setTabChangesFocus(True)
        warning = "These print with the plan. Leave out names of patients and colleagues."
        self.field = Field("Notes", self.notes, help_text=warning)
        self.add(self.field)
        button = Press("Keep your notes", "small")
        button.clicked.connect(self.keep)
        self.add(Flow(button))

    def wish(self) -> Wish | None:
        """The notes, if they were changed."""
        words = self.notes.toPlainText()
        if words == self._plan.notes:
            return None
        change = planedits.notes(self._plan.id, words)
        return Wish(change, field=self.field, used=(self.notes.accessibleName(),))


def _line(text: str, name: str, longest: int) -> QLineEdit:
    line = QLineEdit(text)
    line.setMaxLength(longest)
    line.setCursorPosition(0)
    line.setAccessibleName(name)
    return line


def _bar(*buttons: Press) -> QWidget:
    bar = QWidget()
    bar.setLayout(Flow(*buttons))
    return bar
