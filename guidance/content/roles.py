"""Shapes of sources, roles and routes."""

from guidance.content.conditions import needs
from guidance.content.problems import Desk, Fault, Given, Place, shown
from guidance.content.shape import (
    BAD,
    ID,
    SENTENCES,
    STATEMENTS,
    TITLE,
    WORDS,
    Key,
    Shape,
    decimal,
    listed,
    moment,
    named,
    refers,
    span,
    statement,
    table,
    text,
    truth,
    whole,
    word,
    wrong_type,
)
from guidance.content.shelf import MONEY, PROSE, ROUTES
from guidance.content.yaml_text import Table
from guidance.domain.dated import Source
from guidance.domain.role import Holland, Preview, Role
from guidance.domain.route import Route
from guidance.domain.vocabulary import (
    BANDS,
    HOLLAND_LETTERS,
    RegisterId,
    RouteKind,
    Setting,
    StaffGroup,
)
from guidance.domain.wording import HOURS, OFTEN, POSTS

STUDY = ("full-time", "part-time", "work-based", "none")
ANSWERS = ("yes", "unsure", "no")


SOURCE = Shape(
    Source,
    {
        "id": ID,
        "title": Key(text(300), needed=True),
        "publisher": Key(text(200), needed=True),
        "address": Key(text(600)),
        "published": Key(moment),
        "read": Key(moment),
        "note": Key(text(900)),
    },
)


def _holland(**found: Given) -> Holland:
    scores = {letter: found[letter] for letter in HOLLAND_LETTERS}
    return Holland(scores, found["match"], found["occupation"], found["soc"])


HOLLAND = Shape(
    _holland,
    {
        "soc": Key(text(20), needed=True),
        "occupation": Key(text(120), needed=True),
        "match": Key(word(("exact", "near", "broad", "none")), needed=True),
        **{letter: Key(decimal(0, 7), needed=True) for letter in HOLLAND_LETTERS},
    },
)
PREVIEW = Shape(
    Preview,
    {
        "question": Key(text(300), needed=True),
        "suggests": Key(named(word(ANSWERS), text(400)), needed=True),
    },
)


def _shared_title(title: str, shared: bool = False) -> tuple[str, bool]:
    return title, shared


SHARED_TITLE = Shape(
    _shared_title,
    {"title": Key(text(120), needed=True), "shared": Key(truth)},
)


def typed_title(desk: Desk, at: Place, value: Given) -> Given:
    """A reader of a title that people type: plain, or ``{title: x, shared: true}``."""
    if isinstance(value, Table):
        got = table(SHARED_TITLE)(desk, at, value)
    else:
        got = text(120)(desk, at, value)
        got = got if got is BAD else (got, False)
    if got is BAD:
        return BAD
    title, shared = got
    desk.titles.append((title, at.record, shared, at))
    return title


ROLE = Shape(
    Role,
    {
        "id": ID,
        "title": TITLE,
        "staff_group": Key(word(StaffGroup), needed=True),
        "summary": Key(text(600), needed=True),
        "register": Key(word(RegisterId)),
        "part": Key(refers("roles")),
        "regulator_note": Key(text()),
        "level": Key(whole(1, 9)),
        "bands": Key(listed(word(BANDS))),
        "band_note": Key(text()),
        "settings": Key(listed(word(Setting))),
        "titles": Key(listed(typed_title)),
        "phrases": Key(WORDS),
        "day": Key(SENTENCES),
        "rewards": Key(STATEMENTS),
        "hard_parts": Key(STATEMENTS),
        "interests": Key(WORDS),
        "values": Key(WORDS),
        "strengths": Key(WORDS),
        "value_ids": Key(listed(refers("values"))),
        "strength_ids": Key(listed(refers("strengths"))),
        "hours": Key(named(word(tuple(HOURS)), word(tuple(OFTEN)))),
        "holland": Key(table(HOLLAND)),
        "previews": Key(listed(table(PREVIEW))),
        "not_the_same_as": Key(STATEMENTS),
        "dead_end": Key(text()),
        "posts": Key(word(tuple(POSTS))),
        "stage_of": Key(listed(refers("roles"))),
        "author_note": Key(text(2000), to=""),
    },
    facts=True,
    shelf=PROSE,
)


def grant(desk: Desk, at: Place, value: Given) -> Given:
    """A reader of a credential: ``registered:nmc:adult-nurse``, ``level:6`` and the like."""
    if not isinstance(value, str):
        return wrong_type(desk, at, value, "a credential such as level:6")
    match value.split(":"):
        case ["registered", register, part]:
            if word(RegisterId)(desk, at, register) is BAD:
                return BAD
            return BAD if refers("roles")(desk, at, part) is BAD else value
        case ["level", level] if level in "12345678" and len(level) == 1:
            return value
        case ["qualification", name]:
            return BAD if refers("qualifications")(desk, at, name) is BAD else value
        case _:
            desk.error(
                Fault.UNKNOWN_WORD,
                at,
                f"'{shown(value)}' is not a credential.",
                "Write registered:REGISTER:ROLE, level:NUMBER or qualification:ID.",
            )
            return BAD


ROUTE = Shape(
    Route,
    {
        "id": ID,
        "to": Key(refers("roles"), needed=True),
        "kind": Key(word(RouteKind), needed=True),
        "name": Key(text(300), needed=True),
        "from_roles": Key(listed(refers("roles"))),
        "open_entry": Key(truth),
        "level": Key(whole(2, 8)),
        "months": Key(span),
        "study": Key(word(STUDY)),
        "keeps_earning": Key(truth),
        "needs": Key(needs),
        "grants": Key(listed(grant)),
        "notes": Key(STATEMENTS),
        "away": Key(truth),
        "funding": Key(listed(statement(shelf=MONEY))),
    },
    facts=True,
    shelf=ROUTES,
)
