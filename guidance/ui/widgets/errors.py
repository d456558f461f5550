"""What is wrong, at the top of the page, each problem linked to the field that it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from guidance.domain.errors import KnownError
from guidance.ui.widgets.field import focus_on
from guidance.ui.widgets.layouts import Card, clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words, announce


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem in words: what is wrong, what to do, and the field to go to (if any)."""

    what: str
    do: str = ""
    field: QWidget | None = None

    @staticmethod
    def of(error: KnownError, field: QWidget | None = None) -> "Trouble":
        """The trouble that an error tells."""
        return Trouble(error.what, error.do, field)


class ErrorSummary(Card):
    """The summary. It takes the focus when it appears, so that it is read out first."""

    shown = Signal()

    def __init__(self) -> None:
        super().__init__(kind="problem")
        self.heading = Heading("There is a problem", 2)
        self.add(self.heading)
        self._list = column(spacing=4)
        self.add(self._list)
        self.links: list[Press] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVisible(False)

    def tell(self, troubles: Sequence[Trouble]) -> None:
        """Show these problems and take the focus; with none, go away."""
        clear(self._list)
        self.links = []
        self.setVisible(bool(troubles))
        if not troubles:
            return
        for trouble in troubles:
            self._add(trouble)
        words = " ".join(f"{trouble.what} {trouble.do}".strip() for trouble in troubles)
        self.setAccessibleName(f"There is a problem. {words}")
        focus_on(self)
        announce(self, words)
        self.shown.emit()

    def hush(self) -> None:
        """Nothing is wrong any more."""
        self.tell(())

    def _add(self, trouble: Trouble) -> None:
        field = trouble.field
        if field is None:
            self._list.addWidget(Words(trouble.what, "strong"))
        else:
            link = Press(trouble.what, "link")
            link.clicked.connect(lambda: focus_on(field))
            self.links.append(link)
            self._list.addWidget(link)
        if trouble.do:
            self._list.addWidget(Words(trouble.do))
