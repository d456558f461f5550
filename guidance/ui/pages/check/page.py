"""*Check your answers*: everything told so far, with a way to change each thing."""

from PySide6.QtWidgets import QLineEdit, QWidget

from guidance.app.actions import rename
from guidance.app.asking import Flow, Question, Step
from guidance.domain.changes import Changes, Kind
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.check.answers import lines_of
from guidance.ui.pages.interview.reader import Reader
from guidance.ui.widgets.field import Field
from guidance.ui.widgets.layouts import Card, clear, column, row
from guidance.ui.widgets.layouts import Flow as FlowRow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Rule, Words

SHORT = 4


class CheckPage(Page):
    """The last look before the matches."""

    title = "Check your answers"
    measure = 50

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._reader = Reader(desk)
        self.changers: dict[str, Press] = {}
        self.state = Words("", "lead")
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setAccessibleName("Name or reference")
        self.name.editingFinished.connect(self._rename)
        self.see = Press("See my matches", "main")
        self.see.clicked.connect(lambda: desk.go("matches"))
        self.more = Press("Answer what is left")
        self.more.clicked.connect(lambda: desk.go("interview"))
        self._place = column(spacing=16)
        self.add(self.state)
        self.add(FlowRow(self.see, self.more, spacing=12))
        self.add(self._place)
        name_help = "It is printed on the plan. You can leave it empty."
        self.add(Card(Field("Your name, or a reference", self.name, help_text=name_help)))

    def enter(self, argument: str) -> None:
        """Read every answer back as it stands."""
        self._draw()

    def refresh(self, changes: Changes) -> None:
        """The answers may have changed."""
        if self.isVisible() and changes.touches(Kind.PROFILE, Kind.RECORD):
            self._draw()

    def leave(self) -> None:
        """Keep the name."""
        self._rename()

    def _draw(self) -> None:
        interview = self.desk.interview
        if interview is None:
            return
        client = self.desk.session.client
        flow = Flow.begin(interview, client.profile, client.finished)
        self.name.setText(client.name)
        self.changers = {}
        clear(self._place)
        groups: dict[str, list[Step]] = {}
        for step in interview.path(client.profile):
            if step.questions:
                groups.setdefault(step.group, []).append(step)
        for title, steps in groups.items():
            self._place.addWidget(self._group(title, steps, flow))
        given = sum(
            bool(flow.given(q.id)) for s in groups.values() for st in s for q in st.questions
        )
        self.state.say(_state(given))
        self.see.setEnabled(flow.enough)
        self.more.setVisible(not flow.done)

    def _group(self, title: str, steps: list[Step], flow: Flow) -> QWidget:
        card = Card(Heading(title, 2), spacing=12)
        for step in steps:
            for question in step.questions:
                card.add(Rule())
                card.add(self._line(step, question, flow))
        return card

    def _line(self, step: Step, question: Question, flow: Flow) -> QWidget:
        lines = lines_of(question, flow.given(question.id), self._reader)
        told = "\n".join(lines) if lines else "Not answered"
        change = Press("Change" if lines else "Answer", "link")
        change.setAccessibleName(f"{change.text()}: {question.title}")
        change.clicked.connect(lambda: self.desk.go("interview", f"{step.id}!"))
        self.changers[question.id] = change
        words = column(
            Words(question.title, "strong"), Words(told, "body" if lines else "soft"), spacing=2
        )
        inner = row(words, change, spacing=16)
        inner.setStretch(0, 1)
        box = QWidget()
        box.setLayout(inner)
        return box

    def _rename(self) -> None:
        if self.name.text().strip() != self.desk.session.client.name:
            self.desk.perform(rename(self.name.text()))


def _state(given: int) -> str:
    if not given:
        return "You have not answered anything yet. Two answers are enough to begin."
    return "Is this right? You can change anything here now, or come back to it later."
