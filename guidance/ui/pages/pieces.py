"""Pieces that more than one page shows: ways, what is asked, stories, sources."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from guidance.app.pictures import Picture
from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import Provenance, Source, Span
from guidance.domain.match import Judged, Way
from guidance.domain.story import CaseStudy, Journey
from guidance.domain.vocabulary import Answer
from guidance.domain.wording import ANSWERS, KINDS, NATIONS, SHORT_BASES, paid, span
from guidance.ui.desk import Desk
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.field import Disclosure
from guidance.ui.widgets.layouts import Card
from guidance.ui.widgets.words import Heading, Words

MARKS = {Answer.YES: "\u2713", Answer.NO: "\u2717", Answer.UNKNOWN: "?"}
CHECK = "Check before you act"


def catalogue_of(desk: Desk) -> Catalogue:
    """The loaded catalogue. Pages that need it are shown only once it is there."""
    if desk.catalogue is None:
        raise RuntimeError("a page was shown before the catalogue was loaded")
    return desk.catalogue


def lasting(months: Span) -> str:
    """A length of time in words, also where nothing is known of it."""
    return span(months) or "time not stated"


def way_title(way: Way) -> str:
    """A way in one line: what it is called, how long, whether it pays."""
    names = [step.name for step in way.steps] or [KINDS[way.kind]]
    first = names[0] if len(names) == 1 else f"{len(names)} steps, starting with: {names[0]}"
    return f"{first} ({lasting(way.months)}; {paid(way.keeps_earning)})"


def ended(text: str) -> str:
    """The text with one full stop (or question mark, or exclamation mark) at its end."""
    clean = text.rstrip()
    return clean if clean.endswith(("?", "!", "?\u201d", ".\u201d")) else f"{clean.rstrip('.')}."


def judged_line(item: Judged) -> str:
    """One condition in words, with the question to ask where we do not know."""
    parts = [ended(item.says), f"{ANSWERS[item.answer]}."]
    if item.law and item.answer is not Answer.YES:
        parts.append("This is the law.")
    if item.question and item.answer is Answer.UNKNOWN:
        asked, _, rest = item.question.partition(": ")
        again = rest and rest.rstrip(".") == item.says.rstrip(".")
        parts.append(f"{asked}." if again else item.question)
    return " ".join(parts)


def judged_list(name: str, items: Iterable[Judged]) -> QWidget:
    """What a way asks for, each point marked as met, still needed or to find out."""
    held = tuple(items)
    if not held:
        return Words("Nothing more is asked for in the sources we read. Check with the employer.")
    return Bullets(name, [judged_line(i) for i in held], [MARKS[i.answer] for i in held])


def source_line(source: Source) -> str:
    """A source with its dates: who says it, when it was published and when we read it."""
    parts = [f"{source.title}. {source.publisher}."]
    if source.published:
        parts.append(f"Published {source.published}.")
    if source.read:
        parts.append(f"Read {source.read}.")
    if source.address:
        parts.append(source.address)
    return " ".join(parts)


def proof(fact: Provenance, catalogue: Catalogue, on: date) -> str:
    """Where a fact comes from, short: its basis, publisher and date, and whether it is stale."""
    parts = [SHORT_BASES[fact.basis]]
    for source_id in fact.sources[:1]:
        source = catalogue.sources.get(source_id)
        if source is not None:
            year = source.published or (f"read {source.read}" if source.read else "")
            parts.append(f"{source.publisher}{', ' + year if year else ''}")
    if fact.nation is not None:
        parts.append(NATIONS[fact.nation])
    if fact.needs_check(on):
        parts.append(CHECK)
    return " \u00b7 ".join(parts)


@dataclass(frozen=True, slots=True)
class Story:
    """What is told of a person's way or an employer's example, and how strong its evidence is."""

    title: str
    text: str
    proof: str
    helped: tuple[str, ...] = ()

    def words(self) -> list[QWidget]:
        """Everything but its title."""
        pieces: list[QWidget] = [Words(self.text)]
        if self.helped:
            points = "; ".join(point.strip().rstrip(".") for point in self.helped[:3])
            pieces.append(Words(f"What helped: {points}."))
        return [*pieces, Words(self.proof, "small")]

    def card(self) -> Card:
        """The whole story."""
        return Card(Heading(self.title, 3), *self.words(), kind="sunk", pad=16)

    def closed(self) -> Disclosure:
        """Its title alone, the rest a press away."""
        return Disclosure(self.title, *self.words())


def stories(told: Sequence[Story]) -> list[QWidget]:
    """The first story in full, the others by their titles, so that the page stays short."""
    return [story.closed() if number else story.card() for number, story in enumerate(told)]


def journey_story(journey: Journey, catalogue: Catalogue, on: date) -> Story:
    """One person's journey."""
    steps = "; then ".join(
        (step.what[:1].lower() + step.what[1:]).rstrip(".") for step in journey.steps
    )
    text = f"{journey.situation} {f'Steps: {steps}.' if steps else ''}".strip()
    title = f"From {journey.from_role} to {journey.to_role}"
    return Story(title, text, proof(journey.provenance, catalogue, on), journey.helped)


def case_story(case: CaseStudy, catalogue: Catalogue, on: date) -> Story:
    """An employer's or programme's example."""
    text = case.what_they_did or case.who_it_helps
    if case.try_this:
        text = f"{text} Try this: {case.try_this}"
    title = f"{case.title} ({case.organisation})"
    return Story(title, text, proof(case.provenance, catalogue, on), case.helped)


class Drawing(QSvgWidget):
    """A drawing that keeps its shape and is named by the words that say the same.

    ``letter`` is the height of its letters in its own units: it is shown at the size at which they
    are as large as the text on the page, or smaller where there is no room.
    """

    def __init__(self, picture: Picture, letter: float) -> None:
        super().__init__()
        # Qt's drawing reads one family only, not a list with a first choice and others.
        family = f'font-family="{QApplication.font().family()}"'
        svg = re.sub(r'font-family="[^"]*"', family, picture.svg)
        self.load(QByteArray(svg.encode("utf-8")))
        self.setAccessibleName(picture.alt)
        self.renderer().setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        wide = self.renderer().defaultSize().width() * QApplication.font().pixelSize() / letter
        self.setMaximumWidth(round(wide))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height that keeps its shape."""
        size = self.renderer().defaultSize()
        return round(min(width, self.maximumWidth()) * size.height() / max(1, size.width()))

    def sizeHint(self) -> QSize:
        """As wide as it is best read."""
        return QSize(self.maximumWidth(), self.heightForWidth(self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        """It can be small: the same is said in words."""
        return QSize(160, self.heightForWidth(160))
