"""The built catalogue: one file, written whole from nouns and read back as nouns.

A table per kind holds a few columns to query by and the whole record as JSON in ``body``.
``facts`` holds the provenance of every fact; ``texts`` and ``typed`` feed the searches.
"""

import gc
import json
import os
import sqlite3
import zlib
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidance.domain.catalogue import Catalogue
from guidance.domain.errors import KnownError
from guidance.domain.plain import to_plain
from guidance.store.connection import (
    APPLICATION,
    VERSION,
    Stamp,
    damaged,
    open_catalogue,
    read_stamp,
)
from guidance.store.decode import kinds
from guidance.store.facts import FACT_COLUMNS, facts_of, records
from guidance.store.later import LATER, Later
from guidance.store.search import write_search

if TYPE_CHECKING:
    import sqlite_utils

__all__ = ["Stamp", "load_catalogue", "read_stamp", "write_catalogue"]


@dataclass(frozen=True, slots=True)
class Box:
    """A table: the catalogue's field it holds, and its columns besides id, position and body."""

    field: str
    columns: Mapping[str, Callable[[Any], str | int | None]]


def _plain(name: str) -> Callable[[Any], str | int | None]:
    """A column that holds a record's field of the same name."""

    def value(item: Any) -> str | int | None:  # noqa: ANN401 (a noun of any kind)
        held = getattr(item, name)
        return None if held is None else str(held)

    return value


BOXES = (
    Box("sources", {"title": _plain("title"), "publisher": _plain("publisher")}),
    Box("roles", {"title": _plain("title"), "staff_group": _plain("staff_group")}),
    Box("routes", {"to": _plain("to"), "kind": _plain("kind")}),
    Box("journeys", {"to_role_id": _plain("to_role_id"), "from_role_id": _plain("from_role_id")}),
    Box("case_studies", {"title": _plain("title"), "kind": _plain("kind")}),
    Box("registers", {"title": _plain("title")}),
    Box("return_support", {"nation": _plain("nation")}),
    Box("ladders", {"title": _plain("title")}),
    Box("interest_items", {"letter": _plain("letter")}),
    Box("values", {"title": _plain("title")}),
    Box("strengths", {"title": _plain("title")}),
    Box("constraints", {"title": _plain("title")}),
    Box("qualifications", {"title": _plain("title"), "level": lambda item: item.level}),
    Box(
        "pay",
        {
            "nation": _plain("nation"),
            "year": _plain("year"),
            "band": _plain("band"),
            "entry": lambda item: item.entry,
            "top": lambda item: item.top,
        },
    ),
    Box("funding", {"title": _plain("title"), "year": _plain("year")}),
    Box("mechanisms", {"title": _plain("title")}),
    Box("resources", {"title": _plain("title"), "kind": _plain("kind")}),
    Box("standards", {"title": _plain("title")}),
    Box("outside_groups", {"title": _plain("title")}),
    Box("word_groups", {"topic": _plain("topic")}),
    Box("unlisted_titles", {}),
    Box("prompts", {"topic": _plain("topic")}),
    Box("evidence", {"title": _plain("title"), "access": _plain("access")}),
    Box("comparisons", {"title": _plain("title")}),
    Box("guides", {"title": _plain("title"), "topic": _plain("topic")}),
)
NUMBERS = ("level", "entry", "top", "position")


def write_catalogue(path: Path, catalogue: Catalogue, fingerprint: str) -> None:
    """Write the catalogue's file: beside it first, then put in place in one move.

    Raises KnownError where the folder cannot be written or the disk is full.
    """
    import sqlite_utils  # late: 190 ms, and only building needs it

    beside = path.with_name(f"{path.name}.{os.getpid()}")  # two windows may build at once
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        connection = sqlite3.connect(beside, isolation_level=None)
        with closing(connection):
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("BEGIN")
            database = sqlite_utils.Database(connection, execute_plugins=False)
            _fill(database, catalogue, fingerprint)
            write_search(connection, catalogue)
            connection.commit()
            connection.execute("VACUUM")
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        beside.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise KnownError(
            f"The catalogue could not be written to {path}.",
            "Check that the disk has room and that you may write in that folder.",
        ) from error


