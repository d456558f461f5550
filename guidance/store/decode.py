"""JSON bodies back to nouns, fast: one function per type, made once from its declared fields.

The bodies were written from checked nouns, so nothing is checked again here beyond what the
nouns themselves need. ``guidance.domain.plain`` describes the form.
"""

import dataclasses
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from guidance.domain.catalogue import Catalogue
from guidance.domain.condition import Age, Employed, Experience, Holds, InNation, Passed, Registered
from guidance.domain.dated import Provenance, Span
from guidance.domain.plain import TAG

Decode = Callable[[Any], Any]
# Small nouns that thousands of records repeat: equal ones are made once and shared.
SHARED = (Provenance, Span, Age, Employed, Experience, Holds, InNation, Passed, Registered)
MOST_SHARED = 8192


@cache
def kinds() -> Mapping[str, tuple[bool, Decode]]:
    """For each kind of record: whether the catalogue keys it by id, and what decodes one."""
    found: dict[str, tuple[bool, Decode]] = {}
    for name, hint in get_type_hints(Catalogue).items():
        inner = get_args(hint)
        if inner:
            keyed = inner[-1] is not Ellipsis
            found[name] = (keyed, decoder(inner[1] if keyed else inner[0]))
    return found


def noun_of(kind: str, value: Any) -> Any:  # noqa: ANN401 (a JSON value, and a noun of any kind)
    """The noun of a kind that a plain value describes."""
    return kinds()[kind][1](value)


@cache
def decoder(hint: Any) -> Decode:  # noqa: ANN401 (a type hint may be any object)
    """The function that turns a plain value into what ``hint`` describes."""
    if hint is Any:
        return _free
    if isinstance(hint, type):
        return _of_class(hint)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(get_args(hint))
    if origin is tuple:
        return _sequence(get_args(hint))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(get_args(hint)[1])
    return _same


def _of_class(hint: type) -> Decode:
    if dataclasses.is_dataclass(hint):
        return _noun(hint)
    if issubclass(hint, Enum):
        return cast("Mapping[Any, Any]", {item.value: item for item in hint}).__getitem__
    return float if hint is float else _same


def _same(value: Any) -> Any:  # noqa: ANN401 (as above)
    return value


def _noun(noun: type) -> Decode:
    decoders: dict[str, Decode] = {}
    make = _maker(noun)
    ready = False

    def decode(value: dict[str, Any]) -> object:
        nonlocal ready
        if not ready:  # made at first use, since a noun may hold itself
            hints = get_type_hints(noun)
            fields = {item.name: decoder(hints[item.name]) for item in dataclasses.fields(noun)}
            decoders.update({name: made for name, made in fields.items() if made is not _same})
            ready = True
        for name, held in value.items():
            made = decoders.get(name)
            if made is not None:
                value[name] = made(held)
        return make(value)

    return decode


def _maker(noun: type) -> Decode:
    """What makes a noun of its decoded fields."""
    if noun not in SHARED:
        return lambda fields: noun(**fields)

    @lru_cache(MOST_SHARED)
    def made(pairs: tuple[tuple[str, Any], ...]) -> object:
        return noun(**dict(pairs))

    return lambda fields: made(tuple(fields.items()))


def _sequence(inner: tuple[Any, ...]) -> Decode:
    if len(inner) == 2 and inner[1] is Ellipsis:
        item = decoder(inner[0])
        if item is _same:
            return tuple
        return lambda value: tuple([item(held) for held in value])
    parts = [decoder(part) for part in inner]
    return lambda value: tuple([part(held) for part, held in zip(parts, value, strict=True)])


def _mapping(inner: Any) -> Decode:  # noqa: ANN401 (as above)
    item = decoder(inner)
    if item is _same:
        return _same
    return lambda value: {key: item(held) for key, held in value.items()}


def _union(members: tuple[Any, ...]) -> Decode:
    nouns = [part for part in members if isinstance(part, type) and dataclasses.is_dataclass(part)]
    if len(nouns) > 1:
        made = {noun.__name__: decoder(noun) for noun in nouns}
        return lambda value: made[value.pop(TAG)](value)
    rest = [part for part in members if part is not type(None)]
    if len(rest) == 1:
        one = decoder(rest[0])
        return one if one is _same else lambda value: None if value is None else one(value)
    return _free


def _free(value: Any) -> Any:  # noqa: ANN401 (a rule's value: scalars, lists and tables)
    if isinstance(value, list):
        return tuple([_free(item) for item in cast("list[Any]", value)])
    if isinstance(value, dict):
        pairs = cast("dict[str, Any]", value)
        return {key: _free(item) for key, item in pairs.items()}
    return value
