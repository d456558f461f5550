"""Pictures of pages, one under another, as they will print."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guidance.ui.theme import colour
from guidance.ui.widgets.layouts import clear, column
from guidance.ui.widgets.words import Words


class Sheet(QWidget):
    """One page as a picture. It keeps its shape and never grows past its own size.

    It is painted only when it comes into view, so a long document is soon shown.
    """

    def __init__(self, picture: QImage, number: int, count: int) -> None:
        super().__init__()
        self._picture = picture
        self._size = picture.deviceIndependentSize().toSize()
        self.setAccessibleName(f"Page {number} of {count}. The words are in the reading view.")
        self.setMaximumWidth(self._size.width())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """The page, with a line round it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(0, 0, self.width(), self.height()), self._picture)
        painter.setPen(colour(self, "edge"))
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        painter.end()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height that keeps the page's shape."""
        size = self._size
        return round(min(width, size.width()) * size.height() / max(1, size.width()))

    def sizeHint(self) -> QSize:
        """As large as it was drawn."""
        return self._size

    def minimumSizeHint(self) -> QSize:
        """It can be small."""
        return QSize(160, self.heightForWidth(160))


class Sheets(QWidget):
    """Every page of a document."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column(spacing=20)
        self.setLayout(self._column)
        self.setAccessibleName("The pages as they will print")
        self.count = 0

    def show_pages(self, pages: tuple[QImage, ...]) -> None:
        """Show these pages instead."""
        clear(self._column)
        self.count = len(pages)
        for number, picture in enumerate(pages, 1):
            self._column.addWidget(Words(f"Page {number} of {self.count}", "small"))
            self._column.addWidget(Sheet(picture, number, self.count))
