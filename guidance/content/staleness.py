"""Dates across the catalogue: facts past their shelf life, and readings that cannot be."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from guidance.content.problems import Desk, Fault, Given, Place
from guidance.domain.catalogue import PayBand
from guidance.domain.dated import Provenance, Source, first_day, last_day

Dated = tuple[str, Provenance]
KEEPS_THE_PAST = ("pay", "registers")  # old pay tables and old rules are kept for their own time


def check_dates(desk: Desk, made: Mapping[str, list[Given]], as_of: date | None) -> None:
    """Note readings before publication and, where a day is given, facts too old on that day."""
    for source in made["sources"]:
        _source(desk, source, as_of)
    if as_of is None:
        return
    for kind, records in made.items():
        for record in records:
            name = record_name(record)
            for key, fact in _dated("", record):
                held = replace(fact, valid_until=None) if kind in KEEPS_THE_PAST else fact
                if held.needs_check(as_of):
                    _stale(desk, desk.ids.get(kind, {}).get(name, Place(kind, name)), key, held)


def record_name(record: Given) -> str:
    """The name that a finished record is known by on the desk."""
    if isinstance(record, PayBand):
        return f"{record.nation} {record.year} {record.band}"
    return str(getattr(record, "id", getattr(record, "topic", "")))


def _stale(desk: Desk, place: Place, key: str, fact: Provenance) -> None:
    limit = min(
        (limit for limit in (fact.review_by, fact.valid_until) if limit), key=last_day, default=""
    )
    desk.warn(
        Fault.STALE,
        place._replace(key=key),
        f"The fact was good until {limit}.",
        "Read its source again and bring the dates up to date.",
    )


def _source(desk: Desk, source: Source, as_of: date | None) -> None:
    place = desk.ids["sources"].get(source.id, Place("sources", source.id))
    if source.published and source.read and first_day(source.published) > last_day(source.read):
        desk.error(
            Fault.BAD_RANGE,
            place._replace(key="read"),
            f"It was read ({source.read}) before it was published ({source.published}).",
            "Check the two dates.",
        )
    if as_of and source.read and first_day(source.read) > as_of:
        desk.warn(
            Fault.BAD_DATE,
            place._replace(key="read"),
            f"It was read on a day to come ({source.read}).",
            "Check the date.",
        )
    if source.address and ("@" in source.address or not source.address.startswith("http")):
        desk.error(
            Fault.PERSONAL_ADDRESS,
            place._replace(key="address"),
            "The address is not that of a page.",
            "Give the page's own address, or leave it out.",
        )


def _dated(key: str, item: Any) -> Iterator[Dated]:  # noqa: ANN401 (any noun or sequence)
    if isinstance(item, Provenance):
        yield key.removesuffix("provenance").rstrip("."), item
    elif isinstance(item, tuple):
        for number, held in enumerate(cast("tuple[Any, ...]", item), 1):
            yield from _dated(f"{key}[{number}]", held)
    elif dataclasses.is_dataclass(item):
        for part in dataclasses.fields(item):
            yield from _dated(f"{key}.{part.name}".lstrip("."), getattr(item, part.name))
