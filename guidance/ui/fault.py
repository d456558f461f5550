"""The fault window: says that something went wrong inside, and shows the whole report."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from guidance.app.documents import save_bytes
from guidance.app.faults import fault_report
from guidance.domain.errors import KnownError
from guidance.ui.widgets.layouts import Flow, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words


class FaultWindow(QDialog):
    """Shows a report made from an allow-list; it is saved only if the person asks."""

    def __init__(
        self, error: BaseException, page: str, catalogue: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong \u2013 Waymark")
        screen = f"{parent.width()}x{parent.height()}" if parent is not None else ""
        self.report = fault_report(error, page=page, catalogue=catalogue, screen=screen)
        text = QPlainTextEdit(self.report)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName("The whole report")
        self.told = Words("", "strong")
        self.told.setVisible(False)
        self.saver = Press("Save this report to a file")
        self.saver.clicked.connect(self._ask_where)
        close = Press("Go back to Waymark", "main")
        close.clicked.connect(self.accept)
        body = column(
            Heading("Something went wrong inside Waymark", 1),
            Words("This is our fault, not yours. Your answers are as you left them."),
            Words(
                "This is all we know about it. It holds none of your answers. It stays on this"
                " computer unless you save it and send it yourself."
            ),
            text,
            self.told,
            Flow(close, self.saver),
            spacing=14,
        )
        body.setContentsMargins(28, 24, 28, 24)
        self.setLayout(body)
        self.resize(680, 560)

    def save(self, path: Path) -> None:
        """Save the report to a file, and say how that went."""
        try:
            save_bytes(path, self.report.encode("utf-8"))
        except KnownError as error:
            self.told.say(str(error))
        else:
            self.told.say("The report is saved.")
        self.told.setVisible(True)

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save this report", "waymark-fault.txt")
        if name:
            self.save(Path(name))
