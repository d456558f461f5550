"""Where the templates and fonts lie: ``resources/`` in a checkout, a package in a wheel."""

from functools import cache
from pathlib import Path

from guidance.domain.errors import KnownError

_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE.parent.parent / "resources", _HERE.parent / "_resources")


def resource(*names: str) -> Path:
    """The path of a file or folder shipped with Waymark; KnownError when it is missing."""
    for place in _PLACES:
        path = place.joinpath(*names)
        if path.exists():
            return path
    raise KnownError(
        f"A part of Waymark is missing: {'/'.join(names)}.",
        "Install Waymark again, then try once more.",
    )


@cache
def resource_text(*names: str) -> str:
    """The text of a shipped file, read once."""
    return resource(*names).read_text(encoding="utf-8")
