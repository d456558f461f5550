"""Pictures of pages, one under another, as they will print."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from guidance.ui.widgets.layouts import clear, column
from guidance.ui.widgets.words import Words


class Sheet(QLabel):
    """One page as a picture. It keeps its shape and never grows past its own size."""

    def __init__(self, png: bytes, number: int, count: int) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._picture.loadFromData(png)
        self.setPixmap(self._picture)
        self.setScaledContents(True)
        self.setFrameShape(QLabel.Shape.Box)
        self.setAccessibleName(f"Page {number} of {count}. The words are in the reading view.")
        self.setMaximumSize(self._picture.size())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height that keeps the page's shape."""
        size = self._picture.size()
        return round(min(width, size.width()) * size.height() / max(1, size.width()))

    def minimumSizeHint(self) -> QSize:
        """It can be small."""
        return QSize(160, 220)


class Sheets(QWidget):
    """Every page of a document."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column(spacing=20)
        self.setLayout(self._column)
        self.setAccessibleName("The pages as they will print")
        self.count = 0

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show these pages instead."""
        clear(self._column)
        self.count = len(pages)
        for number, png in enumerate(pages, 1):
            sheet = Sheet(png, number, self.count)
            self._column.addWidget(Words(f"Page {number} of {self.count}", "small"))
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignTop)
