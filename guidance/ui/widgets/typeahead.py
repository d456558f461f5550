"""A field that offers what it knows while a person types, in a list below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from guidance.ui.widgets.field import focus_on
from guidance.ui.widgets.layouts import column
from guidance.ui.widgets.words import announce

WAIT_MS = 60
LONGEST = 200
SHOWN = 5
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Suggest = Callable[[str], Sequence[tuple[str, str]]]


class TypeAhead(QWidget):
    """A line to type in. ``chosen`` tells the words and id picked; the id is empty when typed.

    Down goes into the list, Enter takes what is marked there or typed, Escape puts the list away.
    Enter on words that are taken already is left to the page, which goes on.
    """

    chosen = Signal(str, str)
    edited = Signal(str)

    def __init__(self, name: str, suggest: Suggest, *, example: str = "") -> None:
        super().__init__()
        self._suggest = suggest
        self._taken = ""
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(f"For example: {example}" if example else "")
        self.line.setMaxLength(LONGEST)
        self.list = QListWidget()
        self.list.setAccessibleName(f"Suggestions for: {name}")
        self.list.setVisible(False)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(self.line, self.list, spacing=4))
        self.setFocusProxy(self.line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._offer)
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self._typed)
        self.list.itemActivated.connect(self._picked)
        self.list.itemClicked.connect(self._picked)
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)

    def text(self) -> str:
        """What is typed, without spaces round it."""
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Show a text without offering anything."""
        self._timer.stop()
        self._taken = text.strip()
        self.line.setText(text)
        self.list.setVisible(False)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Down, Up and Escape between the line and its list."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._put_away)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if watched is self.line and key == Qt.Key.Key_Down and not self.list.isHidden():
            self.list.setCurrentRow(0)
            focus_on(self.list)
            return True
        on_first = watched is self.list and self.list.currentRow() == 0
        if on_first and key == Qt.Key.Key_Up:
            focus_on(self.line)
            return True
        if key == Qt.Key.Key_Escape and not self.list.isHidden():
            self.list.setVisible(False)
            focus_on(self.line)
            return True
        if key in ENTER and self._take(watched):
            return True
        return super().eventFilter(watched, event)

    def _take(self, watched: QObject) -> bool:
        """Enter: take what is marked in the list, or what is typed and not taken yet."""
        marked = self.list.currentItem() if watched is self.list else None
        if marked is not None:
            self._picked(marked)
            return True
        if watched is self.line and self.text() not in ("", self._taken):
            self._typed()
            return True
        return False

    def _put_away(self) -> None:
        """Hide the list once the focus is in neither the line nor the list."""
        if not (self.line.hasFocus() or self.list.hasFocus()):
            self._timer.stop()
            self.list.setVisible(False)

    def _edited(self, text: str) -> None:
        self._timer.start()
        self.edited.emit(text)

    def _offer(self) -> None:
        typed = self.text()
        found = self._suggest(typed)[:SHOWN] if len(typed) > 1 else ()
        self.list.clear()
        for words, item_id in found:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, item_id)
            self.list.addItem(item)
        self.list.setVisible(bool(found))
        if found:
            self._fit()
            QTimer.singleShot(0, self, self._fit)
            announce(self.line, f"{len(found)} suggestions. Press Down to hear them.")

    def _fit(self) -> None:
        """Make the list as tall as its lines."""
        self.list.doItemsLayout()
        rows = (self.list.item(row) for row in range(self.list.count()))
        tall = sum(self.list.visualItemRect(item).height() for item in rows)
        if tall:
            self.list.setFixedHeight(tall + 10)

    def _typed(self) -> None:
        self._timer.stop()
        self.list.setVisible(False)
        self._taken = self.text()
        if self._taken:
            self.chosen.emit(self._taken, "")

    def _picked(self, item: QListWidgetItem) -> None:
        self.set_text(item.text())
        focus_on(self.line)
        self.chosen.emit(item.text(), str(item.data(Qt.ItemDataRole.UserRole)))
