"""The ways to a role for this person: a picture, its twin in words, and what each step asks."""

from PySide6.QtCore import Signal

from guidance.app.pictures import LETTER, Inks, way_picture
from guidance.domain.catalogue import Catalogue
from guidance.domain.match import Step, Way
from guidance.domain.wording import BASES, KINDS, paid
from guidance.ui.pages.pieces import Drawing, judged_list, lasting, source_line
from guidance.ui.palettes import Palette
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.field import Disclosure
from guidance.ui.widgets.layouts import Card, Flow, row
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Rule, Words


def inks(palette: Palette) -> Inks:
    """The colours of a drawing that lies on a card."""
    return Inks(palette.accent, palette.ink, palette.soft, palette.card)


class WayCard(Card):
    """One way in steps. ``planned`` tells its place in the list when a plan is asked for."""

    planned = Signal(int)

    def __init__(
        self, way: Way, index: int, catalogue: Catalogue, start: str, colours: Inks
    ) -> None:
        super().__init__()
        self._number = index + 1
        if way.merits:
            self.add(Words(" \u00b7 ".join(way.merits), "kicker"))
        self.add(Heading(f"Way {self._number}: {KINDS[way.kind]}", 3))
        count = len(way.steps)
        steps = "1 step" if count == 1 else f"{count} steps"
        self.add(Words(f"{steps} \u00b7 {lasting(way.months)} \u00b7 {paid(way.keeps_earning)}"))
        drawing = row(Drawing(way_picture(way, _path(way, catalogue, start), colours), LETTER))
        drawing.addStretch(0)
        self.add(drawing)
        for number, step in enumerate(way.steps, 1):
            self.add(Rule())
            self._step(number, step, catalogue)
        button = Press("Plan this way", "small", name=f"Plan way {self._number}")
        button.clicked.connect(lambda: self.planned.emit(index))
        self.add(Flow(button))

    def _step(self, number: int, step: Step, catalogue: Catalogue) -> None:
        target = _role_title(step.to_role, catalogue)
        self.add(Words(f"Step {number}: {step.name}", "strong"))
        kind = KINDS[step.kind]
        parts = [kind[:1].upper() + kind[1:], f"to {target}", lasting(step.months)]
        self.add(Words(" \u00b7 ".join([*parts, paid(step.keeps_earning)])))
        if step.pay:
            self.add(Words("Pay then", "strong"))
            self.add(Bullets(f"Pay after step {number}", step.pay))
        self.add(Words("What it asks for", "strong"))
        self.add(judged_list(f"What step {number} asks for", step.needs))
        if step.funding:
            self.add(Words("Money", "strong"))
            self.add(Bullets(f"Money for step {number}", step.funding))
        held = [catalogue.sources[item] for item in step.sources if item in catalogue.sources]
        sources = Bullets("Sources", [source_line(item) for item in held])
        words = Words(f"{BASES[step.basis]}.")
        self.add(
            Disclosure(
                "How sure is this?",
                *((words, sources) if held else (words,)),
                name=f"How sure is step {number} of way {self._number}?",
            )
        )


def _path(way: Way, catalogue: Catalogue, start: str) -> tuple[str, ...]:
    first = way.steps[0].from_role if way.steps else None
    begin = _role_title(first, catalogue) if first else start
    return (begin, *(_role_title(step.to_role, catalogue) for step in way.steps))


def _role_title(role_id: str, catalogue: Catalogue) -> str:
    role = catalogue.roles.get(role_id)
    return role.title if role else role_id
