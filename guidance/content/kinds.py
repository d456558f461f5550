"""The kinds of record: a folder each, the shape of its records, and the field they fill."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from guidance.content.guides import COMPARISON, EVIDENCE, GUIDE
from guidance.content.problems import Desk, Given, Place
from guidance.content.reference import (
    CHOICE,
    CONSTRAINT,
    FUNDING,
    INTEREST,
    LADDER,
    MECHANISM,
    OUTSIDE_GROUP,
    PAY,
    PROMPT,
    QUALIFICATION,
    RESOURCE,
    STANDARD,
    WORD_GROUP,
)
from guidance.content.roles import ROLE, ROUTE, SOURCE
from guidance.content.rules import REGISTER, RETURN_SUPPORT
from guidance.content.shape import (
    BAD,
    Key,
    Reader,
    Shape,
    refers,
    table,
    text,
    wrong_type,
)
from guidance.content.stories import CASE_STUDY, JOURNEY
from guidance.content.yaml_text import Rows, Table


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


def _rows(desk: Desk, at: Place, value: Given) -> Given:
    return value if isinstance(value, Rows) else wrong_type(desk, at, value, "a list of ways")


def _owner(role: str, **_: Given) -> str:
    return role


WAYS = Shape(
    _owner,
    {
        "role": Key(refers("roles"), needed=True),
        "ways_in": Key(_rows),
        "ways_on": Key(_rows),
    },
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
    Kind("evidence", table(EVIDENCE), "evidence"),
    Kind("comparisons", table(COMPARISON), "comparisons"),
    Kind("guides", table(GUIDE), "guides"),
)
FOLDERS = {kind.folder: kind for kind in KINDS}
