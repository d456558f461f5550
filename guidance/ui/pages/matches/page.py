"""The matches page: lanes of roles, the price of each wish, why not, and people like you."""

from PySide6.QtWidgets import QWidget

from guidance.app import actions
from guidance.domain.changes import Changes, Kind
from guidance.domain.match import Match, Matches, WhyNot
from guidance.domain.vocabulary import Lane
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.labels import LANE_HELP, LANES
from guidance.ui.pages.matches.asides import PricesCard, WhyNotCard, lanes_held
from guidance.ui.pages.matches.cards import MatchCard
from guidance.ui.pages.pieces import case_card, catalogue_of, journey_card
from guidance.ui.runner import Task
from guidance.ui.widgets.field import Field
from guidance.ui.widgets.layouts import Card, Flow, clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.typeahead import TypeAhead
from guidance.ui.widgets.words import Heading, Words, announce

STORIES = 3


class MatchesPage(Page):
    """About seven roles in lanes, and everything that explains them."""

    title = "Your matches"
    measure = 50

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._task: Task | None = None
        self._shown: tuple[Matches, tuple[str, ...], tuple[str, ...]] | None = None
        self._answer = column()
        self._prices = column()
        self.why_not = TypeAhead("Look up a role", self._suggest, example="midwife")
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
        self.busy.begin("Working out your matches", can_stop=False)
        self._task = self.desk.ask(self.desk.session.matches, self._show)

    def _show(self, found: Matches) -> None:
        self.busy.end()
        held = self.desk.session.client
        state = (found, held.pinned, held.hidden)
        if self._shown == state:
            return
        self._shown = state
        self.reset()
        self._opening(found)
        for lane in (Lane.NOW, Lane.NEXT, Lane.LONGER):
            self._lane(lane, [item for item in found.matches if item.lane is lane])
        self._others(found)
        self._hidden()
        self._stories(found)
        self._price(found)
        self.set_aside(self._beside)
        announce(self, f"Your matches are ready. {'. '.join(lanes_held(found))}.")

    # The parts of the page

    def _opening(self, found: Matches) -> None:
        self.add(
            Words(
                "These roles come from your answers, on the date shown. None of them is a promise: "
                "each says what speaks for it, what speaks against it, and how to get there.",
                "lead",
            )
        )
        for note in found.notes:
            self.add(Card(Words(note), kind="note", pad=14))
        flow = Flow(spacing=8)
        for label, page, argument in (
            ("Change your answers", "check", ""),
            ("Give more answers", "interview", ""),
        ):
            button = Press(label, "small")
            button.clicked.connect(lambda _=False, p=page, a=argument: self.desk.go(p, a))
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
        if not people and not cases and other is None:
            return
        self.add(Heading("People like you", 2))
        for person in people:
            self.add(journey_card(person, catalogue, on))
        if other is not None:
            self.add(Words("And one who went quite another way", "strong"))
            self.add(journey_card(other, catalogue, on))
        if cases:
            self.add(Heading("What employers have done", 2))
            for case in cases:
                self.add(case_card(case, catalogue, on))

    def _make_aside(self) -> QWidget:
        ask = Card(Heading("Why not another role?", 3))
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
            self.desk.perform(actions.pin(role_id, not self._is_pinned(role_id)))
        elif act == "hide":
            self.desk.perform(actions.hide(role_id))
            self.desk.say(
                f"{self._title(role_id)} is hidden. You can show it again below the list."
            )

    def _suggest(self, typed: str) -> tuple[tuple[str, str], ...]:
        return self.desk.session.matcher.titles.suggest(typed)

    def _ask_why(self, words: str, role_id: str) -> None:
        session = self.desk.session

        def work() -> WhyNot | None:
            meant = role_id
            if not meant:
                guesses = session.matcher.resolve(words, 1)
                meant = (guesses[0].role_id or "") if guesses else ""
            return session.matcher.why(session.profile, meant, session.as_of) if meant else None

        self.desk.ask(work, lambda found: self._tell_why(words, found))

    def _tell_why(self, words: str, found: WhyNot | None) -> None:
        clear(self._answer)
        if found is None:
            text = f"We are not sure which role \u201c{words}\u201d is. Try another name for it."
            self._answer.addWidget(Words(text))
            announce(self.why_not, text)
            return
        card = WhyNotCard(found)
        card.opened.connect(lambda role_id: self.desk.go("role", role_id))
        self._answer.addWidget(card)
        announce(card, f"Why not {found.title}: see below.")

    # Small helps

    def _title(self, role_id: str) -> str:
        role = catalogue_of(self.desk).roles.get(role_id)
        return role.title if role else role_id

    def _is_pinned(self, role_id: str) -> bool:
        return role_id in self.desk.session.client.pinned
