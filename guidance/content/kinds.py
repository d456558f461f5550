"""The kinds of record: a folder each, the shape of its records, and the field they fill."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from guidance.content.conditions import TESTS, needs
from guidance.content.problems import Desk, Fault, Given, Place, shown
from guidance.content.shape import (
    BAD,
    Key,
    Reader,
    Shape,
    decimal,
    ident,
    listed,
    moment,
    named,
    one_or_more,
    refers,
    sourced,
    span,
    statement,
    table,
    text,
    truth,
    whole,
    word,
    wrong_type,
)
from guidance.content.yaml_text import Rows, Table
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
from guidance.domain.dated import Provenance, Source
from guidance.domain.register import Boundary, Fee, Register, ReturnRule, ReturnSupport
from guidance.domain.role import Holland, Preview, Role
from guidance.domain.route import Route
from guidance.domain.story import CaseStudy, Journey, JourneyStep
from guidance.domain.vocabulary import (
    BANDS,
    HOLLAND_LETTERS,
    Basis,
    ConstraintId,
    Nation,
    RegisterId,
    RouteKind,
    Setting,
    Stage,
    StaffGroup,
)

WORDS = listed(text(200))
SENTENCES = listed(text(600))
STATEMENTS = listed(statement())
ID = Key(ident, needed=True)
TITLE = Key(text(200), needed=True)
YEAR_OF_PAY = text(7)
HOURS = (
    "nights",
    "weekends",
    "evenings",
    "shifts",
    "on-call",
    "part-time",
    "lifting",
    "home-working",
    "travel",
)
OFTEN = ("usual", "some", "rare", "none")
STUDY = ("full-time", "part-time", "work-based", "none")
ANSWERS = ("yes", "unsure", "no")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its folder (also its name), reader, and field of the Catalogue.

    ``spread`` turns a file's document into rows where a file has a shape of its own.
    ``keyed`` says whether the field is a mapping by id; else it is a sequence.
    """

    folder: str
    read: Reader
    field: str
    keyed: bool = True
    spread: Callable[[Desk, Place, Given], Rows] | None = None


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
SHARED_TITLE = Shape(
    lambda title, shared=False: (title, shared),
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
        "hours": Key(named(word(HOURS), word(OFTEN))),
        "holland": Key(table(HOLLAND)),
        "previews": Key(listed(table(PREVIEW))),
        "not_the_same_as": Key(STATEMENTS),
        "dead_end": Key(text()),
        "workforce": Key(whole(0, 2_000_000)),
        "author_note": Key(text(2000), to=""),
    },
    facts=True,
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
        "funding": Key(listed(statement(shelf=12))),
    },
    facts=True,
)


def spread_routes(desk: Desk, at: Place, document: Given) -> Rows:
    """The ways in and on of a role's file as rows that each name ``to`` or ``from_roles``."""
    rows = Rows(at.line)
    if not isinstance(document, Table):
        wrong_type(desk, at, document, "'role:', 'ways_in:' and 'ways_on:'")
        return rows
    role = table(WAYS)(desk, at, document)
    if role is BAD:
        return rows
    owner = Rows(document.line)
    owner.append(role)
    owner.lines.append(document.lines["role"])
    for key, given in (
        ("ways_in", {"to": role}),
        ("ways_on", {"from_roles": owner, "kind": "progression", "open_entry": False}),
    ):
        ways: Given = document.get(key) or Rows(0)
        for way, line in zip(ways, ways.lines, strict=True):
            rows.append(_filled(way, given))
            rows.lines.append(line)
    return rows


def _filled(way: Given, given: Mapping[str, Given]) -> Given:
    """A way with the keys that its file's role gives it, where it has none of its own."""
    if not isinstance(way, Table):
        return way
    for key, value in given.items():
        if way.get(key) is None:
            way[key] = value
            way.lines[key] = way.line
    return way


def _anything(_desk: Desk, _at: Place, value: Given) -> Given:
    return value


def _rows(desk: Desk, at: Place, value: Given) -> Given:
    return value if isinstance(value, Rows) else wrong_type(desk, at, value, "a list of ways")


WAYS = Shape(
    lambda role, **_: role,
    {
        "role": Key(refers("roles"), needed=True),
        "ways_in": Key(_rows),
        "ways_on": Key(_rows),
    },
)


def _journey(**found: Given) -> Journey:
    (role, role_id, situation), (to, to_id) = found.pop("from"), found.pop("to")
    return Journey(
        from_role=role, from_role_id=role_id, situation=situation, to_role=to, to_role_id=to_id,
        **found,
    )  # fmt: skip


STEP = Shape(
    JourneyStep,
    {"what": Key(text(300), needed=True), "kind": Key(ident), "months": Key(whole(0, 600))},
)
JOURNEY_FROM = Shape(
    lambda role, role_id=None, situation="": (role, role_id, situation),
    {
        "role": Key(text(120), needed=True),
        "role_id": Key(refers("roles")),
        "situation": Key(text(400)),
    },
)
JOURNEY_TO = Shape(
    lambda role, role_id=None: (role, role_id),
    {"role": Key(text(160), needed=True), "role_id": Key(refers("roles"))},
)
JOURNEY = Shape(
    _journey,
    {
        "id": ID,
        "staff_group": Key(word(StaffGroup), needed=True),
        "from": Key(table(JOURNEY_FROM), needed=True),
        "steps": Key(listed(table(STEP)), needed=True),
        "to": Key(table(JOURNEY_TO), needed=True),
        "life_stage": Key(word(Stage)),
        "circumstances": Key(listed(ident)),
        "motives": Key(WORDS),
        "obstacles": Key(WORDS),
        "what_helped": Key(WORDS, to="helped"),
        "advice": Key(text(400)),
        "route_kinds": Key(listed(word(RouteKind))),
        "evidence": Key(text(40), to=""),
    },
    facts=True,
    basis=Basis.OBSERVED,
)
RESULT = Shape(
    lambda meaning, figure=None: f"{figure}: {meaning}" if figure else meaning,
    {"figure": Key(text(60)), "meaning": Key(text(300), needed=True)},
)


