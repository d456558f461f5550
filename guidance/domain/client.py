"""What a records file keeps of one person's work."""

from dataclasses import dataclass, field

from guidance.domain.plan import Plan
from guidance.domain.profile import Profile
from guidance.domain.returning import LogEntry, Supervisor


@dataclass(frozen=True, slots=True)
class Client:
    """One person's record: profile, plans, log and where they were. ``name`` may be a reference.

    ``page`` is the last page open; ``updated`` an ISO moment given by the caller.
    ``finished`` lists the interview steps done; ``pinned`` and ``hidden`` are role ids.
    """

    id: str
    name: str = ""
    profile: Profile = field(default_factory=Profile)
    plans: tuple[Plan, ...] = ()
    log: tuple[LogEntry, ...] = ()
    supervisor: Supervisor = field(default_factory=Supervisor)
    finished: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    notes: str = ""
    page: str = "start"
    updated: str = ""
