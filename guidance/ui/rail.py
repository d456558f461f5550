"""The rail on the left: where you can go, and the steps of the page you are on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from guidance.ui.pages.registry import BY_NAME, ENTRIES, Entry
from guidance.ui.theme import Theme
from guidance.ui.widgets.layouts import clear, column, row
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Rule, Words

if TYPE_CHECKING:  # only to say what comes in
    from guidance.app.asking import Task, TaskGroup

WIDTH = 252
MARKS = {"done": "\u2713", "skipped": "\u2013", "now": "\u25b8", "to-do": "\u25cb"}
STATES = {"done": "done", "skipped": "skipped", "now": "you are here", "to-do": "to do"}


class Rail(QWidget):
    """Tells ``wanted`` with a page's name, and ``task_wanted`` with a step's id."""

    wanted = Signal(str)
    task_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Pages")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.buttons = {entry.name: self._button(entry) for entry in ENTRIES if entry.label}
        self._tasks = column(spacing=2)
        self._groups: tuple[TaskGroup, ...] = ()
        self._mark = Words("", "body")
        self._word = Words("Waymark", "wordmark")
        self._word.setWordWrap(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroller())

    def mark(self, name: str) -> None:
        """Mark the page that is shown."""
        line = BY_NAME[name].rail or name
        for other, button in self.buttons.items():
            button.setChecked(other == line)
            here = "you are here" if other == line else ""
            button.setAccessibleDescription(here)

    def show_tasks(self, groups: "tuple[TaskGroup, ...]") -> None:
        """List the steps of the page shown, under its line; only the group one is in is open."""
        if groups == self._groups:
            return
        self._groups = groups
        clear(self._tasks)
        for group in groups:
            if any(task.state == "now" for task in group.tasks):
                self._tasks.addWidget(Words(group.title, "small"))
                for task in group.tasks:
                    self._tasks.addWidget(self._task(task))
            else:
                self._tasks.addWidget(self._group(group))

    def draw(self) -> None:
        """Draw icons and width afresh after a change of look."""
        self.setFixedWidth(self._theme.px(WIDTH))
        side = self._theme.px(26)
        self._mark.setPixmap(self._theme.picture("mark", "rail_focus", side))
        self._mark.setFixedSize(side, side)
        self._mark.setAccessibleName("")
        self.redraw_icons()

    def redraw_icons(self) -> None:
        """Icons take the colour of their line."""
        for name, button in self.buttons.items():
            tone = "rail_chosen_ink" if button.isChecked() else "rail_ink"
            button.setIcon(self._theme.icon(BY_NAME[name].icon, tone, 22))

    def _button(self, entry: Entry) -> Press:
        button = Press(entry.label, "nav").fill_width()
        button.setCheckable(True)
        if entry.keys:
            button.setToolTip(f"{entry.label} ({entry.keys})")
        button.clicked.connect(lambda: self._press(entry.name))
        return button

    def _press(self, name: str) -> None:
        button = self.buttons[name]
        button.setChecked(not button.isChecked())
        self.wanted.emit(name)

    def _group(self, group: "TaskGroup") -> Press:
        """A group that one is not in, as one line: how much of it is done, and the way there."""
        gone = sum(task.state in ("done", "skipped") for task in group.tasks)
        whole = len(group.tasks)
        mark = MARKS["done"] if gone == whole else MARKS["to-do"]
        tail = f" ({gone}/{whole})" if 0 < gone < whole else ""
        button = Press(f"{mark}  {group.title}{tail}", "task").fill_width()
        said = "done" if gone == whole else f"{gone} of {whole} done"
        button.setAccessibleName(f"{group.title}, {said}")
        first = next((t for t in group.tasks if t.state == "to-do"), group.tasks[0])
        button.clicked.connect(lambda: self.task_wanted.emit(first.step))
        return button

    def _task(self, task: "Task") -> Press:
        state = STATES.get(task.state, "")
        button = Press(f"{MARKS.get(task.state, '')}  {task.title}", "task").fill_width()
        button.setAccessibleName(f"{task.title}, {state}")
        button.setCheckable(True)
        button.setChecked(task.state == "now")
        button.clicked.connect(lambda: self.task_wanted.emit(task.step))
        return button

    def _scroller(self) -> QScrollArea:
        sheet = QWidget()
        sheet.setProperty("kind", "rail")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = column(row(self._mark, self._word, spacing=10), spacing=4)
        inner.setContentsMargins(14, 22, 14, 18)
        inner.addSpacing(16)
        for entry in (e for e in ENTRIES if e.label and e.place == "top"):
            inner.addWidget(self.buttons[entry.name])
            if entry.name == "interview":
                inner.addLayout(self._tasks)
        inner.addStretch(1)
        inner.addWidget(Rule())
        for entry in (e for e in ENTRIES if e.label and e.place == "foot"):
            inner.addWidget(self.buttons[entry.name])
        sheet.setLayout(inner)
        scroll = _Scroll()
        scroll.setWidget(sheet)
        return scroll


class _Scroll(QScrollArea):
    """Scrolls the rail when large text makes it tall."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """It can be small: it scrolls."""
        return QSize(100, 100)
