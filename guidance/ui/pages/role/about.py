"""What a role is: facts beside it, a day in it, rewards, hard parts, and a check on yourself."""

from collections.abc import Iterable
from datetime import date

from guidance.app.asking import label
from guidance.domain.catalogue import Catalogue, PayBand
from guidance.domain.dated import Statement
from guidance.domain.role import Preview, Role
from guidance.domain.vocabulary import Nation, RegisterId
from guidance.domain.wording import HOURS, NATIONS, OFTEN, POSTS, REGISTERS
from guidance.ui.pages.pieces import CHECK, proof
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.field import Disclosure
from guidance.ui.widgets.grid import Grid
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words, announce

SAYS = (("yes", "Yes"), ("unsure", "Not sure"), ("no", "No"))


def pay_rows(role: Role, catalogue: Catalogue, nation: Nation | None) -> tuple[PayBand, ...]:
    """Pay of a role's bands in the newest year for a nation (England where it has none)."""
    for where in (nation, Nation.ENGLAND):
        held = [row for row in catalogue.pay if where is not None and row.nation == where.value]
        years = sorted({row.year for row in held if _official(row)}) or sorted(
            {row.year for row in held}
        )
        rows = [row for row in held if years and row.year == years[-1] and row.band in role.bands]
        if rows:
            return tuple(sorted(rows, key=lambda row: row.entry))
    return ()


def _official(row: PayBand) -> bool:
    return row.provenance.basis.value == "published"


class FactsCard(Card):
    """Pay, place, hours and register, each with where it comes from."""

    def __init__(self, role: Role, catalogue: Catalogue, nation: Nation | None, on: date) -> None:
        super().__init__()
        self.add(Heading("At a glance", 2))
        self._pay(role, catalogue, nation, on)
        self._register(role, catalogue)
        if role.settings:
            self.add(Heading("Where", 3))
            places = [label("setting", item.value) for item in role.settings]
            lower = [place[:1].lower() + place[1:] for place in places[1:]]
            self.add(Words("; ".join([*places[:1], *lower]) + "."))
        if role.posts:
            self.add(Heading("How many posts", 3))
            self.add(Words(POSTS[role.posts]))
            self.add(Words("Our own reading, for the whole UK.", "small"))
        rows = [
            (words, OFTEN[role.hours[key]]) for key, words in HOURS.items() if key in role.hours
        ]
        if rows:
            self.add(Heading("Hours and effort", 3))
            self.add(Grid("Hours and effort", (), rows, first=3))
            self.add(Words("Our reading of the work; posts differ.", "small"))

    def _pay(self, role: Role, catalogue: Catalogue, nation: Nation | None, on: date) -> None:
        self.add(Heading("Pay", 3))
        held = pay_rows(role, catalogue, nation)
        if held:
            rows = [(f"Band\u00a0{r.band}", f"\u00a3{r.entry:,} to \u00a3{r.top:,}") for r in held]
            self.add(Grid("Pay", (), rows, first=1))
            where = NATIONS[Nation(held[0].nation)]
            self.add(Words(f"Basic pay a year, full time, {where}, {held[0].year}.", "small"))
            if nation not in (None, Nation.UK, Nation(held[0].nation)):
                text = f"We hold no figures for {NATIONS[nation]}. Ask what it pays there."
                self.add(Words(text, "small"))
            self.add(Words(proof(held[0].provenance, catalogue, on), "small"))
        if role.band_note:
            self.add(Words(role.band_note, "small"))
        if not held:
            self._other_pay(role, catalogue, nation, on)
        if not held and not role.band_note:
            self.add(Words("No page we read gives the pay. Look at adverts, or ask the employer."))

    def _other_pay(self, role: Role, catalogue: Catalogue, nation: Nation | None, on: date) -> None:
        """The pay in brief of people on a register who are not on the bands."""
        for item in catalogue.resources.values():
            by = item.provenance
            if item.pay_of is role.register and by.nation is (nation or Nation.ENGLAND):
                told = Words(item.offers, "small")
                self.add(Disclosure(item.title, told, Words(proof(by, catalogue, on), "small")))

    def _register(self, role: Role, catalogue: Catalogue) -> None:
        self.add(Heading("Register", 3))
        if role.register is RegisterId.NONE:
            text = role.regulator_note or "No register by law in the sources we read."
        else:
            held = catalogue.registers.get(role.register.value)
            name = held.title if held else REGISTERS[role.register]
            the = "" if role.register is RegisterId.SWE else "the "  # a name like a person's
            text = f"By law you must be on the register of {the}{name}."
        self.add(Words(text))


def statements(
    name: str, items: Iterable[Statement], catalogue: Catalogue, on: date
) -> Bullets | None:
    """Points, each with its publisher and date where it has a source; None when there are none."""
    points: list[str] = []
    for item in items:
        fact = item.provenance
        tail = f" ({proof(fact, catalogue, on)})" if fact.sources else ""
        if not fact.sources and fact.needs_check(on):
            tail = f" ({CHECK})"
        points.append(f"{item.text}{tail}")
    return Bullets(name, points) if points else None


class TryCard(Card):
    """*Try before you choose*: questions about the real work, and what each answer suggests."""

    def __init__(self, previews: tuple[Preview, ...]) -> None:
        super().__init__()
        self.add(Heading("Try before you choose", 3))
        self.add(Words("Nothing here is kept or scored. It helps you ask yourself.", "soft"))
        for preview in previews:
            self._question(preview)

    def _question(self, preview: Preview) -> None:
        said = Words("", "soft")
        said.setVisible(False)
        self.add(Words(preview.question, "strong"))
        flow = Flow(spacing=8)
        for key, words in SAYS:
            button = Press(words, "small", name=f"{words}: {preview.question}")
            advice = preview.suggests.get(key, "")
            button.clicked.connect(lambda _=False, text=advice: _tell(said, text))
            flow.addWidget(button)
        self.add(flow)
        self.add(said)


def _tell(place: Words, text: str) -> None:
    place.say(text)
    place.setVisible(True)
    announce(place, text)
