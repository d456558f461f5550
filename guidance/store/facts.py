"""Every fact of the catalogue with its provenance, as rows of one table."""

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast

from guidance.domain.dated import Provenance, Source, Statement
from guidance.domain.vocabulary import Basis

FACT_COLUMNS = (
    "kind", "record", "field", "text", "basis", "source",
    "valid_from", "valid_until", "review_by", "nation",
)  # fmt: skip
NAMES = ("title", "name", "item", "says", "case", "question", "what", "id")
Row = tuple[str | None, ...]


def records(held: Any) -> list[Any]:  # noqa: ANN401 (any field of a Catalogue)
    """The records of a field of the catalogue, in order."""
    if isinstance(held, Mapping):
        return list(cast("Mapping[str, Any]", held).values())
    return list(held)


def facts_of(kind: str, held: Any) -> Iterator[Row]:  # noqa: ANN401 (any field of a Catalogue)
    """The facts in a field of the catalogue: a row for each source that each fact names."""
    for position, item in enumerate(records(held)):
        if not isinstance(item, Source):
            record = str(getattr(item, "id", getattr(item, "topic", position)))
            yield from _walk(kind, record, "", item)


def _walk(kind: str, record: str, field: str, item: Any) -> Iterator[Row]:  # noqa: ANN401 (any noun)
    if isinstance(item, tuple):
        for number, held in enumerate(cast("tuple[Any, ...]", item), 1):
            yield from _walk(kind, record, f"{field}[{number}]", held)
        return
    parts = _parts(cast("type[object]", type(item)))
    if not parts:
        return
    provenance: Any = getattr(item, "provenance", None)
    if isinstance(provenance, Provenance):
        yield from _rows(kind, record, field, _text(item), provenance)
    elif getattr(item, "source", None):
        source = cast("str", getattr(item, "source"))  # noqa: B009 (a condition's; any noun here)
        yield from _rows(kind, record, field, _text(item), Provenance(Basis.PUBLISHED, (source,)))
    for name in parts:
        held = getattr(item, name)
        if held and not isinstance(held, str):
            yield from _walk(kind, record, f"{field}.{name}".lstrip("."), held)


@cache
def _parts(noun: type) -> tuple[str, ...]:
    """The fields of a noun that may hold facts; none for anything else."""
    if not dataclasses.is_dataclass(noun) or noun is Provenance:
        return ()
    return tuple(part.name for part in dataclasses.fields(noun))


def _text(item: object) -> str:
    if isinstance(item, Statement):
        return item.text
    for name in NAMES:
        held = getattr(item, name, "")
        if isinstance(held, str) and held:
            return held
    return ""


def _rows(kind: str, record: str, field: str, text: str, by: Provenance) -> Iterator[Row]:
    nation = by.nation.value if by.nation else None
    dates = (by.valid_from, by.valid_until, by.review_by)
    for source in by.sources or (None,):
        yield (kind, record, field, text, by.basis.value, source, *dates, nation)
