"""Buttons whose words wrap, so that large text never cuts them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
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
        """The height that its words need at a width."""
        option = self._option()
        return self._whole(option, self._wrapped(option, width)).height()

    def sizeHint(self) -> QSize:
        """One line where that is not too wide."""
        option = self._option()
        return self._whole(option, self._wrapped(option, WIDEST_EM * self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        return self._whole(self._option(), "\n".join(self.text().split()) or " ")

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """The style's button, with our line breaks."""
        option = self._option()
        option.text = self._wrapped(option, self.width())  # pyright: ignore[reportAttributeAccessIssue]  # absent from the stubs
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _icon_space(self) -> int:
        return 0 if self.icon().isNull() else self.fontMetrics().height() + 12

    def _option(self) -> QStyleOptionButton:
        self.ensurePolished()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        side = self.fontMetrics().height()
        option.iconSize = QSize(side, side)  # pyright: ignore[reportAttributeAccessIssue]  # absent from the stubs
        return option

    def _wrapped(self, option: QStyleOptionButton, width: int) -> str:
        """The words with line breaks where they no longer fit."""
        around = self._whole(option, " " * 40).width() - self._inner(" " * 40).width()
        room = max(1, width - around)
        metrics = self.fontMetrics()
        lines: list[str] = []
        for word in self.text().split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(lines)

    def _inner(self, text: str) -> QSize:
        metrics = self.fontMetrics()
        lines = text.split("\n")
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        return QSize(widest + 2, metrics.height() * len(lines))

    def _whole(self, option: QStyleOptionButton, text: str) -> QSize:
        kind = QStyle.ContentsType.CT_PushButton
        inner = self._inner(text) + QSize(self._icon_space(), 0)
        return self.style().sizeFromContents(kind, option, inner, self)
