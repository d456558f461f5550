"""Profile files on a disk: read whole with each trouble told plainly, saved whole or not at all."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from guidance.app.documents import save_bytes
from guidance.domain.errors import KnownError
from guidance.domain.profile import Profile
from guidance.interview.limits import TEXT_LENGTH
from guidance.interview.reading import check_dates, check_ids, read_profile, write_profile

__all__ = [
    "check_as_of",
    "decoded",
    "load_profile",
    "parse_profile",
    "read_text",
    "save_profile",
    "write_profile",
]

if TYPE_CHECKING:
    from guidance.domain.catalogue import Catalogue


def load_profile(path: Path, catalogue: Catalogue, today: date) -> Profile:
    """The profile in a file, checked against the catalogue's ids and against ``today``.

    Raises KnownError for every trouble with the file or with what is in it.
    """
    return parse_profile(read_text(path), catalogue, today)


def parse_profile(text: str, catalogue: Catalogue, today: date) -> Profile:
    """The profile in a text, checked as by :func:`load_profile`."""
    profile = read_profile(text, today)
    check_ids(profile, catalogue)
    return profile


def check_as_of(profile: Profile, as_of: date) -> None:
    """Raise KnownError when a date of the profile cannot be so on another day than its own."""
    check_dates(profile, as_of)


def save_profile(profile: Profile, path: Path) -> None:
    """Put the profile in a file. Raises KnownError when that cannot be done."""
    save_bytes(path, write_profile(profile).encode("utf-8"))


def read_text(path: Path) -> str:
    """The text of a file. Raises KnownError when it is not there, not a file or not text."""
    most = 4 * TEXT_LENGTH
    try:
        if path.is_dir():
            raise KnownError(f"'{path}' is a folder, not a file.", "Name a file inside it.")
        with path.open("rb") as file:
            content = file.read(most + 1)  # no more than that: a device may have no end
    except FileNotFoundError:
        raise KnownError(f"There is no file '{path}'.", "Check its name.") from None
    except PermissionError:
        raise KnownError(f"You may not read '{path}'.", "Ask its owner, or copy it.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "the name cannot be used"
        name = f"{str(path)[:80]}..." if len(str(path)) > 250 else str(path)
        raise KnownError(f"'{name}' could not be read ({reason}).", "Check its name.") from None
    if len(content) > most:
        raise KnownError(f"'{path}' is far too big.", "Check that it is the right file.")
    return decoded(content, f"'{path}'")


def decoded(content: bytes, name: str) -> str:
    """Bytes as text: UTF-8, or UTF-16 with its mark, as Windows programs save it."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise KnownError(f"{name} is not text in UTF-8.", "Save it as UTF-8 text.") from None
