"""Nouns to plain JSON values and back, driven by their declared types.

A field at its default is left out, so files stay short and new fields need no migration.
Members of a union of nouns carry ``"is"`` with the class name. Reading refuses unknown keys and
wrong types, naming the path to the value.
"""

import dataclasses
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

TAG = "is"
Noun = TypeVar("Noun")
_SCALARS = frozenset({str, int, bool, float, type(None)})
Hint = Any  # a type hint, or a JSON value: either may be any object at all


class PlainError(ValueError):
    """A plain value does not fit the noun. ``path`` says where, ``problem`` what."""

    def __init__(self, path: str, problem: str) -> None:
        """Keep both halves; the message joins them."""
        super().__init__(f"{path or 'the top level'}: {problem}")
        self.path = path
        self.problem = problem


@cache
def _fields(noun: type) -> dict[str, tuple[Any, object]]:
    hints = get_type_hints(noun)
    found: dict[str, tuple[Any, object]] = {}
    for item in dataclasses.fields(noun):
        default: object = item.default
        if item.default_factory is not dataclasses.MISSING:
            default = item.default_factory()
        found[item.name] = (hints[item.name], default)
    return found


@cache
def _written(noun: type) -> tuple[tuple[str, object, bool], ...]:
    """The fields of a noun as they are written: name, default, whether their items are tagged."""
    return tuple(
        (name, default, _tagged(_item_hint(hint)))
        for name, (hint, default) in _fields(noun).items()
    )


@cache
def _members(hint: Hint) -> tuple[Any, ...]:
    if get_origin(hint) in (Union, types.UnionType):
        flat: list[Any] = []
        for part in get_args(hint):
            flat.extend(_members(part))
        return tuple(flat)
    return (hint,)


@cache
def _is_noun(hint: Hint) -> bool:
    return isinstance(hint, type) and dataclasses.is_dataclass(hint)


def _tagged(hint: Hint) -> bool:
    return sum(_is_noun(part) for part in _members(hint)) > 1


def to_plain(value: object, *, tag: bool = False) -> Hint:
    """JSON-ready copy of a noun; ``tag`` adds the class name at the top."""
    if type(value) in _SCALARS:
        return value
    if _is_noun(type(value)):
        return _plain_noun(value, tag)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, object]", value)
        return {str(key): to_plain(item, tag=tag) for key, item in pairs.items()}
    if isinstance(value, (tuple, list, frozenset)):
        items = cast("tuple[object, ...]", value)
        return [to_plain(item, tag=tag) for item in items]
    return value


def _plain_noun(value: object, tag: bool) -> dict[str, Any]:
    noun = type(value)
    plain: dict[str, Any] = {TAG: noun.__name__} if tag else {}
    for name, default, tagged in _written(noun):
        held = getattr(value, name)
        if held is default or held == default:
            continue
        plain[name] = held if type(held) in _SCALARS else to_plain(held, tag=tagged)
    return plain


def _item_hint(hint: Hint) -> Hint:
    """The hint that decides tagging: the item's for a sequence or mapping, else the hint itself."""
    if get_origin(hint) in (tuple, list, frozenset):
        return get_args(hint)[0]
    if get_origin(hint) is not None and issubclass(_origin_class(hint), Mapping):
        return get_args(hint)[1]
    return hint


def _origin_class(hint: Hint) -> type:
    origin = get_origin(hint)
    return origin if isinstance(origin, type) else object


def from_plain(noun: type[Noun], value: Hint, path: str = "") -> Noun:
    """The noun that a plain value describes.

    Raises PlainError where a key is unknown or missing, or a value has the wrong type.
    """
    return cast("Noun", _read(noun, value, path))


def _read(hint: Hint, value: Hint, path: str) -> Hint:
    members = _members(hint)
    if len(members) > 1:
        return _read_union(members, value, path)
    origin = get_origin(hint)
    if origin in (tuple, list, frozenset):
        return _read_sequence(hint, value, path)
    if origin is not None and issubclass(_origin_class(hint), Mapping):
        if not isinstance(value, dict):
            raise PlainError(path, "should be a set of named values")
        pairs = cast("dict[str, Any]", value)
        inner = get_args(hint)[1]
        return {key: _read(inner, item, f"{path}.{key}".strip(".")) for key, item in pairs.items()}
    if _is_noun(hint):
        return _read_noun(hint, value, path)
    return _read_scalar(hint, value, path)


def _read_union(members: tuple[Any, ...], value: Hint, path: str) -> Hint:
    if value is None and type(None) in members:
        return None
    rest = [part for part in members if part is not type(None)]
    if isinstance(value, dict) and TAG in value:
        pairs = cast("dict[str, Any]", value)
        for part in rest:
            if _is_noun(part) and part.__name__ == pairs[TAG]:
                return _read(part, {k: v for k, v in pairs.items() if k != TAG}, path)
    problem = PlainError(path, "has a value of the wrong kind")
    for part in rest:
        try:
            return _read(part, value, path)
        except PlainError as error:
            problem = error
    raise problem


def _read_sequence(hint: Hint, value: Hint, path: str) -> Hint:
    if not isinstance(value, (list, tuple)):
        raise PlainError(path, "should be a list")
    items = cast("list[Any]", value)
    inner = get_args(hint)
    if get_origin(hint) is tuple and not (len(inner) == 2 and inner[1] is Ellipsis):
        if len(items) != len(inner):
            raise PlainError(path, f"should have {len(inner)} items")
        pairs = zip(inner, items, strict=True)
        return tuple(_read(part, item, f"{path}[{i}]") for i, (part, item) in enumerate(pairs))
    made = (_read(inner[0], item, f"{path}[{i}]") for i, item in enumerate(items))
    return get_origin(hint)(made)


def _read_noun(noun: type, value: Hint, path: str) -> Hint:
    if not isinstance(value, dict):
        raise PlainError(path, "should be a set of named values")
    pairs = cast("dict[str, Any]", value)
    known = _fields(noun)
    for key in pairs:
        if key not in known:
            raise PlainError(path, f"has an unknown key '{key}'")
    missing = [k for k, (_, d) in known.items() if d is dataclasses.MISSING and k not in pairs]
    if missing:
        raise PlainError(path, f"lacks '{missing[0]}'")
    read = {
        key: _read(known[key][0], item, f"{path}.{key}".strip(".")) for key, item in pairs.items()
    }
    return noun(**read)


def _read_scalar(hint: Hint, value: Hint, path: str) -> Hint:
    if hint is Any:
        return value
    if isinstance(hint, type) and issubclass(hint, Enum):
        try:
            return hint(value)
        except ValueError:
            words = ", ".join(str(item.value) for item in hint)
            raise PlainError(path, f"should be one of: {words}") from None
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, bool) and hint is not bool:
        raise PlainError(path, f"should be {_word(hint)}")
    if isinstance(hint, type) and isinstance(value, hint):
        return value
    raise PlainError(path, f"should be {_word(hint)}")


def _word(hint: Hint) -> str:
    return {str: "text", int: "a whole number", float: "a number", bool: "true or false"}.get(
        hint, "empty" if hint is type(None) else "something else"
    )
