"""Undo and redo for any frozen value."""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Value = TypeVar("Value")
DEPTH = 200


@dataclass(frozen=True, slots=True)
class History(Generic[Value]):
    """A value with its past and what was undone. Each change gives a new history."""

    value: Value
    past: tuple[tuple[Value, str], ...] = ()
    undone: tuple[tuple[Value, str], ...] = ()

    def change(self, value: Value, name: str = "") -> "History[Value]":
        """The history after a change called ``name``; a change to the same value is no change."""
        if value == self.value:
            return self
        past = (*self.past, (self.value, name))[-DEPTH:]
        return replace(self, value=value, past=past, undone=())

    def undo(self) -> "History[Value]":
        """The history one change back; the same when there is none."""
        if not self.past:
            return self
        value, name = self.past[-1]
        return replace(
            self, value=value, past=self.past[:-1], undone=(*self.undone, (self.value, name))
        )

    def redo(self) -> "History[Value]":
        """The history with the last undone change made again; the same when there is none."""
        if not self.undone:
            return self
        value, name = self.undone[-1]
        return replace(
            self, value=value, past=(*self.past, (self.value, name)), undone=self.undone[:-1]
        )

    @property
    def can_undo(self) -> str | None:
        """The name of the change that undo would take back; None when there is none."""
        return self.past[-1][1] if self.past else None

    @property
    def can_redo(self) -> str | None:
        """The name of the change that redo would make again; None when there is none."""
        return self.undone[-1][1] if self.undone else None
