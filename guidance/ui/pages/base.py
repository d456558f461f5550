"""The page every page is made from: a scrolling column, problems at the top, room aside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from guidance.domain.changes import Changes
from guidance.domain.errors import KnownError
from guidance.ui.desk import Desk
from guidance.ui.widgets.busy import BusyBar
from guidance.ui.widgets.errors import ErrorSummary, Trouble
from guidance.ui.widgets.field import focus_on
from guidance.ui.widgets.layouts import add, clear, column
from guidance.ui.widgets.words import Heading

if TYPE_CHECKING:  # a page without steps needs no interview
    from guidance.app.asking import TaskGroup

EDGE = 32
ASIDE_EM = 18
ROOM_FOR_ASIDE_EM = 46


class _Column(QWidget):
    """The main column: no wider than is easy to read."""

    def __init__(self, measure: int) -> None:
        super().__init__()
        self._measure = measure
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit(self, em: int) -> None:
        """Keep to the measure at this text size."""
        self.setMaximumWidth(self._measure * em if self._measure else 16777215)


class Page(QWidget):
    """A page of the window; :mod:`guidance.ui.pages` says how to write one."""

    title = ""
    measure = 44
    show_heading = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.errors = ErrorSummary()
        self.busy = BusyBar()
        self.heading = Heading(self.title, 1)
        if not self.show_heading:
            self.heading.hide()
        self.body = column(spacing=16)
        self._aside: QWidget | None = None
        self._main = _Column(self.measure)
        inner = column(self.errors, self.heading, self.busy, self.body, spacing=18)
        inner.addStretch(1)
        self._main.setLayout(inner)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(EDGE, 28, EDGE, 40)
        self._sides.setSpacing(28)
        self._sides.addWidget(self._main, 3)
        self._sides.addStretch(0)
        self._scroll = self._scroller()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.errors.shown.connect(lambda: self._scroll.verticalScrollBar().setValue(0))

    # What a page may override

    def enter(self, argument: str) -> None:
        """Called every time the page is shown, with what it was asked to show."""

    def refresh(self, changes: Changes) -> None:
        """Called after every change, if the page has been made; decide whether it matters here."""

    def leave(self) -> None:
        """Called before another page is shown."""

    def go_back(self) -> bool:
        """Step back within the page; False lets the window go to the page before."""
        return False

    def start_focus(self) -> QWidget:
        """Where the focus goes when the page is shown: the page itself, or its first field."""
        return self

    def tasks(self) -> "tuple[TaskGroup, ...]":
        """Steps to list beside the page; empty for most."""
        return ()

    def go_to_task(self, task: str) -> None:
        """Show the step of this id."""

    def arrange(self, width_em: float) -> None:
        """Called when the page's width changes, in ems (letters' heights) at the text size."""

    def rethemed(self) -> None:
        """Called after a change of colours or text size: draw icons afresh."""

    # What a page may use

    def add(self, piece: QWidget | QLayout) -> None:
        """Put a piece at the foot of the column."""
        add(self.body, piece)

    def reset(self) -> None:
        """Empty the column; the heading, the summary and the busy bar stay."""
        clear(self.body)

    def set_aside(self, widget: QWidget | None) -> None:
        """Show a widget beside the column (below it when narrow), or none."""
        if self._aside is not None and self._aside is not widget:
            self._sides.removeWidget(self._aside)
            self._aside.hide()
            self._aside.setParent(None)
        self._aside = widget
        if widget is not None:
            self._sides.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignTop)
        self._arrange()

    def focus(self, widget: QWidget) -> None:
        """Move the focus to a widget and bring it into view."""
        focus_on(widget)
        self._scroll.ensureWidgetVisible(QApplication.focusWidget() or widget, 40, 60)

    def to_top(self) -> None:
        """Scroll up and put the focus on the page, so that it is read out from its heading."""
        self._scroll.verticalScrollBar().setValue(0)
        focus_on(self)

    def fail(self, error: KnownError, field: QWidget | None = None) -> None:
        """Show a problem at the top, linked to a field if there is one."""
        self.errors.tell([Trouble.of(error, field)])

    # Inside

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Choose between beside and below."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent, /) -> None:
        """The text size may have changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        if not hasattr(self, "_scroll"):
            return
        em = QApplication.font().pixelSize()
        narrow = self.width() < ROOM_FOR_ASIDE_EM * em
        self._main.fit(em)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)
        edge = EDGE // 2 if self.width() < 34 * em else EDGE
        self._sides.setContentsMargins(edge, 28, edge, 40)
        if self._aside is not None:
            self._aside.setMaximumWidth(16777215 if narrow else ASIDE_EM * em)
            self._aside.setMinimumWidth(0 if narrow else round(ASIDE_EM * em * 0.85))
            alignment = Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignTop
            self._sides.setAlignment(self._aside, alignment)
        self.arrange(self.width() / em)

    def _scroller(self) -> QScrollArea:
        sheet = _Sheet()
        sheet.setProperty("kind", "page")
        sheet.setLayout(self._sides)
        scroll = _Scroll()
        scroll.setWidget(sheet)
        return scroll


class _Sheet(QWidget):
    """What scrolls: as tall as its words need at its width, and no taller.

    A scroll area would otherwise keep the height that the words need in the narrowest column.
    """

    def minimumSizeHint(self) -> QSize:
        """As wide as it must be; the height follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)


class _Scroll(QScrollArea):
    """Scrolls up and down only; the column inside always fits the width."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        """It can be small: it scrolls."""
        return QSize(200, 120)