def _fill(database: "sqlite_utils.Database", catalogue: Catalogue, fingerprint: str) -> None:
    meta = {
        "version": catalogue.version,
        "newest": catalogue.newest,
        "fingerprint": fingerprint,
    }
    rows = [{"key": key, "value": value} for key, value in meta.items()]
    database.table("meta").create({"key": str, "value": str}, pk="key", strict=True)
    database.table("meta").insert_all(rows)
    for box in BOXES:
        columns: dict[str, Any] = {"id": str, "position": int}
        columns |= {name: int if name in NUMBERS else str for name in box.columns}
        table = database.table(box.field)
        table.create({**columns, "body": str}, pk="id", not_null={"position", "body"}, strict=True)
        _insert(database, box.field, _rows(box, getattr(catalogue, box.field)))
        mark = _Mark()
        deque(mark.over(_held(database.conn, box.field)), maxlen=0)
        database.table("meta").insert({"key": f"{box.field} mark", "value": str(mark.total)})
    facts = database.table("facts")
    facts.create(dict.fromkeys(FACT_COLUMNS, str), strict=True)
    every = (facts_of(box.field, getattr(catalogue, box.field)) for box in BOXES)
    _insert(database, "facts", (fact for held in every for fact in held))


def _insert(
    database: "sqlite_utils.Database", table: str, rows: Iterable[Sequence[str | int | None]]
) -> None:
    """Put rows into a table, their values in the order of its columns.

    Not ``insert_all``, which looks at every value of a row to find out its columns: a second more.
    """
    marks = ", ".join("?" * len(database.table(table).columns))
    database.conn.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608 (our own names)


def _rows(box: Box, held: Any) -> Iterator[tuple[str | int | None, ...]]:  # noqa: ANN401 (any field)
    items = records(held)
    for position, item in enumerate(items):
        body = json.dumps(to_plain(item), ensure_ascii=False, separators=(",", ":"))
        columns = (column(item) for column in box.columns.values())
        yield (str(getattr(item, "id", position)), position, *columns, body)


def load_catalogue(path: Path) -> Catalogue:
    """The whole catalogue as nouns.

    Raises KnownError where the file is missing, damaged, or of another version.
    """
    with closing(open_catalogue(path)) as connection, _no_collecting():
        try:
            meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
            fields: dict[str, Any] = {}
            for box in BOXES:
                mark = _Mark()
                fields[box.field] = _nouns(box.field, mark.over(_held(connection, box.field)))
                if meta[f"{box.field} mark"] != str(mark.total):
                    raise damaged(path)
            return Catalogue(version=meta["version"], newest=meta["newest"], **fields)
        except (
            sqlite3.Error,
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            RecursionError,
        ) as error:
            raise damaged(path) from error


@contextmanager
def _no_collecting() -> Generator[None, None, None]:
    """No search for circular rubbish meanwhile: nothing made here is any, and it costs a third."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _held(connection: sqlite3.Connection, field: str) -> Iterator[tuple[str, bytes]]:
    """The id and the body of every record of a kind, in order."""
    return connection.execute(
        f'SELECT id, CAST(body AS BLOB) FROM "{field}" ORDER BY position'  # noqa: S608 (our own names)
    )


@dataclass(slots=True)
class _Mark:
    """A sum over records as written: a changed letter shows, before it is taken for a fact."""

    total: int = 0

    def over(self, rows: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """The rows themselves, each added to the sum as it goes by."""
        for name, body in rows:
            self.total = zlib.crc32(body, zlib.crc32(name.encode(), self.total))
            yield name, body


def _nouns(field: str, rows: Iterable[tuple[str, bytes]]) -> Any:  # noqa: ANN401 (any field)
    """The records of a kind as nouns, made as they go by: their texts are never held whole."""
    if field in LATER:
        return Later(field, rows)
    keyed, decode = kinds()[field]
    found = [decode(json.loads(body)) for _, body in rows]
    return {str(item.id): item for item in found} if keyed else tuple(found)
