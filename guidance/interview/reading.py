"""Profile files (``waymark-profile/1``): read strictly and kindly, written so they read back.

Control characters are refused by name. Right-to-left text, emoji and markup are kept as typed.
Everything but ``format`` may be missing.
"""

import json
import re
from datetime import date
from typing import cast

from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import first_day
from guidance.domain.errors import KnownError
from guidance.domain.profile import (
    Aims,
    Chosen,
    ConstraintItem,
    Constraints,
    HeldQualification,
    HeldRole,
    Interests,
    Profile,
    Ranked,
    Registration,
)
from guidance.domain.vocabulary import (
    ConstraintId,
    Direction,
    Nation,
    Purpose,
    RegisterId,
    RegistrationStatus,
    Setting,
    Stage,
    Strictness,
)
from guidance.interview.checks import date_problem, qualified_after_leaving, registration_problem
from guidance.interview.limits import (
    CONSTRAINT_MOST,
    COUNTS,
    DEPTH,
    FIRST_YEAR,
    ID_LENGTH,
    LAST_YEAR,
    MONTHS_AT_MOST,
    PHRASE_LENGTH,
    TEXT_LENGTH,
    TITLE_LENGTH,
)
from guidance.interview.readers import (
    BAD,
    Notes,
    Reader,
    band,
    distinct,
    flag,
    hours,
    kind_of,
    listed,
    maybe,
    nearest,
    noun,
    scores,
    shown,
    text,
    whole,
    word,
)

FORMAT = "waymark-profile/1"


def read_profile(source: str, today: date | None = None) -> Profile:
    """The profile that a text holds.

    Dates are checked against the profile's own ``as_of``, else against ``today`` where given.
    Raises KnownError that names the path to the first thing wrong and says how many more there are.
    """
    value = _parsed(source)
    notes = Notes()
    if not isinstance(value, dict):
        raise KnownError(
            f"A profile should be a set of named values, not {kind_of(value)}.",
            f'Start it with {{"format": "{FORMAT}"}}.',
        )
    pairs = cast("dict[str, object]", value)
    _check_format(pairs.pop("format", None))
    made = _PROFILE(pairs, "", notes)
    if made is not BAD:
        _check_dates(cast("Profile", made), today, notes)
    if notes.found:
        raise _told(notes)
    return cast("Profile", made)


def check_dates(profile: Profile, as_of: date) -> None:
    """Raise KnownError for a date that cannot be so on a day, as :func:`read_profile` does."""
    notes = Notes()
    _check_dates(profile, as_of, notes)
    if notes.found:
        raise _told(notes)


def check_ids(profile: Profile, catalogue: Catalogue) -> None:
    """Raise KnownError for an id in the profile that the catalogue does not have.

    A part of a register is refused only when it is nearly the same as a known one: parts that the
    catalogue has nothing to say of are taken as told.
    """
    notes = Notes()
    for i, role in enumerate(profile.roles):
        _check_id(role.role_id, [*catalogue.roles], f"roles[{i}].role_id", notes)
    items = [item.id for item in catalogue.interest_items]
    for key in profile.interests.answers:
        _check_id(key, items, "interests.answers", notes)
    for i, key in enumerate(profile.values.ranked):
        _check_id(key, [*catalogue.values], f"values.ranked[{i}]", notes)
    for i, key in enumerate(profile.strengths.chosen):
        _check_id(key, [*catalogue.strengths], f"strengths.chosen[{i}]", notes)
    for i, held in enumerate(profile.registrations):
        _check_part(held, catalogue, f"registrations[{i}].part", notes)
    if notes.found:
        raise _told(notes)


def write_profile(profile: Profile) -> str:
    """The profile as JSON with ``format`` first; reading it gives the same profile back."""
    plain = {
        "format": FORMAT,
        "as_of": profile.as_of,
        "nation": profile.nation,
        "purpose": profile.purpose,
        "stage": profile.stage,
        "roles": [{key: getattr(role, key) for key in _ROLE_FIELDS} for role in profile.roles],
        "qualifications": [
            {key: getattr(held, key) for key in _QUALIFICATION_FIELDS}
            for held in profile.qualifications
        ],
        "registrations": [
            {key: getattr(held, key) for key in _REGISTRATION_FIELDS}
            for held in profile.registrations
        ],
        "interests": {
            "answers": dict(profile.interests.answers),
            "phrases": list(profile.interests.phrases),
        },
        "values": {
            "ranked": list(profile.values.ranked),
            "phrases": list(profile.values.phrases),
        },
        "strengths": {
            "chosen": list(profile.strengths.chosen),
            "phrases": list(profile.strengths.phrases),
        },
        "constraints": {
            "items": [
                {"id": item.id, "value": item.value, "strength": item.strength}
                for item in profile.constraints.items
            ],
            "phrases": list(profile.constraints.phrases),
        },
        "direction": profile.direction,
        "aims": {"roles": list(profile.aims.roles), "phrases": list(profile.aims.phrases)},
    }
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


# Reading the text


