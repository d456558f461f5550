"""The coming back page: what each register asks of this person, the sums, and the log."""

from PySide6.QtWidgets import QWidget

from guidance.app import actions
from guidance.app.returns import return_answers
from guidance.domain.catalogue import Catalogue
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.domain.returning import LogEntry, ReturnAnswer, Supervisor
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.keeping import kept_place
from guidance.ui.pages.pieces import catalogue_of
from guidance.ui.pages.returning.answers import AnswerCard
from guidance.ui.pages.returning.logform import LogCard, SupervisorCard
from guidance.ui.runner import Task
from guidance.ui.widgets.layouts import Card, Flow, clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words, announce


class ReturningPage(Page):
    """Options and arithmetic from dated rules. It never says that a person can return."""

    title = "Coming back to practice"
    measure = 50

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._task: Task | None = None
        self._shown: tuple[ReturnAnswer, ...] | None = None
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
        self.log = LogCard(desk.session.as_of.isoformat())
        self.log.added.connect(self._add_entry)
        self.log.removed.connect(lambda n: self.desk.perform(actions.remove_log_entry(n)))
        self.log.wrong.connect(self.errors.tell)
        self.add(self.log)
        self.supervisor = SupervisorCard()
        self.supervisor.changed.connect(self._set_supervisor)
        self.supervisor.wrong.connect(self.errors.tell)
        self.add(self.supervisor)
        self.log.setVisible(False)
        self.supervisor.setVisible(False)

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
            self.busy.end()

    def _ask(self) -> None:
        if self._task is not None:
            self._task.cancel()
        session, catalogue = self.desk.session, catalogue_of(self.desk)
        client, on = session.client, session.as_of
        self.busy.begin("Reading the rules", can_stop=False)
        self._task = self.desk.ask(
            lambda: return_answers(catalogue, client, on), self._show, failed=self._tell_failure
        )

    def _tell_failure(self, error: KnownError) -> None:
        self.busy.end()
        self.fail(error)

    def _show(self, found: tuple[ReturnAnswer, ...]) -> None:
        self.busy.end()
        client = self.desk.session.client
        with kept_place(self):
            self.log.setVisible(bool(found))
            self.supervisor.setVisible(bool(found))
            if found != self._shown:
                self._fill(found)
            self.log.show_log(client.log)
            self.supervisor.show_supervisor(client.supervisor)
        if self._shown is not None and found and found != self._shown:
            announce(self, found[0].headline)
        self._shown = found

    def _fill(self, found: tuple[ReturnAnswer, ...]) -> None:
        catalogue = catalogue_of(self.desk)
        clear(self._answers)
        if not found:
            self._answers.addWidget(self._invitation())
            return
        bar = QWidget()
        bar.setLayout(self._buttons())
        self._answers.addWidget(bar)
        for answer in found:
            self._answers.addWidget(AnswerCard(answer, _named(answer, catalogue)))

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
        change = Press("Change your registration or dates")
        change.clicked.connect(lambda: self.desk.go("interview", "registration"))
        plan = Press("Make my return to practice pack", "main")
        plan.clicked.connect(self._plan)
        onward = Press("Go on with the questions")
        onward.clicked.connect(lambda: self.desk.go("interview"))
        return Flow(plan, onward, change, spacing=10)

    def _plan(self) -> None:
        catalogue = catalogue_of(self.desk)
        parts = [item.part for item in self.desk.session.profile.registrations if item.part]
        roles = tuple(part for part in parts if part in catalogue.roles)
        self.desk.perform(
            actions.start_plan(roles[:1]), lambda _: self.desk.go("preview", "latest return-pack")
        )

    def _add_entry(self, entry: LogEntry) -> None:
        self.errors.hush()
        self.desk.perform(actions.add_log_entry(entry), self._added, field=self.log.on)

    def _added(self, _: Changes) -> None:
        self.log.start_afresh()
        self.desk.say("Added to your log.")

    def _set_supervisor(self, told: Supervisor) -> None:
        self.errors.hush()
        if told != self.desk.session.client.supervisor:
            self.desk.perform(actions.set_supervisor(told))


def _named(answer: ReturnAnswer, catalogue: Catalogue) -> str:
    part = catalogue.roles.get(answer.part or "")
    register = catalogue.registers.get(answer.register.value)
    name = register.title if register else answer.register.value.upper()
    return f"{part.title}: {name}" if part else name
