"""``returning``: what coming back takes, for profiles and for bare cases."""

import json
from argparse import Namespace
from pathlib import Path
from typing import cast

from guidance.app.profiles import read_text
from guidance.app.returns import answer_bare_case, return_answers
from guidance.cli import plain, text
from guidance.cli.desk import Desk, each_line
from guidance.domain.client import Client
from guidance.domain.errors import KnownError
from guidance.domain.profile import Profile


def run(asked: Namespace, desk: Desk) -> int:
    """Answer for the registrations of a profile, or line by line for ``-``."""
    if asked.profile == "-":
        return each_line(lambda line: _line(line, asked, desk))
    source = read_text(Path(asked.profile))
    case = _case(source)
    if case is not None:
        print(plain.pretty(answer_bare_case(desk.catalogue, case)))
        return 0
    profile = desk.parsed(source)
    day = desk.day(profile, asked.as_of)
    found = return_answers(desk.catalogue, Client("", profile=profile), day)
    if asked.json:
        print(plain.pretty(plain.returns(found, day.isoformat(), desk.catalogue)))
    else:
        print(text.returns(found))
    return 0


def _line(line: str, asked: Namespace, desk: Desk) -> object:
    case = _case(line)
    if case is not None:
        return answer_bare_case(desk.catalogue, case)
    profile: Profile = desk.parsed(line)
    day = desk.day(profile, asked.as_of)
    found = return_answers(desk.catalogue, Client("", profile=profile), day)
    return plain.returns(found, day.isoformat(), desk.catalogue)


def _case(source: str) -> dict[str, object] | None:
    """The figures of a bare case; None when the text is a profile or no JSON at all."""
    try:
        value: object = json.loads(source)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or "format" in value:
        return None
    case = cast("dict[str, object]", value)
    inner = case.get("input")
    if isinstance(inner, dict):
        case = cast("dict[str, object]", inner)
    if "register" not in case:
        raise KnownError(
            "This is neither a profile (it has no 'format') nor a case (it has no 'register').",
            'Add one of them, such as "register": "nmc".',
        )
    return case
