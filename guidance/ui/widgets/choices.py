"""Choices as large cards: pick one (radio) or several (tick), by mouse, Space or arrow keys."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from guidance.ui.theme import colour
from guidance.ui.widgets.layouts import clear, column

PAD = 14
GAP = 12
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to pick: its id, the words, and a line of help (may be empty)."""

    id: str
    label: str
    help: str = ""


class _Face:
    """How a choice card is measured and painted, for radio and tick alike."""

    @staticmethod
    def dress(button: QAbstractButton, pick: Pick) -> None:
        button.setText(pick.label)
        button.setAccessibleName(pick.label)
        button.setAccessibleDescription(pick.help)
        button.setProperty("help", pick.help)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @staticmethod
    def mark(button: QAbstractButton) -> int:
        return round(button.fontMetrics().height() * 1.05)

    @staticmethod
    def bold(button: QAbstractButton) -> QFont:
        font = QFont(button.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @classmethod
    def height(cls, button: QAbstractButton, width: int) -> int:
        inner = width - 2 * PAD - cls.mark(button) - GAP
        label, help_text = cls.boxes(button, inner)
        return max(label + (help_text + 3 if help_text else 0), cls.mark(button)) + 2 * PAD - 4

    @classmethod
    def boxes(cls, button: QAbstractButton, width: int) -> tuple[int, int]:
        """Heights of the label and of the help at a width."""
        button.ensurePolished()
        room = QRect(0, 0, max(40, width), 10**6)
        help_text = str(button.property("help"))
        label = button.fontMetrics().boundingRect(room, WRAP, button.text()).height()
        below = button.fontMetrics().boundingRect(room, WRAP, help_text).height()
        return label, below if help_text else 0

    @classmethod
    def paint(cls, button: QAbstractButton, *, round_mark: bool) -> None:
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cls._ground(button, painter)
        side = cls.mark(button)
        spot = QRectF(PAD, PAD - 2, side, side)
        cls._mark(button, painter, spot, round_mark=round_mark)
        inner = button.rect().adjusted(PAD + side + GAP, PAD - 2, -PAD, 0)
        label, below = cls.boxes(button, inner.width())
        painter.setPen(colour(button, "ink" if button.isEnabled() else "soft"))
        painter.drawText(QRect(inner.topLeft(), QSize(inner.width(), label)), WRAP, button.text())
        if below:
            painter.setPen(colour(button, "soft"))
            area = QRect(inner.x(), inner.y() + label + 3, inner.width(), below)
            painter.drawText(area, WRAP, str(button.property("help")))
        painter.end()

    @staticmethod
    def _ground(button: QAbstractButton, painter: QPainter) -> None:
        chosen = button.isChecked()
        warm = chosen or button.underMouse()
        thick = 3.0 if button.hasFocus() else 2.0 if chosen else 1.0
        name = "focus" if button.hasFocus() else "accent" if warm else "edge"
        painter.setPen(QPen(colour(button, name), thick))
        painter.setBrush(colour(button, "accent_soft" if chosen else "card"))
        inset = thick / 2
        box = QRectF(button.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 11, 11)

    @staticmethod
    def _mark(
        button: QAbstractButton, painter: QPainter, spot: QRectF, *, round_mark: bool
    ) -> None:
        painter.setPen(QPen(colour(button, "accent"), 2))
        painter.setBrush(colour(button, "card"))
        inner = spot.adjusted(1, 1, -1, -1)
        if round_mark:
            painter.drawEllipse(inner)
            if button.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(button, "accent"))
                fifth = spot.width() * 0.26
                painter.drawEllipse(spot.adjusted(fifth, fifth, -fifth, -fifth))
            return
        if button.isChecked():
            painter.setBrush(colour(button, "accent"))
        painter.drawRoundedRect(inner, 4, 4)
        if button.isChecked():
            pen = QPen(colour(button, "on_accent"), max(2.0, spot.width() / 9))
            painter.setPen(pen)
            x, y, w = spot.x(), spot.y(), spot.width()
            points = ((0.25, 0.53), (0.43, 0.71), (0.76, 0.31))
            painter.drawPolyline([QPointF(x + a * w, y + b * w) for a, b in points])


