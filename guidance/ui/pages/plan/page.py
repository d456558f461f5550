"""The plan page: goals, actions and dates, edited in place, with undo."""

from PySide6.QtWidgets import QWidget

from guidance.app import actions
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.domain.plan import Goal, Plan
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.keeping import Typed, half_typed, kept_place, type_again
from guidance.ui.pages.pieces import ended, way_title
from guidance.ui.pages.plan.actioncard import ActionCard, Spot
from guidance.ui.pages.plan.goals import GoalTools, NewGoal, goal_line
from guidance.ui.pages.plan.sections import (
    NotesSection,
    PlanBSection,
    ReviewsSection,
    Section,
    SupportersSection,
    WhoSection,
)
from guidance.ui.pages.plan.wish import Wish
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.days import shown_day
from guidance.ui.widgets.errors import Trouble
from guidance.ui.widgets.field import Disclosure, Field
from guidance.ui.widgets.grid import Grid
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words

EDITOR = ("What you will do", "By when", "Who does it", "How you learn", "Evidence it leaves")
EDITOR_NAMES = (*EDITOR, "Your note")


class PlanPage(Page):
    """A plan, drafted from the person's own gaps and steps. The argument is its id or *latest*."""

    title = "Your plan"
    measure = 50

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plan_id = ""
        self._editing = ""
        self._built: Plan | None = None
        self._wish: Wish | None = None
        self._wrong: Field | None = None
        self._unkept: Trouble | None = None
        self._drafts: dict[str, tuple[str, Typed]] = {}
        self.cards: dict[str, ActionCard] = {}
        self.tools: dict[str, GoalTools] = {}
        self.sections: dict[str, Section] = {}

    def enter(self, argument: str) -> None:
        """Show a plan; without an argument the one shown before, or the latest."""
        if argument:
            self._plan_id = "" if argument == "latest" else argument
        self._build()
        if self._unkept is not None:
            self.errors.tell([self._unkept])
            self._unkept = None

    def start_focus(self) -> QWidget:
        """The problem, if there is one to show."""
        return self.errors if self.errors.isVisible() else self

    def refresh(self, changes: Changes) -> None:
        """Draw the plan again when it has changed."""
        if self.isVisible() and changes.touches(Kind.PLAN, Kind.RECORD):
            self._build()

    def leave(self) -> None:
        """Keep what is half typed; what cannot be kept stays in its field."""
        wishes = [section.wish() for section in self.sections.values()]
        card = self.cards.get(self._editing)
        if card is not None and card.editor is not None:
            wishes.append(card.editor.wish())
        for wish in wishes:
            if wish is not None:
                self._keep_quietly(wish)
        if self._built is not None:
            self._drafts[self._built.id] = (self._editing, half_typed(self))

    def plan(self) -> Plan | None:
        """The plan shown, if there is one."""
        plans = self.desk.session.client.plans
        by_id = {plan.id: plan for plan in plans}
        return by_id.get(self._plan_id) or (plans[-1] if plans else None)

    # The parts of the page

    def _build(self, *, again: bool = False) -> None:
        plan, built = self.plan(), self._built
        if plan is not None and plan == built and not again:
            return
        wish = self._wish or Wish(None)
        self._built = plan
        if plan is None or built is None or plan.id != built.id:
            self._build_other(plan)
            return
        forget = wish.used
        if wish.closes and wish.closes == self._editing:
            self._editing, forget = "", (*forget, *EDITOR_NAMES)
        with kept_place(self, wish.prefer, wish.instead, forget=forget):
            self._fill(plan)

    def _build_other(self, plan: Plan | None) -> None:
        """Another plan, or none: with the words half typed in it, not those of the one before."""
        self._editing, typed = self._drafts.get(plan.id if plan else "", ("", {}))
        self._fill(plan)
        type_again(self, typed)

    def _fill(self, plan: Plan | None) -> None:
        self.reset()
        self.cards, self.tools, self.sections = {}, {}, {}
        self._wrong = None
        if plan is None:
            self._invite()
            return
        self._plan_id = plan.id
        self.heading.say(plan.title)
        self._opening(plan)
        self._others(plan)
        for goal, called in zip(plan.goals, _called([g.text for g in plan.goals]), strict=True):
            self._goal(plan, goal, called)
        new = NewGoal(plan.id)
        new.asked.connect(self.perform)
        self.add(new)
        for name, section in (
            ("reviews", ReviewsSection(plan)),
            ("supporters", SupportersSection(plan)),
            ("plan-b", PlanBSection(plan)),
            ("notes", NotesSection(plan)),
            ("who", WhoSection(plan)),
        ):
            section.asked.connect(self.perform)
            self.sections[name] = section
            self.add(section)
        self._closing(plan)

    def _invite(self) -> None:
        self.heading.say(self.title)
        self.add(Words("There is no plan yet. Choose a role in your matches to start one.", "lead"))
        button = Press("See your matches", "main")
        button.clicked.connect(lambda: self.desk.go("matches"))
        self.add(Flow(button, *self._turns()[:1], spacing=10))

    def _opening(self, plan: Plan) -> None:
        rows: list[tuple[str, str]] = []
        for place in plan.destinations[:1]:
            rows.append(("Heading for", place.title))
            if place.way is not None:
                rows.append(("The way", ended(way_title(place.way))))
            if place.counter:
                rows.append(("Against", place.counter))
        held = [action for goal in plan.goals for action in goal.actions]
        done = sum(1 for action in held if action.done)
        rows.append(("So far", f"{done} of {len(held)} actions done."))
        self.add(Card(Grid("This plan in short", (), rows, first=1)))
        show = Press("Print or save", "main")
        show.clicked.connect(lambda: self.desk.go("preview", plan.id))
        flow = Flow(show, *self._turns(), spacing=10)
        if plan.destinations:
            role_id = plan.destinations[0].role_id
            role = Press("See the role")
            role.clicked.connect(lambda: self.desk.go("role", role_id))
            flow.addWidget(role)
        self.add(flow)

    def _turns(self) -> list[Press]:
        """Undo and redo, where there is something to turn back."""
        session = self.desk.session
        made: list[Press] = []
        for label, held, act in (
            ("Undo", session.can_undo, session.undo),
            ("Redo", session.can_redo, session.redo),
        ):
            if held:
                button = Press(label, name=f"{label}: {held}")
                button.setToolTip(held)
                button.clicked.connect(lambda _=False, act=act: self.desk.ask(act))
                made.append(button)
        return made

    def _goal(self, plan: Plan, goal: Goal, called: str) -> None:
        self.add(Heading(goal.text, 2))
        self.add(Words(goal_line(goal), "soft"))
        today = self.desk.session.as_of.isoformat()
        names = _called([action.text for one in plan.goals for action in one.actions])
        ids = [action.id for one in plan.goals for action in one.actions]
        for action in goal.actions:
            ends = (action is goal.actions[0], action is goal.actions[-1])
            card = ActionCard(action, Spot(plan.id, today, names[ids.index(action.id)], *ends))
            card.asked.connect(self.perform)
            card.editing.connect(self._edit)
            if action.id == self._editing:
                card.open()
            self.cards[action.id] = card
            self.add(card)
        tools = GoalTools(plan.id, goal, called)
        tools.asked.connect(self.perform)
        self.tools[goal.id] = tools
        self.add(tools)

    def _closing(self, plan: Plan) -> None:
        if plan.employer_questions:
            title = "Questions for your employer"
            self.add(Card(Heading(title, 2), Bullets(title, plan.employer_questions)))
        if plan.funding:
            self.add(Disclosure("Money for training", Bullets("Money", plan.funding)))
        self.add(Words(plan.limits, "small"))
        drop = Press("Remove this plan", "danger")
        drop.clicked.connect(lambda: self._remove(plan))
        self.add(Flow(drop))

    def _others(self, plan: Plan) -> None:
        plans = self.desk.session.client.plans
        if len(plans) < 2:
            return
        buttons: list[QWidget] = []
        for number, one in enumerate(plans, 1):
            if one.id != plan.id:
                aim = one.destinations[0].title if one.destinations else one.title
                words = f"Plan {number}: {aim}, made {shown_day(one.made_on)}"
                button = Press(words, "link")
                button.clicked.connect(lambda _=False, i=one.id: self.desk.go("plan", i))
                buttons.append(button)
        self.add(Disclosure(f"Your other plans ({len(buttons)})", *buttons))

    # What is asked of it

    def perform(self, wish: Wish) -> None:
        """Make a change; a refusal is told at the top and at its field, and nothing is lost."""
        self.errors.hush()
        self._unkept = None
        if self._wrong is not None:
            self._wrong.set_error("")
            self._wrong = None
        if wish.removes:
            wish = Wish(wish.change, prefer=self._beside(wish.removes))
        if wish.error is not None:
            self._refuse(wish, wish.error)
        elif wish.change is not None:
            self._wish, change = wish, wish.change
            self.desk.ask(
                lambda: self.desk.session.perform(change),
                lambda _: self._done(wish),
                failed=lambda error: self._refuse(wish, error),
            )

    def _done(self, wish: Wish) -> None:
        self._wish = None
        if wish.closes and wish.closes == self._editing:
            self._edit("")

    def _refuse(self, wish: Wish, error: KnownError) -> None:
        self._wish = None
        self._wrong = wish.field
        if wish.field is not None:
            wish.field.set_error(str(error))
        self.fail(error, wish.field)

    def _keep_quietly(self, wish: Wish) -> None:
        """Keep something while the page is left; if it cannot be, say so on coming back."""

        def refused(error: KnownError) -> None:
            self._refuse(wish, error)
            self._unkept = Trouble.of(error, wish.field)

        def done(_: Changes) -> None:
            if wish.closes and wish.closes == self._editing:
                self._edit("")

        if wish.error is not None:
            refused(wish.error)
        elif wish.change is not None:
            change = wish.change
            self.desk.ask(lambda: self.desk.session.perform(change), done, failed=refused)

    def _beside(self, action_id: str) -> str:
        """The name to go to when an action is gone: the next one of the plan, or the one before."""
        ids = list(self.cards)
        place = ids.index(action_id)
        near = ids[place + 1 : place + 2] or ids[max(0, place - 1) : place]
        return self.cards[near[0]].first_name() if near else "Print or save"

    def _remove(self, plan: Plan) -> None:
        self.desk.perform(
            actions.remove_plan(plan.id),
            lambda _: self.desk.say("The plan is removed. Undo brings it back."),
        )

    def _edit(self, action_id: str) -> None:
        """Open an action, or with an empty id close the one that is open."""
        before, self._editing = self._editing, action_id
        card = self.cards.get(before)
        prefer = EDITOR[0] if action_id else card.change_name() if card is not None else ""
        self._wish = Wish(None, prefer=prefer, used=EDITOR_NAMES)
        self._build(again=True)
        self._wish = None


def _called(texts: list[str]) -> list[str]:
    """The texts, with a number after those that are not the first of their words."""
    seen: dict[str, int] = {}
    made: list[str] = []
    for text in texts:
        seen[text] = seen.get(text, 0) + 1
        made.append(text if seen[text] == 1 else f"{text} ({seen[text]})")
    return made
