"""Mistakes found in the sources: each says where it is, what was found and what to do."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, NamedTuple

Given = Any  # a value as an author wrote it: it may be anything at all


class Severity(StrEnum):
    """An error stops the build; a warning is shown and the build goes on."""

    ERROR = "error"
    WARNING = "warning"


class Fault(StrEnum):
    """The classes of mistake that the loader tells apart."""

    UNREADABLE = "unreadable-file"
    EMPTY = "empty-file"
    MALFORMED = "malformed-yaml"
    UNKNOWN_FOLDER = "unknown-folder"
    DUPLICATE_KEY = "duplicate-key"
    DUPLICATE_ID = "duplicate-id"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    UNKNOWN_WORD = "unknown-word"
    BAD_ID = "bad-id"
    BAD_DATE = "impossible-date"
    BAD_RANGE = "impossible-range"
    CONTROL_CHARACTER = "control-character"
    TOO_LONG = "too-long"
    DANGLING = "dangling-id"
    UNSOURCED = "unsourced-fact"
    UNREACHABLE = "unreachable-role"
    DEAD_END = "undeclared-dead-end"
    CYCLE = "senseless-cycle"
    SHARED_TITLE = "title-claimed-twice"
    STALE = "stale-fact"
    BARE_FIGURE = "figure-without-source"
    PERSONAL_ADDRESS = "personal-address"


class Place(NamedTuple):
    """Where in the sources something stands; ``line`` counts from 1, 0 means the whole file."""

    file: str
    record: str = ""
    key: str = ""
    line: int = 0

    def into(self, key: str | int, line: int = 0) -> "Place":
        """The place of a key (or of an item, by number) inside this one."""
        file, record, above, here = self
        step = f"{above}[{key + 1}]" if isinstance(key, int) else f"{above}.{key}" if above else key
        return Place(file, record, step, line or here)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: ``found`` is a sentence about what stands there, ``do`` what to do about it."""

    file: str
    record: str
    key: str
    line: int
    fault: Fault
    severity: Severity
    found: str
    do: str

    def __str__(self) -> str:
        """One line: file, line, record and key, then the two sentences."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        inside = " ".join(part for part in (self.record, self.key) if part)
        return f"{where}: {inside + ': ' if inside else ''}{self.found} {self.do}"


class Reference(NamedTuple):
    """An id that a record leans on, to be looked up once every file is read."""

    kind: str
    id: str
    place: Place


@dataclass(slots=True)
class Desk:
    """Collects what reading finds: problems, the ids of each kind, and references to check.

    ``read_dates`` maps source ids to the day each was read, for default shelf lives. ``titles``
    are typed titles with their role, whether they are declared shared, and their place.
    ``in_doubt`` are roles that a faulty route names, so that nothing is concluded from its
    absence; ``ways_known`` is False where a whole file of routes could not be read.
    """

    problems: list[Problem] = field(default_factory=list[Problem])
    ids: dict[str, dict[str, Place]] = field(default_factory=dict[str, dict[str, Place]])
    references: list[Reference] = field(default_factory=list[Reference])
    read_dates: dict[str, str] = field(default_factory=dict[str, str])
    titles: list[tuple[str, str, bool, Place]] = field(
        default_factory=list[tuple[str, str, bool, Place]]
    )
    in_doubt: set[str] = field(default_factory=set[str])
    ways_known: bool = True

    def error(self, fault: Fault, place: Place, found: str, do: str) -> None:
        """Note a mistake that stops the build."""
        self._add(fault, Severity.ERROR, place, found, do)

    def warn(self, fault: Fault, place: Place, found: str, do: str) -> None:
        """Note a mistake that is shown but does not stop the build."""
        self._add(fault, Severity.WARNING, place, found, do)

    def _add(self, fault: Fault, severity: Severity, place: Place, found: str, do: str) -> None:
        file, record, key, line = place
        self.problems.append(Problem(file, record, key, line, fault, severity, found, do))

    def claim(self, kind: str, name: str, place: Place) -> bool:
        """Take an id for a record; False, with a problem, where another record has it."""
        taken = self.ids.setdefault(kind, {})
        if name in taken:
            first = taken[name]
            self.error(
                Fault.DUPLICATE_ID,
                place,
                f"The id '{name}' is already used in {first.file}, line {first.line}.",
                "Give one of the two records another id.",
            )
            return False
        taken[name] = place
        return True

    def lean(self, kind: str, name: str, place: Place) -> None:
        """Note that a record needs another to exist."""
        self.references.append(Reference(kind, name, place))


def nearest(word: str, known: "list[str]") -> str:
    """A hint naming the known word closest to ``word``, or the whole list where it is short."""
    close = get_close_matches(word[:60], known, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{close[0]}'?"
    if not known:
        return "There are none yet: add it first."
    if len(known) <= 16:
        return f"Use one of: {', '.join(known)}."
    return "Check the spelling, or add it where it belongs."


def shown(value: Given) -> str:
    """A short form of any value, safe to put in a sentence."""
    text = " ".join(str(value).split())
    clean = "".join(letter if letter.isprintable() else "?" for letter in text[:80])
    return clean if len(text) <= 40 else clean[:40] + "..."
