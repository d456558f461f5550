"""Words on the page: labels that wrap, never show markup, and are named for a screen reader."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

LONGEST_WORD = 24
BREAK = "\u200b"  # a zero-width space: a place where a line may break


def breakable(text: str) -> str:
    """The text with places to break inside words too long for a narrow column."""
    if all(len(word) <= LONGEST_WORD for word in text.split()):
        return text
    cut: list[str] = []
    for word in text.split(" "):
        parts = [word[i : i + LONGEST_WORD] for i in range(0, len(word), LONGEST_WORD)]
        cut.append(BREAK.join(parts))
    return " ".join(cut)


class Words(QLabel):
    """Plain text that wraps. ``kind`` picks its look from the style sheet.

    Kinds: display, title, heading, subhead, lead, body, strong, soft, small, kicker, error, good.
    """

    def __init__(self, text: str = "", kind: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show other words."""
        self.setText(breakable(text))
        self.setAccessibleName(text)


class Heading(Words):
    """A heading of level 1, 2 or 3, said as such to a screen reader."""

    def __init__(self, text: str, level: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(text, ("title", "heading", "subhead")[level - 1], parent)
        self.level = level
        self.setAccessibleDescription(f"Heading level {level}")


class Rule(QFrame):
    """A thin line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rule")


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that changed away from the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and draw the widget afresh."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
