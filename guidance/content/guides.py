"""Shapes of evidence, comparisons and guides."""

from guidance.content.shape import (
    ID,
    SENTENCES,
    STATEMENTS,
    TITLE,
    WORDS,
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
from guidance.content.shelf import PROSE
from guidance.domain.guide import Comparison, Evidence, Guide, Side, Transfer
from guidance.domain.vocabulary import Access, Stage

DESIGNS = (
    "review",
    "trial",
    "cohort",
    "survey",
    "interviews",
    "mixed",
    "case-report",
    "evaluation",
    "report",
    "opinion",
    "book",
)
TOPICS = (
    "career-stage",
    "ladders-and-snakes",
    "transferable-skills",
    "manager-check-in",
    "portfolio-career",
    "entry",
    "applying",
    "networks",
)
EVIDENCE = Shape(
    Evidence,
    {
        "id": ID,
        "title": TITLE,
        "published_in": Key(text(200), needed=True),
        "year": Key(whole(1900, 2100)),
        "design": Key(word(DESIGNS), needed=True),
        "finding": Key(text(600), needed=True),
        "access": Key(word(Access)),
        "staff_groups": Key(WORDS),
        "roles": Key(listed(refers("roles"))),
        "topics": Key(listed(ident)),
        "use": Key(text(300)),
    },
    facts=True,
)
SIDE = Shape(
    Side,
    {
        "name": Key(text(120), needed=True),
        "good": Key(STATEMENTS, needed=True),
        "hard": Key(STATEMENTS, needed=True),
        "roles": Key(listed(refers("roles"))),
    },
)
COMPARISON = Shape(
    Comparison,
    {
        "id": ID,
        "title": TITLE,
        "question": Key(text(300), needed=True),
        "sides": Key(listed(table(SIDE)), needed=True),
        "other_views": Key(STATEMENTS),
        "ask": Key(SENTENCES),
    },
    facts=True,
    shelf=PROSE,
)
TRANSFER = Shape(
    Transfer,
    {
        "had": Key(text(200), needed=True),
        "shows": Key(text(300), needed=True),
        "roles": Key(listed(refers("roles"))),
    },
)
GUIDE = Shape(
    Guide,
    {
        "id": ID,
        "title": TITLE,
        "topic": Key(word(TOPICS), needed=True),
        "who": Key(text(300), needed=True),
        "stage": Key(word(Stage)),
        "points": Key(STATEMENTS),
        "watch": Key(STATEMENTS),
        "pairs": Key(listed(table(TRANSFER))),
    },
    facts=True,
    shelf=PROSE,
)
