"""Simple rankings to measure the matcher against."""

from guidance.domain.vocabulary import HOLLAND_LETTERS
from guidance.matching.fit import Fit
from guidance.matching.holland import correlation
from guidance.matching.network import Network
from guidance.matching.person import Person


def interests_alone(network: Network, person: Person, fit: Fit) -> tuple[str, ...]:
    """Role ids by profile correlation with the person's interests, and nothing else.

    Where there are no answers the person's words stand in: the mean Holland profile of the roles
    that the words point at.
    """
    mine = dict(person.holland.scores) if person.holland.usable else _from_words(network, fit)

    def alike(place: int) -> float:
        holland = network.roles[place].holland
        return correlation(mine, holland.scores) if holland is not None else -1.0

    places = sorted(range(len(network.roles)), key=lambda p: (-alike(p), network.roles[p].id))
    return tuple(network.roles[place].id for place in places)


def _from_words(network: Network, fit: Fit) -> dict[str, float]:
    total: dict[str, float] = dict.fromkeys(HOLLAND_LETTERS, 0.0)
    for item in fit.signals:
        if item.name == "interests-in-words":
            for place, value in item.values.items():
                holland = network.roles[place].holland
                if holland is None:
                    continue
                for letter in total:
                    total[letter] += value * holland.scores.get(letter, 0.0)
    return total
