"""Opening and checking the catalogue's file; which version of it this program reads."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from guidance.domain.errors import KnownError

APPLICATION = 0x57415943  # "WAYC": a Waymark catalogue
VERSION = 6  # of the tables; raise it with any change to them
REBUILD = "Run 'python main.py content build' to make it again, or install Waymark again."


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a built catalogue says of itself: content version, newest reading, hash of sources."""

    version: str
    newest: str
    fingerprint: str


def open_catalogue(path: Path) -> sqlite3.Connection:
    """A read-only connection to a built catalogue that this program can read.

    Raises KnownError where the file is missing, damaged, or of another version.
    """
    if not os.path.isfile(path):  # nor where one may not look
        raise KnownError(f"The catalogue is missing: there is no file {path}.", REBUILD)
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        raise damaged(path) from error
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise damaged(path) from error
    if application != APPLICATION:
        connection.close()
        raise KnownError(f"The file {path} is not a Waymark catalogue.", REBUILD)
    if version != VERSION:
        connection.close()
        raise KnownError(
            f"The catalogue {path} has version {version}; this Waymark reads version {VERSION}.",
            REBUILD,
        )
    return connection


def damaged(path: Path) -> KnownError:
    """The error for a catalogue that cannot be read."""
    return KnownError(f"The catalogue {path} is damaged and cannot be read.", REBUILD)


def read_stamp(path: Path) -> Stamp | None:
    """What the catalogue at a path says of itself; None where no sound catalogue is there."""
    try:
        connection = open_catalogue(path)
    except KnownError:
        return None
    try:
        held = dict(connection.execute("SELECT key, value FROM meta").fetchall())
        return Stamp(held["version"], held["newest"], held["fingerprint"])
    except (sqlite3.Error, KeyError):
        return None
    finally:
        connection.close()
