"""The interview as a plain map of steps: what comes next is a function of the answers.

A :class:`Flow` is frozen. Each act gives a new one, so a page can keep the old one and nothing
can be half done. The answers are a Profile and nothing else.
"""

from dataclasses import dataclass, field, replace

from guidance.domain.catalogue import Catalogue
from guidance.domain.errors import KnownError
from guidance.domain.profile import Profile
from guidance.domain.vocabulary import Purpose
from guidance.interview.questions import Answer, Question, answer_of, answered, with_answer
from guidance.interview.script import steps
from guidance.interview.steps import Step

START = "purpose"
CHECK = "check"


@dataclass(frozen=True, slots=True)
class Interview:
    """Every step by id, in the usual order. Made once from a catalogue."""

    steps: dict[str, Step]

    def question(self, question_id: str) -> tuple[Step, Question]:
        """The step that holds a question, and the question. KeyError when there is none."""
        for step in self.steps.values():
            for question in step.questions:
                if question.id == question_id:
                    return step, question
        raise KeyError(question_id)

    def path(self, profile: Profile) -> tuple[Step, ...]:
        """The steps this person is asked, in their order, as the answers stand."""
        found: list[Step] = []
        at: str | None = START
        while at is not None and len(found) <= len(self.steps):
            found.append(self.steps[at])
            at = following(self, at, profile)
        return tuple(found)


def following(interview: Interview, step_id: str, profile: Profile) -> str | None:
    """The id of the step to ask after one, passing over those that do not apply."""
    at = interview.steps[step_id].next(profile)
    while at is not None and not interview.steps[at].applies(profile):
        at = interview.steps[at].next(profile)
    return at


@dataclass(frozen=True, slots=True)
class Door:
    """A way in from the first screen, and the purpose it sets (None: ask)."""

    id: str
    title: str
    help: str
    purpose: Purpose | None = None
    caseload: bool = False
    anonymous: bool = False


