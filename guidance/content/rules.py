"""Shapes of registers with their rules, and of support for people coming back."""

from guidance.content.problems import Desk, Given, Place
from guidance.content.shape import (
    ID,
    SENTENCES,
    TITLE,
    Key,
    Shape,
    decimal,
    ident,
    listed,
    named,
    table,
    text,
    word,
)
from guidance.content.shelf import RULES
from guidance.content.yaml_text import Rows, Table
from guidance.domain.register import Boundary, Fee, Register, ReturnRule, ReturnSupport
from guidance.domain.vocabulary import (
    Nation,
    RegisterId,
)


def _value(desk: Desk, at: Place, value: Given) -> Given:
    """A reader of a free value of a rule: scalars, lists and tables of them."""
    if isinstance(value, Rows):
        return listed(_value)(desk, at, value)
    if isinstance(value, Table):
        return named(text(80), _value)(desk, at, value)
    return text(600)(desk, at, value) if isinstance(value, str) else value


FACTS_OF_RULES = named(text(80), _value)
RULE = Shape(
    ReturnRule,
    {
        "id": Key(text(60), needed=True),
        "kind": Key(ident, needed=True),
        "says": Key(text(1200), needed=True),
        "when": Key(FACTS_OF_RULES),
        "asks": Key(FACTS_OF_RULES),
        "confidence": Key(word(("verified", "secondary", "historic", "derived"))),
    },
    facts=True,
    shelf=RULES,
)
BOUNDARY = Shape(
    Boundary,
    {
        "case": Key(text(600), needed=True),
        "treat_as": Key(text(600), needed=True),
        "why": Key(text(900), needed=True),
        "ask": Key(text(400), needed=True),
        "field_name": Key(text(80)),
        "at": Key(decimal(-1e6, 1e6)),
        "flag": Key(text(600)),
    },
    facts=True,
    shelf=RULES,
)
FEE = Shape(
    Fee,
    {"item": Key(text(200), needed=True), "amount": Key(decimal(0, 1e6))},
    facts=True,
    shelf=RULES,
    defaults={"amount": None},
)
REGISTER = Shape(
    Register,
    {
        "id": Key(word(RegisterId), needed=True),
        "title": TITLE,
        "nation": Key(word(Nation), needed=True),
        "parts": Key(listed(text(120)), needed=True),
        "clock_starts": Key(text(600), needed=True),
        "contact": Key(text(600), needed=True),
        "rules": Key(listed(table(RULE))),
        "boundaries": Key(listed(table(BOUNDARY))),
        "fees": Key(listed(table(FEE))),
        "notes": Key(SENTENCES),
    },
)
RETURN_SUPPORT = Shape(
    ReturnSupport,
    {
        "id": ID,
        "nation": Key(word(Nation), needed=True),
        "name": TITLE,
        "who": Key(text(), needed=True),
        "what": Key(text(900), needed=True),
        "amount": Key(text(300)),
        "status": Key(text(300)),
        "registers": Key(listed(word(RegisterId))),
    },
    facts=True,
    shelf=RULES,
)
