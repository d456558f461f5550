"""Pieces that more than one page shows: ways, what is asked, stories, sources."""

import re
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from guidance.app.pictures import Picture
from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import Provenance, Source
from guidance.domain.match import Judged, Way
from guidance.domain.story import CaseStudy, Journey
from guidance.domain.vocabulary import Answer
from guidance.ui.desk import Desk
from guidance.ui.pages.labels import ANSWERS, BASES, KINDS, earning_words, months_words
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.layouts import Card
from guidance.ui.widgets.words import Heading, Words

MARKS = {Answer.YES: "\u2713", Answer.NO: "\u2717", Answer.UNKNOWN: "?"}
CHECK = "Check before you act"


def catalogue_of(desk: Desk) -> Catalogue:
    """The loaded catalogue. Pages that need it are shown only once it is there."""
    if desk.catalogue is None:
        raise RuntimeError("a page was shown before the catalogue was loaded")
    return desk.catalogue


def way_title(way: Way) -> str:
    """A way in one line: what it is called, how long, whether it pays."""
    names = [step.name for step in way.steps] or [KINDS[way.kind]]
    first = names[0] if len(names) == 1 else f"{len(names)} steps, starting with: {names[0]}"
    return f"{first} ({months_words(way.months)}; {earning_words(way.keeps_earning).lower()})"


def judged_line(item: Judged) -> str:
    """One condition in words, with the question to ask where we do not know."""
    tail = f" {item.question}" if item.question and item.answer is Answer.UNKNOWN else ""
    law = " This is the law." if item.law and item.answer is not Answer.YES else ""
    return f"{item.says}. {ANSWERS[item.answer]}.{law}{tail}".replace("..", ".")


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
    parts = [BASES[fact.basis]]
    for source_id in fact.sources[:1]:
        source = catalogue.sources.get(source_id)
        if source is not None:
            year = source.published or (f"read {source.read}" if source.read else "")
            parts.append(f"{source.publisher}{', ' + year if year else ''}")
    if fact.nation is not None:
        parts.append(fact.nation.value.replace("-", " ").title().replace("Uk", "UK"))
    if fact.needs_check(on):
        parts.append(CHECK)
    return " \u00b7 ".join(parts)


class StoryCard(Card):
    """A person's way or an employer's example, with how strong its evidence is."""

    def __init__(
        self, title: str, text: str, proof_line: str, helped: tuple[str, ...] = ()
    ) -> None:
        super().__init__(kind="sunk", pad=16)
        self.add(Heading(title, 3))
        self.add(Words(text))
        if helped:
            self.add(Words("What helped: " + "; ".join(helped[:3]) + "."))
        self.add(Words(proof_line, "small"))


def journey_card(journey: Journey, catalogue: Catalogue, on: date) -> StoryCard:
    """The card of one person's journey."""
    steps = "; then ".join(step.what[:1].lower() + step.what[1:] for step in journey.steps)
    text = f"{journey.situation} {('Steps: ' + steps + '.') if steps else ''}".strip()
    title = f"From {journey.from_role} to {journey.to_role}"
    return StoryCard(title, text, proof(journey.provenance, catalogue, on), journey.helped)


def case_card(case: CaseStudy, catalogue: Catalogue, on: date) -> StoryCard:
    """The card of an employer's or programme's example."""
    text = case.what_they_did or case.who_it_helps
    if case.try_this:
        text = f"{text} Try this: {case.try_this}"
    title = f"{case.title} ({case.organisation})"
    return StoryCard(title, text, proof(case.provenance, catalogue, on), case.helped)


class Drawing(QSvgWidget):
    """A drawing that keeps its shape and is named by the words that say the same."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        # Qt's drawing reads one family only, not a list with a first choice and others.
        family = f'font-family="{QApplication.font().family()}"'
        svg = re.sub(r'font-family="[^"]*"', family, picture.svg)
        self.load(QByteArray(svg.encode("utf-8")))
        self.setAccessibleName(picture.alt)
        self.setToolTip(picture.alt)
        self.renderer().setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """On white, as on paper: the drawing's inks are the printed page's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.end()
        super().paintEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height that keeps its shape."""
        size = self.renderer().defaultSize()
        return round(width * size.height() / max(1, size.width()))

    def sizeHint(self) -> QSize:
        """As drawn."""
        return self.renderer().defaultSize()
