"""A person's records: one encrypted file that a single window holds at a time.

SQLCipher, WAL, every save synced to disk before it returns. Clients are kept as JSON.
"""

import json
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from types import TracebackType
from typing import Any, Self, cast

from guidance.domain.client import Client
from guidance.domain.errors import KnownError
from guidance.domain.plain import PlainError, from_plain, to_plain
from guidance.store.hold import Hold
from guidance.store.migrations import (
    NEWEST,
    Version,
    back_up,
    check_version,
    migrate,
    steps_after,
    unpack,
)
from guidance.store.vault import HEADER_SIZE, Key, header_of, wrong_key

APPLICATION = 0x57415952  # "WAYR": Waymark records
FULL, READ_ONLY, BUSY, LOCKED = 13, 8, 5, 6  # SQLite's primary result codes
WRITE_FAILED = (10, FULL, READ_ONLY, 14)
FIELDS = frozenset(item.name for item in fields(Client))


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a caseload: enough to choose whom to open."""

    id: str
    name: str
    updated: str


class Records:
    """An open records file. Safe to use from several threads, one call at a time."""

    def __init__(self, path: Path, connection: Connection, hold: Hold, version: Version) -> None:
        """Use :meth:`create` or :meth:`open`."""
        self.path = path
        self.version = version
        self._connection = connection
        self._hold = hold
        self._place = _place(path)
        self._lock = RLock()
        self._closed = False

    @classmethod
    def create(cls, path: Path, key: Key) -> Self:
        """Make a new, empty file that only this account may read.

        Raises KnownError where there is a file already or it cannot be written.
        """
        hold = Hold(path)
        try:
            _make_empty(path)
            try:
                connection = _connect(path, key)
                with _trouble(path, "The records could not be made.", connection):
                    connection.execute(f"PRAGMA application_id = {APPLICATION}")
                    migrate(connection, Version(0, 0))
            except BaseException:
                _remove(path)
                raise
        except BaseException:
            hold.release()
            raise
        return cls(path, connection, hold, NEWEST)

    @classmethod
    def open(cls, path: Path, key: Key) -> Self:
        """Open a file, first checking it whole, and bring it to the newest form if it is older.

        Raises KnownError where the key is wrong, the file is missing, damaged, in use or of a newer
        major version; in each case the file is left as it was.
        """
        header = header_of(path)
        if not key.opens(header):
            raise wrong_key(header)
        hold = Hold(path)
        try:
            connection, version = _open_checked(path, key)
            if steps_after(version):
                connection.close()
                back_up(path, version)
                connection, version = _open_checked(path, key)
                with _trouble(path, "The records could not take their new form.", connection):
                    migrate(connection, version)
                version = NEWEST
        except BaseException:
            hold.release()
            raise
        return cls(path, connection, hold, version)

    def save(self, client: Client) -> None:
        """Keep a client, on disk when this returns. Raises KnownError; what was saved stays."""
        plain = cast("dict[str, Any]", to_plain(client))
        with self._writing(f"{client.name or 'The record'} was not saved."):
            if self.version > NEWEST:
                plain = self._unknown_parts(client.id) | plain
            body = json.dumps(plain, separators=(",", ":"))  # ASCII: any text at all is kept
            self._connection.execute(
                """INSERT INTO client (id, body, updated, name) VALUES (?, ?, ?, ?)
                   ON CONFLICT (id) DO UPDATE
                   SET body = excluded.body, updated = excluded.updated, name = excluded.name""",
                (client.id, body, client.updated, _shown(client.name)),
            )

    def load(self) -> tuple[Client, ...]:
        """Every client, by name. Raises KnownError where one cannot be read."""
        with self._reading():
            rows = self._connection.execute("SELECT id, body FROM client ORDER BY name, id")
            return tuple(self._client(name, body) for name, body in rows.fetchall())

    def get(self, client_id: str) -> Client | None:
        """One client; None where there is none. Raises KnownError where it cannot be read."""
        with self._reading():
            row = self._connection.execute(
                "SELECT body FROM client WHERE id = ?", (client_id,)
            ).fetchone()
            return None if row is None else self._client(client_id, row[0])

    def listing(self) -> tuple[Listed, ...]:
        """The caseload by name, without reading anyone's plans."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT id, name, updated FROM client ORDER BY name, id"
            )
            return tuple(Listed(*row) for row in rows.fetchall())

    def delete(self, client_id: str) -> None:
        """Take a client out for good: the place is overwritten, and the log of writes emptied."""
        with self._writing("The record was not deleted."):
            self._connection.execute("DELETE FROM client WHERE id = ?", (client_id,))
        with self._reading():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def copy_to(self, path: Path, key: Key) -> None:
        """Make a second file with all that this one holds, under another key. Raises as create."""
        with Records.create(path, key) as other, self._reading():
            ask = "SELECT id, body, updated, name FROM client"
            rows = self._connection.execute(ask).fetchall()
            with other._writing("The copy was not made."):  # noqa: SLF001 - the same class
                other._connection.executemany(  # noqa: SLF001 - the same class
                    "INSERT INTO client (id, body, updated, name) VALUES (?, ?, ?, ?)", rows
                )

    def close(self) -> None:
        """Let the file go; doing it twice is harmless."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._connection.close()
                self._hold.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self, failed: str) -> Generator[None]:
        with self._lock, _trouble(self.path, failed):
            if not self._closed and _place(self.path) != self._place:
                raise KnownError(
                    f"{failed} The records at {self.path} were moved or deleted meanwhile.",
                    "Put the file back, then try again.",
                )
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _reading(self) -> Generator[None]:
        with self._lock, _trouble(self.path, "The records could not be read."):
            yield

    def _unknown_parts(self, client_id: str) -> dict[str, Any]:
        """What a newer Waymark keeps of a client and this one does not know: kept as it is."""
        row = self._connection.execute(
            "SELECT body FROM client WHERE id = ?", (client_id,)
        ).fetchone()
        held: Mapping[str, Any] = {} if row is None else json.loads(row[0])
        return {name: value for name, value in held.items() if name not in FIELDS}

    def _client(self, client_id: str, body: str) -> Client:
        try:
            plain: Mapping[str, Any] = json.loads(body)
            if self.version > NEWEST:
                plain = {name: value for name, value in plain.items() if name in FIELDS}
            return from_plain(Client, plain)
        except (PlainError, ValueError) as error:
            raise KnownError(
                f"The record '{client_id}' in {self.path} could not be read ({error}).",
                "A newer Waymark may have made it: open it with that. Nothing was changed.",
            ) from None


def _shown(name: str) -> str:
    """A name as the list shows it: half of a surrogate pair cannot be kept there."""
    return name.encode("utf-8", "replace").decode()


def change_key(path: Path, old: Key, new: Key) -> None:
    """Put a closed file under another key: a copy is made whole, then takes the file's place.

    Raises KnownError, the file left as it was, where it cannot be opened or copied. Older backups
    beside it still open by the old key.
    """
    beside = path.with_name(path.name + ".new")
    with Records.open(path, old) as records:
        _remove(beside)  # what a crash left of an earlier try
        records.copy_to(beside, new)
    beside.replace(path)
    beside.with_name(beside.name + ".lock").unlink(missing_ok=True)


def _make_empty(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise KnownError(
            f"There is a file at {path} already.", "Open it, or choose another name."
        ) from None
    except OSError as error:
        raise KnownError(
            f"The records could not be made at {path}: {error.strerror}.",
            "Choose a folder that you may write to.",
        ) from None


def _place(path: Path) -> tuple[int, int]:
    """Which file stands at a path, whatever its name: (0, 0) for none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _driver() -> Any:  # noqa: ANN401 - sqlcipher3 says nothing of its types
    """SQLCipher's module; it mirrors the standard library's sqlite3."""
    from sqlcipher3 import dbapi2  # late: only a session that keeps records needs it

    return cast("Any", dbapi2)


