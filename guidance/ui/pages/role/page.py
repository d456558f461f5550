"""The role page: the work as it is, the ways there for this person, and what rests on what."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from guidance.app import actions
from guidance.domain.catalogue import Catalogue
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.domain.match import Way, WhyNot
from guidance.domain.role import Role
from guidance.domain.route import Route
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.keeping import kept_place
from guidance.ui.pages.pieces import (
    case_story,
    catalogue_of,
    journey_story,
    judged_list,
    proof,
    source_line,
    stories,
    way_title,
)
from guidance.ui.pages.role.about import FactsCard, TryCard, statements
from guidance.ui.pages.role.research import research
from guidance.ui.pages.role.ways import WayCard, inks
from guidance.ui.runner import Task
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.field import Disclosure
from guidance.ui.widgets.layouts import Card, Flow, clear, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words

STORIES = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """What the worker found for one role."""

    role_id: str
    ways: tuple[Way, ...]
    why: WhyNot


class RolePage(Page):
    """Everything about one role; the argument is its id."""

    title = "Role"
    measure = 50

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._role: Role | None = None
        self._found: _Found | None = None
        self._pin = Press("Pin to my list")
        self._task: Task | None = None
        self._ways = column(spacing=16)

    def enter(self, argument: str) -> None:
        """Show a role; without an argument the one shown before."""
        role_id = argument or (self._role.id if self._role else "")
        role = catalogue_of(self.desk).roles.get(role_id)
        if role is None:
            self._unknown()
        else:
            self._role = role
            self._build(role)

    def refresh(self, changes: Changes) -> None:
        """Answers change the ways, a pin its button."""
        if self._role is None or not self.isVisible():
            return
        if changes.touches(Kind.PROFILE):
            self._ask(self._role)
        if changes.touches(Kind.MATCHES):
            self._name_pin(self._role)

    def rethemed(self) -> None:
        """The drawings wear the theme's colours and the letters' size."""
        if self._found is not None and self.isVisible():
            self._show_ways(self._found)

    def leave(self) -> None:
        """What is still being worked out is no longer wanted."""
        if self._task is not None:
            self._task.cancel()
            self.busy.end()

    # The parts of the page

    def _unknown(self) -> None:
        self._role = self._found = None
        self.reset()
        self.set_aside(None)
        self.heading.say("We do not know this role")
        self.add(Words("It is not in our catalogue. Pick a role from your matches.", "lead"))
        button = Press("See your matches", "main")
        button.clicked.connect(lambda: self.desk.go("matches"))
        self.add(Flow(button))

    def _build(self, role: Role) -> None:
        catalogue = catalogue_of(self.desk)
        profile, on = self.desk.session.profile, self.desk.session.as_of
        self._found = None
        self.reset()
        self.heading.say(role.title)
        self.add(Words(role.summary, "lead"))
        self.add(self._buttons(role))
        self._ways = column(spacing=16)
        place = QWidget()
        place.setLayout(self._ways)
        self.add(Heading("Ways there from where you are", 2))
        self.add(place)
        self._work(role, catalogue)
        if role.previews:
            self.add(TryCard(role.previews))
        self._around(role, catalogue)
        self._stories(role, catalogue)
        for piece in research(role, catalogue, on):
            self.add(piece)
        self._sources(role, catalogue)
        self.set_aside(FactsCard(role, catalogue, profile.nation, on))
        self._ask(role)

    def _buttons(self, role: Role) -> Flow:
        plan = Press("Start a plan for this role", "main")
        plan.clicked.connect(lambda: self._plan(0))
        self._pin = Press("Pin to my list")
        self._pin.clicked.connect(
            lambda: self.desk.perform(actions.pin(role.id, not self._is_pinned(role)))
        )
        self._name_pin(role)
        back = Press("Back", "link", name="Back to the page before")
        back.clicked.connect(self.desk.back)
        return Flow(plan, self._pin, back, spacing=10)

    def _name_pin(self, role: Role) -> None:
        self._pin.say("Unpin" if self._is_pinned(role) else "Pin to my list")

    def _is_pinned(self, role: Role) -> bool:
        return role.id in self.desk.session.client.pinned

    def _work(self, role: Role, catalogue: Catalogue) -> None:
        on = self.desk.session.as_of
        self.add(Heading("What the work is like", 2))
        if role.day:
            self.add(Card(Heading("A day in it", 3), Bullets("A day in it", role.day)))
        for name, items in (("Rewards", role.rewards), ("Hard parts", role.hard_parts)):
            points = statements(name, items, catalogue, on)
            if points is not None:
                self.add(Card(Heading(name, 3), points))
        mixed = statements("Not the same as", role.not_the_same_as, catalogue, on)
        if mixed is not None:
            self.add(Card(Heading("Not the same as", 3), mixed))
        self.add(Words(f"How we know: {proof(role.provenance, catalogue, on)}.", "small"))

    def _around(self, role: Role, catalogue: Catalogue) -> None:
        ways_in = [route for route in catalogue.routes.values() if route.to == role.id]
        ways_on = [route for route in catalogue.routes.values() if role.id in route.from_roles]
        self.add(Heading("Every way in and on", 2))
        inward = Bullets("Every way in", [item.name for item in ways_in])
        self.add(Disclosure(f"Every way in we know ({len(ways_in)})", inward))
        if ways_on:
            lines = _onward(ways_on, catalogue)
            self.add(Disclosure(f"Where people go next ({len(lines)})", Bullets("Next", lines)))
        elif role.dead_end:
            self.add(Words(role.dead_end))
        for ladder in catalogue.ladders.values():
            here = [level for level in ladder.levels if role.id in level.roles]
            if here:
                names = " \u2192 ".join(level.name for level in ladder.levels)
                self.add(
                    Disclosure(
                        f"Ladder: {ladder.title}",
                        Words(f"{names}. This role is an example at: {here[0].name}."),
                        Words(
                            proof(ladder.provenance, catalogue, self.desk.session.as_of), "small"
                        ),
                    )
                )

    def _stories(self, role: Role, catalogue: Catalogue) -> None:
        people = [j for j in catalogue.journeys.values() if j.to_role_id == role.id][:STORIES]
        cases = [c for c in catalogue.case_studies.values() if role.id in c.roles_to][:STORIES]
        on = self.desk.session.as_of
        self.add(Heading("People who did it", 2))
        if not people and not cases:
            self.add(Words("We have no story of this role yet. Ask someone who does it."))
        for piece in stories([journey_story(person, catalogue, on) for person in people]):
            self.add(piece)
        if cases:
            self.add(Heading("What employers have done", 2))
        for piece in stories([case_story(case, catalogue, on) for case in cases]):
            self.add(piece)

    def _sources(self, role: Role, catalogue: Catalogue) -> None:
        held = [catalogue.sources[i] for i in role.provenance.sources if i in catalogue.sources]
        if role.holland is not None and "onet-29-3" in catalogue.sources:
            onet = catalogue.sources["onet-29-3"]
            held = [item for item in held if item is not onet] + [onet]
        if held:
            lines = Bullets("Sources", [source_line(item) for item in held])
            self.add(Disclosure(f"Sources ({len(held)})", lines))

    # For this person

    def _ask(self, role: Role) -> None:
        if self._task is not None:
            self._task.cancel()
        session = self.desk.session

        def work() -> _Found:
            profile, on = session.profile, session.as_of
            ways = session.matcher.routes(profile, role.id, on)
            return _Found(role.id, ways, session.matcher.why(profile, role.id, on))

        self.busy.begin("Looking for ways there", can_stop=False)
        self._task = self.desk.ask(work, self._show_ways, failed=self._tell_failure)

    def _tell_failure(self, error: KnownError) -> None:
        self.busy.end()
        self.fail(error)

    def _show_ways(self, found: _Found) -> None:
        self.busy.end()
        if self._role is None or found.role_id != self._role.id:
            return
        self._found = found
        with kept_place(self):
            clear(self._ways)
            self._fill_ways(found)

    def _fill_ways(self, found: _Found) -> None:
        start, colours = self._start(), inks(self.desk.theme.palette)
        if not found.ways:
            self._ways.addWidget(
                Words(
                    "We know no way there from your answers yet. That does not mean there is none: "
                    "ask the employer, the professional body or a careers adviser."
                )
            )
        for index, way in enumerate(found.ways):
            card = WayCard(way, index, catalogue_of(self.desk), start, colours)
            card.planned.connect(self._plan)
            title = f"Way {index + 1}: {way_title(way)}"
            self._ways.addWidget(Disclosure(title, card) if index else card)
        self._stands_in_the_way(found)

    def _stands_in_the_way(self, found: _Found) -> None:
        """What no way shown already says: the law and the gaps where there is none, and wishes."""
        why = found.why
        groups = (
            ("What the law asks", why.law),
            ("What is still needed", why.missing),
            ("Questions to ask", why.unknown),
        )
        for title, items in () if found.ways else groups:
            if items:
                self._ways.addWidget(Card(Heading(title, 3), judged_list(title, items)))
        if why.preferences:
            held = Bullets("What goes against your wishes", why.preferences)
            self._ways.addWidget(Card(Heading("What goes against your wishes", 3), held))

    def _start(self) -> str:
        roles = [role for role in self.desk.session.profile.roles if role.current]
        return (roles[0].title if roles else "") or "Where you are now"

    def _plan(self, way_index: int) -> None:
        if self._role is None:
            return
        role_id = self._role.id
        self.desk.perform(
            actions.start_plan((role_id,), way_index), lambda _: self.desk.go("plan", "latest")
        )


def _onward(ways: list[Route], catalogue: Catalogue) -> list[str]:
    """Each role that ways lead on to, by its title, with the names of the ways."""
    names: dict[str, dict[str, None]] = {}
    for way in ways:
        names.setdefault(catalogue.roles[way.to].title, {})[way.name] = None
    return [f"{title}: {'; '.join(names[title])}" for title in sorted(names)]
