"""Shows that something is being worked out, and lets the person stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar

from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words, announce

PATIENCE_MS = 300


class BusyBar(Card):
    """Appears only when work takes longer than a moment, so that nothing flickers."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__(kind="sunk", pad=12)
        self._words = Words("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self._stop = Press("Stop", "small", name="Stop this work")
        self._stop.clicked.connect(self.stopped.emit)
        self.add(self._words)
        self.add(self._bar)
        self.add(Flow(self._stop))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._appear)
        self.setVisible(False)

    def begin(self, words: str, *, can_stop: bool = True) -> None:
        """Work has begun; say so if it lasts."""
        self._words.say(words)
        self._stop.setVisible(can_stop)
        self._bar.setRange(0, 0)
        self._timer.start()

    def progress(self, done: int, total: int) -> None:
        """So much of so much is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """The work is over."""
        self._timer.stop()
        self.setVisible(False)

    def _appear(self) -> None:
        self.setVisible(True)
        announce(self, self._words.text())
