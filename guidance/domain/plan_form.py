"""The text form of a plan (``waymark-plan/1``): JSON with ``format`` first."""

import json
from typing import Any, cast

from guidance.domain.errors import KnownError
from guidance.domain.plain import PlainError, from_plain, to_plain
from guidance.domain.plan import Plan

FORMAT = "waymark-plan/1"


def write_plan(plan: Plan) -> str:
    """The plan as JSON text; :func:`read_plan` gives the same plan back."""
    plain = {"format": FORMAT, **to_plain(plan)}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def read_plan(text: str) -> Plan:
    """The plan that a text describes; KnownError says what is wrong with it and where."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise KnownError(
            "This file is not a Waymark plan: it is not complete JSON.",
            "Choose a file that Waymark saved as a plan.",
        ) from None
    found = cast("dict[str, Any]", plain).get("format") if isinstance(plain, dict) else None
    if found != FORMAT:
        raise KnownError(
            f"This file is not a {FORMAT} plan.",
            "Choose a file that this version of Waymark saved as a plan.",
        )
    try:
        return from_plain(Plan, plain)
    except PlainError as error:
        raise KnownError(
            f"The plan cannot be read: {error}.", "Mend that line, or save the plan again."
        ) from None
