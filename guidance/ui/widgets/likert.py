"""Statements answered from 1 to 5, a row each, with the number keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from guidance.ui.theme import colour
from guidance.ui.widgets.choices import Pick
from guidance.ui.widgets.field import focus_on
from guidance.ui.widgets.layouts import Card, Flow, column
from guidance.ui.widgets.words import Words

SCALE = ("Dislike a lot", "Dislike", "Not sure", "Like", "Like a lot")


class Pill(QRadioButton):
    """A short answer to pick, as a pill that fills when it is picked."""

    def __init__(self, words: str, name: str, number: int = 0) -> None:
        super().__init__()
        self.number = number
        self.setText(words)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its words in a pill."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        tall = metrics.height()
        return QSize(metrics.horizontalAdvance(self.text()) + round(1.4 * tall), tall + 16)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def hitButton(self, pos: object, /) -> bool:
        """The whole pill can be pressed."""
        return True

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Filled when it is the answer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, focused = self.isChecked(), self.hasFocus()
        edge = "accent" if chosen or self.underMouse() else "edge"
        thick = 3.0 if focused else 1.5
        painter.setPen(QPen(colour(self, "focus" if focused else edge), thick))
        painter.setBrush(colour(self, "accent" if chosen else "card"))
        inset = thick / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(colour(self, "on_accent" if chosen else "ink"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()


class LikertRow(Card):
    """One statement and its five answers. ``answered`` tells the number picked."""

    answered = Signal(int)
    onward = Signal()

    def __init__(self, pick: Pick, scale: Sequence[str] = SCALE) -> None:
        super().__init__(kind="plain", pad=2, spacing=6)
        self.pick = pick
        self.setAccessibleName(pick.label)
        self._group = QButtonGroup(self)
        self.dots = [
            Pill(f"{n}  {words}", f"{words}: {pick.label}", n)
            for n, words in enumerate(scale, start=1)
        ]
        for dot in self.dots:
            self._group.addButton(dot, dot.number)
        self.add(Words(pick.label, "strong"))
        self.add(Flow(*self.dots, spacing=6))
        self._group.idClicked.connect(self.answered.emit)
        self.setFocusProxy(self.dots[2])

    def answer(self) -> int | None:
        """The number picked, or None."""
        number = self._group.checkedId()
        return number if number > 0 else None

    def set_answer(self, number: int | None) -> None:
        """Show a number as picked, without telling."""
        self._group.setExclusive(False)
        for dot in self.dots:
            dot.setChecked(dot.number == number)
        self._group.setExclusive(True)
        self.setFocusProxy(self.dots[(number or 3) - 1])

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """A number answers the row and goes on to the next; Backspace takes the answer away."""
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            number = key - Qt.Key.Key_0
            self.set_answer(number)
            self.answered.emit(number)
            self.onward.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_answer(None)
            self.answered.emit(0)
        else:
            super().keyPressEvent(event)


class LikertList(QWidget):
    """Statements to answer. ``changed`` tells the answers so far: item id to 1-5."""

    changed = Signal(dict)
    finished = Signal()

    def __init__(self, name: str, picks: Sequence[Pick], scale: Sequence[str] = SCALE) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows = [LikertRow(pick, scale) for pick in picks]
        self.setLayout(column(*self.rows, spacing=14))
        for place, row in enumerate(self.rows):
            row.answered.connect(self._tell)
            row.onward.connect(lambda place=place: self._onward(place))
        if self.rows:
            self.setFocusProxy(self.rows[0])

    def answers(self) -> dict[str, int]:
        """Item id to 1-5 for the statements answered."""
        return {row.pick.id: n for row in self.rows if (n := row.answer()) is not None}

    def set_answers(self, answers: Mapping[str, int]) -> None:
        """Show these answers."""
        for row in self.rows:
            row.set_answer(answers.get(row.pick.id))

    def _tell(self) -> None:
        self.changed.emit(self.answers())

    def _onward(self, place: int) -> None:
        if place + 1 < len(self.rows):
            focus_on(self.rows[place + 1])
        else:
            self.finished.emit()
