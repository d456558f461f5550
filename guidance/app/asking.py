"""The interview's nouns for a face that shows it: flow, steps, questions, doors.

A window may not import the interview room; it takes these from here and the interview itself from
``Session.interview``.
"""

from guidance.interview.flow import (
    DOORS,
    Door,
    Flow,
    Interview,
    Progress,
    Step,
    Task,
    TaskGroup,
)
from guidance.interview.questions import Answer, Kind, Option, Question, problem
from guidance.interview.words import BAND_OPTIONS, REGISTERS, SETTINGS, STATUSES, label

__all__ = [
    "BAND_OPTIONS",
    "DOORS",
    "REGISTERS",
    "SETTINGS",
    "STATUSES",
    "Answer",
    "Door",
    "Flow",
    "Interview",
    "Kind",
    "Option",
    "Progress",
    "Question",
    "Step",
    "Task",
    "TaskGroup",
    "label",
    "problem",
]
