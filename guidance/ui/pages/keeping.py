"""Keeps a person's place while a page is built again: focus, scroll, what is open, what is typed.

A page that empties its column and fills it again would otherwise throw the focus to the top, shut
what was open and lose half-typed words. Widgets are known again by their accessible names, which
are unique on a page.
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from guidance.ui.pages.base import Page
from guidance.ui.widgets.field import Disclosure, focus_on

Typed = dict[str, str]
SEE_MARGIN = 60


@contextmanager
def kept_place(page: Page, *prefer: str, forget: Sequence[str] = ()) -> Generator[None]:
    """Build a page again inside this. ``prefer`` names what should get the focus instead.

    Fields named in ``forget`` start afresh: what was typed in them has been used.
    """
    inside = _focus_inside(page)
    name = inside.accessibleName() if inside is not None else ""
    place = _focusable(page).index(inside) if inside in _focusable(page) else 0
    opened = {item.button.accessibleName() for item in page.findChildren(Disclosure) if _open(item)}
    typed = {name: words for name, words in half_typed(page).items() if name not in forget}
    if inside is not None:
        # So that taking it away neither scrolls to the next one nor counts as leaving the field.
        with QSignalBlocker(inside):
            page.setFocus()
    page.setUpdatesEnabled(False)
    try:
        yield
        for item in page.findChildren(Disclosure):
            if item.button.accessibleName() in opened and item.panel.isHidden():
                item.open()
        type_again(page, typed)
    finally:
        page.setUpdatesEnabled(True)
    if inside is not None or (any(prefer) and QApplication.focusWidget() is page):
        # New pieces are shown, and so can take the focus, only when events are next handled.
        QTimer.singleShot(0, page, lambda: _give_back(page, (*prefer, name), place))


def half_typed(page: QWidget) -> Typed:
    """What is typed and not yet kept, by the name of its field."""
    found: Typed = {}
    for line in page.findChildren(QLineEdit):
        if line.isModified() and line.isVisibleTo(page):
            found[line.accessibleName()] = line.text()
    for text in page.findChildren(QPlainTextEdit):
        if text.document().isModified():
            found[text.accessibleName()] = text.toPlainText()
    for box in page.findChildren(QComboBox):
        if box.property("touched"):
            found[box.accessibleName()] = str(box.currentData())
    return found


def type_again(page: QWidget, typed: Typed) -> None:
    """Put half-typed words back into the fields of the same names."""
    for line in page.findChildren(QLineEdit):
        words = typed.get(line.accessibleName(), line.text())
        if words != line.text():
            line.setText(words)
            line.setModified(True)
    for text in page.findChildren(QPlainTextEdit):
        words = typed.get(text.accessibleName(), text.toPlainText())
        if words != text.toPlainText():
            text.setPlainText(words)
            text.document().setModified(True)
    for box in page.findChildren(QComboBox):
        words = typed.get(box.accessibleName(), "")
        if words and words != str(box.currentData()):
            box.setCurrentIndex(max(0, box.findData(words)))
            box.setProperty("touched", True)


def _open(item: Disclosure) -> bool:
    return not item.panel.isHidden()


def _focus_inside(page: Page) -> QWidget | None:
    held = QApplication.focusWidget()
    return held if held is not None and held is not page and page.isAncestorOf(held) else None


def _focusable(page: Page) -> list[QWidget]:
    """What Tab reaches on a page, in the order of Tab."""
    found: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(page)
        if takes and page.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _give_back(page: Page, names: Sequence[str], place: int) -> None:
    if QApplication.focusWidget() is not page:
        return  # it has gone elsewhere meanwhile
    held = [widget for widget in _focusable(page) if widget.isEnabled()]
    by_name = {widget.accessibleName(): widget for widget in reversed(held)}
    chosen = next((by_name[name] for name in names if name and name in by_name), None)
    if chosen is None and held:
        chosen = held[min(place, len(held) - 1)]
    if chosen is None:
        return
    focus_on(chosen)
    scroll = page.findChild(QScrollArea)
    if isinstance(scroll, QScrollArea):
        scroll.ensureWidgetVisible(chosen, 0, SEE_MARGIN)
