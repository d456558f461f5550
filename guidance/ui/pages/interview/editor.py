"""What every editor of an answer is, and the editor that keeps a card for each thing held."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from guidance.app.asking import Answer, Question
from guidance.ui.widgets.field import focus_on
from guidance.ui.widgets.layouts import Card, Flow, clear, column
from guidance.ui.widgets.press import Press

Thing = Any  # a job, a course or a registration, as its card takes it


class UnreadableError(Exception):
    """An answer that cannot be read: what is wrong, and the field it is in."""

    def __init__(self, what: str, field: QWidget) -> None:
        super().__init__(what)
        self.what = what
        self.field = field


class Editor(QWidget):
    """Takes one answer. ``changed`` is told when the person changes it.

    ``value`` gives the answer; :class:`UnreadableError` when what is typed makes no sense;
    ``show_value`` shows an answer without telling ``changed``.
    """

    changed = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.setAccessibleName(question.title)

    def value(self) -> Answer:
        """The answer as it stands."""
        raise NotImplementedError

    def show_value(self, answer: Answer) -> None:
        """Show an answer."""
        raise NotImplementedError


class HeldCard(Card):
    """A card for one thing held. ``held`` gives it (None or an empty one is left out)."""

    changed = Signal()
    removed = Signal()
    remove: Press

    def held(self) -> Thing:
        """What the card says."""
        raise NotImplementedError

    def show_held(self, held: Thing) -> None:
        """Show what is held."""
        raise NotImplementedError


OneCard = TypeVar("OneCard", bound=HeldCard)


class CardsEditor(Editor, Generic[OneCard]):
    """A card for each thing held; one empty card where there is none."""

    def __init__(self, question: Question, more: str) -> None:
        super().__init__(question)
        self.cards: list[OneCard] = []
        self._column = column(spacing=12)
        self.more = Press(more)
        self.more.clicked.connect(lambda: focus_on(self._add(None)))
        self.setLayout(column(self._column, Flow(self.more), spacing=12))

    def make_card(self) -> OneCard:
        """An empty card."""
        raise NotImplementedError

    def is_empty(self, held: Thing) -> bool:
        """Whether what a card says is nothing."""
        return held is None or not held.title

    def value(self) -> Answer:
        """What the cards hold, empty ones left out."""
        found = [card.held() for card in self.cards]
        return tuple(held for held in found if not self.is_empty(held))

    def show_value(self, answer: Answer) -> None:
        """Show what is held, or one empty card."""
        clear(self._column)
        self.cards = []
        things: Sequence[Thing] = answer if isinstance(answer, tuple) and answer else (None,)
        for held in things:
            self._add(held)

    def _add(self, held: Thing) -> OneCard:
        card = self.make_card()
        if held is not None:
            card.show_held(held)
        card.changed.connect(self.changed.emit)
        card.removed.connect(lambda: self._remove(card))
        self.cards.append(card)
        self._column.addWidget(card)
        self._arrange()
        return card

    def _remove(self, card: OneCard) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        self._arrange()
        focus_on(self.cards[0])
        self.changed.emit()

    def _arrange(self) -> None:
        for card in self.cards:
            card.remove.setVisible(len(self.cards) > 1)
        self.setFocusProxy(self.cards[0])


def combo_box(name: str, first: list[tuple[str, str]]) -> QComboBox:
    """A combo box with an accessible name and its first lines: (value, words)."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, words in first:
        box.addItem(words, value)
    return box
