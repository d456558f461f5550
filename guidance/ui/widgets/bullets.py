"""Short lists of points, each on its own line with its mark."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from guidance.ui.widgets.words import Words

DOT = "\u2022"


class Bullets(QWidget):
    """Points in a column. ``marks`` gives each its own mark (a tick, a cross, a question mark)."""

    def __init__(self, name: str, points: Sequence[str], marks: Sequence[str] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, point in enumerate(points):
            mark = marks[line] if line < len(marks) else DOT
            grid.addWidget(Words(mark, "strong"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(point), line, 1, Qt.AlignmentFlag.AlignTop)
