"""What a change touched, so that each screen can tell whether it is its business."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A kind of thing that can change."""

    PROFILE = "profile"
    MATCHES = "matches"
    PLAN = "plan"
    LOG = "log"
    SETTINGS = "settings"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of thing that a finished action changed, and its name for undo."""

    kinds: frozenset[Kind] = frozenset()
    action: str = ""

    def touches(self, *kinds: Kind) -> bool:
        """Whether any of ``kinds`` changed."""
        return bool(self.kinds.intersection(kinds))
