"""Buttons whose words wrap, so that large text never cuts them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

WIDEST_EM = 26


class Press(QPushButton):
    """A button. ``kind``: main, plain, danger, link, small, chip, task, door."""

    def __init__(
        self, text: str, kind: str = "plain", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._sizes: dict[int, tuple[str, QSize]] = {}
        self.setProperty("kind", kind)
        self.setAccessibleName(name or text.replace("&", ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill_width(self) -> "Press":
        """Let it take the whole width of its place; gives itself back."""
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        return self

    def say(self, text: str, name: str = "") -> None:
        """Show other words."""
        self.setText(text)
        self.setAccessibleName(name or text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height that its words need at a width, or at its own where it would not fill that."""
        fills = self.sizePolicy().horizontalPolicy() != QSizePolicy.Policy.Maximum
        return self._fitted(width if fills else min(width, self.sizeHint().width()))[1].height()

    def sizeHint(self) -> QSize:
        """One line where that is not too wide."""
        return self._fitted(WIDEST_EM * self._application_em())[1]

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        return self._fitted(1)[1]

    def changeEvent(self, event: QEvent, /) -> None:
        """Another font, style or look: what was measured no longer holds."""
        self._sizes.clear()
        super().changeEvent(event)

    def setText(self, text: str, /) -> None:
        """Show other words."""
        self._sizes.clear()
        super().setText(text)

    def setIcon(self, icon: QIcon | QPixmap, /) -> None:
        """Show a picture before the words."""
        self._sizes.clear()
        super().setIcon(icon)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """The style's button, with our line breaks."""
        option = self._option()
        option.text = self._fitted(self.width())[0]  # pyright: ignore[reportAttributeAccessIssue]  # absent from the stubs
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _option(self) -> QStyleOptionButton:
        self.ensurePolished()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        side = self.fontMetrics().height()
        option.iconSize = QSize(side, side)  # pyright: ignore[reportAttributeAccessIssue]  # absent from the stubs
        return option

    def _application_em(self) -> int:
        self.ensurePolished()
        return self.fontMetrics().height()

    def _fitted(self, width: int) -> tuple[str, QSize]:
        """The words with line breaks to fit a width, and the size of the button that holds them.

        Measured as if the button had no focus, so that nothing moves when the focus comes.
        """
        if width not in self._sizes:
            option = self._option()
            option.state &= ~QStyle.StateFlag.State_HasFocus  # pyright: ignore[reportAttributeAccessIssue]  # absent from the stubs
            metrics = self.fontMetrics()
            kind = QStyle.ContentsType.CT_PushButton
            icon = 0 if self.icon().isNull() else metrics.height() + 12
            probe = QSize(400, metrics.height())
            around = self.style().sizeFromContents(kind, option, probe, self).width() - 400
            lines = _lines(self.text(), max(1, width - around - icon), metrics)
            widest = max(metrics.horizontalAdvance(line) for line in lines) + 2 + icon
            inner = QSize(widest, metrics.height() * len(lines))
            whole = self.style().sizeFromContents(kind, option, inner, self)
            self._sizes[width] = ("\n".join(lines), whole)
        return self._sizes[width]


def _lines(text: str, room: int, metrics: QFontMetrics) -> list[str]:
    """The words in lines no wider than the room, where no single word is."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