DOORS = (
    Door("staff", "I want to plan my next step", "For anyone who works in health or care."),
    Door(
        "adviser",
        "I help other people plan",
        "For careers advisers and managers. Keep a locked list of the people you see.",
        caseload=True,
    ),
    Door(
        "returner",
        "I want to come back to a register",
        "See what coming back takes, step by step.",
        purpose=Purpose.RETURN_TO_PRACTICE,
    ),
    Door(
        "exploring",
        "I am just looking around",
        "Nothing is saved.",
        purpose=Purpose.EXPLORE,
        anonymous=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Visit:
    """A step that was gone through, and the answers as they were on arriving there."""

    step: str
    arrived_with: Profile


@dataclass(frozen=True, slots=True)
class Progress:
    """How far along: steps ``done`` of ``total`` that apply, and roughly the minutes left."""

    done: int
    total: int
    minutes_left: int

    @property
    def share(self) -> float:
        """Part done, 0 to 1."""
        return self.done / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the task list. ``state`` is ``done``, ``skipped``, ``now`` or ``to-do``."""

    step: str
    title: str
    state: str
    answered: bool


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Lines of the task list under one heading."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Where a person is in the interview, with everything answered so far.

    ``finished`` and ``skipped`` are step ids. ``stack`` is the road taken, for going back.
    """

    interview: Interview
    answers: Profile = field(default_factory=Profile)
    at: str = START
    finished: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    stack: tuple[Visit, ...] = ()
    arrived_with: Profile = field(default_factory=Profile)

    @staticmethod
    def begin(
        interview: Interview,
        answers: Profile | None = None,
        finished: tuple[str, ...] = (),
        at: str = START,
    ) -> "Flow":
        """A flow that starts, or takes up again, at a step with these answers."""
        held = answers or Profile()
        known = tuple(step for step in finished if step in interview.steps)
        place = at if at in interview.steps else START
        return Flow(interview, held, place, known, (), (), held)

    @staticmethod
    def enter(interview: Interview, door: Door) -> "Flow":
        """A new flow through a door of the first screen; a door may answer the purpose."""
        if door.purpose is None:
            return Flow.begin(interview)
        return Flow.begin(interview, Profile(purpose=door.purpose)).next()

    @property
    def step(self) -> Step:
        """The step the person is at."""
        return self.interview.steps[self.at]

    @property
    def done(self) -> bool:
        """Whether every step that applies is finished or skipped."""
        return not self._open_steps()

    @property
    def left(self) -> int:
        """How many steps that apply are still to do."""
        return len(self._open_steps())

    @property
    def enough(self) -> bool:
        """Whether there is enough for first matches: a purpose, and some job or aim to go by."""
        held = self.answers
        known = held.roles or held.registrations or held.aims.roles
        explores = held.purpose in (Purpose.EXPLORE, Purpose.FIRST_ROLE)
        return held.purpose is not None and (bool(known) or explores)

    @property
    def progress(self) -> Progress:
        """Steps done and minutes left, counted over the steps that apply to this person now."""
        path = self._counted()
        still = self._open_steps()
        minutes = sum(step.minutes for step in still)
        return Progress(len(path) - len(still), len(path), max(1, round(minutes)) if still else 0)

    def answer(self, question_id: str, value: Answer) -> "Flow":
        """With one question of any step answered. Raises KnownError when the answer cannot be."""
        _, question = self.interview.question(question_id)
        return replace(self, answers=with_answer(self.answers, question, value))

    def given(self, question_id: str) -> Answer:
        """The answer held to a question."""
        return answer_of(self.answers, self.interview.question(question_id)[1])

    def next(self) -> "Flow":
        """On to the next step that applies; this one is finished. Stays at the last one."""
        return self._onward(self.answers, _with(self.finished, self.at), self.skipped)

    def skip(self) -> "Flow":
        """On to the next step with this one as it was on arriving. Every step can be skipped."""
        finished = _without(self.finished, self.at)
        return self._onward(self._undone(), finished, _with(self.skipped, self.at))

    def back(self) -> "Flow":
        """To the step really come from, showing exactly what was answered there.

        Later answers are kept. At the first step nothing changes.
        """
        if not self.stack:
            return self
        visit = self.stack[-1]
        return replace(self, at=visit.step, stack=self.stack[:-1], arrived_with=visit.arrived_with)

    def discard(self) -> "Flow":
        """This step with the answers it had on arriving: *leave it as it was*."""
        return replace(self, answers=self._undone())

    def go(self, step_id: str) -> "Flow":
        """To any step, from the task list or from *check your answers*; back leads here again."""
        if step_id not in self.interview.steps:
            raise KnownError(f"There is no step called '{step_id}'.", "Pick one from the list.")
        visit = Visit(self.at, self.arrived_with)
        return replace(self, at=step_id, stack=(*self.stack, visit), arrived_with=self.answers)

    def tasks(self) -> tuple[TaskGroup, ...]:
        """The task list: every step that applies, in groups, with its state."""
        groups: dict[str, list[Task]] = {}
        for step in self.interview.path(self.answers):
            groups.setdefault(step.group, []).append(
                Task(step.id, step.title, self._state(step), self._answered(step))
            )
        return tuple(TaskGroup(title, tuple(tasks)) for title, tasks in groups.items())

    def _onward(
        self, answers: Profile, finished: tuple[str, ...], skipped: tuple[str, ...]
    ) -> "Flow":
        passed = replace(
            self,
            answers=answers,
            finished=finished,
            skipped=tuple(step for step in skipped if step not in finished),
        )
        onward = following(self.interview, self.at, answers)
        return passed if onward is None else passed.go(onward)

    def _undone(self) -> Profile:
        profile = self.answers
        for question in self.step.questions:
            profile = with_answer(profile, question, answer_of(self.arrived_with, question))
        return profile

    def _counted(self) -> tuple[Step, ...]:
        """The steps that ask something: pages that only show are no work to do."""
        return tuple(step for step in self.interview.path(self.answers) if step.questions)

    def _open_steps(self) -> tuple[Step, ...]:
        passed = {*self.finished, *self.skipped}
        return tuple(step for step in self._counted() if step.id not in passed)

    def _answered(self, step: Step) -> bool:
        return any(answered(self.answers, question) for question in step.questions)

    def _state(self, step: Step) -> str:
        if step.id == self.at:
            return "now"
        if step.id in self.finished:
            return "done"
        return "skipped" if step.id in self.skipped else "to-do"


def build_interview(catalogue: Catalogue) -> Interview:
    """The whole interview for a catalogue: its values, strengths, statements and constraints."""
    return Interview({step.id: step for step in steps(catalogue)})


def _with(ids: tuple[str, ...], step_id: str) -> tuple[str, ...]:
    return ids if step_id in ids else (*ids, step_id)


def _without(ids: tuple[str, ...], step_id: str) -> tuple[str, ...]:
    return tuple(other for other in ids if other != step_id)
