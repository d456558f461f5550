"""Ways of laying pieces out: columns, rows, rows that wrap, and cards."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)


def column(*pieces: QWidget | QLayout, spacing: int = 12) -> QVBoxLayout:
    """A column of pieces, top to bottom."""
    made = QVBoxLayout()
    _fill(made, pieces, spacing)
    return made


def row(*pieces: QWidget | QLayout, spacing: int = 12) -> QHBoxLayout:
    """A row of pieces, left to right, that does not wrap."""
    made = QHBoxLayout()
    _fill(made, pieces, spacing)
    return made


def _fill(layout: QBoxLayout, pieces: tuple[QWidget | QLayout, ...], spacing: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for piece in pieces:
        add(layout, piece)


def add(layout: QBoxLayout, piece: QWidget | QLayout) -> None:
    """Add a piece of either sort to a column or row."""
    if isinstance(piece, QWidget):
        layout.addWidget(piece)
    else:
        layout.addLayout(piece)


def clear(layout: QLayout) -> None:
    """Take every piece out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Card(QFrame):
    """A rounded panel with a column inside. ``kind``: card, note, caution, sunk, plain, why."""

    def __init__(
        self, *pieces: QWidget | QLayout, kind: str = "card", spacing: int = 10, pad: int = 20
    ) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.body = column(*pieces, spacing=spacing)
        self.body.setContentsMargins(pad, pad - 2, pad, pad)
        self.setLayout(self.body)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, piece: QWidget | QLayout) -> None:
        """Add a piece at the foot of the column."""
        add(self.body, piece)


class Flow(QLayout):
    """A row that goes on in a new line when it is full."""

    def __init__(self, *pieces: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        for piece in pieces:
            self.addWidget(piece)

    def addWidget(self, widget: QWidget, /) -> None:
        """Put a widget at the end.

        WORKAROUND: PySide keeps its handle of an item that Qt made by address only, so an item of
        a card that is gone and a new one at the same address share a handle, and both are lost.
        An item made here has a handle of its own. Can go when PySide tells such items apart.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem, /) -> None:
        """Keep an item (called by Qt)."""
        self._items.append(item)

    def count(self) -> int:
        """How many items it holds."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:  # type: ignore[override]  # None ends Qt's walk
        """The item at a place, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:  # type: ignore[override]  # None ends Qt's walk
        """Take out the item at a place, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height it needs at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect, /) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """One line, if there is room."""
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() + self.spacing() for size in sizes)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(margins)

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(QMargins(self.contentsMargins()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        y = area.y()
        for line in self._lines(area.width()):
            tall = max(size.height() for _, size in line)
            x = area.x()
            for item, size in line:
                if move:
                    drop = (tall - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + drop), size))
                x += size.width() + self.spacing()
            y += tall + self.spacing()
        return max(0, y - self.spacing() - rect.y() + margins.bottom())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items, line by line, each with the size it gets."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._shown():
            wide = min(item.sizeHint().width(), width)
            tall = item.sizeHint().height()
            if item.hasHeightForWidth():
                tall = max(item.heightForWidth(wide), item.minimumSize().height())
            if not lines or wide > room:
                lines.append([])
                room = width
            lines[-1].append((item, QSize(wide, tall)))
            room -= wide + self.spacing()
        return lines
