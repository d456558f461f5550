"""Files that a person asked for: written beside, flushed to the disk, then put in place.

So a file is always the old one or the whole new one, never half of it.
"""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from guidance.domain.errors import KnownError

if TYPE_CHECKING:  # settings save a file too, and must not wait for the plan's nouns
    from guidance.domain.plan import Plan

SUFFIXES = (".pdf", ".html", ".docx", ".ics", ".json", ".txt")
_FULL = (errno.ENOSPC, errno.EDQUOT)


def save_bytes(target: Path, content: bytes, *, make_folder: bool = False) -> None:
    """Put ``content`` in the file ``target``, whole or not at all.

    Raises KnownError when the place is a folder, cannot be written, or the disk is full.
    """
    _refuse_folder(target)
    if make_folder:
        _make_folder(target.parent)
    elif not target.parent.is_dir():
        raise KnownError(f"There is no folder '{target.parent}'.", "Make it, or pick another.")
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.unlink(missing_ok=True)  # what a crash left of an earlier try
        _write(beside, content)
        os.replace(beside, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise _told(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def export_plan(plan: Plan, target: Path, edition: str = "standard") -> None:
    """Save a plan as the kind of file its name ends in (:data:`SUFFIXES`).

    Raises KnownError for a kind we cannot make and for every trouble with the place.
    """
    save_bytes(target, plan_bytes(plan, checked_suffix(target), edition))


def plan_bytes(plan: Plan, suffix: str, edition: str = "standard") -> bytes:
    """The bytes of a plan as ``pdf``, ``html``, ``docx``, ``ics``, ``json`` or ``txt``."""
    # Late: making documents loads large libraries that the first page does not need.
    from guidance.publishing.export import export

    return export(plan, suffix.lstrip("."), edition)


def checked_suffix(target: Path) -> str:
    """The ending of a file name without its dot. Raises KnownError when we cannot make it."""
    suffix = target.suffix.lower()
    _refuse_folder(target)
    if suffix not in SUFFIXES:
        ending = f"'{suffix}'" if suffix else "no ending"
        raise KnownError(
            f"A plan cannot be saved as a file with {ending}.",
            f"End its name with one of: {', '.join(SUFFIXES)}.",
        )
    return suffix.removeprefix(".")


def _refuse_folder(target: Path) -> None:
    if "\0" in str(target):
        raise KnownError("That file name has a hidden character in it.", "Pick another name.")
    try:
        folder = target.is_dir()
    except OSError as error:
        raise _told(error, target) from error
    if folder:
        raise KnownError(f"'{target}' is a folder, not a file.", "Give the file a name.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _told(error, folder) from error


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be flushed."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _told(error: OSError, target: Path) -> KnownError:
    if error.errno in _FULL:
        return KnownError("The disk is full.", "Make some room, then save again.")
    if error.errno == errno.ENAMETOOLONG:
        return KnownError("That file name is too long.", "Pick a shorter one.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return KnownError(f"You may not write to '{target}'.", "Pick another place.")
    reason = error.strerror or "the system gave no reason"
    return KnownError(f"'{target}' could not be saved ({reason}).", "Pick another place.")
