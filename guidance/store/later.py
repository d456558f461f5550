"""Records that are read from their text only when somebody asks for them.

The matcher and the first pages need neither the papers nor most of the sources, and a record as a
noun takes several times the room of its text. The texts were checked against their mark before.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guidance.store.decode import noun_of

LATER = frozenset(
    {"sources", "resources", "standards", "mechanisms", "evidence", "comparisons", "guides"}
)


class Later(Mapping[str, Any]):
    """Records of a kind by id, each made when it is first asked for, and kept."""

    __slots__ = ("_kind", "_made", "_texts")

    def __init__(self, kind: str, rows: Iterable[tuple[str, bytes]]) -> None:
        """Hold the ids and texts of a kind, in order."""
        self._kind = kind
        self._texts = dict(rows)
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 (a noun of any kind)
        """The record of an id. Raises KeyError where there is none."""
        made = self._made.get(name)
        if made is None:  # two threads may both make it: the two are equal
            made = noun_of(self._kind, json.loads(self._texts[name]))
            self._made[name] = made
        return made

    def __contains__(self, name: object) -> bool:
        """Whether there is a record of an id; makes none."""
        return name in self._texts

    def __iter__(self) -> Iterator[str]:
        """The ids, in order."""
        return iter(self._texts)

    def __len__(self) -> int:
        """How many records there are."""
        return len(self._texts)

    def __repr__(self) -> str:
        """The kind and how many there are."""
        return f"Later({self._kind!r}, {len(self)} records)"
