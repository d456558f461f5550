"""The ways to a role for this person: a picture, its twin in words, and what each step asks."""

from PySide6.QtCore import Signal

from guidance.app.pictures import way_picture
from guidance.domain.catalogue import Catalogue
from guidance.domain.match import Step, Way
from guidance.ui.pages.labels import BASES, KINDS, earning_words, months_words
from guidance.ui.pages.pieces import Drawing, judged_list, source_line
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.field import Disclosure
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Rule, Words


class WayCard(Card):
    """One way in steps. ``planned`` tells its place in the list when a plan is asked for."""

    planned = Signal(int)

    def __init__(self, way: Way, index: int, catalogue: Catalogue, start: str) -> None:
        super().__init__()
        merits = ", ".join(way.merits)
        if merits:
            self.add(Words(merits[:1].upper() + merits[1:], "kicker"))
        count = len(way.steps)
        self.add(Heading(f"Way {index + 1}: {KINDS[way.kind].lower()}", 3))
        steps = "1 step" if count == 1 else f"{count} steps"
        time, pay = months_words(way.months), earning_words(way.keeps_earning).lower()
        self.add(Words(f"{steps} \u00b7 {time} \u00b7 {pay}"))
        self.add(Drawing(way_picture(way, _path(way, catalogue, start))))
        for number, step in enumerate(way.steps, 1):
            self.add(Rule())
            self._step(number, step, catalogue)
        flow = Flow(spacing=8)
        button = Press("Plan this way", "small", name=f"Plan way {index + 1}")
        button.clicked.connect(lambda: self.planned.emit(index))
        flow.addWidget(button)
        self.add(flow)

    def _step(self, number: int, step: Step, catalogue: Catalogue) -> None:
        target = _role_title(step.to_role, catalogue)
        self.add(Words(f"Step {number}: {step.name}", "strong"))
        parts = [
            KINDS[step.kind],
            f"to {target}",
            months_words(step.months),
            earning_words(step.keeps_earning),
        ]
        self.add(Words(" \u00b7 ".join(parts)))
        if step.pay:
            self.add(Words("Pay: " + "; ".join(step.pay)))
        self.add(judged_list(f"What step {number} asks for", step.needs))
        if step.funding:
            self.add(Bullets(f"Money for step {number}", step.funding))
        held = [catalogue.sources[item] for item in step.sources if item in catalogue.sources]
        sources = Bullets("Sources", [source_line(item) for item in held])
        words = Words(BASES[step.basis] + ".")
        pieces = (words, sources) if held else (words,)
        self.add(Disclosure(f"How sure is this? {BASES[step.basis]}", *pieces))


def _path(way: Way, catalogue: Catalogue, start: str) -> tuple[str, ...]:
    first = way.steps[0].from_role if way.steps else None
    begin = _role_title(first, catalogue) if first else start
    return (begin, *(_role_title(step.to_role, catalogue) for step in way.steps))


def _role_title(role_id: str, catalogue: Catalogue) -> str:
    role = catalogue.roles.get(role_id)
    return role.title if role else role_id
