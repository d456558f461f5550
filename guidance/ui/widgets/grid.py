"""Rows of facts under headings: a table made of words, so that every cell wraps and grows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from guidance.ui.widgets.words import Rule, Words


class Grid(QFrame):
    """A small read-only table. The first cell of each row is its name.

    ``header`` may be empty. Each row is announced as one sentence by its first cell's description.
    """

    def __init__(
        self, name: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, first: int = 2
    ) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        line = 0
        if header:
            for place, text in enumerate(header):
                grid.addWidget(Words(text, "small"), line, place, Qt.AlignmentFlag.AlignBottom)
            line += 1
        for cells in rows:
            if line:
                grid.addWidget(Rule(), line, 0, 1, max(len(cells), len(header)))
                line += 1
            self._fill(grid, line, cells, header)
            line += 1
        columns = max((len(cells) for cells in rows), default=0)
        for place in range(columns):
            grid.setColumnStretch(place, first if place == 0 else 3)

    @staticmethod
    def _fill(grid: QGridLayout, line: int, cells: Sequence[str], header: Sequence[str]) -> None:
        for place, text in enumerate(cells):
            cell = Words(text, "strong" if place == 0 else "body")
            if place and place < len(header):
                cell.setAccessibleDescription(header[place])
            grid.addWidget(cell, line, place, Qt.AlignmentFlag.AlignTop)
