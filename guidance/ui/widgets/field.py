"""The frame round a question or a field: its words, why we ask, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from guidance.ui.widgets.layouts import Card, add, clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words, announce, restyle

SEE_MARGIN = 60  # room kept above and below what is scrolled to, in pixels


class Disclosure(QWidget):
    """A line to press that shows or hides some words, such as *Why we ask*.

    ``name`` is what a screen reader says, where a page has several with the same title.
    """

    def __init__(self, title: str, *pieces: QWidget, text: str = "", name: str = "") -> None:
        super().__init__()
        self._title, self._name = title, name or title
        self.button = Press(f"\u25b8 {title}", "link", name=self._name)
        self.button.clicked.connect(self.toggle)
        inside = (Words(text), *pieces) if text else pieces
        self.panel = Card(*inside, kind="why", pad=14)
        self.panel.setVisible(False)
        self.setLayout(column(self.button, self.panel, spacing=4))
        self._tell()

    def toggle(self) -> None:
        """Show what is hidden, hide what is shown."""
        self.panel.setVisible(self.panel.isHidden())
        self._tell()

    def open(self) -> None:
        """Show what is hidden."""
        self.panel.setVisible(True)
        self._tell()

    def _tell(self) -> None:
        shown = not self.panel.isHidden()
        mark = "\u25be" if shown else "\u25b8"
        self.button.say(f"{mark} {self._title}", self._name)
        self.button.setAccessibleDescription("Shown" if shown else "Hidden. Press to show.")


class Field(QFrame):
    """A label over something to fill in, with a line of help and room for an error.

    The label names the field for a screen reader; an error is joined to its description.
    """

    def __init__(self, label: str, widget: QWidget, *, help_text: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "field")
        self.widget = widget
        self._help = help_text
        self.label = Words(label, "strong")
        self.label.setBuddy(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(label)
        widget.setAccessibleDescription(help_text)
        self.help = Words(help_text, "soft")
        _hide_unless(self.help, help_text)
        self.error = Words("", "error")
        self.error.setVisible(False)
        self.setLayout(column(self.label, self.help, self.error, widget, spacing=6))
        self.setFocusProxy(widget)

    def set_error(self, text: str) -> None:
        """Say what is wrong, or with an empty text that nothing is."""
        _show_error(self, self.error, self.widget, text)
        joined = f"Error: {text} {self._help}" if text else self._help
        self.widget.setAccessibleDescription(joined.strip())


class QuestionFrame(QFrame):
    """One question: its title as a heading, help, *why we ask*, an error, and the answer's widget.

    ``level`` 1 is for a page that asks one thing, 2 where a page has more than one.
    """

    def __init__(self, title: str, *, help_text: str = "", why: str = "", level: int = 1) -> None:
        super().__init__()
        self.setProperty("kind", "field")
        self.setAccessibleName(title)
        self.heading = Heading(title, level)
        self.help = Words(help_text, "lead" if level == 1 else "body")
        _hide_unless(self.help, help_text)
        self.why = Disclosure("Why we ask", text=why)
        _hide_unless(self.why, why)
        self.error = Words("", "error")
        self.error.setVisible(False)
        self.answer: QWidget | None = None
        self._place = column(spacing=12)
        parts = (self.heading, self.help, self.error, self._place, self.why)
        self.setLayout(column(*parts, spacing=12))

    def set_answer(self, widget: QWidget) -> None:
        """Put in the widget that takes the answer."""
        clear(self._place)
        add(self._place, widget)
        self.answer = widget
        self.setFocusProxy(widget)

    def set_error(self, text: str) -> None:
        """Say what is wrong, or with an empty text that nothing is."""
        _show_error(self, self.error, self.answer or self, text)
        self.setAccessibleDescription(f"Error: {text}" if text else "")


def _hide_unless(widget: QWidget, wanted: str) -> None:
    """Hide what says nothing. Never show: what has no parent yet would open as a window."""
    if not wanted:
        widget.hide()


def _show_error(frame: QFrame, label: Words, widget: QWidget, text: str) -> None:
    label.say(text)
    label.setVisible(bool(text))
    wrong = "true" if text else "false"
    restyle(frame, "wrong", wrong)
    restyle(widget, "wrong", wrong)
    if text:
        announce(widget, f"Error: {text}")


def focus_on(widget: QWidget) -> None:
    """Give a widget (or what stands in for it) the focus as if it had been tabbed to.

    A widget only just laid out is shown first: Qt gives no focus to what it has yet to show.
    """
    target = widget
    while (proxy := target.focusProxy()) is not None:
        target = proxy
    waiting: list[QWidget] = []
    above: QWidget | None = target
    while above is not None and not above.isVisible():
        waiting.append(above)
        above = above.parentWidget()
    for each in reversed(waiting):
        if not each.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            each.show()
    target.setFocus(Qt.FocusReason.TabFocusReason)
    scroller = target.parentWidget()
    while scroller is not None and not isinstance(scroller, QScrollArea):
        scroller = scroller.parentWidget()
    if scroller is not None:
        scroller.ensureWidgetVisible(target, 0, SEE_MARGIN)
