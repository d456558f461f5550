"""How telling a word of a title is: rare words name a job, common ones only its kind."""

from collections.abc import Iterable
from math import log


class Rarity:
    """Weights of title stems by how few targets carry them."""

    def __init__(self, titles: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """Count the targets that carry each stem."""
        carriers: dict[str, set[str]] = {}
        targets: set[str] = set()
        for target, stems in titles:
            targets.add(target)
            for root in stems:
                carriers.setdefault(root, set()).add(target)
        size = max(len(targets), 1)
        self._weights = {
            root: 0.6 + log(1 + size / (1 + len(held))) for root, held in carriers.items()
        }
        self._unknown = 0.6 + log(1 + size) * 0.35
        self.known = frozenset(self._weights)

    def of(self, root: str) -> float:
        """The weight of a stem; a stem that no title has counts as middling."""
        return self._weights.get(root, self._unknown)
