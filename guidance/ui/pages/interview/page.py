"""The interview page: the step the flow is at, with ways on, back and past it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from guidance.app.actions import set_profile
from guidance.app.asking import DOORS, Flow, Interview, TaskGroup
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.domain.match import Matches
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.interview.editor import Editor, UnreadableError
from guidance.ui.pages.interview.editors import make_editor
from guidance.ui.pages.interview.panel import LivePanel
from guidance.ui.pages.interview.reader import Reader
from guidance.ui.widgets.errors import Trouble
from guidance.ui.widgets.field import QuestionFrame, focus_on
from guidance.ui.widgets.layouts import Flow as FlowRow
from guidance.ui.widgets.layouts import clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words, announce

SAVE_MS = 500


class InterviewPage(Page):
    """One step at a time. The flow is the truth; the session is told of every change."""

    title = "Your answers"
    measure = 42
    show_heading = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._flow: Flow | None = None
        self.frames: dict[str, QuestionFrame] = {}
        self.editors: dict[str, Editor] = {}
        self._pending = 0
        self._client = ""
        self._to_check = False
        self.reader = Reader(desk)
        self.panel = LivePanel(desk)
        self.panel.matched.connect(self._matched)
        self.kicker = Words("", "kicker")
        self.onward = Press("Continue", "main")
        self.skip = Press("Skip this for now")
        self.backward = Press("Back", "link", name="Back to the question before")
        self.onward.clicked.connect(self.submit)
        self.skip.clicked.connect(self.pass_over)
        self.backward.clicked.connect(self.desk.back)
        self._place = column(spacing=28)
        self.add(self.kicker)
        self.add(self._place)
        self.add(FlowRow(self.onward, self.skip, self.backward, spacing=12))
        self.set_aside(self.panel)
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(SAVE_MS)
        self._saver.timeout.connect(self._save_draft)

    # Coming and going

    def enter(self, argument: str) -> None:
        """``argument``: a door to come in by, a step to show, or empty to carry on.

        A step with ``!`` after it leads back to *check your answers*.
        """
        interview = self._interview()
        session = self.desk.session
        step = argument.rstrip("!")
        self._to_check = argument.endswith("!")
        door = next((door for door in DOORS if door.id == argument), None)
        if door is not None and not session.client.finished and session.profile.purpose is None:
            self._flow = Flow.enter(interview, door)
            self._save_draft()
        elif self._flow is None or self._client != session.client.id:
            self._flow = self._taken_up(interview)
        if step in interview.steps and self.flow.at != step:
            self._flow = self.flow.go(step)
        if self._client != session.client.id:
            self.panel.forget()
        self._client = session.client.id
        self._show_step()

    def leave(self) -> None:
        """Keep what is half typed."""
        self._take_all()
        self._saver.stop()
        self._save_draft()
        self.panel.stop()

    def refresh(self, changes: Changes) -> None:
        """Another page, undo or redo changed the answers: show them as they now are."""
        profile = self.desk.session.profile
        if self._flow is None or self._pending or not changes.touches(Kind.PROFILE):
            return
        if self._client != self.desk.session.client.id:
            self._flow = None
            return
        if profile != self.flow.answers:
            done = self.desk.session.client.finished
            self._flow = Flow.begin(self._interview(), profile, done, self.flow.at)
            if self.isVisible():
                self._show_step()

    def go_back(self) -> bool:
        """To the question before, exactly as it was answered."""
        if not self.flow.stack or self._to_check:
            return False
        self._take_all()
        self._flow = self.flow.back()
        self._save()
        self._show_step()
        return True

    @property
    def flow(self) -> Flow:
        """Where the person is. Every change makes a new one."""
        if self._flow is None:
            raise RuntimeError("the interview was used before it was entered")
        return self._flow

    def tasks(self) -> tuple[TaskGroup, ...]:
        """The steps, done and to do."""
        if self._flow is None:
            return ()
        steps = self._flow.interview.steps
        groups = self._flow.tasks()
        return tuple(g for g in groups if steps[g.tasks[0].step].page != "check")

    def go_to_task(self, task: str) -> None:
        """To any step, keeping what is typed here."""
        self._take_all()
        if self.flow.interview.steps[task].page != "questions":
            self._open_page_step(task)
            return
        self._flow = self.flow.go(task)
        self._save()
        self._show_step()

    # The step in view

    def submit(self) -> None:
        """On to the next step, if what is typed can be read."""
        if not self._checked():
            return
        self._flow = self.flow.next()
        self._save()
        self._arrive()

    def pass_over(self) -> None:
        """On to the next step with this one left as it was."""
        self._flow = self.flow.skip()
        self._save()
        self._arrive()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter goes on, save where it is part of what is typed."""
        typed = isinstance(QApplication.focusWidget(), QPlainTextEdit)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not typed:
            self.submit()
        else:
            super().keyPressEvent(event)

    def _arrive(self) -> None:
        """After next or skip: show the step, or the page that the step stands for."""
        if self._to_check:
            self.desk.go("check")
        elif self.flow.step.page != "questions":
            self._open_page_step(self.flow.at)
        else:
            self._show_step()
            self.desk.say("")

    def _open_page_step(self, step: str) -> None:
        page = self.flow.interview.steps[step].page
        self.desk.go({"return": "returning"}.get(page, page))

    def _show_step(self) -> None:
        if self.flow.step.page == "return":
            self._flow = self.flow.next()
        flow = self.flow
        clear(self._place)
        self.frames, self.editors = {}, {}
        step = flow.step
        progress = flow.progress
        left = (
            f"about {progress.minutes_left} minutes left" if progress.minutes_left else "all done"
        )
        self.kicker.say(f"{step.group} \u00b7 {progress.done} of {progress.total} done, {left}")
        for place, question in enumerate(step.questions):
            frame = QuestionFrame(
                question.title,
                help_text=question.help,
                why=question.why,
                level=1 if place == 0 else 2,
            )
            editor = make_editor(question, self.reader)
            editor.show_value(flow.given(question.id))
            editor.changed.connect(lambda name=question.id: self._edited(name))
            frame.set_answer(editor)
            self.frames[question.id], self.editors[question.id] = frame, editor
            self._place.addWidget(frame)
        self._show_ways_on(flow)
        self.errors.hush()
        self.to_top()
        self._start_answering()
        self.panel.follow(flow.answers, enough=flow.enough)
        self.window().setWindowTitle(f"{step.title} \u2013 Waymark")
        self.setAccessibleName(step.questions[0].title if step.questions else step.title)

    def start_focus(self) -> QWidget:
        """The first answer of the step."""
        first = next(iter(self.editors.values()), None)
        return first if first is not None else self

    def _start_answering(self) -> None:
        """Put the focus in the first answer, once it is laid out, and have the question read."""
        if self.isVisible() and self.editors:
            focus_on(self.start_focus())
            announce(self, self.accessibleName())

    def _show_ways_on(self, flow: Flow) -> None:
        last = self._to_check
        self.onward.say("Save and go back to check" if last else "Continue")
        self.backward.setVisible(bool(flow.stack) and not last)
        self.skip.setVisible(not last)

    def _edited(self, question: str) -> None:
        """An answer changed: take it if it can be read, without complaint if not yet."""
        self.frames[question].set_error("")
        self._take(question)
        self._saver.start()
        self.panel.follow(self.flow.answers, enough=self.flow.enough)

    def _take(self, question: str) -> Trouble | None:
        editor = self.editors[question]
        try:
            self._flow = self.flow.answer(question, editor.value())
        except UnreadableError as problem:
            return Trouble(problem.what, "", problem.field)
        except KnownError as error:
            return Trouble(error.what, "", editor)
        return None

    def _take_all(self) -> None:
        for question in self.editors:
            self._take(question)

    def _checked(self) -> bool:
        """Take every answer on the page; show what cannot be read and go there."""
        troubles: list[Trouble] = []
        for question, frame in self.frames.items():
            trouble = self._take(question)
            frame.set_error(trouble.what if trouble else "")
            if trouble is not None:
                troubles.append(trouble)
        self.errors.tell(troubles)
        return not troubles

    # Keeping it

    def _save_draft(self) -> None:
        if self._flow is not None and self.flow.answers != self.desk.session.profile:
            answers = self.flow.answers
            self._send(lambda: self.desk.session.draft(answers))

    def _save(self) -> None:
        """The step is over: keep it as one change that can be undone."""
        self._saver.stop()
        action = set_profile(self.flow.answers, self.flow.finished)
        self._send(lambda: self.desk.session.perform(action))

    def _send(self, work: Callable[[], Changes]) -> None:
        self._pending += 1
        self.desk.ask(work, lambda _: self._sent(), failed=self._not_sent)

    def _sent(self) -> None:
        self._pending -= 1

    def _not_sent(self, error: KnownError) -> None:
        self._pending -= 1
        self.fail(error)

    def _matched(self, found: Matches) -> None:
        self.reader.take(found.understood)

    def _interview(self) -> Interview:
        held = self.desk.interview
        if held is None:
            raise RuntimeError("the interview was shown before the catalogue was loaded")
        return held

    def _taken_up(self, interview: Interview) -> Flow:
        """The flow as it was kept: at the first step that is still to do."""
        client = self.desk.session.client
        begun = Flow.begin(interview, client.profile, client.finished)
        to_do = (
            task.step
            for group in begun.tasks()
            for task in group.tasks
            if task.step not in client.finished and interview.steps[task.step].page == "questions"
        )
        return Flow.begin(interview, client.profile, client.finished, next(to_do, begun.at))