def _result(desk: Desk, at: Place, value: Given) -> Given:
    """A result: a figure with its meaning, or a sentence as elsewhere."""
    if isinstance(value, Table) and "meaning" in value:
        words = table(RESULT)(desk, at, value)
        return BAD if words is BAD else words[:1].upper() + words[1:]
    return statement()(desk, at, value)


def _case_study(**found: Given) -> CaseStudy:
    by: Provenance = found["provenance"]
    results = tuple(
        statement_of(item, by) if isinstance(item, str) else sourced(item, by)
        for item in found.pop("results", ())
    )
    return CaseStudy(results=results, **found)


def statement_of(words: str, by: Provenance) -> Given:
    """A sentence that stands on its record's own provenance."""
    from guidance.domain.dated import Statement

    return Statement(words, by)


CASE_STUDY = Shape(
    _case_study,
    {
        "id": ID,
        "title": TITLE,
        "organisation": Key(text(200), needed=True),
        "kind": Key(
            word(("employer-programme", "evaluated-programme", "campaign", "lived-story")),
            needed=True,
        ),
        "who_it_helps": Key(text(300), needed=True),
        "detail": Key(word(("full", "partial", "headline"))),
        "region": Key(text(120)),
        "situation": Key(text(800)),
        "what_they_did": Key(text(900)),
        "results": Key(listed(_result)),
        "what_helped": Key(one_or_more(text(500)), to="helped"),
        "what_got_in_the_way": Key(one_or_more(text(500)), to="got_in_the_way"),
        "try_this": Key(text(500)),
        "themes": Key(listed(ident)),
        "staff_groups": Key(listed(text(80))),
        "roles_from": Key(listed(refers("roles"))),
        "roles_to": Key(listed(refers("roles"))),
    },
    facts=True,
    basis=Basis.EMPLOYER_EXAMPLE,
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
    shelf=12,
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
    shelf=12,
)
FEE = Shape(
    lambda amount=None, **found: Fee(amount=amount, **found),
    {"item": Key(text(200), needed=True), "amount": Key(decimal(0, 1e6))},
    facts=True,
    shelf=12,
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
    shelf=12,
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
    lambda level=None, **found: Qualification(level=level, **found),
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
)
PAY = Shape(
    PayBand,
    {
        "nation": Key(word(tuple(item.value for item in Nation)), needed=True),
        "year": Key(YEAR_OF_PAY, needed=True),
        "band": Key(word(BANDS), needed=True),
        "entry": Key(whole(1000, 1_000_000), needed=True),
        "top": Key(whole(1000, 1_000_000), needed=True),
        "middle": Key(whole(1000, 1_000_000)),
    },
    facts=True,
    shelf=12,
)


def spread_pay(desk: Desk, at: Place, document: Given) -> Rows:
    """The bands of a pay table as rows that each carry the head of the table."""
    rows = Rows(at.line)
    bands: Given = document.get("bands") if isinstance(document, Table) else None
    if not isinstance(document, Table) or not isinstance(bands, Rows):
        wrong_type(desk, at, document, "a head (nation, year, source) and a list under 'bands'")
        return rows
    head = {key: value for key, value in document.items() if key != "bands"}
    for band, line in zip(bands, bands.lines, strict=True):
        rows.append(_filled(band, head))
        rows.lines.append(line)
    return rows


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
    shelf=12,
)
MECHANISM = Shape(
    Mechanism,
    {
        "id": ID,
        "title": TITLE,
        "what": Key(text(), needed=True),
        "duration": Key(text()),
        "suits": Key(text()),
        "how_to_start": Key(SENTENCES),
        "pitfalls": Key(SENTENCES),
        "evidence": Key(text()),
    },
    facts=True,
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
    },
    facts=True,
    shelf=24,
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
    shelf=24,
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
)

KINDS = (
    Kind("sources", table(SOURCE), "sources"),
    Kind("roles", table(ROLE), "roles"),
    Kind("routes", table(ROUTE), "routes", spread=spread_routes),
    Kind("journeys", table(JOURNEY), "journeys"),
    Kind("case-studies", table(CASE_STUDY), "case_studies"),
    Kind("registers", table(REGISTER), "registers"),
    Kind("return-support", table(RETURN_SUPPORT), "return_support", keyed=False),
    Kind("ladders", table(LADDER), "ladders"),
    Kind("interests", table(INTEREST), "interest_items", keyed=False),
    Kind("values", table(CHOICE), "values"),
    Kind("strengths", table(CHOICE), "strengths"),
    Kind("constraints", table(CONSTRAINT), "constraints"),
    Kind("qualifications", table(QUALIFICATION), "qualifications"),
    Kind("pay", table(PAY), "pay", keyed=False, spread=spread_pay),
    Kind("funding", table(FUNDING), "funding"),
    Kind("mechanisms", table(MECHANISM), "mechanisms"),
    Kind("resources", table(RESOURCE), "resources"),
    Kind("standards", table(STANDARD), "standards"),
    Kind("outside-groups", table(OUTSIDE_GROUP), "outside_groups", keyed=False),
    Kind("words", table(WORD_GROUP), "word_groups", keyed=False),
    Kind("unlisted-titles", text(80), "unlisted_titles", keyed=False),
    Kind("prompts", table(PROMPT), "prompts", keyed=False),
)
FOLDERS = {kind.folder: kind for kind in KINDS}
