"""Jobs held: the title as typed, what it was understood as, and a little more if wanted."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from guidance.app.asking import BAND_OPTIONS, SETTINGS, Question
from guidance.domain.match import TitleGuess
from guidance.domain.profile import HeldRole
from guidance.domain.vocabulary import Setting
from guidance.ui.pages.interview.editor import CardsEditor, HeldCard, UnreadableError, combo_box
from guidance.ui.pages.interview.reader import Reader
from guidance.ui.pages.interview.typed import months_of, months_words
from guidance.ui.widgets.chips import Chip, ChipRow
from guidance.ui.widgets.field import Disclosure, Field, focus_on
from guidance.ui.widgets.layouts import Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.typeahead import TypeAhead
from guidance.ui.widgets.words import Words, announce

NOTHING = "none-of-these"
PAUSE_MS = 450


class JobCard(HeldCard):
    """One job. ``changed`` is told on any change, ``removed`` when it is to go."""

    def __init__(self, reader: Reader, example: str, current: bool) -> None:
        super().__init__(pad=18, spacing=10)
        self._reader = reader
        self._role_id: str | None = None
        self._current = current
        self.title = TypeAhead("Job title", reader.suggest, example=example)
        self.meant = Words("", "good")
        self.meant.setVisible(False)
        self.offers = ChipRow("Jobs you may mean")
        self.wrong = Press("That is not my job", "link")
        self.wrong.setVisible(False)
        self.remove = Press("Remove this job", "link")
        self.remove.setVisible(False)
        self._more()
        for piece in (Field("Job title", self.title), self.meant, self.offers):
            self.add(piece)
        self.add(Flow(self.wrong, self.remove))
        self.add(self.more)
        self._guesses: tuple[TitleGuess, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._read)
        self.title.edited.connect(self._typed)
        self.title.chosen.connect(self._chosen)
        self.wrong.clicked.connect(self._not_mine)
        self.offers.pressed.connect(self._picked)
        self.remove.clicked.connect(self.removed.emit)
        self.setFocusProxy(self.title)

    def held(self) -> HeldRole:
        """The job as it stands. Raises UnreadableError if how long cannot be read."""
        try:
            months = months_of(self.length.text())
        except ValueError:
            words = f"'{self.length.text()[:20]}' is not a length of time we can read."
            raise UnreadableError(words, self.length) from None
        setting = str(self.setting.currentData() or "")
        return HeldRole(
            title=self.title.text(),
            role_id=self._role_id,
            current=self._current,
            band=str(self.band.currentData() or "") or None,
            months=months,
            setting=Setting(setting) if setting else None,
        )

    def show_held(self, held: HeldRole) -> None:
        """Show a job."""
        self.title.set_text(held.title or self._reader.role_title(held.role_id))
        self._role_id = held.role_id
        self.length.setText(months_words(held.months))
        for box, value in ((self.band, held.band), (self.setting, held.setting)):
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(str(value)) if value else 0))
            box.blockSignals(False)
        if held.months is not None or held.band or held.setting:
            self.more.open()
        self._tell_meaning()
        if held.title and held.role_id is None:
            self._read()

    def _more(self) -> None:
        self.band = combo_box("Band", [("", "I don't know, or it has none")])
        for option in BAND_OPTIONS:
            self.band.addItem(option.label, option.value)
        self.setting = combo_box("Where you work", [("", "I'd rather not say")])
        for option in SETTINGS:
            self.setting.addItem(option.label, str(option.value))
        self.length = QLineEdit()
        self.length.setMaxLength(30)
        self.length.setAccessibleName("How long")
        self.more = Disclosure(
            "Say more about this job (band, how long, where)",
            Field("Band", self.band),
            Field("How long", self.length, help_text="Such as 2 years, or 18 months."),
            Field("Where you work", self.setting),
        )
        self.length.textEdited.connect(lambda _: self.changed.emit())
        self.band.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.setting.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _typed(self) -> None:
        self._role_id = None
        self._guesses = ()
        self._tell_meaning()
        self._timer.start()
        self.changed.emit()

    def _chosen(self, _: str, role_id: str) -> None:
        self._timer.stop()
        if role_id in self._reader.catalogue.roles:
            self._take(role_id)
        else:
            self._read()

    def _read(self) -> None:
        typed = self.title.text()
        if typed:
            self._reader.read_title(typed, lambda found: self._understood(typed, found))

    def _understood(self, typed: str, found: tuple[TitleGuess, ...]) -> None:
        if typed != self.title.text() or self._role_id is not None:
            return
        self._guesses = found
        self._tell_meaning()

    def _take(self, role_id: str | None) -> None:
        self._role_id = role_id
        self._guesses = ()
        self._tell_meaning()
        self.changed.emit()

    def _picked(self, role_id: str) -> None:
        self._take(None if role_id == NOTHING else role_id)
        focus_on(self.title)

    def _not_mine(self) -> None:
        first = self._guesses[0] if self._guesses else None
        others = first.alternatives if first is not None else ()
        self._role_id = None
        self._offer(others)
        focus_on(self.title if not others else self.offers)
        self.meant.say("Type it another way, or leave it as it is: we will go by your own words.")
        self.changed.emit()

    def _tell_meaning(self) -> None:
        best = self._guesses[0] if self._guesses else None
        sure = self._role_id or (best.role_id if best is not None and best.sure else None)
        name = self._reader.role_title(sure)
        self.wrong.setVisible(bool(name))
        unsure = best is not None and not best.sure and self._role_id is None
        self._offer(_offered(best) if unsure and best is not None else ())
        if name:
            self._say(f"\u2713 We read this as: {name}")
        elif unsure:
            self._say("We are not sure which job this is. Did you mean:")
        else:
            self._say("")

    def _say(self, words: str) -> None:
        self.meant.say(words)
        self.meant.setVisible(bool(words))
        if words:
            announce(self.title.line, words)

    def _offer(self, role_ids: tuple[str, ...]) -> None:
        named = [(item, self._reader.role_title(item)) for item in role_ids]
        chips = [Chip(item, name, "Choose") for item, name in named if name]
        if chips:
            chips.append(Chip(NOTHING, "None of these", "Choose"))
        self.offers.show_chips(chips)


class JobsEditor(CardsEditor[JobCard]):
    """Jobs, one or more."""

    def __init__(self, question: Question, reader: Reader) -> None:
        super().__init__(question, "Add another job")
        self._reader = reader

    def make_card(self) -> JobCard:
        """An empty card for a job now or before."""
        current = self.question.key == "roles.current"
        card = JobCard(self._reader, self.question.example, current)
        card.show_held(HeldRole())
        return card


def _offered(guess: TitleGuess) -> tuple[str, ...]:
    first = (guess.role_id,) if guess.role_id else ()
    return tuple(dict.fromkeys((*first, *guess.alternatives)))
