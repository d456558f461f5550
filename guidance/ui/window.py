"""The main window: rail, page, foot. It shows pages, remembers the way back, and holds the keys."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QWidget

from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.ui.desk import Desk
from guidance.ui.foot import Foot
from guidance.ui.pages.base import Page
from guidance.ui.pages.registry import BY_NAME, ENTRIES, make_page
from guidance.ui.rail import Rail
from guidance.ui.widgets.field import focus_on
from guidance.ui.widgets.layouts import column, row
from guidance.ui.widgets.order import neighbour
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import announce

ROOM_FOR_RAIL_EM = 54
DEEPEST = 60
SMALLEST = (480, 420)
FIRST_SIZE = (1160, 780)


class MainWindow(QMainWindow):
    """Told what to show by the desk. ``shown`` tells the name of the page that is now in view."""

    shown = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.pages: dict[str, Page] = {}
        self.at = ""
        self._argument = ""
        self._been: list[tuple[str, str]] = []
        self._waiting: tuple[str, str] | None = None
        self.setWindowTitle("Waymark")
        self.resize(*FIRST_SIZE)
        self.setMinimumSize(*SMALLEST)
        self.rail = Rail(desk.theme)
        self.stack = QStackedWidget()
        self.stack.setProperty("kind", "stack")
        self.menu_button = Press("Menu", "small", name="Menu of pages")
        self.menu_button.clicked.connect(self.open_menu)
        self.foot = Foot(desk)
        self.menu_bar_box = self._bar()
        self._furnish()
        self._listen()
        self._keys()
        self._wear()

    def settle_in(self) -> None:
        """After the first paint: the window's picture, and the catalogue in the worker."""
        self.desk.theme.load_other_scripts()
        self.setWindowIcon(self.desk.theme.icon("waymark", "accent", 64))
        self.desk.load()

    # Going about

    def show_page(self, name: str, argument: str = "", *, remember: bool = True) -> None:
        """Show a page. A page that needs the catalogue waits until that is loaded."""
        if not BY_NAME[name].early and self.desk.catalogue is None:
            self._waiting = (name, argument)
            self.desk.say("Getting things ready. This takes a moment.")
            return
        self._waiting = None
        if self.at:
            self.pages[self.at].leave()
            if remember and (name, argument) != (self.at, self._argument):
                self._been = [*self._been, (self.at, self._argument)][-DEEPEST:]
        page = self._page(name)
        self.at, self._argument = name, argument
        self.stack.setCurrentWidget(page)
        page.errors.hush()
        page.enter(argument)
        self.setWindowTitle(f"{page.heading.text() or page.title} \u2013 Waymark")
        self.rail.mark(name)
        self.rail.redraw_icons()
        self.show_tasks()
        page.to_top()
        focus_on(page.start_focus())
        self.shown.emit(name)
        if not BY_NAME[name].early and self.desk.session.saving:
            from guidance.app.actions import open_page  # late: the first page keeps nothing

            self.desk.perform(open_page(name))

    def go_back(self) -> None:
        """Within the page first, then to the page come from."""
        if self.at and self.pages[self.at].go_back():
            self.show_tasks()
            return
        if self._been:
            name, argument = self._been.pop()
            self.show_page(name, argument, remember=False)

    def show_tasks(self) -> None:
        """List the steps of the page in view."""
        self.rail.show_tasks(self.pages[self.at].tasks() if self.at else ())

    @property
    def page(self) -> Page:
        """The page in view."""
        return self.pages[self.at]

    def open_menu(self) -> None:
        """The rail's lines as a menu, for a narrow window or very large text."""
        menu = self.make_menu()
        spot = self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft())
        menu.popup(spot)

    def make_menu(self) -> QMenu:
        """A menu with a line per page, and the steps of the page in view."""
        menu = QMenu(self)
        for entry in ENTRIES:
            if entry.label:
                act = menu.addAction(entry.label)
                act.triggered.connect(lambda _=False, name=entry.name: self.show_page(name))
        for group in self.page.tasks():
            inner = menu.addMenu(group.title)
            for task in group.tasks:
                act = inner.addAction(task.title)
                act.triggered.connect(lambda _=False, step=task.step: self._go_to_task(step))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # Inside

    def _page(self, name: str) -> Page:
        if name not in self.pages:
            page = make_page(name, self.desk)
            self.pages[name] = page
            self.stack.addWidget(page)
        return self.pages[name]

    def _furnish(self) -> None:
        right = column(self.menu_bar_box, self.stack, self.foot, spacing=0)
        right.setStretch(1, 1)
        whole = QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        middle = QWidget()
        middle.setLayout(whole)
        self.setCentralWidget(middle)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("kind", "foot")
        inner = row(self.menu_button, self.foot.kept_above, spacing=16)
        inner.setStretch(1, 1)
        inner.setContentsMargins(18, 8, 18, 4)
        bar.setLayout(inner)
        return bar

    def _listen(self) -> None:
        desk = self.desk
        desk.wanted.connect(self.show_page)
        desk.went_back.connect(self.go_back)
        desk.changed.connect(self._changed)
        desk.begun.connect(self._begun)
        desk.ready.connect(self._ready)
        desk.unready.connect(self._unready)
        desk.failed.connect(self._failed)
        desk.broke.connect(self.show_fault)
        desk.said.connect(self._say)
        desk.theme.changed.connect(self._wear)
        self.rail.wanted.connect(self.show_page)
        self.rail.task_wanted.connect(self._go_to_task)

    def _keys(self) -> None:
        acts = [("Ctrl+S", self._tell_saved), ("Ctrl+Z", self._undo), ("Ctrl+Shift+Z", self._redo)]
        acts += [("Alt+Left", self.go_back), ("Ctrl+Q", self.close), ("F10", self._to_pages)]
        for entry in ENTRIES:
            if entry.keys:
                acts.append((entry.keys, lambda name=entry.name: self.show_page(name)))
        for keys, act in acts:
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)

    def _to_pages(self) -> None:
        if self.rail.isHidden():
            focus_on(self.menu_button)
        else:
            focus_on(self.rail.buttons[BY_NAME[self.at].rail or self.at])

    def _go_to_task(self, step: str) -> None:
        self.page.go_to_task(step)
        self.show_tasks()

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SETTINGS):
            settings = self.desk.session.settings
            self.desk.theme.apply(settings.theme, settings.text_size)
        for page in self.pages.values():
            page.refresh(changes)
        self.foot.refresh()
        self.show_tasks()

    def _begun(self) -> None:
        self.foot.refresh()
        self.page.enter(self._argument)
        self._say(self.desk.session.settings_message)

    def _ready(self) -> None:
        self.foot.refresh()
        self._say("")
        if self._waiting is not None:
            self.show_page(*self._waiting)

    def _unready(self, error: KnownError) -> None:
        self._waiting = None
        self.page.fail(error)

    def _failed(self, error: KnownError, field: QWidget | None) -> None:
        self.page.fail(error, field)

    def show_fault(self, error: BaseException) -> None:
        """Open the fault window for a bug."""
        from guidance.ui.fault import FaultWindow  # late: hoped never to be needed

        catalogue = self.desk.catalogue.version if self.desk.catalogue else ""
        FaultWindow(error, self.at, catalogue, self).open()

    def _say(self, message: str) -> None:
        self.foot.say(message)
        if message:
            announce(self, message)

    def _tell_saved(self) -> None:
        if self.desk.session.saving:
            self.page.leave()
            self.desk.say("Saved. Your work is kept as you go.")
        else:
            self.show_page("keep")

    def _undo(self) -> None:
        self.desk.ask(self.desk.session.undo, self._told)

    def _redo(self) -> None:
        self.desk.ask(self.desk.session.redo, self._told)

    def _told(self, changes: Changes) -> None:
        self.desk.say(changes.action or "There is nothing more to undo.")

    def _wear(self) -> None:
        self.rail.draw()
        self.menu_button.setIcon(self.desk.theme.icon("menu", "accent"))
        for page in self.pages.values():
            page.rethemed()
        QTimer.singleShot(0, self, self._fit)
        self._fit()

    def _fit(self) -> None:
        em = QApplication.font().pixelSize()
        roomy = self.width() >= ROOM_FOR_RAIL_EM * em
        self.rail.setVisible(roomy)
        self.menu_bar_box.setVisible(not roomy)
        self.foot.narrow(not roomy)

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Tab goes in the order of reading."""
        following = neighbour(self, QApplication.focusWidget(), forward=forward)
        if following is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        following.setFocus(reason)
        return True

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Choose between the rail and the menu."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Keep what was half typed, let the worker finish, close the records."""
        if self.at:
            self.page.leave()
        self.desk.runner.settle()
        self.desk.close()
        super().closeEvent(event)
