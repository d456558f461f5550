"""What research says of a role, and the choices that it is one side of."""

from datetime import date

from PySide6.QtWidgets import QWidget

from guidance.domain.catalogue import Catalogue
from guidance.domain.guide import Comparison, Evidence
from guidance.domain.role import Role
from guidance.domain.wording import ACCESS
from guidance.ui.pages.pieces import proof
from guidance.ui.pages.role.about import statements
from guidance.ui.widgets.bullets import Bullets
from guidance.ui.widgets.field import Disclosure
from guidance.ui.widgets.words import Heading, Words

PAPERS = 4


def research(role: Role, catalogue: Catalogue, on: date) -> list[QWidget]:
    """The newest papers about a role and the comparisons that it belongs to; empty where none."""
    papers = [item for item in catalogue.evidence.values() if role.id in item.roles]
    papers.sort(key=lambda item: (-(item.year or 0), item.id))
    sides = [
        item
        for item in catalogue.comparisons.values()
        if any(role.id in side.roles for side in item.sides)
    ]
    pieces: list[QWidget] = []
    if papers:
        pieces.append(Heading("What research says", 2))
        pieces += [_paper(item, catalogue, on) for item in papers[:PAPERS]]
    if sides:
        pieces.append(Heading("Choices side by side", 2))
        pieces += [_comparison(item, catalogue, on) for item in sides]
    return pieces


def _paper(item: Evidence, catalogue: Catalogue, on: date) -> Disclosure:
    when = f" ({item.year})" if item.year else ""
    words = [Words(item.finding)]
    if item.use:
        words.append(Words(f"What you can do with it: {item.use}"))
    words.append(Words(f"{item.published_in}. {ACCESS[item.access]}.", "small"))
    words.append(Words(proof(item.provenance, catalogue, on), "small"))
    return Disclosure(f"{item.title}{when}", *words)


def _comparison(item: Comparison, catalogue: Catalogue, on: date) -> Disclosure:
    pieces: list[QWidget] = [Words(item.question, "strong")]
    for side in item.sides:
        pieces.append(Heading(side.name, 3))
        for name, held in (("What is good", side.good), ("What is hard", side.hard)):
            points = statements(f"{side.name}: {name}", held, catalogue, on)
            if points is not None:
                pieces += [Words(name, "strong"), points]
    others = statements("Other views", item.other_views, catalogue, on)
    if others is not None:
        pieces += [Heading("Others see it differently", 3), others]
    if item.ask:
        pieces += [Heading("Ask yourself", 3), Bullets("Ask yourself", item.ask)]
    pieces.append(Words(proof(item.provenance, catalogue, on), "small"))
    return Disclosure(item.title, *pieces)
