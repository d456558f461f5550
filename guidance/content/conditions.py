"""Conditions as authors write them: one key from a closed table, with ``says`` and ``source``."""

from collections.abc import Mapping
from dataclasses import replace

from guidance.content.problems import Desk, Fault, Given, Place, nearest, shown
from guidance.content.shape import (
    BAD,
    Key,
    Reader,
    Shape,
    listed,
    one_or_more,
    refers,
    table,
    text,
    whole,
    word,
    wrong_type,
)
from guidance.content.yaml_text import Table
from guidance.domain.condition import (
    Age,
    AllOf,
    AnyOf,
    Confirm,
    Employed,
    EmployerSupport,
    Experience,
    Holds,
    InNation,
    Passed,
    Registered,
)
from guidance.domain.vocabulary import Nation, RegisterId, RegistrationStatus, StaffGroup

TESTS = (
    "english",
    "maths",
    "science",
    "driving-licence",
    "english-language",
    "admissions-test",
    "dbs",
    "health-check",
)
PLACES_OF_WORK = ("any", "health-and-care", "nhs")
SUBJECT = text(40)

HOLDS = Shape(
    Holds,
    {
        "level": Key(whole(1, 8)),
        "subject": Key(SUBJECT),
        "grade": Key(text(120)),
        "qualification": Key(refers("qualifications")),
    },
)
REGISTERED = Shape(
    Registered,
    {
        "register": Key(word(RegisterId), needed=True),
        "part": Key(refers("roles")),
        "status": Key(word(RegistrationStatus)),
    },
)
EXPERIENCE = Shape(
    Experience,
    {
        "roles": Key(listed(refers("roles"))),
        "family": Key(word(StaffGroup)),
        "months": Key(whole(0, 600)),
    },
)


def condition(desk: Desk, at: Place, value: Given) -> Given:
    """A reader of one condition; gives the noun of its kind."""
    if not isinstance(value, Table):
        return wrong_type(desk, at, value, "a condition such as 'test: english'")
    kinds = [name for name in value if name not in EXTRAS]
    unknown = [name for name in kinds if name not in READERS]
    for name in unknown:
        desk.error(
            Fault.UNKNOWN_KEY,
            at.into(name, value.lines[name]),
            f"There is no condition called '{shown(name)}'.",
            nearest(name, list(READERS)),
        )
    if unknown:
        return BAD
    if len(kinds) != 1:
        desk.error(
            Fault.MISSING_KEY,
            at,
            f"A condition holds one of its kinds; this one holds {len(kinds)}.",
            "Write one kind in each item of the list.",
        )
        return BAD
    extras = {
        name: EXTRAS[name](desk, at.into(name, value.lines[name]), value[name])
        for name in EXTRAS
        if value.get(name) is not None
    }
    name = kinds[0]
    made = READERS[name](desk, at.into(name, value.lines[name]), value[name])
    if made is BAD or BAD in extras.values():
        return BAD
    return replace(made, **extras)


def _employer_support(desk: Desk, at: Place, value: Given) -> Given:
    if value is True:
        return EmployerSupport()
    return wrong_type(desk, at, value, "true")


def _wrap(read: Reader, make: Reader) -> Reader:
    def wrapped(desk: Desk, at: Place, value: Given) -> Given:
        got = read(desk, at, value)
        return BAD if got is BAD else make(desk, at, got)

    return wrapped


def _some(desk: Desk, at: Place, items: Given) -> Given:
    if items:
        return items
    desk.error(Fault.MISSING_KEY, at, "The list is empty.", "Name at least one item.")
    return BAD


def needs(desk: Desk, at: Place, value: Given) -> Given:
    """A reader of a route's list of conditions, all of which must hold; gives an AllOf."""
    items = listed(condition)(desk, at, value)
    return BAD if items is BAD else AllOf(items)


def _one_at_least(shape: Shape) -> Reader:
    """A reader of a table that must say something."""
    read = table(shape)

    def wrapped(desk: Desk, at: Place, value: Given) -> Given:
        made = read(desk, at, value)
        if made is not BAD and not value:
            desk.error(Fault.MISSING_KEY, at, "The table is empty.", "Say what is asked.")
            return BAD
        return made

    return wrapped


EXTRAS: Mapping[str, Reader] = {"says": text(400), "source": refers("sources")}
READERS: Mapping[str, Reader] = {
    "holds": _one_at_least(HOLDS),
    "registered": table(REGISTERED),
    "experience": _one_at_least(EXPERIENCE),
    "employed": _wrap(word(PLACES_OF_WORK), lambda _d, _a, got: Employed(got)),
    "employer_support": _employer_support,
    "age": _wrap(whole(14, 99), lambda _d, _a, got: Age(got)),
    "nation": _wrap(_wrap(one_or_more(word(Nation)), _some), lambda _d, _a, got: InNation(got)),
    "test": _wrap(word(TESTS), lambda _d, _a, got: Passed(got)),
    "confirm": _wrap(text(400), lambda _d, _a, got: Confirm(got)),
    "any_of": _wrap(_wrap(listed(condition), _some), lambda _d, _a, got: AnyOf(got)),
    "all_of": _wrap(_wrap(listed(condition), _some), lambda _d, _a, got: AllOf(got)),
}
