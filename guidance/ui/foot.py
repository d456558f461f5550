"""The foot of the window: the last short message, and whether work is being kept."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from guidance.ui.desk import Desk
from guidance.ui.widgets.layouts import row
from guidance.ui.widgets.words import Words

LASTS_MS = 8000


class Foot(QWidget):
    """Says; asks nothing. ``kept_above`` is for the bar of a narrow window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._narrow = False
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.message = Words("", "small")
        self.kept = Words("", "small")
        self.kept_above = Words("", "small")
        self.kept.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inner = row(self.message, self.kept, spacing=20)
        inner.setContentsMargins(24, 6, 24, 8)
        inner.setStretch(0, 1)
        inner.setStretch(1, 1)
        self.setLayout(inner)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LASTS_MS)
        self._timer.timeout.connect(self._hush)
        self.refresh()

    def say(self, message: str) -> None:
        """Show a message for a while."""
        self.message.say(message)
        self._timer.start()
        self._fit()

    def narrow(self, on: bool) -> None:
        """Where there is little room, be there only for a message; the top bar says the rest."""
        self._narrow = on
        self.kept.setVisible(not on)
        self._fit()

    def _hush(self) -> None:
        self.message.say("")
        self._fit()

    def _fit(self) -> None:
        self.setVisible(bool(self.message.text()) or not self._narrow)

    def refresh(self) -> None:
        """Show whether work is being kept, as it stands."""
        if not self._desk.has_begun:
            return
        session = self._desk.session
        if session.saving:
            words = "Kept on this computer, locked. Saved as you go."
        elif session.anonymous:
            words = "Just looking: nothing is kept."
        else:
            words = "Not kept yet. Ctrl+S keeps your answers."
        self.kept.say(words)
        self.kept_above.say(words)
