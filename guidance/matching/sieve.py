"""Which chains of routes a careers adviser would not offer: detours, and training already done."""

from guidance.domain.vocabulary import RegisterId, RouteKind, StaffGroup
from guidance.matching.network import ANYONE, Network
from guidance.matching.start import Start

Chain = tuple[tuple[int, int], ...]  # (route, place it is taken from), first step first


class Sieve:
    """Sifts the chains to a role; each rule gives way where nothing else would be left."""

    def __init__(self, network: Network) -> None:
        """Note once which registrations and what level of study each route grants."""
        self._network = network
        self.gained: list[frozenset[str]] = [
            frozenset(grant for grant in route.grants if grant.startswith("registered:"))
            for route in network.routes
        ]
        self._levels = [
            max(
                (int(g[6:]) for g in route.grants if g[:6] == "level:" and g[6:].isdigit()),
                default=0,
            )
            for route in network.routes
        ]

    def kept(self, chains: list[Chain], target: int, start: Start, *, strict: bool) -> list[Chain]:
        """The chains worth offering; ``strict`` gives none where there are only detours."""
        chains = [chain for chain in chains if not self._leaps(chain, start)] or chains
        fresh = [chain for chain in chains if not self._repeats(chain, start)]
        chains = fresh if fresh or (strict and start.registers) else chains
        chains = self._without_needless(chains, target, start)
        direct = [chain for chain in chains if not self._strays(chain, target, start)]
        return direct if direct or strict else chains

    def waits(self, chain: Chain, prices: list[float]) -> float:
        """The months of experience to serve on the way before the steps after the first."""
        return sum(self._network.experience_asked(number, prices) for number, _ in chain[1:])

    def lacking(self, chain: Chain, prices: list[float]) -> float:
        """The months of study that later steps ask for and no earlier step of the chain gives."""
        total, level = 0.0, 0
        for turn, (number, _) in enumerate(chain):
            if turn:
                total += self._network.study_lacking(number, level, prices)
            level = max(level, self._levels[number])
        return total

    def _leaps(self, chain: Chain, start: Start) -> bool:
        """Whether a way of several steps begins, open to anyone, well above the person's level.

        Nobody becomes a finance manager in order to become a service manager.
        """
        known = [self._network.levels[place] for place in start.places]
        highest = max(known, default=4) + 1
        first, origin = chain[0]
        to = self._network.to[first]
        return len(chain) > 1 and origin == ANYONE and self._network.levels[to] > highest

    def _repeats(self, chain: Chain, start: Start) -> bool:
        """Whether a step trains the person for what they already have, or had."""
        if any(self._network.to[number] in start.trained for number, _ in chain[:-1]):
            return True
        own = start.credentials
        return bool(own) and any(
            self.gained[number] & own
            and self._network.routes[number].kind is not RouteKind.RETURN_TO_PRACTICE
            for number, _ in chain
        )

    def _without_needless(self, chains: list[Chain], target: int, start: Start) -> list[Chain]:
        """Chains that gain no other profession on the way, where it can be had without.

        Asked of people with a profession, and of roles that need none.
        """
        own = start.credentials
        if not own and self._network.roles[target].register is not RegisterId.NONE:
            return chains

        def gains(chain: Chain) -> bool:
            return any(self.gained[number] - own for number, _ in chain[:-1])

        return [chain for chain in chains if not gains(chain)] or chains

    def _strays(self, chain: Chain, target: int, start: Start) -> bool:
        """Whether a way goes by lower work, or begins with an open job that lies in neither field.

        A step that gives a registration is no job taken on the side, and support work is the
        door to every clinical field.
        """
        net = self._network
        if any(net.to[number] in start.beneath for number, _ in chain[:-1]):
            return True
        first, origin = chain[0]
        if len(chain) == 1 or origin != ANYONE or not start.places or self.gained[first]:
            return False
        to = net.to[first]
        if start.level is not None and net.levels[to] < start.level and not start.changing:
            return True
        fields = {net.roles[place].staff_group for place in (*start.places, target)}
        return net.roles[to].staff_group not in fields | {StaffGroup.SUPPORT_WORKFORCE}
