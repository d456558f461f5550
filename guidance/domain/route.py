"""A route: one step into a role, whether an entry route from outside or a progression."""

from dataclasses import dataclass, field

from guidance.domain.condition import AllOf
from guidance.domain.dated import Provenance, Span, Statement
from guidance.domain.vocabulary import RouteKind


@dataclass(frozen=True, slots=True)
class Route:
    """One step from any of ``from_roles`` (empty: see ``open_entry``) into the role ``to``.

    ``open_entry``: True, anyone who meets ``needs`` may take it; False, only from ``from_roles``;
    None, no source says. ``keeps_earning``: True paid throughout, False not, None unknown.
    ``months`` counts whole months of study or training. ``study`` is ``full-time``, ``part-time``,
    ``work-based``, ``none`` or None; ``away`` says whether it means study away from home.
    ``grants`` names credentials gained on finishing: ``registered:nmc:adult-nurse``, ``level:6``,
    ``qualification:<id>``. ``level`` is the RQF level of the study (2-8) or None. ``notes`` are
    things worth knowing that are not conditions.
    """

    id: str
    to: str
    kind: RouteKind
    name: str
    from_roles: tuple[str, ...] = ()
    open_entry: bool | None = None
    level: int | None = None
    months: Span = field(default_factory=Span)
    study: str | None = None
    keeps_earning: bool | None = None
    needs: AllOf = field(default_factory=AllOf)
    grants: tuple[str, ...] = ()
    notes: tuple[Statement, ...] = ()
    away: bool | None = None
    funding: tuple[Statement, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
