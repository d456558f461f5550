"""The page that asks whether to keep answers on this computer."""

from guidance.app.actions import change_setting
from guidance.domain.errors import KnownError
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.widgets.choices import ChoiceList, Pick
from guidance.ui.widgets.errors import Trouble
from guidance.ui.widgets.field import Field
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.passphrase import Passphrase
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words

ACCOUNT, PHRASE, NOT = "account", "phrase", "not"
SHORTEST = 8
PICKS = (
    Pick(
        ACCOUNT,
        "Keep them, locked to my account on this computer",
        "Easiest. Only someone signed in as you can read them.",
    ),
    Pick(
        PHRASE,
        "Keep them, locked with a passphrase",
        "Best on a shared computer. If you forget it, no one can open your answers.",
    ),
    Pick(NOT, "Don't keep them", "They are gone when you close Waymark. Save or print your plan."),
)


class KeepPage(Page):
    """Asked once, before the first question; Ctrl+S comes here later."""

    title = "Shall we keep your answers?"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._door = ""
        self.lead = Words("", "lead")
        self.choice = ChoiceList(self.title, PICKS)
        self.phrase = Passphrase("Passphrase")
        self.again = Passphrase("Passphrase again")
        self.phrase_field = Field(
            "Choose a passphrase",
            self.phrase,
            help_text=f"At least {SHORTEST} letters. Three or four words together work well.",
        )
        self.again_field = Field("Type it again", self.again)
        self.box = Card(self.phrase_field, self.again_field)
        self.box.setVisible(False)
        self.onward = Press("Continue", "main")
        self.onward.clicked.connect(self.submit)
        self.again.line.returnPressed.connect(self.submit)
        for piece in (self.lead, self.choice, self.box):
            self.add(piece)
        self.add(Flow(self.onward))
        self.choice.changed.connect(lambda ids: self.box.setVisible(ids == (PHRASE,)))

    def enter(self, argument: str) -> None:
        """``argument`` is the door to go through next; empty goes back to where one was."""
        self._door = argument
        adviser = argument == "adviser"
        self.choice.offer([p for p in PICKS if not (adviser and p.id == ACCOUNT)])
        self.choice.choose((PHRASE,) if adviser else (ACCOUNT,))
        self.box.setVisible(adviser)
        told = "Nothing leaves this computer, whichever you choose."
        if adviser:
            told = "A list of other people's answers always needs a passphrase. " + told
        self.lead.say(told)
        self._clear()

    def leave(self) -> None:
        """A passphrase is never left lying about."""
        self._clear()

    def submit(self) -> None:
        """Do what was chosen, then go on."""
        chosen = self.choice.chosen()
        if chosen == (NOT,):
            self._onward()
            return
        phrase = self.phrase.line.text() if chosen == (PHRASE,) else None
        if phrase is not None and not self._fits(phrase):
            return
        self.busy.begin("Locking a file for your answers", can_stop=False)
        self.onward.setEnabled(False)
        session = self.desk.session
        self.desk.ask(lambda: session.keep(phrase), lambda _: self._kept(), failed=self._refused)

    def _fits(self, phrase: str) -> bool:
        troubles: list[Trouble] = []
        self.phrase_field.set_error("")
        self.again_field.set_error("")
        if len(phrase) < SHORTEST:
            short = f"Your passphrase needs at least {SHORTEST} letters."
            self.phrase_field.set_error(short)
            troubles.append(Trouble(short, "", self.phrase))
        elif phrase != self.again.line.text():
            differ = "The two passphrases are not the same."
            self.again_field.set_error(differ)
            troubles.append(Trouble(differ, "Type the same one twice.", self.again))
        self.errors.tell(troubles)
        return not troubles

    def _kept(self) -> None:
        self._settle()
        self.desk.say("Your answers are kept as you go.")
        self._onward()

    def _refused(self, error: KnownError) -> None:
        self._settle()
        self.fail(error, self.choice)

    def _settle(self) -> None:
        self.busy.end()
        self.onward.setEnabled(True)

    def _onward(self) -> None:
        if not self._door:
            self.desk.back()
        elif self.choice.chosen() == (ACCOUNT,):
            action = change_setting("keep", "yes")
            self.desk.perform(action, lambda _: self.desk.go("interview", self._door))
        else:
            self.desk.go("interview", self._door)

    def _clear(self) -> None:
        for field in (self.phrase_field, self.again_field):
            field.set_error("")
        self.phrase.line.clear()
        self.again.line.clear()
