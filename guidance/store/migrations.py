"""Steps from one form of the records file to the next, each taken once, after a backup.

A version is major.minor in one number. A newer minor only adds, so an older Waymark may open it; a
newer major it must refuse. A new file takes every step, so new and migrated files are the same.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from guidance.domain.errors import KnownError


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """The form of a records file."""

    major: int
    minor: int

    @property
    def packed(self) -> int:
        """As kept in the file."""
        return self.major << 16 | self.minor

    def __str__(self) -> str:
        """As shown to people."""
        return f"{self.major}.{self.minor}"


def unpack(number: int) -> Version:
    """The version kept in a file as one number."""
    return Version(number >> 16, number & 0xFFFF)


@dataclass(frozen=True, slots=True)
class Step:
    """What brings a file to a version."""

    to: Version
    statements: tuple[str, ...]


STEPS = (
    Step(
        Version(1, 0),
        (
            """CREATE TABLE client (
                 id TEXT PRIMARY KEY, body TEXT NOT NULL, updated TEXT NOT NULL
               ) STRICT, WITHOUT ROWID""",
        ),
    ),
    Step(
        Version(1, 1),  # a caseload is listed without reading every plan
        (
            "ALTER TABLE client ADD COLUMN name TEXT NOT NULL DEFAULT ''",
            "UPDATE client SET name = coalesce(json_extract(body, '$.name'), '')",
        ),
    ),
)
NEWEST = STEPS[-1].to


def check_version(found: Version, path: Path) -> None:
    """Raises KnownError, naming both versions, where a file is of a newer major version."""
    if found.major > NEWEST.major:
        raise KnownError(
            f"The records at {path} have form {found}. This Waymark knows forms up to {NEWEST}.",
            "Open them with a newer Waymark. Nothing was changed.",
        )


def steps_after(found: Version) -> tuple[Step, ...]:
    """The steps that a file of a version has still to take."""
    return tuple(step for step in STEPS if step.to > found)


def migrate(connection: Connection, found: Version) -> None:
    """Take every step still to take, all or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps_after(found):
            for statement in step.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step.to.packed}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def backup_path(path: Path, found: Version) -> Path:
    """Where the file as it was before a migration is kept."""
    return path.with_name(f"{path.name}.form-{found}.backup")


def back_up(path: Path, found: Version) -> Path:
    """Copy a closed records file beside itself, safely on disk before this returns.

    Raises KnownError where the copy cannot be made.
    """
    target = backup_path(path, found)
    part = target.with_name(target.name + ".part")
    try:
        with path.open("rb") as source, part.open("wb") as copy:
            part.chmod(0o600)
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise KnownError(
            f"The records need a new form, but no backup could be made: {error.strerror}.",
            "Free some space or choose another folder. Nothing was changed.",
        ) from None
    return target
