"""A step of the interview: what the script writes and the flow walks."""

from collections.abc import Callable
from dataclasses import dataclass

from guidance.domain.profile import Profile
from guidance.interview.questions import Question


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the interview.

    ``page`` is ``questions``, ``return`` (what coming back takes; the person may stop there) or
    ``check`` (check your answers). ``next`` gives the id of the step after it, or None at the end.
    ``applies`` says whether the step is asked of this person. ``minutes`` is a usual time.
    """

    id: str
    group: str
    title: str
    next: Callable[[Profile], str | None]
    questions: tuple[Question, ...] = ()
    page: str = "questions"
    minutes: float = 0.5
    applies: Callable[[Profile], bool] = lambda _: True
