"""A widget for each kind of answer, all with the same three doings."""

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtWidgets import QPlainTextEdit

from guidance.app.asking import Answer, Kind, Question
from guidance.domain.profile import ConstraintItem
from guidance.domain.vocabulary import BANDS, ConstraintId, Strictness
from guidance.ui.pages.interview.courses import CoursesEditor
from guidance.ui.pages.interview.editor import Editor, UnreadableError
from guidance.ui.pages.interview.jobs import JobsEditor
from guidance.ui.pages.interview.reader import Reader
from guidance.ui.pages.interview.registers import RegistersEditor
from guidance.ui.pages.interview.typed import number_of
from guidance.ui.widgets.chips import Chip, ChipRow
from guidance.ui.widgets.choices import ChoiceList, Pick
from guidance.ui.widgets.constraints import ConstraintTable, Held, Limit
from guidance.ui.widgets.layouts import column
from guidance.ui.widgets.likert import LikertList
from guidance.ui.widgets.ranking import RankList
from guidance.ui.widgets.typeahead import TypeAhead
from guidance.ui.widgets.words import Words, announce


def picks_of(question: Question) -> tuple[Pick, ...]:
    """The options of a question as things to pick."""
    return tuple(Pick(str(o.value), o.label, o.help) for o in question.options)


class ChoiceEditor(Editor):
    """One of several, or any of several."""

    def __init__(self, question: Question, _: Reader) -> None:
        super().__init__(question)
        self._several = question.kind is Kind.MULTI
        self.list = ChoiceList(
            question.title, picks_of(question), several=self._several, most=question.most
        )
        self.told = Words("", "strong")
        self.told.setVisible(False)
        self.setLayout(column(self.list, self.told, spacing=8))
        self.setFocusProxy(self.list)
        self.list.changed.connect(self._changed)
        self.list.full.connect(self._full)

    def value(self) -> Answer:
        """One id, or ids."""
        chosen = self.list.chosen()
        return chosen if self._several else (chosen[0] if chosen else None)

    def show_value(self, answer: Answer) -> None:
        """Show what is picked."""
        ids = cast("tuple[str, ...]", answer or ()) if self._several else (str(answer),)
        self.list.choose(ids)

    def _changed(self) -> None:
        self.told.setVisible(False)
        self.changed.emit()

    def _full(self, most: int) -> None:
        self.told.say(f"You can pick {most}. Take one away to pick another.")
        self.told.setVisible(True)
        announce(self.told, self.told.text())


class LikertEditor(Editor):
    """Statements, each answered 1 to 5."""

    def __init__(self, question: Question, _: Reader) -> None:
        super().__init__(question)
        scale = [option.label for option in question.scale]
        self.list = LikertList(question.title, picks_of(question), scale)
        hint = Words("Press 1 to 5 on your keyboard to answer and go to the next one.", "soft")
        self.setLayout(column(hint, self.list, spacing=14))
        self.setFocusProxy(self.list)
        self.list.changed.connect(lambda _: self.changed.emit())

    def value(self) -> Answer:
        """Item id to 1-5."""
        return self.list.answers()

    def show_value(self, answer: Answer) -> None:
        """Show the answers."""
        self.list.set_answers(cast("Mapping[str, int]", answer or {}))


class RankEditor(Editor):
    """A few picked, in order."""

    def __init__(self, question: Question, _: Reader) -> None:
        super().__init__(question)
        self.list = RankList(question.title, picks_of(question), most=question.most or 5)
        self.setLayout(column(self.list))
        self.setFocusProxy(self.list)
        self.list.changed.connect(lambda _: self.changed.emit())

    def value(self) -> Answer:
        """Ids, most important first."""
        return self.list.ranked()

    def show_value(self, answer: Answer) -> None:
        """Show the order."""
        self.list.rank(cast("tuple[str, ...]", answer or ()))


