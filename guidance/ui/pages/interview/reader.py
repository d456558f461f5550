"""What the interview's fields ask of the catalogue: titles while typing, and what words mean."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guidance.domain.match import TitleGuess, Understood
from guidance.domain.vocabulary import HOLLAND_NAMES
from guidance.ui.desk import Desk

if TYPE_CHECKING:  # the person's matches come from the worker
    from guidance.domain.catalogue import Catalogue

MEANS = {
    "R": "hands-on work",
    "I": "finding things out",
    "A": "making and expressing",
    "S": "helping people",
    "E": "leading and persuading",
    "C": "keeping things in order",
}


class Reader(QObject):
    """One per interview page. ``understood`` is told when what words mean was worked out anew."""

    understood = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._understood = Understood()

    @property
    def catalogue(self) -> "Catalogue":
        """The loaded catalogue; the interview is only shown once it is there."""
        held = self._desk.catalogue
        if held is None:
            raise RuntimeError("the interview was shown before the catalogue was loaded")
        return held

    def suggest(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """Titles that begin like what is typed: (title, role id)."""
        return self._desk.suggest(prefix)

    def read_title(self, typed: str, then: Callable[[tuple[TitleGuess, ...]], None]) -> None:
        """Have a typed title read in the worker."""
        self._desk.ask(lambda: self._desk.session.matcher.resolve(typed, 3), then)

    def role_title(self, role_id: str | None) -> str:
        """A role's title, or empty."""
        role = self.catalogue.roles.get(role_id or "")
        return role.title if role is not None else ""

    def take(self, understood: Understood) -> None:
        """Take what the latest answers were understood as."""
        self._understood = understood
        self.understood.emit()

    def meanings(self, phrases: tuple[str, ...]) -> tuple[str, ...]:
        """A line for each phrase that was understood: *"..." we read as: ...*."""
        lines: list[str] = []
        for phrase in phrases:
            codes = self._understood.phrases.get(phrase, ())
            words = [name for code in codes if (name := self._name(code))]
            if words:
                lines.append(
                    f"\u201c{phrase[:60]}\u201d \u2013 we read this as: {', '.join(words)}."
                )
        return tuple(lines)

    def course_meaning(self, title: str) -> str:
        """What a typed course was understood as, or empty."""
        found = (meaning for typed, meaning in self._understood.qualifications if typed == title)
        meaning = next(found, "")
        held = self.catalogue.qualifications.get(meaning)
        return held.title if held is not None else meaning

    def _name(self, code: str) -> str:
        kind, _, item = code.partition(":")
        catalogue = self.catalogue
        if not item:
            return MEANS.get(code, HOLLAND_NAMES.get(code, ""))
        if kind == "role":
            return self.role_title(item)
        if kind == "avoid":
            return f"keeping away from {item}"
        tables = {
            "value": catalogue.values,
            "strength": catalogue.strengths,
            "constraint": catalogue.constraints,
        }
        held = tables.get(kind, {}).get(item)
        return held.title.lower() if held is not None else item.replace("-", " ")
