"""The plan page: goals, actions and dates, edited in place, with undo."""

from PySide6.QtWidgets import QLineEdit

from guidance.app import actions, planedits
from guidance.app.session import Action as Change
from guidance.domain.changes import Changes, Kind
from guidance.domain.plan import Goal, Plan
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.pieces import way_title
from guidance.ui.pages.plan.actioncard import ActionCard
from guidance.ui.pages.plan.days import shown_day
from guidance.ui.pages.plan.sections import (
    NotesSection,
    PlanBSection,
    ReviewsSection,
    Section,
    SupportersSection,
    WhoSection,
)
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.field import Disclosure, Field
from guidance.ui.widgets.layouts import Card, Flow, column
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words


class PlanPage(Page):
    """A plan, drafted from the person's own gaps and steps. The argument is its id or *latest*."""

    title = "Your plan"
    measure = 56

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plan_id = ""
        self._editing = ""
        self._built: Plan | None = None
        self.cards: dict[str, ActionCard] = {}

    def enter(self, argument: str) -> None:
        """Show a plan; without an argument the one shown before, or the latest."""
        if argument:
            self._plan_id = "" if argument == "latest" else argument
        self._built = None
        self._build()

    def refresh(self, changes: Changes) -> None:
        """Draw the plan again when it has changed."""
        if self.isVisible() and changes.touches(Kind.PLAN, Kind.RECORD):
            self._build()

    def plan(self) -> Plan | None:
        """The plan shown, if there is one."""
        plans = self.desk.session.client.plans
        by_id = {plan.id: plan for plan in plans}
        return by_id.get(self._plan_id) or (plans[-1] if plans else None)

    # The parts of the page

    def _build(self) -> None:
        plan = self.plan()
        if plan is not None and plan == self._built:
            return
        self._built = plan
        self.errors.hush()
        self.reset()
        self.cards = {}
        if plan is None:
            self._invite()
            return
        self._plan_id = plan.id
        self.heading.say(plan.title)
        self._opening(plan)
        for goal in plan.goals:
            self._goal(plan, goal)
        self._new_goal(plan)
        today = self.desk.session.as_of.isoformat()
        for section in (
            ReviewsSection(plan, today),
            SupportersSection(plan),
            PlanBSection(plan),
            NotesSection(plan),
            WhoSection(plan),
        ):
            self._adopt(section)
        self._questions(plan)
        self._others(plan)

    def _invite(self) -> None:
        self.heading.say(self.title)
        self.add(Words("There is no plan yet. Choose a role in your matches to start one.", "lead"))
        button = Press("See your matches", "main")
        button.clicked.connect(lambda: self.desk.go("matches"))
        self.add(Flow(button))

    def _opening(self, plan: Plan) -> None:
        for place in plan.destinations[:1]:
            self.add(Words(f"Heading for: {place.title}", "lead"))
            if place.way is not None:
                self.add(Words(f"The way: {way_title(place.way)}"))
            if place.counter:
                self.add(Words(f"One thing against: {place.counter}"))
        show = Press("Print or save", "main")
        show.clicked.connect(lambda: self.desk.go("preview", plan.id))
        flow = Flow(show, spacing=10)
        session = self.desk.session
        for label, held, act in (
            ("Undo", session.can_undo, session.undo),
            ("Redo", session.can_redo, session.redo),
        ):
            button = Press(label, name=f"{label}: {held}" if held else label)
            button.setEnabled(bool(held))
            button.clicked.connect(lambda _=False, act=act: self.desk.ask(act))
            flow.addWidget(button)
        if plan.destinations:
            role = Press("See the role")
            role_id = plan.destinations[0].role_id
            role.clicked.connect(lambda: self.desk.go("role", role_id))
            flow.addWidget(role)
        self.add(flow)

    def _goal(self, plan: Plan, goal: Goal) -> None:
        self.add(Heading(goal.text, 2))
        due = f"By {shown_day(goal.due)}" if goal.due else "No date yet"
        measure = f" \u00b7 You will know by: {goal.measure}" if goal.measure else ""
        self.add(Words(f"{due}{measure}", "soft"))
        today = self.desk.session.as_of.isoformat()
        for action in goal.actions:
            card = ActionCard(plan.id, action, today, opened=action.id == self._editing)
            card.asked.connect(self._perform)
            card.editing.connect(self._edit)
            self.cards[action.id] = card
            self.add(card)
        words = QLineEdit()
        words.setMaxLength(2000)
        add = Press("Add this action", "small", name=f"Add an action to: {goal.text}")
        add.clicked.connect(
            lambda: self._perform(
                planedits.add_action(plan.id, goal.id, words.text(), "You added this yourself")
            )
        )
        drop = Press("Remove this goal", "small", name=f"Remove the goal: {goal.text}")
        drop.clicked.connect(lambda: self._perform(planedits.remove_goal(plan.id, goal.id)))
        self.add(
            Disclosure(
                "Add an action, or remove this goal", Field("What you will do", words), add, drop
            )
        )

    def _new_goal(self, plan: Plan) -> None:
        words = QLineEdit()
        words.setMaxLength(2000)
        button = Press("Add this goal", "small")
        button.clicked.connect(lambda: self._perform(planedits.add_goal(plan.id, words.text())))
        self.add(Disclosure("Add a goal of your own", Field("Your goal", words), button))

    def _questions(self, plan: Plan) -> None:
        if plan.employer_questions:
            title = "Questions for your employer"
            self.add(Card(Heading(title, 2), Bullets(title, plan.employer_questions)))
        if plan.funding:
            self.add(Disclosure("Money", Bullets("Money", plan.funding)))
        self.add(Words(plan.limits, "small"))

    def _others(self, plan: Plan) -> None:
        others = [one for one in self.desk.session.client.plans if one.id != plan.id]
        drop = Press("Remove this plan", "danger")
        drop.clicked.connect(lambda: self._perform(actions.remove_plan(plan.id)))
        if others:
            box = column(spacing=8)
            for one in others:
                aim = one.destinations[0].title if one.destinations else one.title
                button = Press(f"{aim}, made {shown_day(one.made_on)}", "small")
                button.clicked.connect(lambda _=False, i=one.id: self.desk.go("plan", i))
                box.addWidget(button)
            self.add(Heading("Your other plans", 2))
            self.add(box)
        self.add(Flow(drop))

    # What is asked of it

    def _adopt(self, section: Section) -> None:
        section.asked.connect(self._perform)
        self.add(section)

    def _perform(self, change: Change) -> None:
        self.desk.perform(change)

    def _edit(self, action_id: str) -> None:
        self._editing = action_id
        self._built = None
        self._build()
        card = self.cards.get(action_id)
        if card is not None:
            self.focus(card.words)
