"""YAML text to plain tables and rows that remember their lines.

Stricter and safer than a general YAML reader: keys are always text, only ``true`` and ``false``
are truth values (so that ``yes`` and ``no`` stay words), dates stay text, a key may stand once
only, and tags, anchors and deep nesting are refused. Built from parser events without recursion.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from guidance.content.problems import Desk, Fault, Given, Place

DEEPEST = 24
NO_KEY = "\0"  # begins the stand-in for a key that is no plain word
LARGEST = 2_000_000
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"[-+]?[0-9]{1,17}\.[0-9]{1,17}")
SPECIAL = frozenset(("", *"~ntf+-0123456789"))  # a scalar that begins otherwise is text
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser, where PyYAML has it


class Table(dict[str, Given]):
    """A mapping as written, with the line of each key in ``lines``."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        """Start empty at a line of the file."""
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Rows(list[Given]):
    """A list as written, with the line of each item in ``lines``."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        """Start empty at a line of the file."""
        super().__init__()
        self.line = line
        self.lines: list[int] = []


_Open = tuple[Table | Rows | None, str | None, int]


@dataclass(slots=True)
class _Builder:
    """Puts events together: ``top`` is the open container, ``key`` its key that waits for a value.

    ``stack`` holds the containers round it, each with its own waiting key.
    """

    desk: Desk
    file: str
    top: Table | Rows | None = None
    key: str | None = None
    key_line: int = 0
    stack: list[_Open] = field(default_factory=list[_Open])
    documents: list[Given] = field(default_factory=list[Given])

    def put(self, value: Given, line: int) -> None:
        """Place a finished or opened value where it belongs."""
        top = self.top
        if type(top) is Table:
            self._put_in_table(top, value, line)
        elif type(top) is Rows:
            top.append(value)
            top.lines.append(line)
        else:
            self.documents.append(value)

    def _put_in_table(self, top: Table, value: Given, line: int) -> None:
        key = self.key
        if key is None:
            self.take_key(value, line)
            return
        self.key = None
        if key not in top:
            top[key] = value
            top.lines[key] = self.key_line
            return
        self.desk.error(
            Fault.DUPLICATE_KEY,
            Place(self.file, "", shown_key(key), self.key_line),
            f"The key '{shown_key(key)}' stands twice (first on line {top.lines[key]}).",
            "Keep one of the two.",
        )

    def take_key(self, value: Given, line: int) -> None:
        """Let a value be the key of what comes next."""
        self.key_line = line
        if isinstance(value, str) and value.isprintable():
            self.key = value
            return
        self.key = f"{NO_KEY}{line}"
        self.desk.error(
            Fault.MALFORMED,
            Place(self.file, "", "", line),
            "A key here is not a plain word.",
            "Write a plain word before the colon.",
        )

    def open(self, container: Table | Rows) -> None:
        """Place a container and go into it."""
        self.put(container, container.line)
        self.stack.append((self.top, self.key, self.key_line))
        self.top, self.key = container, None

    def close(self) -> None:
        """Leave the innermost container."""
        self.top, self.key, self.key_line = self.stack.pop()


def shown_key(key: str) -> str:
    """A key short enough to print."""
    return key if len(key) <= 40 else key[:40] + "..."


def parse(desk: Desk, file: str, data: bytes) -> Given:
    """The single document in a file as Table, Rows or a scalar; None, with a problem, if none."""
    place = Place(file)
    text = _decoded(desk, place, data)
    if text is None:
        return None
    builder = _Builder(desk, file)
    try:
        if not _feed_all(builder, text):
            return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 0
        why = getattr(error, "problem", None) or "it is not valid YAML"
        desk.error(
            Fault.MALFORMED,
            place._replace(line=line),
            f"The file cannot be read as YAML: {why}.",
            "Check the indents, colons and quotes on and above this line.",
        )
        return None
    if not builder.documents or builder.documents[0] in (None, "", {}, []):
        desk.error(Fault.EMPTY, place, "The file is empty.", "Write a record in it or remove it.")
        return None
    if len(builder.documents) > 1:
        desk.error(
            Fault.MALFORMED,
            place,
            "The file holds more than one document.",
            "Remove the lines that are only '---'.",
        )
        return None
    return builder.documents[0]


def _decoded(desk: Desk, place: Place, data: bytes) -> str | None:
    if len(data) > LARGEST:
        desk.error(
            Fault.TOO_LONG,
            place,
            f"The file has {len(data):,} bytes.",
            f"Split it into files of less than {LARGEST:,} bytes.",
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        desk.error(
            Fault.UNREADABLE, place, "The file is not UTF-8 text.", "Save it again as UTF-8 text."
        )
        return None
    bad = FORBIDDEN.search(text)
    if bad is not None:
        line = text.count("\n", 0, bad.start()) + 1
        desk.error(
            Fault.CONTROL_CHARACTER,
            place._replace(line=line),
            f"The line holds a control character (U+{ord(bad.group()):04X}).",
            "Delete it; it may have come in with pasted text.",
        )
        return None
    return text


def _feed_all(builder: _Builder, text: str) -> bool:
    """Take every event of a text; False where the file uses something that is refused outright."""
    loader: Any = LOADER(text)
    take: Callable[[], Any] = loader.get_event
    find: Callable[[Any], _Feed | None] = FEEDERS.get
    while True:
        event = take()
        feed = find(type(event))
        if feed is not None:
            if not feed(builder, event):
                return False
        elif type(event) is yaml.StreamEndEvent:
            return True


def _feed_scalar(builder: _Builder, event: Any) -> bool:  # noqa: ANN401 (an event has no common type)
    line: int = event.start_mark.line + 1
    if event.anchor is not None or event.tag:
        return _refuse_mark(builder, line)
    value: str = event.value
    if builder.key is None and type(builder.top) is Table:
        builder.take_key(value, line)
    elif value[:1] in SPECIAL and event.implicit[0]:
        builder.put(scalar(value), line)
    else:
        builder.put(value, line)
    return True


def _feed_start(builder: _Builder, event: Any) -> bool:  # noqa: ANN401 (an event has no common type)
    line: int = event.start_mark.line + 1
    if event.anchor is not None or event.tag:
        return _refuse_mark(builder, line)
    if len(builder.stack) >= DEEPEST:
        return _refuse(builder, line, "very deep nesting", "Make the record flatter.")
    builder.open(Table(line) if type(event) is yaml.MappingStartEvent else Rows(line))
    return True


def _feed_end(builder: _Builder, _: Any) -> bool:  # noqa: ANN401 (an event has no common type)
    builder.close()
    return True


def _feed_alias(builder: _Builder, event: Any) -> bool:  # noqa: ANN401 (an event has no common type)
    return _refuse_mark(builder, event.start_mark.line + 1)


_Feed = Callable[[_Builder, Any], bool]
FEEDERS: Mapping[Any, _Feed] = {
    yaml.ScalarEvent: _feed_scalar,
    yaml.MappingStartEvent: _feed_start,
    yaml.SequenceStartEvent: _feed_start,
    yaml.MappingEndEvent: _feed_end,
    yaml.SequenceEndEvent: _feed_end,
    yaml.AliasEvent: _feed_alias,
}


def _refuse_mark(builder: _Builder, line: int) -> bool:
    return _refuse(builder, line, "an anchor, an alias or a tag", "Write the value out.")


def _refuse(builder: _Builder, line: int, what: str, do: str) -> bool:
    place = Place(builder.file, "", "", line)
    builder.desk.error(Fault.MALFORMED, place, f"The file uses {what}.", do)
    return False


def scalar(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar: nothing, truth, a number, or the text itself."""
    if text[:1] not in SPECIAL:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text