class ConstraintsEditor(Editor):
    """Circumstances as must, prefer or don't mind."""

    def __init__(self, question: Question, _: Reader) -> None:
        super().__init__(question)
        limits = [
            Limit(pick, option.unit, BANDS if option.unit == "band" else ())
            for pick, option in zip(picks_of(question), question.options, strict=True)
        ]
        self._numbers = {o.value for o in question.options if o.unit and o.unit != "band"}
        self.table = ConstraintTable(question.title, limits)
        self.setLayout(column(self.table))
        self.setFocusProxy(self.table)
        self.table.changed.connect(lambda _: self.changed.emit())

    def value(self) -> Answer:
        """The circumstances that matter to the person."""
        return tuple(self._item(item, held) for item, held in self.table.held().items())

    def show_value(self, answer: Answer) -> None:
        """Show what is set."""
        items = cast("tuple[ConstraintItem, ...]", answer or ())
        held = {
            str(item.id): Held(item.strength, "" if item.value is None else str(item.value))
            for item in items
        }
        self.table.set_held(held)

    def _item(self, item: str, held: Held) -> ConstraintItem:
        value: str | int | None = held.value or None
        if item in self._numbers:
            row = self.table.rows[item]
            try:
                number = number_of(held.value)
            except ValueError:
                words = f"'{held.value}' is not a number."
                raise UnreadableError(f"{row.limit.pick.label}: {words}", row.value) from None
            value = None if number is None else round(number)
        return ConstraintItem(ConstraintId(item), value, Strictness(held.strength))


class PhrasesEditor(Editor):
    """Own words, a line each; under them, what they were taken to mean."""

    def __init__(self, question: Question, reader: Reader) -> None:
        super().__init__(question)
        self._reader = reader
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(question.title)
        self.text.setPlaceholderText(f"For example: {question.example}" if question.example else "")
        self.meant = Words("", "soft")
        self.meant.setVisible(False)
        hint = Words("Write as much as you like, with each thing on its own line.", "soft")
        self.setLayout(column(hint, self.text, self.meant, spacing=8))
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._grow)
        self.text.textChanged.connect(self.changed.emit)
        reader.understood.connect(self._show_meaning)
        self._grow()

    def value(self) -> Answer:
        """The lines that hold words."""
        lines = self.text.toPlainText().splitlines()
        return tuple(line.strip() for line in lines if line.strip())

    def show_value(self, answer: Answer) -> None:
        """Show the lines."""
        self.text.blockSignals(True)
        self.text.setPlainText("\n".join(cast("tuple[str, ...]", answer or ())))
        self.text.blockSignals(False)
        self._grow()

    def _grow(self) -> None:
        lines = min(10, max(3, self.text.blockCount() + 1))
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * lines + 24)
        self.text.setMaximumHeight(self.text.minimumHeight())

    def _show_meaning(self) -> None:
        meanings = self._reader.meanings(cast("tuple[str, ...]", self.value()))
        self.meant.say("\n".join(meanings))
        self.meant.setVisible(bool(meanings))


class TitlesEditor(Editor):
    """Job titles typed one by one, with what is known offered."""

    def __init__(self, question: Question, reader: Reader) -> None:
        super().__init__(question)
        self._titles: list[str] = []
        self.line = TypeAhead(question.title, reader.suggest, example=question.example)
        self.chips = ChipRow("Jobs you have named")
        hint = Words("Press Enter to add one. You can add more than one.", "soft")
        self.setLayout(column(hint, self.line, self.chips, spacing=8))
        self.setFocusProxy(self.line)
        self.line.chosen.connect(lambda text, _: self._add(text))
        self.line.edited.connect(lambda _: self.changed.emit())
        self.chips.pressed.connect(self._remove)

    def value(self) -> Answer:
        """The titles, with any left in the line."""
        left = self.line.text()
        return (*self._titles, left) if left and left not in self._titles else tuple(self._titles)

    def show_value(self, answer: Answer) -> None:
        """Show the titles as chips."""
        self._titles = list(cast("tuple[str, ...]", answer or ()))
        self.line.set_text("")
        self._draw()

    def _add(self, text: str) -> None:
        if text not in self._titles:
            self._titles.append(text)
        self.line.set_text("")
        self._draw()
        self.changed.emit()

    def _remove(self, place: str) -> None:
        del self._titles[int(place)]
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        self.chips.show_chips([Chip(str(i), t, "Remove") for i, t in enumerate(self._titles)])


def make_editor(question: Question, reader: Reader) -> Editor:
    """The widget for a question, by its kind."""
    kinds: dict[Kind, Callable[[Question, Reader], Editor]] = {
        Kind.CHOICE: ChoiceEditor,
        Kind.MULTI: ChoiceEditor,
        Kind.LIKERT: LikertEditor,
        Kind.RANK: RankEditor,
        Kind.CONSTRAINTS: ConstraintsEditor,
        Kind.PHRASES: PhrasesEditor,
        Kind.TITLES: TitlesEditor,
        Kind.ROLES: JobsEditor,
        Kind.QUALIFICATIONS: CoursesEditor,
        Kind.REGISTRATIONS: RegistersEditor,
    }
    return kinds[question.kind](question, reader)
