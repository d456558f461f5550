"""Records files: which key opens them, and how every trace of them is deleted."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from guidance.app.paths import Paths
from guidance.domain.errors import KnownError

if TYPE_CHECKING:
    from guidance.store.records import Records
    from guidance.store.vault import Key


def kept(path: Path) -> str:
    """How a records file opens: ``key``, ``passphrase``, or empty when there is none.

    Raises KnownError when the file is there and is no records file.
    """
    if not os.path.exists(path):  # nor where one may not look
        return ""
    # Late: encryption is loaded only when there are records.
    from guidance.store.vault import has_passphrase

    return "passphrase" if has_passphrase(path) else "key"


def create_records(paths: Paths, path: Path | None, passphrase: str | None) -> Records:
    """A new records file at ``path`` (the person's own place when None).

    Without a passphrase the key is made, or found, in the person's own account.
    Raises KnownError when the file is there already, the passphrase is too short, or the place
    cannot be written.
    """
    # Late: as above.
    from guidance.store.records import Records
    from guidance.store.vault import check_passphrase, key_from_passphrase

    target = path or paths.records
    if os.path.exists(target):
        raise KnownError(f"There is a file at {target} already.", "Open it, or use another name.")
    if passphrase is not None:
        check_passphrase(passphrase)
    _make_folder(target.parent)
    if passphrase is not None:
        return Records.create(target, key_from_passphrase(passphrase, os.urandom(16)))
    key, fresh = _own_key(paths)
    try:
        return Records.create(target, key)
    except BaseException:
        if fresh:
            paths.key.unlink(missing_ok=True)
        raise


def open_records(paths: Paths, path: Path | None, passphrase: str | None) -> Records:
    """The records file at ``path`` (the person's own place when None), opened.

    Raises KnownError for a wrong passphrase, a missing key, a damaged or newer file, or one that
    another window has open.
    """
    # Late: as above.
    from guidance.store.records import Records
    from guidance.store.vault import header_of, key_from_file, unlock

    target = path or paths.records
    header_of(target)  # a file that is not there is told before a key that is not
    if kept(target) == "passphrase":
        if passphrase is None:
            raise KnownError("These records open with a passphrase.", "Type your passphrase.")
        return Records.open(target, unlock(target, passphrase))
    return Records.open(target, key_from_file(paths.key))


def delete_all(paths: Paths, also: Path | None = None) -> tuple[Path, ...]:
    """Delete the person's records, keys, backups and settings, and give the files deleted.

    ``also`` is a records file kept elsewhere. The key is overwritten first, so that a copy of the
    records left on the disk cannot be read. Raises KnownError naming a file that is still there,
    and deletes nothing where another window has the records open.
    """
    # Late: as above.
    from guidance.store.hold import Hold

    for records in {paths.records, also or paths.records}:
        if os.path.exists(records):
            Hold(records).release()
    gone: list[Path] = []
    for path in sorted(_own_files(paths, also), key=lambda p: p != paths.key):
        if path == paths.key:
            _blank(path)
        with contextlib.suppress(OSError):
            path.unlink()
            gone.append(path)
    left = list(_own_files(paths, also))
    if left:
        raise KnownError(f"'{left[0]}' is still there.", "Close what is using it, then try again.")
    with contextlib.suppress(OSError):
        paths.data.rmdir()
    return tuple(gone)


def _own_key(paths: Paths) -> tuple[Key, bool]:
    """The key of this account, and whether it was made just now."""
    from guidance.store.vault import key_from_file, write_key_file

    _make_folder(paths.data)
    if paths.key.exists():
        return key_from_file(paths.key), False
    return write_key_file(paths.key, os.urandom(32)), True


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise KnownError(
            f"The folder '{folder}' could not be made ({reason}).", "Pick another place."
        ) from error


def _blank(path: Path) -> None:
    """Write nothing but noughts over a file, on the disk itself."""
    with contextlib.suppress(OSError), path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())


def _own_files(paths: Paths, also: Path | None) -> Iterator[Path]:
    """The files that Waymark itself makes: backups, journals and locks among them."""
    own = (paths.records.name, paths.key.name, paths.settings.name)
    places: list[tuple[Path, tuple[str, ...]]] = [(paths.data, own)]
    if also is not None and also.parent != paths.data:
        places.append((also.parent, (also.name,)))
    for folder, names in places:
        if os.path.isdir(folder):
            for path in sorted(_inside(folder)):
                if path.is_file() and path.name.lstrip(".").startswith(names):
                    yield path


def _inside(folder: Path) -> list[Path]:
    try:
        return [*folder.iterdir()]
    except OSError as error:
        raise KnownError(
            f"You may not look into '{folder}'.", "Ask the owner of that folder."
        ) from error
