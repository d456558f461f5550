"""Text relevance: BM25 over weighted fields, on an absolute scale."""

from collections.abc import Iterable, Mapping, Sequence
from math import log

Document = Sequence[tuple[tuple[str, ...], float]]  # (topics of a field, weight of the field)

# Among hundreds of roles a word said once is often chance; what a role is about is said again.
_SATURATION = 2.5
_LENGTH_PULL = 0.5
_COMMON = 0.4
_FEW = 20
HELD_BACK = 0.9


class TextIndex:
    """An inverted index from topic to the documents that carry it, with scores worked out once.

    Formula: Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*
    (2009), the field-weighted form.
    """

    def __init__(
        self, documents: Iterable[Document], bases: Mapping[int, Sequence[int]] | None = None
    ) -> None:
        """Index documents; they are named by their place in the sequence.

        ``bases`` names for a document those that it is a special case of. A topic that it shares
        with one of them counts a little less for it than for the base, so that only its own topics
        lift it above the base; those too count a little less, because they are asked for rarely.
        """
        counts = [_weighted(document) for document in documents]
        self.size = len(counts)
        total = sum(sum(count.values()) for count in counts)
        average = total / self.size if self.size and total else 1.0
        self._postings: dict[str, dict[int, float]] = {}
        for place, count in enumerate(counts):
            length = 1 - _LENGTH_PULL + _LENGTH_PULL * sum(count.values()) / average
            for topic, often in count.items():
                part = often * (_SATURATION + 1) / (often + _SATURATION * length)
                self._postings.setdefault(topic, {})[place] = part
        for hits in self._postings.values():
            _hold_back(hits, bases or {})
        # A topic of nearly every document tells nothing and only costs time.
        most = max(self.size * _COMMON, _FEW)
        self._postings = {t: hits for t, hits in self._postings.items() if len(hits) <= most}
        self._rarity = {
            topic: log(1 + (self.size - len(hits) + 0.5) / (len(hits) + 0.5))
            for topic, hits in self._postings.items()
        }

    def rarity(self, topic: str) -> float:
        """How telling a topic is (inverse document frequency); 0 where no document has it."""
        return self._rarity.get(topic, 0.0)

    def score(self, query: Mapping[str, float]) -> dict[int, float]:
        """Scores of the documents that share a topic with the weighted query."""
        found: dict[int, float] = {}
        for topic, weight in query.items():
            rarity = self._rarity.get(topic)
            if rarity is None:
                continue
            gain = weight * rarity
            for place, part in self._postings[topic].items():
                found[place] = found.get(place, 0.0) + gain * part
        return found

    def shared(self, query: Mapping[str, float], place: int) -> tuple[str, ...]:
        """Topics that a document shares with the query, most telling first."""
        found = [
            (-self._rarity[topic] * weight, topic)
            for topic, weight in query.items()
            if topic in self._rarity and place in self._postings[topic]
        ]
        return tuple(topic for _, topic in sorted(found))


def _hold_back(hits: dict[int, float], bases: Mapping[int, Sequence[int]]) -> None:
    held: dict[int, float] = {}
    for place, part in hits.items():
        if place in bases:
            most = max((hits[base] for base in bases[place] if base in hits), default=part)
            held[place] = HELD_BACK * min(part, most)
    hits.update(held)


def _weighted(document: Document) -> dict[str, float]:
    count: dict[str, float] = {}
    for topics, weight in document:
        for topic in topics:
            count[topic] = count.get(topic, 0.0) + weight
    return count


def scaled(scores: Mapping[int, float], floor: float) -> dict[int, float]:
    """Scores as 0-1: divided by the best, or by ``floor`` where even the best is weak."""
    top = max(scores.values(), default=0.0)
    base = max(top, floor)
    return {place: value / base for place, value in scores.items()}
