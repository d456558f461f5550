"""Families of posts: the common posts that a rarer one grows out of, and stages of training."""

from guidance.domain.role import Role
from guidance.matching.network import Network
from guidance.matching.peel import title_stems

# How many people do a job, as even steps of a long scale; where nobody says, the middle.
SHARES = {"many": 1.0, "some": 2 / 3, "few": 1 / 3, "rare": 0.0}
UNSAID = 0.5
_NEAR_LEVELS = 2


def share(role: Role) -> float:
    """How common a post is, 0-1."""
    return SHARES.get(role.posts, UNSAID)


class Families:
    """The bases of each specialist post, and the family that each post belongs to.

    A base is a commoner post of the same staff group, at most two levels lower and never higher,
    whose holders a known route takes to the specialist one.
    """

    def __init__(self, network: Network) -> None:
        """Find the bases once, by the routes of a network."""
        roles, levels = network.roles, network.levels
        self.bases: dict[int, tuple[int, ...]] = {}
        for place, edges in enumerate(network.into):
            role = roles[place]
            found = {
                edge.start
                for edge in edges
                if edge.start >= 0
                and not roles[edge.start].stage_of
                and roles[edge.start].staff_group is role.staff_group
                and share(roles[edge.start]) > share(role)
                and 0 <= levels[place] - levels[edge.start] <= _NEAR_LEVELS
            }
            if found:
                self.bases[place] = tuple(sorted(found, key=lambda p: roles[p].id))
        self.roles, self._levels = roles, levels
        self.root: list[int] = [self._root_of(place) for place in range(len(roles))]

    def _root_of(self, place: int) -> int:
        """The post that a family is named after: the nearest base of the nearest base, and so on.

        Each base is commoner than what grows out of it, so the way up ends.
        """
        while place in self.bases:
            place = min(self.bases[place], key=lambda base, of=place: self._apart(of, base))
        return place

    def _apart(self, place: int, base: int) -> tuple[float, int, str]:
        """How little two posts have in common: words of their titles, then levels."""
        own, other = _title_words(self.roles[place]), _title_words(self.roles[base])
        alike = len(own & other) / len(own | other) if own | other else 0.0
        return -alike, self._levels[place] - self._levels[base], self.roles[base].id


def jobs_of(network: Network, place: int, typed: str) -> tuple[int, ...]:
    """The jobs that a stage leads to: those whose titles have most of the words typed."""
    jobs = [network.place[job] for job in network.roles[place].stage_of if job in network.place]
    said = set(title_stems(typed))
    shared = {job: len(said.intersection(title_stems(network.roles[job].title))) for job in jobs}
    most = max(shared.values(), default=0)
    return tuple(job for job in jobs if shared[job] == most)


def _title_words(role: Role) -> frozenset[str]:
    return frozenset(role.title.partition(" (")[0].lower().split())
