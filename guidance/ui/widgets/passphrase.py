"""A passphrase, hidden as it is typed unless the person asks to see it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from guidance.ui.widgets.layouts import row
from guidance.ui.widgets.press import Press

LONGEST = 200


class Passphrase(QWidget):
    """A line and a button to show or hide what is in it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.eye = Press("Show", "small", name=f"Show {name.lower()}")
        self.eye.clicked.connect(self._turn)
        self.setLayout(row(self.line, self.eye, spacing=8))
        self.setFocusProxy(self.line)
        self._name = name

    def _turn(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        word = "Hide" if hidden else "Show"
        self.eye.say(word, f"{word} {self._name.lower()}")
