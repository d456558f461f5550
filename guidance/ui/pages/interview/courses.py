"""Courses passed: the name as typed, and the level and year if known."""

from PySide6.QtWidgets import QLineEdit

from guidance.app.asking import Question
from guidance.domain.profile import HeldQualification
from guidance.ui.pages.interview.editor import CardsEditor, HeldCard, UnreadableError, combo_box
from guidance.ui.pages.interview.reader import Reader
from guidance.ui.widgets.field import Disclosure, Field
from guidance.ui.widgets.layouts import Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words

LEVELS = (
    ("", "I don't know"),
    ("1", "Level 1 (GCSE grades 1 to 3)"),
    ("2", "Level 2 (GCSE grades 4 to 9)"),
    ("3", "Level 3 (A level, T level, BTEC)"),
    ("4", "Level 4 (HNC, first year of a degree)"),
    ("5", "Level 5 (HND, foundation degree)"),
    ("6", "Level 6 (degree)"),
    ("7", "Level 7 (master's)"),
    ("8", "Level 8 (doctorate)"),
)
YEARS = (1940, 2099)


class CourseCard(HeldCard):
    """One course. ``changed`` is told on any change, ``removed`` when it is to go."""

    def __init__(self, reader: Reader, example: str) -> None:
        super().__init__(pad=18, spacing=10)
        self._reader = reader
        self._subject: str | None = None
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.title.setAccessibleName("Course or exam")
        self.title.setPlaceholderText(f"For example: {example}")
        self.meant = Words("", "good")
        self.meant.setVisible(False)
        self.level = combo_box("Level", list(LEVELS))
        self.year = QLineEdit()
        self.year.setMaxLength(4)
        self.year.setAccessibleName("Year you passed")
        self.more = Disclosure(
            "Say more about this course (level, year)",
            Field("Level", self.level),
            Field("Year you passed", self.year, help_text="Such as 2019."),
        )
        self.remove = Press("Remove this course", "link")
        self.remove.setVisible(False)
        for piece in (Field("Course or exam", self.title), self.meant):
            self.add(piece)
        self.add(self.more)
        self.add(Flow(self.remove))
        self.title.textEdited.connect(lambda _: self._typed())
        self.year.textEdited.connect(lambda _: self.changed.emit())
        self.level.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.remove.clicked.connect(self.removed.emit)
        reader.understood.connect(self._tell)
        self.setFocusProxy(self.title)

    def held(self) -> HeldQualification:
        """The course as it stands. Raises UnreadableError if the year cannot be one."""
        typed = self.year.text().strip()
        if typed and not (typed.isdecimal() and YEARS[0] <= int(typed) <= YEARS[1]):
            raise UnreadableError(f"'{typed}' is not a year. Write it like 2019.", self.year)
        level = str(self.level.currentData() or "")
        return HeldQualification(
            title=self.title.text().strip(),
            level=int(level) if level else None,
            subject=self._subject,
            year=int(typed) if typed else None,
        )

    def show_held(self, held: HeldQualification) -> None:
        """Show a course."""
        self._subject = held.subject
        self.title.setText(held.title)
        self.level.blockSignals(True)
        self.level.setCurrentIndex(held.level or 0)
        self.level.blockSignals(False)
        self.year.setText(str(held.year or ""))
        if held.level or held.year:
            self.more.open()
        self._tell()

    def _typed(self) -> None:
        self._subject = None
        self.changed.emit()

    def _tell(self) -> None:
        meaning = self._reader.course_meaning(self.title.text().strip())
        self.meant.say(f"\u2713 We read this as: {meaning}" if meaning else "")
        self.meant.setVisible(bool(meaning))


class CoursesEditor(CardsEditor[CourseCard]):
    """Courses, none or more."""

    def __init__(self, question: Question, reader: Reader) -> None:
        super().__init__(question, "Add another course")
        self._reader = reader

    def make_card(self) -> CourseCard:
        """An empty card for a course."""
        card = CourseCard(self._reader, self.question.example)
        card.show_held(HeldQualification())
        return card