def _connect(path: Path, key: Key) -> Connection:
    """A connection with the key set and nothing read yet."""
    connection = cast(
        "Connection",
        _driver().connect(str(path), timeout=0.2, isolation_level=None, check_same_thread=False),
    )
    try:
        with _trouble(path, "The records could not be opened."):
            for statement in (
                "PRAGMA cipher_log_level = NONE",  # else SQLCipher writes to standard error
                f"PRAGMA key = \"x'{key.raw.hex()}{key.header.hex()}'\"",
                "PRAGMA locking_mode = EXCLUSIVE",
                "PRAGMA temp_store = MEMORY",
                "PRAGMA trusted_schema = OFF",
                "PRAGMA secure_delete = ON",
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = FULL",
            ):
                connection.execute(statement).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _open_checked(path: Path, key: Key) -> tuple[Connection, Version]:
    """A connection to a file that is whole and of a form this version can use."""
    if path.stat().st_size <= HEADER_SIZE:
        raise _damaged(path)
    connection = _connect(path, key)
    with _trouble(path, "The records could not be opened.", connection):
        number = int(connection.execute("PRAGMA user_version").fetchone()[0])
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        if application != APPLICATION:
            raise _damaged(path)
        check_version(unpack(number), path)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # a crash may have left it
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise _damaged(path)
        if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise _damaged(path)
    return connection, unpack(number)


def _damaged(path: Path) -> KnownError:
    return KnownError(
        f"The records at {path} are damaged and were not opened.",
        "Put back a copy: look beside the file for one that ends in .backup. Nothing was changed.",
    )


@contextmanager
def _trouble(path: Path, failed: str, closing: Connection | None = None) -> Generator[None]:
    """Turn the world's faults (disk full, damage, a lock) into KnownError; pass our own bugs on.

    ``closing`` is closed where anything at all goes wrong.
    """
    driver = _driver()
    trouble = cast("type[Exception]", driver.DatabaseError)
    bugs = cast("tuple[type[Exception], ...]", (driver.ProgrammingError, driver.IntegrityError))
    try:
        yield
    except BaseException as error:
        if closing is not None:
            closing.close()
        if isinstance(error, trouble) and not isinstance(error, bugs):
            raise _told(path, failed, error) from error
        raise


def _told(path: Path, failed: str, error: Exception) -> Exception:
    code = int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code in (BUSY, LOCKED):
        return KnownError(
            f"The records at {path} are open in another window.",
            "Close the other window, or go on there.",
        )
    if code in WRITE_FAILED:
        why = "The disk is full." if code == FULL else "The disk did not take it."
        return KnownError(
            f"{failed} {why}", "Free some space, then try again. What was saved before is safe."
        )
    if code in (11, 26):  # a malformed image, not a database
        return _damaged(path)
    return error
