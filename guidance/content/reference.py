"""Shapes of the smaller kinds: ladders, qualifications, pay, funding and the rest."""

import re

from guidance.content import shelf
from guidance.content.conditions import TESTS
from guidance.content.problems import Desk, Fault, Given, Place, shown
from guidance.content.shape import (
    BAD,
    ID,
    SENTENCES,
    STATEMENTS,
    TITLE,
    Key,
    Shape,
    ident,
    listed,
    refers,
    table,
    text,
    whole,
    word,
)
from guidance.domain.catalogue import (
    Choice,
    ConstraintKind,
    Funding,
    InterestItem,
    Ladder,
    LadderLevel,
    Mechanism,
    OutsideGroup,
    PayBand,
    Prompt,
    Qualification,
    Resource,
    Standard,
    WordGroup,
)
from guidance.domain.vocabulary import (
    BANDS,
    HOLLAND_LETTERS,
    ConstraintId,
    Nation,
    RegisterId,
    RouteKind,
)

LEVEL = Shape(
    LadderLevel,
    {
        "id": ID,
        "name": Key(text(160), needed=True),
        "rank": Key(whole(0, 40), needed=True),
        "what_you_do": Key(text(900)),
        "needs": Key(SENTENCES),
        "typical_band": Key(text(80)),
        "roles": Key(listed(refers("roles"))),
    },
)
LADDER = Shape(
    Ladder,
    {
        "id": ID,
        "title": TITLE,
        "publisher": Key(text(200), needed=True),
        "purpose": Key(text(900), needed=True),
        "levels": Key(listed(table(LEVEL)), needed=True),
        "staff_groups": Key(listed(text(120))),
    },
    facts=True,
    shelf=shelf.PROSE,
)
INTEREST = Shape(
    InterestItem,
    {"id": ID, "letter": Key(word(HOLLAND_LETTERS), needed=True), "text": TITLE},
)
CHOICE = Shape(
    Choice,
    {
        "id": ID,
        "title": TITLE,
        "meaning": Key(text(300), needed=True),
        "phrases": Key(listed(text(80))),
    },
)
CONSTRAINT = Shape(
    ConstraintKind,
    {
        "id": Key(word(tuple(item.value for item in ConstraintId)), needed=True),
        "title": TITLE,
        "help": Key(text(400), needed=True),
        "unit": Key(word(("months", "band", "pounds", "minutes"))),
        "phrases": Key(listed(text(80))),
    },
)
QUALIFICATION = Shape(
    Qualification,
    {
        "id": ID,
        "title": TITLE,
        "level": Key(whole(1, 8)),
        "scqf": Key(whole(1, 12)),
        "subject": Key(ident),
        "typed": Key(listed(text(120))),
        "tests": Key(listed(word(TESTS))),
    },
    facts=True,
    shelf=shelf.PROSE,
    defaults={"level": None},
)


YEARS = re.compile(r"20[0-9]{2}-[0-9]{2}")


def pay_year(desk: Desk, at: Place, value: Given) -> Given:
    """A reader of a pay year such as 2025-26."""
    if isinstance(value, str) and YEARS.fullmatch(value):
        first, second = int(value[2:4]), int(value[5:])
        if second == (first + 1) % 100:
            return value
    desk.error(Fault.BAD_DATE, at, f"'{shown(value)}' is not a pay year.", "Write it as 2025-26.")
    return BAD


PAY = Shape(
    PayBand,
    {
        "nation": Key(word(tuple(item.value for item in Nation)), needed=True),
        "year": Key(pay_year, needed=True),
        "band": Key(word(BANDS), needed=True),
        "entry": Key(whole(1000, 1_000_000), needed=True),
        "top": Key(whole(1000, 1_000_000), needed=True),
        "middle": Key(whole(1000, 1_000_000)),
    },
    facts=True,
    shelf=shelf.PAY,
)


FUNDING = Shape(
    Funding,
    {
        "id": ID,
        "title": TITLE,
        "who": Key(text(), needed=True),
        "what": Key(text(900), needed=True),
        "amount": Key(text(400)),
        "year": Key(text(40)),
        "route_kinds": Key(listed(word(RouteKind))),
    },
    facts=True,
    shelf=shelf.MONEY,
)
MECHANISM = Shape(
    Mechanism,
    {
        "id": ID,
        "title": TITLE,
        "what": Key(text(), needed=True),
        "duration": Key(text()),
        "suits": Key(text()),
        "works_when": Key(SENTENCES),
        "how_to_start": Key(SENTENCES),
        "pitfalls": Key(SENTENCES),
        "evidence": Key(text()),
    },
    facts=True,
    shelf=shelf.PROSE,
)
RESOURCE = Shape(
    Resource,
    {
        "id": ID,
        "title": TITLE,
        "kind": Key(text(60), needed=True),
        "publisher": Key(text(200), needed=True),
        "offers": Key(text(900), needed=True),
        "status": Key(text(300)),
        "use_in_plan": Key(text()),
        "pay_of": Key(word(RegisterId)),
    },
    facts=True,
    shelf=shelf.PROSE,
)
STANDARD = Shape(
    Standard,
    {
        "id": ID,
        "title": TITLE,
        "publisher": Key(text(200), needed=True),
        "summary": Key(text(1200), needed=True),
        "items": Key(STATEMENTS),
    },
    facts=True,
    shelf=shelf.PROSE,
)
OUTSIDE_GROUP = Shape(
    OutsideGroup,
    {
        "id": ID,
        "title": TITLE,
        "titles": Key(listed(text(80)), needed=True),
        "roles": Key(listed(refers("roles")), needed=True),
        "why": Key(text(400), needed=True),
    },
    facts=True,
    shelf=shelf.PROSE,
)
WORD_GROUP = Shape(
    WordGroup, {"topic": Key(ident, needed=True), "words": Key(listed(text(80)), needed=True)}
)
PROMPT = Shape(
    Prompt,
    {
        "id": ID,
        "topic": Key(ident, needed=True),
        "question": Key(text(300), needed=True),
        "listen_for": Key(text(400)),
    },
    facts=True,
    shelf=shelf.PROSE,
)