class _RefusedError(Exception):
    """A part of the JSON that the parser's hooks will not take."""


def _parsed(source: str) -> object:
    body = source.removeprefix("\ufeff")
    if len(body) > TEXT_LENGTH:
        raise KnownError("The profile is far too long.", "Check that it is the right file.")
    if not body.strip():
        raise KnownError("The profile is empty.", f'Start with {{"format": "{FORMAT}"}}.')
    if _depth(body) > DEPTH:
        raise KnownError(
            "The profile has brackets inside brackets too many times.",
            "Check it is the right file.",
        )
    try:
        return json.loads(
            body, object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        raise KnownError(
            f"The profile is not valid JSON: at line {error.lineno}, column {error.colno}, "
            f"{_plain_words(error.msg)}.",
            "Put that right and try again.",
        ) from None
    except _RefusedError as error:
        raise KnownError(str(error), "Put that right and try again.") from None


def _depth(body: str) -> int:
    """How many brackets are open at once, at most; a cheap count settles nearly every file."""
    if body.count("[") + body.count("{") <= DEPTH:
        return 0
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", body)
    depth = deepest = 0
    for mark in re.findall(r"[\[\]{}]", outside):
        depth += 1 if mark in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _RefusedError(f"The profile has the key '{shown(key)}' twice in one place.")
        found[key] = value
    return found


def _constant(name: str) -> object:
    raise _RefusedError(f"The profile has '{name}', which is not a number.")


def _integer(digits: str) -> int:
    if len(digits) > 15:
        raise _RefusedError(f"The profile has a number with {len(digits)} digits.")
    return int(digits)


_JSON_WORDS = (
    ("Expecting ',' delimiter", "a comma or a closing bracket is missing"),
    ("Expecting ':' delimiter", "a colon is missing after a key"),
    ("Expecting property name", "a key in double quotes should stand here"),
    ("Illegal trailing comma", "there is a comma too many"),
    ("Expecting value", "a value should stand here"),
    ("Unterminated string", "a text starts that has no closing quote mark"),
    ("Extra data", "there is more after the end of the profile"),
    ("Invalid control character", "a text has a line break or a hidden character in it"),
    ("Invalid \\", "a backslash in a text is not one that JSON knows"),
)


def _plain_words(message: str) -> str:
    found = (plain for start, plain in _JSON_WORDS if message.startswith(start))
    return next(found, "something is out of place")


def _check_format(found: object) -> None:
    if found == FORMAT:
        return
    if found is None:
        raise KnownError(
            "The profile does not say its format.", f'Add "format": "{FORMAT}" at the top.'
        )
    number = re.fullmatch(r"waymark-profile/(\d{1,6})", found) if isinstance(found, str) else None
    if number and int(number[1]) > 1:
        raise KnownError(
            f"The profile has the format '{found}', and this Waymark reads '{FORMAT}'.",
            "Use a newer Waymark.",
        )
    raise KnownError(
        f"The profile's format should be '{FORMAT}', not '{shown(found)}'.", "Check the file."
    )


# Reading the parts


def _day(value: object, path: str, notes: Notes) -> object:
    """An ISO day, of this century."""
    if not isinstance(value, str):
        wrong = f"should be a date in quotes, not {kind_of(value)}"
        return notes.add(path, wrong, "Use one such as 2026-11-21.")
    try:
        day = first_day(value) if len(value) == 10 else None
    except ValueError:
        day = None
    if day is None or not value.isascii():
        return notes.add(path, f"cannot be '{shown(value)}'", "Use a day such as 2026-11-21.")
    if not 2000 <= day.year <= LAST_YEAR:
        return notes.add(path, f"cannot be {value}", "Use the day the profile was made.")
    return value


def _past(value: object, path: str, notes: Notes) -> object:
    """A month or a day. Whether it is past is checked once ``as_of`` is known."""
    if not isinstance(value, str):
        wrong = f"should be a date in quotes, not {kind_of(value)}"
        return notes.add(path, wrong, "Use one such as 2020-03.")
    wrong = date_problem(value, None)
    return notes.add(path, "is not right", wrong) if wrong else value


def _constraint(value: object, path: str, notes: Notes) -> object:
    item = _CONSTRAINT(value, path, notes)
    if item is BAD or cast("ConstraintItem", item).value is None:
        return item
    held = cast("ConstraintItem", item)
    kind = str(held.id)
    inner = f"{path}.value"
    if kind == ConstraintId.MIN_BAND:
        read = band(held.value, inner, notes)
    elif isinstance(held.value, int):
        read = whole(0, CONSTRAINT_MOST.get(kind, 1_000_000))(held.value, inner, notes)
    elif kind in CONSTRAINT_MOST:
        wrong = f"should be a number, not text ('{shown(held.value)}')"
        read = notes.add(inner, wrong, "Leave the unit out.")
    else:
        read = held.value
    return BAD if read is BAD else ConstraintItem(held.id, cast("str | int", read), held.strength)


def _value(value: object, path: str, notes: Notes) -> object:
    if isinstance(value, (bool, float)) or not isinstance(value, (str, int)):
        wrong = f"should be text or a whole number, not {kind_of(value)}"
        return notes.add(path, wrong, "Use null when there is none.")
    return text(TITLE_LENGTH)(value, path, notes) if isinstance(value, str) else value


_ID = text(ID_LENGTH)
_TITLE = text(TITLE_LENGTH)


def _phrases(part: str) -> Reader:
    return listed(text(PHRASE_LENGTH), COUNTS[part])


def _ids(part: str) -> Reader:
    return distinct(listed(_ID, COUNTS[part]), str)


_ROLE_FIELDS: dict[str, Reader] = {
    "title": _TITLE,
    "role_id": maybe(_ID),
    "current": flag,
    "band": maybe(band),
    "months": maybe(whole(0, MONTHS_AT_MOST)),
    "setting": maybe(word(Setting)),
}
_QUALIFICATION_FIELDS: dict[str, Reader] = {
    "title": _TITLE,
    "level": maybe(whole(1, 8)),
    "subject": maybe(_TITLE),
    "year": maybe(whole(FIRST_YEAR, LAST_YEAR)),
}
_REGISTRATION_FIELDS: dict[str, Reader] = {
    "register": word(RegisterId),
    "part": maybe(_ID),
    "status": word(RegistrationStatus),
    "left_on": maybe(_past),
    "last_practised_on": maybe(_past),
    "practice_hours_3y": maybe(hours),
    "practice_hours_5y": maybe(hours),
    "cpd_hours_3y": maybe(hours),
}
_CONSTRAINT = noun(
    ConstraintItem,
    {"id": word(ConstraintId), "value": maybe(_value), "strength": word(Strictness)},
    needs=("id",),
)
_PROFILE = noun(
    Profile,
    {
        "as_of": maybe(_day),
        "nation": maybe(word(Nation)),
        "purpose": maybe(word(Purpose)),
        "stage": maybe(word(Stage)),
        "roles": listed(noun(HeldRole, _ROLE_FIELDS), COUNTS["roles"]),
        "qualifications": listed(
            noun(HeldQualification, _QUALIFICATION_FIELDS), COUNTS["qualifications"]
        ),
        "registrations": listed(
            noun(Registration, _REGISTRATION_FIELDS, needs=("register",)), COUNTS["registrations"]
        ),
        "interests": noun(
            Interests, {"answers": scores(COUNTS["interests"]), "phrases": _phrases("interests")}
        ),
        "values": noun(Ranked, {"ranked": _ids("values"), "phrases": _phrases("values")}),
        "strengths": noun(Chosen, {"chosen": _ids("strengths"), "phrases": _phrases("strengths")}),
        "constraints": noun(
            Constraints,
            {
                "items": distinct(
                    listed(_constraint, COUNTS["constraints"]), lambda item: str(item.id)
                ),
                "phrases": _phrases("constraints"),
            },
        ),
        "direction": maybe(word(Direction)),
        "aims": noun(Aims, {"roles": listed(_TITLE, COUNTS["aims"]), "phrases": _phrases("aims")}),
    },
)


# Checks across parts


def _check_dates(profile: Profile, today: date | None, notes: Notes) -> None:
    as_of = date.fromisoformat(profile.as_of) if profile.as_of else today
    for i, held in enumerate(profile.qualifications):
        if as_of is not None and held.year is not None and held.year > as_of.year:
            wrong = f"is {held.year}, which is still to come on {as_of.isoformat()}"
            notes.add(f"qualifications[{i}].year", wrong, "Give the year you passed.")
    for i, registration in enumerate(profile.registrations):
        found = registration_problem(registration, as_of)
        if found:
            notes.add(f"registrations[{i}].{found[0]}", "is not right", found[1])
        elif late := qualified_after_leaving(registration, profile.qualifications):
            wrong = f"({registration.left_on}) is before the year you qualified ({late})"
            notes.add(f"registrations[{i}].left_on", wrong, "Check both dates.")


def _check_id(value: str | None, known: list[str], path: str, notes: Notes) -> None:
    if value is not None and value not in known:
        notes.add(path, f"has an id we do not know, '{shown(value)}'", nearest(value, known))


def _check_part(held: Registration, catalogue: Catalogue, path: str, notes: Notes) -> None:
    register = catalogue.registers.get(held.register)
    known = [*(register.parts if register else ()), *catalogue.roles]
    if held.part is None or held.part in known:
        return
    hint = nearest(held.part, known)
    if hint.startswith("Did you mean"):
        notes.add(path, f"has an id we do not know, '{shown(held.part)}'", hint)


def _told(notes: Notes) -> KnownError:
    """The first thing found, and how many more there are."""
    path, wrong, do = notes.found[0]
    where = f"In the profile, '{path}'" if path else "The profile"
    more = len(notes.found) - 1
    also = f" There {'is' if more == 1 else 'are'} {more} more to put right." if more else ""
    return KnownError(f"{where} {wrong}.", do + also)
