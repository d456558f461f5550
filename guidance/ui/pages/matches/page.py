"""The matches page: lanes of roles, the price of each wish, why not, and people like you."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from guidance.app import actions
from guidance.domain.catalogue import Catalogue
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.domain.match import Match, Matches, Move, TitleGuess, WhyNot
from guidance.domain.vocabulary import Lane
from guidance.domain.wording import LANE_HELP, LANES, day_words
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.keeping import kept_place
from guidance.ui.pages.matches.asides import (
    MovesCard,
    PricesCard,
    UnsureCard,
    WhyNotCard,
    lanes_held,
)
from guidance.ui.pages.matches.cards import MatchCard
from guidance.ui.pages.pieces import case_story, catalogue_of, journey_story, stories
from guidance.ui.runner import Task
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.field import Field
from guidance.ui.widgets.layouts import Card, Flow, clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.typeahead import TypeAhead
from guidance.ui.widgets.words import Heading, Words, announce

STORIES = 3
MEANT = 4
Pinned = tuple[str, ...]
Titles = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the worker found for a client, and what moved since the list shown before."""

    client_id: str
    matches: Matches
    moves: tuple[Move, ...] | None = None


class MatchesPage(Page):
    """About seven roles in lanes, and everything that explains them."""

    title = "Your matches"
    measure = 50

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._task: Task | None = None
        self._shown: tuple[_Found, Pinned, Pinned] | None = None
        self._last: _Found | None = None
        self._prefer = ""
        self._answer = column()
        self._prices = column()
        self.why_not = TypeAhead("Look up a role", desk.suggest, example="midwife")
        self.why_not.chosen.connect(self._ask_why)
        self._beside = self._make_aside()

    def enter(self, argument: str) -> None:
        """Work out the matches, unless these are the ones shown."""
        self._ask()

    def refresh(self, changes: Changes) -> None:
        """Answers, pins and hidden roles change the list."""
        if changes.touches(Kind.PROFILE, Kind.MATCHES) and self.isVisible():
            self._ask()

    def leave(self) -> None:
        """What is still being worked out is no longer wanted."""
        if self._task is not None:
            self._task.cancel()
            self.busy.end()

    def _ask(self) -> None:
        if self._task is not None:
            self._task.cancel()
        session, last = self.desk.session, self._last

        def work() -> _Found:
            client_id, found = session.client.id, session.matches()
            if last is None or last.client_id != client_id:
                return _Found(client_id, found)
            if found == last.matches:
                return last
            return _Found(client_id, found, session.matcher.moved(last.matches, found))

        self.busy.begin("Working out your matches", can_stop=False)
        self._task = self.desk.ask(work, self._show, failed=self._tell_failure)

    def _tell_failure(self, error: KnownError) -> None:
        self.busy.end()
        self.fail(error)

    def _show(self, told: _Found) -> None:
        self.busy.end()
        held = self.desk.session.client
        state = (told, held.pinned, held.hidden)
        if self._shown == state:
            return
        self._shown, self._last = state, told
        with kept_place(self, self._prefer):
            self._fill(told)
        self._prefer = ""
        announce(self, f"Your matches are ready. {'. '.join(lanes_held(told.matches))}.")

    def _fill(self, told: _Found) -> None:
        found = told.matches
        self.reset()
        self._opening(told)
        for lane in (Lane.NOW, Lane.NEXT, Lane.LONGER):
            self._lane(lane, [item for item in found.matches if item.lane is lane])
        self._others(found)
        self._hidden()
        self._stories(found)
        self._price(found)
        self.set_aside(self._beside)

    # The parts of the page

    def _opening(self, told: _Found) -> None:
        day = day_words(told.matches.as_of)
        self.add(
            Words(
                f"Worked out from your answers on {day}. None of these is a promise: each says "
                "what speaks for it, what speaks against it, and how to get there.",
                "lead",
            )
        )
        if told.moves is not None:
            self.add(MovesCard(told.moves, catalogue_of(self.desk)))
        notes = told.matches.notes
        if notes:
            said = Words(notes[0]) if len(notes) == 1 else Bullets("Worth knowing", notes)
            self.add(Card(said, kind="note", pad=14))
        flow = Flow(spacing=8)
        for label, act in (
            ("Change your answers", lambda: self.desk.go("check")),
            ("Give more answers", lambda: self.desk.go("interview")),
            ("Look up another role", lambda: self.focus(self.why_not)),
        ):
            button = Press(label, "small")
            button.clicked.connect(lambda _=False, act=act: act())
            flow.addWidget(button)
        self.add(flow)

    def _lane(self, lane: Lane, items: list[Match]) -> None:
        hidden, pinned = self.desk.session.client.hidden, self.desk.session.client.pinned
        shown = [item for item in items if item.role_id not in hidden]
        if not shown:
            return
        self.add(Heading(LANES[lane], 2))
        self.add(Words(LANE_HELP[lane], "soft"))
        for item in sorted(shown, key=lambda item: item.role_id not in pinned):
            self.add(self._card(item))

    def _card(self, item: Match) -> MatchCard:
        ties = tuple(self._title(role_id) for role_id in item.tied_with)
        card = MatchCard(item, pinned=self._is_pinned(item.role_id), ties=ties)
        card.asked.connect(self._act)
        return card

    def _others(self, found: Matches) -> None:
        if found.deeper is not None:
            self.add(Heading("Go deeper where you are", 2))
            self.add(Words("Moving on is not the only way. Growing in your role counts.", "soft"))
            self.add(self._card(found.deeper))
        if found.outside_field is not None:
            self._lane(Lane.OUTSIDE, [found.outside_field])

    def _hidden(self) -> None:
        hidden = self.desk.session.client.hidden
        if not hidden:
            return
        self.add(Heading("Roles you have hidden", 2))
        flow = Flow(spacing=8)
        for role_id in hidden:
            button = Press(f"Show {self._title(role_id)} again", "small")
            button.clicked.connect(
                lambda _=False, r=role_id: self.desk.perform(actions.hide(r, False))
            )
            flow.addWidget(button)
        self.add(flow)

    def _stories(self, found: Matches) -> None:
        catalogue, on = catalogue_of(self.desk), self.desk.session.as_of
        people = [catalogue.journeys[i] for i in found.journeys[:STORIES]]
        cases = [catalogue.case_studies[i] for i in found.case_studies[:2]]
        other = catalogue.journeys.get(found.unlike or "")
        if people:
            self.add(Heading("People like you", 2))
        for piece in stories([journey_story(person, catalogue, on) for person in people]):
            self.add(piece)
        if other is not None:
            self.add(Heading("And one who went quite another way", 2))
            self.add(journey_story(other, catalogue, on).closed())
        if cases:
            self.add(Heading("What employers have done", 2))
        for piece in stories([case_story(case, catalogue, on) for case in cases]):
            self.add(piece)

    def _make_aside(self) -> QWidget:
        ask = Card(Heading("Why not another role?", 2))
        ask.add(
            Field(
                "Look up a role",
                self.why_not,
                help_text="See what stands in the way, and the shortest way past it.",
            )
        )
        ask.add(self._answer)
        aside = QWidget()
        aside.setLayout(column(ask, self._prices, spacing=16))
        return aside

    def _price(self, found: Matches) -> None:
        clear(self._prices)
        prices = PricesCard(found.prices, catalogue_of(self.desk))
        prices.change.connect(lambda: self.desk.go("interview", "circumstances"))
        self._prices.addWidget(prices)

    # What is asked of it

    def _act(self, act: str, role_id: str) -> None:
        if act == "open":
            self.desk.go("role", role_id)
        elif act == "plan":
            self.desk.perform(
                actions.start_plan((role_id,)), lambda _: self.desk.go("plan", "latest")
            )
        elif act == "pin":
            pinned = self._is_pinned(role_id)
            self._prefer = f"{'Pin' if pinned else 'Unpin'}: {self._title(role_id)}"
            self.desk.perform(actions.pin(role_id, not pinned))
        elif act == "hide":
            self._hide(role_id)

    def _hide(self, role_id: str) -> None:
        cards = [card.role_id for card in self.findChildren(MatchCard)]
        place = cards.index(role_id)
        following = cards[place + 1 : place + 2] or cards[place - 1 : place]
        self._prefer = f"See this role: {self._title(following[0])}" if following else ""
        self.desk.perform(actions.hide(role_id))
        self.desk.say(f"{self._title(role_id)} is hidden. You can show it again below the list.")

    def _ask_why(self, words: str, role_id: str) -> None:
        session = self.desk.session

        def work() -> WhyNot | Titles:
            meant = role_id
            if not meant:
                guesses = session.matcher.resolve(words, 1)
                if not guesses or not guesses[0].sure or guesses[0].role_id is None:
                    return _may_mean(guesses, session.catalogue)
                meant = guesses[0].role_id
            return session.matcher.why(session.profile, meant, session.as_of)

        self.desk.ask(work, lambda found: self._tell_why(words, found))

    def _tell_why(self, words: str, found: WhyNot | Titles) -> None:
        clear(self._answer)
        if isinstance(found, WhyNot):
            card: Card = self._why_card(found)
            said = f"Why not {found.title}: see below."
        else:
            card = unsure = UnsureCard(words, found)
            unsure.picked.connect(lambda role_id: self._ask_why("", role_id))
            said = unsure.text
        self._answer.addWidget(card)
        announce(card, said)

    def _why_card(self, found: WhyNot) -> WhyNotCard:
        card = WhyNotCard(found)
        card.opened.connect(lambda role_id: self.desk.go("role", role_id))
        return card

    # Small helps

    def _title(self, role_id: str) -> str:
        role = catalogue_of(self.desk).roles.get(role_id)
        return role.title if role else role_id

    def _is_pinned(self, role_id: str) -> bool:
        return role_id in self.desk.session.client.pinned


def _may_mean(guesses: tuple[TitleGuess, ...], catalogue: Catalogue) -> Titles:
    """The roles that unsure guesses may mean: id and title, the likeliest first."""
    ids = dict.fromkeys(
        role_id
        for guess in guesses
        for role_id in (guess.role_id, *guess.alternatives)
        if role_id in catalogue.roles
    )
    return tuple((role_id, catalogue.roles[role_id].title) for role_id in ids if role_id)[:MEANT]
