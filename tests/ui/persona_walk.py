"""An example person at the real window: what they press and type, and what they saw on the way.

:class:`Hand` presses, by mouse or by keyboard alone. :class:`Answering` goes through the interview
as an example file says, and knows nothing of the profile that comes out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton, QScrollArea, QWidget
from ui.walking import focused, settle

from guidance.app.asking import (
    BAND_OPTIONS,
    REGISTERS,
    SETTINGS,
    STATUSES,
    Kind,
    Option,
    Question,
    Step,
)
from guidance.domain.profile import (
    HeldQualification,
    HeldRole,
    Profile,
    Registration,
)
from guidance.ui.pages.interview.courses import LEVELS
from guidance.ui.pages.interview.jobs import JobsEditor
from guidance.ui.pages.interview.page import InterviewPage
from guidance.ui.pages.interview.registers import DATES, HOURS
from guidance.ui.pages.interview.typed import month_words, months_words
from guidance.ui.widgets.constraints import LEVELS as STRENGTHS
from guidance.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
FARTHEST = 400


class Hand:
    """Presses and types in a window. With ``keys`` it never touches the mouse."""

    def __init__(self, window: MainWindow, *, keys: bool = False) -> None:
        self.window = window
        self.keys = keys

    def rest(self) -> None:
        """Let the window handle what has happened, without waiting for timers."""
        for _ in range(4):
            QApplication.processEvents()

    def wait(self) -> None:
        """Wait until the window has nothing more to do."""
        settle(self.window)

    def find(self, name: str) -> QWidget:
        """The last thing in view that a screen reader calls by a name."""
        held = [w for w in self.window.findChildren(QWidget) if w.accessibleName() == name]
        seen = [w for w in held if w.isVisible() and w.focusPolicy()]
        assert seen, f"nothing in view is called '{name}'"
        return seen[-1]

    def to(self, name: str) -> QWidget:
        """Go to a thing: Tab until it has the focus, or click in it."""
        if self.keys:
            for _ in range(FARTHEST):
                if focused().accessibleName() == name:
                    return focused()
                QTest.keyClick(focused(), Qt.Key.Key_Tab)
                self.rest()
            raise AssertionError(f"Tab never came to '{name}'")
        thing = self.find(name)
        if isinstance(thing, QComboBox):  # a click would open its list
            thing.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            self.click(thing)
        return thing

    def press(self, name: str) -> None:
        """Press a button or pick a card."""
        thing = self.to(name)
        if self.keys:
            QTest.keyClick(thing, Qt.Key.Key_Space)
        self.rest()

    def choose(self, name: str) -> None:
        """Pick one of several. They are one stop of the Tab key; arrows go to the others."""
        if not self.keys:
            self.press(name)
            return
        group = self.find(name).parentWidget()
        for _ in range(FARTHEST):
            if focused().parentWidget() is group and isinstance(focused(), QRadioButton):
                break
            self.keyed(Qt.Key.Key_Tab)
        self.keyed(Qt.Key.Key_Space)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left):
            for _ in range(8):
                if focused().accessibleName() == name:
                    return
                self.keyed(key)
        raise AssertionError(f"no arrow leads to '{name}'")

    def click(self, thing: QWidget) -> None:
        """Click in the middle of a thing, once it is scrolled into view and nothing covers it."""
        assert thing.isEnabled(), f"'{thing.accessibleName()}' cannot be pressed"
        above = thing.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(thing, 20, 80)
            self.rest()
        spot = thing.mapTo(self.window, thing.rect().center())
        there = self.window.childAt(spot)
        assert there is not None
        assert there is thing or thing.isAncestorOf(there), f"{there} covers '{thing}'"
        QTest.mouseClick(thing, LEFT, pos=QPoint(thing.rect().center()))

    def type(self, name: str, text: str) -> None:
        """Type in a line, over what it says."""
        line = self.to(name)
        QTest.keyClick(line, Qt.Key.Key_A, CONTROL)
        if text:
            QTest.keyClicks(line, text)
        self.rest()

    def lines(self, name: str, texts: Sequence[str]) -> None:
        """Type lines of one's own words."""
        if not texts:
            return
        box = self.to(name)
        for number, text in enumerate(texts):
            if number:
                QTest.keyClick(box, Qt.Key.Key_Return)
            QTest.keyClicks(box, text)
        self.rest()

    def pick(self, name: str, words: str) -> None:
        """Go down a drop-down list to the line that starts with these words."""
        box = self.to(name)
        assert isinstance(box, QComboBox)
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText().startswith(words):
                self.rest()
                return
            QTest.keyClick(box, Qt.Key.Key_Down)
        raise AssertionError(f"'{words}' is not in the list '{name}'")

    def keyed(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(focused(), key, modifier or Qt.KeyboardModifier.NoModifier)
        self.rest()


@dataclass
class Seen:
    """What the person saw while answering."""

    steps: list[str] = field(default_factory=list[str])
    meant: dict[str, str] = field(default_factory=dict[str, str])
    rows: list[int] = field(default_factory=list[int])
    moved: list[str] = field(default_factory=list[str])
    before_back: Profile | None = None
    after_back: Profile | None = None
    given_before_back: list[object] = field(default_factory=list[object])
    shown_after_back: list[object] = field(default_factory=list[object])


class Answering:
    """Answers every step of the interview as an example says, in the order the window asks."""

    def __init__(self, hand: Hand, told: Profile, back_at: str = "strengths") -> None:
        self.hand, self.told, self.back_at = hand, told, back_at
        self.seen = Seen()
        self.look: Callable[[], object] = lambda: None

    @property
    def page(self) -> InterviewPage:
        """The interview page, which must be in view."""
        page = self.hand.window.page
        assert isinstance(page, InterviewPage), self.hand.window.at
        return page

    def all(self) -> None:
        """Answer until the window shows another page."""
        for _ in range(30):
            if self.hand.window.at != "interview":
                return
            self.one()
        raise AssertionError(f"the interview did not end: {self.seen.steps}")

    def one(self) -> None:
        """Answer the step in view and go on; once, go back and see that nothing changed."""
        step = self.page.flow.step
        if step.id == self.back_at:
            self.back_at = ""
            self._back_and_on()
        self.seen.steps.append(step.id)
        self._answer(step)
        self.look()
        self.hand.press("Continue")
        self.hand.rest()

    def _back_and_on(self) -> None:
        self.hand.wait()
        before = self.seen.steps[-1]
        self.seen.before_back = self.hand.window.desk.session.profile
        self.seen.given_before_back = self._given(before)
        self.hand.press("Back to the question before")
        self.hand.wait()
        assert self.page.flow.at == before
        self.seen.shown_after_back = [e.value() for e in self.page.editors.values()]
        self.hand.press("Continue")
        self.hand.wait()
        self.seen.after_back = self.hand.window.desk.session.profile

    def _given(self, step: str) -> list[object]:
        flow = self.page.flow
        return [flow.given(question.id) for question in flow.interview.steps[step].questions]

    def _answer(self, step: Step) -> None:
        if step.id.startswith("interests-") and step.id != "interests-words":
            self._statements([str(option.value) for option in step.questions[0].options])
            return
        ways: dict[str, Callable[[], None]] = {
            "role-now": self._job_now,
            "roles-past": lambda: self._jobs([job for job in self.told.roles if not job.current]),
            "registration": self._registers,
            "qualifications": lambda: self._courses(self.told.qualifications),
            "circumstances": lambda: self._circumstances(step.questions[0].options),
            "aims": lambda: self._aims(step.questions[0].title),
        }
        ways.get(step.id, lambda: None)()
        for question in step.questions:
            self._plain(question)
        if step.id == "aims":
            self._look_beside()

    def _plain(self, question: Question) -> None:
        """Answer a question whose answer is a choice, a few choices, or own words."""
        whole, _, part = question.key.partition(".")
        held = getattr(self.told, whole)
        answer: object = getattr(held, part) if part and hasattr(held, part) else held
        if question.kind is Kind.CHOICE and answer is not None:
            self.hand.choose(_label(question.options, str(answer)))
        elif question.kind in (Kind.RANK, Kind.MULTI):
            for value in cast("tuple[str, ...]", answer):
                self.hand.press(_label(question.options, value))
        elif question.kind is Kind.PHRASES:
            self.hand.lines(question.title, cast("tuple[str, ...]", answer))

    def _job_now(self) -> None:
        self._look_beside()
        self._jobs([job for job in self.told.roles if job.current])
        self._look_beside()

    def _look_beside(self) -> None:
        """See what the panel beside the questions shows, and says has moved."""
        self.hand.wait()
        self.seen.rows.append(self.page.panel.rows.count())
        self.seen.moved.append(self.page.panel.moved.text())

    def _jobs(self, jobs: Sequence[HeldRole]) -> None:
        for number, job in enumerate(jobs):
            if number:
                self.hand.press("Add another job")
            self.hand.type("Job title", job.title)
            self.hand.wait()
            editor = next(iter(self.page.editors.values()))
            assert isinstance(editor, JobsEditor)
            card = editor.cards[-1]
            self.seen.meant[job.title] = card.meant.text() if card.meant.isVisible() else ""
            if card.title.list.isVisible():
                self.hand.keyed(Qt.Key.Key_Escape)
            if card.offers.isVisible():
                self.hand.press("Choose: None of these")
            self.hand.press("Say more about this job (band, how long, where)")
            if job.band:
                self.hand.pick("Band", _label(BAND_OPTIONS, job.band))
            if job.months is not None:
                self.hand.type("How long", months_words(job.months))
            if job.setting:
                self.hand.pick("Where you work", _label(SETTINGS, job.setting))

    def _courses(self, courses: Sequence[HeldQualification]) -> None:
        for number, course in enumerate(courses):
            if number:
                self.hand.press("Add another course")
            self.hand.type("Course or exam", course.title)
            self.hand.press("Say more about this course (level, year)")
            self.hand.pick("Level", dict(LEVELS)[str(course.level)])
            if course.year:
                self.hand.type("Year you passed", str(course.year))

    def _registers(self) -> None:
        for held in self.told.registrations:
            self._register(held)

    def _register(self, held: Registration) -> None:
        hand = self.hand
        hand.pick("Register", _label(REGISTERS, held.register))
        part = hand.window.desk.session.catalogue.roles[held.part or ""].title
        hand.pick("Part of the register", part)
        hand.choose(_label(STATUSES, held.status))
        for key, (name, _) in DATES.items():
            hand.type(name, month_words(getattr(held, key)))
        hand.press("Say more (hours of work and learning)")
        for key, (name, _) in HOURS.items():
            number: float | None = getattr(held, key)
            hand.type(name, "" if number is None else f"{number:g}")

    def _statements(self, items: Sequence[str]) -> None:
        for item in items:
            answer = self.told.interests.answers.get(item)
            if answer is not None:
                self.hand.keyed(Qt.Key(Qt.Key.Key_0 + answer))

    def _circumstances(self, options: Sequence[Option]) -> None:
        for item in self.told.constraints.items:
            option = next(o for o in options if str(o.value) == str(item.id))
            self.hand.choose(f"{dict(STRENGTHS)[str(item.strength)]}: {option.label}")
            value = f"{option.label}: How much ({option.unit})"
            if option.unit == "band":
                self.hand.pick(value, str(item.value))
            elif option.unit:
                self.hand.type(value, str(item.value))

    def _aims(self, title: str) -> None:
        for role in self.told.aims.roles:
            self.hand.type(title, role)
            self.hand.keyed(Qt.Key.Key_Return)


def _label(options: Sequence[Option], value: str) -> str:
    return next(option.label for option in options if str(option.value) == str(value))
