"""The coming back page: what each register asks of this person, the sums, and the log."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from guidance.app import actions
from guidance.app.returns import return_answers
from guidance.domain.catalogue import Catalogue
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.domain.returning import LogEntry, ReturnAnswer, Supervisor
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.pieces import catalogue_of
from guidance.ui.pages.returning.answers import AnswerCard
from guidance.ui.pages.returning.logform import LogCard, SupervisorCard
from guidance.ui.runner import Task
from guidance.ui.widgets.layouts import Card, Flow, clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words


class ReturningPage(Page):
    """Options and arithmetic from dated rules. It never says that a person can return."""

    title = "Coming back to practice"
    measure = 54

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._task: Task | None = None
        self.add(
            Words(
                "This sets out what a register\u2019s rules ask, as we read them, with the sums "
                "shown. Only the register can say whether you can return. Check with it before "
                "you act.",
                "lead",
            )
        )
        self._answers = column(spacing=18)
        place = QWidget()
        place.setLayout(self._answers)
        self.add(place)
        on = desk.session.as_of
        self.log = LogCard(QDate(on.year, on.month, on.day))
        self.log.added.connect(self._add_entry)
        self.log.removed.connect(lambda n: self.desk.perform(actions.remove_log_entry(n)))
        self.log.wrong.connect(self._wrong)
        self.add(self.log)
        self.supervisor = SupervisorCard()
        self.supervisor.changed.connect(self._set_supervisor)
        self.add(self.supervisor)

    def enter(self, argument: str) -> None:
        """Work out the answers afresh."""
        self._ask()

    def refresh(self, changes: Changes) -> None:
        """Answers, the log and the supervisor change the sums."""
        if self.isVisible() and changes.touches(Kind.PROFILE, Kind.LOG):
            self._ask()

    def leave(self) -> None:
        """What is still being worked out is no longer wanted."""
        if self._task is not None:
            self._task.cancel()

    def _ask(self) -> None:
        if self._task is not None:
            self._task.cancel()
        session, catalogue = self.desk.session, catalogue_of(self.desk)
        client, on = session.client, session.as_of
        self._task = self.desk.ask(lambda: return_answers(catalogue, client, on), self._show)

    def _show(self, found: tuple[ReturnAnswer, ...]) -> None:
        self.errors.hush()
        clear(self._answers)
        client = self.desk.session.client
        catalogue = catalogue_of(self.desk)
        self.log.setVisible(bool(found))
        self.supervisor.setVisible(bool(found))
        if not found:
            self._answers.addWidget(self._invitation())
            return
        for answer in found:
            self._answers.addWidget(AnswerCard(answer, _named(answer, catalogue)))
        self._answers.addLayout(self._buttons())
        self.log.show_log(client.log)
        held = client.supervisor
        self.supervisor.show_supervisor(
            held.years_registered, held.same_profession, held.fitness_to_practise
        )

    def _invitation(self) -> Card:
        card = Card(
            Words(
                "Tell us which register you were on and when you left. A month and a year are "
                "enough. Leave out what you do not know: we will show what it changes.",
            ),
            kind="note",
        )
        button = Press("Tell us about your registration", "main")
        button.clicked.connect(lambda: self.desk.go("interview", "registration"))
        card.add(Flow(button))
        return card

    def _buttons(self) -> Flow:
        change = Press("Change your registration or dates", "small")
        change.clicked.connect(lambda: self.desk.go("interview", "registration"))
        plan = Press("Make my return to practice pack", "main")
        plan.clicked.connect(self._plan)
        return Flow(plan, change, spacing=10)

    def _plan(self) -> None:
        catalogue = catalogue_of(self.desk)
        parts = [item.part for item in self.desk.session.profile.registrations if item.part]
        roles = tuple(part for part in parts if part in catalogue.roles)
        self.desk.perform(
            actions.start_plan(roles[:1]), lambda _: self.desk.go("preview", "latest return-pack")
        )

    def _add_entry(self, entry: LogEntry) -> None:
        self.desk.perform(actions.add_log_entry(entry), lambda _: self.desk.say("Added."))

    def _set_supervisor(self, years: object, same: object, ftp: object) -> None:
        told = Supervisor(
            years if isinstance(years, float) else None,
            same if isinstance(same, bool) else None,
            ftp if isinstance(ftp, bool) else None,
        )
        if told != self.desk.session.client.supervisor:
            self.desk.perform(actions.set_supervisor(told))

    def _wrong(self, text: str, field: QWidget) -> None:
        self.fail(KnownError(text), field)


def _named(answer: ReturnAnswer, catalogue: Catalogue) -> str:
    part = catalogue.roles.get(answer.part or "")
    register = catalogue.registers.get(answer.register.value)
    name = register.title if register else answer.register.value.upper()
    return f"{part.title}: {name}" if part else name
