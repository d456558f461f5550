"""Keys for a person's records: from a passphrase (Argon2id), or kept in their own account.

A records file begins with 16 bytes of its own: one for the recipe of the key, twelve of chance
(the salt) and three that check a key before anything is decrypted. They say how the key is made
and never what it is, so one file is all that needs keeping.
"""

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guidance.domain.errors import KnownError

HEADER_SIZE = 16
SALT_SIZE = 12
KEY_SIZE = 32
SHORTEST = 10
KEY_FILE = 0
PASSPHRASE = 1
KEY_FILE_LINE = "waymark-key/1"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int


# Number 1 is the second choice of RFC 9106, for machines that cannot spare 2 GiB. A recipe is never
# changed once files are made with it: a stronger one gets the next number.
RECIPES: Mapping[int, Recipe] = {PASSPHRASE: Recipe(memory=64 * 1024, passes=3, lanes=4)}


@dataclass(frozen=True, slots=True)
class Key:
    """A key and the 16 bytes that a file made with it begins with. Never printed."""

    raw: bytes = field(repr=False)
    header: bytes = field(repr=False)

    def opens(self, header: bytes) -> bool:
        """Whether a file that begins with these bytes was made with this key."""
        return hmac.compare_digest(self.header, header)


def check_passphrase(passphrase: str) -> None:
    """Whether a passphrase may guard a new file. Raises KnownError where it is too short."""
    if len(_normal(passphrase)) < SHORTEST:
        raise KnownError(
            f"The passphrase is shorter than {SHORTEST} letters.",
            "Use a longer one. Three or four words together are easy to remember.",
        )


def key_from_passphrase(passphrase: str, salt: bytes, recipe: int = PASSPHRASE) -> Key:
    """The key that a passphrase makes; takes about half a second by design.

    ``salt`` is at least 12 bytes of chance for a new file (the first 12 are used), or
    :func:`salt_of` an old one. Raises KnownError where the passphrase is empty.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # late: records only

    if len(salt) < SALT_SIZE:
        raise ValueError(f"the salt has {len(salt)} bytes, fewer than {SALT_SIZE}")
    words = _normal(passphrase)
    if not words:
        raise KnownError("The passphrase is empty.", "Type your passphrase.")
    cost = RECIPES[recipe]
    seed = bytes([recipe]) + salt[:SALT_SIZE]
    maker = Argon2id(
        salt=seed,
        length=KEY_SIZE,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    return _key(maker.derive(words.encode("utf-8", "surrogatepass")), seed)


def _normal(passphrase: str) -> str:
    """The same letters for the same typing, whatever the keyboard composed."""
    return unicodedata.normalize("NFKC", passphrase)


def _key(raw: bytes, seed: bytes) -> Key:
    return Key(raw, seed + hmac.digest(raw, b"waymark records check" + seed, "sha256")[:3])


def write_key_file(path: Path, chance: bytes) -> Key:
    """Keep a new key in a file that only this account may read (0600), and give it.

    ``chance`` is at least 32 random bytes. Raises KnownError where the file is there already or
    cannot be written.
    """
    if len(chance) < KEY_SIZE:
        raise ValueError(f"{len(chance)} bytes of chance are fewer than {KEY_SIZE}")
    text = f"{KEY_FILE_LINE}\n{chance[:KEY_SIZE].hex()}\n"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise KnownError(f"There is a key at {path} already.", "Use that key.") from None
    except OSError as error:
        raise _unkept(path, error) from None
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)  # half a key would stand in the way of a whole one
        raise _unkept(path, error) from None
    return key_from_file(path)


def _unkept(path: Path, error: OSError) -> KnownError:
    return KnownError(
        f"The key could not be kept at {path}: {error.strerror}.",
        "Choose a folder that you may write to, on a disk with room.",
    )


def key_from_file(path: Path) -> Key:
    """The key kept in a file.

    Raises KnownError where it is missing, is no key, or other people on the machine may read it.
    """
    try:
        text = path.read_text(encoding="ascii")
        shared = os.name == "posix" and path.stat().st_mode & 0o077
    except FileNotFoundError:
        raise KnownError(
            f"The key of your records is not at {path}.", "Put the key file back from a copy."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise KnownError(
            f"The key at {path} could not be read.", "Put the key file back from a copy."
        ) from None
    lines = text.split()
    if len(lines) != 2 or lines[0] != KEY_FILE_LINE or not _is_key(lines[1]):
        raise KnownError(f"{path} is not a Waymark key.", "Put the key file back from a copy.")
    if shared:
        raise KnownError(
            f"Other people on this machine may read the key at {path}.",
            f"Run: chmod 600 {path}",
        )
    raw = bytes.fromhex(lines[1])
    return _key(raw, bytes([KEY_FILE]) + hashlib.sha256(b"waymark salt" + raw).digest()[:SALT_SIZE])


def _is_key(text: str) -> bool:
    return len(text) == 2 * KEY_SIZE and all(letter in "0123456789abcdef" for letter in text)


def header_of(path: Path) -> bytes:
    """The 16 bytes that a records file begins with.

    Raises KnownError where the file is missing, cannot be read or is no records file. Don't call it
    on a file that this process holds open.
    """
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_SIZE)
    except FileNotFoundError:
        raise KnownError(f"There are no records at {path}.", "Check the place.") from None
    except IsADirectoryError:
        raise KnownError(f"{path} is a folder, not a file.", "Choose the records file.") from None
    except OSError as error:
        raise KnownError(
            f"The records at {path} could not be read: {error.strerror}.",
            "Check that you may read the file.",
        ) from None
    known = len(header) == HEADER_SIZE and header[0] in (KEY_FILE, *RECIPES)
    if not known:
        raise KnownError(
            f"{path} is not a records file that this version of Waymark knows.",
            "Choose another file, put back a copy, or get the newest Waymark. It was not changed.",
        )
    return header


def has_passphrase(path: Path) -> bool:
    """Whether a records file opens by a passphrase (else by a key file). Raises as header_of."""
    return header_of(path)[0] != KEY_FILE


def salt_of(path: Path) -> bytes:
    """The salt of a records file. Raises as header_of."""
    return header_of(path)[1 : 1 + SALT_SIZE]


def unlock(path: Path, passphrase: str) -> Key:
    """The key to a records file. Raises KnownError where the passphrase is not the right one."""
    header = header_of(path)
    if header[0] == KEY_FILE:
        raise KnownError(
            "These records open by a key file, not by a passphrase.", "Choose the key file."
        )
    key = key_from_passphrase(passphrase, header[1 : 1 + SALT_SIZE], header[0])
    if not key.opens(header):
        raise wrong_key(header)
    return key


def wrong_key(header: bytes) -> KnownError:
    """The error for a key that does not open the file with this header."""
    if header[0] == KEY_FILE:
        return KnownError("That key does not open these records.", "Choose the key made for them.")
    return KnownError(
        "The passphrase does not open these records.",
        "Try again. Check capital letters. Nothing was changed.",
    )
