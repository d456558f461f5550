"""Small readers that turn one JSON value into one part of a profile, or note what is wrong.

A reader takes the value, the path to it and the notes; it gives the part, or :data:`BAD` once it
has noted a problem. So one pass over a file finds everything that is wrong with it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, cast

from guidance.domain.vocabulary import BANDS
from guidance.interview.checks import control_characters
from guidance.interview.limits import ID_LENGTH

BAD = object()
SHOWN = 40  # how much of a wrong value is quoted back


@dataclass
class Notes:
    """Problems found so far: the path to the value, what is wrong, and what to do."""

    found: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])

    def add(self, path: str, wrong: str, do: str) -> object:
        """Note a problem; gives :data:`BAD` for the reader to hand on."""
        self.found.append((path, wrong, do))
        return BAD


Reader = Callable[[object, str, Notes], object]


def shown(value: object) -> str:
    """A wrong value as quoted back: short, on one line, safe to print."""
    text = value if isinstance(value, str) else repr(value)
    safe = "".join(mark if mark.isprintable() else " " for mark in text)
    return safe if len(safe) <= SHOWN else safe[:SHOWN] + "..."


def kind_of(value: object) -> str:
    """What kind of value was found, in plain words."""
    if value is None:
        return "nothing (null)"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a list" if isinstance(value, list) else "a set of named values"


def nearest(word: str, known: "tuple[str, ...] | list[str]") -> str:
    """*Did you mean* with the nearest known word, or the list of them when it is short."""
    close = get_close_matches(word[:ID_LENGTH].casefold(), known, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{close[0]}'?"
    if len(known) <= 16:
        return f"Use one of: {', '.join(known)}."
    return "Look up the words that can be used."


def text(limit: int) -> Reader:
    """Text of at most ``limit`` characters, with no control characters."""

    def read(value: object, path: str, notes: Notes) -> object:
        if not isinstance(value, str):
            return notes.add(path, f"should be text, not {kind_of(value)}", "Put it in quotes.")
        if len(value) > limit:
            wrong = f"has {len(value):,} characters and may have {limit:,}"
            return notes.add(path, wrong, "Make it shorter.")
        strange = control_characters(value)
        if strange:
            wrong = f"has a character that cannot be shown (U+{ord(strange[0]):04X})"
            return notes.add(path, wrong, "Take it out.")
        return value

    return read


def word(vocabulary: type[StrEnum]) -> Reader:
    """One word of a closed vocabulary."""
    known = tuple(str(item.value) for item in vocabulary)

    def read(value: object, path: str, notes: Notes) -> object:
        if not isinstance(value, str):
            return notes.add(
                path, f"should be text, not {kind_of(value)}", f"Use one of: {', '.join(known)}."
            )
        if value not in known:
            return notes.add(path, f"cannot be '{shown(value)}'", nearest(value, known))
        return vocabulary(value)

    return read


def whole(low: int, high: int) -> Reader:
    """A whole number from ``low`` to ``high``."""

    def read(value: object, path: str, notes: Notes) -> object:
        if isinstance(value, bool) or not isinstance(value, int):
            wrong = f"should be a whole number, not {_found(value)}"
            return notes.add(path, wrong, f"Use a number from {low} to {high}.")
        if not low <= value <= high:
            wrong = f"cannot be {shown(value)}"
            return notes.add(path, wrong, f"Use a number from {low} to {high}.")
        return value

    return read


def hours(value: object, path: str, notes: Notes) -> object:
    """Hours, whole or in parts, never less than none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        wrong = f"should be a number of hours, not {_found(value)}"
        return notes.add(path, wrong, "Use a number such as 450.")
    if not 0 <= value <= 1_000_000:
        return notes.add(path, f"cannot be {shown(value)} hours", "Use a number such as 450.")
    return value


def _found(value: object) -> str:
    if isinstance(value, str):
        return f"text ('{shown(value)}')"
    return shown(value) if isinstance(value, float) else kind_of(value)


def band(value: object, path: str, notes: Notes) -> object:
    """An Agenda for Change band; a bare number is taken as its text."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return notes.add(path, f"should be a band, not {kind_of(value)}", 'Use one such as "5".')
    if value not in BANDS:
        return notes.add(path, f"cannot be '{shown(value)}'", nearest(value, BANDS))
    return value


def flag(value: object, path: str, notes: Notes) -> object:
    """True or false."""
    if not isinstance(value, bool):
        return notes.add(path, f"should be true or false, not {kind_of(value)}", "Use true.")
    return value


def maybe(reader: Reader) -> Reader:
    """The same, or null for not told."""
    return lambda value, path, notes: None if value is None else reader(value, path, notes)


def listed(reader: Reader, most: int) -> Reader:
    """A list of at most ``most`` items, given as a tuple."""

    def read(value: object, path: str, notes: Notes) -> object:
        if not isinstance(value, list):
            wrong = f"should be a list, not {kind_of(value)}"
            return notes.add(path, wrong, "Put it in square brackets.")
        items = cast("list[object]", value)
        if len(items) > most:
            wrong = f"has {len(items):,} entries and may have {most}"
            return notes.add(path, wrong, "Keep the ones that matter most.")
        parts = [reader(item, f"{path}[{i}]", notes) for i, item in enumerate(items)]
        return BAD if any(part is BAD for part in parts) else tuple(parts)

    return read


def distinct(reader: Reader, key: Callable[[Any], str]) -> Reader:
    """The same list, with no ``key`` in it twice."""

    def read(value: object, path: str, notes: Notes) -> object:
        items = reader(value, path, notes)
        if items is BAD:
            return BAD
        seen: set[str] = set()
        for i, item in enumerate(cast("tuple[object, ...]", items)):
            name = key(item)
            if name in seen:
                return notes.add(f"{path}[{i}]", f"is '{name}' again", "Keep it once.")
            seen.add(name)
        return items

    return read


def scores(most: int) -> Reader:
    """Interest answers: item ids to whole numbers from 1 to 5."""
    one = whole(1, 5)

    def read(value: object, path: str, notes: Notes) -> object:
        if not isinstance(value, dict):
            wrong = f"should be a set of named values, not {kind_of(value)}"
            return notes.add(path, wrong, 'Use one such as {"s1": 4}.')
        pairs = cast("dict[str, object]", value)
        if len(pairs) > most:
            wrong = f"has {len(pairs):,} entries and may have {most}"
            return notes.add(path, wrong, "Keep the answers to statements we ask.")
        parts = {key: one(item, f"{path}.{shown(key)}", notes) for key, item in pairs.items()}
        return BAD if any(part is BAD for part in parts.values()) else parts

    return read


def noun(
    made: Callable[..., object], fields: Mapping[str, Reader], needs: tuple[str, ...] = ()
) -> Reader:
    """A set of named values made into a noun. Unknown keys are named with the nearest known one."""

    def read(value: object, path: str, notes: Notes) -> object:
        if not isinstance(value, dict):
            wrong = f"should be a set of named values, not {kind_of(value)}"
            return notes.add(path, wrong, "Put it in curly brackets.")
        pairs = cast("dict[str, object]", value)
        before = len(notes.found)
        for key in pairs:
            if key not in fields:
                notes.add(path, f"has an unknown key '{shown(key)}'", nearest(key, [*fields]))
        for key in needs:
            if key not in pairs:
                notes.add(path, f"lacks the key '{key}'", "Add it.")
        parts = {
            key: fields[key](item, f"{path}.{key}".strip("."), notes)
            for key, item in pairs.items()
            if key in fields
        }
        return BAD if len(notes.found) > before else made(**parts)

    return read
