"""All that a plan is drafted from, gathered by the caller."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from guidance.domain.catalogue import Catalogue
from guidance.domain.match import Match, Matches, Way
from guidance.domain.profile import Profile
from guidance.domain.returning import ReturnAnswer


@dataclass(frozen=True, slots=True)
class PlanBrief:
    """The makings of a plan.

    ``chosen`` are role ids, the main one first; empty means *the best match*, or *look around*
    when the person came to explore or told us almost nothing. ``ways`` maps a role id to the ways
    there, the chosen one first; where it is silent the match's own ways are used.
    """

    profile: Profile
    catalogue: Catalogue
    as_of: date
    matches: Matches | None = None
    chosen: tuple[str, ...] = ()
    ways: Mapping[str, tuple[Way, ...]] = field(default_factory=dict[str, tuple[Way, ...]])
    returns: tuple[ReturnAnswer, ...] = ()
    who: str = ""
    plan_id: str = "plan-1"

    def match(self, role_id: str) -> Match | None:
        """The match for a role, wherever in the answer it stands."""
        if self.matches is None:
            return None
        extra = (self.matches.outside_field, self.matches.deeper)
        found = (*self.matches.matches, *(one for one in extra if one is not None))
        return next((one for one in found if one.role_id == role_id), None)

    def ways_to(self, role_id: str) -> tuple[Way, ...]:
        """The ways to a role, the chosen one first."""
        if given := self.ways.get(role_id):
            return given
        match = self.match(role_id)
        return match.ways if match else ()
