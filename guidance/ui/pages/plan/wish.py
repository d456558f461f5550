"""What a piece of the plan page asks the page to do, and where the person then is."""

from dataclasses import dataclass

from guidance.app.session import Action as Change
from guidance.domain.errors import KnownError
from guidance.ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class Wish:
    """A change to make, and what goes with it.

    ``field`` is what a refusal is about; ``error`` a trouble seen before anything was asked.
    ``prefer``, else ``instead``, names what has the focus afterwards. ``used`` names the fields
    that are then empty again, ``closes`` the id of the action whose fields go away, ``removes``
    the id of the one that goes.
    """

    change: Change | None
    field: Field | None = None
    error: KnownError | None = None
    prefer: str = ""
    instead: str = ""
    used: tuple[str, ...] = ()
    closes: str = ""
    removes: str = ""
