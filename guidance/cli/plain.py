"""Results as JSON values: whole, in the shape that programs rely on."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, cast

from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import Source, Span
from guidance.domain.match import (
    Contribution,
    Match,
    Matches,
    Step,
    TitleGuess,
    Understood,
    Way,
    WhyNot,
)
from guidance.domain.returning import ReturnAnswer

Plain = dict[str, object]


def line(value: object) -> str:
    """A value as one line of JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)


def pretty(value: object) -> str:
    """A value as JSON laid out to be read."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)


def whole(value: object) -> object:
    """Any noun with all its fields, as JSON values.

    A span of months becomes a pair, and ``<name>_estimated`` beside it says whether it is a guess.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return _noun({item.name: getattr(value, item.name) for item in fields(value)})
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        pairs = cast("Mapping[Any, object]", value)
        return {str(key): whole(item) for key, item in pairs.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [whole(item) for item in cast("tuple[object, ...]", value)]
    return value


def _noun(parts: dict[str, object]) -> Plain:
    plain: Plain = {}
    for name, part in parts.items():
        if isinstance(part, Span):
            plain[name] = [part.low, part.high]
            plain[f"{name}_estimated"] = part.estimate
        else:
            plain[name] = whole(part)
    return plain


def guesses(typed: str, found: tuple[TitleGuess, ...], catalogue: Catalogue) -> Plain:
    """What a typed title means: the best role, how sure, and the others to offer."""
    best = found[0] if found else TitleGuess(typed, None, 0.0, False)
    named = [
        {
            "role_id": item.role_id,
            "title": _title(catalogue, item.role_id),
            "confidence": item.confidence,
        }
        for item in found
        if item.role_id is not None
    ]
    return {
        "typed": typed,
        "role_id": best.role_id,
        "title": _title(catalogue, best.role_id),
        "confidence": best.confidence,
        "sure": best.sure,
        "band": best.band,
        "area": best.area,
        "employer": best.employer,
        "past": best.past,
        "guesses": named,
        "alternatives": [
            {"role_id": role_id, "title": _title(catalogue, role_id)}
            for role_id in best.alternatives
        ],
    }


def matches(found: Matches, catalogue: Catalogue) -> Plain:
    """Matches in the shape of ``match --json``; ``sources`` are told in full once, at the end."""
    shown = [*found.matches, *(item for item in (found.outside_field, found.deeper) if item)]
    used = [source for item in shown for source in item.sources]
    return {
        "as_of": found.as_of,
        "understood": understood(found.understood, catalogue),
        "matches": [match(item, catalogue) for item in found.matches],
        "outside_field": match(found.outside_field, catalogue) if found.outside_field else None,
        "deeper": match(found.deeper, catalogue) if found.deeper else None,
        "prices": whole(found.prices),
        "notes": list(found.notes),
        "journeys": list(found.journeys),
        "unlike": found.unlike,
        "case_studies": list(found.case_studies),
        "sources": sources(used, catalogue),
        "catalogue": {"version": catalogue.version, "newest": catalogue.newest},
    }


def understood(found: Understood, catalogue: Catalogue) -> Plain:
    """What the person's words were taken to mean."""
    plain = cast("Plain", whole(found))
    titles = cast("list[Plain]", plain["titles"])
    for told, guess in zip(titles, found.titles, strict=True):
        told["title"] = _title(catalogue, guess.role_id)
    return plain


def match(item: Match, catalogue: Catalogue) -> Plain:
    """One match with its whole ledger."""
    return {
        "role_id": item.role_id,
        "title": item.title,
        "lane": item.lane.value,
        "band": item.band.value,
        "score": item.score,
        "contributions": [_line(each) for each in item.contributions],
        "reason": item.reason,
        "paper": item.paper,
        "counter": item.counter,
        "gaps": whole(item.gaps),
        "routes": [way(each, catalogue) for each in item.ways],
        "journeys": list(item.journeys),
        "case_studies": list(item.case_studies),
        "sources": list(item.sources),
        "tied_with": list(item.tied_with),
    }


def _line(item: Contribution) -> Plain:
    """A line of the ledger in the five keys that programs rely on; the title is for people."""
    return {
        "signal": item.signal,
        "value": item.value,
        "weight": item.weight,
        "points": item.points,
        "reason": item.reason,
    }


def way(item: Way, catalogue: Catalogue) -> Plain:
    """One way to a role, with its steps."""
    plain = cast("Plain", whole(item))
    plain["steps"] = [step(each, catalogue) for each in item.steps]
    return plain


def step(item: Step, catalogue: Catalogue) -> Plain:
    """One step of a way."""
    plain = cast("Plain", whole(item))
    plain["from_title"] = _title(catalogue, item.from_role)
    plain["to_title"] = _title(catalogue, item.to_role)
    return plain


def why(found: WhyNot, as_of: str, catalogue: Catalogue) -> Plain:
    """What stands in the way of a role."""
    plain = cast("Plain", whole(found))
    del plain["ways"]
    return {
        "as_of": as_of,
        **plain,
        "routes": [way(each, catalogue) for each in found.ways],
        "sources": sources([name for each in found.ways for name in _sources(each)], catalogue),
    }


def routes(role_id: str, ways: tuple[Way, ...], as_of: str, catalogue: Catalogue) -> Plain:
    """The ways to a role."""
    return {
        "as_of": as_of,
        "role_id": role_id,
        "title": _title(catalogue, role_id),
        "routes": [way(each, catalogue) for each in ways],
        "sources": sources([name for each in ways for name in _sources(each)], catalogue),
    }


def returns(found: tuple[ReturnAnswer, ...], as_of: str, catalogue: Catalogue) -> Plain:
    """What coming back takes, for each registration."""
    used = [rule.source for item in found for rule in item.rules if rule.source]
    return {
        "as_of": as_of,
        "answers": [whole(item) for item in found],
        "sources": sources(used, catalogue),
    }


def sources(ids: list[str], catalogue: Catalogue) -> Plain:
    """The sources named, each once, with publisher, address and dates."""
    found: dict[str, Source] = {
        name: catalogue.sources[name] for name in ids if name in catalogue.sources
    }
    return cast("Plain", whole(found))


def _sources(item: Way) -> list[str]:
    return [name for each in item.steps for name in each.sources]


def _title(catalogue: Catalogue, role_id: str | None) -> str | None:
    role = catalogue.roles.get(role_id) if role_id else None
    return role.title if role else None
