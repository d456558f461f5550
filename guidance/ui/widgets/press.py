"""Buttons whose words wrap, so that large text never cuts them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent, QPalette
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
        spare = self._around(option).width()
        inner = self._words_size(max(1, width - spare - self._icon_space()))
        return self._whole(option, inner).height()

    def sizeHint(self) -> QSize:
        """One line where that is not too wide."""
        option = self._option()
        em = self.fontMetrics().height()
        inner = self._words_size(WIDEST_EM * em // 2 * 2)
        return self._whole(option, inner + QSize(self._icon_space(), 0))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        option = self._option()
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=8)
        return self._whole(option, QSize(widest + self._icon_space() + 4, metrics.height()))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """The style's button with our wrapped words on it."""
        painter = QStylePainter(self)
        option = self._option()
        icon, text = self.icon(), self.text()
        option.text = ""  # pyright: ignore[reportAttributeAccessIssue]  # absent from the stubs
        option.icon = QIcon()  # pyright: ignore[reportAttributeAccessIssue]  # absent from the stubs
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        area = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        if not icon.isNull():
            side = self._icon_space() - 10
            spot = QRect(area.x(), area.center().y() - side // 2, side, side)
            icon.paint(painter, spot)
            area.setLeft(area.x() + self._icon_space())
        role = QPalette.ColorRole.ButtonText
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, role))
        painter.drawText(area, self._flags(), text)

    def _flags(self) -> int:
        side = Qt.AlignmentFlag.AlignHCenter if self._centred() else Qt.AlignmentFlag.AlignLeft
        mnemonic = Qt.TextFlag.TextShowMnemonic
        return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap | mnemonic)

    def _centred(self) -> bool:
        return self.property("kind") not in {"link", "task", "door", "nav"}

    def _icon_space(self) -> int:
        return 0 if self.icon().isNull() else self.fontMetrics().height() + 10

    def _option(self) -> QStyleOptionButton:
        self.ensurePolished()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option

    def _words_size(self, width: int) -> QSize:
        metrics = self.fontMetrics()
        area = metrics.boundingRect(QRect(0, 0, width, 10**6), self._flags(), self.text() or " ")
        return QSize(area.width() + 4, max(area.height(), metrics.height()))

    def _whole(self, option: QStyleOptionButton, inner: QSize) -> QSize:
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, inner, self)

    def _around(self, option: QStyleOptionButton) -> QSize:
        probe = QSize(400, 400)
        return self._whole(option, probe) - probe
