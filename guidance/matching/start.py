"""Where a person stands in the network of roles: what the search for ways starts from."""

from dataclasses import dataclass, field

from guidance.domain.route import Route
from guidance.domain.vocabulary import RegisterId, RegistrationStatus
from guidance.matching.eligibility import Standing, hopeless
from guidance.matching.network import Reached


@dataclass(frozen=True, slots=True)
class Start:
    """Where a person stands in the network.

    ``prices`` are the months that each condition adds, ``costs`` those that each route takes.
    ``level`` is that of the present work. ``changing`` says that a step down may be meant.
    ``trained`` are training posts for what the person already has, ``beneath`` lower work.
    """

    standing: Standing
    places: frozenset[int]
    best: list[Reached | None]
    prices: list[float]
    costs: list[float]
    inside: bool
    band: str | None = None
    level: int | None = None
    changing: bool = False
    trained: frozenset[int] = frozenset()
    beneath: frozenset[int] = frozenset()
    closed: dict[int, bool] = field(default_factory=dict[int, bool])
    left: list[float | None] = field(init=False)

    def __post_init__(self) -> None:
        """Note the months left from the person to each place: none from where they stand."""
        found = [reached.cost if reached else None for reached in self.best]
        for place in self.places:
            found[place] = 0.0
        object.__setattr__(self, "left", found)

    def shut_out(self, number: int, route: Route) -> bool:
        """Whether a route asks for a past or a nation that is not the person's; judged once."""
        if number not in self.closed:
            self.closed[number] = hopeless(route.needs, self.standing)
        return self.closed[number]

    @property
    def credentials(self) -> frozenset[str]:
        """Registrations held now or before, as routes grant them."""
        return frozenset(
            f"registered:{register.value}:{part}"
            for (register, part), status in self.standing.registers.items()
            if part and status in (RegistrationStatus.REGISTERED, RegistrationStatus.LAPSED)
        )

    @property
    def registers(self) -> frozenset[RegisterId]:
        """The registers that the person is on."""
        return frozenset(
            register
            for (register, _), status in self.standing.registers.items()
            if status is RegistrationStatus.REGISTERED
        )