class ChoiceCard(QRadioButton):
    """One of several, only one of which can be picked."""

    def __init__(self, pick: Pick, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pick = pick
        _Face.dress(self, pick)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height its words need."""
        return _Face.height(self, width)

    def sizeHint(self) -> QSize:
        """A comfortable width and the height for it."""
        width = self.fontMetrics().height() * 18
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a side column at twice the text size."""
        return QSize(self.fontMetrics().height() * 7, self.fontMetrics().height() + 2 * PAD)

    def hitButton(self, pos: object, /) -> bool:
        """The whole card can be pressed."""
        return True

    def enterEvent(self, event: QEnterEvent, /) -> None:
        """Draw again under the mouse."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Our own card."""
        _Face.paint(self, round_mark=True)


class TickCard(QCheckBox):
    """One of several, any number of which can be picked."""

    def __init__(self, pick: Pick, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pick = pick
        _Face.dress(self, pick)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height its words need."""
        return _Face.height(self, width)

    def sizeHint(self) -> QSize:
        """A comfortable width and the height for it."""
        width = self.fontMetrics().height() * 18
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a side column at twice the text size."""
        return QSize(self.fontMetrics().height() * 7, self.fontMetrics().height() + 2 * PAD)

    def hitButton(self, pos: object, /) -> bool:
        """The whole card can be pressed."""
        return True

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Our own card."""
        _Face.paint(self, round_mark=False)


class ChoiceList(QWidget):
    """A list of choice cards. ``changed`` tells the ids picked, as a tuple.

    With ``several`` any number may be picked, at most ``most`` of them (0: no limit); a pick past
    the limit is not taken and ``full`` is told.
    """

    changed = Signal(tuple)
    full = Signal(int)

    def __init__(
        self, name: str, picks: Sequence[Pick] = (), *, several: bool = False, most: int = 0
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._several = several
        self._most = most
        self._cards: list[ChoiceCard | TickCard] = []
        self._column = column(spacing=8)
        self.setLayout(self._column)
        self.offer(picks)

    def offer(self, picks: Sequence[Pick]) -> None:
        """Offer these instead; nothing is picked."""
        clear(self._column)
        self._cards = []
        for pick in picks:
            card = TickCard(pick) if self._several else ChoiceCard(pick)
            card.toggled.connect(self._toggled)
            self._cards.append(card)
            self._column.addWidget(card)
        if self._cards:
            self.setFocusProxy(self._cards[0])

    def cards(self) -> tuple[ChoiceCard | TickCard, ...]:
        """The cards, in order."""
        return tuple(self._cards)

    def chosen(self) -> tuple[str, ...]:
        """The ids picked, in the order shown."""
        return tuple(card.pick.id for card in self._cards if card.isChecked())

    def choose(self, ids: Iterable[str]) -> None:
        """Show these as picked, without telling ``changed``."""
        wanted = set(ids)
        for card in self._cards:
            card.blockSignals(True)
            card.setAutoExclusive(False)
            card.setChecked(card.pick.id in wanted)
            card.setAutoExclusive(not self._several)
            card.blockSignals(False)
            card.update()
        if self._cards:
            picked = (card for card in self._cards if card.isChecked())
            self.setFocusProxy(next(picked, self._cards[0]))

    def _toggled(self, on: bool) -> None:
        if not on and not self._several:
            return
        if on and self._most and len(self.chosen()) > self._most:
            card = self.sender()
            if isinstance(card, TickCard):
                card.setChecked(False)
            self.full.emit(self._most)
            return
        self.changed.emit(self.chosen())
