"""The order in which the Tab key goes: that of the layouts, which is the order of reading.

Qt's own order is that in which widgets were made. A page that builds its answers after its buttons,
or builds a part of itself again, would send a person past what comes next.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QRadioButton, QWidget

TAB = Qt.FocusPolicy.TabFocus


def stops(root: QWidget) -> Iterator[QWidget]:
    """Everything in view at or below a widget that Tab stops at, in the order of reading."""
    if not root.isVisible() or not root.isEnabled():
        return
    if root.focusPolicy() & TAB and root.focusProxy() is None:
        yield root
    layout = root.layout()
    placed = list(_placed(layout)) if layout is not None else []
    others = (w for w in root.children() if isinstance(w, QWidget) and not w.isWindow())
    for child in dict.fromkeys((*placed, *others)):
        yield from stops(child)


def neighbour(root: QWidget, at: QWidget | None, *, forward: bool) -> QWidget | None:
    """What Tab goes to from a widget (backwards: Shift+Tab), round the ends; None: nowhere.

    From a widget that is no stop itself it goes on from the last stop that holds it.
    """
    held = list(stops(root))
    if not held:
        return None
    while at is not None and at not in held:
        at = at.parentWidget()
    if at is None:
        return held[0 if forward else -1]
    return _answer_of(held[(held.index(at) + (1 if forward else -1)) % len(held)])


def _answer_of(stop: QWidget) -> QWidget:
    """Of radio buttons that belong together, the one that is picked: arrows lead to the others."""
    around = stop.parentWidget()
    if not isinstance(stop, QRadioButton) or around is None:
        return stop
    held = around.findChildren(QRadioButton)
    picked = (one for one in held if one.isChecked() and one.isVisible() and one.isEnabled())
    return next(picked, stop)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)
